"""Ten days later than what? Than the day that is spoken of; and a day they cannot keep is not kept."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.domain.people import Language
from arrears.store import Store
from tests.builders.line import Line, every_plan, keys, plan_of, reasons
from tests.builders.offers import BOTH, CHINA, YES, language_of, on_the_table, verified
from tests.builders.store import Borrower, a_borrower

FIRST = {Language.EN: "I can do $350 a month starting on the 16th", Language.ZH: "每个月还1250，3月16号开始"}
BORROWER = a_borrower()
LATER = {
    Language.EN: [
        ("can I pay it ten days later please", "request_extension", date(2026, 3, 26)),
        ("push it back a week please", "request_extension", date(2026, 3, 23)),
        ("can we move it two weeks out", "change_due_date", date(2026, 3, 30)),
        ("give me ten days", "request_extension", date(2026, 3, 26)),
        ("can I pay 3 days early", "promise_to_pay", date(2026, 3, 13)),
        ("can I pay it in ten days", "request_extension", date(2026, 3, 12)),
    ],
    Language.ZH: [
        ("能不能晚十天", "request_extension", date(2026, 3, 26)),
        ("16号还不了，晚一周行吗", "promise_to_pay+request_extension", date(2026, 3, 23)),
        ("往后推七天", "change_due_date", date(2026, 3, 23)),
        ("能提前三天还吗", "change_due_date", date(2026, 3, 13)),
        ("十天后还", "request_extension", date(2026, 3, 13)),  # it is the 3rd in China
    ],
}
SECOND = {Language.EN: "can I have 3 more days for the second payment", Language.ZH: "第二期晚三天"}
ROUGHLY = {Language.EN: "can I have a few more days", Language.ZH: "晚几天"}


def proposed(store: Store, borrower: Borrower, text: str, label: str) -> Line:
    language = borrower.person.language
    line = verified(store, borrower, **{FIRST[language]: "propose_instalment", text: label})
    line.says(FIRST[language])
    return line


def agreed(store: Store, borrower: Borrower, text: str, label: str) -> Line:
    line = proposed(store, borrower, text, label)
    line.says(YES[language_of(line)])
    return line


@BOTH
@pytest.mark.parametrize("number", range(6))
def test_a_payment_is_moved_from_its_own_day(sqlite_store: Store, borrower: Borrower, number: int) -> None:
    cases = LATER[borrower.person.language]
    text, label, on = cases[number % len(cases)]
    line = agreed(sqlite_store, borrower, text, label)
    line.says(text)
    line.says(YES[language_of(line)])
    plan = plan_of(line)
    assert plan is not None
    assert [item.on for item in plan.instalments[:2]] == [on, date(2026, 4, 16)]
    assert reasons(line) == []


@pytest.mark.parametrize("text", ["16号真的还不了，晚十天吧", "工资还没发，16号真的还不了，晚十天吧"])
def test_who_cannot_keep_the_day_and_names_a_later_one_takes_nothing_back(
    sqlite_store: Store, text: str
) -> None:
    line = agreed(sqlite_store, CHINA, text, "request_extension")
    line.says(text)
    assert keys(line) - {"hardship.agreed"} == {"change.read_back"}
    assert [plan.cancelled_at for plan in every_plan(line)] == [None]
    waiting = on_the_table(line)
    assert waiting is not None
    assert waiting[0].first_on == date(2026, 3, 26)


def test_difficulty_beside_another_day_is_written_down_and_the_day_is_read_back(sqlite_store: Store) -> None:
    text = "I was laid off, can I move it to the 25th"
    line = agreed(sqlite_store, BORROWER, text, "change_due_date")
    line.says(text)
    assert keys(line) == {"hardship.agreed", "change.read_back"}
    assert reasons(line) == ["hardship"]


@BOTH
def test_the_payment_that_is_named_is_the_one_that_moves(sqlite_store: Store, borrower: Borrower) -> None:
    text = SECOND[borrower.person.language]
    line = agreed(sqlite_store, borrower, text, "request_extension")
    line.says(text)
    waiting = on_the_table(line)
    assert waiting is not None
    assert [item.on for item in waiting[0].instalments[:2]] == [date(2026, 3, 16), date(2026, 4, 20)]


@BOTH
def test_terms_that_are_on_the_table_begin_so_much_later(sqlite_store: Store, borrower: Borrower) -> None:
    text, label, on = LATER[borrower.person.language][0]
    line = proposed(sqlite_store, borrower, text, label)
    line.says(text)
    waiting = on_the_table(line)
    assert waiting is not None
    assert waiting[0].first_on == on


@BOTH
def test_a_few_days_later_is_asked_for_its_day_and_goes_to_nobody(
    sqlite_store: Store, borrower: Borrower
) -> None:
    text = ROUGHLY[borrower.person.language]
    line = agreed(sqlite_store, borrower, text, "request_extension")
    line.says(text)
    assert keys(line) == {"proposal.ask_date"}
    assert reasons(line) == []


@pytest.mark.parametrize("when", [proposed, agreed])
def test_relief_does_not_begin_on_a_day_they_cannot_keep(sqlite_store: Store, when) -> None:
    text = "I lost my job, I can't pay on the 16th, I can manage 60 a month"
    line = when(sqlite_store, BORROWER, text, "cannot_pay")
    line.says(text)
    assert keys(line) == {"hardship.agreed" if when is agreed else "hardship.answer", "relief.offer"}
    waiting = on_the_table(line)
    assert waiting is not None
    assert waiting[0].first_on == date(2026, 4, 1)


def test_what_they_cannot_pay_is_not_read_back_to_them(sqlite_store: Store) -> None:
    text = "the 16th is impossible, I have no money, please lower it"
    line = proposed(sqlite_store, BORROWER, text, "request_hardship")
    line.says(text)
    assert keys(line) == {"hardship.answer"}


FOR_ONCE = {
    Language.EN: "can I pay ten days later? just this once, after that still on the 16th",
    Language.ZH: "能不能晚十天？就这一次，后面还是16号",
}


@BOTH
@pytest.mark.parametrize("when", [proposed, agreed])
def test_the_day_that_stays_for_the_others_is_none_to_go_to(
    sqlite_store: Store, borrower: Borrower, when
) -> None:
    text = FOR_ONCE[borrower.person.language]
    line = when(sqlite_store, borrower, text, "request_extension")
    line.says(text)
    waiting = on_the_table(line)
    assert waiting is not None
    assert waiting[0].first_on == date(2026, 3, 26)


@pytest.mark.parametrize(
    ("borrower", "refused", "then"),
    [
        (BORROWER, "I lost my job, I can't pay on the 16th", "60 a month"),
        (CHINA, "这个月16号的还不上了，厂里压了工资", "每月300"),
    ],
)
def test_relief_that_is_agreed_later_does_not_begin_on_the_day_refused_before(
    sqlite_store: Store, borrower: Borrower, refused: str, then: str
) -> None:
    line = proposed(sqlite_store, borrower, refused, "cannot_pay")
    line.dialogue.intents[then] = "propose_instalment"
    line.says(refused)
    line.says(then)
    waiting = on_the_table(line)
    assert waiting is not None
    assert waiting[0].first_on > date(2026, 3, 16)


@pytest.mark.parametrize(
    ("borrower", "refused"),
    [
        (BORROWER, "I lost my job, I can't pay on the 16th"),
        (CHINA, "这个月16号的还不上了，厂里压了工资"),
    ],
)
def test_in_a_new_talk_it_is_counted_from_the_day_that_stays(
    sqlite_store: Store, borrower: Borrower, refused: str
) -> None:
    text = FOR_ONCE[borrower.person.language]
    limit = "60 a month is the most I can pay" if borrower is BORROWER else "我每个月最多能还300"
    line = verified(
        sqlite_store,
        borrower,
        **{refused: "cannot_pay", text: "request_extension", limit: "propose_instalment"},
    )
    for each in (limit, refused, text):
        line.says(each)
    waiting = on_the_table(line)
    assert waiting is not None
    assert waiting[0].first_on == date(2026, 3, 26)


def test_ten_days_later_than_a_day_refused_in_hardship_is_counted_from_it(sqlite_store: Store) -> None:
    line = proposed(sqlite_store, CHINA, "这个月16号的还不上了，厂里压了工资", "cannot_pay")
    line.dialogue.intents[FOR_ONCE[Language.ZH]] = "request_extension"
    line.says("这个月16号的还不上了，厂里压了工资")
    line.says(FOR_ONCE[Language.ZH])
    waiting = on_the_table(line)
    assert waiting is not None
    assert waiting[0].first_on == date(2026, 3, 26)
