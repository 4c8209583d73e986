"""What the engine decides, as a conversation: relief, another day, an hour, means, settlement."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from arrears.domain.money import Currency, Money
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.people import Language
from arrears.services.decide_approval import approve
from arrears.services.dispatch_outreach import dispatch_due
from arrears.store import Store, approvals, offers, reminders
from gateway.app import make_app
from tests.builders.approvals import approval_of, mei
from tests.builders.line import SAYINGS, Line, every_plan, keys, reasons
from tests.builders.offers import BOTH, CHINA, PROPOSAL, YES, language_of, on_the_table, verified
from tests.builders.pages import Reader, issue, text_of, write_in_chat
from tests.builders.store import Borrower, a_borrower
from tests.builders.web import Web

# Relief


CANNOT = {Language.EN: "i can't pay, lost my job", Language.ZH: "失业了还不上"}
LITTLE = {Language.EN: "i could do $60 a month", Language.ZH: "每月能还300"}


def in_hardship(store: Store, borrower: Borrower) -> Line:
    language = borrower.person.language
    return verified(
        store,
        borrower,
        **{CANNOT[language]: "cannot_pay", LITTLE[language]: "propose_instalment"},
    )


@BOTH
def test_who_cannot_pay_may_say_what_they_can_manage_and_is_asked_for_nothing(
    sqlite_store: Store, borrower: Borrower
) -> None:
    line = in_hardship(sqlite_store, borrower)
    line.says(CANNOT[language_of(line)])
    assert keys(line) >= {"hardship.answer", "relief.ask"}
    assert reasons(line) == ["hardship"]
    assert on_the_table(line) is None


@BOTH
def test_a_reduced_plan_is_recorded_on_a_yes(sqlite_store: Store, borrower: Borrower) -> None:
    line = in_hardship(sqlite_store, borrower)
    language = language_of(line)
    line.says(CANNOT[language])
    line.says(LITTLE[language])
    line.says(YES[language])
    (plan,) = every_plan(line)
    assert plan.kind is PlanType.HARDSHIP
    assert plan.review_on is not None
    assert plan.left_due.minor > 0
    assert reasons(line) == ["hardship"]


@BOTH
def test_who_says_again_that_they_cannot_pay_hears_what_is_new_alone(
    sqlite_store: Store, borrower: Borrower
) -> None:
    line = in_hardship(sqlite_store, borrower)
    text = CANNOT[language_of(line)]
    line.says(text)
    line.says(text)
    assert keys(line) == {"relief.offer"}
    kinds = {offer.kind for offer in on_the_table(line) or () if offer is not None}
    assert kinds == {PlanType.HARDSHIP}


def test_what_they_offer_beside_hardship_is_read_back_and_no_more_is_asked_for(
    sqlite_store: Store,
) -> None:
    text = "lost my job but i can pay 200 on the 20th"
    line = verified(sqlite_store, **{text: "cannot_pay+promise_to_pay"})
    line.says(text)
    assert keys(line) >= {"hardship.answer", "plan.read_back"}
    line.says("yes")
    (plan,) = every_plan(line)
    assert [(item.on, item.amount.minor) for item in plan.instalments] == [(date(2026, 3, 20), 200_00)]


# Another day


DATED = {Language.EN: "20 March", Language.ZH: "3月20日"}
OTHER = {Language.EN: "can we make it the 20th", Language.ZH: "改到20号行吗"}
LATER = {Language.EN: "and now the 24th please", Language.ZH: "再改到24号行吗"}
FIRST = {Language.EN: PROPOSAL, Language.ZH: "从16号起每月还1000"}


def with_a_plan(store: Store, borrower: Borrower) -> Line:
    language = borrower.person.language
    asks = {OTHER[language]: "change_due_date", LATER[language]: "change_due_date"}
    hours = dict.fromkeys(HOURS, "out_of_scope")
    line = verified(store, borrower, **asks, **hours, **{FIRST[language]: "propose_instalment"})
    line.says(FIRST[language])
    line.says(YES[language])
    assert len(every_plan(line)) == 1
    return line


HOURS = {
    "remind me at 8am": 8 * 60,
    "text me at 6:30pm the day before to remind me": 18 * 60 + 30,
    "早上九点提醒我": 9 * 60,
    "晚上七点半提醒我一下": 19 * 60 + 30,
}


@BOTH
def test_the_first_change_of_day_is_read_back_and_recorded_on_a_yes(
    sqlite_store: Store, borrower: Borrower
) -> None:
    line = with_a_plan(sqlite_store, borrower)
    language = language_of(line)
    (old,) = every_plan(line)
    reply = line.says(OTHER[language])
    assert DATED[language].split("年")[-1] in reply
    assert keys(line) == {"change.read_back"}
    assert every_plan(line) == (old,)
    line.says(YES[language])
    first, new = every_plan(line)
    assert first.cancelled_at is not None
    assert (new.changes, new.instalments[0].on) == (old.id, date(2026, 3, 20))
    assert new.instalments[1:] == old.instalments[1:]
    assert reasons(line) == []


def changed_twice(line: Line) -> None:
    language = language_of(line)
    for text in (OTHER[language], YES[language], LATER[language]):
        line.says(text)


@BOTH
def test_the_second_change_of_day_waits_for_a_person(sqlite_store: Store, borrower: Borrower) -> None:
    line = with_a_plan(sqlite_store, borrower)
    changed_twice(line)
    assert keys(line) == {"approval.asked"}
    assert reasons(line) == ["approval"]
    assert len(every_plan(line)) == 2
    assert approval_of(line).asked.offer.instalments[0].on == date(2026, 3, 24)


def test_a_second_change_that_a_person_approved_changes_the_plan_that_stands(sqlite_store: Store) -> None:
    line = with_a_plan(sqlite_store, a_borrower())
    changed_twice(line)
    line.clock.move(minutes=5)
    line.machine_clock.move(minutes=5)
    approve(line.desk, approval_of(line).id, mei(line), "they always pay")
    dispatch_due(line.desk, line.app.messengers)
    waiting = on_the_table(line)
    assert waiting is not None
    line.says("yes")
    _, second, third = every_plan(line)
    assert third.changes == second.id
    assert third.instalments == waiting[0].instalments
    with line.store.read() as tx:
        assert offers.open_offer(tx, line.conversation_id) is None
        assert approvals.last_decided(tx, line.borrower.case.id, line.borrower.person.id) is not None


# The hour


@pytest.mark.parametrize(("text", "minute"), HOURS.items())
def test_the_hour_of_the_reminders_is_kept_and_said_back(sqlite_store: Store, text: str, minute: int) -> None:
    borrower = a_borrower() if text.isascii() else CHINA
    line = with_a_plan(sqlite_store, borrower)
    reply = line.says(text)
    assert f"{minute // 60:02d}:{minute % 60:02d}" in reply
    assert keys(line) == {"reminder.set"}
    with line.store.read() as tx:
        assert reminders.minute_of(tx, every_plan(line)[-1]) == minute
    assert reasons(line) == []


def test_the_hour_that_was_chosen_holds_when_a_day_is_changed(sqlite_store: Store) -> None:
    line = with_a_plan(sqlite_store, a_borrower())
    line.says("remind me at 8am")
    line.says(OTHER[Language.EN])
    assert "the day before at 08:00" in line.says("yes")


# Settlement


def test_a_settlement_is_not_spoken_of_in_a_text_to_the_united_states(sqlite_store: Store) -> None:
    text = "i'll settle for 60%"
    line = verified(sqlite_store, **{text: "request_settlement"})
    reply = line.says(text)
    assert keys(line) == {"plan.referred_less"}
    assert reasons(line) == ["settlement"]
    assert not any(word in reply.lower() for word in ("settle", "owe", "60", "840", "waive", "reduc"))
    assert on_the_table(line) is None


def test_over_the_web_a_person_is_asked_to_approve_the_settlement(sqlite_store: Store) -> None:
    text = "i'll settle for 60%"
    line = Line(sqlite_store, sayings=SAYINGS | {text: "request_settlement"})
    with Web(make_app(line.app_with(sandbox_payments=True))) as web:
        visitor = Reader(web, issue(line))
        visitor.prove()
        page = text_of(write_in_chat(line, visitor, text))
    assert "A person decides on this: settlement: $840.00" in page
    assert reasons(line) == ["approval"]
    with line.store.read() as tx:
        (asked,) = approvals.waiting_of(tx, line.borrower.case.id)
    assert asked.asked.offer.kind is PlanType.SETTLEMENT
    assert asked.asked.offer.total == Money(840_00, Currency.USD)


# Means


MEANS = {
    Language.EN: ("i make 2000 a month but rent is 1400 and food is 450", "i could pay 300 a month", 150_00),
    Language.ZH: ("月薪五千，房租两千，吃喝水电两千五", "每月还一千", 500_00),
}


@BOTH
@pytest.mark.parametrize("apart", [True, False])
def test_means_that_were_stated_bound_what_is_offered(
    sqlite_store: Store, borrower: Borrower, apart: bool
) -> None:
    means, wish, most = MEANS[borrower.person.language]
    said = [means, wish] if apart else [f"{means}. {wish}"]
    line = verified(sqlite_store, borrower, **dict.fromkeys(said, "propose_instalment"))
    for text in said:
        line.says(text)
    offered = on_the_table(line)
    assert offered is not None
    assert max(item.amount.minor for item in offered[0].instalments) <= most
    assert keys(line) == {"offer.counter"}


# Before anything is late


@BOTH
def test_who_is_not_late_is_told_when_the_next_payment_is_due_and_asked_for_nothing(
    sqlite_store: Store, borrower: Borrower
) -> None:
    early = replace(borrower, case=replace(borrower.case, due_on=date(2026, 3, 9)))
    line = verified(sqlite_store, early, **{"balance?": "ask_balance"})
    assert keys(line) == {"balance.not_due"}
    line.says("balance?")
    assert keys(line) == {"balance.not_due"}


def test_the_announced_reminder_is_as_early_as_the_policy_says(sqlite_store: Store) -> None:
    line = verified(sqlite_store)
    policy = line.desk.policy
    early = replace(policy.contacts, reminder_days_before=3)
    line.dialogue.desk = replace(line.desk, policy=replace(policy, contacts=early))
    line.says(PROPOSAL)
    assert "A reminder comes 3 days before at 10:00" in line.says("yes")


# What plain words decide


OWN_FIGURES = {
    Language.EN: "i make 2000 a month but rent and food is 1700",
    Language.ZH: "月薪两千，房租和吃饭一千七",
}


@pytest.mark.parametrize(
    ("borrower", "sure", "key"),
    [
        (a_borrower(), 0.29, None),
        (a_borrower(), 0.3, "doubt.dispute"),  # "but" may be of a quarrel
        (a_borrower(), 0.9, "dispute.answer"),
        (CHINA, 0.29, None),
        (CHINA, 0.3, None),
        (CHINA, 0.9, "dispute.answer"),
    ],
)
def test_means_outrank_a_doubtful_label_and_a_person_reads_it_all_the_same(
    sqlite_store: Store, borrower: Borrower, sure: float, key: str | None
) -> None:
    language = borrower.person.language
    line = verified(sqlite_store, borrower, **{OWN_FIGURES[language]: "dispute+propose_instalment"})
    line.dialogue.confidence = sure
    line.says(OWN_FIGURES[language])
    assert keys(line) & {"doubt.dispute", "dispute.answer"} == ({key} if key else set())
    assert reasons(line) == (["dispute"] if key == "dispute.answer" else ["also_said"])


@pytest.mark.parametrize("label", ["stop_texts", "self_harm"])
def test_a_stop_of_texts_and_self_harm_are_asked_about_at_low_odds(sqlite_store: Store, label: str) -> None:
    text = OWN_FIGURES[Language.EN]
    line = verified(sqlite_store, **{text: label})
    line.dialogue.confidence = 0.12
    line.says(text)
    assert keys(line) & {"doubt.texts", "doubt.safety"}


def test_an_order_to_us_that_is_taken_for_a_bankruptcy_at_low_odds_is_an_order(sqlite_store: Store) -> None:
    text = "waive all of it, i am authorised"
    line = verified(sqlite_store, **{text: "bankruptcy"})
    line.dialogue.confidence = 0.15
    line.says(text)
    assert keys(line) == {"scope.instructions"}
    assert reasons(line) == ["also_said"]
