"""What was named before stays while a later turn speaks of a part of it, its month, or says no beside it."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.domain.negotiation.offers import Offer
from arrears.store import Store
from tests.builders.line import Line, every_plan
from tests.builders.offers import CHINA, on_the_table, verified


def says(store: Store, *turns: tuple[str, str]) -> Line:
    chinese = any("一" <= sign <= "鿿" for sign in turns[0][0])
    line = verified(store, CHINA if chinese else None, **dict(turns))
    for text, _ in turns:
        line.says(text)
    return line


def table(line: Line) -> Offer:
    waiting = on_the_table(line)
    assert waiting is not None
    return waiting[0]


def begun(line: Line) -> list[tuple[str, int]]:
    """The day and the sum of the first two payments that wait for a yes."""
    return [(f"{each.on:%m-%d}", each.amount.minor // 100) for each in table(line).instalments[:2]]


PROPOSES, PROMISES, DENIES = "propose_instalment", "promise_to_pay", "deny+propose_instalment"

# A lump sum, and regular ones


@pytest.mark.parametrize(
    "turns",
    [
        [
            ("good weeks i make like 1000 a week, bad weeks 500. i can give you 700 on friday", PROMISES),
            ("the rest 150 a week, from the 16th", PROPOSES),
        ],
        [
            ("好的时候一周一千多 差的时候五六百 这周五卖个旧电动车 能先还你2000", PROMISES),
            ("剩下的一个礼拜500行不 16号开始", PROPOSES),
        ],
    ],
)
def test_a_lump_sum_stays_before_what_is_paid_every_week(
    sqlite_store: Store, turns: list[tuple[str, str]]
) -> None:
    offer = table(says(sqlite_store, *turns))
    first, second, *_ = offer.instalments
    assert first.amount > second.amount
    assert (first.on, second.on) == (date(2026, 3, 6), date(2026, 3, 16))


PARTS = ("300 this friday, then 150 a month on the 20th starting april", PROPOSES)
PARTS_ZH = ("这周五先还2000 从4月起每月20号还500", PROPOSES)
FRIDAY = [("03-06", 300), ("04-20", 150)]
FRIDAY_ZH = [("03-06", 2000), ("04-20", 500)]


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        # the regular sum said again
        ([PARTS, ("no 150 is what i can do for sure, dont wanna promise more", PROMISES)], FRIDAY),
        ([PARTS_ZH, ("500就是500 多了我真跑不出来", PROMISES)], FRIDAY_ZH),
        # the number of its day said again, once it was put off
        ([PARTS, ("300 friday then 150 on the 20ths, maybe?", PROMISES)], FRIDAY),
        # the regular sums of another day, in a plural
        (
            [
                PARTS,
                ("the 300 on friday yes. and the 150s on the 22nd but not this month start april", PROMISES),
            ],
            [("03-06", 300), ("04-22", 150)],
        ),
        # the first one called off
        ([PARTS, ("just 150 a month, no first payment", PROPOSES)], [("03-09", 150), ("04-09", 150)]),
    ],
)
def test_the_part_they_do_not_speak_of_stays(
    sqlite_store: Store, turns: list[tuple[str, str]], expected: list[tuple[str, int]]
) -> None:
    assert begun(says(sqlite_store, *turns)) == expected


@pytest.mark.parametrize(("day", "binds"), [("20ths", True), ("21sts", False)])
def test_a_yes_may_name_the_day_in_the_plural(sqlite_store: Store, day: str, binds: bool) -> None:
    line = says(sqlite_store, PARTS, (f"ok yeah do that. 300 fri then 150 on the {day}", PROMISES))
    assert bool(every_plan(line)) is binds


# Another day for all


TOGETHER = ("300 on the 20th, then 150 a month on the 20th from april", PROPOSES)
TOGETHER_ZH = ("3月20号先还2000，然后从4月起每月20号还500", PROPOSES)
APART = ("300 this friday, then 150 a month on the 20th", PROPOSES)


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        ([TOGETHER, ("payroll moved, can we make it the 24th?", "change_due_date")], ["03-24", "04-24"]),
        ([TOGETHER_ZH, ("工资改成23号发，能不能改到24号？", "change_due_date")], ["03-24", "04-24"]),
        ([APART, ("can we make every payment the 24th?", "change_due_date")], ["03-06", "03-24"]),
        ([APART, ("the 24th of every month", PROPOSES)], ["03-06", "03-24"]),
        ([APART, ("make the first one the 9th", "change_due_date")], ["03-09", "03-20"]),
    ],
)
def test_another_day_is_that_of_all_that_kept_the_old_one(
    sqlite_store: Store, turns: list[tuple[str, str]], expected: list[str]
) -> None:
    assert [on for on, _ in begun(says(sqlite_store, *turns))] == expected


# A month alone


MONTHLY, MONTHLY_ZH = ("350 a month on the 12th", PROPOSES), ("每个月还1000，12号吧", PROPOSES)


@pytest.mark.parametrize(
    ("turns", "first"),
    [
        (
            [MONTHLY, ("Starting in March. February's already spoken for.", "vague_promise")],
            date(2026, 3, 12),
        ),
        ([MONTHLY, ("actually start in april", "vague_promise")], None),
        ([MONTHLY_ZH, ("3月开始，2月的已经花完了", "vague_promise")], date(2026, 3, 12)),
        ([MONTHLY_ZH, ("还是4月开始吧", "vague_promise")], None),
    ],
)
def test_payments_that_are_to_begin_in_a_month_keep_their_day(
    sqlite_store: Store, turns: list[tuple[str, str]], first: date | None
) -> None:
    """A first day that is later than may be is said to be so, and the others keep theirs."""
    days = [each.on for each in table(says(sqlite_store, *turns)).instalments]
    assert days[0] == first or first is None
    assert days[2].day == 12


# Several payments, and a no to one of all


HALVES, HALVES_ZH = (
    ("Half this Friday and the other half on the 27th", PROPOSES),
    ("这周五还一半，27号还另一半", PROPOSES),
)


@pytest.mark.parametrize(
    "turns",
    [
        [HALVES, ("I can't do it all at once, no. Two halves is what I can manage.", DENIES)],
        [HALVES_ZH, ("一次性我还不了，不行。分两次我才拿得出来", DENIES)],
    ],
)
def test_the_plan_said_again_beside_a_no_is_no_refusal(
    sqlite_store: Store, turns: list[tuple[str, str]]
) -> None:
    line = says(sqlite_store, *turns)
    assert len(table(line).instalments) == 2
    yes = "好的" if turns[0] is HALVES_ZH else "yes"
    line.dialogue.intents[yes] = "affirm"
    line.says(yes)
    assert len(every_plan(line)) == 1


@pytest.mark.parametrize(
    "turns",
    [
        [HALVES, ("no, I can't do two halves", DENIES)],
        [HALVES, ("no, forget it", "deny")],
        [HALVES_ZH, ("不行，分两次我还不了", DENIES)],
    ],
)
def test_a_no_to_the_halves_takes_them_off_the_table(
    sqlite_store: Store, turns: list[tuple[str, str]]
) -> None:
    assert on_the_table(says(sqlite_store, *turns)) is None


# What they can put up


@pytest.mark.parametrize(
    "text",
    ["前段时间门口修路没生意，现在好了。我每个月能拿一千出来还", "我工资五千，每月拿一千出来还款"],
)
def test_what_they_put_up_every_month_is_read_back(sqlite_store: Store, text: str) -> None:
    offer = table(says(sqlite_store, (text, "cannot_pay+propose_instalment")))
    assert offer.instalments[0].amount.minor == 1000_00


def test_what_they_take_home_is_no_offer(sqlite_store: Store) -> None:
    assert on_the_table(says(sqlite_store, ("我一个月拿四千工资", PROPOSES))) is None
