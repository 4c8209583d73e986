"""The language somebody wants: named, refused, another's, or none at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.domain.language.acts.language_wished import wished_language
from arrears.domain.people import Language

EN, ZH = Language.EN, Language.ZH

CHINESE = (
    *("中文", "chinese please", "Mandarin pls", "do u speak chinese", "can we do chinese?", "说普通話可以吗"),
    *("no english", "i dont speak english", "I don't understand English very well", "me no english"),
    *("my english is not good", "my english bad sorry", "little english only", "english hard for me"),
    *("i dont understand english very well can we speak in mandarin", "not english, chinese"),
    *("english no, chinese yes", "switch from english to chinese", "chinese instead of english"),
    *("我看不懂英文", "看不懂你发的英文", "听不懂你讲英语", "我不会英文", "我不会说英语", "我們不會說英文"),
    *("我不懂英语 请写中文", "中文可以吗 我英语很烂", "英文短信看不懂 换中文", "別用英文 寫漢字"),
    *("你们有没有会讲中文的", "会不会说中文", "能不能用中文", "中文行不行", "你不会中文吗", "用中文不行吗"),
    *("把英文换成中文", "听不懂 说中文", "why is this in english, chinese please"),
    *(
        "我听不懂你的方言 说普通话",
        "別講粵語了 說普通話",
        "请用繁體中文",
        "繁體看不懂 換簡體",
        "看唔明簡體字",
    ),
)
ENGLISH = (
    *("english please", "English", "switch to english", "no, english", "可以说英文吗", "能不能用英语"),
    *("no chinese", "i can't read chinese", "I don't speak Chinese well 能英文吗", "my chinese is poor"),
    *("why is this in spanish, i speak english", "English, please. I didn't choose Spanish."),
    *("why is this in chinese, i speak english", "english not spanish"),
    *("我不会中文 speak English", "我中文不太好，可以用英文吗？", "中文不行 讲英文吧", "我看不懂中文"),
    *("我听不懂普通话", "我不太会读中文", "中文我只会一点点 英文可以吗", "別說中文"),
)
A_PERSONS = (
    *("Spanish please", "call me in spanish please and english no", "spanish, no english"),
    *("no hablo ingles", "no hablo inglés", "no entiendo ingles", "habla español", "en español por favor"),
    *("i dont speak english, spanish", "english is not my first language do you have arabic"),
    *("my english not good, u have russian", "Tiếng Việt", "한국어", "по русски можно", "عربي"),
    *("能说广东话吗", "能說廣東話嗎", "普通话我听不太懂 讲四川话", "有没有说西班牙语的", "方言能听懂吗"),
    *(
        "english or chinese",
        "i need an interpreter",
        "Please provide a translator, as my English is limited.",
    ),
    *(
        "别讲粤语",
        "no english no chinese",
        "asl interpreter needed",
        "i want urdu",
        "说壮语行不",
        "马来语可以不",
        "有会说温州话的吗",
    ),
)
NONE_NAMED = ("change language", "换个语言", "語言切換", "other language please", "hassle", "")


@pytest.mark.parametrize("spoken", Language)
@pytest.mark.parametrize(
    ("text", "wished"),
    [
        *((text, ZH) for text in CHINESE),
        *((text, EN) for text in ENGLISH),
        *((text, None) for text in A_PERSONS),
    ],
)
def test_what_is_named_decides_whatever_is_spoken(
    text: str, wished: Language | None, spoken: Language
) -> None:
    assert wished_language(text, spoken) is wished


@pytest.mark.parametrize("text", NONE_NAMED)
def test_naming_none_asks_for_the_other_of_ours(text: str) -> None:
    assert (wished_language(text, EN), wished_language(text, ZH)) == (ZH, EN)


@given(st.text(), st.sampled_from(Language))
def test_every_text_has_an_answer(text: str, spoken: Language) -> None:
    assert wished_language(text, spoken) in (EN, ZH, None)
