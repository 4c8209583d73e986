import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.adapters.policy_messages import load_catalog
from arrears.domain.cases import Balance
from arrears.domain.language.readings import Frequency
from arrears.domain.money import Currency, Money, display
from arrears.domain.negotiation import business_plans as business
from arrears.domain.negotiation import plan_builders as common
from arrears.domain.negotiation.authority import DayShift, RestDays
from arrears.domain.negotiation.offers import Offer
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.people import Carrier, Channel, Language
from arrears.domain.plans import Instalment
from arrears.domain.wording import offer_words, say
from simulator.borrowers.hearing import hear
from tests.builders.catalogue import Use, objections
from tests.builders.compliance import NOON, facts, packs, proposed

CATALOG = load_catalog(Path(__file__).parents[2] / "policy" / "messages")
TODAY = date(2026, 5, 4)
FRIDAY = date(2026, 5, 8)
WEEKENDS = RestDays(DayShift.NEXT)
MONTHLY = Frequency.MONTHLY


def usd(whole: int, cents: int = 0) -> Money:
    return Money(whole * 100 + cents, Currency.USD)


def monthly(count: int, first_on: date = FRIDAY) -> Offer:
    return common.instalments(usd(100) * count, first_on, count, MONTHLY, WEEKENDS, TODAY)


