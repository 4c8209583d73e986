"""A lender's rows become people, numbers, cases and opening entries; the same row again changes nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from arrears.desk import Desk
from arrears.domain.cases import Balance, Purpose, Relationship, SpecialStatus
from arrears.domain.compliance.consents import consented
from arrears.domain.compliance.facts import Consent, ConsentAction
from arrears.domain.compliance.rule import Question
from arrears.domain.money import Currency, Money
from arrears.domain.people import Carrier, Channel, KnownNumber, Language, LineType, Spot
from arrears.domain.portfolio import EnterpriseRow, LoanRow, OwnerRow, PhoneRow
from arrears.services.import_portfolio import Arrival, Arrived, import_loans
from arrears.services.record_payment import ReportedPayment, record_payment
from arrears.store import Store, cases, consents, ledger, people
from arrears.store.evidence import broken_link
from tests.builders.compliance import facts, proposed
from tests.builders.store import MONDAY_NOON_UTC, a_desk

LENDER = "Hudson Example Bank"
NUMBER = "+12125550123"


def usd(principal: int, interest: int = 0, fees: int = 0) -> Balance:
    return Balance(*(Money(minor, Currency.USD) for minor in (fees, interest, principal)))


def a_row(**changes: object) -> LoanRow:
    """A consenting owner in New York with $1,000.00 overdue since January."""
    usual = LoanRow(
        lender_ref="L-1",
        lender=LENDER,
        product="term_loan",
        purpose=Purpose.COMMERCIAL,
        relationship=Relationship.FIRST_PARTY,
        balance=usd(100_000),
        due_on=date(2026, 1, 31),
        originated_on=date(2024, 1, 31),
        account_last4="4421",
        owner=OwnerRow("P-1", "Dana Example", Language.EN, "US", "NY", "America/New_York", date(1975, 3, 9)),
        phone=PhoneRow(NUMBER, LineType.MOBILE, True, "web form", date(2025, 6, 1)),
        enterprise=EnterpriseRow("E-1", "Example Bakery"),
        broken_promises=1,
        last_payment_on=None,
        statuses=frozenset(),
    )
    return replace(usual, **changes)


def an_arrival(row: LoanRow) -> Arrival:
    number = None
    if row.phone is not None:
        country = "CN" if row.phone.number.startswith("+86") else "US"
        number = KnownNumber(row.phone.number, country, LineType.UNKNOWN, ("America/New_York",))
    return Arrival(row, ("America/New_York",), number)


def take(desk: Desk, *rows: LoanRow) -> dict[Arrived, int]:
    desk.clock.move(seconds=1)
    return import_loans(desk, [an_arrival(row) for row in rows])


@pytest.fixture
def desk(sqlite_store: Store) -> Desk:
    return a_desk(sqlite_store)[0]


def found(desk: Desk, reference: str = "L-1"):
    with desk.store.read() as tx:
        known = cases.find_case(tx, LENDER, reference)
    assert known is not None
    return known[0]


def balance(desk: Desk, reference: str = "L-1") -> Balance:
    case = found(desk, reference)
    with desk.store.read() as tx:
        assert ledger.out_of_balance(tx) == ()
        return ledger.balance(tx, case.id, case.currency)


def point_of(desk: Desk, reference: str = "L-1"):
    with desk.store.read() as tx:
        return people.contact_points_of(tx, found(desk, reference).owner_id)[-1]


def counts(**numbers: int) -> dict[Arrived, int]:
    return dict.fromkeys(Arrived, 0) | {Arrived(name): number for name, number in numbers.items()}


def test_a_row_becomes_a_person_a_number_a_case_and_an_opening_entry(store: Store) -> None:
    desk, _ = a_desk(store)
    assert take(desk, a_row()) == counts(imported=1)
    case, point = found(desk), point_of(desk)
    with store.read() as tx:
        owner = people.load_person(tx, case.owner_id)
        enterprise = people.load_enterprise(tx, case.enterprise_id)
        assert broken_link(tx, case.id) is None
    assert (owner.name, owner.birth_on, owner.language) == ("Dana Example", date(1975, 3, 9), Language.EN)
    assert (point.address, point.line_type, point.carrier) == (NUMBER, LineType.MOBILE, Carrier.TWILIO)
    assert enterprise.name == "Example Bakery"
    assert (case.lender_ref, case.account_last4, case.broken_promises_before) == ("L-1", "4421", 1)
    assert balance(desk) == usd(100_000)


def test_the_same_row_again_changes_nothing(desk: Desk) -> None:
    take(desk, a_row())
    before = found(desk)
    assert take(desk, a_row()) == counts(unchanged=1)
    assert found(desk) == before
    with desk.store.read() as tx:
        assert len(ledger.postings_of(tx, before.id)) == 2


def test_a_row_that_changed_brings_the_case_up_to_date(desk: Desk) -> None:
    take(desk, a_row())
    before = found(desk)
    assert take(desk, a_row(due_on=date(2026, 2, 28))) == counts(updated=1)
    after = found(desk)
    assert after == replace(before, due_on=date(2026, 2, 28))


@pytest.mark.parametrize("stated", [usd(120_000, 500, 25), usd(80_000), usd(0, 1, 0)])
def test_another_balance_is_an_adjustment_to_the_ledger(desk: Desk, stated) -> None:
    take(desk, a_row())
    take(desk, a_row(balance=stated))
    assert balance(desk) == stated


def test_balances_stated_at_one_instant_are_all_taken(desk: Desk) -> None:
    take(desk, a_row())
    for stated in (usd(90_000), usd(70_000), usd(95_000)):
        import_loans(desk, [an_arrival(a_row(balance=stated))])
        assert balance(desk) == stated


def test_a_repeat_of_the_file_does_not_undo_a_payment(desk: Desk) -> None:
    take(desk, a_row())
    amount = Money(10_000, Currency.USD)
    record_payment(desk, ReportedPayment("1", "L-1", amount, MONDAY_NOON_UTC.date(), "test"))
    take(desk, a_row())
    assert balance(desk) == usd(90_000)


def test_two_loans_with_one_person_number_have_one_owner(desk: Desk) -> None:
    take(desk, a_row(), a_row(lender_ref="L-2", account_last4="7788"))
    first, second = found(desk), found(desk, "L-2")
    assert first.owner_id == second.owner_id
    assert first.id != second.id
    with desk.store.read() as tx:
        assert len(people.contact_points_of(tx, first.owner_id)) == 1
        assert people.cases_of_person(tx, first.owner_id) == tuple(sorted((first.id, second.id)))


def test_without_a_person_number_every_loan_has_an_owner_of_its_own(desk: Desk) -> None:
    owner = replace(a_row().owner, ref=None)
    take(desk, a_row(owner=owner), a_row(owner=owner, lender_ref="L-2"))
    assert found(desk).owner_id != found(desk, "L-2").owner_id


def test_another_lender_may_use_the_same_loan_number(desk: Desk) -> None:
    take(desk, a_row(), a_row(lender="Another Bank"))
    with desk.store.read() as tx:
        other = cases.find_case(tx, "Another Bank", "L-1")
        assert other is not None
        assert other[0].id != found(desk).id
        assert cases.find_case_anywhere(tx, "L-1") is None


def test_a_number_in_mainland_china_is_carried_by_the_lenders_gateway(desk: Desk) -> None:
    phone = replace(a_row().phone, number="+8613900000123")
    take(desk, a_row(phone=phone))
    assert point_of(desk).carrier is Carrier.LENDER_GATEWAY


def test_a_row_without_a_telephone_is_a_case_all_the_same(desk: Desk) -> None:
    take(desk, a_row(phone=None, enterprise=None))
    with desk.store.read() as tx:
        assert people.contact_points_of(tx, found(desk).owner_id) == ()


def says_stop(desk: Desk, at: datetime) -> None:
    with desk.store.write() as tx:
        stop = Consent(ConsentAction.WITHDRAWN, Channel.SMS, at, "sms", point_id=point_of(desk).id)
        consents.append_consent(tx, point_of(desk), stop, key=f"stop-{at}", words="STOP", turn_id=None)


def may_text(desk: Desk) -> bool:
    with desk.store.read() as tx:
        entries = consents.consents_for(tx, point_of(desk).id)
    person = facts(consents=entries, point_id=point_of(desk).id, case_id=found(desk).id)
    return consented(Question(person, proposed(), desk.clock.now())) is not None


@pytest.mark.parametrize(
    ("consent_on", "allowed"),
    [(date(2025, 6, 1), False), (date(2026, 3, 1), False), (date(2026, 3, 2), False)],
)
def test_a_stop_after_the_consent_keeps_the_last_word_whatever_is_imported(
    desk: Desk, consent_on, allowed
) -> None:
    take(desk, a_row())
    assert may_text(desk)
    says_stop(desk, MONDAY_NOON_UTC)
    desk.clock.move(days=3)
    phone = replace(a_row().phone, consent_on=consent_on)
    take(desk, a_row(), a_row(phone=phone), a_row(balance=usd(5)))
    assert may_text(desk) is allowed


def test_a_consent_given_after_the_stop_counts(desk: Desk) -> None:
    take(desk, a_row())
    says_stop(desk, datetime(2026, 1, 5, tzinfo=UTC))
    assert not may_text(desk)
    take(desk, a_row(phone=replace(a_row().phone, consent_on=date(2026, 2, 1))))
    assert may_text(desk)


@pytest.mark.parametrize(
    "change", [{"sms_consent": False}, {"consent_on": None}, {"sms_consent": False, "consent_on": None}]
)
def test_no_consent_is_made_up(desk: Desk, change) -> None:
    take(desk, a_row(phone=replace(a_row().phone, **change)))
    assert not may_text(desk)


def standing(desk: Desk):
    case = found(desk)
    with desk.store.read() as tx:
        return consents.statuses_for(tx, case.owner_id, case.id, point_of(desk).id)


def test_a_status_that_a_person_cleared_is_not_raised_again_by_a_repeat(desk: Desk) -> None:
    row = a_row(statuses=frozenset({SpecialStatus.ATTORNEY, SpecialStatus.DISPUTE}))
    take(desk, row)
    assert standing(desk) == row.statuses
    case = found(desk)
    desk.clock.move(hours=1)
    with desk.store.write() as tx:
        consents.append_status(
            tx,
            case.owner_id,
            SpecialStatus.DISPUTE,
            raised=False,
            key="cleared",
            at=desk.clock.now(),
            by="mei",
            case_id=case.id,
        )
    take(desk, replace(row, balance=usd(99_000)))
    assert standing(desk) == {SpecialStatus.ATTORNEY}


def test_a_status_of_the_lender_stops_the_case_it_was_said_of(desk: Desk) -> None:
    take(desk, a_row(statuses=frozenset({SpecialStatus.DISPUTE})), a_row(lender_ref="L-2"))
    other = found(desk, "L-2")
    with desk.store.read() as tx:
        assert consents.statuses_for(tx, other.owner_id, other.id, point_of(desk).id) == frozenset()


def test_a_batch_is_written_whole_or_not_at_all(desk: Desk) -> None:
    with pytest.raises(ValueError, match="moves nothing"):
        take(desk, a_row(), a_row(lender_ref="L-2", balance=usd(0)))
    with desk.store.read() as tx:
        assert cases.find_case(tx, LENDER, "L-1") is None


def test_the_city_and_the_place_of_the_number_are_kept(desk: Desk) -> None:
    row = a_row()
    owner, phone = replace(row.owner, city="Albany"), replace(row.phone, spot=Spot.WORK)
    take(desk, replace(row, owner=owner, phone=phone))
    with desk.store.read() as tx:
        assert people.load_person(tx, found(desk).owner_id).city == "Albany"
    assert point_of(desk).spot is Spot.WORK
