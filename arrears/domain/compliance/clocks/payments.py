"""Notices before money is taken, and copies after a plan is agreed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from arrears.domain.compliance.clocks.days import (
    Holidays,
    business_days_before,
    days_after,
    weekdays_before,
)
from arrears.domain.compliance.clocks.periods import Period


class DepositRefusal(StrEnum):
    """Why a postdated instrument may not be deposited on the day."""

    EARLY = "early"
    NO_NOTICE = "no_notice"
    NOTICE_TOO_EARLY = "notice_too_early"
    NOTICE_TOO_LATE = "notice_too_late"


@dataclass(frozen=True, slots=True)
class PaymentTerms:
    """The numbers; their sources stand beside them in the policy file."""

    postdated_days_without_notice: int
    deposit_notice_business_days_min: int
    deposit_notice_business_days_max: int
    varying_amount_notice_days: int
    district_of_columbia_plan_copy_days: int


@dataclass(frozen=True, slots=True)
class PostdatedInstrument:
    """A cheque, or another instrument, that carries a later date than the day it was accepted."""

    accepted_on: date
    dated_on: date


def deposit_notice_needed(instrument: PostdatedInstrument, terms: PaymentTerms) -> bool:
    """Whether the date lies so far ahead that a written notice comes before the deposit.

    Source: USF-PAY-1, 12 CFR 1006.22(c).
    """
    return instrument.dated_on > days_after(instrument.accepted_on, terms.postdated_days_without_notice)


def deposit_notice_window(deposit_on: date, terms: PaymentTerms, holidays: Holidays) -> Period:
    """The days on which the written notice of a deposit goes out.

    Holidays are left out where the last day is counted and counted in where the first one is, so that no
    reading of "business day" makes a notice too late or too early (P). Raises: HolidaysUnknownError.
    Source: USF-PAY-1, 12 CFR 1006.22(c)(2).
    """
    return Period(
        weekdays_before(deposit_on, terms.deposit_notice_business_days_max),
        business_days_before(deposit_on, terms.deposit_notice_business_days_min, holidays),
    )


def deposit_refusal(
    instrument: PostdatedInstrument,
    deposit_on: date,
    noticed_on: date | None,
    terms: PaymentTerms,
    holidays: Holidays,
) -> DepositRefusal | None:
    """Why the instrument may not be deposited on the day; None when it may.

    Raises: HolidaysUnknownError. Source: USF-PAY-1, 12 CFR 1006.22(c).
    """
    if deposit_on < instrument.dated_on:
        return DepositRefusal.EARLY
    if not deposit_notice_needed(instrument, terms):
        return None
    if noticed_on is None:
        return DepositRefusal.NO_NOTICE
    window = deposit_notice_window(deposit_on, terms, holidays)
    if noticed_on < window.first_on:
        return DepositRefusal.NOTICE_TOO_EARLY
    return DepositRefusal.NOTICE_TOO_LATE if noticed_on > window.last_on else None


def varying_amount_notice_due_on(debit_on: date, terms: PaymentTerms) -> date:
    """The last day on which notice of a recurring debit's differing amount goes out.

    Source: USF-PAY-4, Regulation E, 12 CFR 1005.10(d).
    """
    return days_after(debit_on, -terms.varying_amount_notice_days)


def district_of_columbia_plan_copy_due_on(agreed_on: date, terms: PaymentTerms) -> date:
    """The last day on which a written copy of a plan or settlement goes out.

    Source: DC-PLAN-1, D.C. Code 28-3814.
    """
    return days_after(agreed_on, terms.district_of_columbia_plan_copy_days)
