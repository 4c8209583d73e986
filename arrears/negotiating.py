"""Terms on the table: what the borrower proposes, what the engine answers, and what waits for a yes.

Any dialogue service may take terms up, because a bare "$350 on the 15th" answers a question whatever intent
it is labelled with. Numbers come from the engine, words from templates.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from arrears.answering import Answer, Situation, gate, hand_over
from arrears.domain.cases import Balance
from arrears.domain.ids import OfferId
from arrears.domain.intents import HARD
from arrears.domain.language.readings import DateProblem
from arrears.domain.money import display
from arrears.domain.negotiation.affordability import StatedLimit, limit_from_refusal, stated_limit
from arrears.domain.negotiation.authority import Authority, authority_for
from arrears.domain.negotiation.negotiate import negotiate
from arrears.domain.negotiation.offers import (
    Accept,
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
from arrears.domain.negotiation.proposals import merged, proposal_from
from arrears.domain.plans import Plan
from arrears.domain.wording import date_words, offer_words, phrase
from arrears.store import ledger, offers, plans
from arrears.store.offers import OfferOutcome


def says_terms(situation: Situation) -> bool:
    """Whether a verified party's turn names money, a day, or a number of instalments."""
    return situation.party is not None and _said_now(situation) != Proposal()


def _said_now(situation: Situation) -> Proposal:
    return proposal_from(situation.readings, situation.case.currency, situation.today)


def take_terms(situation: Situation) -> Answer:
    """The read-back of what was proposed, a counter-offer, one question, or a person.

    The terms of a turn are taken once; when another of its intents brings them again, nothing more is said.
    """
    barred = gate(situation)
    if barred is not None:
        return barred
    if offers.is_proposal_kept(situation.tx, _proposal_key(situation)):
        return Answer(())
    standing = plans.standing_plan(situation.tx, situation.case.id)
    if standing is not None:
        return _already_agreed(situation, standing)
    balance = ledger.balance(situation.tx, situation.case.id, situation.case.currency)
    if balance.total.minor <= 0:
        return situation.answer("balance.settled")
    authority = authority_of(situation, balance)
    if authority is None:
        return situation.answer("plan.referred", staffed=hand_over(situation, "no_authority"))
    proposal = _proposal_so_far(situation)
    move = negotiate(_position(situation, balance), authority, proposal)
    return _answer_to(situation, move)


def _proposal_key(situation: Situation) -> str:
    return f"proposal-{situation.message_id}"


def authority_of(situation: Situation, balance: Balance) -> Authority | None:
    """What may be offered on this case now; None where a person must decide."""
    return authority_for(
        situation.desk.policy.authority,
        product=situation.case.product,
        purpose=situation.case.purpose,
        balance=balance.total,
        days_past_due=situation.case.days_past_due(situation.today),
    )


def _proposal_so_far(situation: Situation) -> Proposal:
    """What they proposed over this conversation, the present turn last; kept for the next one."""
    now_said = _said_now(situation)
    limit = stated_limit(situation.text, situation.readings) or _limit_from_refusal(situation)
    before = offers.last_proposal(situation.tx, situation.conversation.id)
    proposal = merged(before.proposal if before else None, now_said)
    kept_limit = limit or _limit_that_stands(before.limit if before else None, now_said)
    offers.append_proposal(
        situation.tx,
        situation.conversation.id,
        offers.KeptProposal(proposal, kept_limit),
        key=_proposal_key(situation),
        at=situation.now,
    )
    return proposal


def _limit_from_refusal(situation: Situation) -> StatedLimit | None:
    waiting = offers.open_offer(situation.tx, situation.conversation.id)
    if waiting is None or waiting.kind != "counter":
        return None
    return limit_from_refusal(waiting.offer.instalments[0].amount, situation.readings)


def read_back_again(situation: Situation) -> Answer | None:
    """The offer that waits for a yes, in full once more.

    None when none waits, its first day is past, or they say in this turn that they cannot pay.
    """
    waiting = offers.open_offer(situation.tx, situation.conversation.id)
    if HARD & {situation.heard.intent, *situation.heard.others}:
        return None
    if waiting is None or waiting.offer.instalments[0].on < situation.today:
        return None
    words = offer_words(situation.desk.policy.catalog, situation.language, waiting.offer)
    return replace(situation.answer("plan.read_back", schedule=words), bounds=waiting.bounds)


def _limit_that_stands(limit: StatedLimit | None, now_said: Proposal) -> StatedLimit | None:
    """The limit named earlier, until the borrower offers more of their own accord."""
    if limit is None or now_said.amount is None or now_said.amount <= limit.amount:
        return limit
    return None


def _position(situation: Situation, balance: Balance) -> Position:
    kept = offers.last_proposal(situation.tx, situation.conversation.id)
    limit = kept.limit if kept else None
    return Position(
        balance=balance,
        days_past_due=situation.case.days_past_due(situation.today),
        today=situation.today,
        stated_limit=limit.amount if limit else None,
        limit_per=limit.per if limit else None,
        earlier_offers=offers.offers_of(situation.tx, situation.conversation.id),
        broken_promises=plans.broken_promises(situation.tx, situation.case.id),
    )


