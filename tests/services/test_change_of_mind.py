"""A change of mind after the yes: taken back without shame, negotiated again, at last for a person."""

from __future__ import annotations

import pytest

from arrears.domain.people import Language
from arrears.domain.plans import Plan
from arrears.store import Store, conversations, plans
from arrears.store.evidence import entries_of
from tests.builders.line import SAYINGS, Line, every_plan, reasons


def agreed(store: Store, sayings: dict[str, str]) -> Line:
    """Who has agreed on 4 payments of $350.00 from 16 March on."""
    line = Line(store, sayings=SAYINGS | sayings)
    line.agree()
    return line


def standing(line: Line) -> list[Plan]:
    return [plan for plan in every_plan(line) if plan.cancelled_at is None]


TAKEN_BACK = (
    ("actually I can't do that", "deny"),
    ("actually I can't do that", "cannot_pay"),
    ("Wait, I changed my mind", "out_of_scope"),
    ("Actually no, cancel that", "cancel_plan"),
    ("call it off", "cancel_plan"),
    ("we are done with that arrangement", "cancel_plan"),
    ("neither. I cant do 350 after all, too much", "deny+cannot_pay"),
    ("$350 a month is too much for me", "cannot_pay"),
    ("Sorry, I looked at my account and that won't work after all", "dispute"),
)


@pytest.mark.parametrize(("text", "label"), TAKEN_BACK)
def test_who_takes_it_back_is_asked_again_and_nothing_is_broken(
    sqlite_store: Store, text: str, label: str
) -> None:
    line = agreed(sqlite_store, {text: label})
    if label == "dispute":
        line.dialogue.confidence = 0.2
    reply = line.says(text)
    assert reply == "No problem: that plan is withdrawn. What could you manage, and by what day?"
    assert standing(line) == []
    assert [each for each in reasons(line) if each != "also_said"] == []
    with line.store.read() as tx:
        assert plans.outcomes_of(tx, every_plan(line)[0].id) == {}
        assert plans.broken_promises(tx, line.borrower.case.id) == 0
        kinds = [entry.kind for entry in entries_of(tx, line.borrower.case.id)]
    assert kinds.count("plan_taken_back") == 1


@pytest.mark.parametrize(
    "text",
    [
        "what if I can't make the payments?",
        "I haven't changed my mind",
        "thanks",
        "no",
        "what if I can't do 350?",
        "I can't do 200 on top of it",
        "I can't do 350 on the 15th",
    ],
)
@pytest.mark.parametrize("label", ["out_of_scope", "deny", "thanks"])
def test_other_words_leave_the_plan_as_it_is(sqlite_store: Store, text: str, label: str) -> None:
    line = agreed(sqlite_store, {text: label})
    line.says(text)
    assert len(standing(line)) == 1


@pytest.mark.parametrize("label", ["stop_texts", "dispute", "bankruptcy", "self_harm", "request_human"])
def test_what_must_never_be_missed_comes_first(sqlite_store: Store, label: str) -> None:
    text = "I changed my mind, cancel that"
    line = agreed(sqlite_store, {text: label})
    assert "withdrawn" not in line.says(text)
    assert len(standing(line)) == 1


ANEW = "could I pay $250 a month?"


def test_who_only_proposes_keeps_the_old_plan_until_the_yes_to_the_new(sqlite_store: Store) -> None:
    line = agreed(sqlite_store, {ANEW: "propose_instalment"})
    (old,) = standing(line)
    reply = line.says(ANEW)
    assert reply.startswith("What we agreed counts until you say yes to another plan.")
    assert "$250.00" in reply
    assert standing(line) == [old]
    assert line.says("yes").startswith("Thank you. It is recorded")
    (new,) = standing(line)
    assert new.instalments[0].amount.minor == 250_00
    with line.store.read() as tx:
        assert plans.outcomes_of(tx, old.id) == {}
    assert reasons(line) == []


