import hashlib
import json
from dataclasses import asdict, replace
from datetime import date

import pytest

from arrears.domain.cases import Purpose, Relationship, SpecialStatus
from arrears.domain.import_mapping import DateField, ImportMapping, MoneyField, Requirement, TextField, Units
from arrears.domain.interest import DayCount, InterestTerms
from arrears.domain.money import Currency, Money
from arrears.domain.portfolio import LoanRow, Rejection, fingerprint
from arrears.domain.portfolio_rows import read_row
from arrears.domain.raw_values import add_months

TODAY = date(2026, 3, 2)
TEXTS = [
    "lender_ref", "lender", "product", "currency", "country", "purpose", "relationship",
    "account_last4", "owner_ref", "owner_name", "language", "region", "time_zone", "phone", "line_type",
    "city", "phone_place",
    "sms_consent", "consent_how", "enterprise_name", "enterprise_ref", "broken_promises", "statuses",
    "annual_rate", "day_count",
]  # fmt: skip
DATES = ["due_on", "originated_on", "birth_on", "consent_on", "last_payment_on"]
MAPPING = ImportMapping(
    name="test",
    version="1",
    zone="America/New_York",
    encoding="utf-8",
    delimiter=",",
    grouping="",
    texts={name: TextField(columns=(name,)) for name in TEXTS},
    amounts={
        "principal": MoneyField("principal"),
        "interest": MoneyField("interest", empty_is_zero=True),
        "fees": MoneyField("fees", empty_is_zero=True),
    },
    dates={name: DateField(columns=(name,)) for name in DATES},
)
GOOD = {
    "lender_ref": "HP-1",
    "lender": "Harbor & Pine Lending LLC",
    "product": "business-term",
    "currency": "USD",
    "country": "US",
    "purpose": "commercial",
    "relationship": "first_party",
    "principal": "1200.50",
    "interest": "10",
    "fees": "",
    "due_on": "2026-03-01",
    "originated_on": "2024-02-29",
    "account_last4": "0042",
    "owner_name": "Alice Abbott",
    "language": "en",
    "region": "NY",
    "birth_on": "1980-04-23",
    "phone": "+12125550123",
    "sms_consent": "yes",
    "consent_how": "web form",
    "consent_on": "2025-01-01",
    "enterprise_name": "Abbott Bakery LLC",
    "broken_promises": "2",
    "statuses": "hardship; dispute",
}


def read(change=None, mapping=MAPPING, **options):
    return read_row(mapping, 7, GOOD | (change or {}), today=TODAY, **options)


def reasons(change, **options):
    found = read(change, **options)
    assert not isinstance(found, LoanRow)
    return [(each.field, each.value_kind) for each in found]


def test_a_good_row_becomes_a_loan():
    loan = read()
    assert isinstance(loan, LoanRow)
    assert loan.balance.total == Money(121_050, Currency.USD)
    assert (loan.purpose, loan.relationship) == (Purpose.COMMERCIAL, Relationship.FIRST_PARTY)
    assert loan.statuses == {SpecialStatus.HARDSHIP, SpecialStatus.DISPUTE}
    assert loan.phone is not None
    assert loan.phone.sms_consent
    assert loan.enterprise is not None
    assert loan.broken_promises == 2


