"""Which intent leads a turn, what becomes of the others, and when a turn is a plain yes."""

from __future__ import annotations

import re

import pytest

from arrears.dialogue.replying import DECISIONS
from arrears.domain.conversations import Understood
from arrears.domain.ids import MessageId
from arrears.domain.intents import (
    ASKING,
    CHANGING,
    CLOSING,
    COMMITTING,
    OFFERING,
    PRIORITY,
    REFERRED,
    SATISFIED,
    Beside,
    Consenting,
    Heard,
    Intent,
    beside,
    consenting,
    first_of,
    intent_named,
    outranking,
    turns_down,
)

EVERY = tuple(Intent)
THE_PRIORITY = (
    "self_harm > stop_texts > cease_contact > attorney_represented > bankruptcy > deceased > wrong_number > "
    "third_party > third_party_inquiry > military > dispute > already_paid > request_validation > "
    "complaint_regulator > request_human > verify_identity"
)


def heard(text: str) -> Heard:
    leading, *others = (Intent(name) for name in text.split("+"))
    return Heard(MessageId("msg-1"), leading, 0.9, tuple(others))


def test_there_are_53_and_the_priority_is_that_of_the_inventory() -> None:
    assert len(EVERY) == 53
    assert [str(each) for each in PRIORITY] == re.split(r" > ", THE_PRIORITY)


def test_a_name_nobody_knows_is_out_of_scope() -> None:
    assert intent_named("affirm") is Intent.AFFIRM
    assert intent_named("nlu_fallback") is Intent.OUT_OF_SCOPE


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("promise_to_pay+stop_texts", "stop_texts"),
        ("stop_texts+self_harm", "self_harm"),
        ("affirm+dispute", "dispute"),
        ("verify_identity+dispute", "dispute"),
        ("affirm+ask_balance", "affirm"),
        ("ask_balance+affirm", "ask_balance"),
        ("already_paid+dispute", "dispute"),
        ("greet", "greet"),
    ],
)
def test_the_priority_leads_and_else_the_first_of_the_text(text: str, first: str) -> None:
    assert first_of(tuple(Intent(name) for name in text.split("+"))) == first


@pytest.mark.parametrize(
    ("text", "leads_instead"),
    [
        ("affirm", None),
        ("affirm+ask_balance", None),
        ("dispute+affirm", None),
        ("stop_texts+promise_to_pay", None),
        ("promise_to_pay+stop_texts", "stop_texts"),
        ("affirm+dispute", "dispute"),
        ("dispute+self_harm", "self_harm"),
        ("self_harm+stop_texts", None),
        ("affirm+refuse_to_pay", "refuse_to_pay"),
        ("promise_to_pay+refuse_to_pay", "refuse_to_pay"),
        ("refuse_to_pay+promise_to_pay", None),
        ("dispute+refuse_to_pay", None),
        ("promise_to_pay+verify_identity", None),
        ("verify_identity+refuse_to_pay", "refuse_to_pay"),
        ("refuse_to_pay+verify_identity", None),
        ("request_human+refuse_to_pay", None),
        ("verify_identity+cannot_pay", None),
    ],
)
def test_an_engine_that_went_by_a_lighter_intent_is_corrected(text: str, leads_instead: str | None) -> None:
    assert outranking(heard(text)) == leads_instead


def test_a_message_of_which_no_intent_is_known_is_left_as_it_is() -> None:
    assert outranking(Heard(MessageId("msg-1"))) is None


def test_another_lead_loses_no_intent() -> None:
    turned = heard("affirm+ask_balance+dispute").led_by(Intent.DISPUTE)
    assert turned.intent is Intent.DISPUTE
    assert turned.others == (Intent.AFFIRM, Intent.ASK_BALANCE)


@pytest.mark.parametrize("further", EVERY)
def test_every_intent_has_its_sort_and_what_is_to_be_done_has_a_decision(further: Intent) -> None:
    sorts = (SATISFIED, CHANGING, OFFERING, ASKING | {Intent.LANGUAGE_SWITCH}, REFERRED)
    assert sum(further in sort for sort in sorts) == 1
    assert (further in DECISIONS) is (further not in SATISFIED)


@pytest.mark.parametrize("leading", EVERY)
def test_nothing_is_dropped(leading: Intent) -> None:
    done = {further: beside(leading, further) for further in EVERY}
    assert {f for f, what in done.items() if what is Beside.SATISFIED} <= SATISFIED | OFFERING
    assert {f for f, what in done.items() if what in (Beside.ANSWERED, Beside.HEEDED)} <= DECISIONS.keys()


@pytest.mark.parametrize("leading", sorted(CLOSING))
def test_beside_the_end_of_contact_nothing_about_the_debt_is_said(leading: Intent) -> None:
    said = {further for further in EVERY if beside(leading, further) is Beside.ANSWERED}
    assert said <= {Intent.ASK_WHO_ARE_YOU, Intent.ASK_ARE_YOU_HUMAN}


@pytest.mark.parametrize("leading", [Intent.SELF_HARM, Intent.STOP_TEXTS, Intent.CEASE_CONTACT])
def test_a_statutory_answer_stays_alone(leading: Intent) -> None:
    assert not any(beside(leading, further) is Beside.ANSWERED for further in EVERY)


