"""Rests that end by themselves: after hardship, in mourning, and in a breathing space of the law."""

from __future__ import annotations

from datetime import datetime, timedelta

from arrears.domain.cases import SpecialStatus
from arrears.domain.compliance.decision import Lifts, Said
from arrears.domain.compliance.facts import ContactFacts, Debt, Place, Standing
from arrears.domain.compliance.packs.status.numbers import StatusNumbers
from arrears.domain.compliance.rule import HOUSE, Question, Rule, allow, defer, deny, initiated
from arrears.domain.compliance.speech.words import says_debt

S = SpecialStatus


def hardship(n: StatusNumbers, q: Question) -> Said | None:
    """Outreach rests for some days after hardship was named; questions are answered.

    What belongs to a plan that was agreed since presses nobody, and comes when it was announced.
    """
    rests = resting("hardship", S.HARDSHIP, n, q.facts, q.now)
    agreed_at = q.facts.terms.plan_agreed_at
    if rests is None or agreed_at is None or not q.proposed.of_plan or says_debt(q.proposed):
        return rests
    since = all(entry.at is not None and entry.at <= agreed_at for entry in q.facts.each(S.HARDSHIP))
    return allow("plan_agreed_since", ("date", agreed_at.date())) if since else rests


def breathing_space(n: StatusNumbers, q: Question) -> Said | None:
    """No contact until the day after a breathing space; the customer is answered, and notices are sent."""
    return resting("breathing_space", S.BREATHING_SPACE, n, q.facts, q.now)


def mourning(n: StatusNumbers, q: Question) -> Said | None:
    """Nobody is contacted in bereavement, at a wedding or festival, or in a calamity."""
    return resting("mourning", S.BEREAVEMENT, n, q.facts, q.now)


def resting(
    reason: str, status: SpecialStatus, n: StatusNumbers, facts: ContactFacts, now: datetime
) -> Said | None:
    """Not before the last of these statuses has ended; one without an end is for a person to clear."""
    if facts.stands(status) is None:
        return None
    ends = [_ends(entry, n) for entry in facts.standing if entry.status is status]
    known = [end for end in ends if end is not None]
    if len(known) < len(ends):
        return deny(reason, lifts=Lifts.PERSON, missing="standing.until")
    until = max(known)
    return defer(reason, until) if until > now else None


def _ends(entry: Standing, n: StatusNumbers) -> datetime | None:
    if entry.status is S.BREATHING_SPACE and entry.until is not None:
        return entry.until + timedelta(days=n.breathing_space_days_after)
    if entry.status is S.HARDSHIP and entry.until is None and entry.at is not None:
        return entry.at + timedelta(days=n.hardship_pause_days)
    return entry.until


def _in_uk(place: Place, debt: Debt) -> bool:
    return "GB" in place.countries


SPACE = "Debt Respite Scheme (Breathing Space) Regulations 2020 (England and Wales), regs. 7 and 12"

_RBI_DRAFT = f"{HOUSE}, after the draft directions of the RBI of 12 February 2026"

RULES: tuple[Rule[StatusNumbers], ...] = (
    Rule("VUL-02", f"{HOUSE}, after CONC 7 and FCA FG21/1", hardship, scope=initiated, needs="standing"),
    Rule("UK-BS-1", SPACE, breathing_space, scope=initiated, law=_in_uk, needs="standing"),
    Rule("IN-2026", _RBI_DRAFT, mourning, scope=initiated, needs="standing"),
)
