"""Whole numbers written in English words, read all or not at all."""

from __future__ import annotations

from fractions import Fraction

from arrears.domain.number_words import ONES, TENS

_UNITS = {word: value for value, word in enumerate(ONES[1:10], start=1)}
_TEENS = {word: value for value, word in enumerate(ONES[10:], start=10)}
_TENS = {word: value * 10 for value, word in enumerate(TENS, start=2)} | {
    "tweny": 20,
    "thrity": 30,
    "fourty": 40,
    "fiddy": 50,
    "fitty": 50,
    "ninty": 90,
}
_THOUSANDS = frozenset({"thousand", "grand"})
_HUNDREDS = frozenset({"hundred", "hundo", "hunnid", "hunned", "hunnit"})
_MINUTES = frozenset({10, 15, 20, 30, 40, 45})
_SMALL = _UNITS | _TEENS | _TENS

_WORD = "|".join(sorted([*_SMALL, *_HUNDREDS, *_THOUSANDS], key=len, reverse=True))
NUMBER_WORDS = rf"\b(?:an?\s+(?=hun|thousand|grand))?(?:{_WORD})(?:(?:\s*-\s*|\s+(?:and\s+)?)(?:{_WORD}))*\b"
UNIT_WORDS, TENS_WORDS = "|".join(_UNITS), "|".join(_TENS)
SMALL_COUNT = rf"(?:\d{{1,4}}|an?|(?:{'|'.join(_TENS)})[\s-](?:{'|'.join(_UNITS)})|{'|'.join(_SMALL)})"

_DIGITS = {"zero": "0", "oh": "0"} | {word: str(value) for word, value in _UNITS.items()}
DIGIT_WORD = rf"(?:{'|'.join(_DIGITS)})"
NO_DIGIT_BEFORE = "".join(rf"(?<!\b{word}\s)" for word in _DIGITS)
FOUR_DIGIT_WORDS = rf"\b(?:{DIGIT_WORD}[\s,-]+){{3}}{DIGIT_WORD}\b(?![\s,-]+{DIGIT_WORD}\b)"
FOUR_DIGIT_WORDS_ALONE = NO_DIGIT_BEFORE + FOUR_DIGIT_WORDS

_ORDINAL_UNITS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
_ORDINAL_TEENS = [
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
]
_ORDINALS = (
    {word: value for value, word in enumerate(_ORDINAL_UNITS + _ORDINAL_TEENS, start=1)}
    | {"twentieth": 20, "thirtieth": 30}
    | {
        f"{tens} {word}": of_tens + value  # of no month, where it is beyond the thirty first
        for tens, of_tens in (("twenty", 20), ("thirty", 30))
        for value, word in enumerate(_ORDINAL_UNITS, start=1)
    }
)
# Not "one": in "one in March, one in April" it is no day.
CARDINAL_DAY_WORDS = (
    rf"(?:(?:twenty|thirty)[\s-](?:{UNIT_WORDS})|{'|'.join(_TEENS)}|twenty|thirty|"
    rf"{UNIT_WORDS.removeprefix('one|')})"
)
ORDINAL_WORDS = "|".join(word.replace(" ", r"[\s-]") for word in sorted(_ORDINALS, key=len, reverse=True))


def number_of_words(words: str) -> int | None:
    """350 for "three hundred and fifty" and for "three fifty"; None when the words are not one number."""
    tokens = ["hundred" if token in _HUNDREDS else token for token in words.replace("-", " ").split()]
    if tokens and tokens[0] in ("a", "an"):
        tokens[0] = "one"
    if tokens and (tokens[0] == "hundred" or tokens[0] in _THOUSANDS):
        tokens.insert(0, "one")
    cut = next((at for at, token in enumerate(tokens) if token in _THOUSANDS), None)
    if cut is None:
        return _below_ten_thousand(tokens)
    high = _below_thousand(tokens[:cut])
    low = _after_thousand(tokens[cut + 1 :])
    return None if high is None or low is None else high * 1000 + low


def as_price(words: str) -> Fraction | None:
    """17.50 for "seventeen fifty", which is 1750 as well; None for words with one reading."""
    tokens = words.replace("-", " ").split()
    if len(tokens) < 2 or tokens[0] not in _TEENS:
        return None
    rest = _below_hundred(tokens[1:])
    return None if rest is None or rest < 10 else _TEENS[tokens[0]] + Fraction(rest, 100)


def small_count(word: str) -> int | None:
    """The value of a word or digits that SMALL_COUNT matches; "a" is one."""
    if word.isdigit():
        return int(word)
    return 1 if word in ("a", "an") else number_of_words(word)


def ordinal(word: str) -> int | None:
    """1 for "first", 22 for "twenty-second"."""
    return _ORDINALS.get(" ".join(word.replace("-", " ").split()))


def digit_words(words: str) -> str:
    """4421 for "four four two one"."""
    return "".join(_DIGITS[word] for word in words.replace(",", " ").replace("-", " ").split())


def _after_thousand(tokens: list[str]) -> int | None:
    if not tokens:
        return 0
    return _below_thousand(tokens[1:] if tokens[0] == "and" else tokens)


def _below_hundred(tokens: list[str]) -> int | None:
    if len(tokens) == 1:
        return _SMALL.get(tokens[0])
    if len(tokens) == 2 and tokens[0] in _TENS and tokens[1] in _UNITS:
        return _TENS[tokens[0]] + _UNITS[tokens[1]]
    return None


def _below_thousand(tokens: list[str]) -> int | None:
    value = _below_ten_thousand(tokens)
    return value if value is not None and value < 1000 else None


def _below_ten_thousand(tokens: list[str]) -> int | None:
    """Also "fifteen hundred", and "three fifty", which is how 350 is said."""
    if "hundred" not in tokens:
        return _below_hundred(tokens) or _spoken_hundreds(tokens)
    cut = tokens.index("hundred")
    high, rest = _below_hundred(tokens[:cut]), tokens[cut + 1 :]
    low = _below_hundred(rest[1:] if rest[:1] == ["and"] else rest) if rest else 0
    return None if high is None or low is None else high * 100 + low


def _spoken_hundreds(tokens: list[str]) -> int | None:
    """350 for "three fifty", 1250 for "twelve fifty"; "twelve thirty" and "ten fifty" are rather times."""
    if len(tokens) < 2 or tokens[0] not in _UNITS | _TEENS:
        return None
    hundreds, rest = _SMALL[tokens[0]], _below_hundred(tokens[1:])
    if rest is None or rest < 10 or hundreds == 10 or (hundreds in (11, 12) and rest in _MINUTES):
        return None
    return hundreds * 100 + rest
