"""What a machine may not do: a person is called, and the borrower hears when to expect an answer."""

from __future__ import annotations

from arrears.answering import Answer
from arrears.desk import Desk
from arrears.domain.intents import Heard, Intent
from arrears.referring import REFERRALS
from arrears.replying import answer_turn


def refer(desk: Desk, heard: Heard) -> Answer:
    """Lower terms, another day, a failed payment, papers, a call, new contact data: a person sees to it.

    Raises: LookupError when the intent is none of these.
    """
    decide = None if heard.intent is None else REFERRALS.get(heard.intent)
    if decide is None:
        raise LookupError(f"{heard.intent} is not for a person")
    return answer_turn(desk, heard, "refer", decide)


def cancel_plan(desk: Desk, heard: Heard) -> Answer:
    """An offer that waits is declined; a plan that stands is cancelled by a person, in writing."""
    return answer_turn(desk, heard, "cancel_plan", REFERRALS[Intent.CANCEL_PLAN])
