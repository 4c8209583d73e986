"""The lender's API: no door without a key, money once per idempotency key, and never out of balance."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import count

import httpx
import pytest
from fastapi.routing import APIRoute
from starlette.routing import Route, WebSocketRoute

from arrears.domain.ledger import Account, account_total
from arrears.domain.money import Currency, Money
from arrears.domain.negotiation.plan_types import PlanType
from arrears.store import Store, access, ledger
from gateway.app import make_app
from tests.builders.line import Line
from tests.builders.plans import agreed
from tests.builders.store import MONDAY_NOON_UTC, a_borrower, save
from tests.builders.web import Web

SCOPES = ("payments:write", "cases:read", "reports:read", "transcripts:read")
CASE = "case-0123"
NUMBERS = count()


def key_of(line: Line, *scopes: str) -> dict[str, str]:
    """The headers of a caller who may do just this."""
    key = f"key-{'-'.join(scopes)}"
    with line.store.write() as tx:
        access.save_api_key(tx, key, "test", scopes, MONDAY_NOON_UTC)
    return {"Authorization": f"Bearer {key}"}


def pay(web: Web, line: Line, key: str | None = None, **changes: object) -> httpx.Response:
    """Report a payment of $100.00 on the case, under a fresh idempotency key unless one is given."""
    payment = {"case": CASE, "amount": "100.00", "currency": "USD", "paid_on": "2026-03-02"} | changes
    headers = key_of(line, "payments:write") | {"Idempotency-Key": key or f"payment-{next(NUMBERS):04d}"}
    return web.post("/api/v1/payments", json=payment, headers=headers)


def reverse(web: Web, line: Line, key: str) -> httpx.Response:
    headers = key_of(line, "payments:write") | {"Idempotency-Key": key}
    return web.post("/api/v1/payments/reversals", headers=headers)


def owed(web: Web, line: Line) -> dict[str, str]:
    answer = web.get(f"/api/v1/cases/{CASE}", headers=key_of(line, "cases:read"))
    assert answer.status_code == 200
    return answer.json()


def api_calls(app) -> list[tuple[str, str]]:
    """Every method and path under /api, with something in the place of each parameter."""
    paths = [
        (method, route.path.format(**dict.fromkeys(route.param_convertors, "x")))
        for route in every_route(app.routes)
        for method in sorted(route.methods or ())
        if route.path.startswith("/api")
    ]
    assert len(paths) >= 8
    return paths


def every_route(routes) -> list[Route]:
    """The routes, those of included routers too."""
    found: list[Route] = []
    for route in routes:
        if isinstance(route, APIRoute | Route):
            found.append(route)
        elif isinstance(route, WebSocketRoute):
            continue
        else:
            found += every_route(
                getattr(route, "routes", None) or getattr(route, "original_router", route).routes
            )
    return found


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Authorization": ""},
        {"Authorization": "Bearer"},
        {"Authorization": "Bearer nobody"},
        {"Authorization": "Basic key-payments:write"},
        {"Authorization": "key-payments:write"},
    ],
)
def test_no_endpoint_opens_without_a_valid_key(line, web, headers) -> None:
    key_of(line, "payments:write")
    answers = {call: web.request(*call, headers=headers).status_code for call in api_calls(web.app)}
    assert set(answers.values()) == {401}, answers


def test_no_endpoint_opens_with_the_key_of_another_scope(line, web) -> None:
    for scope in SCOPES:
        headers = key_of(line, *(other for other in SCOPES if other != scope))
        statuses = {call: web.request(*call, headers=headers).status_code for call in api_calls(web.app)}
        assert 403 in statuses.values(), scope


@pytest.mark.parametrize(
    ("method", "path", "scope"),
    [
        ("POST", "/api/v1/payments", "payments:write"),
        ("POST", "/api/v1/payments/reversals", "payments:write"),
        ("GET", f"/api/v1/cases/{CASE}", "cases:read"),
        ("GET", "/api/v1/summary", "reports:read"),
        ("GET", "/api/v1/promises", "reports:read"),
        ("GET", "/api/v1/plans", "reports:read"),
        ("GET", "/api/v1/conversations/c/turns", "transcripts:read"),
    ],
)
def test_an_endpoint_opens_to_its_own_scope_alone(line, web, method, path, scope) -> None:
    for held in SCOPES:
        status = web.request(method, path, headers=key_of(line, held)).status_code
        assert (status != 403) is (held == scope)
        assert status != 500


def test_a_revoked_key_opens_nothing(line, web) -> None:
    headers = key_of(line, "cases:read")
    with line.store.write() as tx:
        tx.exec_driver_sql("UPDATE api_keys SET revoked_at = '2026-03-01 00:00:00'")
    assert web.get(f"/api/v1/cases/{CASE}", headers=headers).status_code == 401


def test_the_description_of_the_api_names_every_endpoint(line, web) -> None:
    described = web.get("/api/v1/openapi.json", headers=key_of(line, "cases:read")).json()["paths"]
    assert {"/api/v1/payments", "/api/v1/cases/{reference}", "/twilio/sms"} <= set(described)


def test_a_payment_is_posted_by_the_waterfall_and_balances(line, web) -> None:
    answer = pay(web, line)  # owed: fees 25.00, interest 75.00, principal 1,300.00
    assert answer.status_code == 201
    assert Decimal(answer.json()["balance"]) == Decimal("1300.00")
    state = owed(web, line)
    assert [Decimal(state[part]) for part in ("fees", "interest", "principal", "total")] == [0, 0, 1300, 1300]
    with line.store.read() as tx:
        assert ledger.out_of_balance(tx) == ()


def test_the_lenders_loan_number_names_the_case_too(line, web) -> None:
    assert pay(web, line, case="L-0123").json()["case"] == CASE


def test_the_same_report_again_is_the_same_payment(line, web) -> None:
    first, again = pay(web, line, "payment-x1"), pay(web, line, "payment-x1")
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json()
    assert Decimal(owed(web, line)["total"]) == 1300


@pytest.mark.parametrize(
    "change", [{"amount": "100.01"}, {"paid_on": "2026-03-01"}, {"case": "case-0124"}, {"currency": "CNY"}]
)
def test_an_idempotency_key_belongs_to_one_payment(line, web, change) -> None:
    save(line.store, a_borrower("+12125550124"))
    pay(web, line, "payment-x2")
    assert pay(web, line, "payment-x2", **change).status_code == 409
    assert Decimal(owed(web, line)["total"]) == 1300


def test_two_callers_may_use_the_same_idempotency_key(line, web) -> None:
    pay(web, line, "payment-x3")
    with line.store.write() as tx:
        access.save_api_key(tx, "another", "other", ("payments:write",), MONDAY_NOON_UTC)
    headers = {"Authorization": "Bearer another", "Idempotency-Key": "payment-x3"}
    payment = {"case": CASE, "amount": "50", "currency": "USD", "paid_on": "2026-03-02"}
    assert web.post("/api/v1/payments", json=payment, headers=headers).status_code == 201
    assert Decimal(owed(web, line)["total"]) == 1250


@pytest.mark.parametrize(
    "change",
    [
        {"amount": "-1.00"},
        {"amount": "0"},
        {"amount": "0.00"},
        {"amount": "1.001"},
        {"amount": "1e-3"},
        {"amount": "1" * 15},
        {"amount": "NaN"},
        {"amount": "Infinity"},
        {"amount": "ten"},
        {"amount": None},
        {"currency": "CNY"},
        {"currency": "EUR"},
        {"currency": "usd"},
        {"paid_on": "02/03/2026"},
        {"paid_on": "2026-02-30"},
        {"case": ""},
        {"more": "1"},
    ],
)
def test_what_is_no_payment_is_refused_and_changes_nothing(line, web, change) -> None:
    assert pay(web, line, **change).status_code == 422
    assert Decimal(owed(web, line)["total"]) == 1400


@pytest.mark.parametrize("amount", ["100", "100.5", 100, 100.1, "1E2", "0.01"])
def test_an_amount_is_taken_to_the_cent_however_it_is_written(line, web, amount) -> None:
    answer = pay(web, line, amount=amount)
    assert answer.status_code == 201
    assert Decimal(owed(web, line)["total"]) == 1400 - Decimal(str(amount))


@pytest.mark.parametrize("key", ["x" * 7, "x" * 101])
def test_an_idempotency_key_has_8_to_100_characters(line, web, key) -> None:
    assert pay(web, line, key).status_code == 422


def test_the_longest_idempotency_key_fits_both_databases(store: Store) -> None:
    line = Line(store)
    with Web(make_app(line.app)) as web:
        assert pay(web, line, "x" * 100).status_code == 201
        assert pay(web, line, "x" * 100).status_code == 200


def test_a_payment_needs_an_idempotency_key(line, web) -> None:
    payment = {"case": CASE, "amount": "1", "currency": "USD", "paid_on": "2026-03-02"}
    headers = key_of(line, "payments:write")
    assert web.post("/api/v1/payments", json=payment, headers=headers).status_code == 422


def test_an_unknown_case_is_not_found(line, web) -> None:
    assert pay(web, line, case="nothing").status_code == 404
    assert web.get("/api/v1/cases/nothing", headers=key_of(line, "cases:read")).status_code == 404


def test_what_is_paid_beyond_the_debt_is_unapplied(line, web) -> None:
    assert Decimal(pay(web, line, amount="1500.00").json()["balance"]) == 0
    with line.store.read() as tx:
        postings = ledger.postings_of(tx, line.borrower.case.id)
        unapplied = account_total(postings, Account.UNAPPLIED, Currency.USD)
        assert unapplied == Money(-10_000, Currency.USD)
        assert ledger.out_of_balance(tx) == ()


def test_a_reversal_restores_the_balance_by_component_once(line, web) -> None:
    before = owed(web, line)
    pay(web, line, "payment-x5", amount="150.00")
    assert owed(web, line) != before
    assert reverse(web, line, "payment-x5").status_code == 201
    assert reverse(web, line, "payment-x5").status_code == 200
    assert owed(web, line) == before
    with line.store.read() as tx:
        assert ledger.out_of_balance(tx) == ()


def test_a_payment_that_was_never_reported_cannot_be_reversed(line, web) -> None:
    assert reverse(web, line, "payment-none").status_code == 404


def test_the_case_names_its_plan_and_the_reports_know_it(line, web) -> None:
    assert owed(web, line)["plan"] is None
    line.agree()
    plan = owed(web, line)["plan"]
    reports = key_of(line, "reports:read")
    (listed,) = web.get("/api/v1/plans", headers=reports).json()
    assert listed["plan"] == plan
    assert [Decimal(amount) for _, amount in listed["instalments"]] == [350] * 4
    summary = web.get("/api/v1/summary", headers=reports).json()
    assert (summary["plans"], Decimal(summary["promised"]["USD"])) == (1, 1400)
    days = {"first": "2026-03-15", "last": "2026-04-16"}
    promises = web.get("/api/v1/promises", params=days, headers=reports).json()
    assert [(row["due_on"], row["outcome"]) for row in promises] == [
        ("2026-03-16", "open"),  # the 15th is a Sunday
        ("2026-04-15", "open"),
    ]
    path = f"/api/v1/conversations/{line.conversation_id}/turns"
    turns = web.get(path, headers=key_of(line, "transcripts:read")).json()
    assert [turn["speaker"] for turn in turns] == ["borrower", "bot"] * 3


def test_a_plan_without_a_payment_is_listed_too(line, web) -> None:
    agreed(line, left_minor=140_000, kind=PlanType.PAUSE, review_on=date(2026, 3, 30))
    (listed,) = web.get("/api/v1/plans", headers=key_of(line, "reports:read")).json()
    assert listed["instalments"] == []
