"""How long a person's own word about calls lasts: a callback that was asked for, a work number refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from arrears.domain.compliance.clocks.days import days_after, earliest_day, latest_day
from arrears.domain.compliance.clocks.periods import Awaits, Rest


@dataclass(frozen=True, slots=True)
class ConsentTerms:
    """The numbers; their sources stand beside them in the policy file."""

    callback_days: int  # the day of the consent is the first
    work_request_days: int
    work_request_confirm_days: int


@dataclass(frozen=True, slots=True)
class CallbackConsent:
    """Consent to further calls about a debt, given directly to us, and what ended it since."""

    given_at: datetime
    stated_end_at: datetime | None = None  # a shorter scope in the person's words: "only this afternoon"
    revoked_at: datetime | None = None
    conversations_at: tuple[datetime, ...] = ()  # conversations about the debt, by when they began


@dataclass(frozen=True, slots=True)
class WorkRequest:
    """A wish not to be called at work."""

    asked_on: date
    written: bool = False
    confirmed_on: date | None = None  # in writing, by the person


def callback_last_on(consent: CallbackConsent, zones: Sequence[str], terms: ConsentTerms) -> date:
    """The last calendar day that the consent can cover: c0+6, counted from the earliest day of the zones.

    Source: USF-FREQ-X1, 12 CFR 1006.14(b)(3)(i), comments -1 to -3.
    """
    return days_after(earliest_day(consent.given_at, zones), terms.callback_days - 1)


def callback_covers(
    consent: CallbackConsent, at: datetime, zones: Sequence[str], terms: ConsentTerms
) -> bool:
    """Whether a call at the instant is left out of the count.

    The conversation that ends the consent may itself be the call that was asked for; the next call counts.
    Source: USF-FREQ-X1, 12 CFR 1006.14(b)(3)(i), comments -1 to -3.
    """
    if at < consent.given_at or latest_day(at, zones) > callback_last_on(consent, zones, terms):
        return False
    limits = [limit for limit in (consent.stated_end_at, consent.revoked_at) if limit is not None]
    later = (talk for talk in consent.conversations_at if consent.given_at < talk < at)
    return all(at < limit for limit in limits) and not any(later)


def work_request_rest(request: WorkRequest, terms: ConsentTerms) -> Rest:
    """The days without calls to work; without an end when the wish is in writing, or confirmed so in time.

    A confirmation after those days is a written request of its own.
    Source: MA-FREQ-2, 209 CMR 18.16(1)(c) and (d).
    """
    confirm_by = days_after(request.asked_on, terms.work_request_confirm_days)
    in_time = request.confirmed_on is not None and request.confirmed_on <= confirm_by
    if request.written or in_time:
        return Rest(request.asked_on, None, Awaits.WITHDRAWAL)
    return Rest(request.asked_on, days_after(request.asked_on, terms.work_request_days))
