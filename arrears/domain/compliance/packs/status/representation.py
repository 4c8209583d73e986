"""Who speaks for the person: an attorney or an adviser. They get the contact; in the end a person decides."""

from __future__ import annotations

from datetime import timedelta

from arrears.domain.cases import SpecialStatus
from arrears.domain.compliance.decision import Said
from arrears.domain.compliance.packs.status.numbers import StatusNumbers
from arrears.domain.compliance.packs.status.silences import SILENCES, acknowledged
from arrears.domain.compliance.rule import Question, Rule, initiated, refer

S = SpecialStatus
_ATTORNEY = SILENCES[S.ATTORNEY]
_ADVISER = SILENCES[S.DEBT_ADVISER]


def attorney(n: StatusNumbers, q: Question) -> Said | None:
    """Contact goes to the attorney; after long silence of theirs a person decides."""
    entries = q.facts.each(S.ATTORNEY)
    if not entries or q.facts.attorney_consents or q.proposed.recipient in _ATTORNEY.spares:
        return None
    since = q.now - timedelta(days=n.attorney_silent_days)
    if _ours(q) and all(entry.at is not None and entry.at < since for entry in entries):
        return refer("attorney_silent", ("days", n.attorney_silent_days))
    return acknowledged(_ATTORNEY, q)


def adviser(n: StatusNumbers, q: Question) -> Said | None:
    """Contact goes to the adviser; once the time for their plan is over a person decides."""
    entries = q.facts.each(S.DEBT_ADVISER)
    if not entries or q.proposed.recipient in _ADVISER.spares:
        return None
    if _ours(q) and all(entry.until is not None and entry.until <= q.now for entry in entries):
        return refer("adviser_time_over")
    return acknowledged(_ADVISER, q)


def _ours(q: Question) -> bool:
    return initiated(q.facts.place, q.facts.debt, q.kind)


RULES: tuple[Rule[StatusNumbers], ...] = (
    Rule(_ATTORNEY.rule_id, _ATTORNEY.cite, attorney, law=_ATTORNEY.law, needs="standing"),
    Rule(_ADVISER.rule_id, _ADVISER.cite, adviser, law=_ADVISER.law, needs="standing"),
)
