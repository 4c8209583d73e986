"""Make one due contact: decide and reserve, call the carrier, record. At most once, whatever happens."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import timedelta

from arrears.contact.contacting import contact_facts, proposed_contact
from arrears.contact.holding import LOOKED_AT_AFTER, waits_for_an_answer
from arrears.contact.lapsing import is_moot, leaves_unanswered
from arrears.contact.speaking import call_a_person
from arrears.desk import Desk
from arrears.domain.approvals import APPROVAL_STEP
from arrears.domain.compliance.decide import decide
from arrears.domain.compliance.decision import Decision, Deferred, Granted
from arrears.domain.compliance.facts import Consent, ConsentAction
from arrears.domain.compliance.permit import ContactPermit, PermitExpiredError, permit_for
from arrears.domain.compliance.speech.words import delivered_by
from arrears.domain.ids import OutreachId, PermitId
from arrears.domain.outreach import ContactPurpose, Outreach, OutreachState
from arrears.domain.people import Carrier, Channel
from arrears.ports import Messenger, SendOutcome, SendResult
from arrears.store import Tx, consents, people
from arrears.store import outreach as outreach_rows
from arrears.store.decisions import append_decision
from arrears.store.evidence import append_evidence
from arrears.store.new_ids import new_id

log = logging.getLogger(__name__)

OUTCOME_DUE = timedelta(minutes=2)
"""A claimed contact without an outcome for so long (machine time) has lost it."""

_ANSWERS = frozenset({ContactPurpose.REPLY, ContactPurpose.CRISIS})
"""Contacts whose refusal leaves a borrower without an answer, so that a person must see to it."""

_TOO_LATE = timedelta(days=1)
"""An answer that may go out only so much later is as good as none."""

_NOT_SENT = frozenset({SendOutcome.NOT_SENT, SendOutcome.OPTED_OUT})

_UNPROVED = frozenset({OutreachState.CLAIMED, OutreachState.UNKNOWN})
"""States in which nothing is known yet of what became of the carrier call."""


def dispatch(desk: Desk, messengers: Mapping[Carrier, Messenger], outreach_id: OutreachId) -> Decision | None:
    """What compliance decided, after the carrier call when it granted; None when the row is not due."""
    decision, permit, body = _reserve(desk, outreach_id)
    if permit is not None:
        _record(desk, permit, _send(messengers[permit.carrier], permit, body))
    return decision


def _send(messenger: Messenger, permit: ContactPermit, body: str) -> SendResult:
    try:
        return messenger.send(permit, body)
    except PermitExpiredError:
        # We were held up between the permit and the call. That nothing was sent is proved.
        return SendResult(SendOutcome.NOT_SENT, error_code="permit_expired")


def dispatch_due(desk: Desk, messengers: Mapping[Carrier, Messenger], limit: int = 200) -> int:
    """Dispatch what is due, longest waiting first; returns how many rows were looked at.

    A row that fails is an alarm in the log and does not hold up those behind it.
    """
    with desk.store.read() as tx:
        due = outreach_rows.due(tx, desk.clock.now(), limit)
    for outreach_id in due:
        try:
            dispatch(desk, messengers, outreach_id)
        except Exception as error:
            log.error("dispatch_failed", extra={"outreach_id": outreach_id, "kind": type(error).__name__})
    return len(due)


def give_up_lost(desk: Desk) -> int:
    """Mark contacts whose outcome never came back as unknown, and call a person; never send them again."""
    with desk.store.read() as tx:
        lost = outreach_rows.lost(tx, desk.machine_clock.now() - OUTCOME_DUE)
    return sum(_give_up(desk, outreach_id) for outreach_id in lost)


def _give_up(desk: Desk, outreach_id: OutreachId) -> bool:
    with desk.store.write() as tx:
        row = _locked(tx, outreach_id)
        # The outcome may have come while we waited for the person.
        if row.state is not OutreachState.CLAIMED:
            return False
        outreach_rows.move(tx, outreach_id, OutreachState.UNKNOWN)
        outreach_rows.append_contact(tx, outreach_id, desk.clock.now())
        _call_a_person(tx, desk, row, "unknown_outcome")
    return True


def _locked(tx: Tx, outreach_id: OutreachId) -> Outreach:
    """The outreach, read again once its person is locked: callbacks and stops queue up behind it."""
    people.lock_person(tx, outreach_rows.load(tx, outreach_id).person_id)
    return outreach_rows.load(tx, outreach_id)


def _reserve(desk: Desk, outreach_id: OutreachId) -> tuple[Decision | None, ContactPermit | None, str]:
    """First transaction: lock the person, read the facts, decide, and hold the contact against the caps."""
    now = desk.clock.now()
    with desk.store.write() as tx:
        row = _locked(tx, outreach_id)
        if row.state is not OutreachState.DUE:
            return None, None, ""
        if row.purpose is ContactPurpose.OUTREACH and is_moot(tx, desk, row):
            outreach_rows.refuse(tx, row.id)
            if leaves_unanswered(tx, desk, row):
                _call_a_person(tx, desk, row, "reply_refused")
            append_evidence(tx, row.case_id, "contact_dropped", {"outreach": row.id}, now)
            return None, None, ""
        if row.purpose is ContactPurpose.OUTREACH and waits_for_an_answer(tx, row):
            outreach_rows.defer(tx, row.id, now + LOOKED_AT_AFTER)
            return None, None, ""
        point = people.load_contact_point(tx, row.contact_point_id)
        facts = contact_facts(tx, desk, row)
        proposed = proposed_contact(tx, desk, row)
        decision = decide(desk.policy.packs, facts, proposed, now)
        permit = None
        if isinstance(decision, Granted):
            permit = permit_for(row, point, decision, permit_id=PermitId(new_id("permit")), now=now)
            outreach_rows.note_delivers(tx, row.id, delivered_by(row.body, proposed.lender))
            outreach_rows.claim(tx, row.id, permit.id, now=now, machine_now=desk.machine_clock.now())
        elif isinstance(decision, Deferred):
            outreach_rows.defer(tx, row.id, decision.until)
            if _owes_answer(row) and decision.until - now > _TOO_LATE:
                _call_a_person(tx, desk, row, "reply_refused")
        else:
            outreach_rows.refuse(tx, row.id)
            if _owes_answer(row):
                _call_a_person(tx, desk, row, "reply_refused")
        packs = {pack.id: pack.version for pack in desk.policy.packs.in_force(now.date())}
        permit_id = None if permit is None else permit.id
        append_decision(
            tx, row.id, decision, facts, packs=packs, permit_id=permit_id, now=now, proposed=proposed
        )
    return decision, permit, row.body


def _record(desk: Desk, permit: ContactPermit, result: SendResult) -> None:
    """Second transaction: what the carrier call proved. A callback may have come first, and stands."""
    states = {
        SendOutcome.TAKEN: OutreachState.SENT,
        SendOutcome.NOT_SENT: OutreachState.FAILED,
        SendOutcome.OPTED_OUT: OutreachState.FAILED,
        SendOutcome.UNKNOWN: OutreachState.UNKNOWN,
    }
    with desk.store.write() as tx:
        row = _locked(tx, permit.outreach_id)
        state = states[result.outcome] if row.state in _UNPROVED else row.state
        outreach_rows.move(tx, row.id, state, provider_ref=result.provider_ref, error_code=result.error_code)
        if result.outcome is SendOutcome.OPTED_OUT:
            _mirror_opt_out(tx, desk, row)
        if state is OutreachState.UNKNOWN:
            _call_a_person(tx, desk, row, "unknown_outcome")
        if result.outcome in _NOT_SENT and _owes_answer(row):
            _call_a_person(tx, desk, row, "reply_failed")
        outreach_rows.append_contact(tx, row.id, desk.clock.now())


def _owes_answer(row: Outreach) -> bool:
    """Whether a borrower waits for it: they wrote, or were promised a decision."""
    return row.purpose in _ANSWERS or row.step == APPROVAL_STEP


def _mirror_opt_out(tx: Tx, desk: Desk, row: Outreach) -> None:
    """The carrier holds an opt-out that we did not know of: it is ours from now on."""
    point = people.load_contact_point(tx, row.contact_point_id)
    now = desk.clock.now()
    consent = Consent(ConsentAction.WITHDRAWN, Channel.SMS, now, "carrier_block", point_id=point.id)
    consents.append_consent(tx, point, consent, key=f"consent-{row.id}", words=None, turn_id=None)


def _call_a_person(tx: Tx, desk: Desk, row: Outreach, reason: str) -> None:
    """A person sees to what became of the contact; outside a conversation there is nobody to answer."""
    if row.conversation_id is not None:
        call_a_person(tx, desk, reason, row.conversation_id, row.case_id, key=row.id)
