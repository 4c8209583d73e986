"""The facts of one contact, gathered from the store: what compliance decides from, at every stage.

Planning, the dispatch and each turn of the agent ask the same question of the same facts.
"""

from __future__ import annotations

from datetime import datetime

from arrears.contact.stopping import ended_by_others, pending_withdrawals
from arrears.desk import Desk
from arrears.dialogue.answering import day_of, party_now
from arrears.domain.approvals import APPROVAL_STEP
from arrears.domain.calls import Direction
from arrears.domain.card_payments import CARD_RESULT_STEP
from arrears.domain.cases import Case
from arrears.domain.compliance.facts import (
    Attempt,
    CallOutcome,
    Consent,
    ConsentAction,
    ContactFacts,
    Debt,
    DebtTerms,
    Line,
    Notices,
    Place,
    ProposedContact,
    Talk,
)
from arrears.domain.contact_policy import OF_A_PLAN
from arrears.domain.conversations import Conversation
from arrears.domain.outreach import NAMED_HOUR, ContactPurpose, Outreach
from arrears.domain.people import Channel, ContactPoint, Person
from arrears.domain.plans import is_fulfilled, stands
from arrears.store import (
    Tx,
    answers,
    calls,
    cases,
    consents,
    conversations,
    inbound,
    notices,
    people,
    plans,
    recordings,
)
from arrears.store import outreach as outreach_rows
from arrears.store.attempts import attempts_with
from arrears.store.notices import NoticeKind


def contact_facts(tx: Tx, desk: Desk, row: Outreach) -> ContactFacts:
    """Everything a rule may look at for this contact, as it stands in the transaction."""
    now = desk.clock.now()
    person = people.load_person(tx, row.person_id)
    point = people.load_contact_point(tx, row.contact_point_id)
    case = cases.load_case(tx, row.case_id)
    talk = None if row.conversation_id is None else conversations.load(tx, row.conversation_id)
    given = _given(tx, person, point, case)
    attempts = attempts_with(tx, person.id, now, besides=row.id)
    return ContactFacts(
        case_id=case.id,
        point_id=point.id,
        place=_place(person, point),
        debt=Debt(case.relationship, case.purpose, case.product),
        line=_line(tx, desk, point),
        terms=_terms(tx, desk, case, now),
        notices=_notices(tx, desk, case),
        talk=_talk(tx, row, talk, attempts),
        consents=given,
        standing=consents.standing_for(tx, person.id, case.id, point.id),
        attempts=attempts,
        inconvenient=consents.inconvenient_hours_of(tx, person.id, since=_hour_named_at(tx, row)),
        inbound_at=_inbound_at(tx, row),
        inbound_channel=None if talk is None else talk.channel,
        replies_sent=_other_replies(tx, row),
        callback_asked_at=calls.callback_asked_at(tx, case.id),
        decision_owed=row.answers is not None and row.step == APPROVAL_STEP,
        card_result_owed=row.step == CARD_RESULT_STEP,
        opt_out_confirmed=_confirmed(given, point, answers.opt_out_confirmed_at(tx, point.id)),
        verified=talk is not None and party_now(tx, talk, now) is not None,
        person_active=talk is not None and talk.taken_over_by is not None,
    )


def _hour_named_at(tx: Tx, row: Outreach) -> datetime | None:
    """When they named the hour of this call; the hours around an earlier "not now" are not against it.

    What is known to be inconvenient is not so where the person says otherwise (15 U.S.C. 1692c(a)(1)).
    """
    return calls.callback_asked_at(tx, row.case_id) if row.step == NAMED_HOUR else None


def _other_replies(tx: Tx, row: Outreach) -> int:
    """Answers to the same message, besides this one."""
    return 0 if row.answers is None else outreach_rows.replies_reserved(tx, row.answers, besides=row.id)


def _given(tx: Tx, person: Person, point: ContactPoint, case: Case) -> tuple[Consent, ...]:
    """The person's ledger, what they wrote that nobody has read, and what others at the number have ended."""
    own = [each for each in people.contact_points_of(tx, person.id) if each.id != point.id]
    unread = [
        entry
        for each in (point, *own)
        for entry in pending_withdrawals(inbound.unplaced_from(tx, each.address), each.id, case.id)
    ]
    # Read after the unread: one that is taken in hand meanwhile is in the ledger.
    return (*consents.consents_of(tx, person.id), *ended_by_others(tx, point), *unread)


def proposed_contact(tx: Tx, desk: Desk, row: Outreach) -> ProposedContact:
    """The contact as compliance sees it."""
    return ProposedContact(
        channel=row.channel,
        carrier=row.carrier,
        purpose=row.purpose,
        language=row.language,
        text=row.body,
        speaks_of_debt=row.speaks_of_debt,
        lender=cases.load_case(tx, row.case_id).lender,
        automated=row.purpose is not ContactPurpose.SUPERVISOR,
        callback_number=desk.policy.callback_number,
        of_plan=row.conversation_id is None and row.step in set(OF_A_PLAN),
    )


