"""Rows that tests start from: one verified-looking borrower with one overdue loan; change one thing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from arrears.bootstrap import page_links_of, policy_of
from arrears.desk import Desk, Policy
from arrears.domain import ledger as entries
from arrears.domain.cases import Balance, Case, Purpose, Relationship
from arrears.domain.compliance.facts import Consent, ConsentAction
from arrears.domain.ids import CaseId, ContactPointId, OutreachId, PersonId, TransactionId
from arrears.domain.money import Currency, Money
from arrears.domain.outreach import ContactPurpose, Outreach, OutreachState
from arrears.domain.people import Carrier, Channel, ContactPoint, Language, LineType, Person
from arrears.domain.wording import say
from arrears.settings import Settings
from arrears.store import Store, cases, consents, ledger, people
from tests.fakes.ports import FakeClock

MONDAY_NOON_UTC = datetime(2026, 3, 2, 17, 0, tzinfo=UTC)
"""Monday 2 March 2026, noon in New York."""

ROOT = Path(__file__).resolve().parent.parent.parent


def settings(**changes: object) -> Settings:
    """Settings of a test process; the secrets are those of no one."""
    values: dict[str, object] = {
        "data_keys": "MDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDA=",
        "index_key": "index",
        "bot_token": "bot-token",
        "link_key": "link-key",
        "twilio_account_sid": "AC" + "0" * 32,
        "twilio_auth_token": "twilio-token",
        "twilio_from": "+12125550100",
        "lender_gateway_secret": "gateway-secret",
        "policy_dir": ROOT / "policy",
    }
    return Settings(_env_file=None, **(values | changes))  # type: ignore[arg-type]


@cache
def policy() -> Policy:
    """The repository's own policy, read once."""
    return policy_of(settings())


def a_desk(store: Store, at: datetime = MONDAY_NOON_UTC) -> tuple[Desk, FakeClock]:
    """A desk over the repository's own policy, with a clock that stands at a lawful hour."""
    clock = FakeClock(at)
    return Desk(store, policy(), clock, FakeClock(at), page_links_of(settings())), clock


@dataclass(frozen=True)
class Borrower:
    """A person with a number, a loan and what is owed on it."""

    person: Person
    point: ContactPoint
    case: Case
    balance: Balance
    consents: tuple[Consent, ...]


def a_borrower(number: str = "+12125550123", name: str = "Dana Example") -> Borrower:
    """An English-speaking owner in New York, 30 days past due on $1,400.00, who consented to texts."""
    key = number[-4:]
    person = Person(
        id=PersonId(f"person-{key}"),
        name=name,
        language=Language.EN,
        country="US",
        region="NY",
        zones=("America/New_York",),
        birth_on=date(1975, 3, 9),
    )
    point = ContactPoint(
        id=ContactPointId(f"point-{key}"),
        person_id=person.id,
        address=number,
        country="US",
        line_type=LineType.MOBILE,
        carrier=Carrier.TWILIO,
        zones=("America/New_York",),
        region="NY",
        stated_at=MONDAY_NOON_UTC,
    )
    case = Case(
        id=CaseId(f"case-{key}"),
        lender_ref=f"L-{key}",
        lender="Hudson Example Bank",
        owner_id=person.id,
        enterprise_id=None,
        product="term_loan",
        purpose=Purpose.COMMERCIAL,
        relationship=Relationship.FIRST_PARTY,
        currency=Currency.USD,
        due_on=date(2026, 1, 31),
        account_last4="4421",
        imported_at=MONDAY_NOON_UTC,
    )
    usd = Currency.USD
    balance = Balance(fees=Money(2500, usd), interest=Money(7500, usd), principal=Money(130_000, usd))
    given = Consent(ConsentAction.GIVEN, Channel.SMS, datetime(2025, 6, 1, tzinfo=UTC), "application")
    return Borrower(person, point, case, balance, (given,))


def in_china(borrower: Borrower) -> Borrower:
    """The same borrower as a Mandarin speaker in mainland China."""
    cny = Currency.CNY
    return replace(
        borrower,
        person=replace(
            borrower.person, language=Language.ZH, country="CN", region=None, zones=("Asia/Shanghai",)
        ),
        point=replace(
            borrower.point,
            address="+8613900000123",
            country="CN",
            carrier=Carrier.LENDER_GATEWAY,
            zones=("Asia/Shanghai",),
        ),
        case=replace(borrower.case, currency=cny, lender="示例银行"),
        balance=Balance(fees=Money(0, cny), interest=Money(20_000, cny), principal=Money(480_000, cny)),
    )


def save(store: Store, borrower: Borrower) -> Borrower:
    """Write the borrower into the store."""
    with store.write() as tx:
        people.save_person(tx, borrower.person)
        people.save_contact_point(tx, borrower.point, borrower.point.stated_at)
        cases.save_case(tx, borrower.case, "fingerprint")
        opening = entries.opening(
            TransactionId(f"opening-{borrower.case.id}"), borrower.case.id, MONDAY_NOON_UTC, borrower.balance
        )
        ledger.post(tx, opening, borrower.case.id)
        for number, consent in enumerate(borrower.consents):
            key = f"consent-{borrower.case.id}-{number}"
            consents.append_consent(tx, borrower.point, consent, key=key, words=None, turn_id=None)
    return borrower


def an_outreach(borrower: Borrower, at: datetime = MONDAY_NOON_UTC) -> Outreach:
    """A neutral first text that is due."""
    return Outreach(
        id=OutreachId(f"outreach-{borrower.case.id}"),
        case_id=borrower.case.id,
        person_id=borrower.person.id,
        contact_point_id=borrower.point.id,
        channel=Channel.SMS,
        carrier=borrower.point.carrier,
        purpose=ContactPurpose.OUTREACH,
        language=borrower.person.language,
        body=say(
            policy().catalog, borrower.person.language, "outreach.neutral", lender=borrower.case.lender
        ).text,
        speaks_of_debt=False,
        due_at=at,
        state=OutreachState.DUE,
        conversation_id=None,
        answers=None,
        step="first",
    )
