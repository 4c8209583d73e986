"""What borrowers say of their means: what comes in and goes out, what is left, and when they are paid.

Their own and today's alone: what used to be, would be, somebody else's or denied is not read, nor is what
they offer to pay. Several costs add up, and so do incomes said to come on top of each other; of incomes that
are not, the least counts. Of a range the end counts that leaves less. Different rhythms are put together by
the month, rounded so that less is left. What is said of a year is spread over its months; an hour's or a
day's pay is no income here, since how much is worked is not known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from arrears.domain.language.means.others_income import names_rhythm, others_income
from arrears.domain.language.means.page import MeansPage, Said, page_of
from arrears.domain.language.means.paydays import payday_in
from arrears.domain.language.means.roles import Part, Role, parts_of
from arrears.domain.language.means.spoken_for import spoken_for
from arrears.domain.language.readings import Frequency
from arrears.domain.language.script.fold import Span, fold, overlap
from arrears.domain.money import Currency, Money
from arrears.domain.negotiation.offers import Regularly
from arrears.domain.people import Language

_MONTHS_A_YEAR = 12
_PER_YEAR = {
    Frequency.WEEKLY: 52,
    Frequency.BIWEEKLY: 26,
    Frequency.SEMIMONTHLY: 24,
    Frequency.MONTHLY: 12,
    Frequency.QUARTERLY: 4,
}
_YEARLY_FROM = 15_000_00
"""A US salary of so many minor units with no rhythm said is as likely a year's as a month's. Judgement."""


@dataclass(frozen=True, slots=True)
class Means:
    """What was said; None where it was not, or not for certain."""

    income: Regularly | None = None
    expenses: Regularly | None = None
    left_over: Regularly | None = None  # by their own account, after all costs
    payday: date | None = None  # the next one
    payday_rhythm: Frequency | None = None
    paydays: tuple[Span, ...] = field(default=(), compare=False)
    """Where two days of a month on which they are paid stand."""
    spans: tuple[Span, ...] = field(default=(), compare=False)
    """Where the sums of income, costs and what is left stand, and what others earn: none is offered."""
    rhythm_spans: tuple[Span, ...] = field(default=(), compare=False)
    """Where it is said how often they come or go: none of these is the rhythm of an offer."""


@dataclass(frozen=True, slots=True)
class _Sum:
    """A part with its money."""

    part: Part
    minor: int
    per: Frequency
    span: Span


def means_in(text: str, *, language: Language, today: date, currency: Currency) -> Means:
    """All that the turn says of means. `today` is on the borrower's calendar; money is in `currency`.

    A sum without a rhythm is a month's where such sums are: salaries, benefits, rent.
    """
    page = page_of(text, chinese=language is Language.ZH, currency=currency)
    payday = payday_in(text, fold(text), page, language=language, today=today, currency=currency)
    sums = _sums(page, payday.rhythm, currency)
    own = [one.span for one in sums]
    none_of_it = (*others_income(text), *spoken_for(text))
    others = [span for span in none_of_it if not any(overlap(span, each) for each in own)]
    return Means(
        income=_income([one for one in sums if one.part.role is Role.INCOME], currency),
        expenses=_expenses([one for one in sums if one.part.role is Role.COSTS], currency),
        left_over=_least([one for one in sums if one.part.role is Role.LEFT_OVER], currency),
        payday=payday.on,
        payday_rhythm=payday.rhythm,
        paydays=payday.both,
        spans=tuple(sorted((*own, *others))),
        rhythm_spans=(*_rhythm_spans(page, sums), *(span for span in others if names_rhythm(text, span))),
    )


def _rhythm_spans(page: MeansPage, sums: Sequence[_Sum]) -> tuple[Span, ...]:
    """Where the rhythms of the sums stand; what follows another sum at once is the rhythm of that one."""
    own = {one.span for one in sums}
    others = [said.span[1] for said in page.sums if said.span not in own]
    spans = [one.part.rhythm.span for one in sums if one.part.rhythm is not None]
    return tuple(
        span
        for span in spans
        if not any(end <= span[0] and not page.text[end : span[0]].strip() for end in others)
    )


def _sums(page: MeansPage, payday_rhythm: Frequency | None, currency: Currency) -> list[_Sum]:
    """The parts that are held to be so, with the rhythm that is meant where none was said."""
    found: list[_Sum] = []
    for part in parts_of(page):
        said = page.sums[part.at]
        if not part.held or not _is_plausible(part, said, currency, payday_rhythm):
            continue
        inherited = payday_rhythm if part.role is Role.INCOME else found[-1].per if found else None
        per = _per(part, inherited)
        minor = _minor(part, said)
        if per is not None and minor > 0:
            found.append(_Sum(part, minor, per, said.span))
    return found


def _is_plausible(part: Part, said: Said, currency: Currency, payday_rhythm: Frequency | None) -> bool:
    if part.role is not Role.INCOME or part.rhythm is not None or currency is not Currency.USD:
        return True
    return payday_rhythm is not None or said.low < _YEARLY_FROM


def _per(part: Part, inherited: Frequency | None) -> Frequency | None:
    if part.rhythm is not None:
        return part.rhythm.frequency
    if part.needs_rhythm:
        return inherited
    return (inherited or Frequency.MONTHLY) if _goes_with(part) else Frequency.MONTHLY


def _goes_with(part: Part) -> bool:
    """Whether it is said in the rhythm of the sum before it; rent is a month's whatever the wages are."""
    return part.role is Role.LEFT_OVER or part.cue in ("expenses", "开销", "开支", "支出")


