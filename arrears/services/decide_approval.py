"""A person approves or declines what exceeds the agent's authority; the borrower hears by the promised time.

Decided once, by the role that the policy names or one above it. What nobody decides in time lapses, and the
borrower hears that too.
"""

from __future__ import annotations

from datetime import date

from arrears.contact.telling import leaves_the_chat, tell
from arrears.desk import Desk
from arrears.dialogue.answering import home_zone, party_now
from arrears.dialogue.approving import BEHIND, OVERTAKEN, asked_in, lapse, obstacle_now, offer_id_of
from arrears.dialogue.promising import staffed_words
from arrears.domain.approvals import (
    APPROVED_OFFER,
    Approval,
    ApprovalDecision,
    ApprovalOutcome,
    Obstacle,
    contact_key,
)
from arrears.domain.conversations import Conversation
from arrears.domain.ids import ApprovalId, HandoverId, MessageId, OutreachId
from arrears.domain.negotiation.offers import Offer
from arrears.domain.roles import may_approve
from arrears.domain.times import local_date
from arrears.domain.wording import Said, offer_words, say
from arrears.store import Tx, approvals, cases, conversations, handovers, ledger, offers, people
from arrears.store.access import User
from arrears.store.evidence import append_evidence
from arrears.store.offers import OfferOutcome

LONGEST_NOTE = 200
"""Characters of the note that goes with a decision."""

UNDECIDED = "undecided"
"""By whom an approval lapsed that nobody decided in time."""

URGENT = 1
"""How soon a person must see to a promise of ours that was not kept; 0 is a life in danger."""


class NotTheApproverError(PermissionError):
    """The policy leaves this decision to another role."""

    def __init__(self, approval_id: ApprovalId) -> None:
        super().__init__(f"{approval_id} is for another role to decide")


class DecidedAlreadyError(ValueError):
    """Somebody else was first, or it has lapsed."""

    def __init__(self, approval_id: ApprovalId) -> None:
        super().__init__(f"{approval_id} is decided already")


class OvertakenError(ValueError):
    """What was asked can no longer be agreed as it was asked; it can only be declined."""

    def __init__(self, approval_id: ApprovalId, obstacle: Obstacle) -> None:
        super().__init__(f"{approval_id} cannot be approved any more: {obstacle}")


class UnusableNoteError(ValueError):
    """The note is empty or too long."""

    def __init__(self) -> None:
        super().__init__(f"write a note of 1 to {LONGEST_NOTE} characters")


def approve(desk: Desk, approval_id: ApprovalId, user: User, note: str) -> OutreachId | None:
    """Put the offer on the table, read back in full: the borrower's yes records it.

    Returns the planned contact; None when nothing may be said now and a person must see to it.
    Raises: LookupError; NotTheApproverError; DecidedAlreadyError; OvertakenError; UnusableNoteError.
    """
    return _decide(desk, approval_id, user, ApprovalOutcome.APPROVED, note)


def decline(desk: Desk, approval_id: ApprovalId, user: User, note: str) -> OutreachId | None:
    """Say no, and what the agent can still offer; as `approve`, but never overtaken."""
    return _decide(desk, approval_id, user, ApprovalOutcome.DECLINED, note)


def lapse_overdue(desk: Desk) -> int:
    """Let lapse what nobody has decided by the promised time; returns how many.

    The borrower hears that it is not decided, and a person must see to the conversation first.
    """
    with desk.store.read() as tx:
        overdue = approvals.overdue(tx, desk.clock.now())
    lapsed = 0
    for approval in overdue:
        with desk.store.write() as tx:
            lapsed += _lapse(tx, desk, approval)
    return lapsed


def _decide(
    desk: Desk, approval_id: ApprovalId, user: User, outcome: ApprovalOutcome, note: str
) -> OutreachId | None:
    note = note.strip()
    if not 0 < len(note) <= LONGEST_NOTE:
        raise UnusableNoteError
    now = desk.clock.now()
    with desk.store.write() as tx:
        approval = approvals.load(tx, approval_id)
        if not may_approve(user.role, approval.asked.approver):
            raise NotTheApproverError(approval_id)
        conversation = _locked(tx, approval)
        if approvals.decision_of(tx, approval_id) is not None:
            raise DecidedAlreadyError(approval_id)
        if outcome is ApprovalOutcome.APPROVED:
            _put_on_the_table(tx, desk, approval, conversation)
        approvals.append_decision(tx, approval_id, ApprovalDecision(outcome, user.login, note, now))
        payload = {"approval": approval_id, "outcome": outcome, "by": user.id}
        append_evidence(tx, approval.case_id, "approval_decided", payload, now, personal={"note": note})
        message_id, key = asked_in(approval_id), contact_key(approval_id, "told")
        by_text = leaves_the_chat(tx, desk, conversation, message_id, user.login)
        unknown = by_text or party_now(tx, conversation, now) is None
        said = _words(tx, desk, approval, conversation, None if unknown else outcome)
        told = tell(tx, desk, conversation, said, asked_in=message_id, key=key, by=user.login)
        # Who answers the text does so in another conversation: a person sees to it that they hear.
        if told is not None and not by_text:
            _close_need(tx, desk, conversation, user, outcome)
    return told


