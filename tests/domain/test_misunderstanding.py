"""How often in a row a conversation has led nowhere, read from what was said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.domain.misunderstanding import Asked, Exchange, asked_before, failures_in_a_row


def said(intent: str | None, *keys: str) -> Exchange:
    return Exchange(intent, frozenset(keys))


LOST = said("out_of_scope", "scope.answer")
SECOND = said("out_of_scope", "scope.second")
TERMS = said("out_of_scope", "plan.read_back")
BALANCE = said("ask_balance", "balance.again")
PERSON_SPOKE = said(None)


@pytest.mark.parametrize(
    ("exchanges", "times"),
    [
        ((), 0),
        ((BALANCE,), 0),
        ((LOST,), 1),
        ((LOST, SECOND), 2),
        ((LOST, SECOND, said("out_of_scope", "scope.third")), 3),
        ((LOST, SECOND, said("out_of_scope", "scope.third"), said("out_of_scope", "human.waiting")), 4),
        ((LOST, BALANCE), 0),
        ((LOST, BALANCE, LOST), 1),
        ((LOST, TERMS), 0),  # its terms were taken, whatever it was labelled
        ((LOST, PERSON_SPOKE), 0),
        ((said("out_of_scope", "who.answer"),), 1),
        ((said("ask_who_are_you", "who.answer"),), 0),
        ((said("out_of_scope", "next.closed"),), 1),
        ((said("affirm", "next.closed"),), 0),
        ((said("repeat_clarify", "plan.read_back"),), 1),  # what we said was not understood
        ((said("repeat_clarify", "next.question"), LOST), 2),
        ((said("out_of_scope", "scope.instructions"),), 1),
        ((said("request_human", "human.answer"),), 0),
    ],
)
def test_failures_are_counted_from_the_latest_to_the_last_understood(
    exchanges: tuple[Exchange, ...], times: int
) -> None:
    assert failures_in_a_row(exchanges) == times


DATE = said("promise_to_pay", "proposal.ask_date")
BOTH = said("vague_promise", "proposal.ask_both")
AGAIN = said("vague_promise", "proposal.ask_again")


@pytest.mark.parametrize(
    ("exchanges", "key", "asked"),
    [
        ((), "proposal.ask_date", Asked(0, same_words=False)),
        ((DATE,), "proposal.ask_date", Asked(1, same_words=True)),
        ((DATE,), "proposal.date_past", Asked(1, same_words=False)),
        ((DATE,), "proposal.ask_amount", Asked(0, same_words=False)),
        ((DATE, BALANCE), "proposal.ask_date", Asked(0, same_words=False)),
        ((DATE, PERSON_SPOKE), "proposal.ask_date", Asked(0, same_words=False)),
        ((BOTH, AGAIN), "proposal.ask_both", Asked(2, same_words=True)),
        ((said("deny", "plan.declined"),), "next.question", Asked(1, same_words=False)),
        (
            (BOTH, AGAIN, said("vague_promise", "proposal.person")),
            "proposal.ask_both",
            Asked(3, same_words=True),
        ),
        ((BALANCE, BALANCE), "balance.again", Asked(0, same_words=False)),  # an answer, no question
    ],
)
def test_a_question_is_counted_while_nothing_else_was_said(
    exchanges: tuple[Exchange, ...], key: str, asked: Asked
) -> None:
    assert asked_before(exchanges, key) == asked


@given(st.lists(st.sampled_from([LOST, SECOND, BALANCE, TERMS, PERSON_SPOKE, DATE, AGAIN])))
def test_a_turn_that_was_understood_starts_over(exchanges: list[Exchange]) -> None:
    assert 0 <= failures_in_a_row(exchanges) <= len(exchanges)
    assert failures_in_a_row([*exchanges, BALANCE]) == 0
    assert asked_before([*exchanges, BALANCE], "proposal.ask_date").times == 0
