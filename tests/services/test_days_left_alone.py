"""A plan stands: who names its own day, another bill's or none of ours leaves its days where they are."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.dialogue.changing import CHANGE_FOR_A_PERSON
from arrears.domain.people import Language
from arrears.store import Store
from tests.builders.line import Line, all_keys, keys, plan_of, reasons, waits
from tests.builders.offers import BOTH, YES, on_the_table, verified
from tests.builders.store import Borrower

REGULAR = {
    Language.EN: "I can do $350 a month starting on the 16th",
    Language.ZH: "每个月还1250，3月16号开始",
}
STANDS = {
    Language.EN: [
        ("the 16th. rent is the 1st so not before that, start march 16", "promise_to_pay"),
        ("not before the 10th, the 16th", "promise_to_pay"),
        ("rent's on the 1st so that week is tight", "promise_to_pay"),
        ("my car note hits the 3rd", "vague_promise"),
        ("did you eat today lol", "out_of_scope"),
        ("its so hot today", "promise_to_pay"),
        ("got a wedding saturday lol", "promise_to_pay"),
        ("the 16th. rent is the 1st so not before that, start march 16", "change_due_date"),
        ("still the 16th", "change_due_date"),
    ],
    Language.ZH: [
        ("16号 1号要交房租 别在那之前", "promise_to_pay"),
        ("10号之前没钱 16号吧", "promise_to_pay"),
        ("1号还要交房租 月初那周手上最紧", "promise_to_pay"),
        ("3号车贷要扣", "vague_promise"),
        ("你今天吃了吗哈哈", "out_of_scope"),
        ("今天好热", "promise_to_pay"),
        ("周六同学结婚", "promise_to_pay"),
        ("16号 1号要交房租 别在那之前 3月16号开始", "change_due_date"),
        ("还是16号 不变", "change_due_date"),
    ],
}
CANNOT = {
    Language.EN: "I can't start on the 16th",
    Language.ZH: "3月16号开始不行",
}
MOVED = {
    Language.EN: [
        ("rent is the 1st so can we make it the 20th", "change_due_date", date(2026, 3, 20)),
        ("cant before the 20th", "promise_to_pay", date(2026, 3, 20)),
        ("can we move the 16th to the 20th", "change_due_date", date(2026, 3, 20)),
        ("the 20th is easier", "promise_to_pay", date(2026, 3, 20)),
    ],
    Language.ZH: [
        ("房租1号交 改20号吧", "change_due_date", date(2026, 3, 20)),
        ("20号之前没钱", "promise_to_pay", date(2026, 3, 20)),
        ("16号那期改到20号", "change_due_date", date(2026, 3, 20)),
        ("20号方便些", "promise_to_pay", date(2026, 3, 20)),
    ],
}


def agreed(store: Store, borrower: Borrower, *said: tuple[str, str]) -> Line:
    language = borrower.person.language
    line = verified(store, borrower, **{REGULAR[language]: "propose_instalment"}, **dict(said))
    line.says(REGULAR[language])
    line.says(YES[language])
    return line


@BOTH
@pytest.mark.parametrize("number", range(9))
def test_what_names_no_new_day_moves_none(sqlite_store: Store, borrower: Borrower, number: int) -> None:
    said = STANDS[borrower.person.language][number]
    line = agreed(sqlite_store, borrower, said)
    before = plan_of(line)
    line.says(said[0])
    assert on_the_table(line) is None, keys(line)
    assert not keys(line) & {"change.read_back", "change.day", "proposal.ask_date"}
    assert plan_of(line) == before


@BOTH
@pytest.mark.parametrize("number", range(4))
def test_who_names_the_day_that_stands_is_told_so(
    sqlite_store: Store, borrower: Borrower, number: int
) -> None:
    said = [*STANDS[borrower.person.language][:2], *STANDS[borrower.person.language][-2:]][number]
    line = agreed(sqlite_store, borrower, said)
    line.says(said[0])
    assert keys(line) == {"next.so"}


@BOTH
def test_who_cannot_begin_on_the_day_is_not_told_that_it_stays(
    sqlite_store: Store, borrower: Borrower
) -> None:
    text = CANNOT[borrower.person.language]
    line = agreed(sqlite_store, borrower, (text, "change_due_date"))
    line.says(text)
    assert keys(line) == {"proposal.ask_date"}


@BOTH
@pytest.mark.parametrize("number", range(4))
def test_another_day_of_theirs_is_read_back(sqlite_store: Store, borrower: Borrower, number: int) -> None:
    text, label, on = MOVED[borrower.person.language][number]
    line = agreed(sqlite_store, borrower, (text, label))
    line.says(text)
    waiting = on_the_table(line)
    assert waiting is not None, keys(line)
    assert waiting[0].first_on == on


FIRST = {Language.EN: "can we move that one to the 23rd", Language.ZH: "这一期改到23号"}
OTHERS_STAY = {
    Language.EN: ["the other 350s stay, still the 16th", "after that still the 16th"],
    Language.ZH: ["后面每月1250的不变 还是16号", "后面还是16号"],
}


@BOTH
@pytest.mark.parametrize("number", range(2))
@pytest.mark.parametrize("label", ["change_due_date", "promise_to_pay", "propose_instalment"])
def test_that_the_other_days_stay_has_the_moved_one_read_again_and_a_yes_records_it(
    sqlite_store: Store, borrower: Borrower, number: int, label: str
) -> None:
    language = borrower.person.language
    text = OTHERS_STAY[language][number]
    line = agreed(sqlite_store, borrower, (FIRST[language], "change_due_date"), (text, label))
    line.says(FIRST[language])
    waiting = on_the_table(line)
    line.says(text)
    assert keys(line) & {"plan.read_back_again", "plan.read_back"}, keys(line)
    assert on_the_table(line) == waiting
    assert not reasons(line)
    line.says(YES[language])
    plan = plan_of(line)
    assert plan is not None
    assert [each.on.day for each in plan.instalments[:2]] == [23, 16]


LAST_DAY = {Language.EN: "350 a month starting march 31", Language.ZH: "每个月还1250，3月31号开始"}
SHORT = {Language.EN: "february has no 31st what then", Language.ZH: "2月没有31号怎么办"}


@BOTH
def test_what_becomes_of_the_last_day_in_february_is_answered(
    sqlite_store: Store, borrower: Borrower
) -> None:
    language = borrower.person.language
    said = {LAST_DAY[language]: "propose_instalment", SHORT[language]: "promise_to_pay"}
    line = verified(sqlite_store, borrower, **said)
    line.says(LAST_DAY[language])
    waiting = on_the_table(line)
    line.says(SHORT[language])
    assert "plan.short_month" in keys(line)
    assert on_the_table(line) == waiting
    line.says(YES[language])
    line.says(SHORT[language])
    assert "plan.short_month" in keys(line)


@BOTH
def test_a_day_that_every_month_has_needs_no_such_answer(sqlite_store: Store, borrower: Borrower) -> None:
    language = borrower.person.language
    line = agreed(sqlite_store, borrower, (SHORT[language], "promise_to_pay"))
    line.says(SHORT[language])
    assert "plan.short_month" not in keys(line)


WEEKLY = {Language.EN: "100 a week starting friday the 13th", Language.ZH: "一周还400 3月13号周五开始"}
MONDAYS = {Language.EN: "can we make it mondays instead", Language.ZH: "以后都周一还行吗"}


@BOTH
def test_a_weekday_of_all_payments_is_that_of_all_while_nothing_is_due(
    sqlite_store: Store, borrower: Borrower
) -> None:
    language = borrower.person.language
    said = {WEEKLY[language]: "propose_instalment", MONDAYS[language]: "change_due_date"}
    line = verified(sqlite_store, borrower, **said)
    line.says(WEEKLY[language])
    line.says(YES[language])
    line.says(MONDAYS[language])
    waiting = on_the_table(line)
    assert waiting is not None, keys(line)
    assert {each.on.weekday() for each in waiting[0].instalments[:3]} == {0}


def test_once_a_payment_is_due_another_weekday_of_all_is_read_back_for_the_rest(sqlite_store: Store) -> None:
    weekly, mondays = WEEKLY[Language.EN], MONDAYS[Language.EN]
    said = {weekly: "propose_instalment", mondays: "change_due_date"}
    line = verified(sqlite_store, **said)
    line.says(weekly)
    line.says("yes")
    waits(line, days=12)
    line.says("03/09/1975 4421")
    assert "every week, the first on Monday 16 March 2026" in line.says(mondays)
    assert CHANGE_FOR_A_PERSON not in reasons(line)


REASON = {Language.EN: "make it mondays, sundays are our big day", Language.ZH: "礼拜一吧 礼拜天生意最好"}


@BOTH
def test_a_day_that_only_tells_why_is_not_said_to_move(sqlite_store: Store, borrower: Borrower) -> None:
    language = borrower.person.language
    said = {WEEKLY[language]: "propose_instalment", REASON[language]: "promise_to_pay"}
    line = verified(sqlite_store, borrower, **said)
    line.says(WEEKLY[language])
    line.says(REASON[language])
    assert "plan.day_moved" not in all_keys(line)
    waiting = on_the_table(line)
    assert waiting is not None
    assert waiting[0].first_on.weekday() == 0