def _answer_to(situation: Situation, move: Move) -> Answer:
    bounds = offers.bounds_terms(move.bounds) | {"reasons": [str(reason) for reason in move.reasons]}
    match move:
        case Accept(offer=offer):
            answer = _read_back(situation, offer, move, "plan.read_back")
        case Counter(offer=offer):
            answer = _read_back(situation, offer, move, "offer.counter")
        case Ask():
            answer = situation.answer(_question_key(move))
        case Refer():
            answer = situation.answer("plan.referred", staffed=hand_over(situation, _refer_reason(move)))
    return replace(answer, bounds=bounds)


def _read_back(situation: Situation, offer: Offer, move: Accept | Counter, key: str) -> Answer:
    close_open_offer(situation, OfferOutcome.REPLACED)
    offers.append_offer(
        situation.tx,
        OfferId(f"offer-{situation.message_id}"),
        situation.conversation.id,
        situation.case.id,
        offer,
        kind="accept" if isinstance(move, Accept) else "counter",
        bounds=offers.bounds_terms(move.bounds),
        reasons=tuple(str(reason) for reason in move.reasons),
        at=situation.now,
    )
    schedule = offer_words(situation.desk.policy.catalog, situation.language, offer)
    if isinstance(move, Counter) and not set(move.reasons) <= _NO_OBJECTION:
        return situation.answer(key, schedule=schedule, why=_why(situation, move))
    return situation.answer("plan.read_back", schedule=schedule)


_NO_OBJECTION = frozenset(
    {
        Reason.DATE_PROPOSED,
        Reason.WITHIN_AUTHORITY,
        Reason.FROM_STATED_LIMIT,
        Reason.ABOVE_STATED_LIMIT,
    }
)
"""Counters that only fill in what was left open: they are read back without a "cannot"."""


def _why(situation: Situation, move: Counter) -> str:
    """The first objection in plain words."""
    reason = next(reason for reason in move.reasons if reason not in _NO_OBJECTION)
    keys = {
        Reason.BELOW_MINIMUM: "why.below_minimum",
        Reason.TOO_MANY_INSTALMENTS: "why.too_many",
        Reason.LASTS_TOO_LONG: "why.too_long",
        Reason.COUNT_DOES_NOT_FIT: "why.count_does_not_fit",
        Reason.DATE_TOO_LATE: "why.too_late",
        Reason.FREQUENCY_NOT_OFFERED: "why.frequency",
        Reason.FREQUENCY_FITS_LIMIT: "why.rhythm",
        Reason.ABOVE_BALANCE: "why.more_than_balance",
    }
    catalog, language = situation.desk.policy.catalog, situation.language
    return phrase(
        catalog,
        language,
        keys.get(reason, "why.other"),
        minimum=display(move.bounds.min_instalment),
        count=str(move.bounds.max_instalments),
        date=date_words(catalog, language, _latest_day(move, reason)),
    )


def _latest_day(move: Counter, reason: Reason) -> date:
    """The bound the objection is about."""
    if reason is Reason.LASTS_TOO_LONG:
        return move.bounds.latest_last_on
    once_only = len(move.offer.instalments) == 1
    return move.bounds.latest_promise_on if once_only else move.bounds.latest_first_on


def _question_key(move: Ask) -> str:
    if Reason.AMOUNT_MISSING in move.reasons and Reason.DATE_MISSING in move.reasons:
        return "proposal.ask_both"
    if move.question is Question.AMOUNT:
        return "proposal.ask_amount"
    keys = {
        DateProblem.INVALID: "proposal.date_invalid",
        DateProblem.PAST: "proposal.date_past",
        DateProblem.UNRESOLVED: "proposal.date_unresolved",
        DateProblem.AMBIGUOUS: "proposal.date_ambiguous",
    }
    return "proposal.ask_date" if move.date_problem is None else keys[move.date_problem]


def _refer_reason(move: Refer) -> str:
    hardship = Reason.MINIMUM_ABOVE_STATED_LIMIT in move.reasons
    return "below_minimum" if hardship else str(move.reasons[0])


def _already_agreed(situation: Situation, standing: Plan) -> Answer:
    offer = Offer(standing.instalments, standing.frequency, standing.left_due)
    return situation.answer(
        "plan.exists",
        schedule=offer_words(situation.desk.policy.catalog, situation.language, offer),
        staffed=hand_over(situation, "change_of_plan"),
    )


def close_open_offer(situation: Situation, outcome: OfferOutcome) -> None:
    """Write what became of the offer that waits, when one does."""
    waiting = offers.open_offer(situation.tx, situation.conversation.id)
    if waiting is not None:
        offers.append_outcome(situation.tx, waiting.id, outcome, situation.message_id, situation.now)
