"""What a row of `policy/authority.yml` may say, and the terms it makes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from arrears.adapters.holiday_calendars import CALENDARS, settled_holidays
from arrears.domain.cases import Purpose
from arrears.domain.language.readings import Frequency
from arrears.domain.money import Currency, Money
from arrears.domain.negotiation.authority import (
    AuthorityRow,
    DayShift,
    HardshipTerms,
    RestDays,
    SettlementTerms,
    Terms,
)
from arrears.domain.negotiation.offers import DEFAULT_TYPES, Reason
from arrears.domain.negotiation.plan_types import PlanType

APPROVABLE = frozenset(
    {
        Reason.BELOW_MINIMUM,
        Reason.MINIMUM_ABOVE_STATED_LIMIT,
        Reason.TOO_MANY_INSTALMENTS,
        Reason.LASTS_TOO_LONG,
        Reason.DATE_TOO_LATE,
        Reason.BROKEN_PROMISES,
        Reason.SECOND_DATE_CHANGE,
        Reason.NEEDS_APPROVAL,
    }
)
"""The rules that a person may go beyond. New credit and what is barred here are not among them."""
REMEDIES = {
    "version": 'name the version in quotes, such as "2026-01"',
    "statements_hold_days": "write a whole number, 1 or more",
    "rows": "list at least one row",
    "name": "give the row a name of its own",
    "product": "write the lender's product code in quotes, or leave it out for every product",
    "segment": "write the name of a band of policy/strategies.yml, or leave it out for every one",
    "purpose": "write consumer or commercial",
    "currency": f"write one of {', '.join(Currency)}",
    "frequencies": f"list one or more of {', '.join(Frequency)}, each once, the preferred one first",
    "types": f"list one or more of {', '.join(PlanType)}, each once",
    "shift": f"write one of {', '.join(DayShift)}",
    "holidays": f"write one of {', '.join(sorted(CALENDARS))}, or leave it out for weekends alone",
    "rest_days": "give it shift and holidays",
    "hardship": "give it min_payment, max_months and max_pause_days",
    "settlement": "give it floor_percent and pay_within_days",
    "floor_percent": "write a whole number from 1 to 99",
    "max_months": "write a whole number, 1 or more",
    "max_pause_days": "write a whole number, 1 or more",
    "approvers": f"write a role that decides beside one or more of {', '.join(sorted(APPROVABLE))}",
}
_AMOUNTS = ("balance_from", "balance_below", "min_instalment", "min_payment")
REMEDIES |= dict.fromkeys(_AMOUNTS, 'write the amount in quotes with two decimals, such as "25.00"')
COUNT_REMEDY = "write a whole number, 0 or more"


def _known(calendar: str) -> str:
    if calendar not in CALENDARS:
        raise ValueError("no such calendar")
    return calendar


def _acting(role: str) -> str:
    if role == "reader":
        raise ValueError("a reader decides nothing")
    return role


def _approvable(rule: Reason) -> Reason:
    if rule not in APPROVABLE:
        raise ValueError("nobody may go beyond it")
    return rule


_Amount = Annotated[str, Field(strict=True, pattern=r"^\d{1,12}\.\d{2}$")]
_Count = Annotated[int, Field(strict=True, ge=0)]
_Some = Annotated[int, Field(strict=True, ge=1)]
_Text = Annotated[str, Field(strict=True, min_length=1)]
_Role = Annotated[str, Field(strict=True, pattern=r"^[a-z_]{1,24}$"), AfterValidator(_acting)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class _RestDays(_Strict):
    shift: DayShift
    holidays: Annotated[str, AfterValidator(_known)] | None = None


class _Hardship(_Strict):
    min_payment: _Amount
    max_months: _Some
    max_pause_days: _Some


class _Settlement(_Strict):
    floor_percent: Annotated[int, Field(strict=True, ge=1, le=99)]
    pay_within_days: _Count


class Row(_Strict):
    """A row as it is written."""

    name: _Text
    product: _Text | None = None
    segment: _Text | None = None
    purpose: Purpose
    currency: Currency
    balance_from: _Amount
    balance_below: _Amount | None = None
    days_past_due_from: _Count = 0
    days_past_due_below: _Count | None = None
    min_instalment: _Amount
    max_instalments: _Count
    frequencies: Annotated[list[Frequency], Field(min_length=1)]
    promise_within_days: _Count
    first_payment_within_days: _Count
    usual_first_payment_days: _Count
    max_term_days: _Count
    grace_days: _Count
    refer_after_broken_promises: _Count
    types: Annotated[list[PlanType], Field(min_length=1)] = sorted(DEFAULT_TYPES)
    date_changes: _Count = 1
    changes_of_mind: _Count = 2
    grace_offer_days: _Count = 0
    rest_days: _RestDays | None = None
    hardship: _Hardship | None = None
    settlement: _Settlement | None = None
    approvers: dict[Annotated[Reason, AfterValidator(_approvable)], _Role] = {}


class File(_Strict):
    """The whole file."""

    version: _Text
    statements_hold_days: _Some
    rows: Annotated[list[Row], Field(min_length=1)]


def contradictions(row: Row) -> Iterator[str]:
    """What of a row does not fit together, as key, problem and remedy."""
    if row.purpose is Purpose.UNKNOWN:
        yield f"purpose: unknown counts as consumer; {REMEDIES['purpose']}"
    for key in ("frequencies", "types"):
        if len(set(getattr(row, key))) != len(getattr(row, key)):
            yield f"{key}: one is listed twice; {REMEDIES[key]}"
    if row.balance_below is not None and minor(row.balance_below) <= minor(row.balance_from):
        yield "balance_below: must be above balance_from; raise it or leave it out"
    if row.days_past_due_below is not None and row.days_past_due_below <= row.days_past_due_from:
        yield "days_past_due_below: must be above days_past_due_from; raise it or leave it out"
    if row.hardship and not 0 < minor(row.hardship.min_payment) <= minor(row.min_instalment):
        yield "hardship.min_payment: must be above nothing and not above min_instalment; change one of them"
    yield from _without_terms(row)


def _without_terms(row: Row) -> Iterator[str]:
    """Kinds of plan that the row lists and says nothing more of."""
    lacking = {
        PlanType.DATE_CHANGE: row.date_changes < 1 and "date_changes of 1 or more",
        PlanType.GRACE: row.grace_offer_days < 1 and "grace_offer_days of 1 or more",
        PlanType.PAUSE: row.hardship is None and "hardship",
        PlanType.HARDSHIP: row.hardship is None and "hardship",
        PlanType.SETTLEMENT: row.settlement is None and "settlement",
    }
    for kind, lacks in lacking.items():
        if lacks and kind in row.types:
            yield f"types: {kind} needs {lacks}; add it or leave the type out"
    if PlanType.SETTLEMENT in row.types and Reason.NEEDS_APPROVAL not in row.approvers:
        yield "approvers: a settlement needs who approves it; add needs_approval with a role"


def authority_row(row: Row) -> AuthorityRow:
    """The row as a value. Raises: ValueError when its terms contradict each other."""
    below = row.balance_below
    return AuthorityRow(
        name=row.name,
        product=row.product,
        purpose=row.purpose,
        balance_from=Money(minor(row.balance_from), row.currency),
        balance_below=Money(minor(below), row.currency) if below is not None else None,
        days_past_due_from=row.days_past_due_from,
        days_past_due_below=row.days_past_due_below,
        terms=_terms(row),
        segment=row.segment,
    )


def _terms(row: Row) -> Terms:
    return Terms(
        min_instalment=Money(minor(row.min_instalment), row.currency),
        max_instalments=row.max_instalments,
        frequencies=tuple(row.frequencies),
        promise_within_days=row.promise_within_days,
        first_payment_within_days=row.first_payment_within_days,
        usual_first_payment_days=row.usual_first_payment_days,
        max_term_days=row.max_term_days,
        grace_days=row.grace_days,
        refer_after_broken_promises=row.refer_after_broken_promises,
        types=frozenset(row.types),
        date_changes=row.date_changes,
        changes_of_mind=row.changes_of_mind,
        grace_offer_days=row.grace_offer_days,
        rest_days=_rest_days(row.rest_days),
        hardship=_hardship(row.hardship, row.currency),
        settlement=None if row.settlement is None else SettlementTerms(**row.settlement.model_dump()),
        approvers=dict(row.approvers),
    )


def _rest_days(given: _RestDays | None) -> RestDays:
    if given is None:
        return RestDays()
    return RestDays(given.shift, frozenset() if given.holidays is None else settled_holidays(given.holidays))


def _hardship(given: _Hardship | None, currency: Currency) -> HardshipTerms | None:
    if given is None:
        return None
    least = Money(minor(given.min_payment), currency)
    return HardshipTerms(least, given.max_months, given.max_pause_days)


def minor(amount: str) -> int:
    """The amount in minor units; every currency here has two decimals."""
    return int(amount.replace(".", ""))
