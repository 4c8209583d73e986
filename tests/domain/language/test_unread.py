"""What stands beside words that were not read is doubtful, and what stands among plain words is not."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.domain.intents import Intent
from arrears.domain.language.inventory import EntityName
from arrears.domain.language.offered.unread import Named, unread
from arrears.domain.language.read import Wanted, survey
from arrears.domain.language.readings import Certainty, Readings
from arrears.domain.money import Currency
from arrears.domain.people import Language
from tests.domain.language.test_doubtful_values import DENY, MOVE, PLAN, PROMISE, SETTLE, read, shown
from tests.domain.language.turns import TODAY, turn

AMOUNT, DATE, COUNT = EntityName.AMOUNT, EntityName.DATE, EntityName.INSTALMENT_COUNT
PART = Intent.PARTIAL_PAYMENT
TERMS = {AMOUNT, DATE, COUNT, EntityName.FREQUENCY, EntityName.PERCENT}


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("i can do 80 on friday", PROMISE),
        ("put me down for 60 next friday and 60 on the 27th", PROMISE),
        ("200 down and then 50 a month", PLAN),
        ("how about 6 payments of 75 starting april 1", PLAN),
        ("half now and half on the 26th", PLAN),
        ("no more than 65 on the 31st", PROMISE),
        ("i can't do more than 200 a month", PLAN),
        ("i get my check friday, i'll pay 90 that day", PROMISE),
        ("my tax refund comes april 2 so pay it all then", PROMISE),
        ("what if i did 55 on the 15th and 55 on the 30th", PLAN),
        ("my truck broke down, i can do 40 on the 20th", PROMISE),
        ("since i lost my job i can do 25 a month", PLAN),
        ("my sister will bring you 50 on friday", PROMISE),
        ("40 tomorrow, 30 on the 20th if that's ok", PROMISE),
        ("i was hoping to do 40 on the 20th and 40 on the 27th", PROMISE),
        ("200 paid friday and 60 saturday", PROMISE),
        ("what would clear it on march 20, and what on april 27", Intent.ASK_PAYOFF),
    ],
)
def test_a_plain_offer_is_read_for_certain(text: str, intent: Intent) -> None:
    found = [one for one in read(text, intent) if one.name in TERMS]
    assert found
    assert not [one for one in found if one.certainty is Certainty.UNSURE]


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("my brother is lending me 200 and 150 is yours", PROMISE, ["200?", "150"]),
        ("my brother is lending me 200", PROMISE, ["200"]),
        ("ill have 200 on the 20th, 50 of which is yours", PROMISE, ["200?", "50?"]),
        ("i'd have 50 if my sister pays me the 70 she owes", PROMISE, ["50?", "70?"]),
        ("unless i get overtime 30, with overtime 60", PROMISE, ["60?"]),
        ("make it 180, i cant, 60 tops", PLAN, ["180?", "60"]),
        ("make it 180, ok, 60 tops", PLAN, ["180", "60?"]),
        ("i have 3 kids and 2 jobs and can do 30", PROMISE, ["30"]),
        ("250 friday if not 100", PROMISE, ["250", "100"]),
        ("you're asking 90, i was thinking 55", PLAN, ["90?", "55"]),
        ("200 no 250 on friday", PROMISE, ["250"]),
        ("the 600 would be 200 each for us", PLAN, ["600?", "200?"]),
    ],
)
def test_of_several_sums_one_beside_words_not_read_is_doubtful(
    text: str, intent: Intent, expected: list[str]
) -> None:
    assert shown(text, AMOUNT, intent) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20 less on friday", ["20?"]),
        ("20 more on friday", ["20"]),
        ("lower it by 20", ["20?"]),
        ("lower it to 60", ["60"]),
        ("if its under 100 ill pay it today", ["100?"]),
        ("no more than 100 today", ["100"]),
        ("more than 100 today", ["100?"]),
        ("a hundred a head on friday", ["100?"]),
        ("a hundred a month from friday", ["100"]),
        ("me and my wife will each send 50", ["50?"]),
        ("could you make it 5 dollars less, its 45 now", ["5?", "45?"]),
        ("cut my payment from 120 to 80", ["120?", "80"]),
        ("take off the 35 and i'll pay 200", ["35?", "200"]),
    ],
)
def test_a_word_that_changes_sums_makes_them_doubtful_alone_as_well(text: str, expected: list[str]) -> None:
    assert shown(text, AMOUNT, PART) == expected


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("i have to be out of here by the 31st so maybe the 20th", PROMISE, ["2026-03-31?", "2026-03-20"]),
        ("i get my money the 1st you get yours the 3rd", PROMISE, ["2026-04-01?", "2026-04-03"]),
        ("i'd have 50 if my sister pays me by friday", PROMISE, ["2026-03-13?"]),
        ("i'd have 50 by friday", PROMISE, ["2026-03-13"]),
        ("i have till the 25th to pay rent, after it i can do 60", PROMISE, ["2026-03-25?"]),
        ("i get paid the 25th, 60 then", PROMISE, ["2026-03-25"]),
        ("call me again on the 25th", PROMISE, ["2026-03-25"]),
        ("move it to anything but the 1st", MOVE, ["2026-04-01?"]),
        ("move it from the 1st to the 9th", MOVE, ["2026-04-01", "2026-04-09"]),
        ("50 on the 20th and 50 on the 15th", PROMISE, ["2026-03-20", "2026-03-15?"]),
        ("50 on the 15th and 50 on the 20th", PROMISE, ["2026-03-15", "2026-03-20"]),
        ("50 on the 20th and 50 on the 15th of every month", PLAN, ["2026-03-20", "2026-03-15"]),
        ("half on the 24th and the rest a month later", PLAN, ["2026-03-24", "2026-04-24? 2026-04-11"]),
        ("50 on friday and 50 the friday after", PROMISE, ["2026-03-13", "2026-03-20? 2026-03-13"]),
        ("friday after work", PROMISE, ["2026-03-13"]),
    ],
)
def test_a_day_beside_words_not_read_is_doubtful_among_others_and_apart_from_the_sum(
    text: str, intent: Intent, expected: list[str]
) -> None:
    assert shown(text, DATE, intent) == expected


@pytest.mark.parametrize(
    ("text", "counts", "rhythms"),
    [
        ("they told me 12 payments of 55", ["12?"], []),
        ("12 payments of 55", ["12"], []),
        ("one payment of 90 in april and one in may", ["1?"], []),
        ("can you do 3 months of nothing then 60 a month", ["3?"], ["monthly"]),
        ("netflix is 20 a month, you get 30 friday", [], ["monthly?"]),
        ("75 every payday, not every week", [], []),
    ],
)
def test_a_count_and_a_rhythm_are_as_certain_as_what_stands_beside_them(
    text: str, counts: list[str], rhythms: list[str]
) -> None:
    assert (shown(text, COUNT, PLAN), shown(text, EntityName.FREQUENCY, PLAN)) == (counts, rhythms)


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("i never agreed to 150, i said 50", DENY, ["150", "50"]),
        ("the brother of my boss says 150, 50 is right", Intent.DISPUTE, ["150", "50"]),
        ("the brother of my boss says 150, i'll pay 50", Intent.DISPUTE, ["150?", "50"]),
    ],
)
def test_what_is_only_contested_is_named_as_it_is(text: str, intent: Intent, expected: list[str]) -> None:
    assert shown(text, AMOUNT, intent) == expected


def test_the_number_of_a_day_with_its_article_may_be_no_sum() -> None:
    assert shown("i said 40 when i said the 11", AMOUNT, SETTLE)[-1] == "11?"
    assert shown("you can have the 43 today", AMOUNT, PART) == ["43"]


def surveyed(text: str, *, offers: bool) -> Readings:
    wanted = Wanted(offers=offers, money_meant=True)
    return survey(text, language=Language.EN, today=TODAY, currency=Currency.USD, wanted=wanted)


SAID = (
    "i can do;my brother owes me;80;60;on friday;on the 20th;and;less;not;so;,;a month;4 payments of;half;if;"
    "my rent is;instead of;each;20%;then"
)
PIECES = st.sampled_from(SAID.split(";"))


@given(pieces=st.lists(PIECES, min_size=1, max_size=9))
def test_a_doubt_changes_no_value(pieces: list[str]) -> None:
    plain, doubted = (surveyed(" ".join(pieces), offers=offers) for offers in (False, True))
    for left, right in (
        *zip(plain.amounts, doubted.amounts, strict=True),
        *zip(plain.dates, doubted.dates, strict=True),
        *zip(plain.percents, doubted.percents, strict=True),
    ):
        assert right == left or right == replace(left, certainty=Certainty.UNSURE)
    assert (
        replace(doubted.plan, count_certainty=Certainty.SURE, frequency_certainty=Certainty.SURE)
        == plain.plan
    )


@given(
    gaps=st.lists(st.sampled_from(["i can do", "brother", "less", "and", ".", "the"]), min_size=2, max_size=6)
)
def test_only_what_is_named_is_doubted_and_what_else_was_read_never(gaps: list[str]) -> None:
    text = " 50 ".join(gaps)
    ends = [at for at in range(len(text)) if text.startswith(" 50 ", at)]
    spans = [(at + 1, at + 3) for at in ends]
    assert unread(text, Named(others=spans)) == set()
    assert unread(text, Named(amounts=spans)) <= set(spans)


@pytest.mark.parametrize(
    "text", ["80 on friday", "80 friday, 60 on the 20th", "4 payments of 80 from friday"]
)
def test_a_negotiation_hears_the_same_certainty(text: str) -> None:
    found = turn(text)
    assert {one.certainty for one in (*found.amounts, *found.dates)} == {Certainty.SURE}
    assert all(left.span < right.span for left, right in pairwise(found.amounts))
