"""Several sums, each with a day of its own: "500 on the 1st, 500 on the 15th and the rest in January".

Told apart only where sums and days take turns and the days come in order. The rest may have a day, a month,
or months that follow each other; in a month without a day a sum falls on the number of the day before it:
"half now and half next month". What they pay 先 (first), with a month after it, is paid today. Regular sums
may follow: "500 tomorrow, 1000 on the 31st, then 600 a month".
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from arrears.domain.language.dates.moved import is_gap
from arrears.domain.language.plans.first_and_rest import EITHER, going_on, leads_on_at, parted, rhythm_spans
from arrears.domain.language.plans.the_rest import REST
from arrears.domain.language.readings import (
    AmountKind,
    AmountReading,
    Certainty,
    DateReading,
    Frequency,
    PlanReading,
    Readings,
)
from arrears.domain.language.script.fold import compiled, fold, overlap
from arrears.domain.negotiation.schedule import months_after

# s a sum, d a day, m a month without a day, r words for the rest.
_TURNS = compiled(r"(?P<sums>(?:sd|ds)(?:s[dm]|[dm]s)*)(?:r(?P<after>d|m*)|(?P<before>d|m+)r)?")
_FIRST = compiled(r"(?:现在|目前|这会儿|先)[^\d一二两三四五六七八九十百千万半]{0,6}$")
_STEPS = compiled(r"\b(?:from|start(?:s|ing)?|beginning|then|until|till?)\b|起|开始|[之以][前后]")
_ALL = compiled(r"\b(?:all|full|whole|entire)\s+\$?$|(?:全部?|总共|一共|满)(?:是|还|付|给)?[¥￥]?$")
_BARE = compiled(
    r"(?:on\s+)?(?:the\s+)?\d{1,2}(?:st|nd|rd|th)?|\d{1,2}[号日]|[一二三四五六七八九十]{1,3}[号日]"
)

_TWO = 2


@dataclass(frozen=True, slots=True)
class DatedSums:
    """What is read of each payment, in order, and of the rest after them."""

    parts: tuple[Readings, ...]  # each with one sum and one day
    rest_on: date | None  # its day, or that of the first of its payments; None where nothing is said of it
    rest_count: int  # in how many months it is paid; 0 where nothing is said of it
    regular: Readings | None = None  # the regular sums in which it is paid, where they named those


def dated_sums(text: str, readings: Readings, today: date) -> DatedSums | None:
    """The payments, two at least with the rest; None where they are not told apart, or `the_rest` will do."""
    readings = going_on(fold(text), readings)
    return _then_regular(text, readings, today) or _dated_sums(text, readings, today)


def _then_regular(text: str, readings: Readings, today: date) -> DatedSums | None:
    """The payments where the rest has a rhythm of its own, and a sum or a number, after two at least."""
    plain, sums = fold(text), readings.amounts
    rhythm = rhythm_spans(readings.plan)
    if len(plain) != len(text) or len(sums) < _TWO or not rhythm or EITHER.search(plain):
        return None
    for before, follows in ((sums[-1], min(rhythm)), (sums[-2], min(*rhythm, sums[-1].span))):
        leads = leads_on_at(plain, (before.span[1], follows[0]))
        at = follows[0] if leads is None else leads
        first, rest = parted(readings, at)
        several = _dated_sums(text[:at], first, today)
        of_rest = len(rest.amounts) == 1 or (not rest.amounts and leads is not None)
        if several is not None and len(several.parts) >= _TWO and not several.rest_count and of_rest:
            return replace(several, regular=rest)
    return None


def _dated_sums(text: str, readings: Readings, today: date) -> DatedSums | None:
    plain = fold(text)
    apart = len(plain) == len(text) and not EITHER.search(plain) and not _STEPS.search(plain)
    by_month = _by_month(_told(plain, readings), readings) if apart else None
    if by_month is not None:
        return by_month
    told = _begun(plain, _without_rest_sums(_told(plain, readings)), today)
    turns = _TURNS.fullmatch("".join(kind for kind, _ in told))
    if turns is None or len(plain) != len(text) or EITHER.search(plain):
        return None
    pairs = len(turns["sums"]) // 2
    closing = (turns["after"] or "") + (turns["before"] or "")
    parts = tuple(_part(readings, told[2 * at : 2 * at + 2]) for at in range(pairs))
    parts = _less_before(plain, _in_order(parts))
    days = [on for part in parts if (on := part.dates[0].on) is not None]
    if len(days) < pairs:
        return None
    count = readings.instalment_count
    if pairs + len(closing) < 2 or (pairs, turns["after"]) == (1, "d"):
        return None
    if count not in (None, pairs, pairs + 1):
        return None
    if readings.frequency is not None or any(one >= other for one, other in pairwise(days)):
        return None
    rest = [each for _, each in told[2 * pairs :] if isinstance(each, DateReading)]
    rest_on = _rest_on(rest, days[-1])
    return None if closing and rest_on is None else DatedSums(parts, rest_on, len(closing))


def _by_month(
    told: list[tuple[str, AmountReading | DateReading | None]], readings: Readings
) -> DatedSums | None:
    """The payments where months alone go with the sums: 三月四月每月500，五月2万，十月剩下的还清.

    The first is at the end of its month, and by its number go the others.
    """
    kinds = "".join(kind for kind, _ in told)
    pairs = _months_with_sums(told) if set(kinds) <= {*"smr"} and kinds.count("s") > 1 else None
    if pairs is None or readings.instalment_count is not None:
        return None
    shared = len(pairs) > kinds.count("s")  # 三月四月每月500
    if any(day.month is None for day, _ in pairs) or (shared != (readings.frequency is Frequency.MONTHLY)):
        return None
    once = replace(readings, frequency=None)
    parts = tuple(_part(once, [("d", _at_its_end(day)), ("s", each)]) for day, each in pairs)
    parts = (parts[0], *_in_order(parts)[1:])
    days = [on for part in parts if (on := part.dates[0].on) is not None]
    if len(days) < len(parts) or any(one >= other for one, other in pairwise(days)):
        return None
    paid = [day for day, _ in pairs]
    rest = [each for _, each in told if isinstance(each, DateReading) and each not in paid]
    rest_on = _rest_on(rest, days[-1])
    return None if "r" in kinds and rest_on is None else DatedSums(parts, rest_on, len(rest))


def _months_with_sums(
    told: list[tuple[str, AmountReading | DateReading | None]],
) -> list[tuple[DateReading, AmountReading]] | None:
    """Each month with its sum, which stands after its months or, in English, before them."""
    said = told if told[0][0] != "s" else _sums_last(told)
    pairs: list[tuple[DateReading, AmountReading]] = []
    months: list[DateReading] = []
    for _, each in said:
        if isinstance(each, DateReading):
            months.append(each)
        elif each is None:
            break
        else:
            pairs += [(month, each) for month in months]
            if not months:
                return None
            months = []
    return None if months and said[-1][1] is months[-1] and "r" not in dict(said) else pairs


def _sums_last(
    told: list[tuple[str, AmountReading | DateReading | None]],
) -> list[tuple[str, AmountReading | DateReading | None]]:
    """The same with every sum after the months that follow it."""
    result: list[tuple[str, AmountReading | DateReading | None]] = []
    waiting: list[tuple[str, AmountReading | DateReading | None]] = []
    for one in told:
        if one[0] in "sr":
            result += waiting
            waiting = [one]
        else:
            result.append(one)
    return [*result, *waiting]


def _at_its_end(day: DateReading) -> DateReading:
    on = None if day.month is None else months_after(day.month, 1) - timedelta(days=1)
    return replace(day, on=on, problem=None, certainty=Certainty.LIKELY)


def _told(plain: str, readings: Readings) -> list[tuple[str, AmountReading | DateReading | None]]:
    """Sums, days and words for the rest in the order of the text, each by its letter."""
    rests = [match.span() for match in REST.finditer(plain)]
    sums = [each for each in readings.amounts if not (rests and each.kind is AmountKind.FULL)]
    rests = [span for span in rests if not any(overlap(span, each.span) for each in sums)]
    found: list[tuple[int, str, AmountReading | DateReading | None]] = []
    found += [(each.span[0], _kind_of_sum(each), each) for each in sums]
    found += [(each.span[0], _kind_of_day(each), each) for each in readings.dates]
    found += [(span[0], "r", None) for span in rests]
    return [(kind, each) for _, kind, each in sorted(found, key=lambda one: one[0])]


def _without_rest_sums(
    told: list[tuple[str, AmountReading | DateReading | None]],
) -> list[tuple[str, AmountReading | DateReading | None]]:
    """Without the words for the rest where a day and a sum of it follow: 先还五百 剩下的月底还一千."""
    kinds = "".join(kind for kind, _ in told)
    return [
        one for at, one in enumerate(told) if not (one[0] == "r" and kinds[at + 1 : at + 3] in ("ds", "ms"))
    ]


def _begun(
    plain: str, told: list[tuple[str, AmountReading | DateReading | None]], today: date
) -> list[tuple[str, AmountReading | DateReading | None]]:
    """With today before a sum that they pay first, where a month or day comes next and a sum in it."""
    if "".join(kind for kind, _ in told) not in ("sms", "sds") or told[0][1] is None:
        return told
    starts, _ = told[0][1].span
    first = _FIRST.search(plain[:starts])
    if first is None:
        return told
    return [("d", DateReading(today, None, first.span(), first.group(), certainty=Certainty.LIKELY)), *told]


def _kind_of_sum(each: AmountReading) -> str:
    plain = each.certainty is not Certainty.UNSURE and each.kind is not AmountKind.FULL
    return "s" if plain else "?"


def _kind_of_day(each: DateReading) -> str:
    words = fold(each.words)
    if each.certainty is Certainty.UNSURE and not (_BARE.fullmatch(words) or is_gap(words)):
        return "?"
    return "d" if each.on is not None else "m" if each.month is not None else "?"


def _part(readings: Readings, pair: list[tuple[str, AmountReading | DateReading | None]]) -> Readings:
    return replace(
        readings,
        amounts=tuple(each for _, each in pair if isinstance(each, AmountReading)),
        dates=tuple(each for _, each in pair if isinstance(each, DateReading)),
        instalment_count=None,
        plan=PlanReading(),
    )


def _less_before(plain: str, parts: tuple[Readings, ...]) -> tuple[Readings, ...]:
    """The payments; of "300 now, all 600 on Friday" the second is what the first leaves of it."""
    if len(parts) != _TWO:
        return parts
    (before,), (whole,) = parts[0].amounts, parts[1].amounts
    less = None if before.money is None or whole.money is None else whole.money - before.money
    if less is None or less.minor <= 0 or not _ALL.search(plain[: whole.span[0]]):
        return parts
    return (parts[0], replace(parts[1], amounts=(replace(whole, money=less),)))


def _in_order(parts: tuple[Readings, ...]) -> tuple[Readings, ...]:
    """The parts; a mere number after a later day is one of the next month: the 1st, then the 15th.

    A month has the number of the day before it.
    """
    found: list[Readings] = []
    for part in parts:
        day, last = part.dates[0], found[-1].dates[0].on if found else None
        if day.month is not None and last is not None:
            day = replace(day, on=_in_month(day.month, last), problem=None, certainty=Certainty.LIKELY)
        if day.on is not None and last is not None and _BARE.fullmatch(fold(day.words)):
            on = day.on if day.on > last else months_after(day.on, 1)
            day = replace(day, on=on, certainty=Certainty.LIKELY)
        if is_gap(fold(day.words)):  # counted from the day before it
            day = replace(day, certainty=Certainty.LIKELY)
        found.append(replace(part, dates=(day,)))
    return tuple(found)


def _rest_on(rest: list[DateReading], last: date) -> date | None:
    """The day of the rest, after the last one before it; None without one, or where months are left out."""
    if not rest:
        return None
    on = rest[0].on
    if on is not None:
        return on if on > last else None
    months = [month for each in rest if (month := each.month) is not None]
    follow = all(months_after(one, 1) == other for one, other in pairwise(months))
    return _in_month(months[0], last) if follow and len(months) == len(rest) else None


def _in_month(month: date, last: date) -> date | None:
    ahead = (month.year - last.year) * 12 + month.month - last.month
    on = months_after(last, ahead) if ahead > 0 else months_after(month, 1) - timedelta(days=1)
    return on if on > last else None
