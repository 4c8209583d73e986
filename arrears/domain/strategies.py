"""Strategies: who may get which, what each is assumed to be worth, who is held out, and why."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from arrears.domain.cases import Relationship
from arrears.domain.ids import CaseId
from arrears.domain.money import Currency
from arrears.domain.people import Carrier, Channel, Language
from arrears.domain.scoring import MAJOR_MINOR, CaseFacts

HOLDOUT, WAIT = "holdout", "wait"
TEXTS = "texts"  # in a strategy's uses: texts of whichever carrier serves the number
MILLI = 1_000
_BPS = 10_000


class Need(StrEnum):
    """What a case must have for a strategy."""

    CONTACT = "contact"
    CONSENT = "consent"
    FIRST_PARTY = "first_party"
    SPOKEN_LANGUAGE = "spoken_language"  # one the agent converses in
    NO_SPECIAL_STATUS = "no_special_status"


class Bar(StrEnum):
    """Why a strategy is not open to a case."""

    NO_CONTACT = "no_contact"
    NO_CONSENT = "no_consent"
    NOT_FIRST_PARTY = "not_first_party"
    LANGUAGE = "language"
    SPECIAL_STATUS = "special_status"
    BALANCE_TOO_SMALL = "balance_too_small"
    NO_CAPACITY = "no_capacity"  # one case alone needs more than the day has


_BAR_OF = {
    Need.CONTACT: Bar.NO_CONTACT,
    Need.CONSENT: Bar.NO_CONSENT,
    Need.FIRST_PARTY: Bar.NOT_FIRST_PARTY,
    Need.SPOKEN_LANGUAGE: Bar.LANGUAGE,
    Need.NO_SPECIAL_STATUS: Bar.SPECIAL_STATUS,
}


@dataclass(frozen=True, slots=True)
class Band:
    """Scores from this one (None: from the lowest) up to the next band."""

    name: str
    from_score: int | None


@dataclass(frozen=True, slots=True)
class Resource:
    """Something of which a day has only so much."""

    name: str
    per_day: int
    carrier: Carrier | None = None  # for texts: whose


@dataclass(frozen=True, slots=True)
class Step:
    """A contact of a strategy."""

    name: str
    after_days: int  # days since the case was first given the strategy
    message: str  # key of a reviewed message that says nothing about a debt
    unless_answered: bool  # left out once the borrower has written to us about the case
    channel: Channel = Channel.SMS  # a call is made only to who has agreed to automated calls
    attempts: int = 1  # of a call: how often it is made in all while nobody takes it
    hours_apart: int = 24  # between two of them, counted from the end of the first


@dataclass(frozen=True, slots=True)
class Strategy:
    """What may be done with a case."""

    name: str
    words: Mapping[str, str]  # language -> what it is
    value_bps: Mapping[str, int]  # band -> of the balance, beyond waiting; an assumption
    cost_minor: int = 0  # of the reference currency
    uses: Mapping[str, int] | None = None  # resource, or TEXTS -> per case
    needs: frozenset[Need] = frozenset()
    balance_units_min: int = 0  # units of the reference currency
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class StrategyPolicy:
    """`policy/strategies.yml`."""

    version: str
    reference: Currency
    minor_per_unit: Mapping[Currency, int]
    holdout_bps: int
    holdout_seed: str
    bands: tuple[Band, ...]
    carrier_otherwise: Carrier
    carriers: Mapping[str, Carrier]  # by country
    resources: tuple[Resource, ...]
    strategies: tuple[Strategy, ...]

    def carrier_of(self, country: str) -> Carrier:
        """Who carries texts to numbers of a country."""
        return self.carriers.get(country, self.carrier_otherwise)

    def band_of(self, score: int) -> str:
        """The band a score falls in."""
        reached = [band for band in self.bands if band.from_score is None or score >= band.from_score]
        return reached[-1].name

    def steps_of(self, strategy: str) -> tuple[Step, ...]:
        """The contacts of a strategy, none for one that is no longer in the policy."""
        return next((each.steps for each in self.strategies if each.name == strategy), ())

    def call_step(self, name: str) -> Step | None:
        """The step of a strategy that is a call and has this name."""
        steps = (step for strategy in self.strategies for step in strategy.steps)
        return next((step for step in steps if step.name == name and step.channel is Channel.VOICE), None)

    def use(self, strategy: Strategy, carrier: Carrier) -> dict[str, int]:
        """How much of each resource one case takes, by the resource's own name."""
        texts = {resource.carrier: resource.name for resource in self.resources if resource.carrier}
        taken = strategy.uses or {}
        return {texts[carrier] if name == TEXTS else name: amount for name, amount in taken.items()}


