"""Numbers that are spoken digit by digit: telephone numbers, postal codes, references."""

from __future__ import annotations

from arrears.domain.language.money.numerals_en import DIGIT_WORD, digit_words
from arrears.domain.language.money.numerals_zh import han_digits
from arrears.domain.language.script.fold import compiled, fold

HAN_DIGIT = "[零一二三四五六七八九]"
_SAID = compiled(rf"{DIGIT_WORD}(?:[\s,-]+{DIGIT_WORD})+|{HAN_DIGIT}{{3,}}|\d(?:\s\d)+")


def said_in_english(count: str) -> str:
    """A pattern for so many digits in words and no more, such as "5" or "3,25"."""
    least, _, most = count.partition(",")
    more = f"{int(least) - 1},{int(most) - 1}" if most else f"{int(least) - 1}"
    return rf"\b{DIGIT_WORD}(?:[\s,-]+{DIGIT_WORD}){{{more}}}\b(?![\s,-]+{DIGIT_WORD}\b)"


def in_figures(said: str) -> str:
    """What was spoken digit by digit, in figures; anything else as it is."""
    plain = fold(said)
    if not _SAID.fullmatch(plain):
        return said
    if plain[0].isdigit():
        return plain.replace(" ", "")
    return digit_words(plain) if plain.isascii() else han_digits(plain)
