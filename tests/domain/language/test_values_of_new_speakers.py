"""Days and sums in the words of speakers who did not know the grammar, each with what must not be read."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.domain.intents import Intent
from arrears.domain.language.inventory import EntityName
from tests.domain.language.turns import TODAY, values

PROMISE, PAID, PART = Intent.PROMISE_TO_PAY, Intent.ALREADY_PAID, Intent.PARTIAL_PAYMENT
PLAN, MOVE, WAIT = Intent.PROPOSE_INSTALMENT, Intent.CHANGE_DUE_DATE, Intent.REQUEST_EXTENSION
CALL, VAGUE = Intent.REQUEST_CALLBACK, Intent.VAGUE_PROMISE


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("fortnight frm today u get 85", ["2026-03-25"]),
        ("one month frm today, 260", ["2026-04-11"]),
        ("week from tomorrow 260", ["2026-03-19"]),
        ("260 per week from today", ["2026-03-11"]),
        ("640 on the final day of february", ["2027-02-28"]),
        ("640 on the final day", []),
        ("sat. sixty. bet", ["2026-03-14"]),
        ("sat ill send 60", ["2026-03-14"]),
        ("sat there all day, nothing", []),
        ("sat. on hold for an hour, ill pay 50 friday", ["2026-03-13"]),
        ("not memorial day, the tues after. 180", ["2026-05-26?"]),
        ("not the 20th, the monday after", ["2026-03-23?"]),
        ("six thirty pm, 50 between march 25 and 27", ["2026-03-25?"]),
        ("50 between march 25th and 27th", ["2026-03-25?"]),
        ("元月五好给你拿一千八", ["PAST:2026-01-05?"]),
        ("四月六好行不行", ["2026-04-06"]),
        ("四月六好人多", []),
        ("735块3.13那天打", ["2026-03-13"]),
        ("6.31还你99", ["INVALID:2026-06-31"]),
        ("6.30还你99", ["2026-06-30"]),
        ("1.5还你", []),  # half and one, in March
        ("我的工位是A区017号", []),
        ("不是十二号是十三号给你五百六", ["2026-03-13?"]),
        ("十二号是不是给你五百六", ["2026-03-12"]),
        ("年底还你", ["2026-12-31"]),
        ("年底分红下来再讲", ["UNRESOLVED:bonus"]),
    ],
)
def test_a_day_is_read_however_it_is_written(text: str, days: list[str]) -> None:
    assert values(text, EntityName.DATE, PROMISE) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("new yrs day. 75", ["2027-01-01"]),
        ("75 on groundhog day", ["2027-02-02"]),
        ("75 on tax day", ["2026-04-15"]),
        ("75 after tax day", []),
        ("劳动节还2888", ["2026-05-01"]),
        ("劳动节后还2888", ["UNRESOLVED:labour_day"]),
        ("五一还2888", ["UNRESOLVED:labour_day"]),
        ("八一那天给你1949", ["2026-08-01"]),
        ("建军节给你1949", ["2026-08-01"]),
        ("住八一路 那天给", []),
        ("母亲节给你500", ["2026-05-10"]),
        ("父亲节过后给你500", []),
    ],
)
def test_a_holiday_is_its_day_but_not_the_time_about_it(text: str, days: list[str]) -> None:
    assert values(text, EntityName.DATE, PROMISE) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("move due date third to seventeenth", ["2026-04-03?", "2026-03-17?"]),
        ("move due date 3 to the 17th", ["2026-04-03?", "2026-03-17"]),
        ("make my due date the eighteenth and not the eighth", ["2026-03-18", "2026-04-08?"]),
        ("i asked to move it for the second time", []),
        ("change my payment from 3 to 2 payments", []),
        ("请将每月10日的自动扣款日调整为每月25日", ["2026-04-10", "2026-03-25"]),
        ("15改成20期", []),
    ],
)
def test_the_old_and_the_new_due_day_are_days_without_a_month(text: str, days: list[str]) -> None:
    assert values(text, EntityName.DATE, MOVE) == days


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("can it wait 4 my va check?", ["UNRESOLVED:disability"]),
        ("wait till the county fair?", ["UNRESOLVED:county fair?"]),
        ("can i leave it till back to school is over", ["UNRESOLVED:back to school?"]),
        ("give me till friday", ["2026-03-13"]),
        ("hold off for now", []),
        ("wait for me", []),
        ("娃儿开学报完名再交行不行", ["UNRESOLVED:school"]),
        ("助学金下来再还可不可以", ["UNRESOLVED:student_aid"]),
        ("卖完花再给你1700", ["UNRESOLVED:sale"]),
        ("等我出了院再慢慢弄吧", ["UNRESOLVED:discharge"]),
        ("猪出栏了才有钱", ["UNRESOLVED:sale"]),
        ("苹果下树卖了再说", ["UNRESOLVED:harvest"]),
        ("高考完了就还你900", ["UNRESOLVED:exams"]),
        ("等装修完再还", ["UNRESOLVED:装修?"]),
        ("等你们查清楚了再说", []),
        ("我刚出院没钱", []),
        ("求你宽我到二十四号吧我妈住院", ["2026-03-24?"]),
    ],
)
def test_what_is_waited_for_is_an_event_that_is_asked_about(text: str, events: list[str]) -> None:
    assert values(text, EntityName.DATE, WAIT) == events


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("tmrw's the 1st, 225 urs", ["225"]),
        ("20 towards it 2day, only 20", ["20"]),
        ("20 today and just 20 in may", ["20", "20"]),
        ("先还两百 就两百", ["200"]),
        ("今天两百 下周就两百", ["200", "200"]),
        ("pay 50 sept 25 and 27", ["50", "27?"]),
        ("pay 50 sept 25 and 60", ["50", "60"]),
        ("一次还清", ["FULL"]),
        ("一次还清你470", ["470"]),
        ("月底还清你们四千", ["4000"]),
        ("月底支付剩余的全部欠款", ["FULL"]),
        ("月底把剩的全部给你了结掉", ["FULL"]),
        ("月底付所有的费用1000", ["1000?"]),
        ("月底付全部利息", []),
        ("月底付全部", ["FULL"]),
        ("735块3.3那天打", ["735"]),
        ("735块3还你", ["735.30"]),
        ("还不起了就剩一百五先给你", ["150"]),
        ("7月1日我会把所欠金额的一半缴上", ["50%?"]),
        ("我欠别人一半的钱", []),
    ],
)
def test_a_sum_is_counted_once_and_a_whole_only_where_no_sum_is_said(text: str, sums: list[str]) -> None:
    assert values(text, EntityName.AMOUNT, PART) == sums


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("dont worry ill pay 50 on friday", ["50"]),
        ("i don't repeat myself on the thirtieth you are getting 900 from me", ["900?"]),
        ("i do not exaggerate half is all i can give you on the nineteenth", ["50%"]),
        ("i do not have 50 on friday", []),
        ("i don't promise 50 on friday", []),
    ],
)
def test_what_nobody_refuses_to_pay_by_takes_no_sum_back(text: str, sums: list[str]) -> None:
    assert values(text, EntityName.AMOUNT, PROMISE) == sums


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("no not at the salon they got eight dryers going call me tomorrow", ["2026-03-12"]),
        ("if i don't pick up the cell call my shop tomorrow at two pm", ["2026-03-12"]),
        ("i cant talk now call me tomorrow", ["2026-03-12"]),
        ("don't call me tomorrow", []),
        ("please do not ever call me tomorrow", []),
        ("don't text or call me tomorrow", []),
    ],
)
def test_an_order_to_call_is_not_denied_by_what_was_said_before(text: str, days: list[str]) -> None:
    assert values(text, EntityName.DATE, CALL) == days


@pytest.mark.parametrize(
    ("text", "intent", "today", "days"),
    [
        ("we settled on proposing 12 payments of 84 commencing april 5", PLAN, TODAY, ["2026-04-05"]),
        ("how much closes it if paid on july 8", Intent.ASK_PAYOFF, TODAY, ["2026-07-08?"]),
        ("分九期归还 每月8日自动扣款", PLAN, TODAY, ["2026-04-08"]),
        ("上月28号自动扣的六百五", PAID, TODAY, ["2026-02-28?"]),
        ("6月18日支付了2750元", PROMISE, date(2026, 6, 30), ["2026-06-18?"]),
        ("请提供3月1日所付2020元的回单", PROMISE, TODAY, ["2026-03-01?"]),
        ("3月1日给你付2020", PROMISE, TODAY, ["PAST:2026-03-01?"]),
        ("$35 2x a month from nov 16", PLAN, TODAY, ["2026-11-16"]),
        ("a month from nov 16", PLAN, TODAY, ["2026-12-16"]),
    ],
)
def test_what_is_told_lies_behind_and_what_is_to_come_ahead(
    text: str, intent: Intent, today: date, days: list[str]
) -> None:
    assert values(text, EntityName.DATE, intent, today=today) == days


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("头一期给八百后头分十一期每期四百", ["11"]),
        ("头三期没还", []),
        ("split in 3? start mar 14", ["3"]),
        ("i cut it in 3.5 inch strips", []),
    ],
)
def test_the_payments_of_a_plan_are_counted(text: str, counts: list[str]) -> None:
    assert [one.rstrip("?") for one in values(text, EntityName.INSTALMENT_COUNT, PLAN)] == counts
