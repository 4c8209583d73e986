"""Several intents in one text: one leads, the others are answered, heeded or noted; none is dropped."""

from __future__ import annotations

import pytest

from arrears.domain.cases import SpecialStatus
from arrears.services.export_evidence import export_case
from arrears.store import Store, conversations, offers
from gateway.turns import take_turn
from tests.builders.line import SAYINGS, Line
from tests.builders.several import PROOF, TEXT, a_line, has_plan, opted_out, queue, statuses


@pytest.mark.parametrize(
    ("intents", "answers"),
    [
        ("ask_are_you_human+ask_balance", ["not a person", "$1,400.00"]),
        ("ask_balance+ask_payment_methods", ["$1,400.00", "bank transfer"]),
        ("ask_who_are_you+ask_fees_interest", ["Hudson Example Bank", "$25.00 fees"]),
        ("thanks+ask_payment_methods", ["bank transfer"]),
        ("greet+request_receipt", ["once the money has been booked"]),
        ("ask_legal_consequences+ask_credit_reporting", ["threaten none", "neither predict"]),
        ("request_human+ask_are_you_human", ["A person will get back", "not a person"]),
        ("inconvenient+request_callback", ["What time of day", "you want a call"]),
        ("payment_failed+ask_payment_methods", ["did not work", "bank transfer"]),
    ],
)
def test_each_question_is_answered_in_one_reply(
    sqlite_store: Store, intents: str, answers: list[str]
) -> None:
    line = a_line(sqlite_store, intents)
    before = len(line.carrier.sent)
    reply = line.says(TEXT)
    assert len(line.carrier.sent) == before + 1
    for words in answers:
        assert words in reply


@pytest.mark.parametrize("leading", ["deny", "vague_promise", "affirm", "promise_to_pay"])
@pytest.mark.parametrize("proposed", [False, True])
def test_who_cannot_pay_is_not_asked_for_money_in_the_same_breath(
    sqlite_store: Store, leading: str, proposed: bool
) -> None:
    line = a_line(sqlite_store, f"{leading}+cannot_pay", proposed=proposed)
    reply = line.says(TEXT)
    assert "I am sorry to hear that" in reply
    assert "what day" not in reply


DEMANDS = ("What could you", "What amount", "How much could", "what day", "Shall I record")


@pytest.mark.parametrize("further", ["cannot_pay", "request_hardship"])
@pytest.mark.parametrize(
    "beside",
    ["ask_balance", "thanks+affirm", "repeat_clarify", "partial_payment", "cancel_plan", "greet+deny"],
)
@pytest.mark.parametrize("hardship_leads", [False, True])
@pytest.mark.parametrize("proposed", [False, True])
def test_nothing_is_demanded_beside_hardship_whichever_leads(
    sqlite_store: Store, beside: str, further: str, hardship_leads: bool, proposed: bool
) -> None:
    intents = f"{further}+{beside}" if hardship_leads else f"{beside}+{further}"
    line = a_line(sqlite_store, intents, proposed=proposed)
    reply = line.says(TEXT)
    assert "I am sorry to hear that" in reply
    assert not any(words in reply for words in DEMANDS)
    assert ("$1,400.00" in reply) is (beside == "ask_balance")


def test_who_proves_who_they_are_and_cannot_pay_hears_the_sum_and_no_demand(sqlite_store: Store) -> None:
    line = Line(sqlite_store, sayings={PROOF: "verify_identity+cannot_pay"})
    line.write_first()
    reply = line.says(PROOF)
    assert "$1,400.00" in reply
    assert "I am sorry to hear that" in reply
    assert not any(words in reply for words in DEMANDS)


def test_who_proves_who_they_are_and_refuses_to_pay_hears_no_figure_and_no_demand(
    sqlite_store: Store,
) -> None:
    line = Line(sqlite_store, sayings={PROOF: "verify_identity+refuse_to_pay"})
    line.write_first()
    reply = line.says(PROOF)
    assert "I will not ask again" in reply
    assert "$" not in reply
    assert not any(words in reply for words in DEMANDS)
    assert SpecialStatus.REFUSED_TO_PAY in statuses(line)


