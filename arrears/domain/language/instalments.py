"""How many instalments and how often, in English and Mandarin."""

from __future__ import annotations

from dataclasses import dataclass

from arrears.domain.language.fold import Span, blank, compiled
from arrears.domain.language.numerals_en import SMALL_COUNT, small_count
from arrears.domain.language.numerals_zh import SMALL_HAN, small_han
from arrears.domain.language.readings import Frequency

_COUNT_MAX = 120  # ten years of months; no plan is longer
_UNIT_FREQUENCY = {
    "week": Frequency.WEEKLY,
    "周": Frequency.WEEKLY,
    "month": Frequency.MONTHLY,
    "月": Frequency.MONTHLY,
}

_MONEY_BEFORE = (
    r"(?<![\w.])(?:(?<=\d\s)|(?<=\d)|(?<=\dk\s)|(?<=bucks\s)|(?<=dollars\s)|(?<=grand\s)|(?<=hundred\s)|(?<=thousand\s)|(?<=ty\s)|"
    r"(?<=teen\s)|(?<=half\s)|(?<=one\s)|(?<=two\s)|(?<=three\s)|(?<=four\s)|(?<=five\s)|(?<=six\s)|(?<=seven\s)|(?<=eight\s)|"
    r"(?<=nine\s)|(?<=ten\s)|(?<=payment\s)|(?<=once\s)|(?<=time\s)|(?<=usd\s)|(?<=it\s)|(?<=something\s)|(?<=much\s))"
)
_NO_FREQUENCY = (
    r"(?!\s*(?:ago|from|later|late|behind|off|"
    r"income|bill|bills|rent|salary|fee|fees|interest|statement|wage|report))"
)
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_FREQUENCIES: tuple[tuple[str, Frequency | None], ...] = (
    (
        r"\b(?:every|each)\s+(?:three|four|five|six|[3-9])\s+(?:weeks|months)\b|\b(?:every|each)\s+(?:two|2|other)\s+months?\b",
        None,
    ),
    (
        r"\b(?:twice|two\s+times|2\s?x|three\s+times|3\s?x)\s+(?:a|per|every|each)\s+week\b|\bquarterly\b|\bdaily\b|\b(?:every|each|per)\s?day\b",
        None,
    ),
    (
        r"\b(?:semi[\s-]?monthly|(?:twice|two\s+times|2\s?x|2\s+times)\s+(?:a|per|every|each)\s+month)\b",
        Frequency.SEMIMONTHLY,
    ),
    (
        r"\b(?:bi[\s-]?weekly|every\s+(?:two|2|other|second)\s+(?:weeks?|wks?)|every\s+other(?=\s+\ue002)|fortnightly|(?:every|each|a|per)\s+fortnight)\b",
        Frequency.BIWEEKLY,
    ),
    (
        rf"\b(?:weekly|wkly|(?:every|each|per)\s+(?:single\s+)?(?:week|wk))\b{_NO_FREQUENCY}|/\s?(?:week|wk)\b|{_MONEY_BEFORE}a\s+(?:week|wk)\b{_NO_FREQUENCY}"
        rf"|\b(?:every|each)(?=\s+\ue002)",
        Frequency.WEEKLY,
    ),
    (
        rf"\b(?:monthly|mthly|(?:every|each|per)\s+(?:single\s+)?(?:month|mo|mth))\b{_NO_FREQUENCY}|/\s?(?:month|mo|mth)\b|{_MONEY_BEFORE}an?\s+(?:month|mo|mth)\b{_NO_FREQUENCY}",
        Frequency.MONTHLY,
    ),
    (
        r"每(?:隔)?(?:两|二|三|四|2|3)个?月|隔月|每个?季度?|每天|每日|每年|每(?:隔)?(?:三|四|3|4)个?(?:周|星期|礼拜)|[每一]个?(?:周|星期|礼拜)(?:两|三|2|3)次",
        None,
    ),
    (
        r"(?:每个?|一个?)月(?:还|付)?(?:两|二|2)次|每半个?月|半个?月(?:一次|还|付|给)|半月(?:一次|付)",
        Frequency.SEMIMONTHLY,
    ),
    (
        r"(?:每隔?)?(?:两|二|2)个?(?:周|星期|礼拜)(?:一次|还一次|付一次)|每隔?(?:两|二|2)个?(?:周|星期|礼拜)|每隔(?:一个?)?(?:周|星期|礼拜)|隔周|双周",
        Frequency.BIWEEKLY,
    ),
    (
        r"每个?(?=\ue002)|每一?个?(?:周|星期|礼拜)|按周|周付|(?:(?<![\d十第下上这])一个?(?:周|星期|礼拜))(?=\s*(?:还|付|给|打|转|交|出|一次|[\d一二两三四五六七八九]))",
        Frequency.WEEKLY,
    ),
    (
        r"每一?个?月|按月|月月|月供|月付|(?:(?<![\d十第下上这])一个?月)(?=\s*(?:还|付|给|打|转|交|出|一次|最多|只|大概|能|可以|[\d一二两三四五六七八九]))",
        Frequency.MONTHLY,
    ),
)
_FREQUENCY_PATTERNS = tuple((compiled(pattern), frequency) for pattern, frequency in _FREQUENCIES)

