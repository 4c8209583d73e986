"""Whether a turn tells of hardship in so many words: a stated event or reason that keeps them from paying.

A mere no to an offer is none, and neither is what is over, denied, feared, or somebody's excuse for a late
reply: an illness or an expense counts only beside words of being unable to work or to pay.
"""

from __future__ import annotations

from arrears.domain.language.script.fold import Span, compiled, fold
from arrears.domain.language.script.sentences import asks, sentences
from arrears.domain.language.script.terms import read_terms
from arrears.domain.language.words.reasons import REASONS

_ENOUGH = frozenset(
    {"job_loss", "reduced_hours", "wage_arrears", "natural_disaster", "garnishment", "business_slow"}
)
"""Reasons that say by themselves that less comes in."""
_A_SEASON = compiled(r"(?:dead|dry|slow|off)[\s-]+(?:season|months?)|淡季")
"""A season comes every year: it says how they would pay, and not that they cannot."""
_UNABLE = compiled(
    r"\b(?:can'?t|cannot|can\s+not|couldn'?t|unable\s+to|haven'?t\s+been\s+able\s+to|not\s+able\s+to|stopped)\s+(?:really\s+|even\s+)?(?:work(?:ing)?(?!\s+without\b)|earn(?:ing)?|pay(?:ing)?|afford|make\s+(?:any\s+)?money|make\s+(?:(?:the|my|our|this|any|these)\s+)?(?:\w+\s+)?payments?|keep\s+up|cope)\b"
    r"|\b(?:no|little|barely\s+any|hardly\s+any|without)\s+(?:money|income|cash|savings|pay|paycheck|wages|work)\b|\b(?:broke|not\s+working|out\s+of\s+work|off\s+work)\b"
    r"|\b(?:money|cash|things?)(?:'s|\s+is|\s+are|\s+has\s+been)?\s+(?:really\s+|very\s+|so\s+|been\s+)?(?:tight|short|tough|rough)\b|\bcost\s+(?:me|us)\s+(?:a\s+lot|everything|a\s+fortune)\b|\bstruggling\b|\bhardship\b"
    r"|(?:没法|不能|无法|没办法|没)(?:去)?(?:上班|工作|干活|开工|挣钱|赚钱)|没(?:有|了)?(?:收入|钱|积蓄|工资|进账)|还不[起上了出]|[付交拿]不[起上出]|手头(?:很|太|特别|比较)?紧|手头不宽裕|困难|花(?:了|掉)(?:很多|不少|好多|一大笔)钱|花光|周转不"
)
_OVER = compiled(
    r"\b(?:used\s+to|no\s+longer|any\s?more|better\s+now|recovered|back\s+(?:at|to)\s+work|found\s+a|got\s+a\s+new|new\s+job|before|if|unless|might|may|afraid|worried|not|never|don'?t\s+have)\b"
    r"|以前|之前|已经好|好了|康复|找到(?:了)?(?:新)?工作|如果|要是|万一|担心|怕|(?<!能)不是|没有失业|没失业|没生病"
)
_NOTHING = compiled(
    r"\b(?:no|zero)\s+(?:income|money|pay)\s+(?:at\s+all|whatsoever|coming\s+in)\b|\b(?:zero|0)\s+income\b"
    r"|\b(?:nothing|not\s+a\s+(?:dime|cent|penny))(?:'s|\s+is|\s+has\s+been)?\s+coming\s+in\b"
    r"|一分钱?(?:的)?(?:收入|进账|工资)(?:都|也)?没|(?:一分钱?|任何)(?:都|也)没(?:有)?(?:收入|进账)|没有?(?:一分钱?|任何|半点)的?(?:收入|进账)|零收入"
)
_LATELY = compiled(r"\blast\s+(?:week|month|year)\b|\byesterday\b|去年|上个?月|上周|昨天")
"""An illness of last week is over, a job lost last week is not."""
_BETTER = compiled(
    r"\b(?:but|and|now|since\s+then|thankfully|luckily|finally|(?:i'?m|we'?re|it'?s|things\s+(?:are|have))(?=\s+(?:finally|all|much)))\b(?P<now_en>[^.!?;\n]{0,30}?)"
    r"\b(?:pick(?:ed|ing|s)\s+(?:back\s+)?up|(?:turned|turning)\s+around|back\s+(?:to\s+(?:normal|work)|at\s+work|on\s+(?:my|our)\s+feet|in\s+business|on\s+track|up\s+and\s+running)|"
    r"recovered|(?:is|are|'s|'re|all)\s+(?:over|behind\s+(?:me|us))|(?:open|steady|busy|working|earning|fine|good|okay|ok|better|normal)\s+(?:again|now))\b"
    r"|(?:现在|如今|目前|最近|这阵子|这个月|后来|已经|终于)(?P<now_zh>[^，。！？,.!?\s]{0,6}?)"
    r"(?:通了|好了|好多了|好转|恢复|正常了|开业了|开门了|开工了|复工了|营业了|缓过来|有(?:活儿?|生意|单子?)了|上班了|过去了|稳定了)"
)
"""What says that a bad time is behind them: orders have picked up, 现在通了."""
_NOT_YET = compiled(
    r"\b(?:not|n't|never|hasn'?t|haven'?t|isn'?t|aren'?t|don'?t|doesn'?t|until|till|once|when|if|unless|hop\w+|should|will|'ll|would|might|may|"
    r"soon|waiting|going\s+to|gonna|supposed|expect\w*|need|try\w*|starting|slowly)\b|[没未]|不(?!错)|等|要是|如果|希望|盼|快要?|才能|就能|估计|可能|应该|慢慢"
)
_YET = compiled(
    r"\b(?:but|still|though|however|except|yet|only|not|can'?t|cannot|never|no|next|soon|slow\w*|tight|behind)\b"
    r"|但|可是|还是|不过|只是|只能|没(?!问题|事)|难|紧|困|差|亏|欠(?!下?的)|补"
)
"""After it: what says that it is not behind them after all."""
_REACH = 20
"""How many characters before the reason such a word is looked for; after it, as many."""


