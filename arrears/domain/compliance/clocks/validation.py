"""When validation information is due, and how long the debt may be disputed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from arrears.domain.compliance.clocks.days import (
    Holidays,
    business_days_after,
    days_after,
    weekdays_after,
)
from arrears.domain.compliance.clocks.periods import Period


@dataclass(frozen=True, slots=True)
class ValidationTerms:
    """The numbers; their sources stand beside them in the policy file."""

    notice_days: int
    house_notice_days: int  # 0: on the day of the initial communication
    receipt_business_days: int
    dispute_days: int
    massachusetts_notice_business_days: int
    massachusetts_dispute_days: int


@dataclass(frozen=True, slots=True)
class FirstContact:
    """What started the clock of a debt, and what stopped it."""

    initial_on: date  # of the initial communication: the earliest day in the person's zones
    provided_on: date | None = None  # of the validation information that stands (`standing`)
    paid_on: date | None = None


@dataclass(frozen=True, slots=True)
class Sending:
    """Validation information that was sent, in the initial communication or after it."""

    provided_on: date  # the latest day in the person's zones
    bounced_on: date | None = None  # when we learnt that it had not arrived


def notice_due_on(initial_on: date, terms: ValidationTerms) -> date:
    """The last day on which validation information goes out, by house policy and never after the law's day.

    Source: USF-VAL-1, 12 CFR 1006.34(a); the same day is house policy (P).
    """
    return days_after(initial_on, min(terms.house_notice_days, terms.notice_days))


def demands_stop_on(initial_on: date, terms: ValidationTerms) -> date:
    """The first day on which nothing that demands payment is sent unless the information was.

    Source: USF-VAL-1, 12 CFR 1006.34(a)(1)(i)(B): five calendar days after the initial communication.
    """
    return days_after(initial_on, terms.notice_days + 1)


def demand_refused(contact: FirstContact, today: date, terms: ValidationTerms) -> bool:
    """Whether demands are refused on the day, because validation information is late.

    A debt that was paid needs none. Source: USF-VAL-1, 12 CFR 1006.34(a).
    """
    ended = [on for on in (contact.provided_on, contact.paid_on) if on is not None and on <= today]
    return not ended and today >= demands_stop_on(contact.initial_on, terms)


def standing(sendings: Iterable[Sending]) -> Sending | None:
    """The last sending that did not bounce; None when there is none, so that nothing was provided.

    Source: USF-VAL-2, 12 CFR 1006.34(b)(5) with comments; USF-VAL-4, comment 42(a)(1)-2.
    """
    arrived = [sending for sending in sendings if sending.bounced_on is None]
    return max(arrived, key=lambda sending: sending.provided_on, default=None)


def assumed_receipt_on(provided_on: date, terms: ValidationTerms, holidays: Holidays) -> date:
    """The earliest day on which the person may be assumed to have received the information.

    Saturdays, Sundays and the holidays of 5 U.S.C. 6103(a) do not count. Raises: HolidaysUnknownError.
    Source: USF-VAL-2, 12 CFR 1006.34(b)(5) with comments.
    """
    return business_days_after(provided_on, terms.receipt_business_days, holidays)


def validation_period(provided_on: date, terms: ValidationTerms, holidays: Holidays) -> Period:
    """The days on which a written dispute stops collection; the last day belongs to them.

    Raises: HolidaysUnknownError. Source: USF-VAL-2, 12 CFR 1006.34(b)(5) with comments.
    """
    received_on = assumed_receipt_on(provided_on, terms, holidays)
    return Period(provided_on, days_after(received_on, terms.dispute_days))


def validation_period_after(
    sendings: Iterable[Sending], terms: ValidationTerms, holidays: Holidays
) -> Period | None:
    """The validation period of the sending that stands, so that sending again after a bounce restarts it.

    None while nothing was provided. Raises: HolidaysUnknownError.
    Source: USF-VAL-2, 12 CFR 1006.34(b)(5) with comments.
    """
    sent = standing(sendings)
    return None if sent is None else validation_period(sent.provided_on, terms, holidays)


def massachusetts_notice_due_on(initial_on: date, terms: ValidationTerms) -> date:
    """The last day on which a creditor's validation goes out in Massachusetts.

    Holidays count as business days here, which can only make it earlier (P). Source: MA-VAL-1, 940 CMR 7.08.
    """
    return weekdays_after(initial_on, terms.massachusetts_notice_business_days)


def massachusetts_period(provided_on: date, terms: ValidationTerms, holidays: Holidays) -> Period:
    """The days on which a written dispute stops a creditor's collection in Massachusetts.

    They are counted from the assumed receipt, as for a third party (P). Raises: HolidaysUnknownError.
    Source: MA-VAL-1, 940 CMR 7.08.
    """
    received_on = assumed_receipt_on(provided_on, terms, holidays)
    return Period(provided_on, days_after(received_on, terms.massachusetts_dispute_days))
