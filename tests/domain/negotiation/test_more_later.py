"""What cannot be exceeded now is the limit, and a larger sum that begins later is none."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.domain.language.readings import Frequency
from arrears.domain.money import Currency
from arrears.domain.negotiation.affordability import StatedLimit, stated_limit
from arrears.domain.negotiation.offers import Proposal
from arrears.domain.negotiation.proposals import proposal_in
from tests.builders.negotiating import M, usd
from tests.domain.language.turns import TODAY, turn


def read_of(text: str) -> tuple[Proposal, StatedLimit | None]:
    readings = turn(text, currency=Currency.USD)
    return proposal_in(text, readings, Currency.USD, TODAY), stated_limit(text, readings)


NOW_90 = [
    (
        "I cant do more than 90, please dont ask me to. it would be till like september then I'm full time "
        "again and could go up to 250"
    ),
    "all i can do is 90, could go to 250 once I'm back at work",
    "现在最多90，等我九月全职了可以还250",
]


@pytest.mark.parametrize("text", NOW_90)
def test_what_they_can_pay_now_is_proposed_and_is_the_limit(text: str) -> None:
    assert read_of(text) == (Proposal(amount=usd(90)), StatedLimit(usd(90), None))


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("I can only do 90 for now. I could do 250 from September", None),
        ("no more than 90 now, 250 from September", None),
        ("I could do 250 from September but no more than 90 now", None),
        ("from September I can do 250 but max 90 now", None),
        ("I can do 250 a month starting in September, right now I can't do more than 90", None),
        ("250 a month from September on, only 90 a month until then", None),
        ("最多90，九月以后能还250", None),
        ("最多只能还90，到九月以后我能还250", None),
        ("九月以后每月可以250，现在最多90", None),
        ("现在每月不能超过90，九月以后可以250", M),
        ("现在每个月最多还90，9月开始每月250", M),
    ],
)
def test_whichever_is_said_first_the_sum_of_now_comes_first_and_is_the_limit_until_then(
    text: str, per: Frequency | None
) -> None:
    then = Proposal(amount=usd(250), on=date(2026, 9, 1), frequency=M, outlasts_limit=True)
    proposal, limit = read_of(text)
    assert proposal == Proposal(amount=usd(90), frequency=M, rest=then)
    assert limit == StatedLimit(usd(90), per)


@pytest.mark.parametrize(
    "text",
    [
        "250 from September or no more than 90 now",
        "I could maybe do 250 from September but no more than 90 now",
        "you wanted 250 from September, I can't do more than 90 now",
        "250 in September but no more than 90 now",
        "250 from September but no more than 90 in April",
        "90 from September but no more than 250 now",
        "要是九月以后能还250就好了，现在最多90",
    ],
)
def test_a_larger_sum_that_is_not_plainly_offered_from_a_time_on_is_no_step(text: str) -> None:
    assert read_of(text)[0].rest is None


@pytest.mark.parametrize(
    ("text", "turns_on"),
    [
        (
            "the most I can do is 90 a month until september, then I could do 250 a month",
            date(2026, 9, 1),
        ),
        ("最多每月90，到九月，之后可以还250", date(2026, 10, 1)),
    ],
)
def test_steps_stay_steps_inside_the_limit_of_now(text: str, turns_on: date) -> None:
    then = Proposal(amount=usd(250), on=turns_on, frequency=M, outlasts_limit=True)
    assert read_of(text) == (
        Proposal(amount=usd(90), frequency=M, rest=then),
        StatedLimit(usd(90), Frequency.MONTHLY),
    )


@pytest.mark.parametrize(
    ("text", "amount", "limit"),
    [
        ("I can't do more than 90 on friday and 250 on march 30", 250, None),
        ("cant do more than 90, then you ask for 250?", None, None),
        ("90 now, then i could do 250 a month", 90, None),
        ("can't do more than 250 in april, then 90", 90, None),
        ("up to 90 or 250 from september", None, None),
        ("七八月最多只能还90，平时可以还250", 250, None),
        ("I can't do more than 90", 90, StatedLimit(usd(90), None)),
        ("I could go up to 250", 250, StatedLimit(usd(250), None)),
    ],
)
def test_other_pairs_of_sums_are_read_as_before(
    text: str, amount: int | None, limit: StatedLimit | None
) -> None:
    proposal, stated = read_of(text)
    assert (proposal.amount, stated) == (None if amount is None else usd(amount), limit)
