"""The next move on what the borrower said, inside the lender's authority and what the borrower can afford.

A pure function of facts. Terms never depend on how often, or how loudly, anything was said or refused: what
was asked and what was declined only choose between a question, the standing offer, and a person.
"""

from __future__ import annotations

from dataclasses import replace

from arrears.domain.language.readings import Frequency
from arrears.domain.negotiation import (
    candidates,
    drafts,
    first_days,
    first_payments,
    hardship,
    lighter_months,
    named_payments,
    seasons,
    standing,
    wishes,
)
from arrears.domain.negotiation.approvals import approval_of
from arrears.domain.negotiation.authority import Authority
from arrears.domain.negotiation.belief import Belief, belief_in
from arrears.domain.negotiation.drafts import Draft
from arrears.domain.negotiation.ends_of_months import at_ends_of_months
from arrears.domain.negotiation.limits import PER_YEAR, affordable
from arrears.domain.negotiation.offers import (
    Ask,
    Close,
    Move,
    Position,
    Proposal,
    Question,
    Reason,
    Refer,
)
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.negotiation.request import OneOff, Regular, Request, Unclear, request_in
from arrears.domain.negotiation.scope import Scope, scope_of
from arrears.domain.negotiation.worth import DueDays

_APPROVAL_MONTHS = 6
"""Of reduced payments that a person may approve where the policy has no terms of hardship. Judgement."""


def negotiate(position: Position, authority: Authority, proposal: Proposal) -> Move:
    """Accept, counter, ask one question, refer to a person, or close. The proposal may be empty.

    No offer it makes is above what the borrower said they can afford, or outside the authority.
    Raises: CurrencyMismatchError when an amount is not in the currency of the balance.
    """
    scope = scope_of(position, authority)
    if scope.balance.minor <= 0:
        return Close((Reason.NOTHING_OWED,), scope.bounds)
    proposal = lighter_months.settled(position, proposal)
    asked = request_in(proposal, position)
    if position.broken_promises >= scope.terms.refer_after_broken_promises and not _pays_all(asked, scope):
        return Refer((Reason.BROKEN_PROMISES,), scope.bounds)
    belief = belief_in(position, _burden(asked, scope))
    found = _found(scope, belief, proposal, asked)
    if not isinstance(found, Draft):
        return found
    later = None
    if first_days.is_too_soon(scope, proposal, found):
        theirs = _found(first_days.widened(scope, proposal), belief, proposal, asked)
        later = first_days.approval(scope, belief, proposal, theirs)
    found = at_ends_of_months(scope, proposal, found)
    longer = later or wishes.beyond(scope, found)
    return longer or standing.made(scope, belief, proposal, wishes.at_will(scope, found))


def _found(scope: Scope, belief: Belief, proposal: Proposal, asked: Request) -> Draft | Ask | Refer:
    """What answers the proposal: as the kind they wish for, on the days they named, or as any other terms."""
    found = lighter_months.answer(scope, belief, proposal) or seasons.answer(scope, belief, proposal)
    found = found or wishes.answer(scope, belief, proposal)
    return found or named_payments.answer(scope, belief, proposal) or _terms(scope, belief, proposal, asked)


def _pays_all(asked: Request, scope: Scope) -> bool:
    """Whether they pay everything at once, or would, once the day is known."""
    if isinstance(asked, Unclear):
        return asked.question is Question.DATE and asked.full
    return isinstance(asked, OneOff) and asked.amount == scope.balance


def _burden(asked: Request, scope: Scope) -> float | None:
    """What their proposal takes a month, in minor units; None where they proposed nothing."""
    if isinstance(asked, OneOff) and asked.rest is not None:
        return _burden(asked.rest, scope)  # the first sum is money they have
    if isinstance(asked, OneOff):
        return DueDays([(asked.on - scope.today).days]).of([asked.amount.minor]).burden
    if isinstance(asked, Unclear) or Reason.FROM_STATED_LIMIT in asked.notes:
        return None
    minor = scope.balance.minor / (asked.count or 1) if asked.amount is None else float(asked.amount.minor)
    return minor * PER_YEAR[asked.frequency] / PER_YEAR[Frequency.MONTHLY]


def _terms(scope: Scope, belief: Belief, proposal: Proposal, asked: Request) -> Draft | Ask | Refer:
    if isinstance(asked, Unclear):
        return _question_or_offer(scope, belief, proposal, asked)
    waits = first_payments.in_too_long(asked, scope) if isinstance(asked, OneOff) else None
    if waits is not None:
        beyond = Reason.DATE_TOO_LATE
        return Refer((beyond,), scope.bounds, approval_of(scope, belief, proposal, waits, beyond))
    draft = first_payments.once(asked, scope) if isinstance(asked, OneOff) else drafts.regular(asked, scope)
    demanding = draft is None or (draft.asks_more and scope.position.stated_limit is None)
    if scope.position.said.hardship and demanding:
        return _relief(scope, belief, proposal)
    if draft is not None and not _is_raised_alone(draft):
        return draft
    if scope.position.said.hardship:
        other = _relief(scope, belief, proposal)
    else:
        other = _best(scope, belief, proposal, _why_other(asked, scope))
    return other if draft is None or _brings_more(other, draft) else draft


