"""A text as it is seen, and as it could be meant: tricks of spelling do not hide a word."""

from __future__ import annotations

import re
import unicodedata

_BETWEEN_HAN = re.compile(r"(?<=[\u3400-\u9fff])[\s·•.*_~|^-]+(?=[\u3400-\u9fff])")
_SPACED = re.compile(r"(?<![A-Za-z0-9])[A-Za-z0-9$@](?:[\s.*_~|-]{1,2}[A-Za-z0-9$@]){2,}(?![A-Za-z0-9])")
_BROKEN = re.compile(r"(?<=[A-Za-z])[*_~|](?=[A-Za-z])")
_GAPS = re.compile(r"[\s.*_~|-]+")
_MIXED = re.compile(r"[A-Za-z0-9$@|!]*[A-Za-z][A-Za-z0-9$@|!]*")
_DIGITS_FOR_LETTERS = str.maketrans("013457@$|!", "oleastaslI")

# Letters of other alphabets that look like Latin ones.
_CYRILLIC = ("АВЕЅІЈКМНОРСТУХаеѕіјорсухԁԛԝһӏ", "ABESIJKMHOPCTYXaesijopcyxdqwhl")
_GREEK = ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαοινκρτυχ", "ABEZHIKMNOPTYXaoivkptux")
_MARKS = ("\u2019\u2018\u02bc\u2010\u2011\u2012\u2013", "'''----")
_LOOK_ALIKE = str.maketrans(*("".join(signs) for signs in zip(_CYRILLIC, _GREEK, _MARKS, strict=True)))


def plain_text(text: str) -> str:
    """The text as it is seen: compatibility forms, look-alike letters and invisible signs resolved."""
    apart = unicodedata.normalize("NFKD", text.translate(_LOOK_ALIKE))
    shown = "".join([sign for sign in apart if unicodedata.category(sign) not in ("Mn", "Me", "Cf")])
    return _BETWEEN_HAN.sub("", unicodedata.normalize("NFKC", shown))


def every_reading(plain: str) -> str:
    """The plain text, and after it what its spaced, broken and digit-for-letter words could mean."""
    joined = _BROKEN.sub("", _SPACED.sub(lambda found: _GAPS.sub("", found.group()), plain))
    letters = _MIXED.sub(_letters, joined)
    readings = dict.fromkeys((plain, joined, letters))
    return "\n".join(readings)


def _letters(found: re.Match[str]) -> str:
    word = found.group()
    if word.isalpha() and not word.startswith("I"):
        return word
    read = word.translate(_DIGITS_FOR_LETTERS)
    return "l" + read[1:] if read[0] == "I" and read[1:].islower() else read
