"""What is said about the call itself is told apart from what is said about the matter."""

from __future__ import annotations

import pytest

from arrears.domain.language.acts.phone_words import PhoneWord, phone_word

SAID = {
    PhoneWord.HOLD: (
        "hold on", "hold on a second", "one moment", "one moment please", "just a minute", "wait", "hang on",
        "um hold on please", "can you hold on", "give me a second", "let me get my glasses", "bear with me",
        "hold on, let me get my glasses", "hang on, someone is at the door",
        "one moment please, I have to grab a pen",
        "hmm let me think",
        "等一下", "请稍等", "等等", "您等一下", "我找一下", "等我一下", "稍等，有人敲门",
    ),
    PhoneWord.NOT_HEARD: (
        "what?", "what", "huh", "pardon me", "sorry, you broke up", "sorry what was that", "I can't hear you",
        "say that again please", "could you repeat that", "you're breaking up", "I didn't catch that",
        "没听清", "什么？", "我没听清楚", "再说一遍", "您说什么", "信号不好", "听不见", "不好意思，没听清",
        "不好意思，刚才没听清楚，能再说一遍吗",
    ),
    PhoneWord.BACK: (
        "I'm back", "okay I'm back", "sorry about that, I'm back", "are you still there",
        "hello, are you there?", "hello, can you hear me?", "do you hear me", "yes I'm here",
        "我回来了", "喂，还在吗", "您还在吗", "我在", "喂，能听到吗", "你听得见我说话吗",
    ),
    PhoneWord.HELLO: ("hello?", "hello, hello", "hi", "喂？", "喂喂", "您好"),
    PhoneWord.BYE: ("bye", "okay thanks, bye", "never mind, goodbye", "再见", "好的谢谢，再见", "挂了"),
    PhoneWord.MENU: ("menu", "what are my options", "which button", "菜单", "按哪个键"),
    PhoneWord.BLANK: ("...", "[inaudible]", "(noise)", "……"),
    PhoneWord.DRIVING: (
        "I'm driving", "I am driving right now", "sorry i'm driving can't talk", "i'm stuck in traffic",
        "我在开车", "我正在开车呢", "在开车，不方便",
    ),
    PhoneWord.LATER: (
        "call me later", "call me back later", "call me at 6", "can you call me back tomorrow",
        "call back at six", "could you call me back", "you can call me after five", "call me on friday",
        "晚点再打", "晚点再打给我", "明天再打过来", "六点以后再打给我",
    ),
}  # fmt: skip

ABOUT_THE_MATTER = (
    "yes", "no", "one", "1", "ok", "who is this", "what do i owe", "what is this about", "what can i pay",
    "i can pay fifty dollars", "wait, i already paid that", "wait until friday", "what's that number",
    "i need a moment to think about paying", "i will pay later", "i'm not driving", "i drive for uber",
    "i'm back at work on monday", "i'm here tomorrow", "hold on, i paid that", "yes i am",
    "stop calling me", "don't call me again", "never call me after six",
    "好的", "可以", "嗯", "啊", "不太清楚", "等我发工资", "没有", "不好意思", "别再打电话了", "不要再打了",
    "我不要你们明天再打来", "我没有在开车", "没到", "什么时候还",
)  # fmt: skip


@pytest.mark.parametrize(("word", "text"), [(word, text) for word, texts in SAID.items() for text in texts])
def test_words_about_the_call_are_heard_as_such(word: PhoneWord, text: str) -> None:
    assert phone_word(text) is word
    assert phone_word(f"  {text.upper()}. ") is word


@pytest.mark.parametrize("text", ABOUT_THE_MATTER)
def test_words_about_the_matter_are_left_to_the_dialogue(text: str) -> None:
    assert phone_word(text) is None


def test_a_moment_asked_for_beside_more_is_not_all_that_was_said() -> None:
    assert phone_word("hold on") is PhoneWord.HOLD
    assert phone_word("hold on, this is not my debt") is None
