"""What a machine may not do: a person is called, and the borrower hears when to expect an answer."""

from __future__ import annotations

from arrears.desk import Desk
from arrears.dialogue.answering import Answer
from arrears.dialogue.referring import REFERRALS
from arrears.dialogue.replying import answer_by
from arrears.domain.intents import Heard, Intent


def refer(desk: Desk, heard: Heard) -> Answer:
    """Lower terms, another day, a failed payment, papers, a call, new contact data: a person sees to it.

    Raises: LookupError when the intent is none of these.
    """
    return answer_by(desk, heard, "refer", REFERRALS, heard.intent)


def cancel_plan(desk: Desk, heard: Heard) -> Answer:
    """An offer that waits is declined; a plan that stands is cancelled by a person, in writing."""
    return answer_by(desk, heard, "cancel_plan", REFERRALS, Intent.CANCEL_PLAN)
