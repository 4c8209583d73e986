"""Found by a hostile reading: yeses in doubt, amounts in hardship, settlements, and answers to pages."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.contact.paging import link_of, visitor_of
from arrears.domain.language.readings import IdentityReading
from arrears.domain.money import Currency, Money
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.people import Carrier, Language
from arrears.domain.plans import Plan
from arrears.services.change_date import Change, ReadBack, Referred, change_date, read_back_change
from arrears.services.decide_approval import approve
from arrears.services.dispatch_outreach import dispatch_due
from arrears.services.record_payment import ReportedPayment, record_payment
from arrears.services.verify_identity import verify_visitor
from arrears.store import Store, approvals, handovers, ledger, plans
from tests.builders.approvals import mei
from tests.builders.line import Line
from tests.builders.pages import issue
from tests.builders.plans import agreed, usd

PROOF, PROPOSAL = "03/09/1975 4421", "I can do $350 a month starting on the 15th"
COMMON = {PROOF: "verify_identity", PROPOSAL: "propose_instalment", "yes": "affirm"}


def a_line(store: Store, **sayings: str) -> Line:
    line = Line(store, sayings=COMMON | sayings)
    line.write_first()
    line.says(PROOF)
    return line


def last(line: Line) -> Plan | None:
    with line.store.read() as tx:
        return plans.last_plan(tx, line.borrower.case.id)


@pytest.mark.parametrize(
    "doubt", ["yes maybe", "yes?", "ok let me ask my wife first", "yes when i get my money"]
)
def test_a_yes_in_doubt_hears_the_offer_again(sqlite_store: Store, doubt: str) -> None:
    line = a_line(sqlite_store, **{doubt: "affirm"})
    line.says(PROPOSAL)
    assert "To be sure I have it right, once more" in line.says(doubt)
    assert last(line) is None
    assert "recorded" in line.says("yes")


def test_what_is_named_in_hardship_is_the_most_that_is_asked_for(sqlite_store: Store) -> None:
    hard = "I lost my job, I can do 20 a month"
    line = a_line(sqlite_store, **{hard: "cannot_pay+propose_instalment"})
    assert "$50.00" not in line.says(hard)
    assert "recorded" in line.says("yes")
    plan = last(line)
    assert plan is not None
    assert all(item.amount <= usd(2_000) for item in plan.instalments)


def test_an_amount_named_after_hardship_is_a_limit_too(sqlite_store: Store) -> None:
    line = a_line(
        sqlite_store, **{"I lost my job": "cannot_pay", "$30": "propose_instalment", "friday": "provide_date"}
    )
    said = " ".join(line.says(text) for text in ("I lost my job", "$30", "friday"))
    assert "$50.00" not in said


def _settlement_in_words(line: Line) -> str:
    agreed(line, (date(2026, 3, 16), 100_000), kind=PlanType.SETTLEMENT, waived=usd(40_000))
    return line.says("can I pay on the 20th instead")


def test_a_text_to_the_united_states_does_not_speak_of_what_a_settlement_forgives(
    sqlite_store: Store,
) -> None:
    line = a_line(sqlite_store, **{"can I pay on the 20th instead": "change_due_date"})
    assert "$400.00" not in _settlement_in_words(line)
    assert "recorded" not in line.says("yes")


def test_a_settlement_whose_day_was_changed_forgives_the_rest(store: Store) -> None:
    line = a_line(store)
    agreed(line, (date(2026, 3, 20), 100_000), kind=PlanType.DATE_CHANGE, waived=usd(40_000))
    case_id = line.borrower.case.id
    record_payment(line.desk, ReportedPayment("k", case_id, usd(100_000), date(2026, 3, 2), "test"))
    with store.read() as tx:
        assert ledger.balance(tx, case_id, Currency.USD).total == Money(0, Currency.USD)


def test_a_decision_about_a_form_of_the_pages_is_not_told_in_a_text(sqlite_store: Store) -> None:
    line = Line(sqlite_store)
    line.agree()
    _change(line, date(2026, 3, 18))
    assert isinstance(_change(line, date(2026, 3, 20)), Referred)
    with sqlite_store.read() as tx:
        (approval,) = approvals.waiting_of(tx, line.borrower.case.id)
    approve(line.desk, approval.id, mei(line), "known for years")
    before = len(line.carrier.sent)
    dispatch_due(line.desk, line.app.messengers)
    ((permit, body),) = line.carrier.sent[before:]
    assert permit.carrier is not Carrier.WEB
    assert "There is an answer for you" in body
    assert "$" not in body
    with sqlite_store.read() as tx:
        assert [each.reason for each in handovers.queue(tx)] == ["approval"]


def _change(line: Line, new_on: date) -> object:
    token = issue(line)
    with line.store.read() as tx:
        link = link_of(line.desk, tx, token)
    assert link is not None
    cookie = f"cookie-{new_on}"
    verify_visitor(line.desk, link, cookie, IdentityReading(date(1975, 3, 9), "4421"), Language.EN)
    with line.store.read() as tx:
        visitor = visitor_of(line.desk, tx, link, cookie)
        assert visitor is not None
        plan = plans.standing_plan(tx, visitor.case.id, visitor.today)
    assert plan is not None
    change = Change(visitor.party, visitor.case.id, plan.id, 1, new_on, Language.EN)
    terms = read_back_change(line.desk, change)
    return change_date(line.desk, change, terms.mark) if isinstance(terms, ReadBack) else terms
