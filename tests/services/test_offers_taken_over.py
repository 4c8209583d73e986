"""A person takes a conversation over: no later yes agrees to what the agent had read back before."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from arrears.domain.call_scripts import Ends, Transfer
from arrears.domain.conversations import AnsweredTurn, AskedTurn
from arrears.domain.ids import CaseId, ConversationId
from arrears.domain.people import Channel, Language
from arrears.ports import Dialogue
from arrears.services import take_over
from arrears.services.decide_approval import approve
from arrears.services.dispatch_outreach import dispatch, dispatch_due
from arrears.services.transfer_call import Reached, person_takes, transfer_call, transfer_ended
from arrears.store import Store, conversations, offers
from arrears.store.access import User
from arrears.store.evidence import entries_of
from arrears.store.offers import OfferOutcome
from arrears.store.views.case_state import case_state
from gateway.app import make_app
from gateway.turns import take_turn
from tests.builders.approvals import a_line, approval_of, ask
from tests.builders.console import browser_of, save_user
from tests.builders.line import Line, plan_of, second_loan, waits
from tests.builders.offers import BOTH, PART, PROOF, PROPOSAL, YES, language_of, on_the_table, verified
from tests.builders.office import Office
from tests.builders.pages import Reader, issue, text_of, write_in_chat
from tests.builders.store import Borrower
from tests.builders.web import Web

NOT_YET = "Please do not agree to anything yet."
READ_BACK, NOTHING = "Shall I record this?", "Nothing is recorded."
WORDS = {Language.EN: NOTHING, Language.ZH: "没有登记任何内容"}
SILENT_OR_NOT = pytest.mark.parametrize("writes", [False, True], ids=["silent", "writes"])


@pytest.fixture
def line(sqlite_store: Store) -> Line:
    """A borrower to whom terms were just read back."""
    line = verified(sqlite_store)
    assert READ_BACK in line.says(PROPOSAL)
    return line


@pytest.fixture
def mei(sqlite_store: Store) -> User:
    return save_user(sqlite_store)


def takes(line: Line, mei: User, talk: ConversationId | None = None, *, writes: bool = False) -> None:
    """Mei takes the conversation over, and writes in it where she does."""
    talk = talk or line.conversation_id
    waits(line, seconds=5)
    assert take_over.claim(line.desk, talk, mei)
    if writes:
        waits(line, seconds=5)
        dispatch(line.desk, line.app.messengers, take_over.reply(line.desk, talk, mei, NOT_YET, "a-key"))


def hands_back(line: Line, mei: User, talk: ConversationId | None = None) -> None:
    waits(line, seconds=5)
    take_over.resolve(line.desk, talk or line.conversation_id, mei, "done")


def outcomes(line: Line) -> list[str | None]:
    with line.store.read() as tx:
        return [each.outcome for each in case_state(tx, line.borrower.case, line.clock.now()).offers]


@SILENT_OR_NOT
def test_a_yes_after_the_person_has_handed_back_records_nothing(line: Line, mei: User, writes: bool) -> None:
    takes(line, mei, writes=writes)
    hands_back(line, mei)
    assert NOTHING in line.says("yes")
    assert on_the_table(line) is None
    line.says("yes")
    assert plan_of(line) is None


@SILENT_OR_NOT
def test_a_yes_to_the_person_records_nothing_then_or_later(line: Line, mei: User, writes: bool) -> None:
    takes(line, mei, writes=writes)
    assert line.says("yes") == ""
    hands_back(line, mei)
    assert NOTHING in line.says("yes")
    assert plan_of(line) is None


def test_a_yes_that_waited_while_the_person_came_and_went_records_nothing(line: Line, mei: User) -> None:
    message_id = line.arrives("yes")
    takes(line, mei)
    hands_back(line, mei)
    take_turn(line.app, message_id)
    assert NOTHING in line.carrier.sent[-1][1]
    assert plan_of(line) is None


def test_terms_named_anew_are_read_back_and_agreed(line: Line, mei: User) -> None:
    takes(line, mei, writes=True)
    hands_back(line, mei)
    assert READ_BACK in line.says(PROPOSAL)
    assert "recorded" in line.says("yes")
    assert plan_of(line) is not None
    assert outcomes(line) == [OfferOutcome.TAKEN_OVER, OfferOutcome.ACCEPTED]


def test_a_yes_where_a_plan_stands_hears_that_it_stands(sqlite_store: Store, mei: User) -> None:
    line = verified(sqlite_store, **{"can we make the first one the 20th instead": "change_due_date"})
    line.says(PROPOSAL)
    line.says("yes")
    agreed = plan_of(line)
    assert "20 March" in line.says("can we make the first one the 20th instead")
    takes(line, mei)
    hands_back(line, mei)
    assert "Our agreement stands" in line.says("yes")
    assert plan_of(line) == agreed


@BOTH
def test_in_either_language(store: Store, borrower: Borrower) -> None:
    line, mei = verified(store, borrower), save_user(store)
    line.says(PART[language_of(line)])
    takes(line, mei)
    hands_back(line, mei)
    assert WORDS[language_of(line)] in line.says(YES[language_of(line)])
    assert plan_of(line) is None
    line.says(PART[language_of(line)])
    assert on_the_table(line) is not None


@dataclass
class Late:
    """An engine that answers after Mei has taken the conversation over."""

    line: Line
    mei: User

    def answer(self, message: AskedTurn) -> AnsweredTurn:
        takes(self.line, self.mei)
        return self.line.dialogue.answer(message)


def test_what_a_turn_in_hand_offers_while_the_person_is_there_is_gone_with_them(
    sqlite_store: Store, mei: User
) -> None:
    line = verified(sqlite_store)
    message_id, late = line.arrives(PROPOSAL), Late(line, mei)
    engine: Dialogue = late
    take_turn(line.app_with(engine), message_id)
    assert not take_over.claim(line.desk, line.conversation_id, save_user(line.store, "other"))
    assert outcomes(line) == [None]
    hands_back(line, mei)
    assert outcomes(line) == [OfferOutcome.TAKEN_OVER]
    assert NOTHING in line.says("yes")
    assert plan_of(line) is None


def test_it_is_in_the_evidence_and_beside_the_words_in_the_console(line: Line, mei: User) -> None:
    with line.store.read() as tx:
        waiting = offers.open_offer(tx, line.conversation_id)
    assert waiting is not None
    takes(line, mei)
    hands_back(line, mei)
    with line.store.read() as tx:
        told = {each.kind: each.payload for each in entries_of(tx, line.borrower.case.id)}
    assert told["taken_over"]["offer"] == waiting.id
    assert told["handed_back"]["offer"] is None
    browser = browser_of(line.desk, line.carrier)
    browser.sign_in()
    page = browser.get(f"/conversations/{line.conversation_id}").text
    assert page.count("a yes to this offer no longer counts") == 1


def test_in_the_chat_of_their_page_too(sqlite_store: Store, mei: User) -> None:
    line = verified(sqlite_store)
    with Web(make_app(line.app)) as web:
        reader = Reader(web, issue(line))
        reader.prove()
        assert READ_BACK in text_of(write_in_chat(line, reader, PROPOSAL))
        with line.store.read() as tx:
            rows = tx.execute(conversations.conversations.select()).all()
        [chat] = {row.id for row in rows} - {line.conversation_id}
        takes(line, mei, chat)
        hands_back(line, mei, chat)
        assert NOTHING in text_of(write_in_chat(line, reader, "yes"))
    assert plan_of(line) is None


@pytest.fixture
def office(sqlite_store: Store) -> Office:
    office = Office(sqlite_store)
    office.proves()
    return office


def comes_and_goes(office: Office, mei: User) -> None:
    talk = ConversationId(f"conversation-{office.call_id}")
    takes(office, mei, talk)
    hands_back(office, mei, talk)


def test_on_the_telephone_too(office: Office, mei: User) -> None:
    said = office.says_aloud(PROPOSAL)
    assert said is not None
    assert READ_BACK in said.text
    comes_and_goes(office, mei)
    said = office.says_aloud("yes")
    assert said is not None
    assert NOTHING in said.text
    assert plan_of(office) is None


def test_a_card_is_asked_for_only_once_the_amount_was_read_back_again(office: Office, mei: User) -> None:
    office.says_aloud("I want to pay $90 now")
    comes_and_goes(office, mei)
    said = office.says_aloud("yes")
    assert said is not None
    assert "ninety dollars" in said.text
    assert said.ends is None
    said = office.says_aloud("yes")
    assert said is not None
    assert said.ends is Ends.PAY


def test_what_a_person_approved_stays_and_is_read_back_before_a_yes_counts(
    sqlite_store: Store, mei: User
) -> None:
    line = a_line(sqlite_store)
    ask(line)
    approve(line.desk, approval_of(line).id, mei, "known for years")
    dispatch_due(line.desk, line.app.messengers)
    takes(line, mei)
    hands_back(line, mei)
    assert "$1,400.00 on Friday 15 May 2026. Shall I record this?" in line.says("yes")
    assert plan_of(line) is None
    assert "recorded" in line.says("yes")
    assert plan_of(line) is not None


def call_of(office: Office) -> ConversationId:
    return ConversationId(f"conversation-{office.call_id}")


@pytest.fixture
def both(office: Office) -> Office:
    """Somebody on the telephone, to whom terms were read back in writing as well."""
    office.write_first()
    office.says(PROOF[Language.EN])
    assert READ_BACK in office.says(PROPOSAL)
    return office


@SILENT_OR_NOT
def test_a_person_who_has_the_call_takes_what_was_offered_in_writing_off_the_table(
    both: Office, mei: User, writes: bool
) -> None:
    takes(both, mei, call_of(both), writes=writes)
    assert NOTHING in both.says("yes")
    hands_back(both, mei, call_of(both))
    both.says("yes")
    assert plan_of(both) is None
    assert READ_BACK in both.says(PROPOSAL)
    assert "recorded" in both.says("yes")


def test_and_who_has_what_is_written_takes_it_off_the_table_of_the_call(both: Office, mei: User) -> None:
    said = both.says_aloud(PROPOSAL)
    assert said is not None
    assert READ_BACK in said.text
    takes(both, mei)
    hands_back(both, mei)
    said = both.says_aloud("yes")
    assert said is not None
    assert NOTHING in said.text
    assert plan_of(both) is None


def test_in_the_chat_of_their_page_while_a_person_has_the_call(office: Office, mei: User) -> None:
    with Web(make_app(office.app)) as web:
        reader = Reader(web, issue(office))
        reader.prove()
        assert READ_BACK in text_of(write_in_chat(office, reader, PROPOSAL))
        takes(office, mei, call_of(office))
        assert NOTHING in text_of(write_in_chat(office, reader, "yes"))
    assert plan_of(office) is None


def test_what_was_offered_in_writing_while_the_person_had_the_call_goes_with_them(
    both: Office, mei: User
) -> None:
    takes(both, mei, call_of(both))
    assert READ_BACK in both.says(PROPOSAL)
    hands_back(both, mei, call_of(both))
    assert NOTHING in both.says("yes")
    assert plan_of(both) is None


@pytest.mark.parametrize("taken", [True, False], ids=["taken", "not taken"])
def test_a_person_who_was_connected_with_the_caller_has_the_case(both: Office, taken: bool) -> None:
    both.says_aloud("I want to talk to a person")
    assert isinstance(transfer_call(both.desk, both.call_id), Transfer)
    if taken:
        person_takes(both.desk, both.call_id)
    transfer_ended(both.desk, both.call_id, Reached.TALKED if taken else Reached.NOBODY)
    assert (NOTHING in both.says("yes")) is taken
    assert (plan_of(both) is None) is taken


def test_a_yes_that_waited_meanwhile_records_nothing_either(both: Office, mei: User) -> None:
    message_id = both.arrives("yes")
    takes(both, mei, call_of(both))
    hands_back(both, mei, call_of(both))
    take_turn(both.app, message_id)
    assert plan_of(both) is None


def test_what_a_person_approved_is_read_back_again_after_a_person_had_the_call(
    sqlite_store: Store, mei: User
) -> None:
    line = a_line(sqlite_store)
    ask(line)
    approve(line.desk, approval_of(line).id, mei, "known for years")
    dispatch_due(line.desk, line.app.messengers)
    other = another_conversation(line)
    takes(line, mei, other)
    hands_back(line, mei, other)
    assert "Shall I record this?" in line.says("yes")
    assert plan_of(line) is None
    assert "recorded" in line.says("yes")
    assert plan_of(line) is not None


def another_conversation(line: Line, case_id: CaseId | None = None) -> ConversationId:
    with line.store.write() as tx:
        here = conversations.load(tx, line.conversation_id)
        there = replace(here, id=ConversationId("conversation-other"), case_id=case_id or here.case_id)
        conversations.open_one(tx, replace(there, channel=Channel.VOICE))
    return there.id


def test_the_offer_of_another_loan_stays(line: Line, mei: User) -> None:
    other = another_conversation(line, second_loan(line.store, line.borrower).case.id)
    takes(line, mei, other)
    hands_back(line, mei, other)
    assert "recorded" in line.says("yes")


def test_the_evidence_names_what_was_taken_off_elsewhere(both: Office, mei: User) -> None:
    with both.store.read() as tx:
        waiting = offers.open_offer(tx, both.conversation_id)
    assert waiting is not None
    takes(both, mei, call_of(both))
    with both.store.read() as tx:
        told = {each.kind: each.payload for each in entries_of(tx, both.borrower.case.id)}
    assert told["taken_over"]["offer"] is None
    assert told["taken_over"]["offers_elsewhere"] == [waiting.id]