@pytest.mark.parametrize(
    ("leading", "further", "what"),
    [
        ("promise_to_pay", "ask_fees_interest", Beside.ANSWERED),
        ("affirm", "ask_payment_methods", Beside.ANSWERED),
        ("affirm", "request_receipt", Beside.ANSWERED),
        ("affirm", "thanks", Beside.SATISFIED),
        ("affirm", "promise_to_pay", Beside.SATISFIED),
        ("ask_are_you_human", "promise_to_pay", Beside.ANSWERED),
        ("promise_to_pay", "cannot_pay", Beside.ANSWERED),
        ("request_human", "promise_to_pay", Beside.NOTED),
        ("request_human", "ask_balance", Beside.ANSWERED),
        ("stop_texts", "promise_to_pay", Beside.NOTED),
        ("stop_texts", "ask_are_you_human", Beside.NOTED),
        ("stop_texts", "dispute", Beside.HEEDED),
        ("stop_texts", "greet", Beside.SATISFIED),
        ("dispute", "ask_balance", Beside.NOTED),
        ("dispute", "ask_are_you_human", Beside.ANSWERED),
        ("attorney_represented", "dispute", Beside.HEEDED),
        ("wrong_number", "ask_who_are_you", Beside.ANSWERED),
        ("refuse_to_pay", "change_contact", Beside.NOTED),
    ],
)
def test_what_is_done_with_a_further_intent(leading: str, further: str, what: Beside) -> None:
    assert beside(Intent(leading), Intent(further)) is what


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("affirm", Consenting.YES),
        ("confirm_plan", Consenting.YES),
        ("affirm+thanks", Consenting.YES),
        ("affirm+confirm_plan+goodbye", Consenting.YES),
        ("affirm+promise_to_pay", Consenting.YES),
        ("affirm+ask_payment_methods+ask_are_you_human", Consenting.YES),
        ("confirm_plan+request_written", Consenting.YES),
        ("affirm+deny", Consenting.NO),
        ("affirm+cannot_pay", Consenting.NO),
        ("affirm+request_hardship", Consenting.NO),
        ("affirm+cancel_plan", Consenting.NO),
        ("affirm+refuse_to_pay", Consenting.NO),
        ("deny", Consenting.NO),
        ("affirm+vague_promise", Consenting.UNCLEAR),
        ("affirm+ask_payoff", Consenting.UNCLEAR),
        ("affirm+ask_balance", Consenting.UNCLEAR),
        ("affirm+ask_fees_interest", Consenting.UNCLEAR),
        ("affirm+partial_payment", Consenting.UNCLEAR),
        ("affirm+propose_instalment", Consenting.UNCLEAR),
        ("affirm+language_switch", Consenting.UNCLEAR),
        ("affirm+request_extension", Consenting.UNCLEAR),
        ("affirm+request_settlement", Consenting.UNCLEAR),
        ("affirm+change_due_date", Consenting.UNCLEAR),
        ("affirm+repeat_clarify", Consenting.UNCLEAR),
        ("affirm+abusive", Consenting.UNCLEAR),
        ("affirm+out_of_scope", Consenting.UNCLEAR),
        ("affirm+dispute", Consenting.UNCLEAR),
        ("thanks+affirm", Consenting.UNCLEAR),
        ("greet+affirm", Consenting.UNCLEAR),
        ("promise_to_pay", Consenting.UNCLEAR),
    ],
)
def test_a_yes_but_is_no_yes(text: str, meant: Consenting) -> None:
    assert consenting(heard(text)) is meant


@pytest.mark.parametrize(
    ("text", "brings_terms", "turned_down"),
    [
        ("thanks+deny", False, True),
        ("thanks+deny", True, True),
        ("ask_balance+deny", False, True),
        ("ask_balance+deny", True, False),
        ("ask_payment_methods+deny", True, True),
        ("ask_payment_methods+deny+promise_to_pay", True, False),
        ("ask_payment_methods+deny+promise_to_pay", False, True),
        ("change_due_date+deny", False, True),
        ("change_due_date+deny", True, False),
        ("verify_identity+deny", False, True),
        ("cannot_pay+deny", False, True),
        ("dispute+deny", False, True),
        ("dispute+deny+promise_to_pay", True, True),
        ("deny", False, False),
        ("affirm+deny", False, False),
        ("promise_to_pay+deny", False, False),
        ("cancel_plan+deny", False, False),
        ("thanks", False, False),
        ("thanks+affirm", False, False),
    ],
)
def test_a_no_that_does_not_lead_turns_the_offer_down_unless_the_lead_or_other_terms_do(
    text: str, brings_terms: bool, turned_down: bool
) -> None:
    assert turns_down(heard(text), brings_terms=brings_terms) is turned_down


@pytest.mark.parametrize("intent", sorted(set(EVERY) - COMMITTING))
def test_nothing_but_an_affirmation_is_ever_a_yes(intent: Intent) -> None:
    assert consenting(Heard(MessageId("msg-1"), intent, 1.0)) is not Consenting.YES


def test_a_turn_that_was_read_as_one_intent_has_that_one() -> None:
    assert Understood("affirm", 0.9).all_intents == (("affirm", 0.9),)


def test_the_leading_intent_is_always_among_those_of_the_turn() -> None:
    pairs = (("thanks", 0.7), ("affirm", 0.9))
    assert Understood("affirm", 0.9, intents=pairs).all_intents == pairs
    assert Understood("deny", 0.6, intents=pairs).all_intents == (("deny", 0.6), *pairs)
