"""The one decision: may this contact be made now, with these words?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from arrears.domain.compliance.decision import (
    Decision,
    Deferred,
    Finding,
    Granted,
    Referred,
    Refused,
    Verdict,
)
from arrears.domain.compliance.facts import ContactFacts, ProposedContact
from arrears.domain.compliance.rule import HOUSE, PackSet, bindings, deny, place_findings, refer, stamped
from arrears.domain.compliance.speech import speech_findings
from arrears.domain.times import require_aware

LEAVE_MAX = timedelta(hours=4)
"""A carrier may not hold a message longer: by then other facts may forbid it."""

LOOKS_AHEAD_MAX = 32
"""How many deferrals may follow one another before a person looks at it."""

_SEVERITY = (Verdict.DENY, Verdict.REFER, Verdict.DEFER, Verdict.ALLOW)


def decide(pack: PackSet, facts: ContactFacts, proposed: ProposedContact, now: datetime) -> Decision:
    """The answer, with every rule that fired, the gravest first. Instants in the answer are UTC.

    DENY > REFER > DEFER > ALLOW. A contact that no rule gives leave for is refused. `Deferred.until` is an
    instant at which the same facts would be granted. Raises: NaiveDatetimeError.
    """
    at = require_aware(now).astimezone(UTC)
    fired = findings(pack, facts, proposed, at)
    match _gravest(fired):
        case Verdict.DENY:
            return Refused(_sorted(fired))
        case Verdict.REFER:
            return Referred(_sorted(fired))
        case Verdict.DEFER:
            return _deferred(pack, facts, proposed, fired)
        case Verdict.ALLOW:
            return _granted(fired, at)


def findings(
    pack: PackSet, facts: ContactFacts, proposed: ProposedContact, now: datetime
) -> tuple[Finding, ...]:
    """Every rule that fires at the instant: of the place, of the words, and of each pack that binds."""
    unusable = _unknown_zones(facts)
    if unusable:
        return unusable
    fired = [*place_findings(pack, facts, now), *speech_findings(facts, proposed, now)]
    for binding in bindings(pack, facts, proposed, now):
        fired += stamped(binding.pack, binding.pack.numbers.fire(facts, proposed, now))
    return tuple(fired)


def _granted(fired: tuple[Finding, ...], now: datetime) -> Granted | Refused:
    ends = [finding.until for finding in fired if finding.until is not None]
    if not ends:
        return Refused(_sorted((*fired, deny("P-NO-LEAVE", HOUSE, "no rule gives leave for this contact"))))
    return Granted(_sorted(fired), min(*ends, now + LEAVE_MAX))


def _deferred(
    pack: PackSet, facts: ContactFacts, proposed: ProposedContact, fired: tuple[Finding, ...]
) -> Decision:
    # What lies ahead may defer again (a cap lifts at midnight, the window opens at eight) or may refuse
    # (rules that take effect before then); the answer is the one that still stands at that instant.
    seen, ahead = list(fired), fired
    for _ in range(LOOKS_AHEAD_MAX):
        until = max(f.until for f in ahead if f.verdict is Verdict.DEFER and f.until is not None)
        ahead = findings(pack, facts, proposed, until)
        match _gravest(ahead):
            case Verdict.DENY:
                return Refused(_sorted((*seen, *_only(ahead, Verdict.DENY))))
            case Verdict.REFER:
                return Referred(_sorted((*seen, *_only(ahead, Verdict.REFER))))
            case Verdict.DEFER:
                seen += _only(ahead, Verdict.DEFER)
            case Verdict.ALLOW:
                return Deferred(_sorted(seen), until)
    no_time = refer("P-NO-TIME", HOUSE, "no time was found at which every rule gives leave")
    return Referred(_sorted((*seen, no_time)))


def _gravest(fired: Iterable[Finding]) -> Verdict:
    verdicts = {finding.verdict for finding in fired}
    return next((verdict for verdict in _SEVERITY if verdict in verdicts), Verdict.ALLOW)


def _only(fired: Iterable[Finding], verdict: Verdict) -> tuple[Finding, ...]:
    return tuple(finding for finding in fired if finding.verdict is verdict)


def _sorted(fired: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(fired, key=lambda finding: _SEVERITY.index(finding.verdict)))


def _unknown_zones(facts: ContactFacts) -> tuple[Finding, ...]:
    return tuple(
        deny("P-ZONE-1", HOUSE, "a time zone of the person is not in the time zone database")
        for zone in facts.zones
        if not _is_zone(zone)
    )


def _is_zone(zone: str) -> bool:
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError):
        return False
    return True
