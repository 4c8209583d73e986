"""A draft becomes a move: with its worth, and with a question where the same terms were declined before."""

from __future__ import annotations

from arrears.domain.money import Money
from arrears.domain.negotiation import candidates
from arrears.domain.negotiation.belief import Belief
from arrears.domain.negotiation.drafts import Draft
from arrears.domain.negotiation.offers import (
    Accept,
    Ask,
    Counter,
    Offer,
    Position,
    Proposal,
    Question,
    Reason,
    Worth,
)
from arrears.domain.negotiation.scope import Scope
from arrears.domain.negotiation.worth import expected_money


def made(scope: Scope, belief: Belief, proposal: Proposal, draft: Draft) -> Accept | Counter | Ask:
    """What is said of the draft.

    Terms that they declined come back after one question for the fact that would change them; without an
    answer they stand. Better ones never follow from a refusal. Their own terms they may come back to.
    """
    bounds = draft.bounds or scope.bounds
    if not draft.differs and draft.other is None:
        value = _worth(scope, belief, proposal, draft, own_terms=True)
        return Accept(draft.offer, (Reason.WITHIN_AUTHORITY,), bounds, value)
    reasons = draft.differs
    theirs = set(draft.differs) <= {Reason.MOVED_OFF_REST_DAY} and draft.other is None
    if not theirs and draft.offer in scope.position.said.declined:
        question = _would_change_terms(scope.position)
        if question is not None:
            return Ask(question, (Reason.EARLIER_OFFER_STANDS,), bounds)
        reasons = (*reasons, Reason.EARLIER_OFFER_STANDS)
    value = _worth(scope, belief, proposal, draft, own_terms=draft.own_terms)
    return Counter(draft.offer, reasons, bounds, draft.other, value)


def _would_change_terms(position: Position) -> Question | None:
    """The fact to ask for: what they could manage, then when money comes; each once.

    What comes in is not asked for: it seldom says more than what they could manage, and is theirs to tell.
    """
    said = position.said
    known = {
        Question.AFFORDABLE: position.stated_limit is not None,
        Question.PAYDAY: said.payday is not None,
    }
    open_questions = (question for question in known if not known[question] and question not in said.asked)
    return next(open_questions, None)


def _worth(scope: Scope, belief: Belief, proposal: Proposal, draft: Draft, *, own_terms: bool) -> Worth:
    own = own_terms or _names(scope, proposal, draft.offer)
    value = expected_money(draft.offer, belief, scope.today, own_terms=own)
    best = draft.best
    if best is None:
        found = candidates.ranked(scope, belief, proposal)
        best = found[0].value if found else 0.0
    return Worth(value, max(value, Money(round(best), value.currency)))


def _names(scope: Scope, proposal: Proposal, offer: Offer) -> bool:
    """Whether the payments, but for a smaller last one, are of an amount that they named."""
    wanted = candidates.spoken_rhythm(scope, proposal)
    named = candidates.named_amounts(scope, proposal, offer.frequency or wanted, wanted)
    return bool(offer.instalments) and all(
        item.amount in named for item in offer.instalments[:-1] or offer.instalments
    )
