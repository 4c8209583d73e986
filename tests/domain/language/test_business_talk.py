"""Who tells of their business, their work or our letters alone; one word more, and nothing is set aside."""

from __future__ import annotations

import pytest

from arrears.domain.language.acts.business_talk import leaves_out_a_loan, speaks_of_business
from arrears.domain.language.acts.fears_for_self import fears_for_self

OF_BUSINESS = [
    "I got a letter from you saying I'm past due",
    "I'd rather sort this out than keep ducking it",
    "trucks parked till april",
    "half my route got cut",
    "been putting this off and I'm ready to deal with it",
    "business is slow till spring",
    "two of my three machines are in the shop",
    "my van is in the garage till friday",
    "just got back in town and found your notes",
    "they cut most of our shifts in november",
    "我宁愿把这事处理了也不想躲着",
    "收到你们的信说我逾期了",
    "车都停着要到四月才开工",
    "我的线路被砍了一半",
    "拖了很久 今天想把这个事情说清楚",
    "my sister said she might lend me 200 but i dont want to count on that",
    "My brother could lend me some money but I'd rather not rely on it",
    "a friend is going to lend me 300",
    "And once both are in, that's it, right? nothing more comes after",
    "once both are in, that's it, right?",
    "when all the payments are made that's everything, correct?",
    "我姐说可能借我200 但我不想指望这个",
    "我朋友答应借我一点钱",
    "两笔都还了就算完了吧",
    "两笔都还完就没事了吧",
]
MORE_THAN_THAT = [
    "the truck is yours",
    "you can have the truck and the shop",
    "I got a letter for you all and the loan is paid",
    "I left your letter with my son",
    "this is my last payment",
    "the shop and the loan will be my brother's",
    "I'm parked on the tracks",
    "I'd rather sort it out for good",
    "I got cut",
    "business is slow and I can't do this any more",
    "half my route got cut, I don't see the point",
    "I'm ready",
    "I'm ready to",
    "it's been a long winter",
    "your letter was the last I read",
    "my truck is in the garage and so am I",
    "I won't be a problem for anyone much longer",
    "take care of my kids for me",
    "我走了以后孩子就拜托你们了",
    "我走了 这笔欠款怎么办",
    "店里的事我都处理好了",
    "这些事都处理好了 你们放心",
    "我想把这事了结了",
    "车停在江边",
    "车都停着 我也不想动了",
    "我的线路被砍了一半 没意思",
    "拖了很久了 我不想拖了",
    "收到你们的信 是最后一封了",
    "once both are in, that's it",
    "that's it for me",
    "once the payments are in, nothing more comes after",
    "my sister will take care of my kids",
    "my sister said she might lend me 200 but i dont want to",
    "my sister said she might lend me her gun",
    "i dont want to count on tomorrow",
    "my brother lent me 200 and i can't go on",
    "that's it, right? im done",
    "我姐说会照顾孩子",
    "我姐可能借我200 但我不想",
    "我不想指望了",
    "都还了就完了",
    "我不想靠任何人了",
    "我全都还完了 没事了",
    "两笔都还了 我就解脱了吧",
]


@pytest.mark.parametrize("text", OF_BUSINESS)
def test_matters_of_money_papers_and_work_are_heard_as_that(text: str) -> None:
    assert speaks_of_business(text)


@pytest.mark.parametrize("text", MORE_THAN_THAT)
def test_with_a_word_of_anything_else_it_is_more_than_business(text: str) -> None:
    assert not speaks_of_business(text)


@pytest.mark.parametrize(
    "text",
    [
        "I don't want this hanging over me all winter",
        "I'm tired of seeing this on my statement",
        "my van is in the garage till friday",
        "they shut down the highway by my diner",
        "我走了好几家银行都不给贷",
        "走了三家店",
    ],
)
def test_a_matter_that_hangs_over_them_a_van_in_the_garage_and_banks_walked_to_are_no_word_of_harm(
    text: str,
) -> None:
    assert not fears_for_self(text)


@pytest.mark.parametrize(
    "text",
    [
        "I'm hanging over the rail",
        "the rope is hanging over me",
        "I'm tired of living",
        "I'm tired of it all",
        "I'm in the garage",
        "my van is in the garage with the engine on",
        "my car is in the garage and I'm in it",
        "I'm out on the highway",
        "我走了 你们保重",
        "我走了以后孩子就拜托你们了",
    ],
)
def test_the_same_words_of_oneself_still_are(text: str) -> None:
    assert fears_for_self(text)


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        ("my sister said she might lend me 200 but i dont want to count on that", True),
        ("我姐说可能借我200 但我不想指望这个", True),
        ("my sister said she might lend me 200", False),
        ("i dont want to count on that", False),
        ("我姐说可能借我200", False),
        ("my sister may lend me 200 but i dont want to count on that and i cant go on", False),
    ],
)
def test_money_that_somebody_may_lend_is_left_out_where_they_do_not_count_on_it(
    text: str, *, left_out: bool
) -> None:
    assert leaves_out_a_loan(text) is left_out
