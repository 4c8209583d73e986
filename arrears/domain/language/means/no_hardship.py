"""Whether trouble in the words is none of today: a figure, a question's reason, over, or the lack of one sum.

Each holds only where nothing else in the text may be of want, which is kept wide: what is not known here is
heard as the difficulty that its label says.
"""

from __future__ import annotations

from arrears.domain.language.means.hardships import is_over, names_hardship, says_unable
from arrears.domain.language.script.fold import compiled, fold
from arrears.domain.language.script.sentences import asks, sentences

_MAY_BE_WANT = compiled(
    r"\b(?:money|cash|pay\w*|paid|afford|broke|bills?|rent|mortgage|debts?|loans?|ow(?:e[ds]?|ing)|due|income|wages|hours|lost\s+my|"
    r"laid\s+off|fired|unemploy\w*|hospital\w*|sick|ill|surgery|hurt|injur\w*|struggl\w*|hard(?:ship|er)?|tight|behind|can'?t|cannot|"
    r"couldn'?t|nothing|no\s+way|drowning|sinking|evict\w*|food|costs?|prices?|expens\w+|fees?|interest|work(?:ed|ing)\s+less)\b"
    r"|钱|[还付欠债]|工资|收入|没|难|困难|紧|失业|裁|病|住院|伤|撑|房租|周转|生意|亏|贵|费|利息|不[起了上]"
)
_KILLING = (
    r"(?<=[a-z])(?<!\bthis)(?<!\bit)(?<!\bthat)(?<!\byou)(?<!\bthey)(?<!\ball)(?<!thing)(?:'s|'re|\s+(?:is|are|was|were))"
    r"\s+(?:just\s+|really\s+|literally\s+|about\s+)*killing\s+(?:me|us)\b"
)
"""Of something that they name: "this is killing me" may be said of what they owe."""
_FIGURE = compiled(
    rf"{_KILLING}|\b(?:i'?m|we'?re|i\s+am|we\s+are)\s+(?:just\s+|so\s+|completely\s+|totally\s+)*"
    r"(?:dead\s+on\s+my\s+feet|swamped|slammed|(?:buried|drowning)\s+in\s+(?:work|orders|emails?|paperwork))\b"
    r"|(?:累|忙|热|冷|困|吵)(?:得?要?死|趴|瘫|成狗|疯)(?:了|我了)?"
)
_WITHOUT_IT = compiled(
    r"\b(?:(?:i|we)\s+(?:can'?t|cannot|can\s+not|couldn'?t|won'?t\s+be\s+able\s+to)\s+(?:even\s+)?"
    r"(?:work|earn(?:\s+anything)?|drive|get\s+(?:to\s+work|around)|do\s+my\s+(?:job|work)|make\s+(?:a\s+living|any\s+money|money))\s+without\s+(?:it|that|them|this|(?:my|the|our|a)\s+\w+)\b"
    r"|(?:i|we)\s+need\s+(?:it|that|them|this)\s+(?:to|for)\s+(?:work|earn|drive|get\s+to\s+work|(?:do\s+)?my\s+job|make\s+a\s+living)\b"
    r"|(?:it|that|this)(?:'?s|\s+is)\s+how\s+(?:i|we)\s+(?:work|earn|make\s+(?:a\s+living|my\s+money)|get\s+to\s+work)\b)"
    r"|没有?(?:了|它|[车船店]|那?[辆台]\w?)[^，。！？,.?!\s]{0,4}(?:没法|不能|没办法|怎么)(?:上班|工作|干活|开工|跑|送|挣钱|赚钱)"
    r"|(?:我们?)?(?:就|全|得|还)?[靠指](?:着|望)?(?:它|这|那|车|这车|这个)[^，。！？,.?!\s]{0,2}(?:吃饭|干活|上班|挣钱|赚钱|跑活|送货)"
)
_NOW_EN = (
    r"(?:\s+(?:rn|right\s+now|now|anyways?|at\s+the\s+moment|today|yet|on\s+me|lying\s+around|either|tho(?:ugh)?|"
    r"to\s+(?:give|spare)))*"
)
_LACKS = compiled(
    r"\b(?:do\s?n'?t|do\s+not|have\s?n'?t|ai\s?n'?t)\s+(?:(?:even|actually|really|just)\s+)*(?:have|got)\s+(?:(?:the|that|a|all)\s+)?"
    rf"[$]?\d[\d,.]+k?\b(?:\s+(?:dollars|bucks))?{_NOW_EN}"
    r"|(?:我|其实|现在|这会儿|手上|手头|眼下|也|还|暂时)*(?:没有?|拿不出)(?:那个?|这个?)?[¥￥]?\d\d+(?!\d)(?:块钱?|元)?(?![多期个号日月年天次])"
)