def _minor(part: Part, said: Said) -> int:
    minor = said.high if part.role is Role.COSTS else said.low
    if part.rhythm is None or not part.rhythm.of_year:
        return minor
    return _divided(minor, _MONTHS_A_YEAR, up=part.role is Role.COSTS)


def _divided(minor: int, by: int, *, up: bool) -> int:
    return -(-minor // by) if up else minor // by


def _income(sums: Sequence[_Sum], currency: Currency) -> Regularly | None:
    added = [one for one in sums[1:] if one.part.added and not _says_again(one, sums[0])]
    if sums and added and len(added) == len(sums) - 1:
        return _together(sums, currency, up=False)
    return _least(sums, currency)


def _says_again(one: _Sum, other: _Sum) -> bool:
    return one.per is other.per and one.part.cue == other.part.cue and one.minor == other.minor


def _expenses(sums: Sequence[_Sum], currency: Currency) -> Regularly | None:
    """All costs together; what was said to be the total of others is they, and one said twice is one."""
    once = list({(one.part.cue, one.minor, one.per): one for one in sums}.values())
    for one in once:
        others = [other for other in once if other is not one]
        same = len({other.per for other in once}) == 1
        if others and (
            one.part.total or (same and len(others) > 1 and one.minor == sum(other.minor for other in others))
        ):
            return Regularly(Money(one.minor, currency), one.per)
    return _together(once, currency, up=True) if once else None


def _together(sums: Sequence[_Sum], currency: Currency, *, up: bool) -> Regularly:
    """Their sum, in the rhythm they share or by the month."""
    if len({one.per for one in sums}) == 1:
        return Regularly(Money(sum(one.minor for one in sums), currency), sums[0].per)
    minor = sum(_divided(one.minor * _PER_YEAR[one.per], _MONTHS_A_YEAR, up=up) for one in sums)
    return Regularly(Money(minor, currency), Frequency.MONTHLY)


def _least(sums: Sequence[_Sum], currency: Currency) -> Regularly | None:
    one = min(sums, key=lambda each: each.minor * _PER_YEAR[each.per], default=None)
    return None if one is None else Regularly(Money(one.minor, currency), one.per)
