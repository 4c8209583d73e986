"""How often: caps over calendar days in the person's zones, and which attempts are our own initiative."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from arrears.domain.compliance.facts import Attempt, ContactFacts
from arrears.domain.compliance.rule import ANSWER_WITHIN
from arrears.domain.compliance.windows import starts_at
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Channel
from arrears.domain.times import local_date


def lifts_at(
    instants: Iterable[datetime], *, limit: int, days: int, zones: Sequence[str], now: datetime
) -> datetime | None:
    """When one more would stay within `limit` per `days` rolling calendar days; None when it does now.

    Days are counted in every zone and the strictest decides; today is the first of the days.
    """
    past = tuple(instants)
    if len(past) < limit:
        return None
    lifts = [_lifts_in(zone, past, limit, days, now) for zone in zones]
    return max((at for at in lifts if at is not None), default=None)


def _lifts_in(zone: str, past: tuple[datetime, ...], limit: int, days: int, now: datetime) -> datetime | None:
    binding = sorted((local_date(at, zone) for at in past), reverse=True)[limit - 1]
    free = binding + timedelta(days=days)
    return starts_at(free, zone) if free > local_date(now, zone) else None


def initiated(facts: ContactFacts, *channels: Channel) -> tuple[Attempt, ...]:
    """The contacts of ours that the borrower did not ask for, over the channels; every case."""
    return tuple(
        a
        for a in facts.attempts
        if a.by_us and a.counts and a.channel in channels and _unasked(a, facts.attempts)
    )


def conversations(facts: ContactFacts) -> tuple[datetime, ...]:
    """When telephone conversations about this case took place, whoever began them."""
    return tuple(
        a.at
        for a in facts.attempts
        if a.channel is Channel.VOICE
        and a.case_id == facts.case_id
        and (a.talked or not a.by_us or (a.counts and a.purpose is not ContactPurpose.OUTREACH))
    )


def _unasked(attempt: Attempt, attempts: Sequence[Attempt]) -> bool:
    match attempt.purpose:
        case ContactPurpose.OUTREACH:
            return True
        case ContactPurpose.SUPERVISOR:
            # A reply shows that the borrower had written, where the message itself is not among the facts.
            return not any(
                timedelta(0) <= attempt.at - other.at <= ANSWER_WITHIN
                for other in attempts
                if not other.by_us or other.purpose is ContactPurpose.REPLY
            )
        case ContactPurpose.REPLY | ContactPurpose.OPT_OUT_CONFIRMATION | ContactPurpose.CRISIS:
            return False
