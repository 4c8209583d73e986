"""How many instalments and how often, in English and Mandarin."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from arrears.domain.language.money.fractions import NTHS
from arrears.domain.language.money.numerals_en import NUMBER_WORDS, SMALL_COUNT, small_count
from arrears.domain.language.money.numerals_zh import SMALL_HAN, small_han
from arrears.domain.language.offered.context import elsewhere
from arrears.domain.language.offered.demands import is_demanded
from arrears.domain.language.plans.frequencies import (
    A_WEEK,
    DAY_OF_MONTHS,
    DAYS_OF_WEEKS,
    FREQUENCY_PATTERNS,
    RHYTHM_REFUSED,
    SUM_BEFORE,
    TWO_DAYS_A_MONTH,
)
from arrears.domain.language.readings import Frequency
from arrears.domain.language.script.fold import Span, blank, compiled

_COUNT_MAX = 120  # ten years of months; no plan is longer
_SUM_MIN = 20  # "a 12 payment plan" is one; "a 60 payment" is a sum
_PER_UNIT = {"week": (Frequency.WEEKLY, 1), "month": (Frequency.MONTHLY, 1), "year": (Frequency.MONTHLY, 12)}

_BEHIND = compiled(
    r"\b(?:instead\s+of|missed|behind|made|late|last|first|past|overdue|skipped|after|already|paid)(?:\s+(?:on|by|my|"
    r"the|about|already))*\s*$"
)
# "One payment a month" counts none, and what is in one piece is whole.
_RATE = compiled(r"(?:one|1)\s+(?:(?:payment|pmt|instal?lment)\s*\ue000|pieces?\b)")
_BEHIND_ZH = compiled(
    r"(?:还|付|交|缴)(?:过|了)$|(?:已还|已付|(?:[欠那这]|(?<!后)头)了?|拖欠的?|逾期的?了?|拖了?|还剩|只剩|剩|断了?|落了?|[补给交]|先还)$"
)
_PARTS = (
    r"(?:payments?|pmts?|pymts?|instal?lments?|parts?|halves|chunks?|pieces?|bits|slices|goes(?!\s+(?:over|to|by|on|up|"
    r"down|out|back|into|the))|ways|pays|portions?|amounts|emis?)"
)
_COUNTS_EN = compiled(
    rf"(?<![\d.,$/])\b(?!an?\s|(?:one|1)\s+pays\b)(?P<n>{SMALL_COUNT})\s+(?:more\s+|equal\s+|easy\s+|small\s+|smaller\s+|big\s+|bigger\s+|little\s+|"
    rf"even\s+|separate\s+)*(?:\ue000+\s+)?"
    rf"{_PARTS}\b(?!\s+(?:late|behind|already|ago|missed|overdue|past|left))"
    rf"|\b(?:split|splitting|break|divide|spread|cut|do|make|chop|chunk|slice|carve|dice|portion|parcel)\b[\w\s]{{0,20}}\b(?:in|into|over|by|"
    rf"up\s+into|up\s+by)\s+(?P<n2>{SMALL_COUNT})\b(?=\W*$|[?!;]|[.,](?!\d)|\s+(?:pls|plz|please|ok|then|or\s+so|for\s+me|if|(?:n|and|&)\s+i(?:'?ll|'?d|'?m)?)\b)"
    rf"|\bnot\s+{SMALL_COUNT}\s+(?:months?|weeks?|payments?|instal?lments?)[\s,]+(?:but\s+|it'?s\s+)?(?P<n8>{SMALL_COUNT})\b(?=\W*$)"
    rf"|\b(?:split|break|divide|cut|chop|pay)\b[\w\s]{{0,20}}\b(?:in|into|by)\s+(?:equal\s+)?(?P<parts>{'|'.join(NTHS)})\b"
    rf"|\bpay\s+(?:it\s+|this\s+|that\s+)?(?:off\s+|back\s+)?in\s+(?P<n3>{SMALL_COUNT})\b(?=\W*$)"
    rf"|\binstead\s+of\s+{SMALL_COUNT}\s+(?:payments?|months?)\s+(?:\w+\s+){{0,3}}(?:do|have|make|get)\s+(?P<n6>{SMALL_COUNT})\b(?=\W*$)"
    rf"|(?:(?<=\bneed\s)|(?<=\bdo\s)|(?<=\bwant\s)|(?<=\bmanage\s))(?P<n7>{SMALL_COUNT})(?=\s+of\s+\$?\d{{2}})"
    r"|(?<=[\d\ue000])\s?x\s?(?P<n5>\d{1,2})\b"
    r"|(?<![\d.,$/])\b(?P<n4>\d{1,2})\s?x\s?(?=\$?\d\d)"
)
_PERIODS_EN = compiled(
    rf"\b(?P<cue>over|across|(?:spread|stretch)(?:\s+(?:it|this|out))*(?:\s+over|\s+to)?|for|in|"
    rf"during)?\s*(?:the\s+next\s+|about\s+|"
    rf"the\s+course\s+of\s+)?(?<![\d.,$/])\b(?P<n>{SMALL_COUNT})[\s-]?"
    r"(?P<unit>month|week|year|mo(?=s\b))s?\b(?P<plan>\s+(?:plan|payment\s+plan|instal|deal|arrangement|option|schedule|one\b)|\s+instead\s+of\s+\d+(?=\W*$)|"
    r"\s+at\s+\$?(?=\d|\w+ty|\w+\s+(?:hundred|dollars))|(?<=months)\s+of\s+\$?(?=\d\d)|\s+(?:straight|running|in\s+a\s+row)\b|\s+to\s+(?:pay\s+(?:it|this|that)?\s*off|"
    r"clear\s+it|finish)|\s*,\s*(?=\$?\d[\d.,]*\s*(?:dollars\s*|bucks\s*)?(?:each\b|apiece\b|\ue000)))?(?!\s+(?:ago|from|behind|late|pregnant|old|extension))"
)
_DENIED = compiled(r"(?<!why\s)(?<!if\s)\bnot\s+$|(?<!是)不是$")  # 不是每月，是每两周
_NOT_SO_MANY = compiled(
    r"(?<!why\s)(?<!if\s)\b(?:not|don'?t\s+(?:want|need)|didn'?t\s+(?:say|ask\s+for|mean|want))\s+(?:it\s+in\s+|to\s+pay\s+in\s+|the\s+|these\s+|those\s+|any\s+)?$"
    r"|(?<!是)不(?:是|要|想)(?:再)?(?:分|搞|弄)?(?:成)?$|没说(?:要)?(?:分)?(?:成)?$"
)
"""Before a number of payments, it is none of theirs: "not 12 payments", 不要分12期."""
_NOT_THEN = compiled(r"\b(?:not|never|except|but|can'?t|don'?t|call|text|work|off|closed)\b[^.,;]*$")
_WITHDRAWN = compiled(
    rf"\b(?:scrap|drop|forget|cancel|stop|ditch|skip)\s+(?:(?:the|this|that|my)\s+)?"
    rf"(?:\$?\d[\d.,]*\s+|{NUMBER_WORDS}\s+)?(?:dollars\s+|bucks\s+)?$"
)
_ONE_PAYMENT = compiled(r"\s(?:payment|pmt|pymt|instal?lment)$")
_SPLIT_SUM = compiled(r"[a-z]+\s+(?:up\s+)?(?:the\s+|my\s+)?\d+(?=\s)")
_BARE_PERIOD_EN = compiled(
    rf"^\W*(?:(?:maybe|how\s+about|what\s+about|say|over|make\s+it)\s+)?{SMALL_COUNT}\s+(?:month|week)s\W*$"
)
_LASTED = compiled(  # "for over a year" is how long, and so is "got a car loan over six years"
    r"\b(?:for|been|in|took|takes|lasted|(?:did|had|has|got|took)\s+(?:an?|his|her|their)\s+(?:\w+\s+)?(?:loan|mortgage|lease))\s*$"
)
_PAYS = compiled(
    r"\b(?:pay\w*|spread|stretch|split|plan|instal\w+|break\s+(?:it|this)|per|each|\d+|\ue000+)\b|\ue000"
)
_HALF_YEAR = compiled(r"\b(?:over|across)\s+(?:a\s+)?half\s+(?:a\s+)?year\b")
_SPLITS = compiled(r"[分拆摊]")  # 给拆十五期 owes none of them
_NOT_NUMERAL = r"(?<![\d一二两三四五六七八九十百千万第])"
_COUNTS_ZH = compiled(
    rf"(?:分[成期开]?|拆成?|摊(?:到|成)?|延长到)\s*(?P<n>{SMALL_HAN})\s*(?:期(?!{SMALL_HAN}期)|次|笔|份|回|批|个?月(?P<month>)|个?(?:周|星期|"
    rf"礼拜)(?P<week>)|年(?!半)(?P<year>))"
    rf"|(?:分|摊)(?:期|摊)?(?:到|成|在)?(?P<half>半年)"
    rf"|期数(?:加|增|改|变|延|调|定)?[到成为](?P<n9>{SMALL_HAN})(?:期)?"
    rf"|(?<![已没])还(?P<n7>(?![一1][个期周星礼]){SMALL_HAN})(?:个月(?P<month7>)|个?(?:周|星期|礼拜)(?P<week7>)|年(?!半)(?P<year7>)|期(?!的))"
    rf"|分七(?P<n16>{SMALL_HAN})期"
    rf"|分(?P<heard>{SMALL_HAN})七(?=还|付|给|可以|行|吧|吗|$|\W)"
    rf"|{_NOT_NUMERAL}(?![一1]期)(?P<n2>{SMALL_HAN})期(?!{SMALL_HAN}期|间|限|的(?!那个|方案|计划|吧|话)|没|未|逾)"
    rf"|{_NOT_NUMERAL}(?P<n5>(?![一1][次回]){SMALL_HAN})[次回](?=还清|付清|结清|还完|付完|给清|给完|结完|结掉|还掉|付掉|了结|搞定)"
    rf"|{_NOT_NUMERAL}(?P<n3>{SMALL_HAN})个月(?:内|之内)?(?=还清|付清|结清|还完|付完|分期|的?分期)(?P<month3>)"
    rf"|{_NOT_NUMERAL}(?P<n4>{SMALL_HAN})个月(?=[\s,\uff0c]*(?:每个?月|一个?月|\ue000\ue000))(?P<month4>)"
    rf"|{_NOT_NUMERAL}(?![一1]个?[周星礼])(?P<n11>{SMALL_HAN})个?(?:周|星期|礼拜)(?=[\s,\uff0c]*\ue000\ue000)(?P<week11>)"
    rf"|{_NOT_NUMERAL}(?P<n13>{SMALL_HAN})个?(?:周|星期|礼拜)(?:内|之内)?(?=还清|付清|结清|还完|付完)(?P<week13>)"
    rf"|(?<=按)(?:(?P<n14>{SMALL_HAN})(?:个月(?P<month14>)|期|年(?P<year14>))|(?P<half3>半年))(?=来|还|分|算|走|吧|\W*$|[\s,\uff0c])"
    rf"|(?:[一总]共|共|(?<![又已经])[还付给交])(?P<n15>(?![一1][次回]){SMALL_HAN})[次回笔](?!了|都|电话)"
    rf"|(?<=[\s,\uff0c])(?P<n12>{SMALL_HAN})个?(?:(?P<month12>月)|(?P<week12>周|星期|礼拜))(?=\W*$)"
    rf"|(?:不是{SMALL_HAN}个?月[\s,\uff0c]*(?:而?是|要)|[拉拖放延][长宽]?[到至成]|共|共计|总共)(?P<n10>{SMALL_HAN})个月(?=\W*$|[吗吧行可还付\s,\uff0c])(?P<month10>)"
    rf"|{_NOT_NUMERAL}(?P<n8>[一二两三四]|[1-4])年半(?=吧|行|分|慢慢|[还付](?!不|没)|\W*$|[\s,\uff0c]*(?:每|一个?月|\ue000|还清|还完)|(?:内|之内)?(?:还|付|结)[清完])"
    rf"|{_NOT_NUMERAL}(?:(?P<n6>(?!\d{{3}}){SMALL_HAN})年(?P<year6>)|(?P<half2>半年))(?:内|之内)?(?=还清|付清|结清|还完|付完|[\s,\uff0c]*\ue000\ue000)"
)


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Count and frequency of the instalments; None where unsaid or contradictory."""

    count: int | None
    frequency: Frequency | None
    count_span: Span | None = None
    frequency_span: Span | None = None


