"""The terms that wait for a yes, in full once more: for who asks, or only says them again."""

from __future__ import annotations

from arrears.dialogue.answering import Answer, Situation
from arrears.dialogue.day_moved import known_moves
from arrears.dialogue.offering import read_out, take_choice
from arrears.dialogue.overtaken import waiting_offer
from arrears.domain.intents import HARD, Intent
from arrears.domain.language.acts.makes_sure import without_tag
from arrears.domain.language.acts.yes_and_terms import with_bare_figures
from arrears.domain.negotiation.affordability import stated_limit
from arrears.domain.negotiation.offers import Offer
from arrears.domain.negotiation.restated import restates
from arrears.domain.offer_wording import THAT_IS_SO
from arrears.store.offers import OpenOffer

_OTHER_TERMS = frozenset(
    {
        Intent.DENY,
        Intent.CHANGE_DUE_DATE,
        Intent.REQUEST_EXTENSION,
        Intent.REQUEST_SETTLEMENT,
        Intent.CANCEL_PLAN,
    }
)
"""What is no assent, even in the figures of the terms."""


def read_back_again(situation: Situation, key: str = "plan.read_back") -> Answer | None:
    """The offer that waits for a yes, in full once more, in the words of the key where it is one.

    None when none waits or it is overtaken, or they say in this turn that they cannot pay.
    """
    if HARD.intersection(situation.heard.intents):
        return None
    waiting = waiting_offer(situation)
    return None if waiting is None else read_out(situation, waiting, key)


def said_again(situation: Situation) -> Answer | None:
    """The offer that waits, or the one of two, where the turn only says its terms again; else None.

    What was read back to them is never countered, or asked about, because they repeat it in other words.
    """
    waiting = waiting_offer(situation)
    if waiting is None or _OTHER_TERMS.intersection(situation.heard.intents):
        return None
    if waiting.other is not None:
        which = which_is_said_again(situation, waiting)
        return None if which is None else take_choice(situation, waiting, which)
    same = is_said_again(situation, waiting.offer)
    asked = without_tag(situation.text) is not None
    return read_back_again(situation, THAT_IS_SO if asked else "plan.read_back_again") if same else None


def which_is_said_again(situation: Situation, waiting: OpenOffer) -> int | None:
    """The number of the one of two offers whose terms they say again; None where both may be meant."""
    same = [at for at, offer in enumerate(waiting.choices or (), start=1) if is_said_again(situation, offer)]
    return same[0] if len(same) == 1 else None


def is_said_again(situation: Situation, offer: Offer) -> bool:
    """Whether the turn names the terms of the offer and no others, whatever else it says.

    The most that they can pay is none of them, however near: "145 is the most I can do" of 145.86.
    """
    limit = stated_limit(situation.text, situation.readings)
    if limit is not None and limit.amount not in {each.amount for each in offer.instalments}:
        return False
    readings = with_bare_figures(situation.text, situation.readings, situation.case.currency)
    return restates(
        without_tag(situation.text) or situation.text, readings, offer, known_moves(situation, offer)
    )
