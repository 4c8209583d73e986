"""What a validation notice must say, where it may go, and in which language."""

from dataclasses import fields, replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.domain.compliance.clocks.delivery import (
    ElectronicRoute,
    RouteRefusal,
    TranslationRefusal,
    route_refusals,
    spanish_owed,
    translation_refusal,
)
from arrears.domain.compliance.clocks.notice import (
    Itemization,
    ItemizationKind,
    NoticeProblem,
    Prompt,
    Statement,
    ValidationNotice,
    notice_problems,
)
from arrears.domain.compliance.clocks.validation import validation_period
from arrears.domain.money import Currency, Money
from tests.domain.compliance.clocks.given import HOLIDAYS, TERMS, day
from tests.domain.compliance.clocks.test_consents import GIVEN as SENT


def usd(minor: int) -> Money:
    return Money(minor, Currency.USD)


ITEMIZATION = Itemization(
    kind=ItemizationKind.CHARGE_OFF,
    on=day("2026-03-31"),
    amount_then=usd(100_000),
    interest=usd(2_500),
    fees=usd(0),
    payments=usd(10_000),
    credits=usd(500),
    amount_now=usd(92_000),
)
NOTICE = ValidationNotice(
    provided_on=day("2026-11-02"),
    collector_name="Harbor Collections LLC",
    collector_address="1 Example Street, Albany NY",
    consumer_name="Ada Example",
    consumer_address="2 Example Street, Troy NY",
    account_masked="•••• 4321",
    creditor_then="Harbor Bank",
    creditor_now="Harbor Bank",
    itemization=ITEMIZATION,
    statements=frozenset(Statement),
    dispute_by_on=day("2026-12-09"),
    cfpb_page="https://www.cfpb.gov/debt-collection",
    prompts=tuple(Prompt),
)
ENDS_ON = validation_period(NOTICE.provided_on, TERMS.validation, HOLIDAYS).last_on
BLANK = [
    ("collector_name", NoticeProblem.COLLECTOR_NAME),
    ("collector_address", NoticeProblem.COLLECTOR_ADDRESS),
    ("consumer_name", NoticeProblem.CONSUMER_NAME),
    ("consumer_address", NoticeProblem.CONSUMER_ADDRESS),
    ("account_masked", NoticeProblem.ACCOUNT),
    ("creditor_then", NoticeProblem.CREDITOR_THEN),
    ("creditor_now", NoticeProblem.CREDITOR_NOW),
    ("cfpb_page", NoticeProblem.CFPB_PAGE),
]


def problems(notice: ValidationNotice, *earlier: Itemization) -> tuple[NoticeProblem, ...]:
    return notice_problems(notice, ENDS_ON, TERMS.notice, earlier)


def itemized(**changes: object) -> ValidationNotice:
    return replace(NOTICE, itemization=replace(ITEMIZATION, **changes))


def test_a_whole_notice_has_no_problem() -> None:
    assert problems(NOTICE) == ()


@pytest.mark.parametrize(("field", "problem"), BLANK)
@pytest.mark.parametrize("blank", ["", " "])
def test_a_blank_text_is_missing(field: str, problem: NoticeProblem, blank: str) -> None:
    assert problems(replace(NOTICE, **{field: blank})) == (problem,)


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"account_masked": "x54321"}, NoticeProblem.ACCOUNT_NOT_MASKED),
        ({"statements": frozenset()}, NoticeProblem.STATEMENTS),
        ({"dispute_by_on": None}, NoticeProblem.DISPUTE_BY),
        ({"dispute_by_on": day("2026-12-08")}, NoticeProblem.DISPUTE_BY_TOO_EARLY),
        ({"dispute_by_on": day("2026-12-10")}, None),
        ({"cfpb_page": "https://www.example.com"}, NoticeProblem.CFPB_PAGE),
        ({"prompts": ()}, NoticeProblem.PROMPTS),
        ({"prompts": tuple(reversed(Prompt))}, NoticeProblem.PROMPTS),
        ({"prompts": tuple(Prompt)[:-1]}, NoticeProblem.PROMPTS),
    ],
)
def test_one_flaw_is_one_problem(changes: dict[str, object], problem: NoticeProblem | None) -> None:
    assert problems(replace(NOTICE, **changes)) == (() if problem is None else (problem,))


@pytest.mark.parametrize("statement", Statement)
def test_every_statement_is_needed(statement: Statement) -> None:
    assert problems(replace(NOTICE, statements=NOTICE.statements - {statement})) == (
        NoticeProblem.STATEMENTS,
    )


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"kind": None}, NoticeProblem.ITEMIZATION_KIND),
        ({"on": None}, NoticeProblem.ITEMIZATION_DATE),
        ({"on": day("2026-11-02")}, None),
        ({"on": day("2026-11-03")}, NoticeProblem.ITEMIZATION_AFTER_NOTICE),
        ({"amount_then": None}, NoticeProblem.AMOUNT_THEN),
        ({"interest": None}, NoticeProblem.INTEREST),
        ({"fees": None}, NoticeProblem.FEES),  # blank, where 0 is not
        ({"payments": None}, NoticeProblem.PAYMENTS),
        ({"credits": None}, NoticeProblem.CREDITS),
        ({"amount_now": None}, NoticeProblem.AMOUNT_NOW),
        ({"amount_now": usd(92_001)}, NoticeProblem.AMOUNTS_DO_NOT_ADD_UP),
        ({"amount_now": usd(91_999)}, NoticeProblem.AMOUNTS_DO_NOT_ADD_UP),
        ({"fees": usd(-1), "amount_now": usd(91_999)}, NoticeProblem.NEGATIVE_AMOUNT),
        ({"fees": Money(0, Currency.CNY)}, NoticeProblem.CURRENCIES_DIFFER),
    ],
)
def test_the_itemization_is_whole_and_adds_up(
    changes: dict[str, object], problem: NoticeProblem | None
) -> None:
    assert problems(itemized(**changes)) == (() if problem is None else (problem,))


