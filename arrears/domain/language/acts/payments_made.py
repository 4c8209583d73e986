"""Whether a payment that somebody says they made may be the one they had agreed to, and not all of a debt.

"I already paid this off", 早就还清了, disputes what is owed; "just sent the 300, did you get it?" does not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from arrears.domain.language.acts.proof_sent import names_proof
from arrears.domain.language.offered.told import tells
from arrears.domain.language.readings import DateProblem, Readings
from arrears.domain.language.script.clauses import clause
from arrears.domain.language.script.fold import Span, blank, compiled, fold, has_han

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
    r"\b(?:i|we|he|she|(?:my|our)\s+\w+)(?:'ve|'s|\s+have|\s+has)?\s+(?:(?:just|already|only)\s+)*"
    r"(?:paid|sent|made|transferred|wired|deposited|mailed)\b"
    r"|^\W*(?:just|already)\s+(?:paid|sent|made|transferred)\b|^\W*(?:paid|sent)\s+\$?\d"
    r"|(?:[还付转汇交缴存]|打(?![了过][^,\uff0c。]{0,4}(?:电话|招呼|工)))(?:给[你您]们?)?(?:好了|完了|过去|过来|[了过](?!解|得|人工|客服))"
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


_SURELY = compiled(r"\b(?:just|already)\b|刚|已经?|早就|早已")
_OF_MONEY = compiled(r"\d|\b(?:paid|payments?|money|check|cheque|half|part)\b|[还付缴百千万钱款期]")
_OF_OTHERS = compiled(
    r"\bmade\s+\$?\d|\b(?:rent|mortgage|landlord|car|truck|van|repairs?|groceries|insurance|bills?|doctor|dentist|hospital|vet|tuition|school|"
    r"day\s?care|electric\w*|utilities|gas|phone|tax(?:es)?|lawyer|support|card\s+(?:bill|company)|suppliers?|workers|crew|staff|"
    r"them|him|somebody|someone|friend|deposit\s+(?:on|for))\b|\bmy\s+(?:other|boss|client|customer)s?\b"
    r"|房[租贷东]|车[贷险]|学费|医药?费|水电|保险|保费|货款|供[应货]商|工[人资]|员工|押金|定金|罚款|税|信用卡|花呗|朋友|亲戚|别[人的]|他们|医院|另一?[笔家]"
)
_ONLY_AFTER = compiled(r"\b(?:if|unless|once|when|after)\s*$")
_NO_CLAIM = compiled(
    r"\b(?:thought|assumed|last\s+(?:payment|time))\b|以为|之后|以后|的话|[了过]再|(?:最后|上)一?[次笔期]|[吗么]\W*$"
)
_FAILED = compiled(
    r"\b(?:fail\w*|bounced?|declined|returned|rejected|did\s?n'?t\s+go)\b|失败|没成功|退[回了]|扣不"
)


def payments_made(text: str, readings: Readings) -> tuple[Span, ...]:
    """The clauses that say for certain, whatever the turn was labelled, that this debt was paid on.

    By a day that lies behind, a word that it has been done ("already", 刚), or proof that they have. In
    Mandarin the verb alone is of the past or of what is to come: 20号还了.
    """
    plain = fold(text)
    return tuple(dict.fromkeys(_clauses_of_payments(plain, readings))) if len(plain) == len(text) else ()


def _clauses_of_payments(plain: str, readings: Readings) -> Iterator[Span]:
    told_at = tells(plain, chinese=has_han(plain))
    days = [(one.span, one.problem is DateProblem.PAST) for one in readings.dates]
    proof, no_days = names_proof(plain), blank(plain, [span for span, _ in days])
    for verb in () if _FAILED.search(plain) else _SAYS_PAID.finditer(plain):
        start, end = clause(plain, verb.span())
        words = plain[start:end]
        here = [(span, past) for span, past in days if start <= span[0] < end]
        ahead = any(not past and told_at(span) is not True for span, past in here)
        sure = any(past for _, past in here) or _SURELY.search(words) is not None or proof
        unfit = (_NOT_MADE, _OF_OTHERS, _NO_CLAIM)
        if not sure or ahead or any(each.search(words) for each in unfit):
            continue
        asked = plain[end : end + 1] in ("?", "\uff1f") or _ONLY_AFTER.search(plain[:start]) is not None
        if not asked and _OF_MONEY.search(no_days[start:end]) is not None:
            yield start, end


def without_payments_made(readings: Readings, text: str) -> Readings:
    """The readings without the sums and days of payments that were made: none of them is offered."""
    made = payments_made(text, readings)
    if not made:
        return readings

    def is_offered(span: Span) -> bool:
        return not any(start <= span[0] < end for start, end in made)

    return replace(
        readings,
        amounts=tuple(each for each in readings.amounts if is_offered(each.span)),
        dates=tuple(each for each in readings.dates if is_offered(each.span)),
    )


def asks_whether_it_came(text: str) -> bool:
    """Whether it asks if a payment came: "did you get the 60?", 收到没."""
    return _ASKS_ARRIVAL.search(fold(text)) is not None


def may_be_as_agreed(text: str) -> bool:
    """Whether no word is of the whole debt, of a payment of long ago, or a quarrel about either."""
    plain = fold(text)
    return _OF_ALL.search(plain) is None and _QUARRELS.search(plain) is None