def earns_nothing(text: str) -> bool:
    """Whether they say that nothing at all comes in today: 现在一分钱收入没有, "no income at all"."""
    if is_over(text):
        return False
    said = (each for each in sentences(text) if not asks(each))
    return any(_NOTHING.search(each) and not _OVER.search(each) for each in said)


def names_hardship(text: str) -> bool:
    """Whether they tell of hardship of their own, today."""
    return _names(text, _ENOUGH)


def names_hardship_beside_a_sum(text: str) -> bool:
    """The same of who names what they will pay: a slow trade is why it is that sum, and no more by itself."""
    return _names(text, _ENOUGH - {"business_slow"})


def _names(text: str, enough: frozenset[str]) -> bool:
    if is_over(text):
        return False
    said = [each for each in sentences(text) if not asks(each)]
    unable = any(_UNABLE.search(each) for each in said)
    return any(_holds(each, unable, enough) for each in said)


def says_unable(text: str) -> bool:
    """Whether they say that they cannot pay, or have no money, now; not if, and not as a fear."""
    plain = fold(text)
    return any(_OVER.search(_around(plain, found.span())) is None for found in _UNABLE.finditer(plain))


def is_over(text: str) -> bool:
    """Whether they say that a bad time is behind them, and take nothing of that back."""
    plain = fold(text)
    found = _BETTER.search(plain)
    if found is None:
        return False
    clause = max(plain.rfind(each, 0, found.start()) for each in "，。！？,.!?;\n ") + 1
    before = plain[clause : found.start()] + (found["now_en"] or found["now_zh"] or "")
    return _NOT_YET.search(before) is None and _YET.search(plain[found.end() :]) is None


def _holds(sentence: str, unable: bool, by_themselves: frozenset[str]) -> bool:
    for reason in read_terms(sentence, REASONS):
        around = _around(sentence, reason.span)
        enough = reason.value in by_themselves and _A_SEASON.fullmatch(sentence[slice(*reason.span)]) is None
        if (enough or (unable and _LATELY.search(around) is None)) and _OVER.search(around) is None:
            return True
    return False


def _around(sentence: str, span: Span) -> str:
    start, end = span
    return f"{sentence[max(0, start - _REACH) : start]}\n{sentence[end : end + _REACH]}"
