"""Who may be spoken to: the debtor, who guarantees, and narrowly those who know where the debtor is."""

from __future__ import annotations

from datetime import datetime

from arrears.domain.cases import SpecialStatus
from arrears.domain.compliance.decision import Lifts, Said
from arrears.domain.compliance.facts import Attempt, CallOutcome, Recipient, Standing
from arrears.domain.compliance.packs.china.numbers import BOTH, GUIDELINE, ChinaNumbers
from arrears.domain.compliance.packs.world.shared import third_parties
from arrears.domain.compliance.rule import HOUSE, Question, Rule, allow, deny, initiated, refer
from arrears.domain.compliance.speech.words import says_debt
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Channel
from arrears.domain.times import local_date

S = SpecialStatus

_FAILED = frozenset(
    {CallOutcome.UNANSWERED, CallOutcome.BUSY, CallOutcome.NO_MESSAGE, CallOutcome.NOT_IN_SERVICE}
)
"""Calls that did not reach the debtor. Who declines a call or gets our message was reached."""


def debtor_alone(n: ChinaNumbers, q: Question) -> Said | None:
    """The debtor alone is collected from, and who guarantees; a relative may only be asked for them."""
    if q.proposed.recipient is Recipient.OTHER and q.proposed.purpose is ContactPurpose.LOCATION:
        return None  # CN-3P-2 judges it
    return third_parties(n, q)


def relative_asked(n: ChinaNumbers, q: Question) -> Said | None:
    """A contact or relative is asked by a person, without a word of debt, when the debtor is unreachable."""
    asked = q.proposed.recipient is Recipient.OTHER and q.proposed.purpose is ContactPurpose.LOCATION
    if not asked:
        return None
    if q.proposed.automated:
        return deny("relative_by_machine", lifts=Lifts.PERSON)
    if says_debt(q.proposed):
        return deny("relative_told_of_debt", lifts=Lifts.OTHER_WORDS)
    if q.facts.stands(S.DECEASED) is None and not unreachable(n, q.facts.attempts):
        return deny("debtor_reachable", ("failed_contacts", n.failed_contacts_min), lifts=Lifts.FACT_KNOWN)
    return None


def unreachable(n: ChinaNumbers, attempts: tuple[Attempt, ...]) -> bool:
    """Whether the debtor's newest calls in a row all failed, or the newest found the number invalid."""
    newest = sorted([a for a in attempts if _shows(a)], key=lambda a: a.at, reverse=True)
    if newest and newest[0].outcome is CallOutcome.NOT_IN_SERVICE:
        return True
    recent = newest[: n.failed_contacts_min]
    return len(recent) == n.failed_contacts_min and all(_call_failed(a) for a in recent)


def _shows(attempt: Attempt) -> bool:
    """Whether it shows if the debtor can be reached: a call of ours to them, or anything they began."""
    if not attempt.by_us:
        return True
    return attempt.counts and attempt.channel is Channel.VOICE and attempt.recipient is Recipient.PERSON


def _call_failed(attempt: Attempt) -> bool:
    return attempt.by_us and not attempt.talked and attempt.outcome in _FAILED


def plan_performs(n: ChinaNumbers, q: Question) -> Said | None:
    """No collection while an agreed plan is kept. A reminder of what was agreed, or thanks, is none."""
    if not q.facts.terms.plan_performing:
        return None
    if q.proposed.of_plan and not says_debt(q.proposed):
        return allow("of_the_plan")
    return deny("plan_performs", lifts=Lifts.PERSON)


def card_hardship(n: ChinaNumbers, q: Question) -> Said | None:
    """A cardholder beyond their means is offered an instalment plan by a person, before more is asked."""
    if q.facts.debt.product not in n.card_products:
        return None
    if all(entry.until is not None and entry.until <= q.now for entry in q.facts.each(S.HARDSHIP)):
        return None
    return refer("card_hardship", ("product", q.facts.debt.product))


def complained(n: ChinaNumbers, q: Question) -> Said | None:
    """No collection on the day of a complaint; afterwards a person answers it first."""
    entries = q.facts.each(S.COMPLAINT)
    if not entries:
        return None
    if any(_today(entry, n.places(q.facts), q.now) for entry in entries):
        return deny("complaint_today", lifts=Lifts.PERSON)
    return refer("complaint_open")


def _today(entry: Standing, zones: tuple[str, ...], now: datetime) -> bool:
    if entry.at is None:
        return True
    return any(local_date(entry.at, zone) >= local_date(now, zone) for zone in zones)


_CARDS = "Measures for Credit Card Business of Commercial Banks, art. 70"

RULES: tuple[Rule[ChinaNumbers], ...] = (
    Rule("CN-3P-1", BOTH, debtor_alone, scope=initiated),
    Rule("CN-3P-2", GUIDELINE, relative_asked, scope=initiated),
    Rule("CN-PLAN-1", _CARDS, plan_performs, scope=initiated),
    Rule("CN-PLAN-1", _CARDS, card_hardship, scope=initiated),
    Rule("CN-COMPL", f"{HOUSE}, after GB/T 45251-2025, 5.6", complained, scope=initiated),
)
