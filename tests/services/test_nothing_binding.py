"""Nothing binds from one reading: a plan needs a read-back in full, and then a plain yes to exactly that."""

from __future__ import annotations

import pytest

from arrears.domain.intents import COMMITTING, Intent
from arrears.domain.plans import Plan
from arrears.store import Store, plans
from tests.builders.line import SAYINGS, Line

PROOF = "03/09/1975 4421"
PROPOSAL = "I can do $350 a month starting on the 15th"
NEVER = sorted(set(Intent) - COMMITTING)
TERMS = "$350 on the 16th"
NO_DAYS = (
    "yes, on february 30",  # there is no such day
    "yes, since last friday",  # it is past
    "yes, on payday",  # an event
    "yes, 350 on march 1",  # it was yesterday
)
OTHER_TERMS = (
    "yes, $200",
    "yes, on the 20th",
    "yes, $350 on the 17th",  # the offer has the Monday before
    "yes, but every two weeks",
    "yes, half of it",
    "yes, in 6 payments",
    "yes, €350",
    "yes, $350 a month until june and then $700",
    "yes, $350 a month until june 16",
)

QUALIFIED = (
    ("ok but i can only pay part of it", "affirm+partial_payment"),
    ("ok, in parts", "affirm+partial_payment"),
    ("ok, but in instalments", "affirm+propose_instalment"),
    ("ok, in instalments", "affirm+propose_instalment"),
    ("yes, i will pay it, but only a bit at a time", "affirm+promise_to_pay"),
    ("yes, i will pay it a bit at a time", "affirm+promise_to_pay"),
    ("可以 不过利息怎么算的", "affirm+ask_fees_interest"),
    ("可以 利息怎么算的", "affirm+ask_fees_interest"),
    ("ok so how much do i owe", "affirm+ask_balance"),
    ("yes but how do i pay", "affirm+ask_payment_methods"),
    ("yes if my boss pays me", "affirm"),
    ("Yes, EXCEPT the fees", "affirm"),
    ("sure, though it is a lot", "affirm"),
    ("yes unless something comes up", "affirm"),
    ("好的，但利息太高", "affirm"),
    ("好的，只能先这样", "affirm"),
    ("可以，可是要晚一点", "affirm"),
    ("可以，除非我没发工资", "affirm"),
    ("行，如果老板同意", "affirm"),
    ("那你给我个方案", "confirm_plan"),
    ("ok give me a plan then", "affirm"),
)
PLAIN = (
    ("yes, how do i pay", "affirm+ask_payment_methods"),
    ("yes. are you a robot?", "affirm+ask_are_you_human"),
    ("yes, i will pay $350 on the 16th", "affirm+promise_to_pay"),
    ("yes, send it to me in writing", "affirm+request_written"),
    ("yes, that gift is butter", "affirm"),  # no word of contrast, only its letters
    ("可以，就这样", "affirm"),
)


def up_to_the_read_back(store: Store, sayings: dict[str, str]) -> Line:
    line = Line(store, sayings=SAYINGS | sayings)
    line.write_first()
    line.says(PROOF)
    assert "$350.00 each on Monday 16 March 2026, 15 April, 15 May, 15 June" in line.says(PROPOSAL)
    return line


def plans_in(line: Line) -> tuple[Plan, ...]:
    with line.store.read() as tx:
        return plans.plans_of(tx, line.borrower.case.id)


@pytest.mark.parametrize("intent", sorted(Intent))
def test_no_text_whatever_its_label_records_terms_that_were_not_read_back(
    sqlite_store: Store, intent: Intent
) -> None:
    line = Line(sqlite_store, sayings=SAYINGS | {TERMS: intent, f"{TERMS}, yes": intent})
    line.write_first()
    line.says(PROOF)
    line.says(TERMS)
    assert plans_in(line) == ()


@pytest.mark.parametrize("intent", NEVER)
@pytest.mark.parametrize("text", ["yes then maybe", TERMS, "ok thanks"])
def test_no_label_but_a_yes_records_what_was_read_back(
    sqlite_store: Store, intent: Intent, text: str
) -> None:
    line = up_to_the_read_back(sqlite_store, {text: intent})
    line.says(text)
    assert plans_in(line) == ()


@pytest.mark.parametrize("intent", sorted(COMMITTING))
@pytest.mark.parametrize("text", [*NO_DAYS, *OTHER_TERMS])
def test_a_yes_with_a_day_or_amount_that_the_offer_has_not_records_nothing(
    sqlite_store: Store, intent: Intent, text: str
) -> None:
    line = up_to_the_read_back(sqlite_store, {text: intent})
    assert line.says(text)
    assert plans_in(line) == ()


@pytest.mark.parametrize(("text", "intents"), QUALIFIED)
def test_a_yes_with_a_condition_a_doubt_or_other_wishes_hears_the_terms_again(
    sqlite_store: Store, text: str, intents: str
) -> None:
    line = up_to_the_read_back(sqlite_store, {text: intents})
    assert "Shall I record this?" in line.says(text)
    assert plans_in(line) == ()


@pytest.mark.parametrize(("text", "intents"), PLAIN)
def test_a_yes_beside_which_nothing_qualifies_it_records(
    sqlite_store: Store, text: str, intents: str
) -> None:
    line = up_to_the_read_back(sqlite_store, {text: intents})
    assert "It is recorded" in line.says(text)
    assert len(plans_in(line)) == 1


@pytest.mark.parametrize("text", NO_DAYS)
@pytest.mark.parametrize("intent", [Intent.PROMISE_TO_PAY, Intent.PARTIAL_PAYMENT, Intent.REQUEST_EXTENSION])
def test_a_proposal_without_a_usable_day_is_asked_about_and_never_read_back(
    sqlite_store: Store, intent: Intent, text: str
) -> None:
    line = Line(sqlite_store, sayings=SAYINGS | {text: intent, "yes": "affirm"})
    line.write_first()
    line.says(PROOF)
    assert "Shall I record this" not in line.says(text)
    line.says("yes")
    assert plans_in(line) == ()


@pytest.mark.parametrize("intent", sorted(COMMITTING))
def test_a_plain_yes_records_once_and_exactly_what_was_read_back(sqlite_store: Store, intent: Intent) -> None:
    line = up_to_the_read_back(sqlite_store, {"go ahead": intent})
    assert "It is recorded" in line.says("go ahead")
    (plan,) = plans_in(line)
    assert [str(item.on) for item in plan.instalments] == [
        "2026-03-16",
        "2026-04-15",
        "2026-05-15",
        "2026-06-15",
    ]
    line.says("go ahead")
    assert len(plans_in(line)) == 1


@pytest.mark.parametrize("intent", sorted(COMMITTING))
def test_a_yes_that_repeats_the_terms_records(sqlite_store: Store, intent: Intent) -> None:
    text = "yes, $350 on the 16th"
    line = up_to_the_read_back(sqlite_store, {text: intent})
    assert "It is recorded" in line.says(text)


@pytest.mark.parametrize("intents", ["thanks", "greet", "goodbye", "ask_payoff", "repeat_clarify", "abusive"])
def test_a_yes_records_only_when_the_read_back_was_the_last_thing_said(
    sqlite_store: Store, intents: str
) -> None:
    line = up_to_the_read_back(sqlite_store, {"hm": intents})
    heard = line.says("hm")
    line.says("yes")
    assert (plans_in(line) != ()) is ("Shall I record this?" in heard)
