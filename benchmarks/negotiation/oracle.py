"""The optimum that knows the hidden means.

Of the plans inside authority that the borrower would take, the one that brings the most money within a
year, worth less the later it comes; of about equal ones, one that is kept.

For information: nobody could find it by listening. It knows shocks to come, and takes no turns.
"""

from __future__ import annotations

from arrears.domain.negotiation.offers import Offer
from benchmarks.negotiation import plans
from benchmarks.negotiation.setting import heard
from benchmarks.negotiation.truth import Paid, Truth

ABOUT_EQUAL = 0.995


def optimum(truth: Truth) -> tuple[Offer, Paid] | None:
    """The plan and what becomes of it; None where they would take no plan that the authority allows."""
    found = [offer for offer in plans.inside(truth.case, truth.first_days) if truth.would_take(heard(offer))]
    paid = [(offer, truth.paid(heard(offer), own_terms=False)) for offer in found]
    if not paid:
        return None
    most = max(result.worth for _, result in paid)
    near = [pair for pair in paid if pair[1].worth >= ABOUT_EQUAL * most]
    return max(near, key=lambda pair: (bool(pair[1].kept), pair[1].worth))
