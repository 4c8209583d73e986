"""A move of the engine in words: what is read back, offered or asked, and why it differs from the wish."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from arrears.dialogue.answering import Answer, Situation, hand_over, is_spared
from arrears.dialogue.approving import refer_for_approval
from arrears.dialogue.asked_beside import IN_TERMS, contested_in, with_what_is_asked, without_a_discount
from arrears.dialogue.day_moved import with_day_moved
from arrears.dialogue.objecting import NO_OBJECTION, why
from arrears.dialogue.terms_said import asks_for_less
from arrears.dialogue.without_asking import without_asking
from arrears.domain.language.plans.postponements import begins_after
from arrears.domain.language.readings import DateProblem
from arrears.domain.negotiation.affordability import as_of_now
from arrears.domain.negotiation.offers import (
    Accept,
    Ask,
    Close,
    Counter,
    Move,
    Offer,
    Question,
    Reason,
    Refer,
    Wish,
)
from arrears.domain.wording import date_words, offer_words
from arrears.store import conversations, offers, plans, proposals
from arrears.store.offers import OfferOutcome, OpenOffer


def answer_to(situation: Situation, move: Move, *, relieves: bool = False) -> Answer:
    """What is said to the borrower; an offer is kept, so that a yes can find it.

    `relieves`: it is offered to who cannot pay, as something they may take up.
    """
    bounds = offers.bounds_terms(move.bounds) | _meter(move)
    match move:
        case Accept(offer=offer) | Counter(offer=offer):
            answer = with_day_moved(situation, offer, _read_back(situation, offer, move, relieves))
            answer = with_what_is_asked(situation, offer, answer)
        case Ask():
            answer = _question(situation, move)
        case Close():
            answer = situation.answer("balance.settled")
        case Refer(approval=None):
            staffed = hand_over(situation, _refer_reason(situation, move))
            answer = situation.answer(_referral_key(situation, move), staffed=staffed)
        case Refer(approval=asked) if asked is not None:
            close_open_offer(situation, OfferOutcome.REPLACED)
            answer = refer_for_approval(situation, asked)
            if any(said.key == "approval.asked" for said in answer.said):
                answer = replace(answer, said=(*answer.said, *without_asking(situation, move)))
    return replace(answer, bounds=bounds)


def _meter(move: Move) -> dict[str, object]:
    """Why, and what the move gives away, for the transcript."""
    kept: dict[str, object] = {"reasons": [str(reason) for reason in move.reasons]}
    worth = move.worth if isinstance(move, Accept | Counter) else None
    if worth is not None:
        kept["expected"] = [worth.expected.minor, worth.expected.currency]
        kept["regret"] = [worth.regret.minor, worth.regret.currency]
    return kept


def _read_back(situation: Situation, offer: Offer, move: Accept | Counter, relieves: bool) -> Answer:
    other = move.other if isinstance(move, Counter) else None
    put_on_table(
        situation,
        offer,
        other=other,
        kind="accept" if isinstance(move, Accept) else "counter",
        bounds=offers.bounds_terms(move.bounds),
        reasons=tuple(str(reason) for reason in move.reasons),
    )
    if relieves:
        return _in_relief(situation, offer, other)
    objects = isinstance(move, Counter) and not set(move.reasons) <= NO_OBJECTION
    reason = why(situation, move) if objects and isinstance(move, Counter) else None
    if reason is None and other is None and _OURS.intersection(move.reasons):
        return situation.answer("offer.one", schedule=_said_offer(situation, offer))
    return _in_words(situation, offer, other, reason)


def _in_words(situation: Situation, offer: Offer, other: Offer | None, reason: str | None) -> Answer:
    schedule = _said_offer(situation, offer)
    if other is not None:
        second = _said_offer(situation, other)
        if reason is not None:
            return situation.answer("offer.two_instead", why=reason, first=schedule, second=second)
        return situation.answer("offer.two", first=schedule, second=second)
    if reason is not None:
        return situation.answer("offer.counter", schedule=schedule, why=reason)
    return situation.answer("plan.read_back", schedule=schedule)


def _in_relief(situation: Situation, offer: Offer, other: Offer | None) -> Answer:
    schedule = _said_offer(situation, offer)
    if other is None:
        return situation.answer("relief.offer", schedule=schedule)
    return situation.answer("relief.two", first=schedule, second=_said_offer(situation, other))


def _said_offer(situation: Situation, offer: Offer) -> str:
    catalog, channel = situation.desk.policy.catalog, situation.conversation.channel
    return offer_words(catalog, situation.language, offer, channel)


def read_out(situation: Situation, waiting: OpenOffer, key: str = "plan.read_back") -> Answer:
    """What waits for a yes, in full once more; one offer in the words of the key, or in others.

    A part that was contested since is said to be in it.
    """
    if waiting.other is not None:
        answer = _in_words(situation, waiting.offer, waiting.other, None)
    else:
        ways = (key,) if key == "plan.read_back" else (key, "plan.read_back_again", "plan.read_back")
        new = next((each for each in ways if each not in situation.said_last), key)
        answer = situation.answer(new, schedule=_said_offer(situation, waiting.offer))
    known = any(
        IN_TERMS in keys for keys in conversations.templates_said(situation.tx, situation.conversation.id)
    )
    answer = answer if known else _with_what_is_contested(situation, waiting.offer, answer)
    return replace(answer, bounds=waiting.bounds)


def take_choice(situation: Situation, waiting: OpenOffer, which: int) -> Answer:
    """The one of two offers that they chose, read back alone: a yes to it records it.

    Until then they may choose the other one. Raises: ValueError when there are no two.
    """
    if waiting.choices is None:
        raise ValueError(f"{waiting.id} is no choice")
    chosen = waiting.choices[which - 1]
    bounds, pair = waiting.bounds, waiting.choices
    put_on_table(situation, chosen, of_two=pair, kind="accept", bounds=bounds, reasons=("chosen",))
    answer = replace(_in_words(situation, chosen, None, None), bounds=waiting.bounds)
    return _with_what_is_contested(situation, chosen, answer)


def _with_what_is_contested(situation: Situation, offer: Offer, answer: Answer) -> Answer:
    beside = contested_in(situation, offer)
    return answer if beside is None else replace(answer, said=(beside, *answer.said))


def put_on_table(
    situation: Situation,
    offer: Offer,
    *,
    other: Offer | None = None,
    of_two: tuple[Offer, Offer] | None = None,
    kind: str,
    bounds: dict[str, Any],
    reasons: tuple[str, ...],
) -> None:
    """Keep what is about to be read back, in place of what waited before, and of which plan it would be."""
    close_open_offer(situation, OfferOutcome.REPLACED)
    standing = plans.standing_plan(situation.tx, situation.case.id, situation.today)
    if standing is not None:
        bounds = bounds | {REPLACES: standing.id}
    offers.append_offer(
        situation.tx,
        offers.offer_id(situation.message_id),
        situation.conversation.id,
        situation.case.id,
        offer,
        other=other,
        of_two=of_two,
        kind=kind,
        bounds=bounds,
        reasons=reasons,
        at=situation.now,
    )


REPLACES = "replaces"
"""The key, among the bounds of an offer, of the plan in whose place it was made."""


def close_open_offer(situation: Situation, outcome: OfferOutcome) -> None:
    """Write what became of the offer that waits, when one does."""
    waiting = offers.open_offer(situation.tx, situation.conversation.id)
    if waiting is not None:
        offers.append_outcome(situation.tx, waiting.id, outcome, situation.message_id, situation.now)


def off_the_table(
    situation: Situation, key: str = "plan.not_recorded", asks: str = "plan.declined"
) -> Answer:
    """That nothing is agreed, and what may come next; who cannot pay is not asked what they could manage."""
    if not is_spared(situation):
        return situation.answer(asks)
    return Answer((situation.say(key), situation.say("plan.if_you_like")))


_OURS = frozenset({Reason.NO_ANSWER, Reason.HARDSHIP, Reason.MINIMUM_ABOVE_STATED_LIMIT})
"""Why terms are our own idea: nothing that they said is read back by them."""

_QUESTIONS = {
    Question.AMOUNT: "proposal.ask_amount",
    Question.DATE: "proposal.ask_date",
    Question.AFFORDABLE: "proposal.ask_affordable",
    Question.PAYDAY: "proposal.ask_payday",
    Question.UNTIL: "approval.ask_until",
    Question.OTHER_MONTHS: "proposal.ask_other_months",
}
_DATE_QUESTIONS = {
    DateProblem.INVALID: "proposal.date_invalid",
    DateProblem.PAST: "proposal.date_past",
    DateProblem.UNRESOLVED: "proposal.date_unresolved",
    DateProblem.AMBIGUOUS: "proposal.date_ambiguous",
}


def _question(situation: Situation, move: Ask) -> Answer:
    """The question; who would begin later than may be is asked what is possible before."""
    latest = move.bounds.latest_first_on
    text, readings = as_of_now(situation.text, situation.readings)
    if move.question is Question.OTHER_MONTHS or not begins_after(text, readings, latest):
        return without_a_discount(situation, situation.answer(question_key(move)))
    words = date_words(situation.desk.policy.catalog, situation.language, latest)
    return situation.answer("proposal.start_sooner", day=words)


def question_key(move: Ask) -> str:
    """The message that asks the question."""
    if Reason.AMOUNT_MISSING in move.reasons and Reason.DATE_MISSING in move.reasons:
        return "proposal.ask_both"
    if move.question is Question.DATE and move.date_problem is not None:
        return _DATE_QUESTIONS[move.date_problem]
    return _QUESTIONS[move.question]


def _referral_key(situation: Situation, move: Refer) -> str:
    if Reason.NEW_CREDIT in move.reasons:
        return "plan.referred_credit"
    return "plan.referred_less" if asks_for_less(situation) else "plan.referred"


HANDED_OVER = {
    Reason.MINIMUM_ABOVE_STATED_LIMIT: "below_minimum",
    Reason.HARDSHIP: "hardship",
    Reason.BROKEN_PROMISES: "broken_promises",
    Reason.NEW_CREDIT: "new_credit",
    Reason.TYPE_NOT_HERE: "kind_of_plan",
    Reason.NEEDS_APPROVAL: "kind_of_plan",
}
"""What the queue is told of the reasons of a referral."""
NO_OFFER = "no_offer"
"""What it is told of any other: nothing within the bounds fits."""


def _refer_reason(situation: Situation, move: Refer) -> str:
    reason = next((HANDED_OVER[each] for each in move.reasons if each in HANDED_OVER), NO_OFFER)
    kept = proposals.last_proposal(situation.tx, situation.conversation.id)
    settles = kept is not None and kept.said.wish is Wish.SETTLEMENT
    return "settlement" if reason == "kind_of_plan" and settles else reason
