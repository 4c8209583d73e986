"""One conversation as a person reads it: every turn with its reasons, and what became of each contact."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, or_, select

from arrears.domain.conversations import Conversation, Speaker, Turn, overtakes
from arrears.domain.corrections import Correction
from arrears.domain.ids import CaseId, ConversationId, OfferId, OutreachId
from arrears.domain.outreach import ContactPurpose, OutreachState
from arrears.domain.people import Channel
from arrears.store import conversations as conversation_rows
from arrears.store import corrections as correction_rows
from arrears.store import handovers, offers
from arrears.store.handovers import Handover
from arrears.store.tables.access import users
from arrears.store.tables.contact import decisions, outreach

OTHER_CONTACTS = 12
"""How many of the case's other contacts are shown, the latest ones."""


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One rule that fired."""

    rule_id: str
    citation: str
    verdict: str
    reason: str  # a code of policy/explanations
    used: Mapping[str, str]  # the facts and numbers it looked at
    until: datetime | None
    lifts: str | None  # what ends it, where time alone does not
    pack: str


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """What compliance decided about a contact, and by which rules."""

    outcome: str  # "granted", "refused", "deferred", "referred"
    stage: str  # "planned", "turn", "dequeued"
    at: datetime
    permit_id: str | None
    until: datetime | None  # deferred to
    valid_until: datetime | None  # latest lawful delivery of a granted contact
    findings: tuple[FindingLine, ...]


@dataclass(frozen=True, slots=True)
class ContactLine:
    """A contact with its state at the carrier and every decision about it, the last one last."""

    id: OutreachId
    purpose: ContactPurpose
    channel: Channel
    state: OutreachState
    error_code: str | None
    step: str
    body: str  # personal data
    due_at: datetime
    claimed_at: datetime | None
    conversation_id: ConversationId | None
    decisions: tuple[DecisionLine, ...]

    @property
    def last_decision(self) -> DecisionLine | None:
        """What holds now."""
        return self.decisions[-1] if self.decisions else None


@dataclass(frozen=True, slots=True)
class TurnLine:
    """A turn, the contact that carried it when it was ours, and the corrections of how it was read."""

    turn: Turn
    contact: ContactLine | None
    corrections: tuple[Correction, ...] = ()  # the last one counts
    overtaken: bool = False  # something was said since: a call speaks these words no more
    offer_gone: bool = False  # what it offered a person took off the table by taking over

    @property
    def correctable(self) -> bool:
        """Whether there is a reading of the borrower's words that a person can correct."""
        return self.turn.speaker is Speaker.BORROWER and self.turn.understood is not None

    @property
    def meaning(self) -> tuple[str, ...]:
        """The intents that stand: as last corrected, else as the machine understood the turn."""
        if self.corrections:
            return self.corrections[-1].intents
        understood = self.turn.understood
        return () if understood is None else tuple(name for name, _ in understood.all_intents)


@dataclass(frozen=True, slots=True)
class Transcript:
    """One conversation, whole."""

    conversation: Conversation
    held_by: str | None  # login of the supervisor who silenced the bot
    waiting: Handover | None  # the unresolved need for a person
    waiting_claimed_by: str | None  # login
    lines: tuple[TurnLine, ...]
    other_contacts: tuple[ContactLine, ...]  # of the same case, not in this transcript, the latest first


def transcript(tx: Connection, conversation_id: ConversationId) -> Transcript:
    """The conversation. Raises: LookupError."""
    conversation = conversation_rows.load(tx, conversation_id)
    turns = conversation_rows.turns_of(tx, conversation_id)
    corrected = correction_rows.of_conversation(tx, conversation_id)
    gone = offers.taken_over(tx, conversation_id)
    carried = {turn.outreach_id for turn in turns if turn.outreach_id is not None}
    contacts = _contacts(tx, conversation.case_id, carried)
    waiting = handovers.waiting_for(tx, conversation_id)
    others = [contact for contact in contacts.values() if contact.id not in carried]
    others.sort(key=lambda contact: (contact.claimed_at or contact.due_at, contact.id), reverse=True)
    return Transcript(
        conversation=conversation,
        held_by=_login(tx, conversation.taken_over_by),
        waiting=waiting,
        waiting_claimed_by=None if waiting is None else _login(tx, waiting.claimed_by),
        lines=tuple(
            TurnLine(
                turn,
                None if turn.outreach_id is None else contacts.get(turn.outreach_id),
                corrected.get(turn.id, ()),
                any(overtakes(turn.at, later.speaker, later.at, later.templates) for later in turns[place:]),
                _offers_one_of(turn, gone),
            )
            for place, turn in enumerate(turns, 1)
        ),
        other_contacts=tuple(others[:OTHER_CONTACTS]),
    )


