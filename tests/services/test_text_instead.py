"""Who would rather be texted gets a text at once, where it may be sent, and is told so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from arrears.domain.ids import OutreachId
from arrears.domain.outreach import OutreachState
from arrears.domain.people import Channel
from arrears.store import Store, calls
from arrears.store import outreach as outreach_rows
from tests.builders.line import SAYINGS, keys, reasons
from tests.builders.offers import PROPOSAL, on_the_table, verified
from tests.builders.phone import Phone, conversing, who_may_be_called
from tests.builders.several import statuses
from tests.builders.store import a_borrower

WORDS = ("can you text me instead", "还是发短信吧")
HEARD = SAYINGS | dict.fromkeys(WORDS, "stop_texts")


def page_text(phone: Phone) -> OutreachState:
    with phone.store.read() as tx:
        talk = calls.load(tx, phone.call_id).conversation_id
        return outreach_rows.load(tx, OutreachId(f"outreach-{talk}-page")).state


@pytest.mark.parametrize("text", WORDS)
def test_a_caller_gets_the_link_and_nobody_opts_out(sqlite_store: Store, text: str) -> None:
    phone = Phone(sqlite_store, sayings=HEARD)
    conversing(phone.calls_us())
    said = phone.says_aloud(text)
    assert said is not None
    assert "on its way" in said.text
    assert page_text(phone) is OutreachState.DUE
    assert statuses(phone) == frozenset()
    assert reasons(phone) == []


def test_without_consent_to_texts_none_is_promised(sqlite_store: Store) -> None:
    borrower = who_may_be_called()
    spoken = tuple(each for each in borrower.consents if each.channel is Channel.VOICE)
    phone = Phone(sqlite_store, replace(borrower, consents=spoken), sayings=HEARD)
    conversing(phone.calls_us())
    said = phone.says_aloud(WORDS[0])
    assert said is not None
    assert "may not send" in said.text
    assert page_text(phone) is OutreachState.REFUSED


def test_in_writing_we_go_on_as_we_are(sqlite_store: Store) -> None:
    line = verified(sqlite_store, a_borrower(), **{WORDS[0]: "stop_texts"})
    line.says(PROPOSAL)
    line.says(WORDS[0])
    assert keys(line) == {"text.here", "plan.read_back"}
    assert on_the_table(line) is not None
