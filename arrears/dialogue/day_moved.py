"""A day that they named and that is no business day: it is said once where the payment goes instead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from arrears.dialogue.answering import Answer, Situation
from arrears.dialogue.positions import authority_of
from arrears.dialogue.terms_said import days_meant
from arrears.domain.negotiation.offers import Offer
from arrears.domain.negotiation.rest_days import moved
from arrears.domain.negotiation.runs import runs_of
from arrears.domain.people import Channel
from arrears.domain.wording import date_words
from arrears.store import conversations, ledger, proposals

_MOVED = "plan.day_moved"


def with_day_moved(situation: Situation, offer: Offer, answer: Answer) -> Answer:
    """The read-back, after why one of its days is another than they named; once in writing."""
    if situation.conversation.channel is Channel.VOICE:  # the ear has enough with the terms
        return answer
    named = (day.on for day in days_meant(situation) if day.on is not None)
    day = next((on for on in named if goes_to(situation, on, offer)), None)
    if day is None or knows_of_it(situation):
        return answer
    words = date_words(situation.desk.policy.catalog, situation.language, day)
    return replace(answer, said=(situation.say(_MOVED, day=words), *answer.said))


def goes_to(situation: Situation, named: date, offer: Offer) -> bool:
    """Whether the offer has the day to which the policy moves the named one, off a weekend or a holiday."""
    days = {each.on for each in offer.instalments}
    return named not in days and _moved(situation, named) in days


def _moved(situation: Situation, named: date) -> date | None:
    """Where the policy moves the day; None for one that is past, or where it has nothing for the case."""
    balance = ledger.balance(situation.tx, situation.case.id, situation.case.currency)
    authority = authority_of(situation, balance)
    if authority is None or named < situation.today:
        return None
    return moved(named, authority.terms.rest_days, situation.today)


def knows_of_it(situation: Situation) -> bool:
    """Whether they have heard in this conversation that such a day moves."""
    said = conversations.templates_said(situation.tx, situation.conversation.id)
    return any(_MOVED in keys for keys in said)


def known_moves(situation: Situation, offer: Offer) -> Mapping[date, date]:
    """The days of the turn that the policy moves, each with the one of the offer that it went to.

    They know of it: the terms say from which day they moved it; or it is a day that they proposed, and they
    heard why it moved, or a later one in answer.
    """
    days = {each.on for each in offer.instalments}
    read = {on for run in runs_of(offer.instalments, offer.frequency) for on, _ in run.moved}
    kept = proposals.last_proposal(situation.tx, situation.conversation.id)
    proposed = set() if kept is None else {part.on for part in kept.proposal.parts()}
    named = {day.on for day in situation.readings.dates if day.on is not None} & (read | proposed) - days
    moves = {on: to for on in named if (to := _moved(situation, on)) is not None and to in days}
    told = knows_of_it(situation)
    return {on: to for on, to in moves.items() if told or on in read or on < to}