def _is_raised_alone(draft: Draft) -> bool:
    """Whether it is one payment, more than they named, and nothing is said of what it leaves due."""
    return draft.asks_more and len(draft.offer.instalments) == 1 and bool(draft.offer.left_due)


def _brings_more(other: Draft | Refer, draft: Draft) -> bool:
    """Whether it is relief, since no plan covers the balance, and its several payments bring more."""
    if isinstance(other, Refer) or other.offer.kind is not PlanType.HARDSHIP:
        return False
    return other.offer.total > draft.offer.total


def _why_other(asked: OneOff | Regular, scope: Scope) -> Reason:
    kind = PlanType.PROMISE if isinstance(asked, OneOff) else PlanType.INSTALMENTS
    return Reason.FREQUENCY_FITS_LIMIT if scope.may(kind) else Reason.TYPE_NOT_HERE


def _question_or_offer(
    scope: Scope, belief: Belief, proposal: Proposal, asked: Unclear
) -> Draft | Ask | Refer:
    """The question, or what is offered to those who were asked it and gave no answer."""
    in_hardship, open_questions = scope.position.said.hardship, scope.position.said.asked
    question, missing = asked.question, Reason.AMOUNT_MISSING in asked.reasons
    if missing and in_hardship:
        question = Question.AFFORDABLE
    unanswered = {Question.AMOUNT, Question.AFFORDABLE} if missing else {question}
    if not unanswered & open_questions:
        return Ask(question, asked.reasons, scope.bounds, asked.amount_problem, asked.date_problem)
    if question is Question.DATE:
        on, late = scope.first_day(None, proposal.in_month)
        dated = replace(proposal, on=on, date_problem=None)
        found = _found(scope, belief, dated, request_in(dated, scope.position))
        too_late = [reason for reason in late if reason is Reason.DATE_TOO_LATE]
        why = (*too_late, Reason.NO_ANSWER, Reason.DATE_PROPOSED)
        return replace(found, differs=(*why, *found.differs)) if isinstance(found, Draft) else found
    if in_hardship:
        return _relief(scope, belief, proposal)
    return _best(scope, belief, proposal, Reason.NO_ANSWER)


def _relief(scope: Scope, belief: Belief, proposal: Proposal) -> Draft | Refer:
    draft = hardship.relief(scope, belief, proposal)
    return draft or _too_little(scope, belief, proposal, Reason.HARDSHIP)


def _best(scope: Scope, belief: Belief, proposal: Proposal, why: Reason) -> Draft | Refer:
    """The one or two offers that are worth most."""
    ranked = candidates.ranked(scope, belief, proposal)
    if not ranked:
        return _too_little(scope, belief, proposal, why)
    found = candidates.in_rhythm_named(ranked, proposal) or ranked
    second = candidates.gentler(found)
    _, dated = scope.first_day(proposal.on if proposal.on and proposal.on >= scope.today else None)
    other = None if second is None else second.build()
    return Draft(found[0].build(), (why, *dated), other, best=ranked[0].value)


def _too_little(scope: Scope, belief: Belief, proposal: Proposal, why: Reason) -> Draft | Refer:
    """Reduced payments where what they can afford allows them: saying so little is saying that it is hard.

    Else to a person, with the plan that they can afford to approve, where they said what that is.
    """
    rhythm, wanted = hardship.relief_rhythm(scope, proposal)
    high, cap = affordable(scope.position, rhythm, wanted, scope.balance)
    if high == scope.balance:
        return Refer((why,), scope.bounds)
    if not scope.position.said.hardship:
        draft = hardship.relief(scope, belief, proposal)
        if draft is not None and draft.offer.kind is PlanType.HARDSHIP:
            return replace(draft, differs=(Reason.MINIMUM_ABOVE_STATED_LIMIT, *draft.differs))
    reasons = [Reason.MINIMUM_ABOVE_STATED_LIMIT]
    reasons += [Reason.ABOVE_OWN_FIGURES] if cap is Reason.ABOVE_OWN_FIGURES else []
    reasons += [Reason.HARDSHIP] if scope.position.said.hardship else []
    approval = None
    if high.minor > 0:
        months = _APPROVAL_MONTHS if scope.terms.hardship is None else scope.terms.hardship.max_months
        offer = hardship.reduced_plan(scope, high, rhythm, scope.first_day(None)[0], months)
        # A quarter's money in one payment is no rhythm, but more than they can afford in that month.
        if offer is not None and not (rhythm is Frequency.QUARTERLY and len(offer.instalments) == 1):
            approval = approval_of(scope, belief, proposal, offer, Reason.MINIMUM_ABOVE_STATED_LIMIT)
    return Refer(tuple(reasons), scope.bounds, approval)
