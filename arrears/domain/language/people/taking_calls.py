"""What somebody says who takes a call: that it is them, that they are busy, or half of what was asked."""

from __future__ import annotations

from arrears.domain.language.dates.written import MONTH_NAME
from arrears.domain.language.money.numerals_en import number_of_words, ordinal
from arrears.domain.language.script.fold import compiled, fold

_BEFORE = r"(?:(?:um+|uh+|oh|well|yes|yeah|yep|yup|hi|hello|hey|sure|okay|ok)[\s,.!?]+)*"
_IT_IS_THEM = compiled(
    rf"^\W*{_BEFORE}(?:this\s+is\s+(?:he|she|me)|this\s+is\s+(?:him|her)(?=\s*(?:$|[,.!?]|but\b|speaking\b|i'?m\b|what\b|who\b))"
    r"|speaking|(?:that'?s|that\s+is|it'?s|it\s+is)\s+me|you(?:'re|\s+are)\s+speaking\s+(?:to|with)\s+(?:him|her|me))\b"
    r"(?!\s+(?:wife|husband|son|daughter|mother|father|mom|dad|brother|sister|for|on\s+behalf)\b)"
    r"|^(?:喂|您好|你好|对|嗯|[,\uff0c\s])*(?:我就是|我是本人|是本人|本人|是我)(?!的|[老太丈妻爸妈儿女哥弟姐妹])"
)
_BUSY = compiled(
    r"\b(?:busy|at\s+work|working|in\s+(?:a|the)\s+(?:meeting|middle)|(?:with|have)\s+(?:a\s+)?(?:customers?|clients?|patients?)"
    r"|(?:can'?t|cannot)\s+(?:really\s+)?talk|(?:not|bad)\s+(?:a\s+)?(?:good\s+)?time)\b"
    r"|忙|开会|上班|有客人|不方便"
)
_FILLERS = frozenset(
    {
        "um",
        "umm",
        "uh",
        "er",
        "so",
        "well",
        "okay",
        "ok",
        "yes",
        "yeah",
        "it's",
        "its",
        "it",
        "is",
        "the",
        "of",
        "and",
    }
)
_IN_FIGURES = compiled(rf"{MONTH_NAME}|\d{{1,4}}(?:st|nd|rd|th)?|oh|zero|hundred|thousand")
_BETWEEN = compiled(r"[\s,.!?-]+")
_IN_HAN = compiled(r"(?:是|嗯|呃)?[\d零一二三四五六七八九十年月日号]+")
_EMERGENCY = compiled(
    r"\b(?:911|988|nine\s+one\s+one|nine\s+eight\s+eight)\b|^\W*(?:一二零|一一零|120|110|12356)\W*$"
)


def says_it_is_them(text: str) -> bool:
    """Whether they say that they are the person who was asked for: "this is she", 我就是."""
    return _IT_IS_THEM.search(fold(text)) is not None


def says_they_are_busy(text: str) -> bool:
    """Whether they cannot talk at the moment."""
    return _BUSY.search(fold(text)) is not None


def is_in_part(text: str) -> bool:
    """Whether all of it is months, days and numbers: "march", 三月. A number for emergencies is none."""
    plain = fold(text)
    words = [word for word in _BETWEEN.split(plain) if word and word not in _FILLERS]
    return bool(words) and all(_is_piece(word) for word in words) and _EMERGENCY.search(plain) is None


def _is_piece(word: str) -> bool:
    if not word.isascii():
        return _IN_HAN.fullmatch(word.rstrip("\u3002\uff0c")) is not None
    return _IN_FIGURES.fullmatch(word) is not None or (number_of_words(word) or ordinal(word)) is not None
