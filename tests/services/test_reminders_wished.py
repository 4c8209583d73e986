"""Who wants to be reminded, at no hour of the clock, hears when it comes, and is not taken to want a call."""

from __future__ import annotations

from datetime import time

import pytest

from arrears.domain.times import DailyWindow
from arrears.store import Store, consents, reminders
from tests.builders.line import Line, keys, plan_of, reasons
from tests.builders.offers import CHINA, PROPOSAL, YES, verified

ZH_PROPOSAL = "每个月还1250，3月16号开始"
OFFERS = dict.fromkeys((PROPOSAL, ZH_PROPOSAL), "propose_instalment")
NOT_MORNINGS = "到时候提前一天提醒我一下吧 上午别发 我在收银看不了手机"


def wishes(store: Store, text: str, label: str, *, agreed: bool = True) -> tuple[Line, str]:
    borrower = None if text.isascii() else CHINA
    line = verified(store, borrower, **(OFFERS | {text: label}))
    line.says(PROPOSAL if borrower is None else ZH_PROPOSAL)
    if agreed:
        line.says(YES[line.borrower.person.language])
    return line, line.says(text)


def minute_of(line: Line) -> int | None:
    plan = plan_of(line)
    assert plan is not None
    with line.store.read() as tx:
        return reminders.minute_of(tx, plan)


@pytest.mark.parametrize(
    "text",
    [
        "Could you send me a reminder the day before, in the morning?",
        "remind me the day before please",
        "can you remind me on the 15th",
        "提前一天提醒我一下",
    ],
)
@pytest.mark.parametrize("label", ["request_callback", "out_of_scope", "request_written"])
def test_when_it_comes_is_told_and_nobody_is_asked_to_call(
    sqlite_store: Store, text: str, label: str
) -> None:
    line, said = wishes(sqlite_store, text, label)
    assert keys(line) == {"reminder.default"}
    assert "10:00" in said
    assert not reasons(line)


@pytest.mark.parametrize("label", ["request_callback", "request_callback+stop_texts@0.5", "inconvenient"])
def test_the_part_of_the_day_that_does_not_suit_is_avoided_and_the_hour_is_another(
    sqlite_store: Store, label: str
) -> None:
    line, said = wishes(sqlite_store, NOT_MORNINGS, label)
    assert keys(line) == {"reminder.set"}
    assert "12:00" in said
    assert minute_of(line) == 12 * 60
    with line.store.read() as tx:
        avoided = consents.inconvenient_hours_of(tx, line.borrower.person.id)
    assert avoided == (DailyWindow(time.min, time(12)),)


def test_the_evening_before_is_an_hour_that_is_kept(sqlite_store: Store) -> None:
    line, said = wishes(sqlite_store, "text me the night before", "request_callback")
    assert keys(line) == {"reminder.set"}
    assert "18:00" in said


@pytest.mark.parametrize("text", ["remind me three days before", "can you remind me on the 2nd of April"])
def test_on_another_day_it_is_for_a_person_and_ours_is_told(sqlite_store: Store, text: str) -> None:
    line, _ = wishes(sqlite_store, text, "request_callback")
    assert keys(line) == {"reminder.default", "human.waiting"}
    assert reasons(line) == ["callback"]


def test_before_a_yes_the_terms_are_read_again_and_the_hour_holds_for_the_plan(sqlite_store: Store) -> None:
    line, _ = wishes(sqlite_store, "text me the night before", "request_callback", agreed=False)
    assert keys(line) == {"plan.read_back"}
    line.says("yes")
    assert minute_of(line) == 18 * 60


@pytest.mark.parametrize(
    ("text", "label", "key"),
    [
        ("call me tomorrow morning", "request_callback", "callback.answer"),
        ("stop sending me reminders", "stop_texts", "optout.confirmation"),
        ("remind me what I owe", "ask_balance", "balance.charges"),
    ],
)
def test_a_call_a_stop_and_a_question_are_what_they_are(
    sqlite_store: Store, text: str, label: str, key: str
) -> None:
    line, _ = wishes(sqlite_store, text, label)
    assert key in keys(line)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("我的号有时候没电 短信没回别当我跑路啊", "doubt.texts"),
        ("上午别发短信", "inconvenient.noted"),
        ("短信别发了", "optout.confirmation"),
        ("你们烦死了 别再来了", "optout.confirmation"),
    ],
)
def test_a_word_of_something_else_makes_no_stop_certain(sqlite_store: Store, text: str, said: str) -> None:
    line, _ = wishes(sqlite_store, text, "stop_texts@0.63")
    assert keys(line) == {said}
