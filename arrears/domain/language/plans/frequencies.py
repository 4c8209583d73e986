"""Words for how often an instalment falls due, tried in order. None names a rhythm that is not offered."""

from __future__ import annotations

from arrears.domain.language.readings import Frequency
from arrears.domain.language.script.fold import Span, blank, compiled, spans_of

EVERY = r"(?:every|evry|evey|evrey|eveyr|everey|evrry)"  # as it is typed
_MONEY_BEFORE = (
    r"(?<![\w.])(?:(?<=\d\s)|(?<=\d)|(?<=\dk\s)|(?<=bucks\s)|(?<=dollars\s)|(?<=grand\s)|(?<=hundred\s)|"
    r"(?<=thousand\s)|(?<=ty\s)|"
    r"(?<=teen\s)|(?<=half\s)|(?<=one\s)|(?<=two\s)|(?<=three\s)|(?<=four\s)|(?<=five\s)|(?<=six\s)|"
    r"(?<=seven\s)|(?<=eight\s)|"
    r"(?<=nine\s)|(?<=ten\s)|(?<=payment\s)|(?<=once\s)|(?<=time\s)|(?<=usd\s)|(?<=it\s)|"
    r"(?<=something\s)|(?<=much\s)|(?<=hundo\s)|(?<=hunnid\s)|(?<=hunned\s)|(?<=fitty\s)|"
    r"(?<=fiddy\s)|(?<=each\s)|(?<=five\s)|(?<=buck\s)|"
    r"(?<=total\s)|(?<=altogether\s)|(?<=together\s)|(?<=\bin\sall\s))"
)
_NO_FREQUENCY = (
    r"(?!\s*(?:ago|from(?!\s+(?:\ue000|\ue002|then|my|the|next))|later|late|behind|off|"
    r"income|ss|ssi|ssdi|social\s+security|disability|pension|bill|bills|rent|salary|fee|fees|interest|statement|wage|report))"
)
_WK, _MO = r"(?:week|wk)", r"(?:month|mo|mth|mnth)"
_DAY_READ = r"\ue000+"
_WORDS: tuple[tuple[str, Frequency | None], ...] = (
    (
        rf"{_DAY_READ}\s*(?:and|&|,)\s*(?:on\s+)?(?:the\s+)?{_DAY_READ}\s*(?:of\s+)?(?:every|each|per|"
        rf"a)\s+{_MO}\b",
        Frequency.SEMIMONTHLY,
    ),
    (
        r"每个?月的?(?:[一二三]?十?[一二三四五六七八九十]|\d{1,2})[、和跟与]"
        r"(?:[一二三]?十?[一二三四五六七八九十]|\d{1,2})(?=各|分别)",
        Frequency.SEMIMONTHLY,
    ),
    (rf"每个?月的?{_DAY_READ}[和、跟与]\s*{_DAY_READ}", Frequency.SEMIMONTHLY),
    (
        rf"\b(?:quarterly|(?:every|each|per)\s+quarter|every\s+(?:three|3)\s+months|"
        rf"{_MONEY_BEFORE}a\s+quarter(?!\s+of))\b",
        Frequency.QUARTERLY,
    ),
    (
        r"\b(?:every|each)\s+(?:three|four|five|six|[3-9])\s+(?:weeks|months)\b|\b(?:every|each)\s+(?:two|2|"
        r"other)\s+months?\b",
        None,
    ),
    (
        r"\b(?:twice|two\s+times|2\s?x|three\s+times|3\s?x)\s+(?:a|per|every|each)\s+week\b|\bdaily\b|"
        r"\b(?:every|each|per)\s?day\b",
        None,
    ),
    (
        rf"\b(?:semi[\s-]?monthly|(?:twice|two\s+times|2\s?x|2\s+times|(?:two|2)\s+(?:payments?|pmts?|instal?lments?))\s+(?:a|per|every|each)\s+{_MO}|"
        rf"every\s+half\s+month)\b",
        Frequency.SEMIMONTHLY,
    ),
    (
        r"\b(?:bi[\s-]?weekly|every\s+(?:two|2|other|second)\s+(?:weeks?|wks?)|every\s+(?:other|second|"
        r"2nd)(?=\s+\ue002)|fortnightly|(?:every|each|per)\s+fortnight)\b"
        rf"|{_MONEY_BEFORE}a\s+fortnight\b{_NO_FREQUENCY}",
        Frequency.BIWEEKLY,
    ),
    (
        rf"\b(?:weekly|wkly|(?:every|each|per)\s+(?:single\s+)?{_WK})\b{_NO_FREQUENCY}|/\s?{_WK}\b|"
        rf"{_MONEY_BEFORE}a\s+{_WK}\b{_NO_FREQUENCY}"
        rf"|\b(?:every|each)(?=\s+\ue002)",
        Frequency.WEEKLY,
    ),
    (
        rf"\b(?:monthly|mthly|(?:every|each|per)\s+(?:single\s+)?{_MO})\b{_NO_FREQUENCY}|/\s?{_MO}\b|"
        rf"{_MONEY_BEFORE}an?\s+{_MO}\b{_NO_FREQUENCY}",
        Frequency.MONTHLY,
    ),
    (
        r"(?:每个?|一个?|按|一)季度?(?!末|底)|(?:三|3)个月一(?:付|次|还|交|结)|每(?:隔)?(?:三|3|仨)个?月(?![\d一二两三四五六七八九]?[号日])",
        Frequency.QUARTERLY,
    ),
    (
        r"每(?:隔)?(?:两|二|四|2|4)个?月|隔月|每天|每日|每年|每(?:隔)?(?:三|四|3|4)个?(?:周|星期|礼拜)|[每一]个?(?:周|星期|礼拜)(?:两|三|2|3)次|[每一]个?月(?:还|付|给|打|转)?(?:三|四|3|4)[次回]",
        None,
    ),
    (
        r"(?:每个?|一个?)月(?:还|付|给)?(?:两|二|2)[次回]|每半个?月|半个?月(?:一次|还|付|给)|半个?月(?=[一二两三四五六七八九\d]+[百千])|半月(?:一次|付)|每月两[次回]",
        Frequency.SEMIMONTHLY,
    ),
    (
        r"(?:每隔?)?(?:两|二|2|俩)个?(?:周|星期|礼拜)(?:还|付|扣|给|交|打)?[一1][次回扣]|每隔?(?:两|二|2|俩)个?(?:周|星期|礼拜)|每隔(?:一个?)?(?:周|星期|礼拜)|"
        r"(?<!每)隔一?个?(?:周|星期|礼拜)|隔(?=\ue002)|双周|每双周|"
        r"(?:以后|之后|往后|后面)(?:每)?(?:两|二|2)个?(?:周|星期|礼拜)(?=[还付给扣交])|"
        r"(?:^|(?<=[\s,\uff0c我就按]))(?:两|二|2)个?(?:周|星期|礼拜)(?:[还付给](?:你们?|您)?)?"
        r"(?=[\d一二三四五六七八九][\d一二三四五六七八九十百千万]*[百千万块元]|[一二三四五六七八九]百|\d{2,}(?![\d号日天点:：]))|"
        r"(?:(?<=[百千万块元])|(?<=\d\d))(?:两|二|2)个?(?:周|星期|礼拜)(?=[\s,\uff0c。]*(?:一次|可以|行|好)|[吧吗]|\W*$)",
        Frequency.BIWEEKLY,
    ),
    (
        r"[每逢]{1,2}个?(?=\ue002)|每一?个?(?:周|星期|礼拜)|按周|周付|周结|(?:(?<=[百千万块元])|(?<=\d\d)|(?<=[百千万][一二三四五六七八九]))一个?(?:周|星期|礼拜)|(?:(?<![\d十第下上这头])一个?(?:周|星期|"
        r"礼拜))(?=\s*(?:还|付|给|打|转|交|出|一次|[能挤凑拿抠]|最多|大概|可以|[\d一二两三四五六七八九]))|(?:^|(?<=[\s,\uff0c改按]))周还(?=[\d一二两三四五六七八九\s,\uff0c吧吗]|$)",
        Frequency.WEEKLY,
    ),
    (
        r"每一?个?月(?!(?:的)?(?:工资|收入|房租|房贷|车贷|薪|只?能?[赚挣]|就?[赚挣]|开支|利息|生活费|支出|\ue000+发))|"
        r"(?<![\d十第上下这再每])一月(?=(?:还|付|给|打|转|交|只|能|最多|大概)+[\d一二两三四五六七八九])|每个?(?=\ue000)|(?:^|(?<=[\s,\uff0c改按]))月还(?=[\d一二两三四五六七八九\s,\uff0c吧吗]|$)|按月|月月|月供|(?<![\d一二两三四五六七八九十几]个)月付|(?:(?<=[百千万块元])|(?<=\d\d)|(?<=[百千万][一二三四五六七八九]))一个?月|"
        r"(?:(?<![\d十第下上这再])一个?月)(?=\s*(?:还|付|给|打|转|交|出|挤|凑|拿|攒|省|掏|一次|最多|只|大概|能|可以|[\d一二两三四五六七八九]))",
        Frequency.MONTHLY,
    ),
)
_DAY_ZH = r"(?:[一二三四五六七八九十]{1,3}|\d{1,2})[号日]"
_DAY_EN = (
    r"(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|(?:[a-z]+teen|fif|ten|twelf|twentie|thirtie|eleven)th)"
)
TWO_DAYS_A_MONTH = compiled(
    rf"每个?月的?(?P<one>{_DAY_ZH})(?:[、,\uff0c和跟与]|还有)?(?!(?P=one)){_DAY_ZH}(?!才?[到发]|以?后)"
    rf"|\b{EVERY}\s+{_DAY_EN}\s*(?:and|&|n)\s*(?:the\s+)?{_DAY_EN}\b"
)
"""Two days of every month, said side by side: in the page they are one stretch that was read."""
DAYS_OF_WEEKS = compiled(r"\bon\s+(?:mon|tues|wednes|thurs|fri|satur|sun)days\b(?!\s+(?:and|or|&))")
A_WEEK = compiled(
    r"(?<!.)a\s+week\b(?=\s*(?:[.,;:!-]\s*(?:on\s+|like\s+)?|on\s+)(?:mon|tues|wednes|thurs|fri|satur|sun)days\b)"
)
"""How often, said of a sum that was named before: "a week, fridays"."""
DAY_OF_MONTHS = compiled(
    r"\b(?:of|in)\s+(?:each|every)\s+(?:single\s+)?month\b|(?<=\bon\s)the\s+\d{1,2}(?:st|nd|rd|th)s\b"
    r"|\bevery\s+(?:\d{1,2}(?:st|nd|rd|th)|[a-z]+teenth|twentieth|thirtieth)\b(?!\s+(?:[a-z]*day|weeks?|months?)\b)"
)
"""How often, said with the day: "on Fridays", "on the 20ths", "the last Friday of every month"."""
FREQUENCY_PATTERNS = tuple(
    (compiled(pattern.replace("every", EVERY)), frequency) for pattern, frequency in _WORDS
)
RHYTHM_REFUSED = compiled(
    r"(?:\s+(?:payments?|instal?lments?|plan))?\s+(?:(?:won'?t|wont|doesn'?t|doesnt|don'?t|dont|can'?t|cant|will\s+not|does\s+not)\s+work"
    r"|(?:isn'?t|isnt|is\s+not|ain'?t)\s+(?:possible|gonna\s+work|going\s+to\s+work|doable)|is\s+(?:impossible|out|no\s+good))\b"
    r"|(?:地|的)?[还付给]?(?:的话|款)?[\s,\uff0c]*(?:我|这个?|那|是|就|真的?|实在|肯定|根本|可)*"
    r"(?:(?:还|付|给)不[了起上]|做不到|不行|不可能|没法(?:还|弄)?|办不到)(?!这么|那么|太?多|吗|么|嘛|\s*(?![一1]次)[\d一二两三四五六七八九十百千万])"
)
"""After a rhythm: they do not want to pay in it, 每个月还我还不了; 还不了那么多 refuses the sum alone."""
SUM_BEFORE = compiled(r"[\d百千万块元]\s*$|\b(?:hundred|thousand|bucks|dollars|ty)\s*$")


def said_how_often(text: str) -> list[Span]:
    """Wherever a rhythm is named, offered or not."""
    found: list[Span] = []
    for pattern, _ in FREQUENCY_PATTERNS:
        taken = spans_of(pattern, text)
        text = blank(text, taken)
        found += taken
    return found
