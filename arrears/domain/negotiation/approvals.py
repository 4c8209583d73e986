"""What exceeds the agent's authority, made ready for a person to decide."""

from __future__ import annotations

from arrears.domain.money import Money
from arrears.domain.negotiation import candidates
from arrears.domain.negotiation.belief import Belief
from arrears.domain.negotiation.offers import ApprovalAsked, Offer, Proposal, Reason
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
    value = expected_money(offer, belief, scope.today, own_terms=True)
    best = candidates.ranked(scope, belief, proposal)
    alternative = Money(round(best[0].value) if best else 0, value.currency)
    return ApprovalAsked(offer, exceeds, approver, value - alternative)
