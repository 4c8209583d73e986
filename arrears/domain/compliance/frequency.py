"""How often: caps over calendar days in the person's zones."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from arrears.domain.compliance.facts import Attempt, CallOutcome
from arrears.domain.compliance.rule import Question
from arrears.domain.compliance.windows import starts_at
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Channel
from arrears.domain.times import local_date

CLOCK_CHANGE = timedelta(hours=3)
"""No seven days are longer than this beyond their hours, wherever clocks change."""

NOT_CONNECTED = (CallOutcome.BUSY, CallOutcome.NOT_IN_SERVICE)
"""Calls that reached nobody's telephone. Busy after ringing was declined, and counts.

Source: 12 CFR 1006.14(b)(3)(ii), comment 14(b)(3)(ii)-1.
"""


def lifts_at(
    instants: Sequence[datetime], *, limit: int, days: int, zones: Sequence[str], now: datetime
) -> datetime | None:
    """When one more would stay within `limit` per `days` rolling calendar days; None when it does now.

    Days are counted in every zone and the strictest decides; today is the first of the days.
    """
    if len(instants) < limit:
        return None
    since = now - timedelta(days=days) - CLOCK_CHANGE
    if sorted(instants)[-limit] <= since:
        return None
    recent = [at for at in instants if at > since]
    lifts = [_lifts_in(zone, recent, limit, days, now) for zone in zones]
    return max((at for at in lifts if at is not None), default=None)


def _lifts_in(zone: str, past: Sequence[datetime], limit: int, days: int, now: datetime) -> datetime | None:
    binding = sorted([local_date(at, zone) for at in past], reverse=True)[limit - 1]
    free = binding + timedelta(days=days)
    return starts_at(free, zone) if free > local_date(now, zone) else None


def latest(*instants: datetime | None) -> datetime | None:
    """The latest of those that are there."""
    return max([at for at in instants if at is not None], default=None)


def touches(question: Question, *channels: Channel) -> list[Attempt]:
    """The contacts of the last week that the borrower did not ask for, over the channels; every case."""
    return [a for a in question.week if a.channel in channels]


def counted_calls(question: Question) -> list[Attempt]:
    """Calls of the last week to the person that count: they reached a telephone, and nobody asked for them.

    Source: 12 CFR 1006.14(b)(3)(i)-(iii); comment 14(b)(2)(i)-3.
    """
    return [
        a
        for a in question.week
        if a.channel is Channel.VOICE
        and a.outcome not in NOT_CONNECTED
        and not a.with_consent
        and not a.wrong_person
        and a.recipient is question.proposed.recipient
    ]


def about(attempt: Attempt, case_id: str) -> bool:
    """Whether the contact was about the debt, alone or among others."""
    return attempt.case_id == case_id or case_id in attempt.other_cases


def conversations(question: Question) -> list[datetime]:
    """When telephone conversations about this debt took place, whoever began them."""
    return [
        a.at
        for a in question.facts.attempts
        if a.channel is Channel.VOICE and about(a, question.facts.case_id) and _talked(a)
    ]


def _talked(attempt: Attempt) -> bool:
    if attempt.talked or attempt.outcome is CallOutcome.TALKED or not attempt.by_us:
        return True
    return attempt.counts and attempt.outcome is None and attempt.purpose is not ContactPurpose.OUTREACH
