"""What somebody of ours is said to have allowed: "your manager said 50 was fine", 你们经理答应过每月200.

A claim moves nothing: it is no fact about what they can pay, and asks for nobody.
"""

from __future__ import annotations

from arrears.domain.language.script.fold import compiled, fold

_ALLOWED = (
    r"(?:said|says|told\s+me|promised|agreed|approved|ok'?d|okayed|offered|let\s+me|allowed|accepted|"
    r"authori[sz]ed|confirmed|signed\s+off|cleared)\b"
)
_CLAIMS = compiled(
    r"\b(?:(?:your|ur|the)\s+(?:\w+\s+)?(?:manager|supervisor|boss|director|ceo|colleagues?|co-?worker|agents?|reps?|"
    r"representative|people|guy|lady|woman|man|office|team|company|staff|person)|(?:you|u|they|someone|somebody)(?:\s+guys)?)\s+"
    rf"(?:(?:already|just|has|have|had|there|here|last\s+\w+)\s+)*{_ALLOWED}"
    r"|\b(?:i\s+was|i'?ve\s+been|i\s+got|it\s+was|we)\s+(?:already\s+|just\s+)?(?:told|promised|approved\s+for|agreed\s+(?:on|to))\b"
    r"|(?:你们?|您们?|贵公司|银行)(?:的|那边|这边|公司|那个|有个?|一个)*[^，。！？,.!?\n\d能会愿肯]{0,6}"
    r"(?:答应|同意|批准|批了|允许|承诺|许诺|(?:说|讲|谈)(?:好|过|了|可以|行|能))"
    r"|(?:上次|之前|昨天|以前|当初)[^，。！？,.!?\n\d]{0,8}(?:答应|同意|(?:说|讲|谈)好)"
)
_CLAUSE = compiled(r"[,.;!?\n，。；！？]|\bbut\b|但|可是|不过")


def claims_leave(text: str) -> bool:
    """Whether they say that one of ours has allowed something."""
    return _CLAIMS.search(fold(text)) is not None


def beside_claims(text: str) -> str:
    """The folded text without the clauses that claim so."""
    plain = fold(text)
    for match in reversed([*_CLAIMS.finditer(plain)]):
        end = _CLAUSE.search(plain, match.end())
        plain = plain[: match.start()] + (plain[end.start() :] if end else "")
    return plain