@dataclass(slots=True)
class _Counts:
    """The counts said so far, the units they came in, and where."""

    text: str
    spans: list[Span] = field(default_factory=list)
    found: list[tuple[int, Span, Frequency | None]] = field(default_factory=list)
    periods: set[Frequency] = field(default_factory=set)

    def add(self, count: int | None, span: Span, unit: Frequency | None = None) -> None:
        if count is not None and 1 <= count <= _COUNT_MAX:
            self.found.append((count, span, unit))
        elif unit is not None:
            self.periods.add(unit)

    def add_period(self, count: int | None, unit: str, span: Span) -> None:
        frequency, times = _PER_UNIT["month" if unit == "mo" else unit]
        self.add(None if count is None else count * times, span, frequency)

    def leave_out_demanded(self) -> None:
        """What we said or they find too much counts only where there is nothing else."""
        self.found = [one for one in self.found if not _NOT_SO_MANY.search(self.text[: one[1][0]])]
        offered = [one for one in self.found if not is_demanded(self.text, one[1])]
        self.found = offered or self.found

    @property
    def values(self) -> set[int]:
        return {count for count, _, _ in self.found}

    @property
    def counted(self) -> list[Span]:
        return [span for _, span, _ in self.found]

    @property
    def units(self) -> set[Frequency]:
        return self.periods | {unit for _, _, unit in self.found if unit is not None}


