"""May this person be contacted now, and if not, until when? Asked for a reader; nothing is reserved by it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from arrears.contact.contacting import contact_facts, proposed_contact
from arrears.desk import Desk
from arrears.domain.cases import Case
from arrears.domain.compliance.decide import bindings, decide
from arrears.domain.compliance.decision import Decision
from arrears.domain.compliance.packset import Binding
from arrears.domain.ids import CaseId, OutreachId
from arrears.domain.outreach import ContactPurpose, Outreach, OutreachState
from arrears.domain.people import Channel, ContactPoint
from arrears.domain.wording import say
from arrears.store import Tx, cases, people


@dataclass(frozen=True, slots=True)
class Ruling:
    """What compliance would say of one sort of contact now."""

    point: ContactPoint
    channel: Channel
    automated: bool
    decision: Decision
    bindings: tuple[Binding, ...]  # which packs bind it, and why


def rulings_now(desk: Desk, case_id: CaseId) -> tuple[datetime, tuple[Ruling, ...]]:
    """The instant, and the answer for a text, an automated call and a person's call to each number.

    Raises: LookupError.
    """
    now = desk.clock.now()
    with desk.store.read() as tx:
        case = cases.load_case(tx, case_id)
        points = people.contact_points_of(tx, case.owner_id)
        asked = [
            _ruling(tx, desk, _imagined(tx, desk, case, point, channel, now), point, automated)
            for point in points
            for channel, automated in ((Channel.SMS, True), (Channel.VOICE, True), (Channel.VOICE, False))
        ]
    return now, tuple(asked)


def _ruling(tx: Tx, desk: Desk, row: Outreach, point: ContactPoint, automated: bool) -> Ruling:
    now = row.due_at
    facts = contact_facts(tx, desk, row)
    proposed = replace(proposed_contact(tx, desk, row), automated=automated)
    packs = desk.policy.packs
    return Ruling(
        point=point,
        channel=row.channel,
        automated=automated,
        decision=decide(packs, facts, proposed, now),
        bindings=bindings(packs, facts, proposed, now),
    )


def _imagined(
    tx: Tx, desk: Desk, case: Case, point: ContactPoint, channel: Channel, now: datetime
) -> Outreach:
    """A contact as it would be planned now, with the words it would open with."""
    person = people.load_person(tx, point.person_id)
    key = "call.opening" if channel is Channel.VOICE else "outreach.neutral"
    values = {"lender": case.lender} | (
        {"phone": desk.policy.callback_number, "name": person.name} if key == "call.opening" else {}
    )
    said = say(desk.policy.catalog, person.language, key, **values)
    return Outreach(
        id=OutreachId("imagined"),
        case_id=case.id,
        person_id=person.id,
        contact_point_id=point.id,
        channel=channel,
        carrier=point.carrier_over(channel),
        purpose=ContactPurpose.OUTREACH,
        language=person.language,
        body=said.text,
        speaks_of_debt=said.speaks_of_debt,
        due_at=now,
        state=OutreachState.DUE,
        conversation_id=None,
        answers=None,
        step="imagined",
    )
