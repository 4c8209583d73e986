"""What may have been said and would end contact: one question, and what is made of its answer."""

from __future__ import annotations

import pytest

from arrears.domain.cases import SpecialStatus
from arrears.domain.doubts import QUESTIONS
from arrears.domain.intents import Intent
from arrears.domain.outreach import OutreachState
from arrears.services.dispatch_outreach import dispatch
from arrears.store import Store, offers
from arrears.store import handovers as handover_rows
from tests.builders.line import SAYINGS, Line, keys, plan_of, reasons, waits
from tests.builders.several import PROOF, PROPOSAL, a_line, has_plan, opted_out, queue, statuses

S = SpecialStatus
TEXT, YES, NO = "my husband says something odd", "yes", "no"
AGAIN = "my husband says it again"
MEANT = "no, I meant something else"
THEN = "and what do I owe then"
SURE = "that is what I say"

ACTS = {
    Intent.STOP_TEXTS: ("optout.confirmation", None),
    Intent.CEASE_CONTACT: ("cease.answer", S.CEASE),
    Intent.ATTORNEY_REPRESENTED: ("special_status.answer", S.ATTORNEY),
    Intent.BANKRUPTCY: ("special_status.answer", S.BANKRUPTCY),
    Intent.DECEASED: ("deceased.answer", S.DECEASED),
    Intent.WRONG_NUMBER: ("wrong_number.answer", S.WRONG_NUMBER),
    Intent.THIRD_PARTY: ("third_party.answer", S.THIRD_PARTY_ANSWERED),
    Intent.THIRD_PARTY_INQUIRY: ("third_party.answer", S.THIRD_PARTY_ANSWERED),
    Intent.DISPUTE: ("dispute.answer", S.DISPUTE),
}
SOMEBODY = {Intent.WRONG_NUMBER, Intent.THIRD_PARTY, Intent.THIRD_PARTY_INQUIRY}
EVERY = pytest.mark.parametrize("intent", sorted(ACTS))


def doubted(store: Store, intent: Intent, *, proposed: bool = False) -> Line:
    """A verified party's line, after words that may be the intent."""
    odds = "floor" if intent is Intent.STOP_TEXTS else "0.6"
    line = a_line(store, f"{intent}@{odds}", proposed=proposed, text=TEXT)
    line.dialogue.intents |= {
        MEANT: "deny", THEN: "ask_balance", SURE: f"{intent}@0.95", AGAIN: f"{intent}@{odds}"
    }  # fmt: skip
    line.says(TEXT)
    return line


@EVERY
def test_a_doubt_ends_nothing_and_asks_one_question(sqlite_store: Store, intent: Intent) -> None:
    line = doubted(sqlite_store, intent)
    assert keys(line) == {QUESTIONS[intent]}
    assert statuses(line) == ({S.THIRD_PARTY_ANSWERED} if intent in SOMEBODY else set())
    assert not opted_out(line)
    assert queue(line)[0].also_said == (intent,)


@EVERY
def test_a_yes_acts_as_the_label_would_have(sqlite_store: Store, intent: Intent) -> None:
    line = doubted(sqlite_store, intent)
    line.says(YES)
    key, status = ACTS[intent]
    assert keys(line) == {key}
    assert status is None or status in statuses(line)
    assert opted_out(line) is (intent in {Intent.STOP_TEXTS, Intent.CEASE_CONTACT})


@EVERY
def test_saying_it_outright_acts_too(sqlite_store: Store, intent: Intent) -> None:
    line = doubted(sqlite_store, intent)
    line.says(SURE)
    assert keys(line) == {ACTS[intent][0]}


@EVERY
def test_a_second_doubt_acts_and_is_not_asked_again(sqlite_store: Store, intent: Intent) -> None:
    line = doubted(sqlite_store, intent)
    line.says(AGAIN)
    assert keys(line) == {ACTS[intent][0]}


@EVERY
@pytest.mark.parametrize("no", [NO, MEANT])
def test_after_a_no_the_talk_goes_on_where_it_was(sqlite_store: Store, intent: Intent, no: str) -> None:
    line = doubted(sqlite_store, intent, proposed=True)
    line.says(no)
    assert keys(line) == {"doubt.cleared", "plan.read_back"}
    assert statuses(line) == frozenset()
    line.says(YES)
    assert has_plan(line)


