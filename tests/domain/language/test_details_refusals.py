"""No amounts in texts is understood as that, and neither as a stop nor out of other words."""

from __future__ import annotations

import pytest

from arrears.domain.language.withdrawals.details_refusals import refuses_details
from arrears.domain.language.withdrawals.find import withdrawals

REFUSED = (
    "please don't put the amounts in the texts",
    "don't put amounts in my text messages any more",
    "I would rather not mention any figures in texts",
    "leave the amounts and days out of the texts",
    "leave out the amounts in the text",
    "no details in the texts please",
    "I don't want the amounts in my texts",
    "only a link in the text please",
    "I changed my mind, do not name the amounts and dates in the message",
    "短信里不要写金额",
    "短信里别再写明还款金额和日期了",
    "请不要在短信里写金额",
    "不要把金额写在短信里",
    "短信里只放链接就行",
    "别在短信里写明金额",
    "不要发短信写金额",
    "别发短信提金额",
    "发短信的时候别写金额",
    "不要发带金额的短信",
    "短信别写多少钱",
    "no amounts by text please",
    "please don't send me texts with the amounts",
)
NOT = (
    "stop texting me",
    "don't text me the amounts",  # a stop, which is never doubted
    "what are the amounts in the text",
    "put the amounts in the texts",
    "I did not get the text with the amounts",
    "don't tell my wife the details",
    "the amount in your text is wrong",
    "just send me the link",
    "no",
    "短信里的金额不对",
    "短信里写明金额",
    "不要再发短信了",
    "不要告诉我家人",
    "不要发短信，写信给我",
)


@pytest.mark.parametrize("text", REFUSED)
def test_who_wants_no_amounts_in_texts_says_so_and_stops_no_texts(text: str) -> None:
    assert refuses_details(text)
    assert not withdrawals(text)


@pytest.mark.parametrize("stop", ["stop texting me", "不要再给我发短信了"])
@pytest.mark.parametrize("text", ["don't put the amounts in the texts", "别在短信里写金额"])
def test_a_stop_beside_it_is_a_stop(text: str, stop: str) -> None:
    assert withdrawals(f"{text}. {stop}")


@pytest.mark.parametrize("text", NOT)
def test_other_words_leave_the_texts_as_they_are(text: str) -> None:
    assert not refuses_details(text)
