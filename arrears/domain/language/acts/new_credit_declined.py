"""Who will not borrow anew: "I won't take out a bridge loan", 过桥贷款我不打算借. It refuses no payment."""

from __future__ import annotations

from arrears.domain.language.script.fold import compiled, fold

_CREDIT = (
    r"(?:bridge|bridging|payday|new|another|second|hard\s+money)\s+(?:\w+\s+)?"
    r"(?:loan|loans|financing|credit|advance)"
)
_WILL_NOT = (
    r"(?:won'?t|will\s+not|don'?t\s+(?:want|plan|intend)\s+to|do\s+not\s+(?:want|plan|intend)\s+to|not\s+(?:going|planning|gonna)(?:\s+to)?|"
    r"refuse\s+to|rather\s+not)"
)
_CREDIT_ZH = r"(?:过桥(?:贷款?|资金|钱)?|高利贷|网贷|转贷|借新还旧|新的?(?:贷款|借款)|民间借贷)"
_WILL_NOT_ZH = r"(?:不(?:打算|想|会|准备|愿意?|敢|要)再?(?:去)?(?:借|贷|办|用|碰|做))"
_DECLINED = compiled(
    rf"\b{_WILL_NOT}\s+(?:take|get|use|borrow|do|apply\s+for)\b[^.!?\n]{{0,20}}\b{_CREDIT}\b"
    rf"|\b{_CREDIT}\b[^.!?\n]{{0,40}}\b{_WILL_NOT}\s+(?:take|get|use|borrow|do|touch)\b"
    rf"|{_CREDIT_ZH}[^。！？\n]{{0,12}}{_WILL_NOT_ZH}|{_WILL_NOT_ZH}[^，。！？\n]{{0,4}}{_CREDIT_ZH}"
)
_MORE = compiled(
    r"\b(?:pay|paying|owe|never|mine|wrong|lawyer|court|sue|stop|fraud|scam)\b|不(?:想|会|打算|愿意?|准备)?(?:还|付|认|给)|没借|没签|不是我|错|律师|起诉|骗|别"
)


def declines_new_credit(text: str) -> bool:
    """Whether they would not borrow anew, and neither refuse nor dispute anything besides."""
    plain = fold(text)
    return _DECLINED.search(plain) is not None and _MORE.search(plain) is None
