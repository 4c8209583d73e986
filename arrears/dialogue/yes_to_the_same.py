"""A yes that says the terms as they were read, and nothing besides: no condition is left in it (ADR 17)."""

from __future__ import annotations

from arrears.dialogue.answering import Situation
from arrears.dialogue.day_moved import known_moves
from arrears.dialogue.reading_again import is_said_again, which_is_said_again
from arrears.domain.language.acts.hesitations import is_hesitant
from arrears.domain.language.acts.instructions import instructs
from arrears.domain.language.acts.irony import is_ironic
from arrears.domain.language.acts.yes_and_terms import (
    is_yes_and_terms,
    says_no_more,
    with_bare_figures,
)
from arrears.domain.language.withdrawals.find import withdrawals
from arrears.domain.negotiation.offers import Offer
from arrears.domain.negotiation.restated import are_in_order, leaves_out_a_sum, names_a_later_one
from arrears.store.offers import OpenOffer


def says_yes_to_the_same(situation: Situation, offer: Offer) -> bool:
    """Whether all of it is a yes and the terms that were read, and neither a part nor a limit of them."""
    text = situation.text
    readings = with_bare_figures(text, situation.readings, situation.case.currency)
    if not _is_plain_yes(situation) or not is_said_again(situation, offer):
        return False
    sums = {each.amount for each in offer.instalments}
    exact = all(each.money in sums for each in readings.amounts if each.money is not None)
    later = names_a_later_one(text, readings, offer, known_moves(situation, offer))
    whole = not (later or leaves_out_a_sum(readings, offer))
    return whole and are_in_order(readings, offer) and (exact or not says_no_more(text))


def which_is_said_yes_to(situation: Situation, waiting: OpenOffer) -> int | None:
    """The number of the one of two offers whose terms they name beside a yes; None where both may be."""
    return which_is_said_again(situation, waiting) if _is_plain_yes(situation) else None


def _is_plain_yes(situation: Situation) -> bool:
    text = situation.text
    readings = with_bare_figures(text, situation.readings, situation.case.currency)
    if instructs(text) or withdrawals(text) or is_hesitant(text) or is_ironic(text):
        return False
    return is_yes_and_terms(text, readings)