def test_who_declines_the_new_terms_has_the_old_plan(sqlite_store: Store) -> None:
    line = agreed(sqlite_store, {ANEW: "propose_instalment"})
    line.says(ANEW)
    assert line.says("no").startswith("Our agreement stands: ")
    assert len(standing(line)) == 1


def test_taking_back_and_proposing_in_one_breath_withdraws_and_reads_back(sqlite_store: Store) -> None:
    text = "I changed my mind, I can't do that. Could I pay $250 a month?"
    line = agreed(sqlite_store, {text: "propose_instalment"})
    reply = line.says(text)
    assert reply.startswith("No problem: that plan is withdrawn. ")
    assert "$250.00" in reply
    assert standing(line) == []
    line.says("yes")
    assert len(standing(line)) == 1


def test_a_third_change_is_for_a_person(sqlite_store: Store) -> None:
    text, again = "I changed my mind", "I can do $300 a month starting on the 15th"
    line = agreed(sqlite_store, {text: "out_of_scope", again: "propose_instalment"})
    for _ in range(2):
        assert "withdrawn" in line.says(text)
        line.says(again)
        line.says("yes")
        assert len(standing(line)) == 1
    reply = line.says(text)
    assert "A person will see to the cancellation" in reply
    assert len(standing(line)) == 1
    assert reasons(line) == ["cancel_plan"]


def test_taking_back_is_no_fact_and_brings_no_better_terms(sqlite_store: Store) -> None:
    small, text, offer = "I can do $50 a month", "I changed my mind", "14 payments of $100.00, every month"
    line = Line(sqlite_store, sayings=SAYINGS | {small: "propose_instalment", text: "out_of_scope"})
    line.says("03/09/1975 4421")
    assert offer in line.says(small)
    line.says("yes")
    line.says(text)
    # The terms that they took back are declined ones: a fact is asked for, then they stand.
    assert "What could you manage each month" in line.says(small)
    assert standing(line) == []


def test_on_or_after_the_first_day_a_person_sees_to_it(sqlite_store: Store) -> None:
    text = "I changed my mind"
    line = agreed(sqlite_store, {text: "out_of_scope"})
    line.clock.move(days=14)
    line.says("03/09/1975 4421")
    assert "A person will see to the cancellation" in line.says(text)
    assert len(standing(line)) == 1
    assert reasons(line) == ["cancel_plan"]


def test_the_same_terms_again_are_confirmed_and_nobody_is_called(sqlite_store: Store) -> None:
    text = "ok I will pay the $350"
    line = agreed(sqlite_store, {text: "promise_to_pay"})
    assert line.says(text).startswith("Yes, that is so. Our agreement stands: ")
    assert reasons(line) == []


def test_another_hour_for_reminders_takes_nothing_back(sqlite_store: Store) -> None:
    text = "that won't work for me, remind me at 8am"
    line = agreed(sqlite_store, {text: "out_of_scope"})
    assert "08:00" in line.says(text)
    assert len(standing(line)) == 1


def test_hardship_beside_it_is_written_down_too(sqlite_store: Store) -> None:
    text = "I can't do that, I lost my job"
    line = agreed(sqlite_store, {text: "cannot_pay"})
    reply = line.says(text)
    assert "that plan is withdrawn" in reply
    assert "I am sorry to hear that" in reply
    assert standing(line) == []
    assert reasons(line) == ["hardship"]


def test_who_wants_other_payments_and_names_none_is_asked(sqlite_store: Store) -> None:
    text = "I would rather pay less each time"
    line = agreed(sqlite_store, {text: "propose_instalment"})
    assert "What amount could you pay, and on what day?" in line.says(text)
    assert len(standing(line)) == 1


def test_in_mandarin(sqlite_store: Store) -> None:
    text = "不好意思，我反悔了，每月还250美元行吗"
    line = agreed(sqlite_store, {text: "propose_instalment"})
    with sqlite_store.write() as tx:
        conversations.set_language(tx, line.conversation_id, Language.ZH)
    reply = line.says(text)
    assert "没关系，这个约定已取消。" in reply
    assert "$250.00" in reply
    assert standing(line) == []
