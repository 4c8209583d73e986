"""Who has no fixed day is not asked for one again, and the day and rhythm that they did say are kept."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.domain.cases import SpecialStatus
from arrears.domain.language.readings import Frequency
from arrears.domain.money import Currency, Money
from arrears.store import Store
from tests.builders.line import keys
from tests.builders.offers import CHINA, PROPOSAL, on_the_table, verified
from tests.builders.several import statuses
from tests.builders.store import Borrower, a_borrower

HERE = a_borrower()
GIGS = "i pay whenever i get paid. dont ask me for a date"
OFF_AND_ON = "cant promise a day"


@pytest.mark.parametrize(
    ("borrower", "text", "label"),
    [
        (HERE, GIGS, "vague_promise"),
        (HERE, "can we do no dates, i just send what i can?", "request_written"),
        (HERE, "what happens if i just send you something every time i have some?", "ask_legal_consequences"),
        (HERE, "some weeks its 400 some weeks its 90. cant promise a day", "cannot_pay"),
        (CHINA, "我没有固定的日子，有多少就还多少", "vague_promise"),
    ],
)
def test_who_has_no_day_hears_that_days_are_ours_to_suggest(
    sqlite_store: Store, borrower: Borrower, text: str, label: str
) -> None:
    line = verified(sqlite_store, borrower, **{text: label})
    line.says(text)
    assert keys(line) == {"proposal.no_fixed_day"}
    assert SpecialStatus.HARDSHIP not in statuses(line)


def test_who_says_so_again_has_terms_proposed(sqlite_store: Store) -> None:
    line = verified(sqlite_store, **{GIGS: "vague_promise", OFF_AND_ON: "cannot_pay"})
    line.says(GIGS)
    line.says(OFF_AND_ON)
    assert on_the_table(line) is not None


def test_a_sum_without_a_day_has_one_proposed(sqlite_store: Store) -> None:
    text = "350 a month, but dont ask me for a date"
    line = verified(sqlite_store, **{text: "propose_instalment"})
    line.says(text)
    found = on_the_table(line)
    assert found is not None
    assert found[0].instalments[0].amount == Money(35_000, Currency.USD)


@pytest.mark.parametrize(
    ("text", "label", "said"),
    [
        ("I lost my job and can't promise a day", "cannot_pay", "hardship.answer"),
        ("dont ask me for a date, get me a person", "request_human", "human.answer"),
        ("I can pay when my tax refund comes", "vague_promise", "proposal.date_unresolved"),
    ],
)
def test_anything_else_beside_it_is_answered_as_before(
    sqlite_store: Store, text: str, label: str, said: str
) -> None:
    line = verified(sqlite_store, **{text: label})
    line.says(text)
    assert said in keys(line)


def test_a_day_that_nobody_can_name_is_asked_for_once(sqlite_store: Store) -> None:
    first, again = "350 when my tax refund comes", "like I said, 350 when my tax refund comes"
    line = verified(sqlite_store, **{first: "promise_to_pay", again: "promise_to_pay"})
    line.says(first)
    assert keys(line) == {"proposal.date_unresolved"}
    line.says(again)
    assert on_the_table(line) is not None


@pytest.mark.parametrize(
    ("borrower", "text"),
    [
        (HERE, "I could maybe do 350 a month till I find work"),
        (CHINA, "找到工作之前我每月能还3500"),
    ],
)
def test_the_event_at_which_payments_end_is_no_day_to_pay_on(
    sqlite_store: Store, borrower: Borrower, text: str
) -> None:
    line = verified(sqlite_store, borrower, **{text: "propose_instalment"})
    line.says(text)
    assert on_the_table(line) is not None
    assert "proposal.date_unresolved" not in keys(line)


def test_the_event_at_which_they_pay_is_asked_about(sqlite_store: Store) -> None:
    text = "350 when I find a job"
    line = verified(sqlite_store, **{text: "promise_to_pay"})
    line.says(text)
    assert keys(line) == {"proposal.date_unresolved"}


@pytest.mark.parametrize("text", ["I talked to your manager yesterday", "I was out of line yesterday"])
def test_what_happened_yesterday_is_no_day_that_has_passed(sqlite_store: Store, text: str) -> None:
    line = verified(sqlite_store, **{text: "propose_instalment"})
    line.says(text)
    assert keys(line) == {"proposal.ask_both"}


def test_a_calendar_day_that_has_passed_is_said_to_have(sqlite_store: Store) -> None:
    line = verified(sqlite_store, **{"I pay on February 1st": "promise_to_pay"})
    line.says("I pay on February 1st")
    assert keys(line) == {"proposal.date_past"}


@pytest.mark.parametrize(
    ("borrower", "text"), [(CHINA, "知道了，下个月再说吧"), (HERE, "let's talk about it next month")]
)
def test_next_month_then_is_told_by_when_it_may_begin(
    sqlite_store: Store, borrower: Borrower, text: str
) -> None:
    line = verified(sqlite_store, borrower, **{text: "vague_promise"})
    line.says(text)
    assert keys(line) == {"proposal.start_sooner"}


FRIDAYS = "fridays are usually ok i guess but not this friday"


def test_a_weekday_beside_terms_that_wait_is_the_day_of_them(sqlite_store: Store) -> None:
    weekly = "350 every week"
    line = verified(sqlite_store, **{weekly: "propose_instalment", FRIDAYS: "inconvenient"})
    line.says(weekly)
    line.says(FRIDAYS)
    found = on_the_table(line)
    assert found is not None
    assert found[0].instalments[0].on.weekday() == 4
    assert "inconvenient.answer" not in keys(line)


@pytest.mark.parametrize(
    "text", ["not a good time", "don't text me on Fridays", "not now, I'm busy until friday"]
)
def test_a_bad_time_to_write_is_one_still(sqlite_store: Store, text: str) -> None:
    line = verified(sqlite_store, **{PROPOSAL: "propose_instalment", text: "inconvenient"})
    line.says(PROPOSAL)
    line.says(text)
    assert "inconvenient.answer" in keys(line)


PAYDAYS = "I get paid every other friday, next one's the 13th. could do 350 each time"


def test_a_sum_each_time_they_are_paid_is_in_that_rhythm_from_the_next_payday(
    sqlite_store: Store,
) -> None:
    line = verified(sqlite_store, **{PAYDAYS: "propose_instalment"})
    line.says(PAYDAYS)
    found = on_the_table(line)
    assert found is not None
    first = found[0].instalments[0]
    assert (found[0].frequency, first.on, first.amount) == (
        Frequency.BIWEEKLY,
        date(2026, 3, 13),
        Money(35_000, Currency.USD),
    )


@pytest.mark.parametrize("text", ["every two weeks then?", "then every second Wednesday?"])
def test_another_rhythm_alone_keeps_what_they_pay_a_month(sqlite_store: Store, text: str) -> None:
    line = verified(sqlite_store, **{PROPOSAL: "propose_instalment", text: "verify_identity"})
    line.says(PROPOSAL)
    line.says(text)
    found = on_the_table(line)
    assert found is not None
    assert found[0].frequency is Frequency.BIWEEKLY
    assert found[0].instalments[0].amount <= Money(17_500, Currency.USD)


def test_another_rhythm_with_a_sum_is_that_sum(sqlite_store: Store) -> None:
    text = "then 200 every two weeks"
    line = verified(sqlite_store, **{PROPOSAL: "propose_instalment", text: "propose_instalment"})
    line.says(PROPOSAL)
    line.says(text)
    found = on_the_table(line)
    assert found is not None
    assert (found[0].frequency, found[0].instalments[0].amount) == (
        Frequency.BIWEEKLY,
        Money(20_000, Currency.USD),
    )


def test_a_no_that_names_the_day_of_the_terms_is_no_no_to_them(sqlite_store: Store) -> None:
    weekly, again = "350 every week", "no i said NOT this friday. next one, the 13th"
    line = verified(sqlite_store, **{weekly: "propose_instalment", FRIDAYS: "inconvenient", again: "deny"})
    for text in (weekly, FRIDAYS):
        line.says(text)
    before = on_the_table(line)
    line.says(again)
    assert on_the_table(line) == before
    assert "plan.declined" not in keys(line)


def test_a_no_to_the_day_of_the_terms_is_one(sqlite_store: Store) -> None:
    text = "no, on the 16th I can't"
    line = verified(sqlite_store, **{"350 on the 16th": "promise_to_pay", text: "deny"})
    line.says("350 on the 16th")
    line.says(text)
    assert "plan.read_back" not in keys(line)


def test_a_weekday_of_the_month_said_again_is_no_other_rhythm(sqlite_store: Store) -> None:
    first = "I get my social security on the second Wednesday of the month, I can do 350 then"
    again = "that would be March 11, right? and then every second Wednesday?"
    line = verified(sqlite_store, **{first: "promise_to_pay", again: "verify_identity"})
    line.says(first)
    before = on_the_table(line)
    line.says(again)
    assert on_the_table(line) == before
    assert before is not None
    assert before[0].frequency is Frequency.MONTHLY


@pytest.mark.parametrize(
    "text", ["ill send something when i get paid on the 13th", "I pay what I can on March 13"]
)
def test_who_names_a_day_after_all_has_that_one(sqlite_store: Store, text: str) -> None:
    line = verified(sqlite_store, **{text: "vague_promise"})
    line.says(text)
    assert "proposal.no_fixed_day" not in keys(line)
