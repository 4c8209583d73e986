"""A word is found however it is spelt, and a word that only looks alike is not."""

import pytest

from arrears.domain.compliance.speech.plain import every_reading, plain_text
from arrears.domain.compliance.speech.words import contains, read_words
from tests.builders.compliance import LENDER


@pytest.mark.parametrize(
    "text",
    [
        "Your lo\u200ban",
        "Your lo\u00adan",
        "Your l\u2060oan",
        "Ｙｏｕｒ ＤＥＢＴ",
        "Your d\u0435bt",  # Cyrillic
        "Your d\u00e8bt",
        "Your l o a n",
        "Your l.o.a.n",
        "Your d-e-b-t",
        "Your de*bt",
        "Your l0an",
        "Your d3bt",
        "Your Ioan",
        "Your 𝐝𝐞𝐛𝐭",
        "您的贷 款",
        "您的贷*款",
        "您的欠.款",
        "您的贷\u200b款",
        "您的貸款",
        "您的债·务",
    ],
)
def test_a_trick_hides_no_word(text: str) -> None:
    assert read_words(text, LENDER).debt


@pytest.mark.parametrize(
    "text",
    [
        "a b c",
        "It is 10 past 3.",
        "In the I.T. department",
        "Room 1a",
        "U.S. and U.K.",
        "您 好",
        "您还好吗？",
    ],
)
def test_a_plain_word_is_no_trick(text: str) -> None:
    assert not read_words(text, LENDER).debt


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("You\u2019re", "You're"),
        ("1\u20132", "1-2"),
        ("ｆｕｌｌ　ｗｉｄｔｈ", "full width"),
        ("您 好", "您好"),
        ("您好 you", "您好 you"),
        ("Stra\u00dfe caf\u00e9", "Stra\u00dfe cafe"),
        ("А\u0410\u0391", "AAA"),
    ],
)
def test_plain_text_is_what_is_seen(text: str, plain: str) -> None:
    assert plain_text(text) == plain


@pytest.mark.parametrize(
    ("plain", "readings"),
    [
        ("hello", "hello"),
        ("l o a n", "l o a n\nloan"),
        ("l0an", "l0an\nloan"),
        ("Ioan It", "Ioan It\nloan lt"),
        ("I am", "I am"),
        ("p@1d", "p@1d\npald"),
        ("de_bt", "de_bt\ndebt"),
        ("a b", "a b"),
    ],
)
def test_every_reading_of_a_word_is_read(plain: str, readings: str) -> None:
    assert every_reading(plain) == readings


@pytest.mark.parametrize(
    ("text", "part", "holds"),
    [
        ("Call 212-555-0100 now", "2125550100", True),
        ("Call (212) 555 0100", "+1 212 555 0100", False),
        ("Call 1 (212) 555 0100", "+1 212 555 0100", True),
        ("Call 12125550100", "2125550100", False),
        ("Call 21255501001", "2125550100", False),
        ("I am robin  SMITH.", "Robin Smith", True),
        ("I am Robin Smithson.", "Robin Smith", False),
        ("我是李明。", "李明", True),
        ("anything", "", False),
        ("anything", " - ", False),
    ],
)
def test_a_name_or_number_is_found_however_it_is_spaced(text: str, part: str, holds: bool) -> None:
    assert contains(text, part) is holds
