"""After a plan: which payments come, and that more may be paid when there is more; nothing of it changes."""

from __future__ import annotations

import pytest

from arrears.store import Store
from tests.builders.line import Line, every_plan, keys, reasons
from tests.builders.offers import CHINA, PROPOSAL, YES, on_the_table, verified

ZH_PROPOSAL = "每个月还1250，3月16号开始"
OFFERS = dict.fromkeys((PROPOSAL, ZH_PROPOSAL), "propose_instalment")


def asks(store: Store, text: str, label: str, *, agreed: bool = True) -> Line:
    english = text.isascii()
    line = verified(store, None if english else CHINA, **(OFFERS | {text: label}))
    line.says(PROPOSAL if english else ZH_PROPOSAL)
    if agreed:
        line.says(YES[line.borrower.person.language])
    return line


@pytest.mark.parametrize(
    ("text", "label", "day"),
    [
        ("what do the other payments look like", "ask_credit_reporting", "15 June"),
        ("so the rest stay the same?", "affirm", "15 April"),
        ("so the rest stay the same?", "propose_instalment", "15 April"),
        ("后面几期怎么变", "out_of_scope", "5月18日"),
        ("那多还了以后后面几期怎么变", "ask_balance", "5月18日"),
        ("那后面的还是 27 号吗 还是 also 往后", "out_of_scope", "5月18日"),
        ("剩下的也跟着往后吗", "propose_instalment", "5月18日"),
        ("are the others still on the 20th or do they move too?", "promise_to_pay", "15 April"),
        ("are the others still on the 27th", "change_due_date", "15 June"),
    ],
)
def test_the_payments_to_come_are_told_with_their_days(
    sqlite_store: Store, text: str, label: str, day: str
) -> None:
    line = asks(sqlite_store, text, label)
    said = line.says(text)
    assert keys(line) == {"plan.coming"}
    assert day in said
    assert not reasons(line)
    assert len(every_plan(line)) == 1


def test_what_waits_for_a_yes_is_read_again_and_no_payments_of_a_plan(sqlite_store: Store) -> None:
    text = "so the rest stay the same?"
    line = asks(sqlite_store, text, "repeat_clarify", agreed=False)
    line.says(text)
    assert "plan.coming" not in keys(line)
    assert on_the_table(line) is not None
    assert keys(line) == {"plan.read_back"}
    assert on_the_table(line) is not None


def test_a_question_of_the_days_of_the_others_moves_none_that_waits(sqlite_store: Store) -> None:
    text = "那后面的还是27号吗"
    line = asks(sqlite_store, text, "out_of_scope", agreed=False)
    before = on_the_table(line)
    line.says(text)
    assert keys(line) == {"plan.read_back"}
    assert on_the_table(line) == before


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("can I throw in an extra 500 when I have it", "propose_instalment"),
        ("If May's warm and I want to throw in an extra five hundred how do I do it", "request_settlement"),
        ("五一要是生意好 我想多还两千 怎么弄", "propose_instalment"),
        ("and if May is good, can I pay extra?", "request_extension"),
        ("if i have a good week and send 700 does that skip the next one or what", "ask_legal_consequences"),
        ("say i send 100 extra, does it come off the end", "partial_payment"),
        ("要是哪个月多还了点 是后面每期少还还是少几期", "ask_balance"),
        ("哪周跑得好我多转点可以吧 会不会罚", "vague_promise"),
        ("等明年找到工作了再多还点", "vague_promise"),
        ("i'll pay more once i'm back at work", "promise_to_pay"),
        ("i'll pay more once i'm back at work", "vague_promise+inconvenient"),
    ],
)
@pytest.mark.parametrize("agreed", [True, False])
def test_more_when_they_have_it_is_welcome_and_changes_nothing(
    sqlite_store: Store, text: str, label: str, agreed: bool
) -> None:
    line = asks(sqlite_store, text, label, agreed=agreed)
    before = on_the_table(line)
    line.says(text)
    assert keys(line) == ({"plan.early"} if agreed else {"plan.early", "plan.read_back_short"})
    assert on_the_table(line) == before
    assert not reasons(line)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("if i pay late does that count against me", "ask_legal_consequences"),
        ("if i miss one does that skip to the end", "ask_legal_consequences"),
        ("can i pay less in winter and more in summer", "propose_instalment"),
        ("能不能淡季少还点 旺季多还点", "propose_instalment"),
        ("if i could pay more i would", "cannot_pay"),
    ],
)
def test_what_is_late_or_less_is_no_payment_on_top(sqlite_store: Store, text: str, label: str) -> None:
    line = asks(sqlite_store, text, label)
    line.says(text)
    assert "plan.early" not in keys(line)


def test_more_later_is_no_answer_where_nothing_is_agreed_or_proposed(sqlite_store: Store) -> None:
    text = "i'll pay more once i'm back at work"
    line = verified(sqlite_store, **{text: "vague_promise"})
    line.says(text)
    assert "plan.early" not in keys(line)


def test_more_every_month_is_other_terms(sqlite_store: Store) -> None:
    text = "can I pay an extra 50 each month"
    line = asks(sqlite_store, text, "propose_instalment")
    line.says(text)
    assert "plan.early" not in keys(line)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("could the others move to the 20th too?", "request_extension"),
        ("后面的能不能也改到20号", "request_extension"),
    ],
)
def test_a_wish_for_other_days_is_no_question_of_them(sqlite_store: Store, text: str, label: str) -> None:
    line = asks(sqlite_store, text, label)
    line.says(text)
    assert "plan.coming" not in keys(line)


@pytest.mark.parametrize("text", ["I'll see what I can do", "我尽量吧"])
def test_who_promises_vaguely_after_a_plan_is_asked_for_nothing(sqlite_store: Store, text: str) -> None:
    line = asks(sqlite_store, text, "vague_promise")
    line.says(text)
    assert keys(line) == {"next.closed"}
