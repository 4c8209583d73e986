"""India: what the Reserve Bank asks of lenders and their agents, and its draft of February 2026."""

from __future__ import annotations

from dataclasses import dataclass

from arrears.domain.compliance.decision import Duty, Lifts, Said
from arrears.domain.compliance.facts import Debt, Place
from arrears.domain.compliance.limits import not_help, timed
from arrears.domain.compliance.packs.world.shared import (
    CAP,
    CountryNumbers,
    binds_in,
    shared_rules,
    third_parties,
    window,
)
from arrears.domain.compliance.rule import (
    HOUSE,
    Kind,
    Question,
    Rule,
    Rules,
    deny,
    initiated,
    require,
    third_party,
)
from arrears.domain.people import Channel

COUNTRIES = frozenset({"IN"})


@dataclass(frozen=True, slots=True)
class IndiaNumbers(CountryNumbers):
    """The numbers; their sources stand beside them in the policy file."""

    draft_applies: bool


def borrower_alone(n: IndiaNumbers, q: Question) -> Said | None:
    """The borrower and the guarantor alone are contacted."""
    return third_parties(n, q) if n.draft_applies else None


def agent_named(n: IndiaNumbers, q: Question) -> Said | None:
    """An agent contacts nobody before the lender has named it to them."""
    if not n.draft_applies or not third_party(q.facts.debt):
        return None
    named = q.facts.notices.agent_named_at
    if named is not None and named <= q.now:
        return None
    missing = "notices.agent_named_at" if named is None else None
    return deny("agent_not_named", lifts=Lifts.NOTICE_SENT, missing=missing)


def recorded(n: IndiaNumbers, q: Question) -> Said | None:
    """Calls are recorded."""
    return require(Duty.RECORD_CALL, "india_call_recorded") if n.draft_applies else None


def _call(place: Place, debt: Debt, kind: Kind) -> bool:
    return kind.channel is Channel.VOICE and not_help(place, debt, kind)


_RBI = "RBI/2022-23/108, 12 August 2022"
_DRAFT = f"{HOUSE}, after the draft directions of the RBI of 12 February 2026"

INDIA = Rules(
    numbers=IndiaNumbers,
    binds=binds_in(COUNTRIES),
    contact=(
        Rule("IN-TIME", _RBI, window, scope=timed),
        *shared_rules(),
        CAP,
        Rule("IN-2026", _DRAFT, borrower_alone, scope=initiated),
        Rule("IN-2026", _DRAFT, agent_named, scope=initiated),
        Rule("IN-2026", _DRAFT, recorded, scope=_call),
    ),
    countries=COUNTRIES,
)
