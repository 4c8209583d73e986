"""What the agent may agree to without a person: the least sum of a rhythm, and the latest first day."""

from __future__ import annotations

from datetime import date

from arrears.dialogue.answering import Situation, is_spared
from arrears.dialogue.positions import authority_of, position_of
from arrears.domain.language.readings import Frequency
from arrears.domain.money import display
from arrears.domain.negotiation.least import Least, least_regular
from arrears.domain.negotiation.offers import Offer, OfferBounds, Reason, Refer
from arrears.domain.wording import Said, date_words, phrase
from arrears.store import ledger, proposals


def least_in(situation: Situation, rhythm: Frequency) -> Least | None:
    """The least of a rhythm; None for who is asked for nothing, and where nothing may be agreed."""
    owed = ledger.balance(situation.tx, situation.case.id, situation.case.currency)
    authority = None if owed.total.minor <= 0 or is_spared(situation) else authority_of(situation, owed)
    if authority is None:
        return None
    return least_regular(position_of(situation, owed, authority), authority, rhythm)


def least_said(situation: Situation, least: Least, key: str = "plan.least") -> Said:
    """The least in the words of the key."""
    return situation.say(
        key,
        amount=display(least.amount),
        frequency=phrase(situation.desk.policy.catalog, situation.language, f"frequency.{least.frequency}"),
        count=str(least.count),
    )


def latest_first_on(offer: Offer, bounds: OfferBounds) -> date:
    """The latest first day that such terms may have: of one payment, or of the first of several."""
    return bounds.latest_promise_on if len(offer.instalments) == 1 else bounds.latest_first_on


def without_asking(situation: Situation, move: Refer) -> tuple[Said, ...]:
    """What needs no person, beside what one is asked for, where it exceeds a bound that has a name."""
    asked = move.approval
    if asked is None:
        return ()
    kept = proposals.last_proposal(situation.tx, situation.conversation.id)
    heard_it = kept is not None and kept.said.none_before is not None  # who stands by a day was told ours
    if asked.exceeds is Reason.DATE_TOO_LATE and not heard_it:
        on = latest_first_on(asked.offer, move.bounds)
        words = date_words(situation.desk.policy.catalog, situation.language, on)
        return (situation.say("approval.latest", date=words),)
    below = asked.exceeds is Reason.MINIMUM_ABOVE_STATED_LIMIT
    least = least_in(situation, Frequency.MONTHLY) if below else None
    return () if least is None else (least_said(situation, least, "approval.least"),)
