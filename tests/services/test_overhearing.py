"""What the label left out is heard all the same: a full payment, hardship beside a sum, a yes in passing."""

from __future__ import annotations

import pytest

from arrears.domain.cases import SpecialStatus
from arrears.store import Store, proposals
from tests.builders.line import Line
from tests.builders.several import a_line, has_plan, queue, statuses


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("I'd rather pay off the whole thing", "ask_payoff"),
        ("Thanks for getting back to me. I'll pay the full amount", "thanks"),
        ("Do you take bank transfer? I can pay it all", "ask_payment_methods"),
        ("I'd like to pay it in full", "pay_now"),
        ("谢谢。我一次还完", "thanks"),
        ("能转账吗？我可以全部还掉", "ask_payment_methods"),
        ("hello, I want to clear the whole balance", "greet"),
    ],
)
def test_the_full_amount_is_a_proposal_whose_day_is_asked_for(
    sqlite_store: Store, text: str, label: str
) -> None:
    line = a_line(sqlite_store, label, text=text)
    reply = line.says(text)
    assert "On what day could you pay it?" in reply
    assert ("bank transfer" in reply) is (label in ("ask_payment_methods", "pay_now"))
    with line.store.read() as tx:
        kept = proposals.last_proposal(tx, line.conversation_id)
    assert kept is not None
    assert kept.proposal.full
    assert not has_plan(line)


def test_a_day_beside_it_is_read_back(sqlite_store: Store) -> None:
    text = "Thank you! I will pay the full amount on the 20th"
    line = a_line(sqlite_store, "thanks", text=text)
    assert "$1,400.00 on Friday 20 March 2026" in line.says(text)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("how much to pay off the whole thing?", "ask_payoff"),
        ("do I have to pay it all at once?", "ask_payment_methods"),
        ("I can pay it all, now stop texting me", "stop_texts"),
        ("I will pay it all to whoever owns this, it is not mine", "dispute"),
    ],
)
def test_a_question_or_the_end_of_contact_is_no_proposal(sqlite_store: Store, text: str, label: str) -> None:
    line = a_line(sqlite_store, label, text=text)
    assert "On what day" not in line.says(text)
    with line.store.read() as tx:
        assert proposals.last_proposal(tx, line.conversation_id) is None


def test_hardship_beside_a_sum_is_written_down_and_the_sum_counts(sqlite_store: Store) -> None:
    text = "I was laid off last week. I can pay $100 a month"
    line = a_line(sqlite_store, "propose_instalment", text=text)
    reply = line.says(text)
    assert "I am sorry to hear that" in reply
    assert "$100.00" in reply
    assert SpecialStatus.HARDSHIP in statuses(line)


@pytest.mark.parametrize(
    "text",
    [
        "I'm in the hospital and can't work. I'll pay $120",
        "我生病住院了，没法上班。我还120美元",
    ],
)
def test_a_sum_beside_hardship_is_read_back_with_a_day_and_nobody_is_asked_for_one(
    sqlite_store: Store, text: str
) -> None:
    line = a_line(sqlite_store, "cannot_pay", text=text)
    reply = line.says(text)
    assert "I am sorry to hear that" in reply
    assert "$120.00" in reply
    assert "On what day" not in reply
    assert SpecialStatus.HARDSHIP in statuses(line)
    assert not has_plan(line)


@pytest.mark.parametrize(
    "text", ["that is too much. I can pay $100 a month", "I was sick last week. I can do $100 a month"]
)
def test_a_refusal_or_an_excuse_beside_a_sum_is_no_hardship(sqlite_store: Store, text: str) -> None:
    line = a_line(sqlite_store, "propose_instalment", text=text)
    assert "sorry to hear" not in line.says(text)
    assert SpecialStatus.HARDSHIP not in statuses(line)


@pytest.mark.parametrize(
    ("text", "labels", "answer"),
    [
        ("Is this a robot? Yes", "ask_are_you_human", "not a person"),
        ("Can I pay by bank transfer? ok", "ask_payment_methods", "bank transfer"),
        ("可以用银行卡还吗？好", "ask_payment_methods", "bank transfer"),
    ],
)
def test_a_yes_beside_a_question_is_answered_and_asked_for_again(
    sqlite_store: Store, text: str, labels: str, answer: str
) -> None:
    line = a_line(sqlite_store, labels, proposed=True, text=text)
    reply = line.says(text)
    assert answer in reply
    assert reply.endswith("Shall I record this? Reply YES to agree, or tell me what to change.")
    assert not has_plan(line)
    line.says("yes")
    assert has_plan(line)


@pytest.mark.parametrize("text", ["Is this a robot?", "Is this a robot? No", "Is this a robot? yes or no"])
def test_a_question_without_a_yes_is_answered_and_records_nothing(sqlite_store: Store, text: str) -> None:
    line = a_line(sqlite_store, "ask_are_you_human", proposed=True, text=text)
    reply = line.says(text)
    assert reply.index("not a person") < reply.index("So: ")
    assert not has_plan(line)


def test_a_yes_beside_a_question_asks_for_nothing_where_nothing_waits(sqlite_store: Store) -> None:
    line: Line = a_line(sqlite_store, "ask_are_you_human", text="Is this a robot? Yes")
    assert "Shall I record" not in line.says("Is this a robot? Yes")
    assert queue(line) == []