def twice_a_month(plain: str, rhythm: Rhythm) -> Rhythm:
    """The rhythm, semimonthly where two days of every month are named side by side, or that of its days."""
    match = TWO_DAYS_A_MONTH.search(plain)
    if match is None or rhythm.frequency not in (None, Frequency.MONTHLY):
        return _with_its_days(plain, rhythm)
    return replace(rhythm, frequency=Frequency.SEMIMONTHLY, frequency_span=match.span())


def _with_its_days(plain: str, rhythm: Rhythm) -> Rhythm:
    """The rhythm; where none was said, that of its days: on Fridays, the last Friday of each month."""
    for pattern, frequency in _OF_DAYS:
        match = None if rhythm.frequency is not None else pattern.search(plain)
        if match is not None and not _NOT_THEN.search(plain[: match.start()]):
            return replace(rhythm, frequency=frequency, frequency_span=match.span())
    return rhythm


_OF_DAYS = (
    (A_WEEK, Frequency.WEEKLY),
    (DAYS_OF_WEEKS, Frequency.WEEKLY),
    (DAY_OF_MONTHS, Frequency.MONTHLY),
)


def read_instalments(text: str, *, asked: bool = False) -> tuple[Rhythm, str]:
    """The rhythm, and the text without the words it was read from.

    Where a plan was asked about, "6 months?" alone is the count of its instalments.
    """
    frequencies, spans = _frequencies(text)
    text = blank(text, spans)
    counts = _Counts(text)
    _count_english(text, counts, said=bool(frequencies), asked=asked)
    _count_mandarin(text, counts, said=bool(frequencies))
    counts.leave_out_demanded()
    text = blank(text, counts.spans)
    said = {each for each in frequencies if each is not None}
    values = counts.values
    if not frequencies:
        said = counts.units
    elif counts.units - said:
        values = set()  # "weekly over 3 months" names no count
    return _rhythm(values, said, counts.counted, spans or counts.counted or counts.spans), text