_BEHIND = compiled(
    r"\b(?:missed|behind|made|late|last|first|past|overdue|skipped|after)(?:\s+(?:on|by|my|the|about|already))*\s*$"
)
_BEHIND_ZH = compiled(r"(?:还|付|交|缴)(?:过|了)$|(?:已还|已付|欠了?|逾期了?|拖了?)$")
_COUNTS_EN = compiled(
    rf"(?<![\d.,$/])\b(?!an?\s)(?P<n>{SMALL_COUNT})\s+(?:more\s+|equal\s+|easy\s+|small\s+|even\s+|separate\s+)?(?:\ue000+\s+)?"
    r"(?:payments?|instal?lments?|parts?|chunks?|pieces?|goes|ways|pays)\b(?!\s+(?:late|behind|already|ago|missed|overdue|past))"
    rf"|\b(?:split|break|divide|spread|cut)\b[\w\s]{{0,20}}\b(?:in|into|over)\s+(?P<n2>{SMALL_COUNT})\b(?=\W*$)"
)
_PERIODS_EN = compiled(
    rf"\b(?P<cue>over|across|spread(?:\s+(?:it|this|out))*(?:\s+over)?|for|in)?\s*(?:the\s+next\s+|about\s+)?(?<![\d.,$/])\b(?P<n>{SMALL_COUNT})[\s-]"
    r"(?P<unit>month|week)s?\b(?P<plan>\s+(?:plan|payment\s+plan|instal))?(?!\s+(?:ago|from|behind|late|pregnant))"
)
_COUNTS_ZH = compiled(
    rf"(?:分[成期]?|拆成?|做)\s*(?P<n>{SMALL_HAN})\s*(?:期|次|笔|份|个?月(?P<month>)|个?(?:周|星期|礼拜)(?P<week>))"
    rf"|(?<![\d一二两三四五六七八九十百千万第])(?![一1]期)(?P<n2>{SMALL_HAN})期(?!间|限)"
    rf"|(?<![\d一二两三四五六七八九十百千万第])(?P<n3>{SMALL_HAN})个月(?=还清|付清|结清|还完|付完|分期|的?分期)(?P<month3>)"
)


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Count and frequency of the instalments; None where unsaid or contradictory."""

    count: int | None
    frequency: Frequency | None


def read_instalments(text: str) -> tuple[Rhythm, str]:
    """The rhythm, and the text without the words it was read from."""
    frequencies, spans = _frequencies(text)
    text = blank(text, spans)
    counts, units, spans = _counts(text, said=bool(frequencies))
    text = blank(text, spans)
    said = {each for each in frequencies if each is not None}
    if not frequencies:
        said = units
    elif units - said:
        counts = set()  # "weekly over 3 months" names no count
    return Rhythm(counts.pop() if len(counts) == 1 else None, said.pop() if len(said) == 1 else None), text


def _frequencies(text: str) -> tuple[set[Frequency | None], list[Span]]:
    found: set[Frequency | None] = set()
    spans: list[Span] = []
    for pattern, frequency in _FREQUENCY_PATTERNS:
        taken = [match.span() for match in pattern.finditer(text)]
        text = blank(text, taken)
        spans += taken
        found |= {frequency} if taken else set()
    return found, spans


def _counts(text: str, *, said: bool) -> tuple[set[int], set[Frequency], list[Span]]:
    counts: set[int] = set()
    units: set[Frequency] = set()
    spans: list[Span] = []
    for match in _COUNTS_EN.finditer(text):
        spans.append(match.span())
        if _BEHIND.search(text[: match.start()]) is None:
            _add(counts, small_count(match["n"] or match["n2"]))
    for match in _PERIODS_EN.finditer(blank(text, spans)):
        spans.append(match.span())
        if _is_plan(match["cue"] or "", match["plan"], said):
            _add(counts, small_count(match["n"]))
            units.add(_UNIT_FREQUENCY[match["unit"]])
    for match in _COUNTS_ZH.finditer(text):
        spans.append(match.span())
        if _BEHIND_ZH.search(text[: match.start()]):
            continue
        _add(counts, small_han(match["n"] or match["n2"] or match["n3"]))
        if match["week"] is not None:
            units.add(Frequency.WEEKLY)
        elif match["month"] is not None or match["month3"] is not None:
            units.add(Frequency.MONTHLY)
    return counts, units, spans


def _is_plan(cue: str, plan: str | None, said: bool) -> bool:
    """A length of time counts instalments when it is spread over, or a frequency was named beside it."""
    return bool(plan) or cue.startswith(("over", "across", "spread")) or (cue == "for" and said)


def _add(counts: set[int], count: int | None) -> None:
    if count is not None and 1 <= count <= _COUNT_MAX:
        counts.add(count)
