"""Which language a text is written in, and the folded form that phrases and n-grams are matched on."""

from __future__ import annotations

import re
import unicodedata

LANGUAGES = ("en", "zh")

_CJK = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_LATIN_WORD = re.compile("[A-Za-z\u00c0-\u024f]{2,}|^\\s*[A-Za-z]\\W*$")
_EVERYWHERE = re.compile(r"\W*(?:ok|okay|k|y|n|t|td|hi|hello|bye)\W*", re.IGNORECASE)
_APOSTROPHES = re.compile("['\u2018\u2019\u02bc`]")
_DIGIT = re.compile(r"\d")

# MiniLM's vocabulary has no emoji and reads all of them as one unknown token.
_EMOJI_WORDS = {
    "\U0001f44d": " thumbs up ",
    "\U0001f44c": " ok ",
    "\u2705": " yes done ",
    "\u2714": " yes done ",
    "\U0001f44e": " thumbs down ",
    "\u274c": " no ",
}


def language_of(text: str, conversation_language: str) -> str:
    """The language of the script: Chinese characters win, then Latin words, else the conversation's.

    A few Latin words are written in either language, "ok" above all: alone they are of the conversation's.
    """
    if _CJK.search(text):
        return "zh"
    if _LATIN_WORD.search(text) and not _EVERYWHERE.fullmatch(text):
        return "en"
    return conversation_language


def emoji_to_words(text: str) -> str:
    """The text with answers given as emoji spelt out, for encoders without emoji."""
    for emoji, words in _EMOJI_WORDS.items():
        text = text.replace(emoji, words)
    return text


def fold(text: str) -> str:
    """Lower case, one width, no apostrophes or accents; other punctuation becomes single spaces."""
    text = unicodedata.normalize("NFKD", text)
    text = "".join(c for c in text if not unicodedata.combining(c))
    text = _APOSTROPHES.sub("", unicodedata.normalize("NFC", text).lower())
    text = "".join(c if c.isalnum() or c in _EMOJI_WORDS else " " for c in text)
    return " ".join(text.split())


def fold_numbers(text: str) -> str:
    """The folded text with every digit written as a zero: n-grams learn lengths, not values."""
    return _DIGIT.sub("0", fold(text))
