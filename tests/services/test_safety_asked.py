"""Whether self-harm that the engine heard is a statement, is asked about, or is read by a person alone."""

from __future__ import annotations

import pytest

from arrears.domain.cases import SpecialStatus
from arrears.store import Store
from tests.builders.line import SAYINGS, Line, keys, reasons
from tests.builders.several import PROPOSAL, a_line, queue, statuses

S = SpecialStatus
DOUBT = "okay I'm home, I have my purse and my glasses"
THEN = "and what do I owe then"
FEAR = "I feel hopeless"
HOPE = "就是不会再罚我钱了吧"
LABELS = {
    THEN: "ask_balance",
    FEAR: "self_harm@floor+cannot_pay",
    HOPE: "refuse_to_pay@0.9",
    "what?": "repeat_clarify",
    "yes": "affirm",
    "lol no": "deny",
    "no": "deny",
}


def asked(store: Store, labels: str = "self_harm@0.95", text: str = DOUBT) -> Line:
    """A verified party's line, after words that are no fear and were taken for one."""
    line = a_line(store, labels, text=text)
    line.dialogue.intents |= LABELS
    line.says(text)
    return line


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("I got a letter from you saying I'm past due", "self_harm@0.85"),
        ("trucks parked till april", "self_harm@0.95"),
        ("I'd rather sort this out than keep ducking it", "cease_contact@floor"),
    ],
)
def test_first_words_of_business_alone_are_answered_and_nobody_is_called_urgently(
    sqlite_store: Store, text: str, labels: str
) -> None:
    line = Line(sqlite_store, sayings=SAYINGS | {text: labels})
    line.write_first()
    line.says(text)
    assert keys(line) == {"who.answer"}
    assert reasons(line) == ["also_said"]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (
            "my sister said she might lend me 200 but i dont want to count on that",
            "dispute@0.3+self_harm@0.5",
        ),
        ("once both are in, that's it, right? nothing more comes after", "vague_promise@0.6+self_harm@0.4"),
        ("我姐说可能借我200 但我不想指望这个", "self_harm@0.9"),
    ],
)
def test_money_lent_and_whether_all_is_paid_then_call_nobody_urgently(
    sqlite_store: Store, text: str, labels: str
) -> None:
    line = asked(sqlite_store, labels, text)
    assert not keys(line) & {"doubt.safety", "crisis.answer"}
    assert "self_harm" not in reasons(line)


def test_beside_one_more_word_they_are_asked_about_as_before(sqlite_store: Store) -> None:
    line = Line(sqlite_store, sayings=SAYINGS | {"trucks parked, and me too": "self_harm@0.95"})
    line.write_first()
    line.says("trucks parked, and me too")
    assert keys(line) == {"doubt.safety"}


@pytest.mark.parametrize("odds", ["floor", "0.4", "0.95"])
def test_the_label_alone_is_asked_about_at_whatever_odds_with_help_named_and_a_person_called(
    sqlite_store: Store, odds: str
) -> None:
    line = asked(sqlite_store, f"self_harm@{odds}")
    assert keys(line) == {"doubt.safety"}
    assert "988" in line.carrier.sent[-1][1]
    assert reasons(line) == ["self_harm"]
    assert statuses(line) == frozenset()


def test_beside_a_certain_end_lower_odds_without_such_a_word_call_an_urgent_person(
    sqlite_store: Store,
) -> None:
    line = asked(sqlite_store, "bankruptcy@0.95+self_harm@0.79")
    assert keys(line) == {"special_status.answer"}
    assert reasons(line) == ["self_harm"]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("I'd rather be dead", "self_harm@0.3"),
        ("I'm paying, living like this", "self_harm@floor+pay_now@0.9"),
        ("钱我还，活着也没意思", "self_harm@floor+pay_now@0.9"),
        ("im on the overpass", "self_harm@0.95+dispute@0.5"),
        (DOUBT, "self_harm@0.8+bankruptcy@0.95"),
    ],
)
def test_a_word_to_be_feared_and_a_certain_end_make_it_a_statement(
    sqlite_store: Store, text: str, labels: str
) -> None:
    line = asked(sqlite_store, labels, text)
    assert keys(line) == {"crisis.answer"}
    assert statuses(line) >= {S.SELF_HARM}