def _rhythm(values: set[int], said: set[Frequency], counted: list[Span], spans: list[Span]) -> Rhythm:
    count = next(iter(values)) if len(values) == 1 else None
    frequency = next(iter(said)) if len(said) == 1 else None
    return Rhythm(
        count,
        frequency,
        None if count is None else min(counted),
        None if frequency is None else min(spans),
    )


def _frequencies(text: str) -> tuple[set[Frequency | None], list[Span]]:
    said: list[tuple[Span, Frequency | None]] = []
    for pattern, frequency in FREQUENCY_PATTERNS:
        taken = [match.span() for match in pattern.finditer(text)]
        kept = [span for span in taken if not elsewhere(text, span[0])]  # "I make 2100 a month"
        kept = [span for span in kept if not _is_refused(text, span)]
        text = blank(text, taken)
        said += [(span, frequency) for span in kept]
    said = [one for one in said if not _WITHDRAWN.search(text[: one[0][0]])] or said
    said = [one for one in said if not is_demanded(text, one[0])] or said
    return {frequency for _, frequency in said}, [span for span, _ in said]


def _is_refused(text: str, span: Span) -> bool:
    """Whether the rhythm is what they do not want: 每个月还我还不了; beside a sum it may be that alone."""
    refused = RHYTHM_REFUSED.match(text, span[1]) and not SUM_BEFORE.search(text[: span[0]])
    return bool(refused or _DENIED.search(text[: span[0]]))