def _offers_one_of(turn: Turn, gone: Collection[OfferId]) -> bool:
    return (
        turn.speaker is Speaker.BOT
        and turn.message_id is not None
        and offers.offer_id(turn.message_id) in gone
    )


def contacts_of_case(tx: Connection, case_id: CaseId) -> tuple[ContactLine, ...]:
    """Every contact about the case, with what was decided about each."""
    return tuple(_contacts(tx, case_id, set()).values())


def contact_line(tx: Connection, outreach_id: OutreachId) -> ContactLine:
    """One contact. Raises: LookupError."""
    row = tx.execute(select(outreach).where(outreach.c.id == outreach_id)).one_or_none()
    if row is None:
        raise LookupError(f"no outreach {outreach_id}")
    return _contact(row, _decisions(tx, [row.id]).get(row.id, ()))


def _contacts(tx: Connection, case_id: CaseId, carried: set[OutreachId]) -> dict[OutreachId, ContactLine]:
    o = outreach.c
    rows = tx.execute(select(outreach).where(or_(o.case_id == case_id, o.id.in_(carried)))).all()
    made = _decisions(tx, [row.id for row in rows])
    return {OutreachId(row.id): _contact(row, made.get(row.id, ())) for row in rows}


def _decisions(tx: Connection, outreach_ids: list[str]) -> dict[str, tuple[DecisionLine, ...]]:
    d = decisions.c
    columns = (d.outreach_id, d.outcome, d.stage, d.at, d.permit_id, d.until, d.valid_until, d.findings)
    rows = tx.execute(select(*columns).where(d.outreach_id.in_(outreach_ids)).order_by(d.at, d.id))
    found: dict[str, tuple[DecisionLine, ...]] = {}
    for row in rows:
        line = DecisionLine(
            outcome=row.outcome,
            stage=row.stage or "dequeued",
            at=row.at,
            permit_id=row.permit_id,
            until=row.until,
            valid_until=row.valid_until,
            findings=tuple(finding_line(item) for item in row.findings),
        )
        found[row.outreach_id] = (*found.get(row.outreach_id, ()), line)
    return found


def finding_line(item: Mapping[str, Any]) -> FindingLine:
    """A finding as it was stored."""
    until = item.get("until")
    return FindingLine(
        rule_id=item["rule_id"],
        citation=item["citation"],
        verdict=item["verdict"],
        # Before revision 0003 a finding had its words and no code; they stand for themselves.
        reason=item.get("reason") or item.get("why", ""),
        used=dict(item.get("used", ())),
        until=None if until is None else datetime.fromisoformat(until),
        lifts=item.get("lifts"),
        pack=item.get("pack", ""),
    )


def _contact(row: Row[Any], made: tuple[DecisionLine, ...]) -> ContactLine:
    return ContactLine(
        id=OutreachId(row.id),
        purpose=ContactPurpose(row.purpose),
        channel=Channel(row.channel),
        state=OutreachState(row.state),
        error_code=row.error_code,
        step=row.step,
        body=row.body,
        due_at=row.due_at,
        claimed_at=row.claimed_at,
        conversation_id=None if row.conversation_id is None else ConversationId(row.conversation_id),
        decisions=made,
    )


def _login(tx: Connection, user_id: str | None) -> str | None:
    """The user's login; the id itself when there is no such user any more."""
    if user_id is None:
        return None
    login = tx.execute(select(users.c.login).where(users.c.id == user_id)).scalar_one_or_none()
    return login or user_id
