"""Numbers as written in any of the three ways, with where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from arrears.domain.language.money.number import Number, Shape
from arrears.domain.language.money.numerals_en import (
    NUMBER_WORDS,
    TENS_WORDS,
    UNIT_WORDS,
    as_price,
    number_of_words,
    small_count,
)
from arrears.domain.language.money.numerals_zh import HAN_NUMBER, han_digits, number_of_han
from arrears.domain.language.money.rough_numbers import rough_numbers, with_ranges
from arrears.domain.language.script.fold import NOISE, READ, Span, blank, compiled, has_han, spans_of

_SCALES = {
    "k": 1000,
    "grand": 1000,
    "thousand": 1000,
    "thou": 1000,
    "hundred": 100,
    "hundo": 100,
    "hunnid": 100,
    "hunned": 100,
    "hunnit": 100,
}
_DIGITS = compiled(
    r"(?<![\w./:#-])(?<!\d[,\uff0c])(\d{1,3}(?:,\d{3})+|\d{1,9})(\.\d{1,2})?(?![\d.,/:-]*\d)(?!\uff0c\d{3}(?!\d))"
    rf"(?:\s?({'|'.join(_SCALES)})\b)?(?!(?!ish\b)[a-z])"
)
_HAN = compiled(HAN_NUMBER)
# In 付880一直转圈 the 一 counts nothing.
_NO_NUMBER = compiled(
    r"一(?:刀|口气|笔勾|次[还付结清给]|直|下子?|定|样|起|般|共|切|点|些|并|把|次性|会儿?|块[还付给打转结交儿]|律|边|旦|向|分不)"
)
_SO_OFTEN = compiled(r"(?<=\d)一个?(?:月|周|星期|礼拜)")  # 250一个月 is a sum and its rhythm
_WORDS = compiled(NUMBER_WORDS)
# With a half or a dropped "hundred" in them: half a grand, two and a half k, a grand and a half, 2 fiddy.
_HALF_SCALE = compiled(r"\bhalf\s+a\s+(?P<scale>grand|k)\b")
_AND_A_HALF = compiled(
    rf"(?<![\d.,])\b(?P<n>\d{{1,3}}|an?|{NUMBER_WORDS})\s+(?:and\s+a\s+half\s+(?P<scale>k|grand|thousand|hundred)|(?P<first>k|grand|thousand|hundred)\s+and\s+a\s+half)\b"
    r"|\b(?P<one>grand|k|thousand)\s+and\s+a\s+half\b"
)
_MIXED = compiled(
    rf"(?<![\w.,$])(?P<hundreds>[1-9])\s(?P<rest>(?:{TENS_WORDS})(?:[\s-](?:{UNIT_WORDS}))?)\b(?!\s+(?:{UNIT_WORDS}|hundred|thousand))"
)
_SPACED = compiled(  # send 1 50: one fifty as the recogniser wrote it, or 50
    r"\b(?:send|pay|do|give|put)\s+(?:you\s+|u\s+)?(?P<span>(?P<n>[1-9])\s(?P<rest>[1-9]\d))(?![\w%.,/:-])(?!\s+(?:times|payments?|dollar|buck))"
)
_PRICE = compiled(  # eighty five fifty, one ninety nine ninety nine
    rf"\b(?:(?P<hundreds>{UNIT_WORDS})\s+(?:hundred\s+(?:and\s+)?)?)?(?P<whole>(?:{TENS_WORDS})[\s-](?:{UNIT_WORDS}))\s+(?P<cents>(?:{TENS_WORDS})(?:[\s-](?:{UNIT_WORDS}))?)\b(?!\s+(?:{UNIT_WORDS}|hundred|thousand|days|weeks|months|percent))"
)
_HUNDRED_PRICE = compiled(  # hundred and five fifty
    rf"\b(?:(?:one|a)\s+)?(?P<hundreds>hundred)\s+and\s+(?P<whole>{UNIT_WORDS})\s+(?P<cents>{TENS_WORDS})\b(?!\s+(?:{UNIT_WORDS}|hundred|thousand))"
)
_OH = compiled(rf"\b(?P<n>{UNIT_WORDS})\s+oh\s+(?P<rest>{UNIT_WORDS})\b(?!\s+(?:{UNIT_WORDS}|[ap]\.?m\b))")
_BUCK = compiled(rf"\ba\s+buck\s+(?P<n>{TENS_WORDS})\b")  # a buck fifty is 150, or 1.50
_WORDS_K = compiled(rf"(?P<n>{NUMBER_WORDS})\s+k\b")
_MISHEARD = compiled(
    r"\b(?:(?P<word>to|too|for)\s+(?P<scale>hundred|thousand|grand)\b(?=\s+(?:dollars|bucks|on|by|a|per|every|each|today|tomorrow|now)\b|\W*$)"
    rf"|w[oa]n\s+(?P<tens>(?:{TENS_WORDS})(?:[\s-](?:{UNIT_WORDS}))?)\b(?!\s+(?:hundred|thousand))"
    r"|(?P<mistyped>tow|tu|tue|fore|ate|won|wan|tree|free|fife|sicks|sex|nein)\s+(?P<of>hundred|hunnid|hunned|thousand|grand)\b)"
)
_MISHEARD_ZH = compiled(
    r"(?:^|(?<=[\s\uff0c,]))是(?P<scale>[百千])(?=块|元|周|\ue000|\ue002)"
)  # 四百, or about a hundred
_SPELLED_ZH = compiled(
    r"(?<![\d零一二两三四五六七八九十百千万])[一二三四五六七八九][零一二三四五六七八九]{2,3}(?=块|元)"
)
_HEARD_WHITE = compiled(
    r"(?<![\d零一二两三四五六七八九十百千万])(?P<n>[一二两三四五六七八九])白(?=块|元|\W*$|[\s\uff0c,。])"
)
_AND_TENTH = compiled(r"(?<![\w.,])(?P<n>\d{1,3})(?P<scale>[kw])(?P<tenth>[1-9])(?!\w)")  # 3k5
_SCALES_ZH = {"百": 100, "千": 1000}
_HEARD_AS = {
    "to": 2, "too": 2, "tow": 2, "tu": 2, "tue": 2, "for": 4, "fore": 4, "ate": 8, "won": 1, "wan": 1,
    "tree": 3, "free": 3, "fife": 5, "sicks": 6, "sex": 6, "nein": 9,
}  # fmt: skip
# After these words "hundred" is a hundred; any other stands for how many, and was not understood.
_HUNDRED_AFTER = compiled(
    rf"(?:^|[^\w\s']|[{READ}{NOISE}\ue002]|\b(?:a|an|the|do|pay|paying|give|send|put|drop|spare|like|about|around|just|only|"
    r"u|you|ya|me|another|of|than|is|was|be|least|most|in|on|with|and|or|up|i|got|have|had|can|could|maybe|that'?s|thats|it'?s|"
    r"say|extra|by|then|afford|manage|swing|make|max|limit|whole|for|to|this|offer|take|now|today|every|first|per|at|even|uh|um|er|"
    r"your|my|lousy|solid|good|cool|nice|last|owe|sent|paid|gave|ok|okay|yeah|yes|sure|no))\s*\$?$"
)
_VAGUE_BEFORE = compiled(
    r"(?:[几第]|(?<![整个这那])数|\bfew\s|\bseveral\s|\bpoint\s|\b(?:ate|six|seven|for|fore|nine|fif|thir|twen)\stee\s)\s*$|好$"
)
_VAGUE_AFTER = compiled(
    r"几|\s*(?:point|and\s+a\s+half|or\s+so\s+many)\b|\s?(?:million|mil|billion|bn|mm?)\b|'s\b"
)


_ORDINAL_AFTER = compiled(
    r"[\s-](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b(?!\s*,?\s*then)"
)


def numbers(text: str, *, chinese: bool) -> list[Number]:
    """Every number, in order; of a range or a rough number the low one, marked as rough."""
    found: list[Number] = [*rough_numbers(text), *_heard_zh(text)]
    taken: list[Span] = [number.span for number in found]
    for match in _HAN.finditer(blank(text, taken, "x")):
        if _NO_NUMBER.match(text, match.start()) or _SO_OFTEN.match(text, match.start()):
            continue
        taken.append(match.span())
        if "w" in match.group() and not (chinese or has_han(text)):
            continue  # 2w is two weeks in English
        value = number_of_han(match.group())
        if value is not None:
            found.append(Number(value, match.span(), Shape.HAN, plain=False))
    rest = blank(text, taken, "x")
    said = _misheard(rest) + _with_halves(rest)
    rest = blank(rest, [number.span for number in said])
    found += said + _digits(rest) + _words(_without(rest, _DIGITS))
    in_order = sorted(found, key=lambda number: number.span)
    return with_ranges(text, [number for number in in_order if not _is_vague(text, number)])


def _is_vague(text: str, number: Number) -> bool:
    """Whether it is a part of words that name no number: a few hundred, 第三, 3.5 million."""
    start, end = number.span
    if number.value in (20, 30) and _ORDINAL_AFTER.match(text, end):
        return True  # twenty first
    return bool(_VAGUE_BEFORE.search(text[:start]) or _VAGUE_AFTER.match(text[end:]))


def _without(text: str, pattern: re.Pattern[str]) -> str:
    return blank(text, spans_of(pattern, text))


def _misheard(text: str) -> list[Number]:
    found = []
    for match in _MISHEARD.finditer(text):
        if match["tens"]:
            tens = number_of_words(match["tens"])
            found += [_won(tens, match.span())] if tens else []
            continue
        scale = Fraction(_SCALES[match["scale"] or match["of"]])
        times = _HEARD_AS[match["word"] or match["mistyped"]]
        found.append(Number(scale * times, match.span(), Shape.WORDS, False, scale))
    return found


def _won(tens: int, span: Span) -> Number:
    """Won fifty: a hundred and fifty misheard, or what was won."""
    return Number(Fraction(100 + tens), span, Shape.WORDS, plain=False, otherwise=Fraction(tens))


def _heard_zh(text: str) -> Iterator[Number]:
    """是百块 for 四百块, 二二零块 for 二百二."""
    for match in _MISHEARD_ZH.finditer(text):
        scale = Fraction(_SCALES_ZH[match["scale"]])
        yield Number(scale * 4, match.span(), Shape.HAN, False, scale)
    for match in _HEARD_WHITE.finditer(text):  # 五白 for 五百
        yield Number(
            number_of_han(match["n"] + "百") or Fraction(), match.span(), Shape.HAN, False, rough=True
        )
    for match in _AND_TENTH.finditer(text):
        value = Fraction(f"{match['n']}.{match['tenth']}") * (1000 if match["scale"] == "k" else 10_000)
        yield Number(value, match.span(), Shape.HAN, plain=False)
    for match in _SPELLED_ZH.finditer(text):
        yield Number(Fraction(han_digits(match.group())), match.span(), Shape.HAN, plain=False)


def _with_halves(text: str) -> list[Number]:
    found = [
        Number(Fraction(_SCALES[match["scale"]], 2), match.span(), Shape.WORDS, plain=False)
        for match in _HALF_SCALE.finditer(text)
    ]
    for match in _AND_A_HALF.finditer(text):
        count = small_count(match["n"] or "a")
        if count is not None:
            value = (count + Fraction(1, 2)) * _SCALES[match["scale"] or match["first"] or match["one"]]
            found.append(Number(value, match.span(), Shape.WORDS, plain=False))
    for match in _BUCK.finditer(text):
        over = number_of_words(match["n"])
        if over is not None:
            found.append(
                Number(Fraction(100 + over), match.span(), Shape.WORDS, False, 1 + Fraction(over, 100))
            )
    found += _spoken_prices(text)
    for match in _SPACED.finditer(text):
        spaced = Fraction(int(match["n"] + match["rest"]))
        found.append(
            Number(spaced, match.span("span"), Shape.WORDS, False, Fraction(int(match["rest"])), rough=True)
        )
    for match in _WORDS_K.finditer(text):
        thousands = number_of_words(match["n"])
        if thousands is not None:
            found.append(Number(Fraction(thousands * 1000), match.span(), Shape.WORDS, plain=False))
    for match in _MIXED.finditer(text):
        rest = number_of_words(match["rest"])
        if rest is not None:
            value = Fraction(int(match["hundreds"]) * 100 + rest)
            found.append(Number(value, match.span(), Shape.WORDS, plain=False))
    return found


def _spoken_prices(text: str) -> Iterator[Number]:
    """Ninety nine ninety nine is 99.99, seven oh five 705: said so, they are asked about."""
    for match in _PRICE.finditer(text):
        parts = [number_of_words(match[name] or "") or 0 for name in ("hundreds", "whole", "cents")]
        value = 100 * parts[0] + parts[1] + Fraction(parts[2], 100)
        yield Number(value, match.span(), Shape.WORDS, False, rough=True)
    for match in _HUNDRED_PRICE.finditer(text):
        over = [number_of_words(match[name]) or 0 for name in ("whole", "cents")]
        value = 100 + over[0] + Fraction(over[1], 100)
        yield Number(value, match.span(), Shape.WORDS, False, rough=True)
    for match in _OH.finditer(text):
        digits = [number_of_words(match[name]) or 0 for name in ("n", "rest")]
        yield Number(Fraction(100 * digits[0] + digits[1]), match.span(), Shape.WORDS, False, rough=True)


def _digits(text: str) -> list[Number]:
    found = []
    for match in _DIGITS.finditer(text):
        whole, decimals, scale = match[1], match[2] or "", match[3]
        value = Fraction(whole.replace(",", "") + decimals) * _SCALES.get(scale or "", 1)
        plain = not (decimals or scale or "," in whole)
        found.append(Number(value, match.span(), Shape.DIGITS, plain))
    return found


def _words(text: str) -> list[Number]:
    found = []
    for match in _WORDS.finditer(text):
        at = match.start()
        if text[at - 1 : at] in ("-", NOISE):
            continue
        whole = number_of_words(match.group())
        parts = [match.group()] if whole is not None else match.group().split(" and ")
        for part in parts:
            value = number_of_words(part)
            if value is not None:
                span = (at, at + len(part))
                unheard = part in _SCALES and not _HUNDRED_AFTER.search(text[:at])
                found.append(Number(Fraction(value), span, Shape.WORDS, False, as_price(part), unheard))
            at += len(part) + len(" and ")
    return found
