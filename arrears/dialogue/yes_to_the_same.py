"""A yes that says the terms as they were read, and nothing besides: no condition is left in it (ADR 17)."""

from __future__ import annotations

from arrears.dialogue.answering import Situation
from arrears.dialogue.day_moved import known_moves
from arrears.dialogue.reading_again import is_said_again
from arrears.domain.language.acts.hesitations import is_hesitant
from arrears.domain.language.acts.instructions import instructs
from arrears.domain.language.acts.irony import is_ironic
from arrears.domain.language.acts.yes_and_terms import is_yes_and_terms, says_no_more
from arrears.domain.language.withdrawals.find import withdrawals
from arrears.domain.negotiation.offers import Offer
from arrears.domain.negotiation.restated import names_a_later_one


def says_yes_to_the_same(situation: Situation, offer: Offer) -> bool:
    """Whether all of it is a yes and the terms that were read, and neither a part nor a limit of them."""
    text, readings = situation.text, situation.readings
    if not is_yes_and_terms(text, readings) or not is_said_again(situation, offer):
        return False
    if instructs(text) or withdrawals(text) or is_hesitant(text) or is_ironic(text):
        return False
    sums = {each.amount for each in offer.instalments}
    exact = all(each.money in sums for each in readings.amounts if each.money is not None)
    later = names_a_later_one(readings, offer, known_moves(situation, offer))
    return not later and (exact or not says_no_more(text))