def _count_english(text: str, counts: _Counts, *, said: bool, asked: bool) -> None:
    for match in _COUNTS_EN.finditer(text):
        words = next(said for said in match.groupdict().values() if said)
        count = NTHS.get(words) or small_count(words)
        if count is None or count > _COUNT_MAX or (count >= _SUM_MIN and _ONE_PAYMENT.search(match.group())):
            continue  # "my 250 payment" is an amount, so is "a 60 payment"
        counts.spans.append(_without_sum(match))
        if not (_BEHIND.search(text[: match.start()]) or _RATE.match(match.group() + text[match.end() :])):
            counts.add(count, match.span())
    counts.spans += _half_years(text, counts)
    alone = asked and _BARE_PERIOD_EN.match(text) is not None
    for match in _PERIODS_EN.finditer(blank(text, counts.spans)):
        counts.spans.append(match.span())
        if (
            alone
            or _is_plan(match, said)
            or (asked and said and match["unit"] == "month" and match["n"] not in ("a", "an"))
        ):
            counts.add_period(small_count(match["n"]), match["unit"], match.span())


def _without_sum(match: re.Match[str]) -> Span:
    """Where the count stands: "split 960 into 8" leaves the sum to be read."""
    summed = _SPLIT_SUM.match(match.group())
    return match.span() if summed is None else (match.start() + summed.end(), match.end())


def _half_years(text: str, counts: _Counts) -> list[Span]:
    spans = [match.span() for match in _HALF_YEAR.finditer(text)]
    for span in spans:
        counts.add_period(6, "month", span)
    return spans


def _is_plan(match: re.Match[str], said: bool) -> bool:
    """A length of time counts instalments when it is spread over, or a frequency was named beside it."""
    cue = match["cue"] or ""
    if match["unit"] == "year" and not match["plan"] and not _PAYS.search(match.string):
        return False
    if cue == "over" and _LASTED.search(match.string[: match.start()]):
        return False
    return (
        bool(match["plan"])
        or cue.startswith(("over", "across", "spread", "stretch"))
        or (cue == "for" and said)
    )


def _count_mandarin(text: str, counts: _Counts, *, said: bool) -> None:
    for match in _COUNTS_ZH.finditer(text):
        groups = {name: words for name, words in match.groupdict().items() if words is not None}
        if not said and groups.keys() & {"n11", "n12", "n15"}:
            continue  # 再等 三个月
        counts.spans.append(match.span())
        if _BEHIND_ZH.search(text[: match.start()]) and not _SPLITS.match(match.group()):
            continue
        unit = next((each for each in _PER_UNIT if any(name.startswith(each) for name in groups)), None)
        words = next((words for name, words in groups.items() if name[0] == "n" or name == "heard"), None)
        if "n8" in groups:
            counts.add_period((small_han(groups["n8"]) or 0) * 12 + 6, "month", match.span())
        elif words is None:
            counts.add_period(6, "month", match.span())
        elif unit:
            counts.add_period(small_han(words), unit, match.span())
        else:
            counts.add(small_han(words), match.span())