def test_what_is_not_said_is_unknown_and_not_guessed():
    loan = read({"purpose": "", "relationship": "", "sms_consent": "", "time_zone": ""})
    assert isinstance(loan, LoanRow)
    assert (loan.purpose, loan.relationship) == (Purpose.UNKNOWN, Relationship.UNKNOWN)
    assert loan.phone is not None
    assert not loan.phone.sms_consent
    assert loan.owner.time_zone is None


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"lender_ref": " "}, ("lender_ref", "empty")),
        ({"lender": ""}, ("lender", "empty")),
        ({"product": None}, ("product", "empty")),
        ({"currency": ""}, ("currency", "empty")),
        ({"currency": "EUR"}, ("currency", "not one of the known words (text of 3 characters)")),
        ({"country": "USA"}, ("country", "text of 3 characters")),
        ({"purpose": "boat"}, ("purpose", "not one of the known words (text of 4 characters)")),
        ({"language": "fr"}, ("language", "not one of the known words (text of 2 characters)")),
        ({"principal": ""}, ("principal", "empty")),
        ({"principal": "12,5"}, ("principal", "not a number (text of 4 characters)")),
        ({"principal": "NaN"}, ("principal", "not a number (text of 3 characters)")),
        ({"principal": float("nan")}, ("principal", "empty")),
        ({"principal": "1.005"}, ("principal", "a fraction of a minor unit")),
        ({"principal": "99999999999999"}, ("principal", "an amount too large to be true")),
        ({"principal": "-1", "interest": "5"}, ("principal", "negative amount")),
        ({"interest": "-0.01"}, ("interest", "negative amount")),
        ({"principal": "0", "interest": "0"}, ("principal", "nothing outstanding")),
        ({"due_on": ""}, ("due_on", "empty")),
        ({"due_on": "2026-03-02"}, ("due_on", "due today")),
        ({"due_on": "2026-03-03"}, ("due_on", "date in the future")),
        ({"due_on": "03/01/2026"}, ("due_on", "not a date in the format of the mapping")),
        ({"due_on": "2026-02-30"}, ("due_on", "not a date in the format of the mapping")),
        ({"originated_on": "2026-03-03"}, ("originated_on", "date in the future")),
        ({"birth_on": "2008-03-03"}, ("birth_on", "a minor's date of birth")),
        ({"birth_on": "1905-03-02"}, ("birth_on", "more than 120 years ago")),
        ({"account_last4": ""}, ("account_last4", "empty")),
        ({"account_last4": "1234567"}, ("account_last4", "7 digits")),
        ({"owner_name": ""}, ("owner_name", "empty")),
        ({"time_zone": "Mars/Base"}, ("time_zone", "not a time zone")),
        ({"sms_consent": "maybe"}, ("sms_consent", "neither yes nor no (text of 5 characters)")),
        ({"consent_how": ""}, ("consent_how", "empty")),
        ({"consent_on": ""}, ("consent_on", "empty")),
        ({"consent_on": "2026-03-03"}, ("consent_on", "date in the future")),
        ({"phone": ""}, ("phone", "empty")),
        ({"enterprise_name": "", "enterprise_ref": "E-1"}, ("enterprise_name", "empty")),
        ({"broken_promises": "-1"}, ("broken_promises", "not a count (text of 2 characters)")),
        ({"statuses": "dispute;angry"}, ("statuses", "a status that is not known")),
        ({"annual_rate": "high"}, ("annual_rate", "not a number (text of 4 characters)")),
        ({"annual_rate": "-0.01"}, ("annual_rate", "a rate that cannot be")),
        ({"annual_rate": "1000.01"}, ("annual_rate", "a rate that cannot be")),
        ({"annual_rate": "1e99"}, ("annual_rate", "a rate that cannot be")),
        ({"annual_rate": "NaN"}, ("annual_rate", "not a number (text of 3 characters)")),
        ({"annual_rate": "18.25001"}, ("annual_rate", "a rate that is too fine")),
        ({"day_count": "30/360"}, ("day_count", "not one of the known words (text of 6 characters)")),
    ],
)
def test_a_wrong_value_is_named_by_field_and_kind(change, reason):
    assert reason in reasons(change)


@pytest.mark.parametrize(
    ("rate", "day_count", "terms"),
    [
        ("", "", None),
        ("", "actual/360", None),
        ("18.25", "", InterestTerms(182_500)),
        (18.25, "actual/365", InterestTerms(182_500)),
        ("18.2525 %", "actual/360", InterestTerms(182_525, DayCount.ACTUAL_360)),
        ("0", "", InterestTerms(0)),
        ("1000", "", InterestTerms(10_000_000)),
    ],
)
def test_a_rate_is_read_as_per_cent_a_year(rate, day_count, terms):
    loan = read({"annual_rate": rate, "day_count": day_count})
    assert isinstance(loan, LoanRow)
    assert loan.interest_terms == terms


def test_a_row_without_a_rate_has_the_fingerprint_it_had_before_rates_were_read():
    loan = read()
    assert isinstance(loan, LoanRow)
    values = asdict(loan)
    del values["interest_terms"]
    canonical = json.dumps(values, default=_as_before, sort_keys=True, ensure_ascii=False)
    assert fingerprint(loan) == hashlib.blake2b(canonical.encode(), digest_size=32).hexdigest()


def test_another_rate_is_another_row():
    assert len({fingerprint(read({"annual_rate": rate})) for rate in ("", "0", "18", "18.01")}) == 4


def _as_before(value):
    return sorted(value) if isinstance(value, frozenset) else str(value)


def test_every_problem_of_a_row_is_reported():
    found = reasons(
        {"lender_ref": "", "principal": "x", "due_on": "x", "language": "fr", "account_last4": "1"}
    )
    assert [field for field, _ in found] == ["language", "lender_ref", "principal", "due_on", "account_last4"]


