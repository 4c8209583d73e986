"""Terms on the table: what the borrower proposes, what the engine answers, and what waits for a yes.

Any dialogue service may take terms up, because a bare "$350 on the 15th" answers a question whatever intent
it is labelled with. Numbers come from the engine, words from templates.
"""

from __future__ import annotations

from dataclasses import replace

from arrears.answering import Answer, Situation, gate, hand_over
from arrears.changing import change_plan_day, names_other_day
from arrears.domain.intents import HARD
from arrears.domain.negotiation.affordability import StatedLimit, limit_from_refusal, stated_limit
from arrears.domain.negotiation.agreed import offer_of_plan
from arrears.domain.negotiation.negotiate import negotiate
from arrears.domain.negotiation.offers import (
    Accept,
    Ask,
    Counter,
    Offer,
    Proposal,
    Question,
    Statements,
    Wish,
)
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.negotiation.proposals import merged, proposal_from
from arrears.domain.negotiation.statements import (
    limit_from_means,
    merged_statements,
    settled_share,
    statements_from,
    without_means,
)
from arrears.domain.plans import Plan
from arrears.domain.wording import offer_words
from arrears.offering import answer_to, read_out
from arrears.positions import authority_of, position_of
from arrears.store import ledger, offers, plans


def says_terms(situation: Situation) -> bool:
    """Whether a verified party's turn names money, a day, a number of instalments, or their means."""
    return situation.party is not None and (_said_now(situation) != Proposal() or says_means(situation))


def _said_now(situation: Situation) -> Proposal:
    readings = without_means(situation.readings, situation.means)
    return proposal_from(readings, situation.case.currency, situation.today)


def says_means(situation: Situation) -> bool:
    """Whether the turn tells of their own income, costs or payday, verified or not."""
    told = situation.means
    return any((told.income, told.expenses, told.left_over, told.payday))


def _told_now(situation: Situation) -> Statements:
    heard = situation.heard
    intents = frozenset(each for each in (heard.intent, *heard.others) if each is not None)
    return statements_from(situation.text, intents, situation.means)


def take_terms(situation: Situation) -> Answer:
    """The read-back of what was proposed, a counter-offer, one question, or a person.

    The terms of a turn are taken once; when another of its intents brings them again, nothing more is said.
    """
    barred = gate(situation)
    if barred is not None:
        return barred
    if offers.is_proposal_kept(situation.tx, _proposal_key(situation)):
        return Answer(())
    standing = plans.standing_plan(situation.tx, situation.case.id, situation.today)
    if standing is not None:
        return about_agreed(situation, standing)
    balance = ledger.balance(situation.tx, situation.case.id, situation.case.currency)
    if balance.total.minor <= 0:
        return situation.answer("balance.settled")
    authority = authority_of(situation, balance)
    if authority is None:
        return situation.answer("plan.referred", staffed=hand_over(situation, "no_authority"))
    proposal = _said_so_far(situation)
    return answer_to(situation, negotiate(position_of(situation, balance, authority), authority, proposal))


def relief(situation: Situation) -> Answer | None:
    """A plan of relief for who cannot pay, as something they may take up; None when there is none to offer.

    The gate is passed and no plan stands.
    """
    if offers.is_proposal_kept(situation.tx, _proposal_key(situation)):
        return None
    balance = ledger.balance(situation.tx, situation.case.id, situation.case.currency)
    authority = authority_of(situation, balance)
    if authority is None or balance.total.minor <= 0:
        return None
    proposal = _said_so_far(situation)
    move = negotiate(position_of(situation, balance, authority), authority, proposal)
    if isinstance(move, Ask) and move.question is Question.AFFORDABLE:
        return situation.answer("relief.ask")
    if not isinstance(move, Accept | Counter):
        return None
    if move.offer.kind not in _RELIEF and _said_now(situation) == Proposal():
        return None
    # What they offer of their own accord all the same is read back as it is; anything else is no demand.
    return answer_to(situation, move, relieves=move.offer.kind in _RELIEF or isinstance(move, Counter))


_RELIEF = frozenset({PlanType.HARDSHIP, PlanType.PAUSE, PlanType.GRACE})


def _proposal_key(situation: Situation) -> str:
    return f"proposal-{situation.message_id}"


def _said_so_far(situation: Situation) -> Proposal:
    """What they proposed over this conversation, the present turn last; kept with their means."""
    said, told = _said_now(situation), _told_now(situation)
    before = offers.last_proposal(situation.tx, situation.conversation.id)
    if Wish.SETTLEMENT in (told.wish, before.said.wish if before else None):
        said = settled_share(said, situation.readings)
    proposal = merged(before.proposal if before else None, said)
    if told.wish is Wish.OTHER_DAY and said.on is None:
        proposal = replace(proposal, on=None)
    limit = (
        stated_limit(situation.text, situation.readings)
        or limit_from_means(situation.means)
        or _limit_from_refusal(situation)
        or _limit_that_stands(before.limit if before else None, said)
    )
    earlier = before.said if before else Statements()
    statements = merged_statements(earlier, told, brings_terms=said != Proposal())
    offers.append_proposal(
        situation.tx,
        situation.conversation.id,
        offers.KeptProposal(proposal, limit, statements),
        key=_proposal_key(situation),
        at=situation.now,
    )
    return proposal


def _limit_from_refusal(situation: Situation) -> StatedLimit | None:
    waiting = offers.open_offer(situation.tx, situation.conversation.id)
    if waiting is None or waiting.kind != "counter" or not waiting.offer.instalments:
        return None
    return limit_from_refusal(waiting.offer.instalments[0].amount, situation.readings)


def _limit_that_stands(limit: StatedLimit | None, now_said: Proposal) -> StatedLimit | None:
    """The limit named earlier, until the borrower offers more of their own accord."""
    if limit is None or now_said.amount is None or now_said.amount <= limit.amount:
        return limit
    return None


def read_back_again(situation: Situation) -> Answer | None:
    """The offer that waits for a yes, in full once more.

    None when none waits, its first day is past, or they say in this turn that they cannot pay.
    """
    waiting = offers.open_offer(situation.tx, situation.conversation.id)
    if HARD & {situation.heard.intent, *situation.heard.others}:
        return None
    if waiting is None or is_past(waiting.offer, situation):
        return None
    return read_out(situation, waiting)


def is_past(offer: Offer, situation: Situation) -> bool:
    """Whether the first day of the offer is over: nobody can keep it any more."""
    first = offer.instalments[0].on if offer.instalments else offer.review_on
    return first is not None and first < situation.today


def about_agreed(situation: Situation, standing: Plan) -> Answer:
    """Another day for what was agreed is read back; every other change is for a person."""
    if names_other_day(situation, standing):
        return change_plan_day(situation, standing)
    offer = offer_of_plan(standing)
    return situation.answer(
        "plan.exists",
        schedule=offer_words(situation.desk.policy.catalog, situation.language, offer),
        staffed=hand_over(situation, "change_of_plan"),
    )
