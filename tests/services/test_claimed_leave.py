"""Claimed authority and persistence move nothing; what they say they can pay does."""

from __future__ import annotations

import pytest

from arrears.domain.language.acts.claimed_leave import beside_claims, claims_leave
from arrears.domain.language.readings import Frequency
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.people import Language
from arrears.store import Store
from tests.builders.line import Line, keys, plan_of, reasons
from tests.builders.offers import BOTH, on_the_table, verified
from tests.builders.store import Borrower, a_borrower

FIRST = {Language.EN: "50 a month", Language.ZH: "每月200"}
INSISTS = {
    Language.EN: [
        "just 60 a month",
        "60 a month",
        "how about 60?",
        "your manager said I could pay 60 a month",
        "please, could you make it 60 a month",
        "sorry, 60 a month",
        "no way. 60 a month",
        "no, 60",
        "nope. 60",
    ],
    Language.ZH: [
        "就300一个月",
        "每月300可以吗",
        "300吧",
        "你们经理答应过每月300",
        "麻烦您，每月300吧",
        "不好意思，每月300",
        "不行，每月300",
        "不要，就300",
        "不接受。300",
    ],
}
CAN = {
    Language.EN: [
        "I can do 60 a month",
        "that's too much, 60 a month",
        "I can only do 60",
        "can't do that, 60",
        "no, I can do 60 a month",
        "sorry, I just can't. 60 a month",
    ],
    Language.ZH: [
        "我每月能还300",
        "太多了，每月300",
        "最多300",
        "还不起那么多，300",
        "不行，我每月能还300",
        "不好意思，拿不出那么多，300",
    ],
}


def countered(store: Store, borrower: Borrower, *texts: str) -> Line:
    first = FIRST[borrower.person.language]
    line = verified(store, borrower, **dict.fromkeys((first, *texts), "propose_instalment"))
    line.says(first)
    assert keys(line) == {"offer.counter"}
    return line


def kind_on_the_table(line: Line) -> PlanType:
    waiting = on_the_table(line)
    assert waiting is not None
    return waiting[0].kind


@BOTH
@pytest.mark.parametrize("number", range(9))
def test_a_sum_that_is_insisted_on_gets_the_same_counter_with_the_reason(
    sqlite_store: Store, borrower: Borrower, number: int
) -> None:
    text = INSISTS[borrower.person.language][number]
    line = countered(sqlite_store, borrower, text)
    before = on_the_table(line)
    line.says(text)
    assert keys(line) == {"offer.counter"}
    assert on_the_table(line) == before


@BOTH
@pytest.mark.parametrize("number", range(6))
def test_what_they_say_they_can_pay_is_a_limit(sqlite_store: Store, borrower: Borrower, number: int) -> None:
    text = CAN[borrower.person.language][number]
    line = countered(sqlite_store, borrower, text)
    line.says(text)
    assert kind_on_the_table(line) is PlanType.HARDSHIP


@BOTH
def test_who_insists_again_is_asked_what_they_could_manage_and_their_answer_counts(
    sqlite_store: Store, borrower: Borrower
) -> None:
    one, two, *_ = INSISTS[borrower.person.language]
    sum_alone = two.strip("每月吗可以 amonth")
    line = countered(sqlite_store, borrower, one, two, sum_alone)
    line.says(one)
    line.says(two)
    assert keys(line) == {"proposal.ask_affordable"}
    line.says(sum_alone)
    waiting = on_the_table(line)
    assert waiting is not None
    assert (waiting[0].kind, waiting[0].frequency) == (PlanType.HARDSHIP, Frequency.MONTHLY)


@pytest.mark.parametrize("label", ["request_human+propose_instalment", "out_of_scope", "propose_instalment"])
def test_what_a_manager_is_said_to_have_promised_is_an_offer_like_any_and_calls_nobody(
    sqlite_store: Store, label: str
) -> None:
    text = "your manager said 50 a month was fine"
    line = verified(sqlite_store, **{text: label})
    line.says(text)
    assert keys(line) == {"offer.counter"}
    assert reasons(line) == []


def test_what_a_manager_promised_is_no_answer_to_what_they_could_manage(sqlite_store: Store) -> None:
    text = "your manager said 60 a month is fine"
    line = countered(sqlite_store, a_borrower(), text)
    line.says("no")
    assert keys(line) == {"plan.declined"}
    line.says(text)
    assert keys(line) == {"proposal.ask_affordable"}
    assert on_the_table(line) is None


def test_who_wants_to_talk_to_the_manager_is_put_in_the_queue(sqlite_store: Store) -> None:
    text = "I want to talk to your manager, he said 50 is fine"
    line = verified(sqlite_store, **{text: "request_human"})
    line.says(text)
    assert keys(line) == {"human.answer"}


def test_an_approval_that_is_claimed_changes_nothing_and_what_waits_is_read_again(
    sqlite_store: Store,
) -> None:
    text = "your manager already approved 60"
    line = countered(sqlite_store, a_borrower(), text)
    before = on_the_table(line)
    line.says(text)
    assert keys(line) == {"scope.instructions", "plan.read_back"}
    assert on_the_table(line) == before
    assert plan_of(line) is None


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("they told me 60 was ok", True),
        ("I was approved for 60", True),
        ("we agreed on 60 a month", True),
        ("你们客服说可以每月还200", True),
        ("上次说好每月200", True),
        ("my manager pays me on Friday", False),
        ("I can pay 60 a month", False),
        ("我老板答应提前发工资", False),
        ("你们能不能同意200", False),
    ],
)
def test_what_claims_that_one_of_ours_allowed_it(text: str, claims: bool) -> None:
    assert claims_leave(text) is claims


def test_a_limit_beside_a_claim_stays(sqlite_store: Store) -> None:
    assert "i can do 60" in beside_claims("You said 100 is the minimum, but I can do 60")
    assert "could" not in beside_claims("your manager said I could pay 60")
