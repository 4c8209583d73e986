"""Take a lender's rows in: people, enterprises, numbers, cases, and what is owed, as opening entries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time
from enum import StrEnum

from arrears.desk import Desk
from arrears.domain import ledger as entries
from arrears.domain.cases import Balance, Case
from arrears.domain.compliance.facts import Consent, ConsentAction
from arrears.domain.ids import CaseId, EnterpriseId, PersonId, TransactionId
from arrears.domain.people import Channel, ContactPoint, Enterprise, KnownNumber, LineType, Person
from arrears.domain.portfolio import LoanRow, fingerprint
from arrears.store import Tx, cases, consents, ledger, people
from arrears.store.evidence import append_evidence


class Arrived(StrEnum):
    """What a row did."""

    IMPORTED = "imported"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Arrival:
    """A row with what the phone book and the map say of it."""

    row: LoanRow
    zones: tuple[str, ...]  # IANA zones of the address
    number: KnownNumber | None


def import_loans(desk: Desk, arrivals: Iterable[Arrival]) -> dict[Arrived, int]:
    """Write the rows of one batch, all or none; a row that says nothing new changes nothing."""
    counts = dict.fromkeys(Arrived, 0)
    with desk.store.write() as tx:
        for arrival in arrivals:
            counts[_take(tx, desk, arrival)] += 1
    return counts


def _take(tx: Tx, desk: Desk, arrival: Arrival) -> Arrived:
    row = arrival.row
    print_ = fingerprint(row, key=desk.store.blind("fingerprint").encode())
    known = cases.find_case(tx, row.lender, row.lender_ref)
    if known is not None and known[1] == print_:
        return Arrived.UNCHANGED
    person = _person(desk, arrival)
    people.save_person(tx, person)
    point = _contact_point(desk, arrival, person)
    enterprise = _enterprise(desk, row)
    if enterprise is not None:
        people.save_enterprise(tx, enterprise)
    case = _case(desk, row, person, enterprise, known[0] if known else None)
    cases.save_case(tx, case, print_)
    if known is None or known[0].owner_id != person.id:
        consents.carry_into(tx, person.id, case.id)
    if point is not None:
        people.save_contact_point(tx, point, desk.clock.now())
        _note_consent(tx, row, point)
    _note_statuses(tx, desk, row, case)
    _state_balance(tx, desk, case, row.balance, print_)
    outcome = Arrived.IMPORTED if known is None else Arrived.UPDATED
    append_evidence(tx, case.id, outcome, {"fingerprint": print_}, desk.clock.now())
    return outcome


def _person(desk: Desk, arrival: Arrival) -> Person:
    """The owner; two loans with the lender's same person number have one."""
    row = arrival.row
    key = f"{row.lender}|{row.owner.ref}" if row.owner.ref else f"{row.lender}|loan|{row.lender_ref}"
    return Person(
        id=PersonId(f"person-{desk.store.blind(key)[:20]}"),
        name=row.owner.name or "",
        language=row.owner.language,
        country=row.owner.country,
        region=row.owner.region,
        zones=arrival.zones,
        birth_on=row.owner.birth_on,
        city=row.owner.city,
    )


def _contact_point(desk: Desk, arrival: Arrival, person: Person) -> ContactPoint | None:
    number, phone = arrival.number, arrival.row.phone
    if number is None or phone is None:
        return None
    told = phone.line_type
    return ContactPoint(
        id=people.number_id(desk.store, person.id, number.e164),
        person_id=person.id,
        address=number.e164,
        country=number.country,
        line_type=number.line_type if told is LineType.UNKNOWN else told,
        carrier=desk.policy.strategies.carrier_of(number.country),
        zones=number.zones,
        region=number.region,
        spot=phone.spot,
    )


def _enterprise(desk: Desk, row: LoanRow) -> Enterprise | None:
    if row.enterprise is None:
        return None
    key = f"{row.lender}|{row.enterprise.ref or row.lender_ref}"
    return Enterprise(
        EnterpriseId(f"enterprise-{desk.store.blind(key)[:20]}"), row.enterprise.name, row.owner.country
    )


def _case(
    desk: Desk, row: LoanRow, person: Person, enterprise: Enterprise | None, known: Case | None
) -> Case:
    case_id = known.id if known else CaseId(f"case-{desk.store.blind(f'{row.lender}|{row.lender_ref}')[:16]}")
    return Case(
        id=case_id,
        lender_ref=row.lender_ref,
        lender=row.lender,
        owner_id=person.id,
        enterprise_id=None if enterprise is None else enterprise.id,
        product=row.product,
        purpose=row.purpose,
        relationship=row.relationship,
        currency=row.balance.currency,
        due_on=row.due_on,
        account_last4=row.account_last4,
        imported_at=known.imported_at if known else desk.clock.now(),
        originated_on=row.originated_on,
        broken_promises_before=row.broken_promises,
        interest_terms=row.interest_terms,
    )


def _note_consent(tx: Tx, row: LoanRow, point: ContactPoint) -> None:
    """The consents that came with the row, dated when they were given: a later STOP keeps the last word."""
    phone = row.phone
    if phone is None or phone.consent_on is None:
        return
    at = datetime.combine(phone.consent_on, time.min, UTC)
    key = f"consent-import-{point.id}-{phone.consent_on}"
    given = {Channel.SMS: (phone.sms_consent, key), Channel.VOICE: (phone.voice_consent, f"{key}-voice")}
    for channel, (consented, entry) in given.items():
        if consented:
            how = phone.consent_how or "lender"
            consent = Consent(ConsentAction.GIVEN, channel, at, how, point_id=point.id)
            consents.append_consent(tx, point, consent, key=entry, words=None, turn_id=None)


def _note_statuses(tx: Tx, desk: Desk, row: LoanRow, case: Case) -> None:
    """What the lender already knows; a status a person has cleared since is not raised again by a repeat."""
    for status in sorted(row.statuses):
        consents.append_status(
            tx,
            case.owner_id,
            status,
            raised=True,
            key=f"status-import-{case.id}-{status}",
            at=desk.clock.now(),
            by="lender",
            case_id=case.id,
        )


def _state_balance(tx: Tx, desk: Desk, case: Case, stated: Balance, print_: str) -> None:
    """Bring the ledger to what the lender states: an opening entry, or an adjustment to it."""
    now = desk.clock.now()
    cases.lock_case(tx, case.id)
    opening_id = TransactionId(f"opening-{case.id}")
    before = ledger.balance(tx, case.id, case.currency)
    if not ledger.is_posted(tx, opening_id):
        ledger.post(tx, entries.opening(opening_id, case.id, now, stated), case.id)
    elif before != stated:
        adjustment_id = TransactionId(f"adjustment-{case.id}-{print_[:16]}-{now.isoformat()}")
        step = entries.adjustment(adjustment_id, case.id, now, before=before, after=stated)
        ledger.post(tx, step, case.id)