@pytest.mark.parametrize(
    ("changes", "same"),
    [({}, True), ({"on": day("2026-04-01")}, False), ({"kind": ItemizationKind.JUDGMENT}, False)],
)
def test_the_itemization_date_is_used_consistently(changes: dict[str, object], same: bool) -> None:
    found = problems(NOTICE, ITEMIZATION, replace(ITEMIZATION, **changes))
    assert found == (() if same else (NoticeProblem.ITEMIZATION_INCONSISTENT,))


def test_an_empty_notice_lacks_everything_that_can_lack() -> None:
    nothing = ValidationNotice(
        NOTICE.provided_on, "", "", "", "", "", "", "",
        Itemization(None, None, None, None, None, None, None, None), frozenset(), None, "", (),
    )  # fmt: skip
    assert problems(nothing) == (
        NoticeProblem.COLLECTOR_NAME,
        NoticeProblem.COLLECTOR_ADDRESS,
        NoticeProblem.CONSUMER_NAME,
        NoticeProblem.CONSUMER_ADDRESS,
        NoticeProblem.ACCOUNT,
        NoticeProblem.CREDITOR_THEN,
        NoticeProblem.CREDITOR_NOW,
        NoticeProblem.ITEMIZATION_KIND,
        NoticeProblem.ITEMIZATION_DATE,
        NoticeProblem.AMOUNT_THEN,
        NoticeProblem.INTEREST,
        NoticeProblem.FEES,
        NoticeProblem.PAYMENTS,
        NoticeProblem.CREDITS,
        NoticeProblem.AMOUNT_NOW,
        NoticeProblem.STATEMENTS,
        NoticeProblem.DISPUTE_BY,
        NoticeProblem.CFPB_PAGE,
        NoticeProblem.PROMPTS,
    )


AMOUNTS = st.integers(0, 10**9)


@given(then=AMOUNTS, interest=AMOUNTS, fees=AMOUNTS, paid=AMOUNTS, credit=AMOUNTS, off=st.integers(-3, 3))
def test_only_amounts_that_add_up_pass(
    then: int, interest: int, fees: int, paid: int, credit: int, off: int
) -> None:
    now = then + interest + fees - paid - credit
    found = problems(
        itemized(
            amount_then=usd(then),
            interest=usd(interest),
            fees=usd(fees),
            payments=usd(paid),
            credits=usd(credit),
            amount_now=usd(now + off),
        )
    )
    assert (NoticeProblem.AMOUNTS_DO_NOT_ADD_UP in found) is (off != 0)
    assert (NoticeProblem.NEGATIVE_AMOUNT in found) is (now + off < 0)


ROUTE = ElectronicRoute(
    within_initial_communication=False,
    esign_consented=True,
    opted_out=False,
    bounced=False,
    shows_purpose=True,
    bounces_watched=True,
    keepable=True,
)


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({}, None),
        ({"esign_consented": False}, RouteRefusal.NO_ESIGN_CONSENT),
        ({"esign_consented": False, "within_initial_communication": True}, None),
        ({"within_initial_communication": True}, None),
        ({"opted_out": True}, RouteRefusal.OPTED_OUT),
        ({"opted_out": True, "within_initial_communication": True}, RouteRefusal.OPTED_OUT),
        ({"bounced": True}, RouteRefusal.BOUNCED),
        ({"shows_purpose": False}, RouteRefusal.PURPOSE_NOT_SHOWN),
        ({"bounces_watched": False}, RouteRefusal.BOUNCES_NOT_WATCHED),
        ({"keepable": False}, RouteRefusal.NOT_KEEPABLE),
    ],
)
def test_an_electronic_route_is_consented_to_works_and_was_not_refused(
    changes: dict[str, bool], refusal: RouteRefusal | None
) -> None:
    assert route_refusals(replace(ROUTE, **changes)) == (() if refusal is None else (refusal,))


def test_every_reason_against_a_route_is_given() -> None:
    worst = {field.name: field.name in {"opted_out", "bounced"} for field in fields(ElectronicRoute)}
    assert route_refusals(ElectronicRoute(**worst)) == tuple(RouteRefusal)


@pytest.mark.parametrize(
    ("english", "enclosed", "allowed"),
    [
        (None, False, False),
        (None, True, True),
        (SENT - timedelta(seconds=1), False, True),
        (SENT, False, False),  # at the same time, and apart
        (SENT + timedelta(seconds=1), False, False),
    ],
)
def test_a_translation_comes_with_or_after_the_english_notice(
    english: object, enclosed: bool, allowed: bool
) -> None:
    refusal = translation_refusal(english, SENT, english_enclosed=enclosed)
    assert refusal is (None if allowed else TranslationRefusal.ENGLISH_MISSING)


@pytest.mark.parametrize("offered", [True, False])
@pytest.mark.parametrize("requested", [True, False])
@pytest.mark.parametrize("provided", [True, False])
def test_spanish_is_owed_once_it_was_offered_and_asked_for(
    offered: bool, requested: bool, provided: bool
) -> None:
    owed = spanish_owed(offered=offered, requested=requested, provided=provided)
    assert owed is (offered and requested and not provided)
