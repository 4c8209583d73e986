"""What money that has arrived, or a day that has gone by, leaves of what was proposed and offered."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from arrears.dialogue.answering import Situation
from arrears.domain.money import Money
from arrears.domain.negotiation.offers import Offer, Proposal
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.negotiation.proposals import without_paid
from arrears.store import ledger, offers
from arrears.store.offers import OpenOffer
from arrears.store.proposals import KeptProposal

_SPOKEN_OF = timedelta(days=7)
"""So long a payment that has arrived is the one that they say they made. Judgement."""
_FOR_THE_BALANCE = frozenset({"accept", "counter"})
"""Offers of the agent's own: what a person approved stands as it was approved."""


def waiting_offer(situation: Situation) -> OpenOffer | None:
    """The offer that waits for a yes and may still be read out; None without one."""
    waiting = offers.open_offer(situation.tx, situation.conversation.id)
    return None if waiting is None or _is_overtaken(waiting, situation) else waiting


def _is_overtaken(waiting: OpenOffer, situation: Situation) -> bool:
    """Whether its first day is over, or money came since, so that it is for what is owed no more."""
    of_balance = waiting.kind in _FOR_THE_BALANCE and waiting.offer.kind is not PlanType.DATE_CHANGE
    return is_past(waiting.offer, situation) or (of_balance and _has_come_since(situation, waiting.at))


def is_past(offer: Offer, situation: Situation) -> bool:
    """Whether the first day of the offer is over: nobody can keep it any more."""
    first = offer.instalments[0].on if offer.instalments else offer.review_on
    return first is not None and first < situation.today


def proposed_before(situation: Situation, kept: KeptProposal | None) -> Proposal | None:
    """What they proposed before this turn, but for a sum that has been paid since."""
    if kept is None or kept.at is None or not _has_come_since(situation, kept.at):
        return None if kept is None else kept.proposal
    return without_paid(kept.proposal)


def come_lately(situation: Situation, since: datetime | None = None) -> dict[Money, date]:
    """The sums that have arrived on the loan of late and were not taken back, each with its last day.

    With `since`, none from before that instant.
    """
    lately = situation.now - _SPOKEN_OF
    from_then = lately if since is None else max(lately, since)
    receipts = ledger.receipts_since(situation.tx, situation.case.id, from_then)
    taken_back = {-each.amount for each in receipts if each.amount.minor < 0}
    return {
        each.amount: each.on for each in receipts if each.amount.minor > 0 and each.amount not in taken_back
    }


def _has_come_since(situation: Situation, at: datetime) -> bool:
    receipts = ledger.receipts_since(situation.tx, situation.case.id, at)
    return sum(each.amount.minor for each in receipts) > 0
