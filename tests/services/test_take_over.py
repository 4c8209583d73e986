"""A person claims a conversation, writes in it, clears a status, and hands back."""

from __future__ import annotations

from datetime import timedelta

import pytest

from arrears.desk import Desk
from arrears.domain.cases import SpecialStatus
from arrears.domain.compliance.decision import Granted, Refused
from arrears.domain.conversations import Speaker
from arrears.domain.ids import ConversationId
from arrears.domain.outreach import ContactPurpose, OutreachState
from arrears.domain.people import Carrier
from arrears.services import take_over
from arrears.services.dispatch_outreach import dispatch
from arrears.store import Store, consents, conversations, handovers, outreach
from arrears.store.evidence import broken_link
from tests.builders.console import (
    NOON,
    desk_over,
    messenger_of,
    need_person,
    save_borrower,
    save_user,
    say,
    verify,
)

KEY = "a-key-of-the-form"


@pytest.fixture
def desk(sqlite_store: Store) -> Desk:
    return desk_over(sqlite_store)


@pytest.fixture
def mei(desk):
    return save_user(desk.store)


@pytest.fixture
def talk(desk):
    with desk.store.write() as tx:
        talk = save_borrower(tx)
        say(tx, talk, "Can I talk to someone?", intent="request_human")
        need_person(tx, talk)
    return talk


def reload(desk, talk):
    with desk.store.read() as tx:
        return conversations.load(tx, talk.id), handovers.waiting_for(tx, talk.id)


def raise_status(desk, talk, status, **scope):
    with desk.store.write() as tx:
        consents.append_status(
            tx,
            talk.person_id,
            status,
            raised=True,
            key=f"raised-{status}-{scope}",
            at=NOON,
            by="borrower",
            **scope,
        )


def standing(desk, talk):
    with desk.store.read() as tx:
        return consents.statuses_for(tx, talk.person_id, talk.case_id, talk.contact_point_id)


def test_claiming_silences_the_bot_and_names_the_holder(desk, mei, talk):
    assert take_over.claim(desk, talk.id, mei)
    conversation, waiting = reload(desk, talk)
    assert conversation.taken_over_by == mei.id
    assert waiting.claimed_by == mei.id


def test_claiming_twice_is_claiming_once(desk, mei, talk):
    assert take_over.claim(desk, talk.id, mei)
    assert take_over.claim(desk, talk.id, mei)


def test_nobody_claims_what_someone_else_has(desk, mei, talk):
    other = save_user(desk.store, "other")
    take_over.claim(desk, talk.id, mei)
    assert not take_over.claim(desk, talk.id, other)
    assert reload(desk, talk)[0].taken_over_by == mei.id


def test_a_conversation_nobody_waits_in_can_be_taken_too(desk, mei):
    with desk.store.write() as tx:
        quiet = save_borrower(tx)
    assert take_over.claim(desk, quiet.id, mei)
    assert reload(desk, quiet)[1].reason == take_over.STEPPED_IN


def test_an_unknown_conversation_cannot_be_claimed(desk, mei):
    with pytest.raises(LookupError):
        take_over.claim(desk, ConversationId("none"), mei)


def test_a_reply_is_an_outreach_and_a_turn_of_the_supervisor(desk, mei, talk):
    take_over.claim(desk, talk.id, mei)
    outreach_id = take_over.reply(desk, talk.id, mei, "  Hello, this is Mei.  ", KEY)
    with desk.store.read() as tx:
        row = outreach.load(tx, outreach_id)
        turn = conversations.turns_of(tx, talk.id)[-1]
    assert (row.purpose, row.state, row.body) == (
        ContactPurpose.SUPERVISOR,
        OutreachState.DUE,
        "Hello, this is Mei.",
    )
    assert (turn.speaker, turn.by, turn.text) == (Speaker.SUPERVISOR, "mei", row.body)
    assert turn.outreach_id == outreach_id


def test_the_same_form_sent_twice_speaks_once(desk, mei, talk):
    messenger = messenger_of(desk)
    take_over.claim(desk, talk.id, mei)
    for _ in range(2):
        outreach_id = take_over.reply(desk, talk.id, mei, "Hello, this is Mei.", KEY)
        dispatch(desk, {Carrier.TWILIO: messenger}, outreach_id)
    with desk.store.read() as tx:
        turns = conversations.turns_of(tx, talk.id)
    assert len(messenger.sent) == 1
    assert [turn.speaker for turn in turns] == [Speaker.BORROWER, Speaker.SUPERVISOR]


@pytest.mark.parametrize("claimed_by_other", [False, True])
def test_only_the_holder_replies_and_resolves(desk, mei, talk, claimed_by_other):
    if claimed_by_other:
        take_over.claim(desk, talk.id, save_user(desk.store, "other"))
    with pytest.raises(take_over.NotTheHolderError):
        take_over.reply(desk, talk.id, mei, "Hello", KEY)
    with pytest.raises(take_over.NotTheHolderError):
        take_over.resolve(desk, talk.id, mei, "done")


@pytest.mark.parametrize("text", ["", "  \n", "x" * (take_over.LONGEST_TEXT + 1)])
def test_a_text_that_cannot_be_sent_is_not_planned(desk, mei, talk, text):
    take_over.claim(desk, talk.id, mei)
    with pytest.raises(take_over.UnusableTextError):
        take_over.reply(desk, talk.id, mei, text, KEY)


