"""Sums of money: numbers with a currency, or plain ones whose place in the sentence makes them money."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum, auto
from fractions import Fraction

from arrears.domain.language.money.currencies import Mark, mark_beside
from arrears.domain.language.money.money_words import (
    AFTER_EN,
    AFTER_NAMED_EN,
    AFTER_NAMED_ZH,
    AFTER_ZH,
    BEFORE_EN,
    BEFORE_NAMED_EN,
    BEFORE_NAMED_ZH,
    BEFORE_ZH,
    BESIDE_DAY_EN,
    CAN_DO_AFTER_EN,
    CHINESE_BESIDE,
    COUNTED_EN,
    COUNTED_ZH,
    COUNTER,
    DAY_AFTER,
    GIVEN_ZH,
    HEARD_DAY,
    MONTH_BEFORE_EN,
    NO_MONEY_BEFORE,
    NO_SUM_AFTER,
    NUMBERS_BEFORE,
    OF_THE_LOAN,
    OFFERED_BEFORE_EN,
    OR_DAY_BEFORE,
    PAYS_OF_IT,
    PAYS_ZH,
    SPOKEN_FOR,
    STRONG_AFTER_EN,
)
from arrears.domain.language.money.number import Number, Shape
from arrears.domain.language.money.numbers import numbers
from arrears.domain.language.money.numerals_zh import small_han
from arrears.domain.language.money.shares import read_shares
from arrears.domain.language.offered.context import elsewhere, is_charge_paid, refused
from arrears.domain.language.readings import AmountKind, AmountReading, Certainty
from arrears.domain.language.script.fold import Span, compiled
from arrears.domain.money import Currency, Money

_WHOLE_MAX = 1_000_000_000  # beyond this the number is no amount anyone owes
_PLAIN_MIN = 10  # "five" alone is more often a count or an hour
_REGULAR_MIN = 3  # "5 a month" is five dollars; two may be payments
_DAY_MAX = 31  # "November 11 or 12" and 十好 (十号) name days
_TENS_MIN, _TENS_MAX = 20, 100
_YEARS = range(1900, 2100)
_NO_SUM_BEFORE = ("百", "千", "万", "月")
_PLAIN_MAX = 99_999  # six digits alone are a one-time code

_TAIL = compiled(
    r"(?:块|元)钱?(?:零(?=[一二两三四五六七八九1-9][毛角]))?([一二两三四五六七八九1-9])(?:[毛角](?:(?P<hundredths>[一二两三四五六七八九1-9])分?(?![个天周月年日号点期次岁人折%成百千万十\d]))?)?(?!\d|\.\d|[个天周月年日号点期次回趟遍轮季笔份岁人折%成百千万十分楼明辈])"
)
_AFTER_FEW_KUAI = compiled(rf"(?!我)(?:{AFTER_ZH.pattern})")
_A_DAY_BEFORE = compiled(r"\bthe\s+$")
_A_DAY_MORE_BEFORE, _NOTHING_AFTER = compiled(r"\ue000\s*(?:and|&|n)\s+$"), compiled(r"\W*$")
_CENTS = compiled(r"\s*cents?\b")
_CENTS_JOIN = compiled(r"\s*(?:and\s+)?")


class Scope(Enum):
    """Which amounts of a turn count."""

    OFFERED = auto()  # what the borrower would pay
    NAMED = auto()  # also what is owed, was paid or was charged
    ALL = auto()  # also what they deny


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of money in the text, in minor units."""

    minor: int
    span: Span
    meant: frozenset[Currency]
    otherwise: int | None = None  # minor units, where something else may have been said
    rough: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A folded text to read amounts from."""

    text: str
    chinese: bool
    read_before: bool  # something else was read from it, so that a number in it may be an answer no more
    scope: Scope = Scope.OFFERED
    money_meant: bool = (
        False  # the turn is known to be about money: a number in it is a sum unless it counts something
    )
    rhythm_at: int | None = None  # where it says how often payments are made


def read_amounts(page: Page, currency: Currency) -> list[AmountReading]:
    """Every amount of the scope in the text, in order; what the borrower earns or spends is left out."""
    shares, rest = read_shares(page.text, told=page.scope is not Scope.OFFERED)
    alone = not page.read_before and not shares
    sums = [
        _reading(one, currency) for one in _sums(replace(page, text=rest), alone) if currency in one.meant
    ]
    return sorted((one for one in [*shares, *sums] if _counts(page, one)), key=lambda one: one.span)


def _counts(page: Page, one: AmountReading) -> bool:
    if one.certainty is not Certainty.SURE and not page.money_meant and page.scope is Scope.OFFERED:
        return False
    if page.scope is not Scope.ALL and refused(page.text, one.span):
        return False
    of_other_things = is_of_the_loan(page.text, one.span) or _is_spoken_for(page.text, one.span)
    if page.scope is Scope.OFFERED and of_other_things:
        return False
    return not elsewhere(page.text, one.span[0], of_this_debt=page.scope is not Scope.OFFERED)


def is_of_the_loan(text: str, span: Span) -> bool:
    """Whether it says how large the loan is: "my 150k loan", 15万的贷款; none of it is offered."""
    return OF_THE_LOAN.match(text, span[1]) is not None and PAYS_OF_IT.search(text[: span[0]]) is None


def _is_spoken_for(text: str, span: Span) -> bool:
    """Whether other things are paid out of it: "600 in the account and insurance comes out of that"."""
    return SPOKEN_FOR.match(text, span[1]) is not None and PAYS_OF_IT.search(text[: span[0]]) is None


def _reading(one: Sum, currency: Currency) -> AmountReading:
    certainty = Certainty.SURE if one.otherwise is None and not one.rough else Certainty.UNSURE
    others = () if one.otherwise is None else (Money(one.otherwise, currency),)
    return AmountReading(AmountKind.SUM, Money(one.minor, currency), None, one.span, certainty, others)


def _sums(page: Page, alone: bool) -> list[Sum]:
    found: list[Sum] = []
    for number in numbers(page.text, chinese=page.chinese):
        if _CENTS.match(page.text, number.span[1]):
            found = _with_cents(page.text, found, number)
            continue
        found += _sum_at(page, number, alone)
    return found


def _sum_at(page: Page, number: Number, alone: bool) -> list[Sum]:
    text, mark = page.text, mark_beside(page.text, *number.span)
    rough = number.rough
    if mark is None and not _is_money(page, number, alone=alone):
        if not _may_be_meant(page, number):
            return []
        rough = True
    if mark is None and page.money_meant and _may_be_a_day(text, number):
        rough = True
    value, mark = _with_tail(text, number, mark)
    if value < _PLAIN_MIN and text[mark.end - 1] == "块" and not _AFTER_FEW_KUAI.match(text, mark.end):
        return []  # 一块儿, a piece of something
    minor = value * 100
    if minor.denominator != 1 or not 0 < value <= _WHOLE_MAX:
        return []
    otherwise = None if number.otherwise is None else int(number.otherwise * 100)
    return [Sum(int(minor), (mark.start, mark.end), mark.meant, otherwise, rough)]


def _may_be_a_day(text: str, number: Number) -> bool:
    """Whether it may be a day of the month: when i said the 11, sept 25 and 27."""
    if not number.plain or number.value > _DAY_MAX:
        return False
    before = text[: number.span[0]]
    more = _A_DAY_MORE_BEFORE.search(before) and _NOTHING_AFTER.match(text, number.span[1])
    return bool(more) or _A_DAY_BEFORE.search(before) is not None


def _with_cents(text: str, found: list[Sum], cents: Number) -> list[Sum]:
    """Cents belong to the dollars just before them; alone they are no offer."""
    if not found or not 0 < cents.value < 100 or cents.value.denominator != 1:
        return found
    last = found[-1]
    if not _CENTS_JOIN.fullmatch(text[last.span[1] : cents.span[0]]):
        return found
    end = cents.span[1] + len((_CENTS.match(text, cents.span[1]) or [""])[0])
    return [*found[:-1], Sum(last.minor + int(cents.value), (last.span[0], end), last.meant)]


def _with_tail(text: str, number: Number, mark: Mark | None) -> tuple[Fraction, Mark]:
    """三块五 is 3.50; without it, the number and its mark as they are."""
    if mark is None:
        return number.value, Mark(frozenset(Currency), *number.span)
    tail = _TAIL.match(text, number.span[1])
    if tail is None:
        return number.value, mark
    tenths = "一二三四五六七八九".find(tail[1].replace("两", "二")) + 1 or int(tail[1])
    hundredths = int(small_han(tail["hundredths"]) or 0) if tail["hundredths"] else 0
    return number.value + Fraction(10 * tenths + hundredths, 100), Mark(mark.meant, mark.start, tail.end())


def _is_money(page: Page, number: Number, *, alone: bool) -> bool:
    """Whether an unmarked number is money by what stands beside it."""
    text, (start, end) = page.text, number.span
    if number.value < _PLAIN_MIN:
        return _is_small_and_regular(page, number)
    if number.plain and number.value > _PLAIN_MAX:
        return False
    if number.plain and text[start] == "0":
        return False
    before = text[:start]
    if CAN_DO_AFTER_EN.match(text, end):
        return True
    if _counts_things(COUNTER, text, number) or NO_MONEY_BEFORE.search(before):
        return False
    if number.value <= _DAY_MAX and (
        OR_DAY_BEFORE.search(before) or HEARD_DAY.match(text, end) or DAY_AFTER.match(text, end)
    ):
        return False
    if alone and not any(char.isalnum() for char in before + text[end:]):
        return True
    if page.money_meant and _is_meant(text, number):
        return True
    named = page.scope is not Scope.OFFERED
    if number.shape is Shape.HAN:
        return _fits_zh(text, start, end, named=named)
    if STRONG_AFTER_EN.match(text, end) or _is_of_month(text, number):
        return True
    return _fits_en(text, start, end, named=named) or _fits_zh(text, start, end, named=named)


def _is_of_month(text: str, number: Number) -> bool:
    """Whether it stands beside a month and is neither a day of it nor its year."""
    is_sum = number.value > _DAY_MAX and number.value not in _YEARS
    return is_sum and bool(
        MONTH_BEFORE_EN.search(text[: number.span[0]]) and AFTER_EN.match(text, number.span[1])
    )


def _is_small_and_regular(page: Page, number: Number) -> bool:
    """Whether it is offered in a rhythm: "i can do 5 a month"."""
    start, end = number.span
    regular = page.rhythm_at is not None and not page.text[end : page.rhythm_at].strip()
    offered = OFFERED_BEFORE_EN.search(page.text[:start]) is not None
    return number.value >= _REGULAR_MIN and end < len(page.text) and regular and offered


def _is_meant(text: str, number: Number) -> bool:
    """In a turn about money: a number that neither counts nor numbers anything."""
    start, end = number.span
    if NUMBERS_BEFORE.search(text[:start]):
        return False
    if number.shape is Shape.HAN or CHINESE_BESIDE.match(text[max(0, start - 1) : end + 1]):
        return number.value >= 100 and not _counts_things(COUNTED_ZH, text, number)
    return COUNTED_EN.match(text, end) is None


def _counts_things(words: re.Pattern[str], text: str, number: Number) -> bool:
    """Whether a counter follows; after a sum in characters and a space another word begins: 五百 期数."""
    if number.shape is Shape.HAN and number.value >= 100 and text[number.span[1] :][:1].isspace():
        return False
    return words.match(text, number.span[1]) is not None


def _may_be_meant(page: Page, number: Number) -> bool:
    """In a turn about money: tens in characters that count nothing, 今晚四十五; they are asked about."""
    text, (start, end) = page.text, number.span
    if not page.money_meant or number.shape is not Shape.HAN or not _TENS_MIN <= number.value < _TENS_MAX:
        return False
    if (
        NO_MONEY_BEFORE.search(text[:start])
        or NUMBERS_BEFORE.search(text[:start])
        or HEARD_DAY.match(text, end)
        or (number.value <= _DAY_MAX and DAY_AFTER.match(text, end))
    ):
        return False
    counted = COUNTER.match(text, end) or COUNTED_ZH.match(text, end) or NO_SUM_AFTER.match(text, end)
    return counted is None and not text[:start].endswith(_NO_SUM_BEFORE)


def _fits_en(text: str, start: int, end: int, *, named: bool) -> bool:
    before = text[:start]
    if BESIDE_DAY_EN[0].search(before) and BESIDE_DAY_EN[1].match(text, end):
        return True
    fits_before = (
        BEFORE_EN.search(before) or BEFORE_ZH.search(before) or (named and BEFORE_NAMED_EN.search(before))
    )
    fits_after = (
        AFTER_EN.match(text, end) or AFTER_ZH.match(text, end) or (named and AFTER_NAMED_EN.match(text, end))
    )
    return bool(fits_before and fits_after)


def _fits_zh(text: str, start: int, end: int, *, named: bool) -> bool:
    before = text[:start]
    if PAYS_ZH.search(before) or is_charge_paid(text, start) or GIVEN_ZH.match(text, end):
        return True
    fits_before = BEFORE_ZH.search(before) or (named and BEFORE_NAMED_ZH.search(before))
    fits_after = AFTER_ZH.match(text, end) or (named and AFTER_NAMED_ZH.match(text, end))
    return bool(fits_before and fits_after)
