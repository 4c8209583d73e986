import time

import pytest

from arrears.domain.language.acts.openers import opens_talk

OPENERS = [
    "hi i'm calling about my loan",
    "Hello, I want to talk about my loan.",
    "I'm calling about my account",
    "hi, I'd like to ask about my balance please",
    "hello I got a message from you about my loan",
    "you called me",
    "hi I missed a call from this number",
    "I'm returning your call",
    "hi I got a missed call from you",
    "I saw a missed call",
    "someone called me from this number",
    "you guys left a voicemail",
    "yes hello, you texted me earlier",
    "你好，我想问一下我的贷款",
    "喂你好我想问一下我那个贷款",
    "我想了解一下我的账户",
    "您好，我来咨询一下我的贷款",
    "你们刚才给我打电话了",
    "喂，我收到你们的短信",
    "Hello, this is about the landscaping company loan right?",
    "hi, it's about my truck loan",
    "你好，农场这笔贷款的事",
    "hi its about the text u sent me",
    "got ur text",
    "你好，收到你们短信",
    "hello i have a loan with you guys and im behind",
    "hi I'm a couple of payments late",
    "I've missed two payments",
    "my loan is overdue",
    "hi, I've fallen behind",
    "你好我在你们这贷的款逾期了",
    "我有笔贷款没按时还",
    "你好，我欠你们的钱没还上",
    "我忘了还款",
]
MORE_THAN_THAT = [
    "hi",
    "hello there",
    "I'm not behind",
    "I never missed a payment",
    "I'm late because I lost my job",
    "I'm behind on rent",
    "I don't have a loan with you",
    "我没有逾期",
    "我不欠你们钱",
    "我没借过你们的钱",
    "我已经还了",
    "逾期了怎么办，我失业了",
    "calling about my husband's loan",
    "i'm calling about his loan",
    "I'm his wife, calling about my loan",
    "you called me about my dad's account",
    "you called the wrong person about my loan",
    "stop calling about my loan",
    "no more missed calls from you",
    "someone called my wife",
    "you called me ten times",
    "I want to complain about my loan",
    "I'm calling about my loan, I can't pay",
    "you texted me about a loan that is not mine",
    "我想问一下我妈妈的贷款",
    "我想问一下他的贷款",
    "你们别再给我打电话了",
    "你们打错电话了",
    "我不想谈我的贷款",
    "我想投诉我的贷款",
    "我想问一下我老公欠多少",
    "about my husband's business loan",
    "this is about the company loan that is not mine",
    "关于老公的贷款",
    "农场的贷款我不认",
]


@pytest.mark.parametrize("text", OPENERS)
def test_who_begins_about_their_own_matter_only_begins(text):
    assert opens_talk(text)


@pytest.mark.parametrize("text", MORE_THAN_THAT)
def test_one_word_more_is_no_opener(text):
    assert not opens_talk(text)


@pytest.mark.parametrize("text", ["hi " * 40, "我想" * 60, "i was on my " * 10 + "x", "a" * 1600])
def test_it_takes_no_time(text):
    began = time.process_time()
    opens_talk(text)
    assert time.process_time() - began < 0.5
