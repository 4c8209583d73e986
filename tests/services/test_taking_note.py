"""What was promised is promised once: an "ok" hears the time, and a time that is over is owned up to."""

from __future__ import annotations

import pytest

from arrears.domain.people import Language
from arrears.store import Store, handovers
from tests.builders.line import Line, keys, waits
from tests.builders.offers import BOTH, CHINA, PROPOSAL, language_of, verified
from tests.builders.store import Borrower

OK = {Language.EN: "ok", Language.ZH: "好的"}
ASKS = {Language.EN: "I want to talk to a person", Language.ZH: "我要转人工"}
NOBODY = {Language.EN: "hello? nobody called me", Language.ZH: "怎么没人联系我"}


def promised(store: Store, borrower: Borrower | None = None, label: str = "request_human") -> Line:
    language = Language.EN if borrower is None else borrower.person.language
    missed = {NOBODY[Language.EN]: "wrong_number", NOBODY[Language.ZH]: "cease_contact"}
    texts = {OK[language]: "affirm", ASKS[language]: label, "thanks": "thanks", "got it": "out_of_scope"}
    line = verified(store, borrower, **missed, **texts, **{"still waiting": "out_of_scope"})
    line.dialogue.confidence = 0.6
    line.says(ASKS[language])
    return line


@BOTH
def test_an_ok_to_a_promise_hears_the_time_in_short_and_a_second_one_no_more(
    sqlite_store: Store, borrower: Borrower
) -> None:
    line = promised(sqlite_store, borrower)
    ok = OK[language_of(line)]
    heard = [line.says(ok)]
    assert keys(line) == {"human.close"}
    for then in ("human.kept", "thanks.answer", "human.kept"):
        heard.append(line.says(ok))
        assert keys(line) == {then}
    assert "12:" not in "".join(heard[1:])


@pytest.mark.parametrize("label", ["request_written", "request_receipt", "payment_failed", "change_contact"])
@pytest.mark.parametrize("nod", ["ok", "got it"])
def test_any_promise_is_closed_so(sqlite_store: Store, label: str, nod: str) -> None:
    line = promised(sqlite_store, label=label)
    assert "by 12:32 today" in line.says(nod) or "12:" in line.says(nod)
    assert keys(line) <= {"human.close", "human.kept"}


def test_an_ok_that_follows_no_promise_is_what_it_was(sqlite_store: Store) -> None:
    line = verified(sqlite_store, ok="affirm")
    line.says("ok")
    assert keys(line) == {"next.question"}


def test_where_terms_wait_they_are_read_with_the_reason(sqlite_store: Store) -> None:
    line = verified(sqlite_store, ok="affirm", paper="request_written")
    line.says(PROPOSAL)
    line.says("paper")
    assert "plan.read_back_short" in keys(line)
    line.says("ok")
    assert "plan.recorded" in keys(line)


def test_a_time_that_was_named_is_not_moved_by_asking_again(sqlite_store: Store) -> None:
    line = promised(sqlite_store)
    waits(line, minutes=10)
    assert "by 12:32 today" in line.says(ASKS[Language.EN])


@BOTH
def test_a_time_that_is_over_is_owned_up_to_once_and_never_named_again(
    sqlite_store: Store, borrower: Borrower
) -> None:
    line = promised(sqlite_store, borrower)
    language = language_of(line)
    waits(line, hours=12 if borrower is CHINA else 1)
    line.says(NOBODY[language])
    assert keys(line) == {"human.late"}
    with sqlite_store.read() as tx:
        assert [each.urgency for each in handovers.queue(tx)] == [1]
    for text in (NOBODY[language], ASKS[language], OK[language]):
        said = line.says(text)
        assert keys(line) & {"human.waiting", "human.answer", "human.close", "human.kept"}
        assert "30" not in said
        assert ":" not in said.replace("http:", "")


def test_an_ok_after_the_time_hears_that_it_is_over(sqlite_store: Store) -> None:
    line = promised(sqlite_store)
    waits(line, minutes=40)
    line.says("ok")
    assert keys(line) == {"human.late"}


def test_before_the_time_who_waits_hears_the_same_one(sqlite_store: Store) -> None:
    line = promised(sqlite_store)
    assert "by 12:32 today" in line.says("still waiting")


@BOTH
def test_nobody_is_struck_off_who_says_that_nobody_called(sqlite_store: Store, borrower: Borrower) -> None:
    language = borrower.person.language
    line = verified(sqlite_store, borrower, **{NOBODY[language]: "cease_contact"})
    line.dialogue.confidence = 0.6
    line.says(NOBODY[language])
    assert keys(line) & {"human.promised", "human.answer"}
