"""Intents as the reader hears them, entities as our parser reads them, and what is known around the text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from arrears.domain.language.inventory import EntityName
from arrears.domain.people import Language
from arrears.domain.understanding import ReadText, Situation, TextToRead
from arrears.services.understand import understand

TODAY = date(2026, 11, 24)


class Hearing:
    """Hears the same in every text, and remembers what it was asked."""

    def __init__(self, *intents: str, language: Language = Language.EN) -> None:
        self.answer = ReadText(language, tuple((intent, 0.9) for intent in intents))
        self.asked: list[TextToRead] = []

    def read(self, texts: Sequence[TextToRead]) -> tuple[ReadText, ...]:
        self.asked += texts
        return tuple(self.answer for _ in texts)

    def close(self) -> None:
        pass


def entities(text: str, *intents: str, **known: object) -> set[tuple[str, str]]:
    (one,) = understand(Hearing(*intents), [(text, Situation(TODAY, **known))])  # type: ignore[arg-type]
    return {(each.name, each.value) for each in one.entities}


def test_intents_are_the_readers_and_entities_are_ours() -> None:
    hearing = Hearing("promise_to_pay", "thanks")
    (one,) = understand(hearing, [("put 90 down for the 22nd", Situation(TODAY))])
    assert one.intents == (("promise_to_pay", 0.9), ("thanks", 0.9))
    assert [(each.name, each.value) for each in one.entities] == [
        (EntityName.AMOUNT, "90"), (EntityName.DATE, "2026-12-22")
    ]  # fmt: skip
    assert hearing.asked == [TextToRead("put 90 down for the 22nd", Language.EN)]


def test_the_reader_is_told_the_language_of_the_conversation() -> None:
    hearing = Hearing("affirm", language=Language.ZH)
    understand(hearing, [("1", Situation(TODAY, language=Language.ZH)), ("1", Situation(TODAY))])
    assert [each.language for each in hearing.asked] == [Language.ZH, Language.EN]


@pytest.mark.parametrize(
    ("known", "identity", "amount"),
    [
        ({"identity_asked": True}, True, False),
        ({"account_last4": "4821"}, True, False),
        ({"account_last4": "1111"}, False, True),
        ({}, False, True),
    ],
)
def test_digits_that_answer_the_identity_question_are_no_amount(known, identity, amount) -> None:
    found = entities("4821", "promise_to_pay", **known)
    assert ((EntityName.IDENTITY, "4821") in found) is identity
    assert ((EntityName.AMOUNT, "4821") in found) is amount


def test_an_amount_beside_an_identity_answer_stays() -> None:
    found = entities("last four 4821, I can pay 90 on the 22nd", "promise_to_pay", identity_asked=True)
    assert {
        (EntityName.IDENTITY, "4821"),
        (EntityName.AMOUNT, "90"),
        (EntityName.DATE, "2026-12-22"),
    } <= found
