"""What is taken back in the same breath, with values of another kind between, and what only looks like it."""

from __future__ import annotations

import pytest

from arrears.domain.intents import Intent
from arrears.domain.language.inventory import EntityName
from tests.domain.language.turns import values

PROMISE, PLAN, PAID = Intent.PROMISE_TO_PAY, Intent.PROPOSE_INSTALMENT, Intent.ALREADY_PAID
IDENTITY = Intent.VERIFY_IDENTITY


@pytest.mark.parametrize(
    ("text", "sums", "days"),
    [
        ("30 tmrw? nah 35 on wed, final answer", ["35"], ["2026-03-18"]),
        ("tmrw 50 no scratch that sun 50", ["50"], ["2026-03-15"]),
        ("50 on friday no wait make that 60", ["60"], ["2026-03-13"]),
        ("50 on friday no wait monday", ["50"], ["2026-03-16"]),
        ("you'll get it next monday nope next tuesday one hundred forty", ["140"], ["2026-03-17"]),
        ("aug 32 lol, kidding, sat 37", ["37"], ["2026-03-14"]),
        ("how bout never lol ok ok sat 40, i mean it", ["40"], ["2026-03-14"]),
        ("I've heard enough, and this is not one: I commit to $95 on March 29.", ["95"], ["2026-03-29"]),
        ("I can do 300 tmrw? nah 200 a month starting fri mar 13", ["200"], ["2026-03-13"]),
        ("8月30日我会付2000，抱歉打错了，是8月31日。", ["2000"], ["2026-08-31"]),
        ("十五号还你不是说错了二十号二十号还一千二", ["1200"], ["2026-03-20"]),
    ],
)
def test_only_what_was_said_last_counts(text: str, sums: list[str], days: list[str]) -> None:
    assert [one.rstrip("?") for one in values(text, EntityName.AMOUNT, PROMISE)] == sums
    assert [one.rstrip("?") for one in values(text, EntityName.DATE, PROMISE)] == days


@pytest.mark.parametrize(
    ("text", "sums", "days"),
    [
        ("50 on friday, no, monday, and 30 on the 15th", ["50", "30"], ["2026-03-16", "2026-03-15"]),
        ("50 on friday, no, monday, 30 on the 15th", ["50", "30"], ["2026-03-16", "2026-03-15"]),
        ("100 on friday, no more, then 50 monday", ["100", "50"], ["2026-03-13", "2026-03-16"]),
        ("50 friday, no more, 200 a month from the 20th", ["50", "200"], ["2026-03-13", "2026-03-20"]),
        ("50 friday and 60 monday", ["50", "60"], ["2026-03-13", "2026-03-16"]),
        ("8月30日我会付2000，9月30日付1000", ["2000", "1000"], ["2026-08-30", "2026-09-30"]),
        ("十五号还你二十号再还你", [], ["2026-03-15", "2026-03-20"]),
        ("nope can't do 50", [], []),
        ("the check sat 40 days", [], []),
        ("that sat 40 years ago", [], []),
    ],
)
def test_what_goes_on_takes_nothing_back(text: str, sums: list[str], days: list[str]) -> None:
    assert [one.rstrip("?") for one in values(text, EntityName.AMOUNT, PROMISE)] == sums
    assert [one.rstrip("?") for one in values(text, EntityName.DATE, PROMISE)] == days


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("分4期，不，5期，每期900", ["5"]),
        ("分十期不对分十二期吧每个月六百", ["12"]),
        ("6 payments no wait 8 payments", ["8"]),
        ("分12期不 一期多少", ["12"]),
        ("能分12期不，6期也行", []),
    ],
)
def test_of_two_numbers_of_payments_the_corrected_one_is_none(text: str, counts: list[str]) -> None:
    assert [one.rstrip("?") for one in values(text, EntityName.INSTALMENT_COUNT, PLAN)] == counts


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("身份证尾号四四幺二不对是四四二幺", ["4421"]),
        ("last four 4412 no wait 4421", ["4421"]),
        ("last four 4412, not 4421", ["4412"]),
        ("尾号4412，4421元", ["4412"]),
        ("身分證尾四碼 1503", ["1503"]),
        ("zip's four four one zero two", ["44102"]),
    ],
)
def test_digits_that_were_taken_back_answer_nothing(text: str, digits: list[str]) -> None:
    assert values(text, EntityName.IDENTITY, IDENTITY) == digits


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("前天还的八百不是八百五", ["800?", "850?"]),  # denies the one, or corrects the other
        ("前天还的是八百不是八百五", ["800", "850?"]),
        ("前天还的八百，不是八百五", ["800", "850?"]),
        ("八百不是八百五", ["800", "850?"]),
    ],
)
def test_a_denial_without_a_stop_leaves_both_in_doubt(text: str, sums: list[str]) -> None:
    assert values(text, EntityName.AMOUNT, PAID) == sums


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("我手头只有一千一先给你一千一剩下的还得等", ["1100"]),
        ("i only have 60 so i'll give you 60", ["60"]),
        ("先还一千一再还一千一", ["1100", "1100"]),
        ("只有五百给你五百下月再五百", ["500", "500"]),
    ],
)
def test_what_there_is_and_what_is_given_of_it_are_one(text: str, sums: list[str]) -> None:
    assert [one.rstrip("?") for one in values(text, EntityName.AMOUNT, PROMISE)] == sums
