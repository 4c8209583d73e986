"""The one decision: may this be done now, with these words?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from arrears.domain.compliance.decision import (
    Decision,
    Deferred,
    Finding,
    Granted,
    Lifts,
    Referred,
    Refused,
    Verdict,
)
from arrears.domain.compliance.facts import ContactFacts, ProposedAct, ProposedContact, Recipient
from arrears.domain.compliance.packset import Binding, PackSet, day_of, fired, fired_for_act
from arrears.domain.compliance.rule import HOUSE, Kind, Question, kind_of
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Carrier, Channel
from arrears.domain.times import require_aware

LEAVE_MAX = timedelta(hours=4)
"""A carrier may not hold a message longer: by then other facts may forbid it."""

LOOKS_AHEAD_MAX = 32
"""How many deferrals may follow one another before a person looks at it."""

_ACT = Kind(
    Channel.LETTER, Carrier.LENDER_GATEWAY, ContactPurpose.OUTREACH, Recipient.PERSON, True, False, False
)
"""As what sort of contact a step is taken when it is asked which packs bind it."""


def decide(
    packs: PackSet, facts: ContactFacts, proposed: ProposedContact | ProposedAct, now: datetime
) -> Decision:
    """The answer, with every rule that fired, the gravest first. Instants in the answer are UTC.

    DENY > REFER > DEFER > ALLOW. A contact that no rule gives leave for is refused. `Deferred.until` is an
    instant at which the same facts would be granted. Raises: NaiveDatetimeError.
    """
    at = require_aware(now).astimezone(UTC)
    if isinstance(proposed, ProposedAct):
        return _act_decided(fired_for_act(packs, facts, proposed, _ACT, at), at)
    found = findings(packs, facts, proposed, at)
    match gravest(found):
        case Verdict.DENY:
            return Refused(_sorted(found))
        case Verdict.REFER:
            return Referred(_sorted(found))
        case Verdict.DEFER:
            return _deferred(packs, facts, proposed, found)
        case _:
            return _granted(found, at)


def findings(
    packs: PackSet, facts: ContactFacts, proposed: ProposedContact, now: datetime
) -> tuple[Finding, ...]:
    """Every rule that fires at the instant: of the place, and of each pack that binds."""
    unusable = _unknown_zones(facts.place.zones)
    return unusable or fired(packs, Question(facts, proposed, now))


def bindings(
    packs: PackSet, facts: ContactFacts, proposed: ProposedContact | ProposedAct, now: datetime
) -> tuple[Binding, ...]:
    """Every pack in force, chosen by the decision's date in UTC, with whether and why it binds."""
    kind = _ACT if isinstance(proposed, ProposedAct) else kind_of(facts, proposed, now)
    return packs.bindings(facts.place, facts.debt, kind, day_of(now))


def gravest(found: Iterable[Finding]) -> Verdict:
    """The verdict that decides."""
    gravest = Verdict.ALLOW
    for finding in found:
        if finding.verdict.rank < gravest.rank:
            gravest = finding.verdict
    return gravest


def _granted(found: tuple[Finding, ...], now: datetime) -> Granted | Refused:
    ends = [finding.until for finding in found if finding.until is not None]
    if not ends:
        return Refused(_sorted((*found, _house("P-NO-LEAVE", "no_leave"))))
    return Granted(_sorted(found), min(*ends, now + LEAVE_MAX))


def _act_decided(found: tuple[Finding, ...], now: datetime) -> Decision:
    """A step needs no window: what no rule forbids may be done."""
    match gravest(found):
        case Verdict.DENY:
            return Refused(_sorted(found))
        case Verdict.REFER:
            return Referred(_sorted(found))
        case Verdict.DEFER:
            return Deferred(_sorted(found), max(f.until for f in found if f.until is not None))
        case _:
            return Granted(_sorted(found), now + LEAVE_MAX)


def _deferred(
    packs: PackSet, facts: ContactFacts, proposed: ProposedContact, found: tuple[Finding, ...]
) -> Decision:
    # What lies ahead may defer again (a cap lifts at midnight, the window opens at eight) or may refuse
    # (rules that take effect before then); the answer is the one that still stands at that instant.
    seen, ahead = list(found), found
    for _ in range(LOOKS_AHEAD_MAX):
        until = max(f.until for f in ahead if f.verdict is Verdict.DEFER and f.until is not None)
        ahead = findings(packs, facts, proposed, until)
        match gravest(ahead):
            case Verdict.DENY:
                return Refused(_sorted((*seen, *_only(ahead, Verdict.DENY))))
            case Verdict.REFER:
                return Referred(_sorted((*seen, *_only(ahead, Verdict.REFER))))
            case Verdict.DEFER:
                seen += _only(ahead, Verdict.DEFER)
            case _:
                return Deferred(_sorted(seen), until)
    no_time = _house("P-NO-TIME", "no_time", Verdict.REFER)
    return Referred(_sorted((*seen, no_time)))


def _only(found: Iterable[Finding], verdict: Verdict) -> tuple[Finding, ...]:
    return tuple(finding for finding in found if finding.verdict is verdict)


def _sorted(found: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(found, key=_rank))


def _rank(finding: Finding) -> int:
    return finding.verdict.rank


def _house(rule_id: str, reason: str, verdict: Verdict = Verdict.DENY) -> Finding:
    return Finding(rule_id, HOUSE, verdict, reason)


@lru_cache(maxsize=4096)
def _unknown_zones(zones: tuple[str, ...]) -> tuple[Finding, ...]:
    return tuple(
        Finding(
            "P-ZONE-1", HOUSE, Verdict.DENY, "zone_unknown", lifts=Lifts.FACT_KNOWN, missing="place.zones"
        )
        for zone in zones
        if not _is_zone(zone)
    )


def _is_zone(zone: str) -> bool:
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError):
        return False
    return True
