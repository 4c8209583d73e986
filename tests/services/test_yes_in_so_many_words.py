"""A yes in the very words we ask for is one, also where the label is in doubt; no other is."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.domain.people import Language
from arrears.store import Store
from tests.builders.line import Line, all_keys, every_plan, keys
from tests.builders.offers import CHINA, PART, verified
from tests.builders.store import Borrower, a_borrower

TERMS = "每个月20号还1000"


def plans_after(store: Store, text: str) -> int:
    line = verified(store, CHINA, **{TERMS: "propose_instalment", text: "affirm"})
    line.says(TERMS)
    line.dialogue.confidence = 0.6
    line.says(text)
    return len(every_plan(line))


@pytest.mark.parametrize(
    "text",
    [
        "好的",
        "好的，同意",
        "我同意，请登记",
        "登记吧。",
        "好的 就这样吧",
        "行，就按这个来",
        "可以，那就这么定了",
        "嗯，就这样吧",
    ],
)
def test_the_words_we_ask_for_are_a_yes(sqlite_store: Store, text: str) -> None:
    assert plans_after(sqlite_store, text) == 1


@pytest.mark.parametrize(
    "text",
    [
        "不同意",
        "好的吧",
        "同意什么",
        "是吗",
        "好的，登记之前再说一遍",
        "我同意他的说法",
        "就这样吧",
        "那就算了",
        "好的 就这样吗",
        "行，就这样，不过少点",
        "嗯，就这样不行",
        "嗯",
    ],
)
def test_other_words_in_doubt_are_none(sqlite_store: Store, text: str) -> None:
    assert plans_after(sqlite_store, text) == 0


def english(store: Store, text: str, *, relief: bool) -> int:
    terms = "I lost my job, I could do $50 a month" if relief else "I can do $350 a month from the 15th"
    label = "cannot_pay+propose_instalment" if relief else "propose_instalment"
    line = verified(store, **{terms: label, text: "confirm_plan"})
    line.says(terms)
    line.dialogue.confidence = 0.6
    line.says(text)
    return len(every_plan(line))


@pytest.mark.parametrize("relief", [True, False])
@pytest.mark.parametrize(
    "text",
    [
        "ok fine, let's do that",
        "That works for me then.",
        "deal",
        "okay, I agree, thanks",
        "yes do that pls",
        "Yes, please do this, thanks",
    ],
)
def test_taking_up_what_was_read_is_a_yes_to_relief_and_to_any_plan(
    sqlite_store: Store, text: str, relief: bool
) -> None:
    assert english(sqlite_store, text, relief=relief) == 1


@pytest.mark.parametrize(
    "text",
    [
        "let's do that later",
        "does that work?",
        "ok fine",
        "that works for him",
        "let's do that but 20",
        "yes do that later",
        "yes do that?",
    ],
)
def test_what_may_mean_something_else_is_read_back_again(sqlite_store: Store, text: str) -> None:
    assert english(sqlite_store, text, relief=True) == 0


EN_TERMS = "I can do $350 a month starting on the 15th"
TAKEN = [
    ("ok I'll take that", "deny"),
    ("fine, that one", "affirm"),
    ("I'll take it", "vague_promise"),
    ("deal", "deny"),
    ("ok, sounds good to me", "out_of_scope"),
    ("that's fine with me, thanks", "thanks"),
    ("行，就这样", "goodbye"),
    ("yes 就这样", "affirm"),
    ("ok 那就这样吧", "out_of_scope"),
    ("好就这样吧", "goodbye"),
    ("成交", "out_of_scope"),
    ("那就这么定了", "vague_promise"),
    ("就按您说的办吧", "out_of_scope"),
]
"""Short assents by what they are taken for."""


def after_terms(store: Store, text: str, label: str, confidence: float = 0.6) -> Line:
    chinese = any("一" <= sign <= "鿿" for sign in text)
    terms = TERMS if chinese else EN_TERMS
    line = verified(store, CHINA if chinese else None, **{terms: "propose_instalment", text: label})
    line.says(terms)
    line.dialogue.confidence = confidence
    line.says(text)
    return line


@pytest.mark.parametrize(("text", "label"), TAKEN)
def test_what_waits_for_a_yes_decides_before_the_label_of_a_short_assent(
    sqlite_store: Store, text: str, label: str
) -> None:
    assert len(every_plan(after_terms(sqlite_store, text, label))) == 1


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("ok, forget it", "deny"),
        ("I'll take that up with my lawyer", "attorney_represented"),
        ("no deal", "deny"),
        ("deal?", "affirm"),
        ("what's the deal", "out_of_scope"),
        ("fine, whatever", "affirm"),
        ("that's not fine", "deny"),
        ("I'll take that as a no", "deny"),
        ("就这样吧不谈了", "goodbye"),
        ("就这样吧", "goodbye"),
        ("算了就这样吧", "goodbye"),
        ("行了就这样，不还了", "refuse_to_pay"),
        ("就这样定了吗", "affirm"),
        ("deal", "attorney_represented"),
        ("ok I'll take that", "cannot_pay"),
    ],
)
def test_what_only_looks_like_an_assent_binds_nothing(sqlite_store: Store, text: str, label: str) -> None:
    assert every_plan(after_terms(sqlite_store, text, label)) == ()


def test_a_short_assent_to_two_offers_is_asked_for_the_one(sqlite_store: Store) -> None:
    line = verified(sqlite_store, **{"ok I'll take that": "deny"})
    line.says(PART[Language.EN])
    line.says("ok I'll take that")
    assert (keys(line), every_plan(line)) == ({"offer.which"}, ())


def test_a_short_assent_where_nothing_waits_is_what_its_label_says(sqlite_store: Store) -> None:
    line = verified(sqlite_store, **{"deal": "goodbye"})
    line.says("deal")
    assert keys(line) == {"goodbye.answer"}


@pytest.mark.parametrize(
    ("borrower", "terms", "text"),
    [
        (CHINA, "每个月28号还1000", "行 每月28号一千 就这么定"),
        (a_borrower(), "300 a month on the 28th", "yes, 300 on the 28th of every month, do that"),
    ],
)
def test_a_yes_with_their_own_day_of_the_month_binds_though_a_weekend_moved_it(
    sqlite_store: Store, borrower: Borrower, terms: str, text: str
) -> None:
    line = verified(sqlite_store, borrower, **{terms: "propose_instalment", text: "confirm_plan"})
    line.says(terms)
    line.says(text)
    (plan,) = every_plan(line)
    assert plan.instalments[0].on == date(2026, 3, 30)


@pytest.mark.parametrize("text", ["行 每月27号一千 就这么定", "行 每月29号一千 就这么定"])
def test_a_yes_with_another_day_binds_nothing(sqlite_store: Store, text: str) -> None:
    terms = "每个月28号还1000"
    line = verified(sqlite_store, CHINA, **{terms: "propose_instalment", text: "confirm_plan"})
    line.says(terms)
    line.says(text)
    assert not every_plan(line)


@pytest.mark.parametrize(
    ("borrower", "terms", "text", "binds"),
    [
        (a_borrower(), "350 a month on the 27th", "yep 350 on the 27th every month works for me", True),
        (a_borrower(), "350 a month on the 27th", "ok 350 a month, do that", True),
        (a_borrower(), "350 a month on the 27th", "yep 300 on the 27th every month works for me", False),
        (a_borrower(), "350 a month on the 27th", "yep 350 on the 26th every month works for me", False),
        (a_borrower(), "350 a month on the 27th", "yeah 350 a month works if I keep my job", False),
        (a_borrower(), "350 a month on the 27th", "yeah right like 350 a month never works for me", False),
        (a_borrower(), "350 a month on the 27th", "ok so 350 a month works?", False),
        (CHINA, "每个月27号还1000", "行，一个月一千，27号，就这么定", True),
        (CHINA, "每个月27号还1000", "行，一个月八百，27号，就这么定", False),
        (CHINA, "每个月27号还1000", "行，一个月一千，先还五百就行", False),
    ],
)
def test_a_yes_around_the_very_terms_binds_whatever_it_was_labelled(
    sqlite_store: Store, borrower: Borrower, terms: str, text: str, binds: bool
) -> None:
    line = verified(sqlite_store, borrower, **{terms: "propose_instalment", text: "propose_instalment"})
    line.says(terms)
    line.says(text)
    assert bool(every_plan(line)) is binds


@pytest.mark.parametrize(
    ("borrower", "terms", "text", "binds"),
    [
        (a_borrower(), "350 a month from the 28th", "yep, if its 350 on the 28th", True),
        (a_borrower(), "350 a month from the 28th", "yep, if its 350 on the 29th", False),
        (a_borrower(), "350 a month from the 28th", "if its 350 a month ok, i cant do more than that", True),
        (a_borrower(), "350 a month from the 28th", "if my boss pays 350 on the 28th ok", False),
        (CHINA, "28号一次付清", "28号一次付清 可以", True),
        (CHINA, "28号一次付清", "27号一次付清 可以", False),
        (CHINA, "28号一次付清", "要是发了工资 28号付清可以", False),
    ],
)
def test_a_day_that_a_weekend_moved_and_they_know_of_is_theirs(
    sqlite_store: Store, borrower: Borrower, terms: str, text: str, binds: bool
) -> None:
    line = verified(sqlite_store, borrower, **{terms: "propose_instalment", text: "promise_to_pay+affirm"})
    line.says(terms)
    assert all_keys(line) == {"plan.day_moved", "plan.read_back"}  # 28 March 2026 is a Saturday
    line.says(text)
    assert bool(every_plan(line)) is binds


def test_where_a_day_goes_is_said_once(sqlite_store: Store) -> None:
    line = verified(sqlite_store, **{"350 a month from the 28th": "propose_instalment"})
    line.says("350 a month from the 28th")
    line.dialogue.intents["400 a month from the 28th"] = "propose_instalment"
    line.says("400 a month from the 28th")
    assert all_keys(line) == {"plan.read_back"}


@pytest.mark.parametrize(
    ("terms", "text", "binds"),
    [
        ("3月28号3000 4月起每月12号1000", "3月28号3000 4月起每月12号1000 是这个就可以", True),
        ("3月28号3000 4月起每月12号1000", "3月28号3000 5月起每月12号1000 是这个就可以", False),
        ("3月28号3000 4月起每月12号1000", "3月28号2000 4月起每月12号1000 是这个就可以", False),
        ("每周一还500，3月16号开始", "对 每周一500 可以", True),
        ("每周一还500，3月16号开始", "对 每周二500 可以", False),
    ],
)
def test_terms_in_parts_are_agreed_to_in_their_own_words(
    sqlite_store: Store, terms: str, text: str, binds: bool
) -> None:
    line = verified(sqlite_store, CHINA, **{terms: "propose_instalment", text: "propose_instalment"})
    line.says(terms)
    assert "plan.read_back" in keys(line)
    line.says(text)
    assert bool(every_plan(line)) is binds