@pytest.mark.parametrize("said", ["cannot_pay", "refuse_to_pay", "greet"])
@pytest.mark.parametrize("later", ["repeat_clarify", "ask_balance", "affirm", "thanks+affirm"])
def test_money_is_asked_for_again_only_of_who_has_not_said_that_they_cannot_or_will_not_pay(
    sqlite_store: Store, said: str, later: str
) -> None:
    line = a_line(sqlite_store, later)
    line.dialogue.intents["before"] = said
    line.says("before")
    reply = line.says(TEXT)
    assert reply
    assert any(words in reply for words in DEMANDS) is (said == "greet")


@pytest.mark.parametrize("leading", ["ask_balance", "change_due_date", "out_of_scope", "promise_to_pay"])
@pytest.mark.parametrize("further", ["promise_to_pay", "partial_payment+promise_to_pay", "change_due_date"])
def test_the_terms_of_a_turn_are_taken_once(sqlite_store: Store, leading: str, further: str) -> None:
    text = "200 on the 20th"
    line = a_line(sqlite_store, f"{leading}+{further}", proposed=True, text=text)
    assert line.says(text).count("Shall I record this?") == 1


def test_cancelling_beside_new_terms_takes_the_new_terms(sqlite_store: Store) -> None:
    text = "undo that, 200 on the 20th"
    line = a_line(sqlite_store, "cancel_plan+promise_to_pay", proposed=True, text=text)
    assert "7 payments of $200.00" in line.says(text)


@pytest.mark.parametrize("leading", ["affirm", "deny"])
def test_cancelling_beside_a_yes_or_no_to_an_offer_needs_no_person(sqlite_store: Store, leading: str) -> None:
    line = a_line(sqlite_store, f"{leading}+cancel_plan", proposed=True)
    assert "Nothing is recorded" in line.says(TEXT)
    assert queue(line) == []


def test_a_wrong_number_that_also_says_stop_waits_for_nobody(sqlite_store: Store) -> None:
    line = a_line(sqlite_store, "stop_texts+wrong_number+greet")
    line.says(TEXT)
    assert queue(line) == []


def test_nothing_is_said_twice(sqlite_store: Store) -> None:
    reply = a_line(sqlite_store, "ask_balance+ask_fees_interest+ask_payoff").says(TEXT)
    assert reply.count("$1,400.00") == 1


@pytest.mark.parametrize("intents", ["affirm+ask_payment_methods", "confirm_plan+thanks+ask_payment_methods"])
def test_a_yes_with_a_question_records_and_answers(sqlite_store: Store, intents: str) -> None:
    line = a_line(sqlite_store, intents, proposed=True)
    reply = line.says(TEXT)
    assert "It is recorded: every month: $350.00 each on Monday 16 March 2026" in reply
    assert "bank transfer" in reply
    assert has_plan(line)


def test_a_proposal_with_a_question_is_read_back_last(sqlite_store: Store) -> None:
    line = a_line(sqlite_store, "promise_to_pay+ask_are_you_human", text="90 on the 22nd, are you a robot?")
    reply = line.says("90 on the 22nd, are you a robot?")
    assert "not a person" in reply
    assert reply.endswith("tell me what you could manage.")


def test_a_question_before_a_proposal_changes_nothing(sqlite_store: Store) -> None:
    text = "are you a robot? 350 a month from the 15th"
    line = a_line(sqlite_store, "ask_are_you_human+propose_instalment", text=text)
    reply = line.says(text)
    assert "not a person" in reply
    assert "$350.00 each on Monday 16 March 2026, 15 April, 15 May, 15 June" in reply
    assert "It is recorded" in line.says("yes")


def test_who_proves_who_they_are_and_proposes_hears_the_proposal_read_back(sqlite_store: Store) -> None:
    text = "03/09/1975 4421, I can do $350 a month starting on the 15th"
    line = Line(sqlite_store, sayings=SAYINGS | {text: "verify_identity+propose_instalment"})
    line.write_first()
    assert "$350.00 each on Monday 16 March 2026, 15 April, 15 May, 15 June" in line.says(text)
    assert not has_plan(line)


def test_who_cannot_pay_all_but_offers_something_hears_both(sqlite_store: Store) -> None:
    text = "lost my job but 45 on the 20th i can"
    line = a_line(sqlite_store, "cannot_pay+promise_to_pay", text=text)
    reply = line.says(text)
    assert "I am sorry to hear that" in reply
    assert "$50.00" not in reply  # the least reduced payment is more than they named
    assert "stays due, and we look at it again on that day" in reply
    assert reply.endswith("You need not decide today.")
    assert not has_plan(line)
    assert SpecialStatus.HARDSHIP in statuses(line)
    assert [waiting.reason for waiting in queue(line)] == ["hardship"]


