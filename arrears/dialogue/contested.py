"""A charge that they contest beside what they owe: which part it is by the records, what was noted of it."""

from __future__ import annotations

from fractions import Fraction
from math import floor

from arrears.dialogue.answering import Situation
from arrears.domain.cases import Balance
from arrears.domain.conversations import Speaker
from arrears.domain.language.acts.charge_questions import (
    figures,
    names_fee,
    names_interest,
    names_penalty,
)
from arrears.domain.language.acts.cost_questions import claimed_off
from arrears.domain.language.acts.refusals_in_part import refused_part
from arrears.domain.money import Money
from arrears.domain.negotiation.offers import Offer
from arrears.domain.waterfall import spread
from arrears.domain.wording import component_words
from arrears.store import conversations, handovers, inbound

NOTED = frozenset({"fees.claimed", "fees.let_off", "fees.owed_let_off", "refusal.part"})
"""What is said to who contests a charge, or wishes that it is let off."""


def part_named(text: str, owed: Balance) -> Balance | None:
    """The fees or interest, or both, that the text names, by word or by their exact sum; None for any other.

    A sum beside the word that is not theirs names something else. What lateness costs is in either.
    """
    zero, late = Money.zero(owed.currency), names_penalty(text)
    fees, interest = late or names_fee(text), late or names_interest(text)
    sums = {each for each in figures(text) if each > 1} - {_figure(owed.total)}
    if not (fees or interest):
        parts = (Balance(owed.fees, zero, zero), Balance(zero, owed.interest, zero))
        return next((each for each in parts if sums == {_figure(each.total)}), None)
    part = Balance(owed.fees if fees else zero, owed.interest if interest else zero, zero)
    known = {_figure(each) for each in (part.fees, part.interest, part.total)}
    known |= {Fraction(floor(each)) for each in known}  # "the 22 in interest" is short for 22.15
    return part if part.total.minor > 0 and sums <= known else None


def _figure(amount: Money) -> Fraction:
    return Fraction(amount.minor, 100)


def components(situation: Situation, parts: Balance) -> str:
    """The parts of what is owed, in words."""
    return component_words(situation.desk.policy.catalog, situation.language, parts)


def pays(terms: Offer, part: Balance, owed: Balance) -> bool:
    """Whether the payments reach so far that the whole part is paid by them, in the order of the books."""
    paid = spread(terms.total, owed)
    return paid.fees >= part.fees and paid.interest >= part.interest


def contested(situation: Situation, owed: Balance) -> Balance | None:
    """The part that they contested last in this talk, while a person is to decide; None without any."""
    if handovers.waiting_for(situation.tx, situation.conversation.id) is None:
        return None
    found, theirs = None, ""
    for turn in conversations.turns_of(situation.tx, situation.conversation.id):
        if turn.speaker is Speaker.BORROWER:
            theirs = turn.text
            found = _contested_in(theirs, owed) or found
        elif NOTED.intersection(turn.templates):  # a mere wish was answered so
            found = part_named(theirs, owed) or found
    whole = inbound.placed(situation.tx, situation.message_id).text
    return _contested_in(whole, owed) or found


def _contested_in(text: str, owed: Balance) -> Balance | None:
    words = claimed_off(text) or refused_part(text)
    return None if words is None else part_named(words, owed)
