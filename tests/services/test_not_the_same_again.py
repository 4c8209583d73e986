"""What waits or was asked is said otherwise the second time; our own idea is never read back as theirs."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.domain.people import Language
from arrears.store import Store
from tests.builders.line import SAYINGS, Line, every_plan, keys, plan_of, reasons
from tests.builders.offers import BOTH, CHINA, PROOF, PROPOSAL, language_of, on_the_table, verified
from tests.builders.store import Borrower, a_borrower

EN, ZH = a_borrower(), CHINA


@BOTH
def test_who_they_are_is_asked_in_other_words_and_then_proved(
    sqlite_store: Store, borrower: Borrower
) -> None:
    line = Line(
        sqlite_store, borrower, SAYINGS | {"hm": "repeat_clarify", "so?": "ask_balance"} | _proof(borrower)
    )
    line.write_first()
    for said in ("identity.ask", "identity.again", "identity.ask"):
        line.says("so?")
        assert keys(line) == {said}
    line.says("so?")
    line.says(PROOF[language_of(line)])
    assert "balance.state" in keys(line)


def _proof(borrower: Borrower) -> dict[str, str]:
    return {PROOF[borrower.person.language]: "verify_identity"}


def test_words_that_nobody_understood_leave_the_offer_open_and_bind_nothing(sqlite_store: Store) -> None:
    line = verified(sqlite_store, **{"do you need a fixed number": "out_of_scope"})
    line.says(PROPOSAL)
    waiting = on_the_table(line)
    line.says("do you need a fixed number")
    assert keys(line) == {"scope.offer_waits"}
    assert on_the_table(line) == waiting
    line.says("yes")
    assert (keys(line), every_plan(line)) == ({"plan.read_back_between"}, ())
    line.says("yes")
    assert len(every_plan(line)) == 1


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("dispute", "dispute.added"),
        ("attorney_represented", "scope.answer"),
        ("cannot_pay", "scope.answer"),
        ("refuse_to_pay", "scope.answer"),
    ],
)
def test_nobody_is_pointed_to_an_offer_who_may_not_hear_of_it_or_is_spared(
    sqlite_store: Store, label: str, key: str
) -> None:
    line = verified(sqlite_store, **{"what I said": label, "blue elephants": "out_of_scope"})
    line.says(PROPOSAL)
    line.says("what I said")
    assert line.says("blue elephants") != ""
    assert keys(line) == {key}


def test_the_second_time_in_a_row_another_way_is_shown_all_the_same(sqlite_store: Store) -> None:
    line = verified(sqlite_store, **{"blue elephants": "out_of_scope", "flying low": "out_of_scope"})
    line.says(PROPOSAL)
    line.says("blue elephants")
    line.says("flying low")
    assert keys(line) == {"scope.second"}


@pytest.mark.parametrize(
    ("borrower", "offers", "agrees"),
    [(EN, "I can do 100", "ok"), (ZH, "我可以还1000", "好")],
    ids=["en", "zh"],
)
def test_an_ok_to_the_question_for_a_day_is_asked_for_the_day(
    sqlite_store: Store, borrower: Borrower, offers: str, agrees: str
) -> None:
    line = verified(sqlite_store, borrower, **{offers: "promise_to_pay", agrees: "affirm"})
    line.says(offers)
    assert keys(line) == {"proposal.ask_date"}
    line.says(agrees)
    assert keys(line) == {"proposal.ask_again_date"}
    assert on_the_table(line) is None


HARD = {Language.EN: "I lost my job", Language.ZH: "我失业了"}
LITTLE = {Language.EN: "40 a month maybe", Language.ZH: "每个月还500吧"}


@BOTH
def test_hardship_named_before_the_proof_makes_later_terms_no_demand(
    sqlite_store: Store, borrower: Borrower
) -> None:
    language = borrower.person.language
    both = f"{HARD[language]}, {LITTLE[language]}"
    sayings = {both: "cannot_pay+propose_instalment", LITTLE[language]: "propose_instalment"}
    line = Line(sqlite_store, borrower, SAYINGS | sayings | _proof(borrower))
    line.write_first()
    line.says(both)
    line.says(PROOF[language])
    assert on_the_table(line) is None
    line.says(LITTLE[language])
    offer, other = on_the_table(line) or (None, None)
    assert offer is not None
    assert other is None
    named = {Language.EN: 4000, Language.ZH: 50000}[language]
    assert all(item.amount.minor <= named for item in offer.instalments)


def test_a_later_day_than_may_be_is_named_as_the_reason_in_hardship_too(sqlite_store: Store) -> None:
    later = "fifty a month would be good starting april the tenth"
    line = verified(sqlite_store, **{"I lost my job": "cannot_pay", later: "propose_instalment"})
    line.says("I lost my job")
    said = line.says(later)
    assert keys(line) == {"offer.counter"}
    assert "the first payment must be by" in said
    offer, _ = on_the_table(line) or (None, None)
    assert offer is not None
    assert offer.instalments[0].on <= date(2026, 4, 1)


def test_what_nobody_proposed_is_offered_and_not_read_back(sqlite_store: Store) -> None:
    line = verified(sqlite_store, **{"hard to say": "propose_instalment", "no idea": "propose_instalment"})
    line.says("hard to say")
    said = line.says("no idea")
    assert "Let me read that back" not in said


def test_the_whole_of_it_on_a_later_day_is_not_asked_for_before_the_money_comes(sqlite_store: Store) -> None:
    refund = "I get my refund on april 10, I'll pay the whole thing then"
    line = verified(sqlite_store, **{refund: "promise_to_pay"})
    line.says(refund)
    first, second = on_the_table(line) or (None, None)
    assert keys(line) == {"offer.two_instead"}
    assert first is not None
    assert second is not None
    assert [item.on for item in first.instalments][1] == date(2026, 4, 10)
    assert len(second.instalments) == 1
    line.says("yes")
    assert plan_of(line) is None


def test_who_is_in_difficulty_and_asks_for_leeway_is_asked_for_no_sum(sqlite_store: Store) -> None:
    leeway = "can i skip a week if its bad"
    hard = "I lost my job, I can pay 40 a month"
    line = verified(sqlite_store, **{hard: "cannot_pay", leeway: "request_extension"})
    line.says(hard)
    waiting = on_the_table(line)
    assert waiting is not None
    line.says(leeway)
    assert keys(line) == {"human.waiting"}
    assert on_the_table(line) == waiting


@BOTH
def test_terms_that_are_read_a_third_time_say_what_is_missing_and_a_person_is_called(
    sqlite_store: Store, borrower: Borrower
) -> None:
    chinese = borrower.person.language is Language.ZH
    terms, again = ("每月1250，3月16号开始", "每月1250") if chinese else (PROPOSAL, "350 a month")
    line = verified(sqlite_store, borrower, **{terms: "propose_instalment", again: "propose_instalment"})
    line.says(terms)
    line.says(again)
    line.says(again)
    assert keys(line) == {"plan.yes_or_change"}
    assert reasons(line) == ["not_understood"]
    line.says("同意" if chinese else "yes")
    assert len(every_plan(line)) == 1