@pytest.mark.parametrize(
    ("intents", "reply"),
    [
        ("affirm+deny", "Nothing is recorded"),
        ("affirm+cannot_pay", "Nothing is recorded"),
        ("affirm+cancel_plan", "Nothing is recorded"),
        ("deny+cannot_pay", "Nothing is recorded"),
        ("affirm+refuse_to_pay", "I will not ask again"),
        ("affirm+dispute", "we pause while it is checked"),
        ("affirm+already_paid", "we pause while it is checked"),
        ("affirm+request_human", "A person will get back to you"),
        ("affirm+vague_promise", "once more:"),
        ("affirm+request_extension", "once more:"),
        ("affirm+ask_payoff", "once more:"),
        ("affirm+request_settlement", "once more:"),
        ("affirm+change_due_date", "once more:"),
        ("affirm+out_of_scope", "once more:"),
        ("thanks+affirm", "Let me read that back"),
        ("greet+affirm", "Let me read that back"),
        ("thanks", "You are welcome."),
        ("stop_texts+affirm", "You have opted out"),
        ("self_harm+affirm", "988"),
        ("attorney_represented+affirm", "stopped our messages"),
    ],
)
@pytest.mark.parametrize("engine_leads_with_the_yes", [False, True])
def test_a_yes_with_a_but_records_nothing(
    sqlite_store: Store, intents: str, reply: str, engine_leads_with_the_yes: bool
) -> None:
    line = a_line(sqlite_store, intents, proposed=True)
    if engine_leads_with_the_yes and intents.startswith("affirm"):
        line.dialogue.leading = "affirm"
    assert reply in line.says(TEXT)
    assert not has_plan(line)


@pytest.mark.parametrize("courtesy", ["thanks", "greet", "goodbye"])
def test_a_courtesy_a_yes_and_a_question_keep_the_read_back(sqlite_store: Store, courtesy: str) -> None:
    line = a_line(sqlite_store, f"{courtesy}+affirm+ask_payment_methods", proposed=True)
    reply = line.says(TEXT)
    assert "bank transfer" in reply
    assert "$350.00 each on Monday 16 March 2026, 15 April, 15 May, 15 June" in reply
    assert reply.endswith("tell me what to change.")
    assert "It is recorded" in line.says("yes")


def test_a_courtesy_with_three_questions_has_three_answers_and_is_not_returned(sqlite_store: Store) -> None:
    reply = a_line(sqlite_store, "thanks+ask_payment_methods+ask_balance+ask_are_you_human").says(TEXT)
    for words in ("bank transfer", "$1,400.00", "not a person"):
        assert words in reply
    assert "You are welcome" not in reply


def test_a_stranger_who_greets_and_asks_who_we_are_is_told(sqlite_store: Store) -> None:
    line = Line(sqlite_store, sayings={TEXT: "greet+ask_who_are_you+ask_are_you_human"})
    line.write_first()
    reply = line.says(TEXT)
    assert reply.count("Hudson Example Bank") == 1
    assert "not a person" in reply


def is_open(line: Line) -> bool:
    with line.store.read() as tx:
        return offers.open_offer(tx, line.conversation_id) is not None


@pytest.mark.parametrize(
    ("intents", "words"),
    [
        ("thanks+deny", ["Nothing is recorded"]),
        ("ask_balance+deny", ["Nothing is recorded", "$1,400.00"]),
        ("ask_payment_methods+deny", ["Nothing is recorded", "bank transfer"]),
        ("request_human+deny", ["Nothing is recorded", "A person will get back"]),
        ("cancel_plan+deny", ["Nothing is recorded"]),
        ("change_due_date+deny", ["Nothing is recorded", "On what day could you pay it?"]),
        ("language_switch+deny", ["没有登记任何内容", "我们用中文继续"]),
    ],
)
def test_a_no_that_does_not_lead_takes_the_offer_off_the_table_and_says_so(
    sqlite_store: Store, intents: str, words: list[str]
) -> None:
    line = a_line(sqlite_store, intents, proposed=True, text="说中文，不行")
    reply = line.says("说中文，不行")
    for each in words:
        assert each in reply
    assert reply.count("Nothing is recorded") <= 1
    assert not is_open(line)
    line.says("yes")
    assert not has_plan(line)


