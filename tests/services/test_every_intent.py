"""What the borrower hears to each intent, verified and not; a person where no machine may answer."""

from __future__ import annotations

import pytest

from arrears.domain.conversations import Stage
from arrears.domain.intents import Intent
from arrears.store import Store, conversations, inbound, offers, plans
from tests.builders.line import SAYINGS, Line, reasons
from tests.builders.store import Borrower, a_borrower, in_china
from tests.fakes.ports import rules

PROOF = "03/09/1975 4421"
PROPOSAL = "I can do $350 a month starting on the 15th"


def a_line(store: Store, sayings: dict[str, str], borrower: Borrower | None = None) -> Line:
    line = Line(store, borrower, SAYINGS | sayings)
    line.write_first()
    return line


def verified(store: Store, sayings: dict[str, str], borrower: Borrower | None = None) -> Line:
    line = a_line(store, sayings, borrower)
    line.says(PROOF)
    return line


def test_there_is_a_rule_for_every_intent_at_every_stage() -> None:
    assert set(rules()) == {(intent, stage) for intent in Intent for stage in Stage}


@pytest.mark.parametrize("intent", sorted(Intent))
@pytest.mark.parametrize("borrower", [a_borrower(), in_china(a_borrower())], ids=["US", "CN"])
def test_a_stranger_gets_an_answer_and_no_figure(
    sqlite_store: Store, intent: Intent, borrower: Borrower
) -> None:
    line = a_line(sqlite_store, {"some words": intent}, borrower)
    reply = line.says("some words")
    assert reply
    assert not any(sign in reply for sign in "$¥￥")


@pytest.mark.parametrize("intent", sorted(Intent))
@pytest.mark.parametrize("borrower", [a_borrower(), in_china(a_borrower())], ids=["US", "CN"])
def test_a_verified_party_gets_an_answer_whose_words_stand(
    sqlite_store: Store, intent: Intent, borrower: Borrower
) -> None:
    line = verified(sqlite_store, {"some words": intent}, borrower)
    assert line.says("some words")
    assert "words_refused" not in reasons(line)


@pytest.mark.parametrize(
    ("intent", "words", "reason"),
    [
        (Intent.REQUEST_SETTLEMENT, "I cannot take anything off the total", "settlement"),
        (Intent.PAYMENT_FAILED, "A person will find out what happened", "payment_failed"),
        (Intent.REQUEST_WRITTEN, "in writing", "written"),
        (Intent.REQUEST_RECEIPT, "once the money has been booked", "receipt"),
        (Intent.REQUEST_CALLBACK, "only at hours that are allowed", "callback"),
        (Intent.CHANGE_CONTACT, "before anything is changed", "change_contact"),
        (Intent.CANCEL_PLAN, "confirm it in writing", "cancel_plan"),
    ],
)
def test_what_no_machine_may_do_goes_to_a_person_who_is_promised_honestly(
    sqlite_store: Store, intent: Intent, words: str, reason: str
) -> None:
    line = verified(sqlite_store, {"some words": intent})
    reply = line.says("some words")
    assert words in reply
    assert "within 30 minutes" in reply
    assert reasons(line) == [reason]


@pytest.mark.parametrize(
    ("intent", "words"),
    [
        (Intent.ASK_FEES_INTEREST, "$25.00 fees"),
        (Intent.ASK_PAYOFF, "By our records on Monday 2 March 2026, the whole amount owed is $1,400.00"),
        (Intent.ASK_PAYMENT_METHODS, "bank transfer"),
        (Intent.PAY_NOW, "by phone at +1 212 555 0100"),
        (Intent.ASK_CREDIT_REPORTING, "neither predict nor promise"),
        (Intent.ASK_LEGAL_CONSEQUENCES, "I cannot give legal advice"),
        (Intent.GREET, "How can I help?"),
        (Intent.THANKS, "You are welcome."),
        (Intent.GOODBYE, "Goodbye"),
        (Intent.REPEAT_CLARIFY, "What could you pay, and by what day?"),
        (Intent.PARTIAL_PAYMENT, "What amount could you pay, and on what day?"),
        (Intent.REQUEST_EXTENSION, "What amount could you pay, and on what day?"),
        (Intent.CHANGE_DUE_DATE, "On what day could you pay it?"),
        (Intent.REFUSE_VERIFICATION, "+1 212 555 0100"),
    ],
)
def test_a_verified_party_hears_what_the_machine_may_say(
    sqlite_store: Store, intent: Intent, words: str
) -> None:
    line = verified(sqlite_store, {"some words": intent})
    assert words in line.says("some words")
    assert reasons(line) == []


@pytest.mark.parametrize("intent", [Intent.ASK_CREDIT_REPORTING, Intent.ASK_LEGAL_CONSEQUENCES])
def test_scripted_facts_make_no_threat_and_no_demand(sqlite_store: Store, intent: Intent) -> None:
    reply = a_line(sqlite_store, {"some words": intent}).says("some words")
    for word in ("pay", "court", "must", "will be reported", "date of birth"):
        assert word not in reply


def test_what_clears_the_account_on_another_day_a_person_works_out(sqlite_store: Store) -> None:
    line = verified(sqlite_store, {"what would clear it on the 20th": Intent.ASK_PAYOFF})
    reply = line.says("what would clear it on the 20th")
    assert "$1,400.00" in reply
    assert "For another day, a person works out the figure" in reply
    assert reasons(line) == ["payoff"]


