"""Who wants fewer texts has not stopped them; who says stop as well has."""

from __future__ import annotations

import pytest

from arrears.domain.outreach import OutreachState
from arrears.services.dispatch_outreach import dispatch
from arrears.store import Store
from arrears.store import handovers as handover_rows
from tests.builders.line import keys, reasons, waits
from tests.builders.several import PROPOSAL, a_line, opted_out

WISHES = [
    ("stop texting me so damn much you pricks", "stop_texts@phrase"),
    ("don't text me every day, once a month is fine", "stop_texts@0.95"),
    ("你们短信少发点 一个月提醒一次就够", "stop_texts@0.93"),
    ("别老给我发短信了 一个月提醒一次就够了", "stop_texts@0.95+self_harm@floor"),
    ("一个月提醒一次就够了", "propose_instalment@0.52+self_harm@floor"),
]


@pytest.mark.parametrize(("text", "labels"), WISHES)
def test_a_wish_for_fewer_texts_is_noted_for_a_person_and_ends_none(
    sqlite_store: Store, text: str, labels: str
) -> None:
    line = a_line(sqlite_store, labels.replace("@phrase", "@1.0"), text=text)
    line.says(text)
    assert keys(line) == {"texts.fewer"}
    assert not opted_out(line)
    assert reasons(line) in (["fewer_texts"], ["self_harm"])
    line.says(PROPOSAL)
    assert keys(line) == {"plan.read_back"}


@pytest.mark.parametrize(
    "text",
    ["stop texting me", "stop texting me so much. STOP", "stop texting me every day", "别发这么多短信 停"],
)
def test_a_stop_stays_a_stop(sqlite_store: Store, text: str) -> None:
    line = a_line(sqlite_store, "stop_texts@0.95", text=text)
    line.says(text)
    assert opted_out(line)


def test_until_a_person_has_set_how_often_nothing_is_sent_of_our_own_accord(sqlite_store: Store) -> None:
    text = "stop texting me so much"
    line = a_line(sqlite_store, "stop_texts@0.95", text=text)
    line.says(text)
    line.says(PROPOSAL)
    row = line.plan_first(id="later", due_at=line.clock.now())
    assert dispatch(line.desk, line.app.messengers, row) is None
    assert line.state_of(row) is OutreachState.DUE
    with line.store.write() as tx:
        need = handover_rows.queue(tx)[0]
        handover_rows.claim(tx, need.id, "ann", line.clock.now())
        waits(line, minutes=1)
        handover_rows.resolve(tx, need.id, "ann", "once a month", line.clock.now())
    waits(line, days=1)
    dispatch(line.desk, line.app.messengers, row)
    assert line.state_of(row) is not OutreachState.DUE


def test_asked_whether_texts_shall_stop_who_says_what_is_enough_wants_fewer(sqlite_store: Store) -> None:
    text, enough = "my wife says something odd", "once a month is enough"
    line = a_line(sqlite_store, "stop_texts@0.6", text=text)
    line.dialogue.intents[enough] = "vague_promise"
    line.says(text)
    assert keys(line) == {"doubt.texts"}
    line.says(enough)
    assert "texts.fewer" in keys(line)
    assert not opted_out(line)