@EVERY
@pytest.mark.parametrize("answer", [NO, PROPOSAL])
def test_what_was_asked_about_before_is_for_a_person_the_next_time(
    sqlite_store: Store, intent: Intent, answer: str
) -> None:
    line = doubted(sqlite_store, intent)
    line.says(answer if intent not in SOMEBODY else NO)
    line.says(AGAIN)
    assert keys(line) == {"human.waiting"}
    assert statuses(line) == frozenset()
    assert not opted_out(line)
    assert reasons(line) == ["also_said"]


@pytest.mark.parametrize("intent", sorted(set(ACTS) - SOMEBODY))
def test_whoever_tells_what_they_meant_is_answered(sqlite_store: Store, intent: Intent) -> None:
    line = doubted(sqlite_store, intent)
    line.says(PROPOSAL)
    assert keys(line) == {"plan.read_back"}


@pytest.mark.parametrize("intent", sorted(SOMEBODY))
def test_who_may_be_somebody_else_hears_nothing_before_they_say_who_they_are(
    sqlite_store: Store, intent: Intent
) -> None:
    line = doubted(sqlite_store, intent)
    for text in (THEN, "who told you that", "I can do $350 a month for my wife"):
        line.dialogue.intents.setdefault(text, "propose_instalment")
        assert "$" not in line.says(text)
    line.says(PROOF)
    assert statuses(line) == frozenset()
    assert "$" in line.says(THEN)


@pytest.mark.parametrize("intent", sorted(SOMEBODY))
@pytest.mark.parametrize(
    ("text", "label", "key"),
    [
        (PROPOSAL, "propose_instalment", "plan.read_back"),
        ("rent went up, I can only pay a little", "cannot_pay@0.97", "hardship.answer"),
        ("this is about my own loan, what do I owe", "ask_balance", "balance.again"),
        ("I'm the owner, what do we owe", "ask_balance", "balance.again"),
        ("我是老板，这笔贷款还欠多少", "ask_balance", "balance.again"),
        ("I'm the owner of the shop", "third_party_inquiry@0.5+dispute@faint", "doubt.cleared"),
    ],
)
def test_words_of_their_own_loan_end_the_doubt_who_speaks_and_the_talk_goes_on(
    sqlite_store: Store, intent: Intent, text: str, label: str, key: str
) -> None:
    line = doubted(sqlite_store, intent)
    line.dialogue.intents[text] = label
    line.says(text)
    assert {"doubt.cleared", key} <= keys(line)
    assert S.THIRD_PARTY_ANSWERED not in statuses(line)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("I'm her accountant, we can pay 300 a month", "propose_instalment"),
        ("我帮他还，每个月500", "propose_instalment"),
        ("she can't pay, she lost her job", "cannot_pay@0.9"),
        ("what do I owe", "ask_balance"),
        ("my loan, says this letter for my sister", "ask_balance"),
        ("it's my account too", "third_party@0.95"),
    ],
)
def test_words_of_anybody_else_or_of_nobody_leave_it_open(sqlite_store: Store, text: str, label: str) -> None:
    line = doubted(sqlite_store, Intent.THIRD_PARTY)
    line.dialogue.intents[text] = label
    assert "$" not in line.says(text)
    assert S.THIRD_PARTY_ANSWERED in statuses(line)


FAINT = [
    (
        "Hello I am the owner of Golden Wok, this is about my 贷款 right?",
        "dispute@faint+third_party_inquiry@faint",
    ),
    ("要带哪些材料，营业执照要不要", "stop_texts@faint+out_of_scope@0.5"),
    ("rcpt?", "stop_texts@faint"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "labels"), FAINT)
def test_a_faint_label_without_a_word_of_it_asks_nothing_and_is_read_by_a_person(
    sqlite_store: Store, text: str, labels: str
) -> None:
    line = a_line(sqlite_store, labels, text=text)
    line.says(text)
    assert not keys(line) & set(QUESTIONS.values())
    assert statuses(line) == frozenset()
    assert not opted_out(line)
    assert set(queue(line)[0].also_said) == {
        Intent(each[: -len("@faint")]) for each in labels.split("+") if "faint" in each
    }
    line.says(PROPOSAL)
    assert keys(line) == {"plan.read_back"}