def _locked(tx: Tx, approval: Approval) -> Conversation:
    """The conversation, read once its person and case are locked: of two that decide, the second waits."""
    people.lock_person(tx, conversations.load(tx, approval.conversation_id).person_id)
    cases.lock_case(tx, approval.case_id)
    return conversations.load(tx, approval.conversation_id)


def _today(tx: Tx, desk: Desk, conversation: Conversation) -> date:
    return local_date(desk.clock.now(), _zone(tx, conversation))


def _zone(tx: Tx, conversation: Conversation) -> str:
    person = people.load_person(tx, conversation.person_id)
    return home_zone(person, people.load_contact_point(tx, conversation.contact_point_id))


def _put_on_the_table(tx: Tx, desk: Desk, approval: Approval, conversation: Conversation) -> None:
    """Make it the open offer in place of what waited. Raises: OvertakenError."""
    now = desk.clock.now()
    obstacle = obstacle_now(tx, approval, _today(tx, desk, conversation))
    if obstacle is not None:
        raise OvertakenError(approval.id, obstacle)
    waiting = offers.open_offer(tx, conversation.id)
    if waiting is not None:
        offers.append_outcome(tx, waiting.id, OfferOutcome.REPLACED, MessageId(approval.id), now)
    reasons = (str(approval.asked.exceeds),)
    offers.append_offer(
        tx,
        offer_id_of(approval),
        conversation.id,
        approval.case_id,
        approval.asked.offer,
        kind=APPROVED_OFFER,
        bounds={"policy_version": approval.authority_version, "reasons": list(reasons), BEHIND: approval.id},
        reasons=reasons,
        at=now,
    )


def _words(
    tx: Tx, desk: Desk, approval: Approval, conversation: Conversation, outcome: ApprovalOutcome | None
) -> Said:
    """The decision itself to the verified party; to anyone else (None) only that there is an answer."""
    catalog, language = desk.policy.catalog, conversation.language
    if outcome is None:
        lender = cases.load_case(tx, approval.case_id).lender
        return say(catalog, language, "approval.waits", lender=lender)
    if outcome is ApprovalOutcome.APPROVED:
        words = offer_words(catalog, language, approval.asked.offer)
        return say(catalog, language, "approval.approved", schedule=words)
    still = _still_offered(tx, desk, conversation)
    if still is None:
        return say(catalog, language, "approval.declined")
    return say(catalog, language, "approval.declined_offer", schedule=offer_words(catalog, language, still))


def _still_offered(tx: Tx, desk: Desk, conversation: Conversation) -> Offer | None:
    """The agent's own offer that still waits for a yes, while it is still exact."""
    waiting = offers.open_offer(tx, conversation.id)
    if waiting is None or not waiting.offer.instalments:
        return None
    posted_at = ledger.last_posted_at(tx, conversation.case_id)
    moved = posted_at is not None and posted_at > waiting.at
    stale = waiting.offer.first_on < _today(tx, desk, conversation)
    return None if moved or stale else waiting.offer


def _close_need(tx: Tx, desk: Desk, conversation: Conversation, user: User, outcome: ApprovalOutcome) -> None:
    """The need for a person is met, when it was for this alone and nobody has taken the conversation."""
    waiting = handovers.waiting_for(tx, conversation.id)
    if waiting is None or waiting.reason != "approval" or waiting.also_said or waiting.claimed_by:
        return
    now = desk.clock.now()
    handovers.claim(tx, waiting.id, user.id, now)
    handovers.resolve(tx, waiting.id, user.id, outcome, now)


def _lapse(tx: Tx, desk: Desk, approval: Approval) -> bool:
    conversation = _locked(tx, approval)
    if approvals.decision_of(tx, approval.id) is not None:
        return False
    now, case = desk.clock.now(), cases.load_case(tx, approval.case_id)
    agreed = obstacle_now(tx, approval, _today(tx, desk, conversation)) is Obstacle.PLAN_AGREED
    if agreed or ledger.balance(tx, case.id, case.currency).total.minor <= 0:
        lapse(tx, approval, now, by=OVERTAKEN)
        return True
    lapse(tx, approval, now, by=UNDECIDED)
    handovers.open_one(tx, _urgent_need(desk, approval))
    country = people.load_person(tx, conversation.person_id).country
    staffed = staffed_words(desk, conversation.language, country, _zone(tx, conversation))
    values = {"lender": case.lender, "staffed": staffed}
    said = say(desk.policy.catalog, conversation.language, "approval.lapsed", **values)
    tell(tx, desk, conversation, said, asked_in=asked_in(approval.id), key=contact_key(approval.id, "lapsed"))
    return True


def _urgent_need(desk: Desk, approval: Approval) -> handovers.Handover:
    return handovers.Handover(
        id=HandoverId(f"handover-{approval.id}-lapsed"),
        conversation_id=approval.conversation_id,
        case_id=approval.case_id,
        reason="approval_lapsed",
        urgency=URGENT,
        opened_at=desk.clock.now(),
        claimed_by=None,
        resolved_at=None,
    )