@pytest.mark.parametrize("leading", ["dispute", "refuse_to_pay", "stop_texts"])
def test_beside_the_end_of_contact_a_no_closes_the_offer_without_a_word(
    sqlite_store: Store, leading: str
) -> None:
    line = a_line(sqlite_store, f"{leading}+deny", proposed=True)
    assert "recorded" not in line.says(TEXT)
    assert not is_open(line)


@pytest.mark.parametrize("intents", ["thanks+deny", "ask_balance+deny"])
def test_a_no_where_nothing_waits_says_nothing_of_an_offer(sqlite_store: Store, intents: str) -> None:
    assert "recorded" not in a_line(sqlite_store, intents).says(TEXT)


def test_a_no_with_other_terms_has_those_read_back(sqlite_store: Store) -> None:
    text = "how much in all? no, 200 on the 20th"
    line = a_line(sqlite_store, "ask_balance+deny", proposed=True, text=text)
    reply = line.says(text)
    assert "7 payments of $200.00" in reply
    assert "Nothing is recorded" not in reply
    assert is_open(line)


@pytest.mark.parametrize("intents", ["affirm+vague_promise", "affirm+request_settlement", "thanks+affirm"])
def test_the_plain_yes_that_follows_records(sqlite_store: Store, intents: str) -> None:
    line = a_line(sqlite_store, intents, proposed=True)
    line.says(TEXT)
    assert "It is recorded" in line.says("yes")


def test_a_yes_beside_a_stop_that_only_the_recogniser_hears_records_nothing(sqlite_store: Store) -> None:
    line = a_line(sqlite_store, "affirm", proposed=True, text="yes, and stop texting me")
    assert "You have opted out" in line.says("yes, and stop texting me")
    assert not has_plan(line)
    (waiting,) = queue(line)
    assert (waiting.reason, waiting.also_said) == ("stop_with_more", ("affirm",))


@pytest.mark.parametrize("leading", [None, "promise_to_pay"])
def test_a_promise_beside_a_stop_is_an_opt_out_and_a_note(sqlite_store: Store, leading: str | None) -> None:
    text = "90 on the 22nd and no more of these"
    line = a_line(sqlite_store, "promise_to_pay+stop_texts", text=text)
    line.dialogue.leading = leading
    reply = line.says(text)
    assert reply.endswith("You have opted out. We will not text this number again.")
    assert "$" not in reply
    assert opted_out(line)
    (waiting,) = queue(line)
    assert (waiting.reason, waiting.also_said) == ("stop_with_more", ("promise_to_pay",))
    with line.store.read() as tx:
        assert offers.open_offer(tx, line.conversation_id) is None
    assert not has_plan(line)


@pytest.mark.parametrize(
    ("intents", "raised"),
    [
        ("stop_texts+dispute", {SpecialStatus.DISPUTE}),
        ("stop_texts+wrong_number", {SpecialStatus.WRONG_NUMBER}),
        ("attorney_represented+bankruptcy", {SpecialStatus.ATTORNEY, SpecialStatus.BANKRUPTCY}),
        ("dispute+complaint_regulator", {SpecialStatus.DISPUTE, SpecialStatus.COMPLAINT}),
        ("dispute+refuse_to_pay", {SpecialStatus.DISPUTE, SpecialStatus.REFUSED_TO_PAY}),
    ],
)
def test_whatever_changes_the_law_of_the_case_is_written_down(
    sqlite_store: Store, intents: str, raised: set[SpecialStatus]
) -> None:
    line = a_line(sqlite_store, intents)
    assert line.says(TEXT)
    assert raised <= statuses(line)


def test_self_harm_in_words_to_be_feared_beside_another_thing_is_written_down(sqlite_store: Store) -> None:
    words = "I can't pay and I want to die"
    line = Line(sqlite_store, sayings={words: "self_harm+cannot_pay"})
    line.write_first()
    assert "988" in line.says(words)
    assert SpecialStatus.SELF_HARM in statuses(line)


