"""What exceeds the agent's authority, made ready for a person to decide."""

from __future__ import annotations

from dataclasses import replace

from arrears.domain.money import Money
from arrears.domain.negotiation import candidates
from arrears.domain.negotiation.belief import Belief
from arrears.domain.negotiation.offers import ApprovalAsked, Offer, Proposal, Reason
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.negotiation.scope import Scope
from arrears.domain.negotiation.worth import expected_money


def approval_of(
    scope: Scope, belief: Belief, proposal: Proposal, offer: Offer, exceeds: Reason
) -> ApprovalAsked | None:
    """The request, with its effect on expected money against the best that the agent may offer by itself.

    None where the policy lets nobody go beyond the rule.
    """
    approver = scope.terms.approvers.get(exceeds)
    if approver is None:
        return None
    value = expected_money(_repaying(scope, offer), belief, scope.today, own_terms=True)
    best = candidates.ranked(scope, belief, proposal)
    alternative = Money(round(best[0].value) if best else 0, value.currency)
    return ApprovalAsked(offer, exceeds, approver, value - alternative)


def _repaying(scope: Scope, offer: Offer) -> Offer:
    """The offer without the interest of a season: that pays for waiting, and recovers nothing."""
    if offer.kind is not PlanType.INTEREST_ONLY:
        return offer
    season, repaying = offer.total - scope.balance, offer.instalments
    while season.minor > 0:
        season, repaying = season - repaying[0].amount, repaying[1:]
    return replace(offer, instalments=repaying)
