"""Massachusetts: 940 CMR 7 for creditors, 209 CMR 18 for third parties; consumer debts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from arrears.domain.cases import SpecialStatus
from arrears.domain.compliance.clocks.days import earliest_day, latest_day, weekdays_after
from arrears.domain.compliance.consents import at_work, withdrawn
from arrears.domain.compliance.decision import Duty, Lifts, Said
from arrears.domain.compliance.facts import Attempt, CallOutcome, Recipient, Spot
from arrears.domain.compliance.frequency import about
from arrears.domain.compliance.limits import capped, fixed_window
from arrears.domain.compliance.packs.united_states import TELEPHONE, telephone, zones_of
from arrears.domain.compliance.packs.us_states.places import binds_in, by_creditor, on_debt
from arrears.domain.compliance.rule import (
    Question,
    Rule,
    Rules,
    defer,
    deny,
    initiated,
    initiated_calls,
    require,
)
from arrears.domain.compliance.speech.words import says_debt
from arrears.domain.times import DailyWindow

UNREACHED = (CallOutcome.UNANSWERED, CallOutcome.BUSY, CallOutcome.NOT_IN_SERVICE)
"""Outcomes of calls in which nobody was reached and no message could be left; to choose to leave none is
another thing."""


@dataclass(frozen=True, slots=True)
class UsMaNumbers:
    """The numbers; their sources stand beside them in the policy file."""

    zones: tuple[str, ...]
    window: DailyWindow
    personal_per_7_days_max: int
    work_per_30_days_max: int
    work_request_days: int
    work_request_confirm_days: int
    validation_business_days: int


def personal(n: UsMaNumbers, q: Question) -> Said | None:
    """Calls and texts about one debt to home, mobile or another personal number."""
    if q.facts.line.spot is Spot.WORK:
        return None
    made = [a.at for a in on_debt(q, *TELEPHONE) if a.spot is not Spot.WORK and _counts(a)]
    return capped("ma_personal_capped", made, q, zones_of(q, n.zones), (n.personal_per_7_days_max, 7))


def work(n: UsMaNumbers, q: Question) -> Said | None:
    """Calls and texts about one debt to a number at work."""
    if q.facts.line.spot is not Spot.WORK:
        return None
    case = q.facts.case_id
    there = [a for a in q.touches if a.spot is Spot.WORK and a.channel in TELEPHONE and about(a, case)]
    made = [a.at for a in there if _counts(a)]
    return capped("ma_work_capped", made, q, zones_of(q, n.zones), (n.work_per_30_days_max, 30))


def _counts(attempt: Attempt) -> bool:
    """Whether the law counts it: a machine that dials could have left a message where it rang.

    Source: Armata v. Target Corp., 480 Mass. 14 (2018).
    """
    dialled = attempt.automated and attempt.outcome is CallOutcome.UNANSWERED
    return dialled or attempt.outcome not in UNREACHED


def not_at_work(n: UsMaNumbers, q: Question) -> Said | None:
    """A wish not to be called at work: some days if it was only spoken, and for good once it is written."""
    if q.facts.line.spot is not Spot.WORK:
        return None
    stop = withdrawn(q)
    if stop is None or not at_work(stop):
        return None
    confirm_by = stop.at + timedelta(days=n.work_request_confirm_days)
    confirmed = stop.confirmed_at is not None and stop.confirmed_at <= confirm_by
    if stop.written or confirmed:
        return deny("ma_not_at_work", ("date", stop.at.date()), lifts=Lifts.CONSENT)
    until = stop.at + timedelta(days=n.work_request_days)
    if until <= q.now:
        return None
    return defer("ma_not_at_work_for_now", until, ("days", n.work_request_days))


def household(n: UsMaNumbers, q: Question) -> Said | None:
    """Nobody else in the household learns of a debt; a spouse is no exception."""
    if q.proposed.recipient is Recipient.SPOUSE:
        return deny("ma_household", lifts=Lifts.NEVER)
    if q.proposed.recipient is Recipient.OTHER and says_debt(q.proposed):
        return deny("ma_household", lifts=Lifts.NEVER)
    return None


def window(n: UsMaNumbers, q: Question) -> Said | None:
    """The hours of calls to the home, in Eastern time."""
    return fixed_window(n.window, n.zones, q)


def validation(n: UsMaNumbers, q: Question) -> Said | None:
    """Validation goes out within some business days of the first communication; until then no demand."""
    notices = q.facts.notices
    if notices.validation_sent_at is not None or not says_debt(q.proposed):
        return None
    zones = zones_of(q, n.zones)
    first = earliest_day(notices.initial_at or q.now, zones)
    due = weekdays_after(first, n.validation_business_days)
    if latest_day(q.now, zones) > due:
        return deny("ma_validation_late", ("due", due), lifts=Lifts.NOTICE_SENT)
    return require(Duty.VALIDATION_NOTICE, "ma_validation_due", ("due", due))


def disputed(n: UsMaNumbers, q: Question) -> Said | None:
    """A written dispute stops collection until it is verified by first-class mail."""
    if not any(entry.written for entry in q.facts.each(SpecialStatus.DISPUTE)):
        return None
    return deny("ma_disputed", lifts=Lifts.VERIFICATION_SENT)


def named(n: UsMaNumbers, q: Question) -> Said | None:
    """Who calls says the company and one name, always the same; the name of a machine is registered."""
    if q.kind.machine_speaks and q.facts.notices.registered_alias is None:
        return deny("ma_alias_unknown", lifts=Lifts.FACT_KNOWN, missing="notices.registered_alias")
    return require(Duty.CALLER_NAME, "ma_caller_named")


_FREQUENCY = "940 CMR 7.04(1)(f); 209 CMR 18.16(1)(d)"

US_MA = Rules(
    numbers=UsMaNumbers,
    binds=binds_in("MA"),
    contact=(
        Rule(
            "MA-FREQ-1",
            _FREQUENCY,
            personal,
            scope=telephone,
            needs="attempts",
        ),
        Rule("MA-FREQ-2", _FREQUENCY, work, scope=telephone, needs="attempts"),
        Rule("MA-FREQ-2", "209 CMR 18.16(1)(c)", not_at_work, scope=telephone, needs="withdrawals"),
        Rule("MA-HH-1", "940 CMR 7.05", household, law=by_creditor),
        Rule("MA-HH-1", "940 CMR 7.05", window, scope=telephone, law=by_creditor),
        Rule("MA-VAL-1", "940 CMR 7.08", validation, scope=initiated, law=by_creditor),
        Rule("MA-VAL-1", "940 CMR 7.08", disputed, scope=initiated, needs="standing", law=by_creditor),
        Rule("MA-ID-1", "940 CMR 7.04(1)(d)", named, scope=initiated_calls, law=by_creditor),
    ),
)
