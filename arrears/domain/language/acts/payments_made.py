"""Whether a payment that somebody says they made may be the one they had agreed to, and not all of a debt.

"I already paid this off", 早就还清了, disputes what is owed; "just sent the 300, did you get it?" does not.
"""

from __future__ import annotations

from arrears.domain.language.script.fold import compiled, fold

_OF_ALL = compiled(
    r"\b(?:off|all|everything|full|whole|entire|balance|clear(?:ed)?|settled|closed|zero|nothing|owe)\b"
    r"|\b(?:years?|months?)\s+(?:ago|back)\b|\blast\s+(?:year|month|summer|winter|spring|fall)\b|\blong\s+ago\b"
    r"|还清|结清|付清|还完|全部|全都|都还|一共|早就|早已|以前|去年|前年|上个?月|几个?月前|不欠|不该"
)
_QUARRELS = compiled(
    r"\b(?:why|stop|wrong|twice|again|double|prove|proof|dispute|mistake|error|fraud|scam|not\s+mine|never)\b"
    r"|为什么|凭什么|怎么还|别再|不要再|重复|两次|错|证据|证明|不是我"
)


def may_be_as_agreed(text: str) -> bool:
    """Whether no word is of the whole debt, of a payment of long ago, or a quarrel about either."""
    plain = fold(text)
    return _OF_ALL.search(plain) is None and _QUARRELS.search(plain) is None
