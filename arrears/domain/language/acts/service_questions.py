"""What a borrower asks of our service, clause by clause: two questions in one breath are two questions.

The labels name one thing where a text asks two. A clause asks about one subject at most; only a text of
several clauses is looked at, so that the words of one question are never taken for two.
"""

from __future__ import annotations

import re
from enum import StrEnum

from arrears.domain.language.script.fold import compiled, fold


class Service(StrEnum):
    """What is asked about."""

    LETTER = "letter"  # a letter that says it is paid
    REPORTING = "reporting"  # what is passed on to credit bureaus
    FEES = "fees"
    PAYOFF = "payoff"  # what would clear it
    DUE = "due"  # when it is due
    WAYS = "ways"  # how to pay
    BALANCE = "balance"


_CLAUSES = re.compile(
    r"[,.;?!，。；？！\n]+|\b(?:and|also|plus|but|then)\b|还有|另外|顺便|以及|并且|而且|同时|(?<=[吗呢])|再就是|对了",
    re.IGNORECASE,
)
_ABOUT = {
    Service.LETTER: compiled(
        r"\b(?:letter|certificate|confirmation|statement|proof|receipt|in\s+writing|something\s+written|paperwork)\b"
        r"(?![^,.?!]{0,20}\bi\s+(?:paid|already))|证明|结清函|收据|凭证|书面"
    ),
    Service.REPORTING: compiled(
        r"\bcredit\b(?:\s+(?:score|report|rating|history|file|record|bureaus?))?(?!\s+card)|\bbureaus?\b|征信|信用(?!卡)|黑名单"
    ),
    Service.FEES: compiled(
        r"\b(?:late\s+)?(?:fees?|charges?|penalt(?:y|ies)|interest)\b|违约金|罚息|滞纳金|手续费|利息|费用"
    ),
    Service.PAYOFF: compiled(
        r"\bpay\s*-?\s*off\b|\bpay(?:ing)?\s+(?:it|this|that|everything|the\s+loan|all\s+of\s+it)\s+(?:all\s+)?off\b"
        r"|\bclear\s+(?:it|the\s+(?:loan|balance|debt))\b|\bsettle\s+it\s+in\s+full\b"
        r"|(?:一次性?|全部|提前)(?:还清|结清|付清)|结清(?:要|需要|得)|还清(?:要|需要|得)"
    ),
    Service.DUE: compiled(
        r"\b(?:when|what\s+(?:day|date))\b[^,.?!]{0,30}\b(?:due|pay\s+by|next\s+(?:payment|one))\b|\bdue\s+date\b"
        r"|(?:什么时候|哪天|几号|何时)(?:到期|应还|该还|要还|还款)|还款日|到期日"
    ),
    Service.WAYS: compiled(
        r"\b(?:how|where)\s+(?:do|can|could|should|would)\s+i\s+(?:pay|send|make\s+(?:a|the)\s+payments?)\b"
        r"|\bways?\s+(?:to|of)\s+pay(?:ing)?\b|\bpay(?:ment)?\s+(?:methods?|options?)\b"
        r"|\bwhat\s+account\b|(?:怎么|如何|哪里|在哪儿?|通过什么)(?:还款|还钱|付款|付|还|转账|转)|还款方式|(?:打|转|还)到(?:哪|什么)"
    ),
    Service.BALANCE: compiled(
        r"\bhow\s+much\s+(?:do|did|is|was)\s+(?:i|it|my|the)\b|\bwhat\s+(?:do\s+i\s+owe|i\s+owe|is\s+owed)\b|\b(?:my|the)\s+balance\b"
        r"|(?:还|一共|总共)?欠(?:你们|了)?多少|还(?:剩|有)多少|余额"
    ),
}
"""In their order: what settles it is asked about before what is owed."""
_ASKS = compiled(
    r"^\W*(?:(?:so|ok(?:ay)?|well|hi|hello|yes|yeah|no|um+|uh+|please|also)\W+)*"
    r"(?:what(?:'?s)?|how|when|where|which|will|would|can|could|do|does|did|is|are|any|may|should)\b"
    r"|\b(?:will|can|could|do|does|should|would|may|is|are)\s+(?:i|it|this|that|there|my|you|the|they)\b"
    r"|\bi(?:'?d)?\s+(?:need|want|like\s+to\s+(?:know|get|have))\b"
    r"|[吗呢么]|[不没]$|怎么|多少|什么|哪|几[号天期月]|会不会|能不能|有没有|是不是|可不可以|如何|何时|^\W*我?(?:还)?(?:要|想要|需要|请)"
)


def service_questions(text: str) -> tuple[Service, ...]:
    """What a text of several clauses asks about, each once, in its order; nothing for a single clause."""
    clauses = [each for each in _CLAUSES.split(fold(text)) if each.strip()]
    if len(clauses) < 2:
        return ()
    found = (subject for each in clauses if (subject := _subject(each)) is not None)
    return tuple(dict.fromkeys(found))


_LESS = compiled(r"\b(?:discount|less|lower|reduc\w+|knock|waive\w*)\b|优惠|便宜|打折|减免|少还|折扣")
"""Who asks for less asks for no figure of ours."""


def _subject(clause: str) -> Service | None:
    if _ASKS.search(clause) is None or _LESS.search(clause) is not None:
        return None
    return next((service for service, words in _ABOUT.items() if words.search(clause) is not None), None)


def asks_when_due(text: str) -> bool:
    """Whether a clause asks for the day on which it is due."""
    return _asks_about(Service.DUE, text)


def asks_what_is_owed(text: str) -> bool:
    """Whether a clause asks for the balance."""
    return _asks_about(Service.BALANCE, text)


_STANDS = compiled(
    r"\bwhere\s+(?:do|does|are|is)\s+(?:we|i|things|it|this|(?:my|the)\s+(?:loan|account))\s+(?:stand|at)\b|\bwhere\s+(?:we|i|things)\s+stand\b(?=\s*\?)"
    r"|\bwhat(?:'?s|\s+is)\s+(?:the\s+)?(?:status|situation)\s+(?:of|with|on)\s+(?:my|the)\s+(?:loan|account)\b"
    r"|(?:现在|目前)(?:我(?:这边|的贷款|的账户|这笔)?|这笔(?:贷款|账)?)?(?:是|到底是)?(?:个)?(?:什么|啥)(?:情况|状况|状态)"
)


def asks_where_it_stands(text: str) -> bool:
    """Whether they ask how matters stand: what is owed, and what was agreed."""
    return _STANDS.search(fold(text)) is not None


def _asks_about(service: Service, text: str) -> bool:
    return any(_subject(each) is service for each in _CLAUSES.split(fold(text)))
