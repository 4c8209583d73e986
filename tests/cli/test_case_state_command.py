"""`arrears case-state` and the API that tells the same: a case whole, as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from arrears.bootstrap import store_of
from arrears.settings import Settings
from tests.builders.command_line import Typed, fails_in_one_line
from tests.builders.line import Line


@pytest.fixture
def line(arrears: Callable[..., Typed]) -> Line:
    """A borrower who asked, proved who they are, and agreed a plan."""
    arrears("migrate")
    line = Line(store_of(Settings()))
    line.write_first()
    for text in ("who is this", "03/09/1975 4421", "I can do $350 a month starting on the 15th", "yes"):
        line.says(text)
    return line


def state(arrears: Callable[..., Typed], line: Line) -> dict:
    typed = arrears("case-state", line.borrower.case.lender_ref, "--json")
    assert (typed.status, typed.out.count("\n")) == (0, 1)
    return json.loads(typed.out)


def test_the_transcript_tells_what_was_said_and_by_which_message(arrears, line: Line) -> None:
    told = state(arrears, line)["transcript"]
    assert [turn["speaker"] for turn in told] == ["bot"] + ["borrower", "bot"] * 4
    proposal, answer = told[5:7]
    assert proposal["intents"] == ["propose_instalment"]
    amounts = [one["value"] for one in proposal["entities"] if one["entity"] == "amount"]
    assert amounts == [350]
    assert answer["templates"] == ["plan.day_moved", "plan.read_back"]
    assert answer["offer_bounds"]["min_instalment"]


def test_the_plan_adds_up_to_what_is_owed(arrears, line: Line) -> None:
    found = state(arrears, line)
    assert found["plan"]["total"] == found["ledger"]["total"]
    assert {promise["outcome"] for promise in found["plan"]["promises"]} == {"open"}
    assert [offer["outcome"] for offer in found["offers"]] == ["accepted"]


def test_the_conversation_is_where_the_dialogue_is_told_it_is(arrears, line: Line) -> None:
    (talk,) = state(arrears, line)["conversations"]
    assert talk["proved"]
    assert talk["channel"] == "sms"
    # The command looks by today's calendar, on which the proof has lapsed long ago.
    assert (talk["stage"], talk["verified"]) == ("unverified", False)


def test_every_contact_is_there_with_what_was_decided(arrears, line: Line) -> None:
    contacts = state(arrears, line)["outreach"]
    assert [each["step"] for each in contacts].count("reply") == 4
    assert {each["decision"] for each in contacts} == {"granted"}


def test_without_the_option_the_document_is_for_people(arrears, line: Line) -> None:
    typed = arrears("case-state", line.borrower.case.id)
    assert json.loads(typed.out)["case"] == line.borrower.case.lender_ref
    assert typed.out.count("\n") > 50


def test_a_case_that_is_none_of_ours_has_no_state(arrears) -> None:
    arrears("migrate")
    fails_in_one_line(arrears("case-state", "nobody"), "no single case")
