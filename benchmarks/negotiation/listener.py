"""The best policy that hears the same statements under the same rules: it knows the people, not the person.

It weighs a sample of the families that may be tuned on by what was said (`posterior`), and makes the
offer of the greatest expected value: the chance that such people take it within a few answers, times what
they then pay. It never asks more than was said to be affordable, and its terms depend on facts alone. Two
versions: one values the money of a year, the other the two shares whose harmonic mean is reported. It is
a bound as far as the sample and the greedy choice go, not a proof: a policy may do better by luck, or by
asking more cleverly.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np

from arrears.domain.language.readings import Frequency
from arrears.domain.money import Money
from arrears.domain.negotiation.affordability import StatedLimit
from arrears.domain.negotiation.authority import Authority
from arrears.domain.negotiation.offers import (
    Ask,
    Counter,
    Move,
    Offer,
    Position,
    Proposal,
    Question,
    Reason,
    Refer,
)
from arrears.domain.negotiation.plan_types import PlanType
from benchmarks.negotiation import paying, plans
from benchmarks.negotiation.adapter import Policy
from benchmarks.negotiation.facts import Facts
from benchmarks.negotiation.policies import View
from benchmarks.negotiation.population import GRID, SIZE, STEP_DAYS, Sample, sample
from benchmarks.negotiation.posterior import weights
from benchmarks.negotiation.setting import Case
from benchmarks.negotiation.truth import MONTH_DAYS, QUARTER
from benchmarks.negotiation.violations import PER_YEAR, above_means
from simulator.borrowers.budget import NEAR_ENOUGH
from simulator.borrowers.temper import Account

AGREED = (0.85, 0.6, 0.25)  # chance of terms they take at once, after one refusal, only at the end
AGREED_MINE = 0.97
AGREED_NEVER = 0.02  # and of others, since they may name a limit that leads to terms
STARTS = (7, 21)  # days until the first payment that are looked at where no day was named
RECOVERY_WEIGHT = 0.7  # beside health; near the shares reached the harmonic mean gains that much of each
LIKELY = 50  # people that are looked at, the likeliest
NOTHING = 1_000.0  # minor units: who could pay less than that has nothing to recover
NEVER = 10_000  # a day beyond every horizon

type Worth = Callable[["Outlook"], np.ndarray]


@dataclass(frozen=True)
class Outlook:
    """What each likely person would do with each plan: arrays of people x plans, and what they have."""

    agreed: np.ndarray  # chance that they come to agree
    quarter: np.ndarray  # expected money within 90 days
    year: np.ndarray  # of a year, worth today
    due_quarter: np.ndarray  # of each plan
    affordable: np.ndarray
    disposable: np.ndarray  # a month
    chance: np.ndarray  # of each person


def money(outlook: Outlook) -> np.ndarray:
    """Expected money of a year, of each plan."""
    return outlook.chance @ (outlook.agreed * outlook.year)


def score(outlook: Outlook) -> np.ndarray:
    """Expected recovery and health, weighed as the harmonic mean weighs small changes of both."""
    affordable, free = outlook.affordable[:, None], outlook.disposable[:, None] * QUARTER / MONTH_DAYS
    recovered = np.minimum(1.0, outlook.quarter / np.maximum(affordable, NOTHING)) * (affordable > NOTHING)
    healthy = np.maximum(0.0, 1 - outlook.due_quarter[None, :] / np.maximum(free, 1.0))
    gain = RECOVERY_WEIGHT * recovered - (1 - RECOVERY_WEIGHT) * (1 - healthy)
    return outlook.chance @ (outlook.agreed * gain)


def outlook_of(people: Sample, case: Case, facts: Facts, offers: list[Offer], chance: np.ndarray) -> Outlook:
    """The outlook of the likely people."""
    proposal, rows = facts.proposal or Proposal(), np.argsort(-chance, kind="stable")[:LIKELY]
    mine = np.array([_is_mine(offer, proposal) for offer in offers])
    own = np.array([_is_own_sum(offer, proposal) for offer in offers])
    due_on, amounts = _arrays(offers, case.today)
    named = proposal.on or facts.said.payday
    shift = np.zeros(len(rows), int) if named is None else people.first[rows] - (named - case.today).days
    quarter, year = paying.paid(people, rows, due_on, amounts, shift, own)
    return Outlook(
        np.where(mine[None, :], AGREED_MINE, _agreed(people, rows, due_on, amounts, shift)),
        quarter,
        year,
        np.where(due_on <= QUARTER, amounts, 0.0).sum(axis=1),
        np.minimum(people.affordable[rows], case.balance.minor),
        people.disposable[rows],
        chance[rows] / chance[rows].sum(),
    )


def _arrays(offers: list[Offer], today: date) -> tuple[np.ndarray, np.ndarray]:
    """Days and amounts of the payments, plans x payments, with one payment of nothing at the end."""
    most = max(len(offer.instalments) for offer in offers) + 1
    due_on, amounts = np.full((len(offers), most), NEVER), np.zeros((len(offers), most))
    for row, offer in enumerate(offers):
        for column, item in enumerate(offer.instalments):
            due_on[row, column], amounts[row, column] = (item.on - today).days, item.amount.minor
    return due_on, amounts


def _agreed(
    people: Sample, rows: np.ndarray, due_on: np.ndarray, amounts: np.ndarray, shift: np.ndarray
) -> np.ndarray:
    """By what they foresee, at once, after one refusal, or only at the end of what they would give."""
    asked, free = np.cumsum(amounts, axis=1), people.foreseen[rows]
    opening, rounds = people.opening[rows], people.rounds[rows]
    most = people.most[rows] * NEAR_ENOUGH
    heaviest = np.zeros((len(rows), len(due_on)))
    for column in range(due_on.shape[1] - 1):
        days = np.clip(due_on[None, :, column] + shift[:, None], 0, GRID[-1])
        ratio = asked[None, :, column] / np.maximum(np.take_along_axis(free, days // STEP_DAYS, axis=1), 1.0)
        heaviest = np.maximum(heaviest, np.where(due_on[None, :, column] < NEVER, ratio, 0.0))
    steps = (opening, opening + (1 - opening) * np.minimum(1.0, 1 / rounds), np.ones(len(rows)))
    takes = [heaviest <= (most * level)[:, None] for level in steps]
    return np.select(takes, AGREED, AGREED_NEVER)


def listener(worth: Worth, size: int = SIZE) -> Policy:
    """The policy that values offers in that way."""
    kept: dict[object, Offer | None] = {}

    def best(case: Case, facts: Facts, position: Position) -> Offer | None:
        key = case.account, case.today, case.authority.reasons, facts
        if key not in kept:
            kept[key] = _best(
                worth, sample(case.account.currency, case.account.segment, size), case, facts, position
            )
        return kept[key]

    def policy(position: Position, authority: Authority, proposal: Proposal) -> Move:
        case, facts, bare = _known(position, authority, proposal)
        view = View(case, position, proposal)
        said = position.said
        if not _named(proposal) and position.stated_limit is None and Question.AMOUNT not in said.asked:
            return view.ask()
        if _named(proposal) and proposal.on is None and Question.DATE not in said.asked:
            return Ask(Question.DATE, (Reason.DATE_MISSING,), view.bounds)
        offer = best(case, facts, bare)
        if offer is None:
            return Refer((Reason.MINIMUM_ABOVE_STATED_LIMIT,), view.bounds)
        missing = _missing(position, proposal) if offer in said.declined else None
        if missing is not None:
            return Ask(missing, (Reason.AMOUNT_MISSING,), view.bounds)
        return Counter(offer, (Reason.DATE_PROPOSED,), view.bounds)

    return policy


def _best(worth: Worth, people: Sample, case: Case, facts: Facts, position: Position) -> Offer | None:
    """The offer of the greatest expected worth; None where none may be made."""
    key = case.account, case.today, case.authority.reasons, facts, len(people.first)
    if key not in _OUTLOOKS:
        if len(_OUTLOOKS) >= _REMEMBERED:
            _OUTLOOKS.clear()
        proposal = facts.proposal or Proposal()
        offers = _candidates(case, facts, proposal)
        chance = weights(people, position, proposal)
        _OUTLOOKS[key] = offers, outlook_of(people, case, facts, offers, chance) if offers else None
    offers, outlook = _OUTLOOKS[key]
    return None if outlook is None else offers[int(worth(outlook).argmax())]


_REMEMBERED = 64
_OUTLOOKS: dict[object, tuple[list[Offer], Outlook | None]] = {}  # both listeners look at the same people


def _missing(position: Position, proposal: Proposal) -> Question | None:
    """The fact that would change terms which they declined."""
    open_still = not _named(proposal) and Question.AFFORDABLE not in position.said.asked
    return Question.AFFORDABLE if open_still else None


def _named(proposal: Proposal) -> bool:
    return proposal.amount is not None or proposal.full or proposal.share_percent is not None


def _known(position: Position, authority: Authority, proposal: Proposal) -> tuple[Case, Facts, Position]:
    """The case, and the facts that terms may depend on."""
    said = replace(position.said, declined=(), asked=frozenset())
    limit = None if position.stated_limit is None else StatedLimit(position.stated_limit, position.limit_per)
    segment = "commercial" if PlanType.SEASONAL in position.allowed else "consumer"
    balance = position.balance.total
    account = Account("en", str(balance.currency), segment, balance.minor, position.days_past_due)
    case = Case(
        account, authority, position.today, position.allowed, position.with_approval, position.with_person
    )
    return case, Facts(proposal, limit, said), replace(position, said=said, earlier_offers=())


def _is_mine(offer: Offer, proposal: Proposal) -> bool:
    """Nothing more than they proposed, nor sooner, in its rhythm."""
    if proposal.amount is None or offer.frequency is not proposal.frequency or not offer.instalments:
        return False
    soonest = proposal.on is None or offer.first_on >= proposal.on - timedelta(days=1)
    return soonest and max(item.amount for item in offer.instalments) <= proposal.amount


def _is_own_sum(offer: Offer, proposal: Proposal) -> bool:
    """Whether the usual payment is what they proposed themselves."""
    if proposal.full:
        return offer.frequency is None
    return bool(offer.instalments) and max(item.amount for item in offer.instalments) == proposal.amount


def _candidates(case: Case, facts: Facts, proposal: Proposal) -> list[Offer]:
    named = proposal.on or facts.said.payday
    days = [named] if named else [case.today + timedelta(days=days) for days in STARTS]
    first_days = [plans.first_within(case, day) for day in days]
    found = plans.inside(case, first_days, _amounts(case, facts, proposal))
    if proposal.amount is not None and proposal.frequency is None:
        found += [offer for on in first_days if (offer := plans.part(case, proposal.amount, on)) is not None]
    if facts.said.hardship:
        found += _relief(case, facts, proposal, first_days[0])
    return [offer for offer in found if not above_means(offer, facts)]


def _amounts(case: Case, facts: Facts, proposal: Proposal) -> list[Money]:
    """Their own amounts, less and more, in every rhythm; sorted, so that ties fall the same way."""
    own = [(money, per) for money, per in ((proposal.amount, proposal.frequency),) if money]
    if facts.limit is not None:
        own.append((facts.limit.amount, facts.limit.per))
    found = {
        Money(
            amount.minor * PER_YEAR[per or Frequency.MONTHLY] * percent // (PER_YEAR[rhythm] * 100),
            amount.currency,
        )
        for amount, per in own
        for rhythm in case.authority.terms.frequencies
        for percent in (80, 100, 110, 125, 150)
    }
    return sorted(found)


def _relief(case: Case, facts: Facts, proposal: Proposal, first_on: date) -> list[Offer]:
    hardship = case.authority.terms.hardship
    if hardship is None:
        return []
    small = [hardship.min_payment * times for times in (1, 2, 3, 4, 6)]
    amounts = dict.fromkeys((*small, *_amounts(case, facts, proposal)))
    plan = (
        plans.reduced(case, amount, rhythm, first_on)
        for amount in amounts
        for rhythm in case.authority.terms.frequencies
        if amount < case.balance
    )
    return [offer for offer in plan if offer is not None]
