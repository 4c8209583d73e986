"""The months in which they earn: "I only work from April to October", 我只有四月到十月有收入.

Two months joined are a season where they stand beside earning, or beside what is paid a month; they are no
days to pay on. A range with days in it ("March 3 to April 5") is none.
"""

from __future__ import annotations

from dataclasses import replace

from arrears.domain.language.dates.months import HAN_MONTH, months_through
from arrears.domain.language.dates.written import MONTH_NAME, month_number
from arrears.domain.language.money.numerals_zh import small_han
from arrears.domain.language.readings import Readings, Span
from arrears.domain.language.script.clauses import clause
from arrears.domain.language.script.fold import compiled, fold

_RANGE = compiled(
    rf"\b(?:from\s+)?(?P<first>{MONTH_NAME})\b\.?\s*(?:to|til+|until|thru|through|-|–)\s*(?:end\s+of\s+)?(?P<last>{MONTH_NAME})\b\.?"
    r"(?!\s*(?:\d|the\s+\d))"
)
_HAN_RANGE = compiled(
    rf"(?P<first>{HAN_MONTH})月?份?\s*(?:到|至|-|–|~|—)\s*(?P<last>{HAN_MONTH})月份?(?!\s*[\d一二三四五六七八九十]+[号日])"
)
_BESIDE = compiled(
    r"\b(?:earn\w*|incomes?|money|work(?:s|ing)?|jobs?|seasons?|seasonal|open|busy|business|customers?|tips|wages?|paid|pay|sales|guests|tourists|"
    r"harvest|crops?|fish\w*|(?:a|per|each|every)\s+month|monthly)\b|[$]?\d+\s*/\s*mo"
    r"|收入|赚|挣|有钱|进账|生意|旺季|干活|开工|开门|营业|上班|工作|有活|(?:每|一个|个)月|月供|能还|还得"
)
_PAST = compiled(
    r"\b(?:was|were|had|last\s+year|lost|off|closed|missed|skipped|paid\s+(?:you|it)|owed?)\b|去年|没还|欠|还过|休|停|没(?:有)?(?:收入|生意|活)"
)

_A_TIME = (
    r"(?:summers?|winters?|autumns?|springs?|fall|off[\s-]season|(?:those|these|that|the)\s+"
    rf"(?:two\s+|three\s+|few\s+)?(?:months|time\s+of\s+(?:the\s+)?year)|{MONTH_NAME})"
)
_HARDLY = r"(?:hardly|barely)\s+(?:\w+\s+){0,2}(?:any|anything|anyone|nothing|busy|open)"
_IS_SLOW = rf"(?:dead|slow|quiet|empty|weak|thin|{_HARDLY})"
_SLOW_ZH = (
    r"(?:没(?:有|什么|啥)*(?:生意|客人|活|人(?![接管联打告通回来]))|生意[^。！？\n]{0,4}(?:差|淡|少|不好)|淡)"
)
_SLOW = compiled(
    rf"\b{_A_TIME}\b[^.!?\n]{{0,40}}\b{_IS_SLOW}\b|\b(?:dead|slow|quiet|off)[\s-]+(?:season|months?)\b"
    rf"|\b(?:hardly|barely)\s+(?:\w+\s+){{0,2}}(?:any|anything|anyone|nothing)\b[^.!?\n]{{0,30}}\bin\s+{_A_TIME}\b"
    rf"|淡季|(?:夏|冬|秋|春)[天季][^。！？\n]{{0,12}}{_SLOW_ZH}"
    rf"|(?:那|这)(?:几|两|俩|些)个?月[^。！？\n]{{0,8}}{_SLOW_ZH}"
)
_SLOW_MONTHS = compiled(rf"{HAN_MONTH}月份?[^。！？\n]{{0,8}}{_SLOW_ZH}")
_IS_SLOW_THEN = compiled(rf"\b{_IS_SLOW}\b|{_SLOW_ZH}")
_OF_PAYING = compiled(
    r"\b(?:pay\w*|start\w*|begin\w*|send|instal?lments?|due|catch\s+up)\b|[还付给交](?![是有在])|开始|起|到期|分期"
)
_SLOW_UNTIL = compiled(
    rf"\b(?:{_IS_SLOW}|closed|shut|nothing\s+(?:coming\s+in|doing))\s+(?:here\s+|for\s+us\s+)?(?:un)?till?\s+(?:about\s+|around\s+|the\s+)?$"
    r"|(?:没(?:什么)?(?:生意|客人|活|人)|淡季?|关门|歇业)[^。！？\n]{0,12}(?:到|等到?)$"
)
_PAYS_NOW = compiled(
    r"\b(?:right\s+now|for\s+now|now|until\s+then|till\s+then|meanwhile)\b|现在|目前|眼下|这段时间|先"
)


def slow_season(text: str) -> bool:
    """Whether a time is told of in which little comes in every year: how they would pay, and no hardship."""
    return _SLOW.search(fold(text)) is not None


def only_tells_when_slow(text: str) -> bool:
    """Whether it tells in which months little comes in, and nothing of paying: 11月到4月基本没客人."""
    plain = fold(text)
    slow = _SLOW.search(plain) or _SLOW_MONTHS.search(plain)
    return slow is not None and _OF_PAYING.search(plain) is None


def earning_months(text: str) -> tuple[int, ...]:
    """The months of the one season that is told of, in their order; none where nothing is told of one."""
    found = _season(text)
    return () if found is None else found[0]


def without_season(readings: Readings, text: str) -> Readings:
    """The readings without the months of a season, or the day on which a slow one ends where they pay before.

    Those are no days to begin on; nor is any of who only tells when little comes in.
    """
    plain = fold(text)
    if not readings.amounts and only_tells_when_slow(text):
        return replace(readings, dates=())
    found = _season(text)
    start, end = (0, 0) if found is None else found[1]
    days = tuple(day for day in readings.dates if not (start <= day.span[0] < end))
    if readings.amounts and _PAYS_NOW.search(plain):
        days = tuple(day for day in days if not _SLOW_UNTIL.search(plain[: day.span[0]]))
    return replace(readings, dates=days)


def _season(text: str) -> tuple[tuple[int, ...], Span] | None:
    plain = fold(text)
    matches = [*_RANGE.finditer(plain), *_HAN_RANGE.finditer(plain)]
    if len(matches) != 1 or len(plain) != len(text):
        return None
    match = matches[0]
    if _BESIDE.search(plain) is None or _PAST.search(plain) is not None:
        return None
    if _IS_SLOW_THEN.search(plain[slice(*clause(plain, match.span()))]):
        return None
    first, last = _number(match["first"]), _number(match["last"])
    if first == last:
        return None
    return months_through(first, last), match.span()


def _number(month: str) -> int:
    return int(month) if month.isdigit() else small_han(month) or month_number(month)
