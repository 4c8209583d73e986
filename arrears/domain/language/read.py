"""One turn, read: amounts, dates, instalments and identity answers in English or Mandarin.

Pure and strict: what is not read for certain is not returned, and a day that cannot be used carries its
problem and no date. A message that is four digits and nothing else is both the last four digits of a number
and an amount; which of them was asked for, the caller knows.

`read` is what negotiation hears: offers alone, days ahead. `survey` hears more when it is wanted: what was
paid, owed or denied, and days that lie behind.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from arrears.domain.language.dates import (
    calendar_en,
    calendar_zh,
    relative_en,
    relative_zh,
    weekdays_en,
    weekdays_zh,
)
from arrears.domain.language.dates.days import Day, settled_in_month
from arrears.domain.language.dates.holidays import HOLIDAY_RULES
from arrears.domain.language.dates.moved import counted_on, moved, with_the_next
from arrears.domain.language.dates.pinyin import PINYIN_RULES
from arrears.domain.language.dates.rules import DateRule, FoundDate, Viewpoint, joined, sweep
from arrears.domain.language.dates.written import WrittenDate, written_dates
from arrears.domain.language.money.amounts import Page, Scope, read_amounts
from arrears.domain.language.money.percents import read_percents
from arrears.domain.language.offered.as_read import as_read
from arrears.domain.language.offered.beside import (
    doubted_amounts,
    doubted_dates,
    doubted_lengths,
    doubted_percents,
    doubted_weekdays,
)
from arrears.domain.language.offered.context import refused, set_aside
from arrears.domain.language.offered.corrections import (
    corrected,
    counts_taken_back,
    doubted_where_denied,
    settled_amounts,
)
from arrears.domain.language.offered.doubted_by_words import doubted_by_words
from arrears.domain.language.offered.each_day_once import each_day_once
from arrears.domain.language.offered.lasting import is_since
from arrears.domain.language.offered.rates import doubted_beside_rates
from arrears.domain.language.offered.steps import doubted_ends, doubted_steps
from arrears.domain.language.offered.today import doubted_months
from arrears.domain.language.people.identity import read_identity, tells_birth
from arrears.domain.language.plans.instalments import Rhythm, read_instalments, twice_a_month
from arrears.domain.language.plans.what_is_paid import plan_reading
from arrears.domain.language.readings import (
    AmountKind,
    AmountReading,
    Certainty,
    DateProblem,
    DateReading,
    Frequency,
    Readings,
)
from arrears.domain.language.script.fold import READ, WEEKDAY, Span, blank, fold, has_han
from arrears.domain.language.script.noise import silence_long_numbers, silence_references
from arrears.domain.money import Currency
from arrears.domain.people import Language


def _never(span: Span) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Wanted:
    """How much of a turn counts."""

    scope: Scope = Scope.OFFERED
    told_at: Callable[[Span], bool] = _never  # whether the words there tell of what has happened
    plan_asked: bool = False  # "6 months?" alone is a plan
    day_meant: bool = False  # a bare number after "to" or 改到 is a day of the month
    money_meant: bool = False  # the turn is known to name money
    other_rhythms: tuple[Span, ...] = ()  # where it is said how often something else comes or goes
    offers: bool = True  # something is offered in the turn: what was not read in full is doubtful


_OFFERS = Wanted()


def read(
    text: str,
    *,
    language: Language,
    today: date,
    currency: Currency,
    other_rhythms: tuple[Span, ...] = (),
) -> Readings:
    """All that the turn offers. `today` is the borrower's; spans are offsets into `text`.

    `other_rhythms` are where it says how often something else than a payment comes or goes (`means_in`).

    The script decides how a word is read; `language` decides only where the script does not. An amount in a
    currency other than the account's is not read. Values the borrower refuses ("can't do 500") are left out.
    """
    wanted = Wanted(other_rhythms=other_rhythms) if other_rhythms else _OFFERS
    return survey(text, language=language, today=today, currency=currency, wanted=wanted)


def survey(text: str, *, language: Language, today: date, currency: Currency, wanted: Wanted) -> Readings:
    """All that the turn names of what is wanted."""
    plain = fold(text)
    view = Viewpoint(today, lambda span: wanted.told_at(span) or is_since(plain, span))
    sure_alone = wanted is _OFFERS or bool(wanted.other_rhythms)
    page = silence_long_numbers(plain)
    identity, page = read_identity(page, written_dates(page, today), today)
    written = [_settled(one, view) for one in written_dates(page, today)]
    percents = doubted_percents(plain, read_percents(page))
    page = silence_references(blank(page, [one.span for one in written]))
    spoken, page = _spoken_dates(plain, page, view, day_meant=wanted.day_meant)
    page = blank(page, [*wanted.other_rhythms, *counts_taken_back(page)])
    rhythm, page = read_instalments(page, asked=wanted.plan_asked)
    rhythm = twice_a_month(plain, rhythm)
    page = page.replace(WEEKDAY, READ)
    chinese = language is Language.ZH or has_han(plain)
    rhythm_at = None if rhythm.frequency_span is None else rhythm.frequency_span[0]
    money_page = Page(page, chinese, READ in page, wanted.scope, wanted.money_meant, rhythm_at)
    amounts = read_amounts(money_page, currency)
    named = counted_on(plain, [*written, *(one for one in spoken if not tells_birth(plain, one.span))])
    said = named
    if not wanted.day_meant:  # who moves a day names the old and the new
        how_often = [] if rhythm.frequency_span is None else [rhythm.frequency_span]
        named = _stands(plain, named, [*(one.span for one in amounts), *how_often])
    named = [one for one in joined(named, plain) if one.span != rhythm.frequency_span]  # "a week, fridays"
    found = _counted(plain, said, named, wanted, today)
    dates = each_day_once([_reading(one, text) for one in found], [one.span for one in amounts])
    dates = doubted_months(dates, moves=wanted.day_meant)
    dates = doubted_where_denied(plain, dates, moves=wanted.day_meant)
    if wanted.scope is Scope.ALL or wanted.day_meant:
        dates = _doubted_where_refused(plain, dates, wanted)
    days = [one.span for one in (*written, *spoken)]
    settled = settled_amounts(plain, amounts, days=days, all_named=wanted.scope is Scope.ALL)
    settled = doubted_beside_rates(plain, settled, percents)
    if wanted.scope is not Scope.ALL:  # what was paid, or is denied, is meant there
        settled = doubted_steps(plain, doubted_amounts(plain, settled, dates))
    if not wanted.day_meant and wanted.scope is not Scope.ALL:
        dates = doubted_dates(plain, dates, settled, today=today)
        dates = doubted_ends(plain, dates, regular=rhythm.frequency is not None)
    if wanted.plan_asked:
        dates = doubted_lengths(dates, regular=rhythm.frequency is not None)
    if rhythm.frequency is Frequency.BIWEEKLY:
        dates = doubted_weekdays(plain, dates)
    readings = Readings(
        amounts=tuple(_without_instalments_in_full(settled, rhythm)),
        dates=dates,
        instalment_count=rhythm.count,
        frequency=rhythm.frequency,
        identity=identity,
        percents=tuple(one for one in percents if one.certainty is Certainty.SURE or not sure_alone),
        plan=plan_reading(plain, rhythm, amounts),
    )
    if not wanted.offers:
        return readings
    page = blank(page, [one.span for one in amounts])  # those that were said again or taken back as well
    known = as_read(page, readings, today=today, moves=wanted.day_meant)
    return known if wanted.day_meant else doubted_by_words(plain, known, today)


def _counted(
    plain: str, said: Sequence[FoundDate], named: Sequence[FoundDate], wanted: Wanted, today: date
) -> list[FoundDate]:
    """Those of the named days that count, of all that were said; doubtful where what has begun is told of."""
    spans = [one.span for one in named]
    found = [one for one in named if _counts(one, _beside_others(plain, spans, one.span), wanted)]
    found = _not_refused_later(plain, said, found, wanted)
    found = [_doubted_since(one, plain) for one in found]
    return [_long_begun(one, plain, today) for one in found] if wanted.told_at is _never else found


def _doubted_where_refused(
    plain: str, dates: Sequence[DateReading], wanted: Wanted
) -> tuple[DateReading, ...]:
    """The dates, where those count as well that are set aside, or were taken back for the next: doubtful.

    A due day that is moved, or a day that is only denied ("I never said Friday"), is named for certain.
    """
    denied = refused if wanted.offers and not wanted.day_meant else set_aside
    taken_back = corrected(plain, [one.span for one in dates])
    return tuple(
        replace(one, certainty=Certainty.UNSURE) if one.span in taken_back or denied(plain, one.span) else one
        for one in dates
    )


def _settled(one: WrittenDate, view: Viewpoint) -> FoundDate:
    return FoundDate(settled_in_month(one.year, one.month, one.day, view.at(one.span)), one.span)


def _reading(one: FoundDate, text: str) -> DateReading:
    day: Day = one.day
    words = text[slice(*one.span)]
    return DateReading(day.on, day.problem, one.span, words, day.about, day.certainty, day.others)


def _beside_others(plain: str, spans: Sequence[Span], own: Span) -> str:
    """The text, the days before the one read: "not this Friday, next Friday" denies the first alone."""
    return blank(plain, [span for span in spans if span[1] <= own[0]])


def _counts(one: FoundDate, plain: str, wanted: Wanted) -> bool:
    # The day that is too early is the one to be moved.
    return wanted.scope is Scope.ALL or wanted.day_meant or not refused(plain, one.span)


def _not_refused_later(
    plain: str, said: Sequence[FoundDate], found: list[FoundDate], wanted: Wanted
) -> list[FoundDate]:
    """The dates, less one refused later in other words: "wednesdays. not tomorrow, the wed after"."""
    spans = [one.span for one in said]
    refusals = [
        one
        for one in said
        if one.day.on is not None and not _counts(one, _beside_others(plain, spans, one.span), wanted)
    ]
    left = [
        one for one in found if not any(one.day.on == no.day.on and one.span < no.span for no in refusals)
    ]
    return left or found


def _long_begun(one: FoundDate, plain: str, today: date) -> FoundDate:
    """The date; one since which something lasts has passed, and is no day that is offered."""
    if not (_is_behind(one, today) and is_since(plain, one.span)):
        return one
    about = one.day.on.isoformat() if one.day.on else one.day.about
    return replace(one, day=Day(None, DateProblem.PAST, about, certainty=Certainty.UNSURE))


def _doubted_since(one: FoundDate, plain: str) -> FoundDate:
    """The date; one since which something lasts or was paid is doubtful."""
    if not is_since(plain, one.span):
        return one
    return replace(one, day=replace(one.day, certainty=Certainty.UNSURE))


def _is_behind(one: FoundDate, today: date) -> bool:
    """Whether it is a day, or a month or other time, that has come: "since next Friday" looks ahead."""
    if one.day.problem is DateProblem.AMBIGUOUS:
        return one.day.about is not None and one.day.about <= today.isoformat()
    return one.day.problem is DateProblem.PAST or (one.day.on is not None and one.day.on <= today)


def _stands(plain: str, found: list[FoundDate], sums: list[Span]) -> list[FoundDate]:
    """The dates, less those that were taken back for the next."""
    taken_back = corrected(plain, [one.span for one in found], sums)
    return [one for one in found if one.span not in taken_back]


def _spoken_dates(plain: str, page: str, view: Viewpoint, *, day_meant: bool) -> tuple[list[FoundDate], str]:
    """Calendar days of both languages first, then weekdays, then what is counted from today."""
    found: list[FoundDate] = []
    stages: tuple[tuple[tuple[DateRule, ...], bool], ...] = (
        (HOLIDAY_RULES, False),
        (PINYIN_RULES, False),
        (calendar_zh.CALENDAR_RULES, False),
        (calendar_en.CALENDAR_RULES, False),
        (weekdays_zh.WEEKDAY_RULES, True),
        (weekdays_en.WEEKDAY_RULES, True),
        (relative_zh.RELATIVE_RULES, False),
        (relative_en.RELATIVE_RULES, False),
    )
    if day_meant:
        stages = (*stages, (calendar_zh.BARE_DAY_RULES, False), (calendar_en.BARE_DAY_RULES, False))
    for rules, weekday in stages:
        if rules in _COUNTED_FROM_TODAY:
            found, page = moved(plain, page, found, day_meant=day_meant)
        more, page = sweep(page, rules, view, weekday)
        found += more
    return with_the_next(plain, page, found)


_COUNTED_FROM_TODAY = (relative_zh.RELATIVE_RULES,)


def _without_instalments_in_full(amounts: list[AmountReading], rhythm: Rhythm) -> list[AmountReading]:
    """The amounts, less FULL beside instalments: "all of it over six months" is not paid at once."""
    if rhythm.count in (None, 1) and rhythm.frequency is None:
        return amounts
    return [one for one in amounts if one.kind is not AmountKind.FULL]
