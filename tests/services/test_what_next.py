"""What happens next, how long it takes and until when an offer stands are answered from what stands."""

from __future__ import annotations

import pytest

from arrears.domain.cases import SpecialStatus
from arrears.domain.people import Language
from arrears.store import Store
from tests.builders.line import Line, every_plan, keys, waits
from tests.builders.offers import BOTH, CHINA, PROPOSAL, language_of, on_the_table, verified
from tests.builders.several import statuses
from tests.builders.store import Borrower, a_borrower

EN, ZH = Language.EN, Language.ZH
OFFER = {EN: PROPOSAL, ZH: "每个月还1500，20号开始"}
UNTIL = {EN: "when do I have to decide", ZH: "什么时候之前要决定"}
NEXT = {EN: "what happens next", ZH: "接下来会怎么样"}
NOT_PAYING = {EN: "what happens if I don't pay", ZH: "不还会怎么样"}
LAST_DAY = {EN: "Wednesday 4 March 2026", ZH: "2026年3月5日"}
LABELS = dict.fromkeys(OFFER.values(), "propose_instalment")
LABELS |= dict.fromkeys((*NEXT.values(), *NOT_PAYING.values()), "ask_legal_consequences")
LABELS |= {UNTIL[EN]: "vague_promise", UNTIL[ZH]: "self_harm"}


def a_line(store: Store, borrower: Borrower, *texts: dict[Language, str]) -> Line:
    line = verified(store, borrower, **LABELS)
    for text in texts:
        line.says(text[language_of(line)])
    return line


@BOTH
def test_an_offer_stands_for_as_long_as_is_said(sqlite_store: Store, borrower: Borrower) -> None:
    line = a_line(sqlite_store, borrower, OFFER)
    line.dialogue.confidence = 0.2  # a label of self-harm has low odds
    said = line.says(UNTIL[language_of(line)])
    assert keys(line) == {"offer.until"}
    assert LAST_DAY[language_of(line)] in said
    assert SpecialStatus.SELF_HARM not in statuses(line)
    assert on_the_table(line) is not None


def test_who_asks_once_more_hears_what_it_is_that_stands(sqlite_store: Store) -> None:
    line = a_line(sqlite_store, a_borrower(), OFFER, UNTIL, UNTIL)
    assert keys(line) == {"offer.until", "plan.read_back"}


def test_on_the_last_day_that_was_named_a_yes_still_finds_the_offer(sqlite_store: Store) -> None:
    line = a_line(sqlite_store, a_borrower(), OFFER, UNTIL)
    waits(line, days=2)
    assert on_the_table(line) is not None
    line.says("03/09/1975 4421")
    assert "plan.read_back" in keys(line)


@BOTH
def test_what_happens_next_is_the_yes_that_an_offer_waits_for(
    sqlite_store: Store, borrower: Borrower
) -> None:
    line = a_line(sqlite_store, borrower, OFFER, NEXT)
    assert keys(line) == {"offer.next", "plan.read_back"}
    assert every_plan(line) == ()


@BOTH
def test_what_happens_next_is_the_next_payment_of_a_plan(sqlite_store: Store, borrower: Borrower) -> None:
    line = a_line(sqlite_store, borrower, OFFER)
    line.says({EN: "yes", ZH: "同意"}[language_of(line)])
    line.says(NEXT[language_of(line)])
    assert keys(line) == {"plan.next"}
    line.says(NOT_PAYING[language_of(line)])
    assert keys(line) == {"plan.missed"}


@BOTH
def test_the_law_is_answered_only_where_nothing_stands(sqlite_store: Store, borrower: Borrower) -> None:
    line = a_line(sqlite_store, borrower, NOT_PAYING)
    assert keys(line) == {"script.consequences"}
    line.says(NEXT[language_of(line)])
    assert keys(line) == {"next.question"}


@pytest.mark.parametrize("text", ["what happens next", "when do I have to decide"])
def test_a_stranger_is_asked_who_they_are(sqlite_store: Store, text: str) -> None:
    line = Line(sqlite_store, a_borrower(), LABELS)
    line.write_first()
    line.says(text)
    assert keys(line) == {"identity.ask"}


@pytest.mark.parametrize("text", ["我不想活了，什么时候之前要决定", "我撑不下去了"])
def test_a_statement_of_self_harm_is_one_whatever_is_asked_beside_it(sqlite_store: Store, text: str) -> None:
    line = verified(sqlite_store, CHINA, **LABELS, **{text: "self_harm"})
    line.says(OFFER[ZH])
    line.says(text)
    assert keys(line) == {"crisis.answer"}
