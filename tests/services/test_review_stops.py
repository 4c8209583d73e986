"""A stop holds: at every number of the person, for everyone at the number, and confirmed once by whoever."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from arrears.domain.cases import SpecialStatus
from arrears.domain.compliance.decision import Granted, Refused
from arrears.domain.compliance.facts import ConsentAction
from arrears.domain.ids import CaseId, ContactPointId, OutreachId, PersonId
from arrears.domain.intents import Heard
from arrears.domain.people import Channel
from arrears.services.answer_question import apologise
from arrears.services.close_turn import close_turn
from arrears.services.dispatch_outreach import dispatch
from arrears.services.open_turn import TRIES, open_turn
from arrears.services.stop_contact import start_texts
from arrears.store import Store, consents, inbound, people
from arrears.store import outreach as outreach_rows
from arrears.store.evidence import entries_of
from gateway.turns import take_turn
from tests.builders.line import SAYINGS, Line
from tests.builders.store import Borrower, a_borrower, an_outreach, save

SECOND = "+12125550188"


def with_second_number(line: Line) -> ContactPointId:
    point = replace(line.borrower.point, id=ContactPointId("point-second"), address=SECOND)
    with line.store.write() as tx:
        people.save_contact_point(tx, point)
    return point.id


def arrives_from(line: Line, sender: str, text: str, number: int) -> str:
    line.clock.move(minutes=1)
    message_id, _ = inbound.receive(
        line.store,
        line.borrower.point.carrier,
        f"SX{number:032d}",
        sender=sender,
        text=text,
        at=line.clock.now(),
    )
    return message_id


def housemate(first: Borrower) -> Borrower:
    """Another borrower who gave the same number."""
    person = replace(first.person, id=PersonId("person-housemate"), name="Robin Example")
    point = replace(first.point, id=ContactPointId("point-housemate"), person_id=person.id)
    case = replace(first.case, id=CaseId("case-housemate"), lender_ref="L-2", owner_id=person.id)
    return replace(first, person=person, point=point, case=case)


@pytest.mark.parametrize("words", ["STOP", "别再给我发短信了", "never contact me again"])
def test_an_unread_stop_counts_at_every_number_of_the_person(store: Store, words: str) -> None:
    line = Line(store)
    with_second_number(line)
    row = line.plan_first()
    arrives_from(line, SECOND, words, 1)
    assert isinstance(dispatch(line.desk, line.app.messengers, row), Refused)
    assert line.carrier.sent == []


@pytest.mark.parametrize("words", ["STOP", "please stop texting me"])
def test_who_is_imported_after_a_stop_at_the_number_is_not_texted_there(store: Store, words: str) -> None:
    line = Line(store)
    line.write_first()
    line.says(words)
    other = save(store, housemate(line.borrower))
    row = replace(an_outreach(other), id=OutreachId("outreach-housemate"))
    with store.write() as tx:
        outreach_rows.plan(tx, row)
    assert isinstance(dispatch(line.desk, line.app.messengers, row.id), Refused)


def test_after_start_at_the_number_who_is_imported_later_is_texted(store: Store) -> None:
    line = Line(store)
    line.write_first()
    line.says("STOP")
    line.says("START")
    other = save(store, housemate(line.borrower))
    row = replace(an_outreach(other), id=OutreachId("outreach-housemate"))
    with store.write() as tx:
        outreach_rows.plan(tx, row)
    assert isinstance(dispatch(line.desk, line.app.messengers, row.id), Granted)


def test_a_stop_from_an_unknown_number_holds_when_the_number_is_imported(store: Store) -> None:
    line = Line(store)
    unknown = "+12125550177"
    take_turn(line.app, arrives_from(line, unknown, "STOP", 1))
    other = save(store, a_borrower(unknown))
    with store.write() as tx:
        outreach_rows.plan(tx, an_outreach(other))
    assert isinstance(dispatch(line.desk, line.app.messengers, an_outreach(other).id), Refused)


def test_what_the_carrier_has_confirmed_is_not_confirmed_by_us(store: Store) -> None:
    line = Line(store)
    line.write_first()
    assert line.says("STOP") == ""
    assert line.says("please stop texting me") == ""


def test_a_bare_stop_that_was_tried_too_often_gets_no_words_of_ours(store: Store) -> None:
    line = Line(store)
    line.write_first()
    message_id = line.arrives("STOP")
    for _ in range(TRIES):
        assert open_turn(line.desk, message_id) is not None
        line.machine_clock.move(minutes=1)
    before = len(line.carrier.sent)
    take_turn(line.app, message_id)
    assert len(line.carrier.sent) == before


def test_a_stop_that_is_said_again_after_months_is_not_confirmed_again(store: Store) -> None:
    line = Line(store)
    line.write_first()
    assert "opted out" in line.says("please stop texting me")
    line.clock.move(days=40)
    assert line.says("please stop texting me") == ""


def test_after_a_start_a_new_stop_is_confirmed_anew(store: Store) -> None:
    line = Line(store)
    line.write_first()
    line.says("please stop texting me")
    line.says("START")
    assert "opted out" in line.says("please stop texting me")


def test_a_start_counts_from_when_it_was_sent_not_from_when_it_was_read(store: Store) -> None:
    line = Line(store)
    line.write_first()
    with_second_number(line)
    start = line.arrives("START")
    take_turn(line.app, arrives_from(line, SECOND, "please stop texting me", 1))
    line.clock.move(minutes=5)
    take_turn(line.app, start)
    line.clock.move(days=2)
    row = line.plan_first(id=OutreachId("outreach-again"), step="again")
    assert isinstance(dispatch(line.desk, line.app.messengers, row), Refused)


def test_a_request_to_cease_that_only_the_engine_understands_is_in_the_ledger(store: Store) -> None:
    words = "this whole thing between us is over for good"
    line = Line(store, sayings=SAYINGS | {words: "cease_contact"})
    line.write_first()
    reply = line.says(words)
    assert "not contact you" in reply
    with store.read() as tx:
        person, case, point = line.borrower.person.id, line.borrower.case.id, line.borrower.point.id
        last = consents.consents_of(tx, person)[-1]
        assert (last.action, last.channel, last.how) == (ConsentAction.WITHDRAWN, None, "own_words")
        assert SpecialStatus.CEASE in consents.statuses_for(tx, person, case, point)
        kinds = [entry.kind for entry in entries_of(tx, case)]
        assert "consent" in kinds[-6:]
    assert line.says("please stop texting me") == ""


def test_crisis_and_stop_in_one_message_are_both_kept_and_help_is_the_only_answer(store: Store) -> None:
    words = "I don't want to live any more, stop texting me"
    line = Line(store, sayings=SAYINGS | {words: "self_harm"})
    line.write_first()
    reply = line.says(words)
    assert "988" in reply
    assert "opted out" not in reply
    with store.read() as tx:
        person, case, point = line.borrower.person.id, line.borrower.case.id, line.borrower.point.id
        assert SpecialStatus.SELF_HARM in consents.statuses_for(tx, person, case, point)
        withdrawn = [c for c in consents.consents_of(tx, person) if c.action is ConsentAction.WITHDRAWN]
        assert [c.channel for c in withdrawn] == [Channel.SMS]


def test_a_stop_is_kept_and_confirmed_in_time_though_the_engine_is_down_and_the_worker_dies(
    store: Store,
) -> None:
    line = Line(store)
    line.write_first()
    line.dialogue.fail_times = 99
    message_id = line.arrives("I will pay on Friday, please stop texting me")
    assert open_turn(line.desk, message_id) is not None  # and the worker dies here
    line.machine_clock.move(minutes=1)
    with store.read() as tx:
        assert consents.consents_of(tx, line.borrower.person.id)[-1].action is ConsentAction.WITHDRAWN
    turn = open_turn(line.desk, message_id)
    assert turn is not None
    apologise(line.desk, Heard(message_id))  # and another one dies here
    line.machine_clock.move(minutes=1)
    line.clock.move(minutes=2)
    before = len(line.carrier.sent)
    take_turn(line.app, message_id)
    assert [body for _, body in line.carrier.sent[before:]] == [
        "You have opted out. We will not text this number again."
    ]
    again = close_turn(line.desk, turn, None)
    assert again is not None
    dispatch(line.desk, line.app.messengers, again)
    assert len(line.carrier.sent) == before + 1


def test_a_start_does_not_reopen_what_was_ended_by_a_later_stop_in_the_same_minute(store: Store) -> None:
    line = Line(store)
    line.write_first()
    start = line.arrives("START")
    line.arrives("please stop texting me")
    line.clock.move(minutes=1)
    assert open_turn(line.desk, start) is not None
    start_texts(line.desk, Heard(start))
    row = line.plan_first(id=OutreachId("outreach-again"), step="again")
    line.clock.at += timedelta(days=2)
    assert isinstance(dispatch(line.desk, line.app.messengers, row), Refused)