@pytest.mark.parametrize(
    ("text", "labels", "asked"),
    [
        (FAINT[2][0], "stop_texts@floor", Intent.STOP_TEXTS),  # not so faint
        ("no more of this on my phone", "stop_texts@faint", Intent.STOP_TEXTS),
        ("bogus", "dispute@faint", Intent.DISPUTE),
        ("打措了", "wrong_number@faint", Intent.WRONG_NUMBER),
        ("我太太以前弄这个", "third_party@faint", Intent.THIRD_PARTY),
        ("take it up with counsel", "attorney_represented@faint", Intent.ATTORNEY_REPRESENTED),
        ("他走了以后都乱了", "deceased@faint", Intent.DECEASED),
        ("ch 7 filer", "bankruptcy@faint", Intent.BANKRUPTCY),
        ("forget that I exist", "cease_contact@faint", Intent.CEASE_CONTACT),
    ],
)
def test_a_faint_label_with_a_word_of_it_is_asked_about(
    sqlite_store: Store, text: str, labels: str, asked: Intent
) -> None:
    line = a_line(sqlite_store, labels, text=text)
    line.says(text)
    assert keys(line) == {QUESTIONS[asked]}


@EVERY
def test_a_yes_to_the_question_agrees_to_no_plan(sqlite_store: Store, intent: Intent) -> None:
    line = doubted(sqlite_store, intent, proposed=True)
    line.says(YES)
    assert plan_of(line) is None


def test_what_the_floor_alone_let_through_beside_an_offer_is_only_shown_to_a_person(
    sqlite_store: Store,
) -> None:
    line = a_line(sqlite_store, "propose_instalment+third_party@floor+cease_contact@floor", text=PROPOSAL)
    line.says(PROPOSAL)
    assert keys(line) == {"plan.read_back"}
    assert queue(line)[0].also_said == ("third_party", "cease_contact")
    line.says(YES)
    assert has_plan(line)


def test_terms_in_the_doubtful_words_are_taken_up_after_the_no(sqlite_store: Store) -> None:
    text = f"{PROPOSAL} but the rest isn't mine"
    line = a_line(sqlite_store, "dispute@0.6+propose_instalment@0.6", text=text)
    line.says(text)
    assert keys(line) == {QUESTIONS[Intent.DISPUTE]}
    line.says(NO)
    assert keys(line) == {"doubt.cleared", "plan.read_back"}


def test_hardship_in_the_doubtful_words_is_heard_after_the_no(sqlite_store: Store) -> None:
    line = a_line(sqlite_store, "attorney_represented@0.7+cannot_pay@0.6", text=TEXT)
    line.says(TEXT)
    line.says(NO)
    assert {"doubt.cleared", "hardship.answer"} <= keys(line)
    assert statuses(line) == {S.HARDSHIP}


@pytest.mark.parametrize(
    ("text", "disputed"),
    [
        ("no, this is not my debt", True),
        ("no, I'm not disputing it", False),
    ],
)
def test_a_no_before_a_certain_dispute_loses_nothing(
    sqlite_store: Store, text: str, *, disputed: bool
) -> None:
    line = doubted(sqlite_store, Intent.DISPUTE)
    line.dialogue.intents[text] = "dispute@0.95+deny"
    line.says(text)
    assert (S.DISPUTE in statuses(line)) is disputed


def test_reviewed_words_of_a_stop_are_no_doubt(sqlite_store: Store) -> None:
    text = "leave me alone please"
    line = a_line(sqlite_store, "cease_contact@0.4", text=text)
    line.says(text)
    assert opted_out(line)
    assert not keys(line) & set(QUESTIONS.values())


@pytest.mark.parametrize(
    ("text", "labels", "ends"),
    [
        ("take my number off ur text blast", "stop_texts@0.5", True),
        ("短信就别再来了", "stop_texts@0.5", True),
        (TEXT, "stop_texts@0.8", True),
        (TEXT, "stop_texts@0.79", False),
        ("and the other one?? do I have to text somebody else for that", "stop_texts@0.55", False),
        ("can my wife text you for me next time or no", "stop_texts@0.62", False),
        ("can he stop texting you", "stop_texts@0.62", False),
        ("以后可以让我老婆发短信给你们不", "stop_texts@0.5", False),
    ],
)
def test_the_likeliest_reading_as_a_stop_is_obeyed_by_its_odds_or_a_word_of_stopping_else_asked_about(
    sqlite_store: Store, text: str, labels: str, *, ends: bool
) -> None:
    line = a_line(sqlite_store, labels, text=text)
    line.says(text)
    assert opted_out(line) is ends
    assert keys(line) == {"optout.confirmation" if ends else "doubt.texts"}


def test_a_certain_end_leads_before_a_doubt(sqlite_store: Store) -> None:
    line = a_line(sqlite_store, "wrong_number@0.5+dispute@0.95", text=TEXT)
    line.says(TEXT)
    assert keys(line) == {"dispute.answer"}
    assert statuses(line) == {S.DISPUTE}


