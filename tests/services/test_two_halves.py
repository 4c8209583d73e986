"""Half now and half a while later: taken as one plan, and chosen of two offers by its halves."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.domain.negotiation.offers import Offer
from arrears.store import Store
from tests.builders.line import Line, every_plan, keys
from tests.builders.offers import CHINA, on_the_table, verified


def says(store: Store, *texts: str, label: str = "propose_instalment") -> Line:
    chinese = any("一" <= sign <= "鿿" for sign in texts[0])
    line = verified(store, CHINA if chinese else None, **dict.fromkeys(texts, label))
    for text in texts:
        line.says(text)
    return line


def alone(line: Line) -> Offer:
    """The one offer that waits."""
    waiting = on_the_table(line)
    assert waiting is not None
    offer, other = waiting
    assert other is None
    return offer


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("Could I do half this Friday and the other half two weeks after that", date(2026, 3, 20)),
        ("half this friday, and the rest a week later", date(2026, 3, 13)),
        ("700 on friday and 700 two weeks after that", date(2026, 3, 20)),
        ("I can do half on Friday, the other half 2 weeks after", date(2026, 3, 20)),
        ("这周五还一半 两周后再还另一半", date(2026, 3, 20)),
        ("周五先还一半，隔半个月还剩下的", date(2026, 3, 23)),
        ("周五还一半，过一周还剩下的", date(2026, 3, 13)),
        ("这周五还一半 剩下的两周后还", date(2026, 3, 20)),
    ],
)
def test_the_gap_between_two_halves_is_read_back_at_once(
    sqlite_store: Store, text: str, second: date
) -> None:
    line = says(sqlite_store, text)
    offer = alone(line)
    assert "plan.read_back" in keys(line)
    assert [each.on for each in offer.instalments] == [date(2026, 3, 6), second]
    assert offer.left_due.minor == 0


HALF = "half on friday"
HALF_ZH = "周五还一半"


@pytest.mark.parametrize(
    ("part", "text", "label"),
    [
        (HALF, "yes, half and half like that works for me", "affirm"),
        (HALF, "the one with the two halves", "confirm_plan"),
        (HALF, "the one with two payments please", "confirm_plan"),
        (HALF, "half of it, so 700 each time", "propose_instalment"),
        (HALF_ZH, "一半一半的那个", "confirm_plan"),
        (HALF_ZH, "分两次还的那个", "out_of_scope"),
    ],
)
def test_of_two_offers_the_one_with_the_two_halves_is_read_back_and_a_yes_binds(
    sqlite_store: Store, part: str, text: str, label: str
) -> None:
    chinese = part is HALF_ZH
    line = verified(sqlite_store, CHINA if chinese else None, **{part: "partial_payment", text: label})
    line.says(part)
    both = on_the_table(line)
    assert both is not None
    assert both[1] is not None
    line.says(text)
    assert (keys(line), every_plan(line)) == ({"plan.read_back"}, ())
    assert alone(line) == both[0]
    line.says("同意" if chinese else "yes")
    (plan,) = every_plan(line)
    assert plan.instalments == both[0].instalments


@pytest.mark.parametrize(
    "text",
    [
        "half of the one with the two halves",
        "two halves of a dollar",
        "yes, half works for me",
        "the one with three payments",
        "not the one with the two halves",
        "half of it, so 600 each time",
    ],
)
def test_words_of_halves_that_name_neither_offer_choose_none(sqlite_store: Store, text: str) -> None:
    line = verified(sqlite_store, **{HALF: "partial_payment", text: "confirm_plan"})
    line.says(HALF)
    both = on_the_table(line)
    assert both is not None
    line.says(text)
    now = on_the_table(line)
    assert every_plan(line) == ()
    assert now is None or now[0] != both[0] or now[1] is not None
