"""What exceeds the agent's authority: a person is asked, the borrower is told when they will hear, and hears.

Asking is part of a turn and happens here; deciding is `services/decide_approval.py`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from arrears.dialogue.answering import Answer, Situation, hand_over, home_zone
from arrears.domain.approvals import (
    APPROVED_OFFER,
    Approval,
    ApprovalDecision,
    ApprovalOutcome,
    Obstacle,
    obstacle_to,
)
from arrears.domain.ids import ApprovalId, CaseId, ConversationId, MessageId, OfferId, PersonId
from arrears.domain.negotiation.offers import ApprovalAsked
from arrears.domain.staffing import decided_by
from arrears.domain.times import local
from arrears.domain.wording import date_words, offer_words, phrase
from arrears.store import Tx, approvals, conversations, ledger, offers, plans
from arrears.store.evidence import append_evidence
from arrears.store.offers import OfferOutcome, OpenOffer

OVERTAKEN = "overtaken"
"""By whom an approval lapsed with nothing left to decide: other terms were asked for, or agreed."""

BEHIND = "approval"
"""The key, among the bounds of an approved offer, of the approval that lets it exceed the authority."""

_FOR = "approval-"

_TOLD = {
    ApprovalOutcome.APPROVED: frozenset({"approval.approved"}),
    ApprovalOutcome.DECLINED: frozenset({"approval.declined", "approval.declined_offer"}),
}
"""The messages that tell a decision."""


def refer_for_approval(situation: Situation, asked: ApprovalAsked) -> Answer:
    """A person is asked, and the borrower told when they will hear; the caller has checked who it is.

    The very terms that a person has declined before, under the same policy, are not asked for again.
    """
    if was_declined(situation, asked):
        return situation.answer("approval.declined")
    return _asked(situation, asked, ask_approval(situation, asked))


def was_declined(situation: Situation, asked: ApprovalAsked) -> bool:
    """Whether a person has declined the very terms under the policy of today."""
    version = situation.desk.policy.authority.version
    return approvals.was_declined(situation.tx, situation.case.id, asked.offer, version)


def still_decided_on(situation: Situation) -> Answer | None:
    """What they asked for here and a person has yet to decide, once more; None where nothing waits."""
    waiting, by = _undecided(situation), decision_promised(situation)
    return None if waiting is None or by is None else _asked(situation, waiting.asked, by)


def decision_promised(situation: Situation) -> datetime | None:
    """By when they hear of what a person has yet to decide, in their zone; None where nothing waits here."""
    waiting = _undecided(situation)
    return None if waiting is None else local(waiting.answer_by, home_zone(situation.person, situation.point))


def _undecided(situation: Situation) -> Approval | None:
    """What was asked for here last, while the time that was promised is not over."""
    waiting = approvals.waiting_of(situation.tx, situation.case.id)
    here = (each for each in reversed(waiting) if each.conversation_id == situation.conversation.id)
    return next((each for each in here if each.answer_by > situation.now), None)


def _asked(situation: Situation, asked: ApprovalAsked, answer_by: datetime) -> Answer:
    catalog, channel = situation.desk.policy.catalog, situation.conversation.channel
    schedule = offer_words(catalog, situation.language, asked.offer, channel)
    return situation.answer("approval.asked", schedule=schedule, until=until_words(situation, answer_by))


def ask_approval(situation: Situation, asked: ApprovalAsked) -> datetime:
    """When the borrower will hear, in their zone, once a person has been asked: nothing twice for a message.

    What waits already for the same terms goes on waiting; other terms take the place of earlier ones.
    """
    tx, zone = situation.tx, home_zone(situation.person, situation.point)
    approval_id = ApprovalId(f"{_FOR}{situation.message_id}")
    before = approvals.find(tx, approval_id) or _waits_for_the_same(situation, asked)
    if before is not None:
        return local(before.answer_by, zone)
    overtake(situation)
    approval = Approval(
        id=approval_id,
        case_id=situation.case.id,
        conversation_id=situation.conversation.id,
        asked=asked,
        authority_version=situation.desk.policy.authority.version,
        asked_at=situation.now,
        answer_by=decided_by(
            situation.desk.policy.staff.serving(situation.person.country), situation.now, zone
        ),
    )
    approvals.append_approval(tx, approval)
    hand_over(situation, "approval")
    append_evidence(tx, approval.case_id, "approval_asked", _told(situation, approval), situation.now)
    return approval.answer_by


def overtake(situation: Situation) -> bool:
    """End what waits for a decision, since other terms were asked for or agreed; whether anything did."""
    waiting = approvals.waiting_of(situation.tx, situation.case.id)
    for each in waiting:
        lapse(situation.tx, each, situation.now, by=OVERTAKEN)
    return bool(waiting)


def unheard_decision(situation: Situation) -> Answer | None:
    """A person's decision about the case that the borrower has not heard yet, wherever they asked for it.

    Nobody was verified there when it was made, or they are elsewhere now: from now on what was approved
    waits for their yes in this conversation. None when there is none, or it can no longer be agreed.
    """
    decided = approvals.last_decided(situation.tx, situation.case.id, situation.person.id)
    if decided is None:
        return None
    approval, decision = decided
    told_in = conversations_told(situation.tx, situation.person.id, approval.case_id, decision)
    if decision.outcome is ApprovalOutcome.APPROVED:
        return _approved(situation, approval, told_here=situation.conversation.id in told_in)
    agreed = obstacle_now(situation.tx, approval, situation.today) is Obstacle.PLAN_AGREED
    return None if told_in or agreed else situation.answer("approval.declined")


def is_declined(situation: Situation) -> bool:
    """Whether a person's last decision about what they asked for on this loan was a no."""
    decided = approvals.last_decided(situation.tx, situation.case.id, situation.person.id)
    return decided is not None and decided[1].outcome is ApprovalOutcome.DECLINED