@pytest.mark.parametrize("intent", [Intent.PARTIAL_PAYMENT, Intent.REQUEST_EXTENSION, Intent.PROMISE_TO_PAY])
def test_terms_are_read_back_and_nothing_is_recorded(sqlite_store: Store, intent: Intent) -> None:
    line = verified(sqlite_store, {"45 on the 20th": intent})
    reply = line.says("45 on the 20th")
    assert "2) $100.00 on Friday 20 March 2026" in reply
    assert reply.endswith("Reply 1 or 2, or tell me what you could manage.")
    assert ("goes to fees first" in reply) is (intent is Intent.PARTIAL_PAYMENT)
    with line.store.read() as tx:
        assert plans.plans_of(tx, line.borrower.case.id) == ()


def test_more_time_for_an_offer_that_waits_is_read_back_with_the_other_day(sqlite_store: Store) -> None:
    line = verified(sqlite_store, {"can i have until the 20th": Intent.REQUEST_EXTENSION})
    line.says(PROPOSAL)
    assert "20 March 2026" in line.says("can i have until the 20th")
    assert reasons(line) == []


def test_a_plan_of_which_something_is_due_is_cancelled_by_a_person(sqlite_store: Store) -> None:
    line = a_line(sqlite_store, {"call it off": Intent.CANCEL_PLAN})
    line.agree()
    line.clock.move(days=14)
    line.says("03/09/1975 4421")
    before = plans_of(line)
    assert "A person will" in line.says("call it off")
    assert len(reasons(line)) == 1
    assert plans_of(line) == before


@pytest.mark.parametrize("intent", [Intent.CHANGE_DUE_DATE, Intent.REQUEST_EXTENSION])
def test_another_day_for_a_plan_that_stands_is_read_back_and_changes_nothing(
    sqlite_store: Store, intent: Intent
) -> None:
    line = a_line(sqlite_store, {"make it the 20th": intent})
    line.agree()
    before = plans_of(line)
    assert "With the other day it would be: every month: $350.00 each on Friday 20 March 2026" in line.says(
        "make it the 20th"
    )
    assert reasons(line) == []
    assert plans_of(line) == before


def test_another_day_that_is_not_named_for_terms_that_wait_is_asked_for(sqlite_store: Store) -> None:
    line = verified(sqlite_store, {"can i have another day": Intent.CHANGE_DUE_DATE})
    line.says(PROPOSAL)
    assert "On what day could you pay it?" in line.says("can i have another day")


def plans_of(line: Line) -> tuple[object, ...]:
    with line.store.read() as tx:
        return plans.plans_of(tx, line.borrower.case.id)


def test_cancelling_an_offer_that_waits_declines_it(sqlite_store: Store) -> None:
    line = verified(sqlite_store, {"undo that": Intent.CANCEL_PLAN})
    line.says(PROPOSAL)
    assert "Nothing is recorded" in line.says("undo that")
    with line.store.read() as tx:
        assert offers.open_offer(tx, line.conversation_id) is None
    assert reasons(line) == []


def test_who_did_not_hear_gets_the_offer_in_full_once_more_and_may_say_yes(sqlite_store: Store) -> None:
    line = verified(sqlite_store, {"come again?": Intent.REPEAT_CLARIFY})
    line.says(PROPOSAL)
    assert "$350.00 each on Monday 16 March 2026, 15 April, 15 May, 15 June" in line.says("come again?")
    assert "recorded" in line.says("yes")


def test_who_did_not_hear_of_a_plan_that_stands_is_told_of_it(sqlite_store: Store) -> None:
    line = a_line(sqlite_store, {"come again?": Intent.REPEAT_CLARIFY})
    line.agree()
    assert "Our agreement stands: every month: $350.00 each on Monday 16 March 2026" in line.says(
        "come again?"
    )


def test_who_will_not_say_who_they_are_is_offered_other_ways(sqlite_store: Store) -> None:
    line = a_line(sqlite_store, {"not telling u my bday": Intent.REFUSE_VERIFICATION})
    reply = line.says("not telling u my bday")
    assert "+1 212 555 0100" in reply
    assert "letter" in reply
    assert "date of birth" not in reply


def test_abuse_is_answered_calmly_once_and_then_by_a_person(sqlite_store: Store) -> None:
    line = a_line(sqlite_store, {"go rot": Intent.ABUSIVE, "drop dead": "ask_who_are_you+abusive"})
    assert "as calmly as I can" in line.says("go rot")
    assert reasons(line) == []
    assert "A person will take over" in line.says("go rot")
    assert reasons(line) == ["abusive"]


def test_abuse_beside_another_intent_counts_too(sqlite_store: Store) -> None:
    line = a_line(sqlite_store, {"go rot": Intent.ABUSIVE, "who tf is this": "ask_who_are_you+abusive"})
    line.says("who tf is this")
    assert "A person will take over" in line.says("go rot")


def test_a_card_number_is_refused_kindly_and_kept_nowhere(sqlite_store: Store) -> None:
    line = a_line(sqlite_store, {})
    line.dialogue.intents = {PROOF: "verify_identity", "take it from •••• •••• •••• ••••": "pay_now"}
    line.says(PROOF)
    reply = line.says("take it from 4111 1111 1111 1111")
    assert reply.startswith("Please do not send card numbers here")
    assert "bank transfer" in reply
    with line.store.read() as tx:
        said = [turn.text for turn in conversations.turns_of(tx, line.conversation_id)]
        stored = inbound.placed(tx, line.dialogue.asked[-1].message_id).text
    assert "4111" not in " ".join([*said, stored, line.dialogue.asked[-1].text])


def test_after_hours_an_answer_is_promised_for_when_the_team_is_there(sqlite_store: Store) -> None:
    line = verified(sqlite_store, {"papers please": Intent.REQUEST_WRITTEN})
    line.clock.move(hours=7)
    assert "after 09:00 on Tuesday 3 March 2026" in line.says("papers please")