def _place(person: Person, point: ContactPoint) -> Place:
    return Place(
        country=person.country,
        region=person.region,
        city=person.city,
        number_country=point.country,
        number_region=point.region,
        zones=tuple(dict.fromkeys((*person.zones, *point.zones))),
    )


def _line(tx: Tx, desk: Desk, point: ContactPoint) -> Line:
    texted_at = inbound.last_from(tx, point.address)
    return Line(
        type=point.line_type,
        spot=point.spot,
        used_by_person=texted_at is not None,
        texted_at=texted_at,
        confirmed_at=point.stated_at,
        sender_registered=desk.policy.sender_registered,
    )


def _terms(tx: Tx, desk: Desk, case: Case, now: datetime) -> DebtTerms:
    plan, today = plans.last_plan(tx, case.id), day_of(tx, case.owner_id, now)
    receipts = () if plan is None else plans.receipts_for(tx, plan)
    holds = plan is not None and (stands(plan, receipts, today) or is_fulfilled(plan, receipts, today))
    return DebtTerms(
        licence=desk.policy.licence,
        entered_on=case.originated_on,
        days_past_due=case.days_past_due(now.date()),
        plan_performing=plan is not None and stands(plan, receipts, today),
        plan_agreed_at=None if plan is None or not holds else plan.agreed_at,
    )


def _notices(tx: Tx, desk: Desk, case: Case) -> Notices:
    sent = notices.sent_at(tx, case.id)
    initial_at = outreach_rows.first_communication_at(tx, case.id)
    return Notices(
        initial_at=initial_at,
        written_made=initial_at is not None,
        registered_alias=desk.policy.registered_alias,
        licence_checked=desk.policy.licence is not None,
        validation_sent_at=sent.get(NoticeKind.VALIDATION),
        verification_sent_at=sent.get(NoticeKind.VERIFICATION),
        transfer_notice_at=sent.get(NoticeKind.TRANSFER),
        cease_notice_sent=NoticeKind.CEASE in sent,
    )


def _talk(tx: Tx, row: Outreach, conversation: Conversation | None, attempts: tuple[Attempt, ...]) -> Talk:
    """What was said so far: in the conversation, or in the text that opened it."""
    # A machine that understands speech writes it down: that is a recording to the law.
    recording = row.channel is Channel.VOICE
    if conversation is None:
        return Talk(recording=recording)
    # Who refuses is recorded no longer, and hears from us only that a person goes on.
    refused = recording and recordings.is_refused_in(tx, conversation.id)
    return Talk(
        recording=recording and not refused,
        recording_refused=refused,
        languages=conversations.languages_of(tx, conversation.id),
        disclosed=outreach_rows.delivered_in(tx, conversation.id, conversation.contact_point_id),
        first_call_back=_rings_back(tx, conversation, attempts),
    )


def _rings_back(tx: Tx, conversation: Conversation, attempts: tuple[Attempt, ...]) -> bool:
    """Whether they call us for the first time since a message was left on their machine.

    Source: comment 18(e)(1)-1 to 12 CFR 1006.18.
    """
    left = [attempt.at for attempt in attempts if attempt.outcome is CallOutcome.VOICEMAIL]
    call = calls.of_conversation(tx, conversation.id) if left else None
    if call is None or call.direction is not Direction.INBOUND:
        return False
    since = [attempt for attempt in attempts if left[-1] < attempt.at < call.opened_at]
    return not any(attempt.talked or attempt.outcome is CallOutcome.TALKED for attempt in since)


def _confirmed(given: tuple[Consent, ...], point: ContactPoint, confirmed_at: datetime | None) -> bool:
    """Whether the standing withdrawal at this number was confirmed by us already."""
    here = [entry for entry in given if entry.point_id in (None, point.id) and entry.about_contact]
    last_given = max((entry.at for entry in here if entry.action is ConsentAction.GIVEN), default=None)
    withdrawn = [
        entry.at
        for entry in here
        if entry.action is ConsentAction.WITHDRAWN and (last_given is None or entry.at > last_given)
    ]
    return bool(withdrawn) and confirmed_at is not None and confirmed_at >= min(withdrawn)


def _inbound_at(tx: Tx, row: Outreach) -> datetime | None:
    if row.answers is not None:
        return inbound.placed(tx, row.answers).received_at
    if row.conversation_id is None:
        return None
    # Who has called us and has not spoken yet waits for words all the same.
    heard_at = conversations.last_borrower_turn_at(tx, row.conversation_id)
    return heard_at or calls.inbound_at(tx, row.conversation_id)
