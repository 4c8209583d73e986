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


_SAYS_PAID = compiled(
    r"\b(?:i|we)(?:'ve|\s+have)?\s+(?:(?:just|already|only)\s+)*(?:paid|sent|made|transferred|wired|deposited)\b"
    r"|^(?:just|already)\s+(?:paid|sent|made|transferred)\b"
    r"|[还付转打汇交存](?:好了|完了|过去|过来|[了过])"
)
_ASKS_ARRIVAL = compiled(
    r"\bdid\s+(?:you|u|ya|it|that|my|the)\b[^.?!]{0,30}\b(?:get|got|receive|received|arrive|land|clear|come|go)\b"
    r"|\b(?:have\s+you|you)\s+(?:got|gotten|get|received|receive)\b[^.!]{0,30}[?]"
    r"|\b(?:has|have)\s+(?:it|that|my|the)\b[^.?!]{0,30}\b(?:arrived|landed|cleared|come|gone)\b"
    r"|(?:收到|到账|入账)(?:了|钱)*(?:没有|没|吗|么)"
)
_NOT_MADE = compiled(
    r"\b(?:if|unless|once|when|after|will|would|could|can\s+i|going\s+to|gonna|not|never|haven't|didn't)\b"
    r"|如果|要是|假如|等我|打算|准备|明天|后天|想|能不能|可不可以|行不行|行吗|可以吗|好吗|没(?:有)?[还付转打汇交存]"
)


def says_paid(text: str) -> bool:
    """Whether it says that a payment was made, or asks if one came; none that is only thought of."""
    plain = fold(text)
    made = _SAYS_PAID.search(plain) is not None and _NOT_MADE.search(plain) is None
    return made or asks_whether_it_came(text)


def asks_whether_it_came(text: str) -> bool:
    """Whether it asks if a payment came: "did you get the 60?", 收到没."""
    return _ASKS_ARRIVAL.search(fold(text)) is not None


def may_be_as_agreed(text: str) -> bool:
    """Whether no word is of the whole debt, of a payment of long ago, or a quarrel about either."""
    plain = fold(text)
    return _OF_ALL.search(plain) is None and _QUARRELS.search(plain) is None
