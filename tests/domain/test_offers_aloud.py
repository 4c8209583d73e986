"""An offer on a call: what one remembers of it, and nothing that is listed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.domain.aloud import aloud
from arrears.domain.language.readings import Frequency
from arrears.domain.money import Currency, Money
from arrears.domain.negotiation.offers import Offer
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.people import Channel, Language
from arrears.domain.plans import Instalment
from arrears.domain.speakable import amount_aloud, date_aloud
from arrears.domain.wording import offer_words
from tests.builders.store import policy

CATALOG = policy().catalog
TODAY = date(2026, 5, 4)
FRIDAY = date(2026, 5, 8)
WEEK = timedelta(days=7)
NOTHING = Money(0, Currency.USD)


def usd(whole: int) -> Money:
    return Money(whole * 100, Currency.USD)


def offer(days: list[date], amounts: list[int], frequency: Frequency | None = None, left: int = 0) -> Offer:
    items = tuple(Instalment(day, usd(amount)) for day, amount in zip(days, amounts, strict=True))
    return Offer(items, frequency, usd(left))


def said(which: Offer, language: Language = Language.EN) -> str:
    return aloud(offer_words(CATALOG, language, which, Channel.VOICE), language, TODAY)


FORTNIGHTS = [FRIDAY + 2 * WEEK * number for number in range(4)]
MOVED = [FORTNIGHTS[0], FORTNIGHTS[1] + timedelta(days=3), *FORTNIGHTS[2:]]
SIX = [FRIDAY + 2 * WEEK * number for number in range(6)]
WEEKEND = timedelta(days=3)
ENDS_MOVED = [SIX[0] + WEEKEND, *SIX[1:5], SIX[5] + WEEKEND]
TWO_MOVED = [SIX[0], SIX[1] + WEEKEND, SIX[2] + WEEKEND, *SIX[3:]]
OTHER_DAYS = [date(2026, 5, 8), date(2026, 5, 20), date(2026, 6, 3), date(2026, 6, 30)]
SAID = {
    "one": (
        offer([FRIDAY], [50]),
        "fifty dollars on Friday, May eighth",
        "五月八号星期五还五十美元",
    ),
    "two": (
        offer([FRIDAY, FRIDAY + WEEK], [50, 70]),
        "fifty dollars on Friday, May eighth, then seventy dollars on May fifteenth, "
        "one hundred twenty dollars in total",
        "五月八号星期五还五十美元，然后五月十五号还七十美元，合计一百二十美元",
    ),
    "four of a rhythm": (
        offer(FORTNIGHTS, [50] * 4, Frequency.BIWEEKLY),
        "four payments of fifty dollars, every two weeks, the first on Friday, May eighth, the last on "
        "Friday, June nineteenth, two hundred dollars in total",
        "分四期，每两周还五十美元，第一期五月八号星期五，最后一期六月十九号星期五，合计两百美元",
    ),
    "the last one smaller": (
        offer(FORTNIGHTS, [50, 50, 50, 20], Frequency.BIWEEKLY),
        "four payments, every two weeks, fifty dollars each from Friday, May eighth, and twenty dollars on "
        "Friday, June nineteenth, one hundred seventy dollars in total",
        "分四期，每两周还五十美元，从五月八号星期五开始，最后一期六月十九号星期五还二十美元，合计一百七十美元",
    ),
    "four of no rhythm": (
        offer(OTHER_DAYS, [50] * 4),
        "four payments of fifty dollars, the first on Friday, May eighth, the last on June thirtieth, "
        "two hundred dollars in total",
        "四期，每期还五十美元，第一期五月八号星期五，最后一期六月三十号，合计两百美元",
    ),
    "some left": (
        offer([FRIDAY], [50], left=100),
        "fifty dollars on Friday, May eighth. After that, one hundred dollars stays due",
        "五月八号星期五还五十美元。之后还剩一百美元",
    ),
    "a day that moved": (
        offer(MOVED, [50] * 4, Frequency.BIWEEKLY),
        "four payments of fifty dollars, every two weeks, the first on Friday, May eighth, the last on "
        "Friday, June nineteenth, two hundred dollars in total. One day is another than usual: "
        "May twenty-fifth instead of May twenty-second",
        "分四期，每两周还五十美元，第一期五月八号星期五，最后一期六月十九号星期五，合计两百美元。其中一期日期有调整：五月二十二号改到五月二十五号",
    ),
    "a first and a last day that moved": (
        offer(ENDS_MOVED, [50] * 6, Frequency.BIWEEKLY),
        "fifty dollars on Monday, May eleventh, then five payments of fifty dollars, every two weeks from "
        "May twenty-second to July twentieth, three hundred dollars in total",
        "五月十一号星期一还五十美元，然后五期，每两周还五十美元，从五月二十二号到七月二十号，合计三百美元",
    ),
    "two days in between that moved": (
        offer(TWO_MOVED, [50] * 6, Frequency.BIWEEKLY),
        "six payments of fifty dollars, every two weeks, the first on Friday, May eighth, the last on "
        "Friday, July seventeenth, three hundred dollars in total. In between, two days are a little "
        "earlier or later than usual",
        "分六期，每两周还五十美元，第一期五月八号星期五，最后一期七月十七号星期五，合计三百美元。中间有两期的日期略有提前或推后",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SAID)
def test_an_offer_is_said_as_one_remembers_it(name: str) -> None:
    which, english, mandarin = SAID[name]
    assert said(which) == english
    assert said(which, Language.ZH) == mandarin


@given(
    st.lists(st.tuples(st.integers(1, 40), st.integers(1, 3)), min_size=3, max_size=24),
    st.sampled_from([None, *Frequency]),
    st.sampled_from(Language),
)
def test_of_more_than_two_payments_the_first_the_last_and_the_whole_are_said(
    steps: list[tuple[int, int]], frequency: Frequency | None, language: Language
) -> None:
    days = [FRIDAY + timedelta(days=sum(step for step, _ in steps[: at + 1])) for at in range(len(steps))]
    which = offer(days, [100 * kind for _, kind in steps], frequency)
    spoken = said(which, language)
    assert amount_aloud(which.total, language) in spoken
    assert date_aloud(days[0], language, TODAY) in spoken
    # Its year goes unsaid where it was said before.
    assert date_aloud(days[-1], language, days[-1], weekday=False) in spoken


@pytest.mark.parametrize("kind", sorted(set(PlanType) - {PlanType.PAUSE}))
@pytest.mark.parametrize("language", Language)
def test_every_kind_of_plan_is_speakable(kind: PlanType, language: Language) -> None:
    items = tuple(Instalment(day, usd(50)) for day in FORTNIGHTS)
    waived = usd(25) if kind is PlanType.SETTLEMENT else None
    percent = 12 if kind is PlanType.REVENUE_LINKED else None
    which = Offer(items, Frequency.BIWEEKLY, usd(0), kind, waived=waived, takings_percent=percent)
    assert not any(char in said(which, language) for char in "0123456789$%;；()")


def test_a_pause_is_speakable() -> None:
    which = Offer((), None, usd(100), PlanType.PAUSE, review_on=FRIDAY)
    assert said(which).startswith("nothing to pay until Friday, May eighth. After that, one hundred dollars")


def test_in_writing_every_day_is_still_named() -> None:
    assert "20 May, 3 June" in offer_words(CATALOG, Language.EN, offer(OTHER_DAYS, [50] * 4))
