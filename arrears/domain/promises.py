"""A promise: one date, one amount; kept or broken by the money that came in time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from arrears.domain.ids import CaseId, PlanId, PromiseId
from arrears.domain.money import Money
from arrears.domain.plans import KEPT_PERCENT, Plan, Receipt, enough, poured, received_by

MINUTES_OF_DAY = 24 * 60


class PromiseOutcome(StrEnum):
    """What became of a promise."""

    OPEN = "open"
    KEPT = "kept"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Promise:
    """One instalment of an agreed plan, as something that is kept or broken."""

    id: PromiseId
    plan_id: PlanId
    case_id: CaseId
    on: date  # due day, on the borrower's calendar
    amount: Money


def promises_of(plan: Plan) -> tuple[Promise, ...]:
    """One promise per instalment, numbered from 1 within the plan, so that making them twice changes nothing.

    Raises: ValueError when nobody has agreed to the plan.
    """
    if plan.agreed_at is None:
        raise ValueError(f"plan {plan.id} was not agreed")
    return tuple(
        Promise(PromiseId(f"{plan.id}-{number}"), plan.id, plan.case_id, instalment.on, instalment.amount)
        for number, instalment in enumerate(plan.instalments, start=1)
    )


def paid_by_promise(
    promises: tuple[Promise, ...], receipts: tuple[Receipt, ...], as_of: date
) -> dict[PromiseId, Money]:
    """What each promise had been paid at the end of a day: the oldest is filled first, exactly.

    Money beyond the last promise is in nobody's share.
    """
    if not promises:
        return {}
    ordered = sorted(promises, key=_age)
    received = received_by(receipts, as_of, ordered[0].amount)
    shares = poured(received, tuple(promise.amount for promise in ordered))
    return {promise.id: share for promise, share in zip(ordered, shares, strict=True)}


def promise_outcome(
    promise: Promise, paid: Money, today: date, grace_days: int, percent: int = KEPT_PERCENT
) -> PromiseOutcome:
    """Kept when enough was paid by due date plus grace, broken the day after, open until then.

    `paid` is what the promise had been paid by today or by the last day of grace, whichever is earlier.
    """
    if enough(paid, promise.amount, percent):
        return PromiseOutcome.KEPT
    return PromiseOutcome.BROKEN if today > last_day(promise, grace_days) else PromiseOutcome.OPEN


def outcomes(
    promises: tuple[Promise, ...],
    receipts: tuple[Receipt, ...],
    today: date,
    grace_days: int,
    percent: int = KEPT_PERCENT,
) -> dict[PromiseId, PromiseOutcome]:
    """The outcome of every promise of one plan; money that came after grace keeps no promise.

    A payment that is taken back is as if it had never come: a promise that it kept is open again, or broken.
    `percent` is the share of a promise that counts as paying it.
    """
    return {
        promise.id: promise_outcome(
            promise,
            paid_by_promise(promises, receipts, min(today, last_day(promise, grace_days)))[promise.id],
            today,
            grace_days,
            percent,
        )
        for promise in promises
    }


def is_paid(
    promise: Promise,
    promises: tuple[Promise, ...],
    receipts: tuple[Receipt, ...],
    today: date,
    percent: int = KEPT_PERCENT,
) -> bool:
    """Whether enough has come for the promise by the day, in time or not; `promises` are all of its plan."""
    paid = paid_by_promise(promises, receipts, today).get(promise.id, Money.zero(promise.amount.currency))
    return enough(paid, promise.amount, percent)


def reminder_at(due_on: date, minute: int, days_before: int, zone: str) -> datetime:
    """When a reminder of the day goes out: so many days earlier, at the minute of the day in an IANA zone.

    A minute that the clock skips on that day is taken as if the clock had not changed yet.
    Raises: ZoneInfoNotFoundError.
    """
    wall = time(minute // 60, minute % 60, tzinfo=ZoneInfo(zone))
    return datetime.combine(due_on - timedelta(days=days_before), wall)


def last_day(promise: Promise, grace_days: int) -> date:
    """The last day on which money keeps the promise."""
    return promise.on + timedelta(days=grace_days)


def _age(promise: Promise) -> tuple[date, PromiseId]:
    return promise.on, promise.id
