"""Whatever is spoken leaves no digit and no sign to a voice, and says the same as what is written."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.domain.aloud import aloud
from arrears.domain.money import Currency, Money, display
from arrears.domain.people import Channel, Language
from arrears.domain.speakable import amount_aloud, date_aloud
from arrears.domain.wording import date_words, phrase
from tests.builders.catalogue import samples
from tests.builders.store import policy

EN, ZH = Language.EN, Language.ZH
TODAY = date(2026, 5, 4)
CATALOG = policy().catalog
LENDER = "Hudson & Sons 1st Bank"
UNSPEAKABLE = re.compile(r"[0-9０-９$¥%/()（）;；\"“”@#&*+=_~<>{}\[\]\\|]")
"""A digit or a sign that every voice reads in its own way, or not at all."""

AMOUNTS = st.builds(Money, st.integers(-(10**13) + 1, 10**13 - 1), st.sampled_from(Currency))
DAYS = st.dates(date(1910, 1, 1), date(2090, 12, 31))


@given(AMOUNTS, st.sampled_from(Language))
def test_an_amount_that_is_displayed_is_spoken_as_the_amount_is(amount: Money, language: Language) -> None:
    assert aloud(display(amount), language, TODAY) == amount_aloud(amount, language)


@given(DAYS, DAYS, st.sampled_from(Language))
def test_a_day_that_is_displayed_is_spoken_as_the_day_is(day: date, today: date, language: Language) -> None:
    assert aloud(date_words(CATALOG, language, day), language, today) == date_aloud(day, language, today)


@given(DAYS, st.sampled_from(Language))
def test_a_day_without_its_weekday_is_spoken_without_it(day: date, language: Language) -> None:
    written = phrase(
        CATALOG,
        language,
        "date.other_year",
        day=str(day.day),
        month=CATALOG.phrases[EN, "months"].split()[day.month - 1],
        month_number=str(day.month),
        year=str(day.year),
    )
    assert aloud(written, language, TODAY) == date_aloud(day, language, TODAY, weekday=False)


@given(
    st.text(st.sampled_from("0123456789$¥,.-/()%:;+&# aA月日号年（）；第"), max_size=30),
    st.sampled_from(Language),
)
def test_whatever_is_written_no_digit_is_left_and_turning_it_again_changes_nothing(
    text: str, language: Language
) -> None:
    spoken = aloud(text, language, TODAY)
    assert not any(char.isdigit() for char in spoken)
    assert aloud(spoken, language, TODAY) == spoken


def spoken_templates() -> list[tuple[Language, str]]:
    return sorted(key for key, template in CATALOG.templates.items() if Channel.VOICE in template.channels)


@pytest.mark.parametrize(("language", "key"), spoken_templates())
def test_every_message_is_spoken_without_a_digit_or_a_sign(language: Language, key: str) -> None:
    text = CATALOG.spoken.get((language, key), CATALOG.templates[language, key].text)
    for values in samples(language, LENDER):
        spoken = aloud(text.format_map(values), language, TODAY, names=(LENDER,)).replace(LENDER, "Lender")
        assert UNSPEAKABLE.search(spoken) is None, spoken
        assert not re.search(r"\s[,.?!:]|[,，]\s*[,，]|\s\s", spoken), spoken


@pytest.mark.parametrize(("language", "key"), spoken_templates())
def test_nobody_on_a_call_is_asked_to_write_or_to_reply(language: Language, key: str) -> None:
    text = CATALOG.spoken.get((language, key), CATALOG.templates[language, key].text)
    assert not re.search(
        r"\b(?:[Rr]eply|STOP)\b|write (?:here|it)|[Ss]end (?:me|your|no)|回复[“1]|本短信|发卡号|退订停收",
        text,
    ), text


@pytest.mark.parametrize(("language", "key"), spoken_templates())
def test_a_call_asks_one_thing_at_a_time(language: Language, key: str) -> None:
    text = CATALOG.spoken.get((language, key), CATALOG.templates[language, key].text)
    assert len(re.findall(r"[?？]", text)) <= 1


@pytest.mark.parametrize(
    ("written", "english"),
    [
        ("$350.00", "three hundred fifty dollars"),
        ("-$5.00", "minus five dollars"),
        ("NT$1,234.50", "one thousand two hundred thirty-four New Taiwan dollars and fifty cents"),
        ("15 March", "March fifteenth"),
        ("29 February", "February twenty-ninth"),
        ("31 February", "three one February"),
        ("Friday 8 May 2026", "Friday, May eighth"),
        ("04/23/1980 0000", "April twenty-third, nineteen eighty zero zero zero zero"),
        ("2026-05-08", "May eighth"),
        ("May 2027", "May twenty twenty-seven"),
        ("25%", "twenty-five percent"),
        ("12.5%", "twelve point five percent"),
        ("12.0 %", "twelve percent"),
        ("3-5 days", "three to five days"),
        ("the 22nd", "the twenty-second"),
        ("1) this; 2) that", "one, this, two, that"),
        ("at 09:00", "at nine in the morning"),
        ("at 12:00", "at noon"),
        ("at 17:05", "at five oh five in the afternoon"),
        ("at 00:30", "at twelve thirty at night"),
        ("+1 212 555 0100", "two one two, five five five, zero one zero zero"),
        ("+12125550100", "two one two, five five five, zero one zero zero"),
        ("(212) 555-0100", "two one two, five five five, zero one zero zero"),
        ("+86 21 5555 0100", "country code eight six, two one, five five five five, zero one zero zero"),
        ("988 (Lifeline), or 911.", "nine eight eight, Lifeline, or nine one one."),
        ("120 days", "one hundred twenty days"),
        ("HL-2024", "H L, two zero two four"),
        ("it's the borrower’s “yes”", "it's the borrower's yes"),
        ("1,400", "one thousand four hundred"),
        ("12345", "one two three four five"),
        ("007", "zero zero seven"),
    ],
)
def test_what_is_written_in_english_is_said(written: str, english: str) -> None:
    assert aloud(written, EN, TODAY) == english


@pytest.mark.parametrize(
    ("written", "mandarin"),
    [
        ("¥350.05", "三百五十元零五分"),
        ("2026年5月8日（周五）", "五月八号星期五"),
        ("2027年3月15日", "二零二七年三月十五号"),
        ("6月8日还$2.00", "六月八号还两美元"),
        ("分2期", "分两期"),
        ("第2期", "第二期"),
        ("30天", "三十天"),
        ("2小时", "两小时"),
        ("25%", "百分之二十五"),
        ("12.1%", "百分之十二点一"),
        ("3-5天", "三到五天"),
        ("09:30之后", "上午九点半之后"),
        ("14:00", "下午两点"),
        ("12:05", "中午十二点零五分"),
        ("00:00", "凌晨零点"),
        ("电话是 +86 138 0013 8000。", "电话是幺三八，零零幺三，八零零零。"),
        ("+1 212 555 0100", "二幺二，五五五，零幺零零"),
        ("拨打12356，紧急时拨打120", "拨打幺二三五六，紧急时拨打幺二零"),
        ("120天", "一百二十天"),
        ("1）甲；2）乙", "第一，甲，第二，乙"),
        ("2026年", "二零二六年"),
        ("请回复“好的”", "请回复好的"),
    ],
)
def test_what_is_written_in_mandarin_is_said(written: str, mandarin: str) -> None:
    assert aloud(written, ZH, TODAY) == mandarin


LONGER_ALOUD = {
    "a sign or a key is said in words": {
        "offer.two", "offer.two_instead", "relief.two", "schedule.left", "schedule.moved",
        "schedule.moved_day", "schedule.pause", "next.closed", "next.so", "payment.ways",
    },
    "what was offered ends with its question": {"relief.offer"},
    "it holds for calls too": {"optout.confirmation"},
    "every number that may save a life is in it": {"crisis.answer"},
    "who is hung up on hears a goodbye": {"wrong_number.answer", "deceased.answer", "cease.answer"},
    "on a call nobody reads or writes": {"failure.answer", "goodbye.answer", "approval.asked"},
}  # fmt: skip
"""What may take longer to say than to write, and why."""


@pytest.mark.parametrize("language", Language)
def test_what_has_words_of_its_own_for_the_ear_is_no_longer_than_on_a_screen(language: Language) -> None:
    written = {key: template.text for (of, key), template in CATALOG.templates.items() if of is language}
    written |= {key: text for (of, key), text in CATALOG.phrases.items() if of is language}
    spoken = {key: text for (of, key), text in CATALOG.spoken.items() if of is language}
    longer = {key for key, text in spoken.items() if len(text) > len(written[key])}
    assert len(spoken) > 40
    assert longer <= set().union(*LONGER_ALOUD.values())


def test_a_sentence_with_a_link_is_left_out() -> None:
    written = "It is here: https://pages.example.com/p/a.b-C_1. Thank you."
    assert aloud(written, EN, TODAY) == "Thank you."


def test_a_name_is_spoken_as_it_is_written() -> None:
    written = "This is A&B 360 Loans: $5.00."
    assert aloud(written, EN, TODAY, names=("A&B 360 Loans",)) == "This is A&B 360 Loans: five dollars."


def test_the_year_is_said_where_it_is_another_one() -> None:
    written = date_words(CATALOG, EN, TODAY + timedelta(days=365))
    assert aloud(written, EN, TODAY).endswith("May fourth, twenty twenty-seven")
