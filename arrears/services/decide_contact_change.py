"""A supervisor confirms or declines contact data that a borrower gave; before that nothing uses it.

A confirmed number becomes one of the person's, without consent to texts: consent is asked for anew. What they
want used no longer is closed to texts from when they said so. A confirmed e-mail address is only on record:
nothing here writes to one.
"""

from __future__ import annotations

from collections.abc import Callable

from arrears.desk import Desk
from arrears.domain.compliance.facts import Consent, ConsentAction
from arrears.domain.contact_changes import (
    ChangeDecision,
    ChangeOutcome,
    ContactChange,
    ContactKind,
    OldNumber,
)
from arrears.domain.ids import ContactChangeId, ContactPointId
from arrears.domain.people import Channel, ContactPoint, KnownNumber
from arrears.domain.roles import Role, may_approve
from arrears.store import Tx, cases, consents, contact_changes, people
from arrears.store.access import User
from arrears.store.evidence import append_evidence

type ReadNumber = Callable[[str, str], KnownNumber | None]
"""A written number of a country, ISO 3166 alpha-2; None when it is none."""


class NotASupervisorError(PermissionError):
    """Contact data is a supervisor's to decide."""

    def __init__(self, change_id: ContactChangeId) -> None:
        super().__init__(f"{change_id} is for a supervisor to decide")


class ChangeDecidedError(ValueError):
    """Somebody else was first."""

    def __init__(self, change_id: ContactChangeId) -> None:
        super().__init__(f"{change_id} is decided already")


class NotANumberError(ValueError):
    """What was given is no number in use, or only their old one; it can only be declined."""

    def __init__(self, change_id: ContactChangeId) -> None:
        super().__init__(f"{change_id} gives no number that could be used")


def confirm(
    desk: Desk, change_id: ContactChangeId, user: User, read_number: ReadNumber
) -> ContactPointId | None:
    """The person's number that came of it; None for an e-mail address.

    Raises: LookupError; NotASupervisorError; ChangeDecidedError; NotANumberError.
    """
    with desk.store.write() as tx:
        change = _open_one(tx, change_id, user)
        point_id = None
        if change.given.kind is ContactKind.PHONE:
            point_id = _take_number(tx, desk, change, read_number)
        _decide(tx, desk, change, user, ChangeOutcome.CONFIRMED, point_id)
        return point_id


def decline(desk: Desk, change_id: ContactChangeId, user: User) -> None:
    """Nothing changes. Raises: LookupError; NotASupervisorError; ChangeDecidedError."""
    with desk.store.write() as tx:
        _decide(tx, desk, _open_one(tx, change_id, user), user, ChangeOutcome.DECLINED, None)


def _open_one(tx: Tx, change_id: ContactChangeId, user: User) -> ContactChange:
    """The proposal, once person and case are locked: of two that decide, the second waits."""
    change = contact_changes.load(tx, change_id)
    if not may_approve(user.role, Role.SUPERVISOR):
        raise NotASupervisorError(change_id)
    people.lock_person(tx, change.person_id)
    cases.lock_case(tx, change.case_id)
    if contact_changes.decision_of(tx, change_id) is not None:
        raise ChangeDecidedError(change_id)
    return change


def _decide(
    tx: Tx,
    desk: Desk,
    change: ContactChange,
    user: User,
    outcome: ChangeOutcome,
    point_id: ContactPointId | None,
) -> None:
    now = desk.clock.now()
    contact_changes.append_decision(tx, change.id, ChangeDecision(outcome, user.login, now, point_id))
    payload = {"change": change.id, "outcome": outcome, "by": user.id, "number": point_id}
    append_evidence(tx, change.case_id, "contact_change_decided", payload, now)


def _take_number(tx: Tx, desk: Desk, change: ContactChange, read_number: ReadNumber) -> ContactPointId:
    """Save the number, and close the old one where they asked for that."""
    country = people.load_person(tx, change.person_id).country
    number, old = read_number(change.given.value, country), people.load_contact_point(tx, change.point_id)
    if number is None or number.e164 == old.address:
        raise NotANumberError(change.id)
    known = people.contact_points_of(tx, change.person_id)
    point = next((each for each in known if each.address == number.e164), None)
    point = point or _point(desk, change, number)
    ended = change.given.old_number is OldNumber.ENDED
    # The number stated last is the one we write to: a further number must not take the place of the old one,
    # which has consent, until the old one is closed.
    people.save_contact_point(tx, point, desk.clock.now() if ended else point.stated_at)
    if ended:
        _close(tx, change, old)
    return point.id


def _point(desk: Desk, change: ContactChange, number: KnownNumber) -> ContactPoint:
    return ContactPoint(
        id=people.number_id(desk.store, change.person_id, number.e164),
        person_id=change.person_id,
        address=number.e164,
        country=number.country,
        line_type=number.line_type,
        carrier=desk.policy.strategies.carrier_of(number.country),
        zones=number.zones,
        region=number.region,
    )


def _close(tx: Tx, change: ContactChange, old: ContactPoint) -> None:
    """No texts to the old number, from when they said so; a later consent there still has the last word."""
    stop = Consent(
        ConsentAction.WITHDRAWN,
        Channel.SMS,
        change.proposed_at,
        "supervisor",
        point_id=old.id,
        case_id=change.case_id,
        chosen=True,
    )
    consents.append_consent(tx, old, stop, key=f"consent-{change.id}", words=None, turn_id=None)