def test_a_neutral_reply_is_permitted_and_sent(desk, mei, talk):
    messenger = messenger_of(desk)
    take_over.claim(desk, talk.id, mei)
    outreach_id = take_over.reply(desk, talk.id, mei, "Hello, this is Mei. How can I help?", KEY)
    assert isinstance(dispatch(desk, {Carrier.TWILIO: messenger}, outreach_id), Granted)
    assert len(messenger.sent) == 1


@pytest.mark.parametrize(
    ("text", "rule"),
    [("You still owe $1,234.50.", "USF-3PD-1"), ("Answer me or we will have you arrested.", "USF-MISREP-1")],
)
def test_a_supervisor_is_held_to_the_speech_rules(desk, mei, talk, text, rule):
    messenger = messenger_of(desk)
    take_over.claim(desk, talk.id, mei)
    outreach_id = take_over.reply(desk, talk.id, mei, text, KEY)
    decision = dispatch(desk, {Carrier.TWILIO: messenger}, outreach_id)
    assert isinstance(decision, Refused)
    assert rule in {finding.rule_id for finding in decision.findings}
    assert messenger.sent == []


def test_the_debt_may_be_spoken_of_to_the_verified_party(desk, mei, talk):
    with desk.store.write() as tx:
        verify(tx, talk)
    take_over.claim(desk, talk.id, mei)
    outreach_id = take_over.reply(desk, talk.id, mei, "The balance is $1,234.50.", KEY)
    with desk.store.read() as tx:
        assert outreach.load(tx, outreach_id).speaks_of_debt
    assert isinstance(dispatch(desk, {Carrier.TWILIO: messenger_of(desk)}, outreach_id), Granted)


@pytest.mark.parametrize(
    ("text", "outcome"), [("I am here. Are you safe?", Granted), ("Your payment is late.", Refused)]
)
def test_after_a_statement_of_self_harm_a_person_may_answer_but_not_about_the_debt(
    desk, mei, talk, text, outcome
):
    with desk.store.write() as tx:
        verify(tx, talk)
    raise_status(desk, talk, SpecialStatus.SELF_HARM)
    take_over.claim(desk, talk.id, mei)
    outreach_id = take_over.reply(desk, talk.id, mei, text, KEY)
    assert isinstance(dispatch(desk, {Carrier.TWILIO: messenger_of(desk)}, outreach_id), outcome)


def test_handing_back_ends_the_need_and_the_silence(desk, mei, talk):
    take_over.claim(desk, talk.id, mei)
    take_over.resolve(desk, talk.id, mei, "Explained the letter.")
    conversation, waiting = reload(desk, talk)
    assert conversation.taken_over_by is None
    assert waiting is None


@pytest.mark.parametrize("note", ["", " ", "x" * (take_over.LONGEST_NOTE + 1)])
def test_handing_back_takes_a_note_that_fits(desk, mei, talk, note):
    take_over.claim(desk, talk.id, mei)
    with pytest.raises(take_over.UnusableTextError):
        take_over.resolve(desk, talk.id, mei, note)


def test_a_status_is_cleared_in_the_scope_it_was_raised_in(desk, mei, talk):
    raise_status(desk, talk, SpecialStatus.DISPUTE, case_id=talk.case_id)
    raise_status(desk, talk, SpecialStatus.WRONG_NUMBER, contact_point_id=talk.contact_point_id)
    raise_status(desk, talk, SpecialStatus.HARDSHIP)
    desk.clock.move(minutes=1)
    every = frozenset({SpecialStatus.DISPUTE, SpecialStatus.WRONG_NUMBER})
    assert take_over.clear_statuses(desk, talk.id, mei, every) == 2
    assert standing(desk, talk) == {SpecialStatus.HARDSHIP}


def test_a_status_that_does_not_stand_is_not_cleared(desk, mei, talk):
    assert take_over.clear_statuses(desk, talk.id, mei, frozenset({SpecialStatus.CEASE})) == 0


def test_a_cleared_status_can_be_raised_again(desk, mei, talk):
    raise_status(desk, talk, SpecialStatus.HARDSHIP)
    desk.clock.move(minutes=1)
    take_over.clear_statuses(desk, talk.id, mei, frozenset({SpecialStatus.HARDSHIP}))
    with desk.store.write() as tx:
        later = NOON + timedelta(minutes=2)
        consents.append_status(
            tx, talk.person_id, SpecialStatus.HARDSHIP, raised=True, key="again", at=later, by="borrower"
        )
    assert standing(desk, talk) == {SpecialStatus.HARDSHIP}


def test_what_a_supervisor_does_is_in_the_evidence_and_the_chain_holds(desk, mei, talk):
    raise_status(desk, talk, SpecialStatus.HARDSHIP)
    desk.clock.move(minutes=1)
    take_over.claim(desk, talk.id, mei)
    take_over.clear_statuses(desk, talk.id, mei, frozenset({SpecialStatus.HARDSHIP}))
    take_over.resolve(desk, talk.id, mei, "done")
    with desk.store.read() as tx:
        kinds = [row.kind for row in tx.exec_driver_sql("SELECT kind FROM evidence ORDER BY seq")]
        assert broken_link(tx, talk.case_id) is None
    assert kinds == ["consent", "turn", "status", "taken_over", "status", "handed_back"]