def test_self_harm_that_no_word_bears_out_is_asked_about_with_where_help_is(sqlite_store: Store) -> None:
    line = a_line(sqlite_store, "self_harm+cannot_pay")
    assert "988" in line.says(TEXT)
    assert SpecialStatus.SELF_HARM not in statuses(line)


@pytest.mark.parametrize("leading", ["self_harm", "cease_contact", "attorney_represented", "dispute"])
def test_a_stop_beside_something_heavier_is_a_stop(sqlite_store: Store, leading: str) -> None:
    line = a_line(sqlite_store, f"{leading}+stop_texts")
    line.says(TEXT)
    assert opted_out(line)


def test_what_a_turn_says_beside_a_dispute_waits_for_the_person_who_checks_it(sqlite_store: Store) -> None:
    line = a_line(sqlite_store, "dispute+ask_balance+ask_are_you_human+thanks")
    reply = line.says(TEXT)
    assert "not a person" in reply
    assert "$" not in reply
    (waiting,) = queue(line)
    assert (waiting.reason, waiting.also_said) == ("dispute", ("ask_balance",))


def test_notes_of_several_turns_are_gathered(sqlite_store: Store) -> None:
    line = a_line(sqlite_store, "request_human+promise_to_pay")
    line.dialogue.intents["again"] = "request_human+promise_to_pay+request_settlement"
    line.says(TEXT)
    line.says("again")
    (waiting,) = queue(line)
    assert (waiting.reason, waiting.also_said) == (
        "asked_for_person",
        ("promise_to_pay", "request_settlement"),
    )


def test_a_stranger_who_asks_two_things_hears_no_figure_and_one_identity_question(
    sqlite_store: Store,
) -> None:
    line = Line(sqlite_store, sayings={TEXT: "ask_are_you_human+ask_balance+ask_payoff"})
    line.write_first()
    reply = line.says(TEXT)
    assert "not a person" in reply
    assert reply.count("date of birth") == 1
    assert "$" not in reply


def test_the_wrong_number_that_asks_who_we_are_is_told_and_asked_nothing(sqlite_store: Store) -> None:
    line = Line(sqlite_store, sayings={TEXT: "wrong_number+ask_who_are_you"})
    line.write_first()
    reply = line.says(TEXT)
    assert "Hudson Example Bank" in reply
    assert "date of birth" not in reply


@pytest.mark.parametrize("said", ["wrong_number", "third_party", "attorney_represented", "ask_are_you_human"])
@pytest.mark.parametrize("later", ["greet", "out_of_scope", "verify_identity", "ask_who_are_you", "thanks"])
def test_who_is_not_the_person_or_has_an_attorney_is_never_asked_who_they_are(
    sqlite_store: Store, said: str, later: str
) -> None:
    line = Line(sqlite_store, sayings={TEXT: said, "later": later, "04/04/1971 0001": "verify_identity"})
    line.write_first()
    line.says(TEXT)
    asked = "date of birth" in line.says("later")
    told_wrong = "date of birth" in line.says("04/04/1971 0001")
    assert not asked or said == "ask_are_you_human"
    # Whoever gives a proof beside somebody else may be the person: that it is wrong is said.
    assert (asked or told_wrong) is (said in {"ask_are_you_human", "third_party"})


def test_a_message_taken_twice_is_one_effect(store: Store) -> None:
    line = a_line(store, "affirm+ask_payment_methods+request_receipt", proposed=True)
    message_id = line.arrives(TEXT)
    take_turn(line.app, message_id)
    sent, waiting = len(line.carrier.sent), queue(line)
    take_turn(line.app, message_id)
    assert (len(line.carrier.sent), queue(line)) == (sent, waiting)


def test_every_intent_of_the_turn_is_in_the_transcript_and_the_evidence(store: Store) -> None:
    line = a_line(store, "thanks+ask_balance+dispute")
    line.says(TEXT)
    with store.read() as tx:
        heard = conversations.turns_of(tx, line.conversation_id)[-2].understood
    assert heard is not None
    assert heard.intent == "dispute"
    assert [name for name, _ in heard.all_intents] == ["thanks", "ask_balance", "dispute"]
    entries = export_case(line.desk, line.borrower.case.id, None)["entries"]
    told = [entry["payload"]["intents"] for entry in entries if entry["kind"] == "turn"]
    assert ["thanks", "ask_balance", "dispute"] in told
