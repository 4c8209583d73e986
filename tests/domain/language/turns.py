"""Reads a turn as of Wednesday 11 March 2026, and shows it in a form that fits a table."""

from __future__ import annotations

from datetime import date

from arrears.domain.intents import Intent
from arrears.domain.language.entities import entities
from arrears.domain.language.inventory import EntityName
from arrears.domain.language.means.told_means import Means, means_in
from arrears.domain.language.read import read
from arrears.domain.language.readings import AmountKind, AmountReading, Certainty, DateReading, Readings
from arrears.domain.money import Currency
from arrears.domain.people import Language

TODAY = date(2026, 3, 11)


def turn(text: str, today: date = TODAY, currency: Currency | None = None) -> Readings:
    chinese = any("\u4e00" <= char <= "\u9fff" for char in text)
    language = Language.ZH if chinese else Language.EN
    own = currency or (Currency.CNY if chinese else Currency.USD)
    return read(text, language=language, today=today, currency=own)


def means(text: str, currency: Currency | None = None, today: date = TODAY) -> Means:
    chinese = any("\u4e00" <= char <= "\u9fff" for char in text)
    own = currency or (Currency.CNY if chinese else Currency.USD)
    return means_in(text, language=Language.ZH if chinese else Language.EN, today=today, currency=own)


def shown_amount(amount: AmountReading) -> str:
    if amount.kind is AmountKind.SUM:
        assert amount.money is not None
        whole, cents = divmod(amount.money.minor, 100)
        return f"{whole}.{cents:02d}" if cents else str(whole)
    return f"{amount.percent}%" if amount.kind is AmountKind.SHARE else "FULL"


def shown_date(day: DateReading) -> str:
    assert (day.on is None) != (day.problem is None)
    return day.on.isoformat() if day.on else str(day.problem)


def amounts(text: str) -> list[str]:
    return [shown_amount(amount) for amount in turn(text).amounts]


def dates(text: str, today: date = TODAY) -> list[str]:
    return [shown_date(day) for day in turn(text, today).dates]


def values(text: str, name: EntityName, *intents: Intent, today: date = TODAY) -> list[str]:
    """The values of one kind, as `arrears understand` finds them; "?" after a doubtful one."""
    chinese = any("\u4e00" <= char <= "\u9fff" for char in text)
    found = entities(
        text,
        language=Language.ZH if chinese else Language.EN,
        today=today,
        currency=Currency.CNY if chinese else Currency.USD,
        intents=frozenset(intents),
        doubted=True,
    )
    return [
        f"{one.value}{'?' if one.certainty is Certainty.UNSURE else ''}" for one in found if one.name == name
    ]