@pytest.mark.parametrize("text", ["lol I am fine im safe", "我没事"])
def test_who_says_unasked_that_they_are_well_is_asked_nothing(sqlite_store: Store, text: str) -> None:
    line = asked(sqlite_store, "self_harm@0.46", text)
    assert not keys(line) & {"doubt.safety", "crisis.answer"}


@pytest.mark.parametrize(
    ("text", "labels", "reason"),
    [
        ("if i wanted to be completely done with this what would it take", "self_harm@floor", "self_harm"),
        (DOUBT, "self_harm@0.7", "self_harm"),
        (DOUBT, "self_harm@faint", "also_said"),
        ("江边跑步呢 欠多少", "self_harm@faint", None),
    ],
)
def test_beside_what_is_likelier_and_no_such_word_a_person_reads_it_and_the_turn_is_answered(
    sqlite_store: Store, text: str, labels: str, reason: str | None
) -> None:
    line = asked(sqlite_store, f"{labels}+ask_balance@0.97", text)
    assert keys(line) == ({"balance.again"} if reason else {"doubt.safety"})
    assert reasons(line) == [reason or "self_harm"]
    assert statuses(line) == frozenset()


def test_a_sum_and_a_day_that_answer_what_was_asked_are_taken_up(sqlite_store: Store) -> None:
    line = asked(sqlite_store, "self_harm@0.95", "350 a month from the 15th, each payday")
    assert keys(line) == {"plan.read_back"}
    assert reasons(line) == ["self_harm"]


@pytest.mark.parametrize("text", ["no", FEAR, "I don't know", "i want to kill myself", "不", "说不准"])
def test_a_no_what_leaves_it_open_and_what_is_feared_are_a_statement(sqlite_store: Store, text: str) -> None:
    line = asked(sqlite_store)
    line.says(text)
    assert keys(line) == {"crisis.answer"}
    assert statuses(line) == {S.SELF_HARM}


def test_the_same_label_at_high_odds_is_one_too(sqlite_store: Store) -> None:
    line = asked(sqlite_store)
    line.says(DOUBT)
    assert keys(line) == {"crisis.answer"}


CREDIT = "我教了一辈子书，从来没有拖欠过别人的钱，这件事会不会已经影响到我的征信了？"
SHORT = "is this on my credit report already"
WORSE = "is this on my credit report, i want to die"


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (CREDIT, "self_harm@0.73+dispute@floor+ask_credit_reporting@0.6"),
        (CREDIT, "self_harm@0.97+ask_credit_reporting@0.6"),
        (SHORT, "self_harm@0.97+ask_credit_reporting@0.6"),
    ],
)
def test_a_plain_question_is_no_yes_to_harm_and_is_answered_while_the_person_stays_called(
    sqlite_store: Store, text: str, labels: str
) -> None:
    line = asked(sqlite_store)
    line.dialogue.intents[text] = labels
    line.says(text)
    assert keys(line) == {"doubt.misread", "script.reporting"}
    assert statuses(line) == frozenset()
    assert "self_harm" in reasons(line)
    line.says(PROPOSAL)
    assert keys(line) == {"plan.read_back"}


SPARE, QUARREL = "谢谢您的说明。能拿出来的大概就是每月三百五", "每月三百五？这笔钱不对"
BARE = "487?? try 87"


@pytest.mark.parametrize(("text", "disputed"), [(SPARE, False), (QUARREL, True), (BARE, True)])
def test_a_sum_without_a_word_of_a_dispute_is_no_yes_to_one_and_what_they_had_asked_is_answered(
    sqlite_store: Store, text: str, disputed: bool
) -> None:
    line = asked(sqlite_store)
    line.dialogue.intents |= {
        CREDIT: "self_harm@0.5+dispute@0.4+ask_credit_reporting@0.6",
        SPARE: "dispute@0.45",
        QUARREL: "dispute@0.45",
        BARE: "dispute@0.45",
    }
    line.says(CREDIT)
    assert keys(line) == {"doubt.misread", "doubt.dispute"}
    line.says(text)
    assert ("script.reporting" in keys(line)) is not disputed
    assert (S.DISPUTE in statuses(line)) is disputed