def conversations_told(
    tx: Tx, person_id: PersonId, case_id: CaseId, decision: ApprovalDecision
) -> frozenset[ConversationId]:
    """In which of the person's conversations about the case the decision was said."""
    keys = _TOLD.get(decision.outcome, frozenset())
    said = conversations.templates_since(tx, person_id, case_id, decision.at)
    return frozenset(talk for talk, templates in said.items() if keys & templates)


def _approved(situation: Situation, approval: Approval, *, told_here: bool) -> Answer | None:
    waiting = waiting_for_yes(situation.tx, approval)
    if waiting is None or approval_behind(situation.tx, waiting, situation.today) is None:
        return None
    here = offers.open_offer(situation.tx, situation.conversation.id)
    if here is not None and here.id == waiting.id and told_here:
        return None
    if here is None or here.id != waiting.id:
        _bring_here(situation, waiting, here)
    catalog, channel = situation.desk.policy.catalog, situation.conversation.channel
    schedule = offer_words(catalog, situation.language, waiting.offer, channel)
    return replace(situation.answer("approval.approved", schedule=schedule), bounds=waiting.bounds)


def _bring_here(situation: Situation, waiting: OpenOffer, here: OpenOffer | None) -> None:
    """The approved offer waits in this conversation, in place of what waited here, and nowhere else."""
    tx, message_id, now = situation.tx, situation.message_id, situation.now
    for each in (waiting, here):
        if each is not None:
            offers.append_outcome(tx, each.id, OfferOutcome.REPLACED, message_id, now)
    offers.append_offer(
        tx,
        OfferId(f"offer-{message_id}"),
        situation.conversation.id,
        situation.case.id,
        waiting.offer,
        kind=APPROVED_OFFER,
        bounds=waiting.bounds,
        reasons=tuple(waiting.bounds.get("reasons", ())),
        at=now,
    )


def waiting_for_yes(tx: Tx, approval: Approval) -> OpenOffer | None:
    """The offer of the approval while it has no outcome, in whichever conversation; None before it is one."""
    waiting = offers.open_of_kind(tx, approval.case_id, APPROVED_OFFER)
    return next((each for each in reversed(waiting) if each.bounds.get(BEHIND) == approval.id), None)


def asked_in(approval_id: ApprovalId) -> MessageId:
    """The message that asked for what was to be approved."""
    return MessageId(approval_id.removeprefix(_FOR))


def offer_id_of(approval: Approval) -> OfferId:
    """The id under which what is approved becomes an offer."""
    return OfferId(f"offer-{approval.id}")


def approval_behind(tx: Tx, waiting: OpenOffer, today: date) -> Approval | None:
    """The approval that lets an offer exceed the agent's authority: it stands, and names exactly this offer.

    None for an offer that nobody approved, and where money, the calendar or a plan have overtaken it.
    """
    if waiting.kind != APPROVED_OFFER:
        return None
    approval = approvals.find(tx, ApprovalId(waiting.bounds.get(BEHIND, "")))
    if approval is None or approval.asked.offer != waiting.offer:
        return None
    decision = approvals.decision_of(tx, approval.id)
    approved = decision is not None and decision.outcome is ApprovalOutcome.APPROVED
    return approval if approved and obstacle_now(tx, approval, today) is None else None


def obstacle_now(tx: Tx, approval: Approval, today: date) -> Obstacle | None:
    """What stands in the way of agreeing what was asked, as of this transaction and borrower's day."""
    plan = plans.last_plan(tx, approval.case_id)
    return obstacle_to(
        approval,
        today=today,
        plan_agreed_at=None if plan is None else plan.agreed_at,
        posted_at=ledger.last_posted_at(tx, approval.case_id),
    )


def lapse(tx: Tx, approval: Approval, now: datetime, *, by: str) -> None:
    """End the approval undecided."""
    approvals.append_decision(tx, approval.id, ApprovalDecision(ApprovalOutcome.LAPSED, by, None, now))
    payload = {"approval": approval.id, "outcome": ApprovalOutcome.LAPSED, "by": by}
    append_evidence(tx, approval.case_id, "approval_decided", payload, now)


def _waits_for_the_same(situation: Situation, asked: ApprovalAsked) -> Approval | None:
    """What waits in this conversation for the same terms, while the time that was promised is not over."""
    waiting = approvals.waiting_of(situation.tx, situation.case.id)
    here = [each for each in waiting if each.conversation_id == situation.conversation.id]
    alike = (each for each in here if each.asked.offer == asked.offer and each.answer_by > situation.now)
    return next(alike, None)


def _told(situation: Situation, approval: Approval) -> dict[str, object]:
    asked = approval.asked
    return {
        "approval": approval.id,
        "conversation": approval.conversation_id,
        "turn": situation.turn_id,
        "message": situation.message_id,
        "offer": offers.offer_terms(asked.offer),
        "exceeds": asked.exceeds,
        "approver": asked.approver,
        "effect": [asked.effect.minor, asked.effect.currency],
        "authority": approval.authority_version,
        "answer_by": approval.answer_by,
    }


def until_words(situation: Situation, answer_by: datetime) -> str:
    """By when, in words; the instant is in the borrower's zone."""
    catalog, language = situation.desk.policy.catalog, situation.language
    day = date_words(catalog, language, answer_by.date())
    return phrase(catalog, language, "until", time=f"{answer_by:%H:%M}", date=day)
