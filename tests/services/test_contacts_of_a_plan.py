"""The contacts that a plan, a payment and a due date give rise to: when, once, neutral, under the permit."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
import sqlalchemy as sa

from arrears.domain.cases import SpecialStatus
from arrears.domain.compliance.facts import Consent, ConsentAction
from arrears.domain.compliance.speech.words import read_words
from arrears.domain.contact_policy import LifeContact
from arrears.domain.money import Currency
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.outreach import OutreachState
from arrears.domain.people import Channel
from arrears.services.dispatch_outreach import dispatch_due
from arrears.services.plan_outreach import plan_outreach
from arrears.services.plan_reminders import plan_reminders
from arrears.services.record_payment import ReportedPayment, record_payment, reverse_payment
from arrears.services.remind_of_due_dates import remind_of_due_dates
from arrears.services.sweep_promises import sweep_promises
from arrears.services.thank_payer import thank_payers
from arrears.services.welcome_plans import welcome_plans
from arrears.store import Store, cases, columns, consents, ledger, plans, reminders
from arrears.store.tables.contact import decisions, outreach
from tests.builders.line import Line
from tests.builders.plans import agreed, usd
from tests.builders.store import MONDAY_NOON_UTC, a_borrower, in_china
from tests.services.test_plan_outreach import assign

FIRST, SECOND = date(2026, 3, 17), date(2026, 4, 17)
TWO = ((FIRST, 30_000), (SECOND, 30_000))
TODAY = MONDAY_NOON_UTC.date()


@pytest.fixture
def line(sqlite_store: Store) -> Line:
    return Line(sqlite_store)


def at(line: Line, day: date, hour: int = 17, minute: int = 0) -> None:
    line.clock.at = datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC)


def pay(line: Line, minor: int, on: date, key: str = "1") -> None:
    record_payment(line.desk, ReportedPayment(key, line.borrower.case.id, usd(minor), on, "test"))


def rows(line: Line) -> list[sa.Row]:
    with line.store.read() as tx:
        query = (
            outreach.select().where(outreach.c.answers.is_(None)).order_by(outreach.c.due_at, outreach.c.id)
        )
        return list(tx.execute(query))


def steps(line: Line) -> list[str]:
    return [row.step for row in rows(line)]


def sent(line: Line) -> int:
    dispatch_due(line.desk, line.app.messengers)
    return len(line.carrier.sent)


def raise_status(line: Line, status: SpecialStatus) -> None:
    with line.store.write() as tx:
        person, case = line.borrower.person, line.borrower.case
        now = line.clock.now()
        consents.append_status(
            tx, person.id, status, raised=True, key=f"s-{status}", at=now, by="test", case_id=case.id
        )


def stop(line: Line) -> None:
    with line.store.write() as tx:
        point = line.borrower.point
        withdrawn = Consent(ConsentAction.WITHDRAWN, Channel.SMS, line.clock.now(), "sms", point_id=point.id)
        consents.append_consent(tx, point, withdrawn, key="stop", words=None, turn_id=None)


# Reminders. New York is four hours behind UTC from 8 March: 10:00 is 14:00.


@pytest.mark.parametrize(
    ("chosen", "day", "hour", "minute", "planned"),
    [
        (None, 16, 13, 59, 0),
        (None, 16, 14, 0, 1),
        (None, 17, 23, 0, 1),
        (None, 18, 4, 0, 0),
        (18 * 60 + 30, 16, 22, 29, 0),
        (18 * 60 + 30, 16, 22, 30, 1),
    ],
)
def test_a_reminder_comes_the_day_before_at_the_minute_they_chose(
    line: Line, chosen, day, hour, minute, planned
) -> None:
    plan = agreed(line, *TWO)
    if chosen is not None:
        with line.store.write() as tx:
            reminders.append_reminder(tx, plan.id, chosen, key="r", at=line.clock.now())
    at(line, date(2026, 3, day), hour, minute)
    assert [plan_reminders(line.desk) for _ in range(2)] == [planned, 0]
    assert steps(line) == ["reminder"] * planned


def test_the_last_choice_holds_and_goes_over_to_the_plan_whose_day_was_changed(line: Line) -> None:
    old = agreed(line, *TWO)
    with line.store.write() as tx:
        for minute, key in ((600, "a"), (700, "b"), (800, "b")):
            reminders.append_reminder(tx, old.id, minute, key=key, at=line.clock.now())
            line.clock.move(minutes=1)
    new = agreed(line, (SECOND, 60_000), key="2", changes=old.id)
    with line.store.write() as tx:
        assert (reminders.minute_of(tx, old), reminders.minute_of(tx, new)) == (700, 700)
        reminders.append_reminder(tx, new.id, 0, key="c", at=line.clock.now())
        assert reminders.minute_of(tx, new) == 0
        with pytest.raises(ValueError, match="1439"):
            reminders.append_reminder(tx, new.id, 1440, key="d", at=line.clock.now())


def test_what_is_paid_or_agreed_after_the_minute_or_off_is_not_reminded_of(line: Line) -> None:
    agreed(line, (FIRST, 30_000), (date(2026, 3, 18), 30_000))
    pay(line, 30_000, TODAY)
    at(line, date(2026, 3, 16), 15)
    assert plan_reminders(line.desk) == 0
    at(line, date(2026, 3, 17), 14)
    assert plan_reminders(line.desk) == 1
    at(line, date(2026, 3, 17), 15)
    agreed(line, (date(2026, 3, 18), 30_000), key="2")
    assert plan_reminders(line.desk) == 0
    assert sent(line) == 0  # the plan it was about is replaced


@pytest.mark.parametrize("paid", [True, False])
def test_a_reminder_that_waited_is_dropped_once_it_is_paid(line: Line, paid: bool) -> None:
    agreed(line, *TWO)
    at(line, date(2026, 3, 16), 14)
    plan_reminders(line.desk)
    if paid:
        pay(line, 30_000, date(2026, 3, 16))
    assert sent(line) == (0 if paid else 1)


# Welcome


@pytest.mark.parametrize(
    ("kind", "after", "welcomed"),
    [
        (PlanType.INSTALMENTS, timedelta(minutes=59), 0),
        (PlanType.INSTALMENTS, timedelta(minutes=60), 1),
        (PlanType.INSTALMENTS, timedelta(hours=47), 1),
        (PlanType.INSTALMENTS, timedelta(hours=48), 0),
        (PlanType.PAY_NOW, timedelta(minutes=60), 0),
    ],
)
def test_a_plan_that_begins_is_welcomed_once(line: Line, kind, after, welcomed) -> None:
    agreed(line, *TWO, kind=kind)
    line.clock.at += after
    assert [welcome_plans(line.desk) for _ in range(2)] == [welcomed, 0]


def test_what_belongs_to_a_plan_agreed_since_the_hardship_does_not_wait_for_its_pause(line: Line) -> None:
    raise_status(line, SpecialStatus.HARDSHIP)
    line.clock.move(minutes=5)
    agreed(line, *TWO)
    line.clock.move(hours=1)
    welcome_plans(line.desk)
    assert sent(line) == 1
    at(line, FIRST - timedelta(days=1))
    plan_reminders(line.desk)
    assert sent(line) == 2
    at(line, FIRST)
    pay(line, 30_000, FIRST)
    thank_payers(line.desk)
    assert sent(line) == 3
    pay(line, 30_000, FIRST, "2")
    at(line, FIRST + timedelta(days=1))
    thank_payers(line.desk)
    assert sent(line) == 4
    assert steps(line) == ["welcome", "reminder", "receipt", "fulfilled"]
    assert hardship_says(line) == {"plan_agreed_since"}


@pytest.mark.parametrize(
    ("status", "announced"), [(SpecialStatus.HARDSHIP, True), (SpecialStatus.REFUSED_TO_PAY, False)]
)
def test_a_reminder_is_announced_where_it_will_come(line: Line, status, announced) -> None:
    line.says("03/09/1975 4421")
    raise_status(line, status)
    line.says("I can do $350 a month starting on the 15th")
    assert ("A reminder comes" in line.says("yes")) is announced


def test_hardship_that_is_named_after_the_plan_pauses_what_belongs_to_it(line: Line) -> None:
    agreed(line, *TWO)
    line.clock.move(minutes=5)
    raise_status(line, SpecialStatus.HARDSHIP)
    line.clock.move(hours=1)
    welcome_plans(line.desk)
    assert sent(line) == 0
    (row,) = rows(line)
    assert row.due_at >= line.clock.now() + timedelta(days=29)


def hardship_says(line: Line) -> set[str]:
    """What the decisions that let something out said by the rule of hardship."""
    with line.store.read() as tx:
        stored = tx.execute(
            sa.select(decisions.c.findings).where(decisions.c.permit_id.is_not(None))
        ).scalars()
        return {each["reason"] for findings in stored for each in findings if each["rule_id"] == "VUL-02"}


def test_the_welcome_has_the_terms_behind_a_link_and_no_figure(line: Line) -> None:
    agreed(line, *TWO)
    line.clock.move(hours=1)
    welcome_plans(line.desk)
    assert sent(line) == 1
    body = line.carrier.sent[0][1]
    assert "/p/" in body
    assert "$" not in body


def test_a_plan_that_was_given_up_is_not_welcomed_any_more(line: Line) -> None:
    agreed(line, *TWO)
    line.clock.move(hours=1)
    welcome_plans(line.desk)
    agreed(line, (SECOND, 60_000), key="2")
    assert sent(line) == 0


# Receipts


@pytest.mark.parametrize(
    ("minor", "step"),
    [(10_000, "receipt"), (60_000, "fulfilled"), (140_000, "completed"), (150_000, "completed")],
)
def test_money_that_came_in_is_thanked_for_once(line: Line, minor: int, step: str) -> None:
    agreed(line, *TWO, left_minor=80_000)
    pay(line, minor, TODAY)
    assert [thank_payers(line.desk) for _ in range(2)] == [1, 0]
    assert steps(line) == [step]


@pytest.mark.parametrize(
    ("paid_on", "thanked"),
    [
        (TODAY, 1),
        (TODAY + timedelta(days=1), 0),
        (TODAY - timedelta(days=7), 1),
        (TODAY - timedelta(days=8), 0),
    ],
)
def test_only_a_payment_of_these_days_is_thanked_for(line: Line, paid_on: date, thanked: int) -> None:
    pay(line, 10_000, paid_on)
    assert thank_payers(line.desk) == thanked


def test_of_several_payments_at_once_the_last_is_thanked_for(line: Line) -> None:
    for key in ("1", "2"):
        line.clock.move(minutes=1)
        pay(line, 10_000, TODAY, key)
    assert thank_payers(line.desk) == 1
    line.clock.move(minutes=1)
    pay(line, 10_000, TODAY, "3")
    assert thank_payers(line.desk) == 1


@pytest.mark.parametrize("minor", [10_000, 60_000, 140_000])
def test_nobody_is_thanked_for_what_bounced_meanwhile(line: Line, minor: int) -> None:
    agreed(line, *TWO, left_minor=80_000)
    pay(line, minor, TODAY)
    thank_payers(line.desk)
    reverse_payment(line.desk, "1")
    assert sent(line) == 0
    assert thank_payers(line.desk) == 0


def test_a_payment_after_one_that_bounced_is_thanked_for(line: Line) -> None:
    pay(line, 140_000, TODAY)
    thank_payers(line.desk)
    reverse_payment(line.desk, "1")
    pay(line, 140_000, TODAY, "2")
    assert thank_payers(line.desk) == 1
    assert sent(line) == 1


# At risk and missed


def test_the_one_reminder_of_a_late_payment_is_dropped_when_it_comes_and_help_follows_when_not(
    line: Line,
) -> None:
    agreed(line, *TWO)
    at(line, date(2026, 3, 18))
    for _ in range(2):
        sweep_promises(line.desk)
    assert steps(line) == ["at_risk"]
    at(line, date(2026, 3, 21))  # beyond grace
    sweep_promises(line.desk)
    assert steps(line) == ["at_risk", "promise_missed"]
    assert sent(line) == 0
    line.clock.move(days=2)
    assert sent(line) == 1
    assert "About what we agreed" in line.carrier.sent[0][1]


def test_help_is_not_offered_once_the_plan_is_cured(line: Line) -> None:
    agreed(line, *TWO)
    at(line, date(2026, 3, 21))
    sweep_promises(line.desk)
    pay(line, 30_000, date(2026, 3, 21))
    line.clock.move(days=2)
    assert sent(line) == 0


# Courtesy


def upcoming(line: Line, days: int) -> None:
    """The loan falls due so many days from the first day, and was scored."""
    case = replace(line.borrower.case, due_on=TODAY + timedelta(days=days))
    with line.store.write() as tx:
        cases.save_case(tx, case, "fingerprint")


def scored(line: Line, points: int) -> None:
    pa = pytest.importorskip("pyarrow")
    table = pa.table({"case_id": [line.borrower.case.id], "score": [points], "reasons": [[]]})
    with line.store.write() as tx:
        columns.save_run(tx, "score-1", "score", version="t", at=MONDAY_NOON_UTC, summary={})
        columns.save_scores(tx, "score-1", table)


@pytest.mark.parametrize(
    ("days", "hour", "planned"), [(3, 14, 0), (3, 15, 1), (1, 15, 1), (0, 15, 0), (-1, 15, 0), (4, 23, 0)]
)
def test_a_due_date_is_announced_by_courtesy_once_and_before_it(line: Line, days, hour, planned) -> None:
    upcoming(line, days)
    scored(line, 500)
    at(line, TODAY, hour)  # until 8 March 10:00 in New York is 15:00 UTC
    assert [remind_of_due_dates(line.desk) for _ in range(2)] == [planned, 0]


@pytest.mark.parametrize(("points", "planned"), [(479, 1), (559, 1), (560, 0), (None, 0)])
def test_the_policy_says_whose_due_dates_are_announced(line: Line, points, planned) -> None:
    upcoming(line, 3)
    if points is not None:
        scored(line, points)
    assert remind_of_due_dates(line.desk) == planned


def test_a_loan_that_is_not_overdue_is_never_collected(line: Line) -> None:
    assign(line)
    upcoming(line, 0)
    assert plan_outreach(line.desk) == 0
    upcoming(line, -1)
    assert plan_outreach(line.desk) == 1
    upcoming(line, 20)  # the lender moved the day before the text went out
    assert sent(line) == 0
    with line.store.read() as tx:
        assert columns.case_table(tx, TODAY).num_rows == 0
        assert columns.case_table(tx, TODAY, upcoming=True).num_rows == 1


def test_a_courtesy_is_dropped_when_the_day_has_moved_or_nothing_is_owed(line: Line) -> None:
    upcoming(line, 3)
    scored(line, 500)
    remind_of_due_dates(line.desk)
    upcoming(line, 9)
    assert sent(line) == 0
    line.clock.move(days=6)
    assert remind_of_due_dates(line.desk) == 1
    pay(line, 140_000, line.clock.now().date())
    assert sent(line) == 0


# All of them


def make_every_one(line: Line) -> list[str]:
    """Every contact that the first weeks can bring, planned on its day and dispatched."""
    agreed(line, *TWO)
    line.clock.move(hours=1)
    welcome_plans(line.desk)
    sent(line)
    pay(line, 1_000, TODAY)
    thank_payers(line.desk)
    sent(line)
    for day, hour in ((16, 14), (18, 17), (21, 17), (23, 17)):
        at(line, date(2026, 3, day), hour)
        plan_reminders(line.desk)
        sweep_promises(line.desk)
        sent(line)
    return steps(line)


EVERY_ONE = {"welcome", "receipt", "reminder", "at_risk", "promise_missed"}


def test_all_of_them_go_out_one_a_day_under_a_permit(line: Line) -> None:
    assert set(make_every_one(line)) == EVERY_ONE
    days = [permit.id for permit, _ in line.carrier.sent]
    assert len(days) == len(set(days)) >= 4


@pytest.mark.parametrize(
    "silence", [SpecialStatus.DISPUTE, SpecialStatus.CEASE, SpecialStatus.ATTORNEY, SpecialStatus.DECEASED]
)
def test_none_goes_out_while_a_status_stands(line: Line, silence: SpecialStatus) -> None:
    raise_status(line, silence)
    assert set(make_every_one(line)) == EVERY_ONE
    assert line.carrier.sent == []


def test_none_goes_out_after_a_stop(line: Line) -> None:
    stop(line)
    assert set(make_every_one(line)) == EVERY_ONE
    assert line.carrier.sent == []
    assert {row.state for row in rows(line)} == {OutreachState.REFUSED}


def test_their_words_say_nothing_of_a_debt_in_either_language(sqlite_store: Store) -> None:
    for borrower in (a_borrower(), in_china(a_borrower("+12125550124"))):
        lender = borrower.case.lender
        catalog = Line(sqlite_store, borrower).desk.policy.catalog
        for contact in set(LifeContact) - {LifeContact.MISSED}:
            template = catalog.templates[borrower.person.language, f"contact.{contact}"]
            text = template.text.format(lender=lender, link="https://pages.example.com/p/abc")
            assert not template.speaks_of_debt
            assert not read_words(text, lender).debt


def test_what_the_policy_has_off_is_not_planned(line: Line) -> None:
    off = replace(
        line.desk.policy.contacts, countries={"US": {Channel.SMS: frozenset({LifeContact.RECEIPT})}}
    )
    line.desk = replace(line.desk, policy=replace(line.desk.policy, contacts=off))
    assert make_every_one(line) == ["receipt"]


def test_a_life_with_a_bounce_and_a_settlement_is_the_same_on_both_databases(store: Store) -> None:
    line = Line(store)
    agreed(line, *TWO, kind=PlanType.SETTLEMENT, waived=usd(80_000))
    pay(line, 60_000, TODAY)
    with store.read() as tx:
        assert ledger.balance(tx, line.borrower.case.id, Currency.USD).total == usd(0)
    reverse_payment(line.desk, "1")
    line.clock.move(hours=1)
    pay(line, 150_000, line.clock.now().date(), "2")
    assert [welcome_plans(line.desk), thank_payers(line.desk), plan_reminders(line.desk)] == [0, 1, 0]
    upcoming(line, 3)
    scored(line, 500)
    assert remind_of_due_dates(line.desk) == 0
    with store.read() as tx:
        case_id = line.borrower.case.id
        assert ledger.balance(tx, case_id, Currency.USD).total == usd(0)
        assert ledger.unapplied(tx, case_id, Currency.USD) == usd(90_000)
        assert (plans.kept_promises(tx, case_id), plans.broken_promises(tx, case_id)) == (2, 0)
    assert steps(line) == ["completed"]
