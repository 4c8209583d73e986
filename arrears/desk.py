"""What a service works with: the store, the lender's policy, and the time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from arrears.domain.compliance.clocks.terms import ClockTerms
from arrears.domain.compliance.explain import Explanations
from arrears.domain.compliance.packset import PackSet
from arrears.domain.contact_policy import ContactPolicy
from arrears.domain.negotiation.authority import AuthorityPolicy
from arrears.domain.negotiation.plan_types import PlanTypes
from arrears.domain.page_links import PageLinks
from arrears.domain.payment_ways import PaymentWay
from arrears.domain.people import Language
from arrears.domain.scoring import Scorecard
from arrears.domain.staffing import Staff
from arrears.domain.strategies import StrategyPolicy
from arrears.domain.voicemails import Voicemail
from arrears.domain.wording import Catalog
from arrears.ports import Clock
from arrears.store import Store


@dataclass(frozen=True, slots=True)
class Policy:
    """Business choices, read once from `policy/` when a process starts."""

    catalog: Catalog
    packs: PackSet
    authority: AuthorityPolicy
    plan_types: PlanTypes
    scorecard: Scorecard
    strategies: StrategyPolicy
    staff: Staff  # who answers borrowers, and when
    callback_number: str  # the lender's own number that a text may name
    voicemails: Mapping[Language, Voicemail]  # what a machine is played; in other languages nothing
    agents_phone: str | None  # E.164: where calls are connected to people; None: no call is
    records_calls: bool  # calls are recorded also where no rule asks for it
    reference_prefixes: tuple[str, ...]  # what stands before the digits of our loans' numbers
    payment_ways: tuple[PaymentWay, ...]  # the approved ones, in the order they are named
    promise_grace_retry_days: int  # days after a broken promise before we write again
    sender_registered: bool  # our sender is registered with the US carriers as the creditor
    registered_alias: str | None  # the name our agent calls under, where a place registers it
    licence: str | None  # our licence as a collector, where a place wants it shown
    explanations: Explanations
    contacts: ContactPolicy
    clocks: ClockTerms  # how long notices, disputes, records and consents run


@dataclass(frozen=True, slots=True)
class Desk:
    """A service's surroundings."""

    store: Store
    policy: Policy
    clock: Clock  # business time; simulated in the demo
    machine_clock: Clock  # real time, for leases and latencies
    page_links: PageLinks  # the addresses of borrowers' own pages
    takes_cards: bool = False  # a payment connector is named: a card may be keyed in on a call