def test_a_rejection_never_repeats_a_value():
    secret = {"phone": "5550000001", "birth_on": "2020-05-06", "account_last4": "98765", "statuses": "zzz"}
    found = read(secret, phone_problem=lambda number, country: "not a telephone number")
    text = repr(found)
    assert not any(value in text for value in secret.values())
    assert {each.line for each in found} == {7}


@pytest.mark.parametrize(("birth", "fine"), [("2008-03-02", True), ("2008-03-03", False)])
def test_the_owner_is_an_adult_from_the_eighteenth_birthday_on(birth, fine):
    assert isinstance(read({"birth_on": birth}), LoanRow) is fine


def test_a_row_that_is_not_for_collection_gets_that_one_reason():
    requirement = Requirement("status", reason="not overdue", any_of=frozenset({"late"}))
    mapping = replace(MAPPING, requirements=(requirement,))
    found = read({"status": "Paid", "principal": "x"}, mapping)
    assert [(each.value_kind, each.out_of_scope) for each in found] == [("not overdue", True)]
    assert isinstance(read({"status": "LATE"}, mapping), LoanRow)


@pytest.mark.parametrize(
    ("units", "written", "minor"),
    [
        (Units.MAJOR, "12.34", 1_234),
        (Units.MINOR, "1234", 1_234),
        (Units.THOUSANDS, "1.2345", 123_450),
        (Units.MAJOR, 0.1 + 0.2, 30),
        (Units.MAJOR, 22583.2667671403, 2_258_327),
    ],
)
def test_units_and_rounding_follow_the_mapping(units, written, minor):
    amount = MoneyField("principal", units=units, rounds=True)
    mapping = replace(MAPPING, amounts={"principal": amount})
    loan = read({"principal": written}, mapping)
    assert isinstance(loan, LoanRow)
    assert loan.balance.total.minor == minor


def test_other_columns_are_taken_off_and_months_are_moved():
    mapping = replace(
        MAPPING,
        amounts={"principal": MoneyField("lent", minus=("repaid", "recovered"))},
        dates={"due_on": DateField(constant=date(2025, 9, 30), minus_months_in="late", plus_months=1)},
    )
    loan = read({"lent": 100, "repaid": 30.25, "recovered": "9", "late": 8, "sms_consent": "no"}, mapping)
    assert isinstance(loan, LoanRow)
    assert loan.balance.total.minor == 6_075
    assert loan.due_on == date(2025, 2, 28)


@pytest.mark.parametrize(
    ("day", "months", "moved"),
    [
        (date(2025, 1, 31), 1, date(2025, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2025, 1, 15), -1, date(2024, 12, 15)),
        (date(2025, 12, 31), 1, date(2026, 1, 31)),
    ],
)
def test_months_end_on_their_last_day(day, months, moved):
    assert add_months(day, months) == moved


def test_the_fingerprint_is_stable_and_tells_every_change():
    loan, again = read(), read()
    assert isinstance(loan, LoanRow)
    assert isinstance(again, LoanRow)
    assert fingerprint(loan) == fingerprint(again)
    changed = [read({"principal": "1200.51"}), read({"statuses": "hardship"}), read({"sms_consent": "no"})]
    assert len({fingerprint(each) for each in (loan, *changed) if isinstance(each, LoanRow)}) == 4
    assert fingerprint(loan, b"one") != fingerprint(loan, b"two")


def test_the_order_of_statuses_does_not_change_the_fingerprint():
    one, other = read({"statuses": "dispute;hardship"}), read({"statuses": "hardship;dispute"})
    assert isinstance(one, LoanRow)
    assert isinstance(other, LoanRow)
    assert fingerprint(one) == fingerprint(other)


def test_a_rejection_says_what_to_do():
    assert all(isinstance(each, Rejection) and each.remedy for each in read({"lender_ref": "", "due_on": ""}))


@pytest.mark.parametrize(
    ("upcoming", "due_on", "taken"),
    [
        (0, "2026-03-01", True),
        (0, "2026-03-02", False),
        (1, "2026-03-02", True),
        (1, "2026-03-03", False),
        (31, "2026-04-01", True),
        (31, "2026-04-02", False),
    ],
)
def test_a_loan_that_falls_due_soon_is_taken_when_the_mapping_says_so(upcoming, due_on, taken) -> None:
    found = read({"due_on": due_on}, replace(MAPPING, upcoming_days=upcoming))
    assert isinstance(found, LoanRow) is taken