def paydays(count: int) -> Offer:
    days = [date(2026, 5 + number // 2, 8 + 14 * (number % 2)) for number in range(count)]
    return common.on_days(usd(1000), days, usd(60), RestDays(), TODAY)


OWED = Balance(fees=usd(1), interest=usd(5), principal=usd(500))
SETTLEMENT = common.settlement(usd(500), usd(300), date(2026, 6, 1), WEEKENDS, TODAY)
RENEWAL = business.renewal(OWED, FRIDAY, date(2027, 5, 7), WEEKENDS, TODAY)
SAID = {
    "pay now": (
        common.pay_now(usd(500), TODAY),
        "$500.00 on Monday 4 May 2026",
        "2026年5月4日（周一）还$500.00",
    ),
    "promise": (
        common.promise(usd(200), FRIDAY, usd(500), WEEKENDS, TODAY),
        "$200.00 on Friday 8 May 2026; $300.00 stays due after that",
        "2026年5月8日（周五）还$200.00，之后还剩$300.00",
    ),
    "split": (
        common.split(usd(500), Instalment(FRIDAY, usd(200)), date(2026, 6, 8), WEEKENDS, TODAY),
        "$200.00 on Friday 8 May 2026; $300.00 on 8 June, $500.00 in total",
        "2026年5月8日（周五）还$200.00；6月8日还$300.00，合计$500.00",
    ),
    "equal": (
        monthly(3),
        "3 payments of $100.00, every month, the first on Friday 8 May 2026, "
        "the last on Wednesday 8 July 2026, $300.00 in total",
        "分3期，每月还$100.00，第一期2026年5月8日（周五），最后一期2026年7月8日（周三），合计$300.00",
    ),
    "a few of which one is moved": (
        monthly(4),
        "every month: $100.00 each on Friday 8 May 2026, 8 June, 8 July, 10 August, $400.00 in total",
        "每月一期：2026年5月8日（周五）、6月8日、7月8日、8月10日各还$100.00，合计$400.00",
    ),
    "many of which some are moved": (
        monthly(9, date(2026, 5, 9)),
        "9 payments of $100.00, every month, the first on Monday 11 May 2026, "
        "the last on Monday 11 January 2027, $900.00 in total; a day on a weekend moves to the next business "
        "day; moved days: 11 May (not 9 May)",
        "分9期，每月还$100.00，第一期2026年5月11日（周一），最后一期2027年1月11日（周一），合计$900.00；"
        "遇周末顺延到下一个工作日；其中日期有调整：5月11日（原为5月9日）",
    ),
    "a first payment and many more": (
        common.with_rest(
            (Instalment(FRIDAY, usd(200)),), usd(1050), usd(125), MONTHLY, date(2026, 6, 1), RestDays(), TODAY
        ),
        "$200.00 on Friday 8 May 2026; 6 payments of $125.00, every month from 1 June to 1 November; "
        "$100.00 on 1 December, $1,050.00 in total",
        "2026年5月8日（周五）还$200.00；6期，每月还$125.00，从6月1日到11月1日；12月1日还$100.00，合计$1,050.00",
    ),
    "many in no rhythm": (
        paydays(8),
        "$60.00 each on Friday 8 May 2026, 22 May, 8 June, 22 June, 8 July, 22 July, 8 August, 22 August, "
        "$480.00 in total; $520.00 stays due after that",
        "2026年5月8日（周五）、5月22日、6月8日、6月22日、7月8日、7月22日、8月8日、8月22日各还$60.00，"
        "合计$480.00，之后还剩$520.00",
    ),
    "pause": (
        common.pause(usd(500), date(2026, 6, 3), WEEKENDS, TODAY),
        "nothing to pay until Wednesday 3 June 2026; $500.00 stays due, and we look at it again on that day",
        "2026年6月3日（周三）之前不用还款，还剩$500.00，到那天我们再一起商量后面怎么安排",
    ),
    "hardship": (
        common.hardship(usd(500), usd(20), MONTHLY, FRIDAY, 2, date(2026, 7, 8), WEEKENDS, TODAY),
        "reduced payments: 2 payments of $20.00, every month, the first on Friday 8 May 2026, the last on "
        "Monday 8 June 2026, $40.00 in total; $460.00 stays due after that; on Wednesday 8 July 2026 we look "
        "at it again together",
        "降低还款额，分2期，每月还$20.00，第一期2026年5月8日（周五），最后一期2026年6月8日（周一），合计$40.00，"
        "之后还剩$460.00；到2026年7月8日（周三）我们再一起商量后面怎么安排",
    ),
    "settlement": (
        SETTLEMENT,
        "settlement: $300.00 on Monday 1 June 2026; once all of that is paid, you no longer owe "
        "the other $200.00",
        "减免方案：2026年6月1日（周一）还$300.00；全部付清后，其余$200.00不用再还",
    ),
    "a share of takings": (
        business.revenue_linked(usd(500), 10, usd(50), FRIDAY, date(2026, 7, 8), WEEKENDS, TODAY),
        "10% of your takings every month, and at least this: 3 payments of $50.00, every month, the first on "
        "Friday 8 May 2026, the last on Wednesday 8 July 2026, $150.00 in total; $350.00 stays due after "
        "that; on Wednesday 8 July 2026 we look at it again together",
        "每月还营业收入的10%，且不少于：分3期，每月还$50.00，第一期2026年5月8日（周五），"
        "最后一期2026年7月8日（周三），合计$150.00，之后还剩$350.00；到2026年7月8日（周三）我们再一起商量后面怎么安排",
    ),
    "interest alone at first": (
        business.interest_only(OWED, 2, 2, FRIDAY, usd(9), RestDays(), TODAY),
        "first interest alone, then what is owed: every month: $9.00 each on Friday 8 May 2026, 8 June; "
        "$253.00 each on 8 July, 8 August, $524.00 in total",
        "先只还利息，再还欠款，每月一期：2026年5月8日（周五）、6月8日各还$9.00；7月8日、8月8日各还$253.00，"
        "合计$524.00",
    ),
    "seasonal": (
        business.seasonal(usd(400), {6: 1, 7: 3}, FRIDAY, 2, WEEKENDS, TODAY),
        "fitted to your season: $100.00 on Monday 8 June 2026; $300.00 on 8 July, $400.00 in total",
        "按淡旺季安排：2026年6月8日（周一）还$100.00；7月8日还$300.00，合计$400.00",
    ),
    "flexible": (
        business.flexible(common.instalments(usd(300), FRIDAY, 3, MONTHLY, WEEKENDS, TODAY)),
        "3 payments of $100.00, every month, the first on Friday 8 May 2026, "
        "the last on Wednesday 8 July 2026, $300.00 in total; paying early, all or part, costs nothing extra",
        "分3期，每月还$100.00，第一期2026年5月8日（周五），最后一期2026年7月8日（周三），合计$300.00；"
        "可以随时提前还，部分或全部都行，不另外收费",
    ),
    "extension": (
        business.extension(usd(500), date(2027, 5, 7), WEEKENDS, TODAY),
        "a later end of your loan: $500.00 on Friday 7 May 2027",
        "展期：2027年5月7日（周五）还$500.00",
    ),
    "renewal": (
        RENEWAL,
        "new credit, the principal in a new term: $6.00 on Friday 8 May 2026; $500.00 on 7 May 2027, "
        "$506.00 in total",
        "无还本续贷：2026年5月8日（周五）还$6.00；2027年5月7日还$500.00，合计$506.00",
    ),
}


@pytest.mark.parametrize("name", SAID)
def test_an_offer_of_every_kind_is_said_with_every_amount_and_day(name: str) -> None:
    offer, english, chinese = SAID[name]
    assert offer_words(CATALOG, Language.EN, offer) == english
    assert offer_words(CATALOG, Language.ZH, offer) == chinese


@pytest.mark.parametrize(
    ("count", "ends"),
    [(8, "moved days: 10 August (not 8 August), 9 November (not 8 November)"), (13, "the next business day")],
)
def test_of_many_days_after_a_weekend_the_rule_is_said_once(count: int, ends: str) -> None:
    words = offer_words(CATALOG, Language.EN, monthly(count))
    assert words.endswith(ends)
    assert ("moved days" in words) is (count == 8)


def test_what_a_holiday_or_a_wish_moved_is_named_beside_the_rule() -> None:
    changed = tuple(
        replace(item, on=date(2026, 6, 12)) if item.on == date(2026, 6, 8) else item
        for item in monthly(13).instalments
    )
    words = offer_words(CATALOG, Language.EN, Offer(changed, MONTHLY, usd(0), PlanType.DATE_CHANGE))
    assert words.endswith("moves to the next business day; moved days: 12 June (not 8 June)")


def test_a_changed_day_is_named_without_blaming_a_holiday() -> None:
    changed = tuple(
        replace(item, on=date(2026, 6, 12)) if item.on == date(2026, 6, 8) else item
        for item in common.instalments(usd(700), FRIDAY, 7, MONTHLY, RestDays(), TODAY).instalments
    )
    words = offer_words(CATALOG, Language.EN, Offer(changed, MONTHLY, usd(0), PlanType.DATE_CHANGE))
    assert words.endswith("; moved days: 12 June (not 8 June)")


@pytest.mark.parametrize(
    ("language", "begins"),
    [
        (
            Language.EN,
            "$100.00 on Thursday 14 May 2026; 6 payments of $100.00, every month from 8 June to 9 ",
        ),
        (Language.ZH, "2026年5月14日（周四）还$100.00；6期，每月还$100.00，从6月8日到11月9日"),
    ],
)
def test_a_first_payment_on_another_day_stands_apart_since_the_others_do_not_follow_from_it(
    language: Language, begins: str
) -> None:
    plan = common.instalments(usd(700), FRIDAY, 7, MONTHLY, WEEKENDS, TODAY)
    first, *others = plan.instalments
    later = (replace(first, on=date(2026, 5, 14)), *others)
    assert offer_words(CATALOG, language, replace(plan, instalments=later)).startswith(begins)


@pytest.mark.parametrize(("offer", "rule"), [(SETTLEMENT, "TW-10DLC-3"), (RENEWAL, "TCPA-MKT")])
@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(("channel", "barred"), [(Channel.SMS, True), (Channel.WEB, False)])
def test_words_of_a_settlement_or_new_credit_never_go_by_text_in_the_us(
    language: Language, offer: Offer, rule: str, channel: Channel, barred: bool
) -> None:
    text = say(CATALOG, language, "plan.read_back", schedule=offer_words(CATALOG, language, offer)).text
    asked = proposed(channel=channel, carrier=Carrier.TWILIO, language=language, speaks_of_debt=True)
    use = Use("verified", facts(verified=True, inbound_at=NOON), asked)
    found = {finding.rule_id for finding in objections(packs(), CATALOG, use, text, NOON)}
    assert (rule in found) is barred


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(
    ("name", "minor", "rhythm"),
    [
        ("promise", 200_00, None),
        ("equal", 100_00, "monthly"),
        ("a few of which one is moved", 100_00, "monthly"),
        ("many of which some are moved", 100_00, "monthly"),
        ("a first payment and many more", 200_00, "monthly"),
        ("hardship", 20_00, "monthly"),
        ("a share of takings", 50_00, "monthly"),
        ("flexible", 100_00, "monthly"),
    ],
)
def test_a_simulated_borrower_hears_the_first_day_the_largest_payment_and_the_rhythm(
    language: Language, name: str, minor: int, rhythm: str | None
) -> None:
    offer = SAID[name][0]
    text = say(CATALOG, language, "plan.read_back", schedule=offer_words(CATALOG, language, offer)).text
    heard = hear(text).schedule
    assert heard is not None
    assert (heard.payment_minor, heard.rhythm, heard.first) == (minor, rhythm, offer.first_on)


@given(
    st.integers(1_00, 99_999_99),
    st.integers(1, 40),
    st.dates(TODAY, date(2028, 12, 31)),
    st.sampled_from(list(Frequency)),
    st.sampled_from(list(Language)),
)
def test_words_hold_the_total_every_amount_and_the_first_and_last_day(
    minor: int, count: int, first_on: date, frequency: Frequency, language: Language
) -> None:
    offer = common.instalments(usd(0, minor), first_on, count, frequency, WEEKENDS, TODAY)
    words = offer_words(CATALOG, language, offer)
    for amount in {item.amount for item in offer.instalments} | {offer.total}:
        assert display(amount) in words
    for day in (offer.first_on, offer.last_on):
        assert re.search(rf"(?<!\d){day.day}(?!\d)", words)


def test_a_pause_without_a_review_cannot_be_said() -> None:
    with pytest.raises(ValueError, match="review"):
        offer_words(CATALOG, Language.EN, Offer((), None, usd(5), PlanType.PAUSE))
