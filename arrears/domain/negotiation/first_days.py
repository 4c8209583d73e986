"""A first day beyond what the agent may give, before which they have no money: a person decides on it."""

from __future__ import annotations

from dataclasses import replace

from arrears.domain.negotiation.approvals import approval_of
from arrears.domain.negotiation.belief import Belief
from arrears.domain.negotiation.drafts import Draft
from arrears.domain.negotiation.offers import Ask, Proposal, Reason, Refer
from arrears.domain.negotiation.proposals import is_one_sum
from arrears.domain.negotiation.rest_days import moved
from arrears.domain.negotiation.scope import Scope

_THEIRS = frozenset(
    {Reason.MOVED_OFF_REST_DAY, Reason.FROM_STATED_LIMIT, Reason.ABOVE_BALANCE, Reason.HARDSHIP}
)
"""Why terms may differ from what they said and still be what they proposed: relief asks for no more."""


def is_too_soon(scope: Scope, proposal: Proposal, draft: Draft) -> bool:
    """Whether the draft begins before the day on which they have money, since theirs is too late.

    They stood by it, or are in difficulty and named a sum that they have on it.
    """
    said = scope.position.said
    stands_by_it = said.none_before is not None and proposal.on == said.none_before
    has_it_then = said.hardship and is_one_sum(proposal)
    return (stands_by_it or has_it_then) and Reason.DATE_TOO_LATE in draft.differs


def widened(scope: Scope, proposal: Proposal) -> Scope:
    """The scope in which their first day may be, and nothing else that may not be."""
    if proposal.on is None:
        return scope
    # A day off for rest moves it by days at the most: the latest one is where the rest day puts it.
    first_on = max(scope.bounds.latest_first_on, moved(proposal.on, scope.rest, scope.today))
    alone_on = max(scope.bounds.latest_promise_on, first_on)
    bounds = replace(scope.bounds, latest_first_on=first_on, latest_promise_on=alone_on)
    return replace(scope, bounds=bounds)


def approval(scope: Scope, belief: Belief, proposal: Proposal, theirs: Draft | Ask | Refer) -> Refer | None:
    """Exactly what they proposed, for a person to approve; None where more than its first day is too much.

    `theirs` answers them where that day may be. A part of the debt goes alone, as they named it.
    """
    if not isinstance(theirs, Draft):
        return None
    why = set(theirs.differs)
    alone = theirs.other if Reason.REST_SCHEDULED in why else None
    offer = alone or theirs.offer
    named = Reason.HARDSHIP not in why or proposal.amount is not None
    if not named or not why - ({Reason.REST_SCHEDULED} if alone else set()) <= _THEIRS:
        return None
    late = Reason.DATE_TOO_LATE
    asked = approval_of(scope, belief, proposal, offer, late) if offer.instalments else None
    in_term = asked is not None and offer.last_on <= scope.bounds.latest_last_on
    return Refer((late,), scope.bounds, asked) if in_term else None