_JUST = r"(?:\s+(?:only|just|really))"
_SUM = r"[$¥￥]?\d[\d,.]*k?(?:\s*(?:dollars|bucks)|块钱?|元)?"
_PAYS = r"(?:do|pay|manage|swing|afford|give|send|handle|spare|put\s+in)"
_EACH = r"(?:\s+(?:an?|per|each|every)\s+(?:week|month|payday|paycheck|fortnight))?"
_ONLY_SO_MUCH = compiled(
    rf"\b(?P<same>{_SUM})\s+is\s+(?P=same)(?!\w)"
    rf"|\b(?:i|we)?\s*(?:really\s+|honestly\s+|just\s+|simply\s+)*(?:can'?t|cannot|can\s+not|couldn'?t)\s+(?:really\s+|even\s+)?{_PAYS}\s+(?:any\s+|anything\s+|much\s+)?"
    rf"(?:more|higher)(?:\s+than\s+(?:that|this|{_SUM}{_EACH}))?(?!\s+\w)"
    rf"|(?:{_SUM}{_EACH}|that|this)(?:'?s|\s+is)\s+(?:really\s+|honestly\s+)?(?:all|the\s+most|the\s+best|what|as\s+much\s+as)\s+(?:that\s+)?(?:i|we)\s+(?:can|could){_JUST}?\s+{_PAYS}"
    rf"|\b(?:i|we)\s+(?:can|could){_JUST}\s+{_PAYS}\s+{_SUM}{_EACH}"
    rf"|(?P<same_zh>\d+)(?:块钱?|元)?就是(?P=same_zh)(?!\d)"
    r"|(?<![\d块元])多了(?:我|也|就|真的?|实在|可|是)*(?:没有|(?:跑|拿|凑|挣|赚|掏|还|付|给)不(?:出来?|起|了|动|到))"
    rf"|(?:我|真的?|现在|每个?月|一个?月|每周|一周|一个?(?:礼拜|星期))*(?:最多|顶多|只能|就能|只有能力)(?:一个?月|每个?月|每周|一周)?(?:还|付|给|拿|出)?(?:得?[起出])?{_SUM}(?!\d|[期个月天年])"
)
"""That a sum is the most: the limit stands, and it declares no difficulty."""


def says_only_the_most(text: str) -> bool:
    """Whether all it says is that a sum is the most they can pay: 150就是150 多了我真跑不出来."""
    rest, limited = _ONLY_SO_MUCH.subn(" ", fold(text))
    named = any(sign.isdigit() for sign in text)
    return named and bool(limited) and _MAY_BE_WANT.search(rest) is None and not names_hardship(rest)


def lacks_only_a_sum(text: str) -> bool:
    """Whether all that is wanting is one sum that they name: "nah I don't have 300 anyway"."""
    rest, lacked = _LACKS.subn(" ", fold(text))
    return bool(lacked) and _MAY_BE_WANT.search(rest) is None and not names_hardship(rest)


def is_no_hardship(text: str) -> bool:
    """Whether what sounds like difficulty in it is none that keeps them from paying today."""
    return is_over(text) or only_in_figures(text) or _asks_what_it_needs(text) or _lacks_no_more(text)


def _lacks_no_more(text: str) -> bool:
    return lacks_only_a_sum(text) or says_only_the_most(text)


def without_figures(text: str) -> str:
    """The sentences that have no figure of speech, in whose like a sum is a score, and no offer."""
    return " ".join(each for each in sentences(text) if _FIGURE.search(each) is None)


def only_in_figures(text: str) -> bool:
    """Whether the trouble in it is a figure of speech, and no other word may be of want."""
    rest, figures = _FIGURE.subn(" ", fold(text))
    return bool(figures) and _MAY_BE_WANT.search(rest) is None


def _asks_what_it_needs(text: str) -> bool:
    """Whether they ask what may become of a thing, and only say what they need it for."""
    rest, reasons = _WITHOUT_IT.subn(" ", fold(text))
    every = sentences(rest)
    told = [each for each in every if not asks(each)]
    wants = any(_MAY_BE_WANT.search(each) for each in told) or names_hardship(rest) or says_unable(rest)
    return bool(reasons) and any(map(asks, every)) and not wants
