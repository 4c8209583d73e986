"""An offer to pay all of it, in any wording, and what is none."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.domain.language.money.payments_in_full import pays_in_full
from arrears.domain.language.script.fold import has_han
from arrears.domain.money import Currency
from arrears.domain.people import Language

MONDAY = date(2026, 1, 5)


def offered(text: str) -> bool:
    language, currency = (Language.ZH, Currency.CNY) if has_han(text) else (Language.EN, Currency.USD)
    return pays_in_full(text, language=language, today=MONDAY, currency=currency)


IN_FULL = (
    "I'd rather pay off the whole thing",
    "Thanks for getting back to me. I'll pay the full amount",
    "Do you take bank transfer? I can pay it all",
    "I'll just pay everything",
    "let me clear it all on the 15th",
    "I'll settle the entire balance on Friday",
    "I want to pay it off in full",
    "can I just pay the whole balance?",
    "um I'm going through a divorce, money is tight. I'd rather pay off the whole thing",
    "id like to pay the full balance",
    "ok then paying the whole amount",
    "how do I pay? I will pay it in full",
    "I could pay all of it next week",
    "我想一次付清",
    "我全还了吧",
    "全部还清可以吗",
    "能转账吗？我可以全部还掉",
    "谢谢。我一次还完",
    "我一次性还清吧",
    "怎么还？我想全部还清",
)

NOT_IN_FULL = (
    "what would it cost to pay it off",
    "how much to pay off the whole thing?",
    "how much would I need if I pay the full amount",
    "what's the full amount",
    "I can't pay the full amount",
    "do I have to pay it all at once?",
    "if I pay it all will you waive the interest",
    "I paid it off already",
    "I paid the full amount last week",
    "can you waive the whole amount?",
    "I'll pay half",
    "I will pay $50 of the full amount",
    "the full amount is wrong",
    "我已经全部还清了",
    "我欠多少钱？怎么还款？",
    "欠多少怎么还",
    "一次性还不清",
    "不能一次还清",
    "全部还清要多少钱",
    "我要是一次还清有优惠吗",
    "必须一次还清吗",
    "一次还清能减免吗",
    "thanks",
    "谢谢",
)


@pytest.mark.parametrize("text", IN_FULL)
def test_the_full_amount_is_offered(text: str) -> None:
    assert offered(text)


@pytest.mark.parametrize("text", NOT_IN_FULL)
def test_a_question_a_condition_a_refusal_or_a_payment_that_is_past_offers_nothing(text: str) -> None:
    assert not offered(text)