def test_neither_is_a_sum_with_its_day(sqlite_store: Store) -> None:
    line = asked(sqlite_store)
    line.dialogue.intents[PROPOSAL] = "self_harm@0.95"
    line.says(PROPOSAL)
    assert keys(line) == {"doubt.misread", "plan.read_back"}


def test_a_question_with_a_word_to_be_feared_is_one(sqlite_store: Store) -> None:
    line = asked(sqlite_store)
    line.dialogue.intents[WORSE] = "self_harm@0.5+ask_credit_reporting@0.9"
    line.says(WORSE)
    assert keys(line) == {"crisis.answer"}


@pytest.mark.parametrize(
    "text",
    ["yes", "yeah", "im good", "lol no", "I'm safe", "lol I am fine im safe", "我没事", "没有啊", "what?"],
)
def test_who_is_well_hears_that_they_were_misread_and_is_asked_once_more(
    sqlite_store: Store, text: str
) -> None:
    line = asked(sqlite_store)
    line.says(text)
    assert keys(line) == {"doubt.misread", "doubt.say_again"}
    assert statuses(line) == frozenset()
    line.says(PROPOSAL)
    assert keys(line) == {"plan.read_back"}


@pytest.mark.parametrize(
    ("text", "key"),
    [(THEN, "balance.again"), (PROPOSAL, "plan.read_back"), (HOPE, "interest.late_again")],
)
def test_who_plainly_goes_on_is_answered(sqlite_store: Store, text: str, key: str) -> None:
    line = asked(sqlite_store)
    line.says(text)
    assert keys(line) == {"doubt.misread", key}
    assert statuses(line) == frozenset()
    line.says(THEN)
    assert "doubt.misread" not in keys(line)


def test_what_they_had_said_when_they_were_misread_is_answered_now(sqlite_store: Store) -> None:
    line = asked(sqlite_store, "self_harm@0.95+ask_balance@0.4")
    assert keys(line) == {"doubt.safety"}
    line.says("im good")
    assert keys(line) == {"doubt.misread", "balance.again"}


def test_the_offer_that_waits_is_read_back(sqlite_store: Store) -> None:
    line = a_line(sqlite_store, "self_harm@0.95", proposed=True, text=DOUBT)
    line.dialogue.intents |= LABELS
    line.says(DOUBT)
    line.says("im good")
    assert keys(line) == {"doubt.misread", "plan.read_back"}


def test_who_was_misread_once_is_not_asked_again_and_a_person_reads_it(sqlite_store: Store) -> None:
    line = asked(sqlite_store)
    line.says("im good")
    line.says(DOUBT)
    assert not keys(line) & {"doubt.safety", "crisis.answer", "human.waiting"}
    assert reasons(line) == ["self_harm"]
    assert queue(line)
    line.says(PROPOSAL)
    assert keys(line) == {"plan.read_back"}


def test_before_the_proof_nothing_of_the_debt_is_told(sqlite_store: Store) -> None:
    line = Line(sqlite_store, sayings=SAYINGS | LABELS | {DOUBT: "self_harm@0.95"})
    line.write_first()
    line.says(DOUBT)
    line.says("im good")
    assert keys(line) == {"doubt.misread", "identity.ask"}


@pytest.mark.parametrize(
    ("text", "labels", "key"),
    [
        ("still good with the plan, just short this once", "confirm_plan@0.4+self_harm@0.06", None),
        ("过桥我不想借，被坑过", "self_harm@0.69+refuse_to_pay@0.85", None),
        ("my client went under", "self_harm@0.3+deceased@0.44", "doubt.safety"),
    ],
)
def test_labels_that_no_word_bears_out_end_no_talk(
    sqlite_store: Store, text: str, labels: str, key: str | None
) -> None:
    line = asked(sqlite_store, labels, text)
    assert keys(line) == {key} if key else "crisis.answer" not in keys(line)