@dataclass(frozen=True, slots=True)
class Draw:
    """What chance holds for a case, the same for one seed whatever else is in the file."""

    holdout: bool
    tie: float  # 0 <= tie < 1: decides between cases that are otherwise equal


@dataclass(frozen=True, slots=True)
class Option:
    """A strategy as it stood for one case when the case was allocated."""

    strategy: str
    bars: tuple[Bar, ...]  # why it was not open; empty when it was
    value_minor: int  # assumed, in the reference currency
    use: Mapping[str, int]
    adjusted_milli: int  # value less the price of what it uses, in thousandths of a minor unit

    @property
    def open(self) -> bool:
        """Whether the case could have got it."""
        return not self.bars


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a case has the strategy it has."""

    case_id: CaseId
    band: str
    chosen: str
    holdout: bool
    options: tuple[Option, ...]
    best: str | None  # the open strategy of the highest adjusted value

    @property
    def moved(self) -> bool:
        """The best one could not be had: it was the last of a resource, and others came first."""
        return not self.holdout and self.chosen != self.best


def draw(case_id: str, policy: StrategyPolicy) -> Draw:
    """The case's draw for the policy's seed."""
    key = hashlib.blake2b(policy.holdout_seed.encode(), digest_size=32).digest()
    digest = hashlib.blake2b(case_id.encode(), digest_size=16, key=key).digest()
    chance = int.from_bytes(digest[:8], "big") * _BPS >> 64
    tie = (int.from_bytes(digest[8:], "big") >> 11) / 2**53
    return Draw(chance < policy.holdout_bps, tie)


def bars(strategy: Strategy, facts: CaseFacts, policy: StrategyPolicy) -> tuple[Bar, ...]:
    """Everything that closes the strategy to the case, in the order of the policy's needs."""
    met = {
        Need.CONTACT: facts.has_contact,
        Need.CONSENT: facts.has_consent,
        Need.FIRST_PARTY: facts.relationship is Relationship.FIRST_PARTY,
        Need.SPOKEN_LANGUAGE: facts.language in set(Language),
        Need.NO_SPECIAL_STATUS: not facts.needs_person,
    }
    found = [_BAR_OF[need] for need in Need if need in strategy.needs and not met[need]]
    if facts.balance_minor // policy.minor_per_unit[facts.currency] < strategy.balance_units_min:
        found.append(Bar.BALANCE_TOO_SMALL)
    capacity = {resource.name: resource.per_day for resource in policy.resources}
    use = policy.use(strategy, policy.carrier_of(facts.country))
    if any(amount > capacity[name] for name, amount in use.items()):
        found.append(Bar.NO_CAPACITY)
    return tuple(found)


def value_minor(strategy: Strategy, facts: CaseFacts, band: str, policy: StrategyPolicy) -> int:
    """What the strategy is assumed to bring less what it costs, in minor units of the reference currency."""
    balance = facts.balance_minor * MAJOR_MINOR // policy.minor_per_unit[facts.currency]
    return balance * strategy.value_bps[band] // _BPS - strategy.cost_minor


def explain_case(
    facts: CaseFacts, score: int, policy: StrategyPolicy, *, prices_milli: Mapping[str, int], chosen: str
) -> Explanation:
    """Every strategy as it stood for the case, at the prices of the allocation."""
    band = policy.band_of(score)
    options = tuple(_option(each, facts, band, policy, prices_milli) for each in policy.strategies)
    best = max((o for o in options if o.open), key=lambda option: option.adjusted_milli, default=None)
    return Explanation(
        case_id=facts.case_id,
        band=band,
        chosen=chosen,
        holdout=draw(facts.case_id, policy).holdout,
        options=options,
        best=None if best is None else best.strategy,
    )


def _option(
    strategy: Strategy, facts: CaseFacts, band: str, policy: StrategyPolicy, prices_milli: Mapping[str, int]
) -> Option:
    use = policy.use(strategy, policy.carrier_of(facts.country))
    value = value_minor(strategy, facts, band, policy)
    price = sum(amount * prices_milli.get(name, 0) for name, amount in use.items())
    return Option(strategy.name, bars(strategy, facts, policy), value, use, value * MILLI - price)
