"""One turn, read: amounts, dates, instalments and identity answers in English or Mandarin.

Pure and strict: what is not read for certain is not returned, and a day that cannot be used carries its
problem and no date. A message that is four digits and nothing else is both the last four digits of a number
and an amount; which of them was asked for, the caller knows.
"""

from __future__ import annotations

from datetime import date

from arrears.domain.language import dates_en, dates_zh
from arrears.domain.language.amounts import read_amounts
from arrears.domain.language.context import refused
from arrears.domain.language.dates import DateRule, FoundDate, joined, sweep
from arrears.domain.language.days import settled
from arrears.domain.language.fold import READ, WEEKDAY, blank, fold, has_han
from arrears.domain.language.identity import read_identity, tells_birth
from arrears.domain.language.instalments import Rhythm, read_instalments
from arrears.domain.language.noise import silence_long_numbers, silence_references
from arrears.domain.language.readings import AmountKind, AmountReading, DateReading, Readings
from arrears.domain.language.written_dates import written_dates
from arrears.domain.money import Currency
from arrears.domain.people import Language


def read(text: str, *, language: Language, today: date, currency: Currency) -> Readings:
    """All that the turn names. `today` is the borrower's; spans are offsets into `text`.

    The script decides how a word is read; `language` decides only where the script does not. An amount in a
    currency other than the account's is not read. Values the borrower refuses ("can't do 500") are left out.
    """
    plain = fold(text)
    page = silence_long_numbers(plain)
    identity, page = read_identity(page, written_dates(page, today), today)
    found = [FoundDate(settled(one.on, today), one.span) for one in written_dates(page, today)]
    page = silence_references(blank(page, [one.span for one in found]))
    more, page = _spoken_dates(page, today)
    rhythm, page = read_instalments(page)
    page = page.replace(WEEKDAY, READ)
    chinese = language is Language.ZH or has_han(plain)
    amounts = read_amounts(page, currency, chinese=chinese, read_before=READ in page)
    return Readings(
        amounts=tuple(_without_instalments_in_full(amounts, rhythm)),
        dates=tuple(
            DateReading(one.day.on, one.day.problem, one.span, text[slice(*one.span)])
            for one in joined(found + ([] if tells_birth(plain) else more), plain)
            if not refused(plain, one.span)
        ),
        instalment_count=rhythm.count,
        frequency=rhythm.frequency,
        identity=identity,
    )


def _spoken_dates(page: str, today: date) -> tuple[list[FoundDate], str]:
    """Calendar days of both languages first, then weekdays, then what is counted from today."""
    found: list[FoundDate] = []
    stages: tuple[tuple[tuple[DateRule, ...], bool], ...] = (
        (dates_zh.CALENDAR_RULES, False),
        (dates_en.CALENDAR_RULES, False),
        (dates_zh.WEEKDAY_RULES, True),
        (dates_en.WEEKDAY_RULES, True),
        (dates_zh.RELATIVE_RULES, False),
        (dates_en.RELATIVE_RULES, False),
    )
    for rules, weekday in stages:
        more, page = sweep(page, rules, today, weekday)
        found += more
    return found, page


def _without_instalments_in_full(amounts: list[AmountReading], rhythm: Rhythm) -> list[AmountReading]:
    """The amounts, less FULL beside instalments: "all of it over six months" is not paid at once."""
    if rhythm.count in (None, 1) and rhythm.frequency is None:
        return amounts
    return [one for one in amounts if one.kind is not AmountKind.FULL]