def test_who_adds_to_what_stands_is_asked_nothing(sqlite_store: Store) -> None:
    line = a_line(sqlite_store, "dispute@0.95", text=TEXT)
    line.dialogue.intents["more"] = "dispute@0.5"
    line.says(TEXT)
    line.says("more")
    assert keys(line) <= {"dispute.added", "dispute.person", "dispute.kept"}


@EVERY
def test_while_the_question_is_open_nothing_of_our_own_accord_is_sent(
    sqlite_store: Store, intent: Intent
) -> None:
    line = doubted(sqlite_store, intent)
    row = line.plan_first(id="later", due_at=line.clock.now())
    assert dispatch(line.desk, line.app.messengers, row) is None
    assert line.state_of(row) is OutreachState.DUE
    line.says(NO)
    waits(line, days=1)
    dispatch(line.desk, line.app.messengers, row)
    assert line.state_of(row) is not OutreachState.DUE


def test_it_is_sent_once_a_person_has_seen_to_it(sqlite_store: Store) -> None:
    line = doubted(sqlite_store, Intent.DISPUTE)
    row = line.plan_first(id="later", due_at=line.clock.now())
    with line.store.write() as tx:
        need = handover_rows.queue(tx)[0]
        handover_rows.claim(tx, need.id, "ann", line.clock.now())
        waits(line, minutes=1)
        handover_rows.resolve(tx, need.id, "ann", "looked", line.clock.now())
    waits(line, days=1)
    dispatch(line.desk, line.app.messengers, row)
    assert line.state_of(row) is not OutreachState.DUE


def test_the_unverified_are_asked_without_a_word_of_the_debt(sqlite_store: Store) -> None:
    line = Line(sqlite_store, sayings=SAYINGS | {TEXT: "wrong_number@0.6"})
    line.write_first()
    line.says(TEXT)
    assert keys(line) == {QUESTIONS[Intent.WRONG_NUMBER]}
    line.says(NO)
    assert keys(line) == {"doubt.cleared", "identity.ask"}


def test_the_offer_that_waits_keeps_waiting(sqlite_store: Store) -> None:
    line = doubted(sqlite_store, Intent.DECEASED, proposed=True)
    with line.store.read() as tx:
        assert offers.open_offer(tx, line.conversation_id) is not None


@pytest.mark.parametrize("odds", ["0.5", "0.95"])
@pytest.mark.parametrize(
    "text", ["我不是提异议，就问要交啥材料", "I'm not disputing it, what papers do you need"]
)
def test_who_disputes_nothing_in_so_many_words_is_talked_with_whatever_the_label(
    sqlite_store: Store, text: str, odds: str
) -> None:
    line = doubted(sqlite_store, Intent.DISPUTE)
    line.dialogue.intents[text] = f"dispute@{odds}"
    line.says(text)
    assert "doubt.cleared" in keys(line)
    assert statuses(line) == frozenset()


def test_who_answers_whether_somebody_died_that_nobody_did_is_talked_with(sqlite_store: Store) -> None:
    line = doubted(sqlite_store, Intent.DECEASED)
    text = "lol no nobody died, I meant business is slow"
    line.dialogue.intents[text] = "deny@0.5+self_harm@floor"
    line.says(text)
    assert "doubt.cleared" in keys(line)
    assert statuses(line) == frozenset()


@pytest.mark.parametrize("intent", sorted(SOMEBODY))
@pytest.mark.parametrize(
    ("text", "asked"),
    [("没有固定的 看客人", False), ("it comes as it comes", False), ("my boss reads it", True)],
)
def test_who_answers_our_question_is_doubted_by_a_word_of_somebody_else_alone(
    sqlite_store: Store, intent: Intent, text: str, *, asked: bool
) -> None:
    line = a_line(sqlite_store, f"{intent}@0.4", text=text)
    line.dialogue.intents["I can do $100"] = "promise_to_pay"
    line.says("I can do $100")
    assert keys(line) == {"proposal.ask_date"}
    line.says(text)
    assert (QUESTIONS[intent] in keys(line)) is asked


def test_a_label_of_no_more_contact_beside_words_of_work_alone_ends_no_more_than_calls_there(
    sqlite_store: Store,
) -> None:
    text = "my husband does not know, dont call the shop"
    line = a_line(sqlite_store, "inconvenient+cease_contact@0.9", text=text)
    line.says(text)
    assert keys(line) == {"optout.noted"}
    assert statuses(line) == frozenset()
    line.says(PROPOSAL)
    assert keys(line) == {"plan.read_back"}
