from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from simulator.borrowers.acts import DEMANDS, QUESTIONS, REASONS, Act, ActKind
from simulator.borrowers.families import families
from simulator.borrowers.hearing import hear
from simulator.borrowers.saying import Speaker, form_of, say
from simulator.borrowers.sayings import BY_LANGUAGE

TODAY = date(2026, 3, 2)
STYLES = tuple(families().named("cooperative").style.weights)
SOON = TODAY + timedelta(days=11)


def every_act() -> list[Act]:
    about = {
        ActKind.ASK_QUESTION: QUESTIONS,
        ActKind.IMPOSSIBLE_DEMAND: DEMANDS,
        ActKind.HARDSHIP: REASONS,
    }
    plain = [
        Act(kind, amount_minor=12_000, per="monthly", on=SOON, about=each)
        for kind in ActKind
        if kind not in (ActKind.PROPOSE, ActKind.SILENCE)
        for each in about.get(kind, (None,))
    ]
    sums = [{"full": True}, {"share_percent": 50}, {"amount_minor": 9_050}]
    once = [Act(ActKind.PROPOSE, on=on, **said) for said in sums for on in (None, SOON)]
    rhythms = ("weekly", "biweekly", "semimonthly", "monthly")
    parts = [
        Act(ActKind.PROPOSE, amount_minor=7_000, per=per, count=count, on=on)
        for per in rhythms
        for count in (None, 6)
        for on in (None, SOON)
    ]
    return [*plain, *once, *parts, Act(ActKind.PROPOSE, on=SOON), Act(ActKind.ACCEPT, which=1)]


def speaker(language: str, style: str) -> Speaker:
    return Speaker(language, "USD" if language == "en" else "CNY", style, "Jo", date(1980, 1, 2), "4821")


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("style", STYLES)
def test_every_act_has_words_and_no_gap_in_them(language: str, style: str) -> None:
    dice = random.Random(7)
    for act in every_act():
        text = say((act,), speaker(language, style), TODAY, dice, offered=2)
        assert text
        assert "{" not in text
        assert "None" not in text


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_wording_is_left_unused(language: str) -> None:
    used = {form_of(act, offered) for act in every_act() for offered in (1, 2)}
    assert used == set(BY_LANGUAGE[language])


def test_both_languages_say_the_same_things() -> None:
    assert set(BY_LANGUAGE["en"]) == set(BY_LANGUAGE["zh"])


def test_the_sum_survives_every_style() -> None:
    for language in ("en", "zh"):
        for style in STYLES:
            texts = {
                say(
                    (Act(ActKind.PROPOSE, amount_minor=43_000, per="weekly"),),
                    speaker(language, style),
                    TODAY,
                    random.Random(seed),
                )
                for seed in range(30)
            }
            assert all(text and "430" in text for text in texts)
            assert len(texts) > 3


def test_two_acts_are_one_text_and_silence_is_none() -> None:
    acts = (Act(ActKind.ASK_QUESTION, about="robot"), Act(ActKind.PROPOSE, amount_minor=5_000))
    text = say(acts, speaker("zh", "terse"), TODAY, random.Random(1))
    assert text
    assert "50" in text
    assert "？。" not in text
    assert say((Act(ActKind.SILENCE),), speaker("en", "terse"), TODAY, random.Random(1)) is None


def test_the_same_dice_say_the_same() -> None:
    act = Act(ActKind.PROPOSE, amount_minor=5_000, per="monthly", on=SOON)
    said = {say((act,), speaker("en", "typos"), TODAY, random.Random(4)) for _ in range(5)}
    assert len(said) == 1


@pytest.mark.parametrize(
    "text",
    [
        "What I can offer: 1) $120.00 every month from 16 March 2026. "
        "2) $60.00 every two weeks from 13 March 2026. Reply 1 or 2.",
        "可以这样：1）每月$120.00，从2026年3月16日起；2）每两周$60.00，从2026年3月13日起。",
    ],
)
def test_two_offers_in_one_text_are_heard_apart(text: str) -> None:
    heard = hear(text)
    assert [(each.payment_minor, each.rhythm) for each in heard.schedules] == [
        (12_000, "monthly"),
        (6_000, "biweekly"),
    ]
    assert [each.first for each in heard.schedules] == [date(2026, 3, 16), date(2026, 3, 13)]
    assert heard.schedule == heard.schedules[0]
