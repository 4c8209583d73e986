"""The District of Columbia: how often, and electronically only with consent; consumer debts long overdue."""

from __future__ import annotations

from dataclasses import dataclass

from arrears.domain.compliance.consents import consented
from arrears.domain.compliance.decision import Duty, Lifts, Said
from arrears.domain.compliance.facts import Debt, Place
from arrears.domain.compliance.limits import capped
from arrears.domain.compliance.packs.united_states import zones_of
from arrears.domain.compliance.packs.us_states.places import (
    asked_for_consent,
    asks_for_consent,
    binds_in,
    on_debt,
)
from arrears.domain.compliance.rule import (
    Kind,
    Question,
    Rule,
    Rules,
    deny,
    initiated,
    initiated_electronic,
    require,
)
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Channel


@dataclass(frozen=True, slots=True)
class UsDcNumbers:
    """The numbers; their sources stand beside them in the policy file."""

    zones: tuple[str, ...]
    free_products: tuple[str, ...]
    days_past_due_free_max: int
    calls_per_7_days_max: int
    messages_per_7_days_max: int
    consent_requests_per_7_days_max: int


def covered(n: UsDcNumbers, q: Question) -> bool:
    """Whether the debt is overdue for long enough, and no mortgage or direct car loan; unknown days count."""
    days = q.facts.terms.days_past_due
    return q.facts.debt.product not in n.free_products and (days is None or days > n.days_past_due_free_max)


def calls(n: UsDcNumbers, q: Question) -> Said | None:
    """Calls in seven days about one account, but those that were asked for."""
    if not covered(n, q):
        return None
    made = [
        a.at
        for a in on_debt(q, Channel.VOICE)
        if not a.with_consent and a.purpose is not ContactPurpose.CALLBACK
    ]
    return capped("dc_calls_capped", made, q, zones_of(q, n.zones), (n.calls_per_7_days_max, 7))


def messages(n: UsDcNumbers, q: Question) -> Said | None:
    """Electronic messages in seven days about one account."""
    if not covered(n, q):
        return None
    sent = [a.at for a in on_debt(q, Channel.SMS, Channel.EMAIL, Channel.WEB)]
    return capped("dc_messages_capped", sent, q, zones_of(q, n.zones), (n.messages_per_7_days_max, 7))


def electronic(n: UsDcNumbers, q: Question) -> Said | None:
    """They need consent, which may be asked for once in seven days."""
    if not covered(n, q) or consented(q) is not None:
        return None
    if not asks_for_consent(q):
        return deny("dc_no_consent", ("channel", q.proposed.channel), lifts=Lifts.CONSENT)
    cap = n.consent_requests_per_7_days_max, 7
    return capped("dc_consent_asked", asked_for_consent(q), q, zones_of(q, n.zones), cap)


def plan_copy(n: UsDcNumbers, q: Question) -> Said | None:
    """A written copy of a plan or settlement is owed by a day."""
    due = q.facts.notices.plan_copy_due_at
    if due is None or not covered(n, q):
        return None
    return require(Duty.PLAN_COPY, "dc_plan_copy", ("due", due.date()))


def _unasked_calls(place: Place, debt: Debt, kind: Kind) -> bool:
    asked = kind.purpose is ContactPurpose.CALLBACK
    return kind.channel is Channel.VOICE and not asked and initiated(place, debt, kind)


_LAW = "D.C. Code 28-3814"

US_DC = Rules(
    numbers=UsDcNumbers,
    binds=binds_in("DC"),
    contact=(
        Rule("DC-FREQ-1", _LAW, calls, scope=_unasked_calls, needs="attempts"),
        Rule("DC-FREQ-2", _LAW, messages, scope=initiated_electronic, needs="attempts"),
        Rule("DC-FREQ-2", _LAW, electronic, scope=initiated_electronic),
        Rule("DC-PLAN-1", _LAW, plan_copy, scope=initiated),
    ),
)
