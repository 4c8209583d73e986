"""Payments that leave money due, and all the rest on the day that they name: for a person to approve."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from arrears.domain.money import Money
from arrears.domain.negotiation.approvals import approval_of
from arrears.domain.negotiation.authority import Authority
from arrears.domain.negotiation.belief import belief_in
from arrears.domain.negotiation.offers import Offer, Position, Proposal, Reason, Refer
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.negotiation.rest_days import dated
from arrears.domain.negotiation.scope import scope_of


def with_the_rest_on(
    position: Position, authority: Authority, proposal: Proposal, offer: Offer, on: date
) -> Refer | None:
    """The payments of the offer and then all that it leaves; None where it leaves none or ends late."""
    scope = scope_of(position, authority)
    last = max((each.on for each in offer.instalments), default=scope.today)
    if offer.left_due.minor <= 0 or not last < on <= scope.bounds.latest_last_on:
        return None
    (rest,) = dated([on], [offer.left_due], scope.rest, scope.today)
    whole = replace(
        offer,
        instalments=(*offer.instalments, rest),
        frequency=None,
        left_due=Money.zero(offer.left_due.currency),
        kind=PlanType.INSTALMENTS,
        review_on=None,
    )
    beyond = Reason.DATE_TOO_LATE
    asked = approval_of(scope, belief_in(position, None), proposal, whole, beyond)
    return Refer((beyond,), scope.bounds, asked)
