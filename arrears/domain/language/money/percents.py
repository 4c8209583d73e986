"""Percentages: the share that is paid, the share that is waived, and rates of interest."""

from __future__ import annotations

import re
from decimal import Decimal

from arrears.domain.language.money.fractions import read_fractions
from arrears.domain.language.money.money_words import OF_INCOME_ZH
from arrears.domain.language.money.numerals_en import NUMBER_WORDS, number_of_words
from arrears.domain.language.money.numerals_zh import number_of_han
from arrears.domain.language.readings import PercentReading, ShareOf
from arrears.domain.language.script.fold import blank, compiled

_HAN = "[零一二两三四五六七八九十]"
_NUMBER = (
    rf"(?:(?P<digits>(?<![\d.,])\d{{1,3}}(?:\.\d{{1,2}})?)\s?(?:%|percent\b|per\s?cent\b|pct\b)|"
    rf"(?P<words>{NUMBER_WORDS})\s+per\s?cent\b)"
)
_NUMBER_ZH = (
    rf"(?:(?P<digits>(?<![\d.,])\d{{1,3}}(?:\.\d{{1,2}})?)%|百分之(?P<han>{_HAN}{{1,3}}|\d{{1,3}})(?!点)|千分之(?P<mille>[一二三四五六七八九]|\d{{1,2}}(?:\.\d)?)|"
    rf"(?P<tenths>[1-9一二三四五六七八九两])成(?P<half>半|[一二三四五六七八九])?(?![功为本员交熟绩分会要能没不是])(?!的(?!话|钱|欠|款|本金|利息|首付|"
    rf"金额))(?!了(?!吧)))"
)
_CUT = (
    r"(?:knock(?:ing)?|take|taking|cut(?:ting)?|shave|drop|waive|forgive|reduc\w+|lower|discount|"
    r"write)(?:\s+(?:it|off|out|down|me|the\s+\w+|my\s+\w+|by|of|about|around|a|for|like)){0,4}\s*"
)
_CUT_ZH = r"(?:减免?|免掉?|免|少还?|少|打掉|便宜|优惠|减掉|让|抹掉?|降)(?:我|个|掉|去|到)?"
_RATE_WORDS = r"(?:apr|interest|rate|fees?|利息|利率|年化|手续费|月息|年息|cap)"

_RULES: tuple[tuple[re.Pattern[str], ShareOf], ...] = (
    (compiled(rf"{_RATE_WORDS}\W{{0,3}}(?:\w+\W){{0,3}}?{_NUMBER}"), ShareOf.RATE),
    (compiled(rf"{_NUMBER}\s*(?:的\s*)?{_RATE_WORDS}"), ShareOf.RATE),
    (compiled(rf"(?:利息|利率|年化|月息|年息)[^\d百]{{0,6}}{_NUMBER_ZH}"), ShareOf.RATE),
    (compiled(rf"{_NUMBER_ZH}的?(?:利息|利率|手续费|年化)"), ShareOf.RATE),
    (compiled(rf"{_CUT}{_NUMBER}"), ShareOf.WAIVED),
    (
        compiled(
            rf"{_NUMBER}\s*(?:off|discount|less|reduction|cut|knocked|waived|forgiven|write-?off|haircut)\b"
        ),
        ShareOf.WAIVED,
    ),
    (compiled(rf"(?:discount|reduction|cut)\s+of\s+{_NUMBER}"), ShareOf.WAIVED),
    (compiled(rf"{_CUT_ZH}{_NUMBER_ZH}"), ShareOf.WAIVED),
    (compiled(rf"{_NUMBER_ZH}(?:的)?(?:减免|优惠|折扣)"), ShareOf.WAIVED),
    (compiled(rf"{_NUMBER_ZH}"), ShareOf.PAID),
    (compiled(_NUMBER), ShareOf.PAID),
)
_HALF_OFF = compiled(
    r"\bhalf\s+(?:off|price|discount)\b|\bcut\s+(?:it|that|the\s+\w+|my\s+\w+)\s+in\s+half\b|(?:减免?|免掉?|"
    r"少还?|便宜|优惠|减掉|抹掉?|让|砍)(?:我|掉|去)?一半|一半(?:减免|免掉)"
)
_TENTHS_LEFT = compiled(
    r"(?P<tens>[\d一二三四五六七八九])(?:[.点]?(?P<ones>[\d一二三四五六七八九]))?折(?!腾|扣|磨|叠|现)|(?P<same>对|半)折"
)
_OF_INCOME = compiled(
    r"\s+of\s+(?:my|our|his|her|the|every|each)\s+(?:\w+\s+)?(?:pay|(?:pay\s?)?checks?|income|wages?|salary|tips|hours|benefits|pension|money)\b"
)
_CENTS_ON_DOLLAR = compiled(
    rf"\b(?:(?P<digits>\d{{1,2}})|(?P<words>{NUMBER_WORDS}))\s+cents?\s+(?:on|to|per|in)\s+(?:the|each|every|a)\s+dollar\b"
)


def read_percents(text: str) -> list[PercentReading]:
    """Every percentage in the folded text, in order; a tenth (折) is the share that is paid."""
    found: list[PercentReading] = []
    for match in _HALF_OFF.finditer(text):
        found.append(PercentReading(Decimal(50), ShareOf.WAIVED, match.span()))
    for match in _TENTHS_LEFT.finditer(text):
        found.append(PercentReading(_tenths_left(match), ShareOf.PAID, match.span()))
    for match in _CENTS_ON_DOLLAR.finditer(text):
        found += [one for one in [_reading(match, ShareOf.PAID)] if one is not None]
    text = blank(text, [one.span for one in found])
    for pattern, share in _RULES:
        more = [_reading(match, share) for match in pattern.finditer(text)]
        found += [one for one in more if one is not None]
        text = blank(text, [one.span for one in more if one is not None])
    found += read_fractions(text)
    return sorted(found, key=lambda one: one.span)


def _reading(match: re.Match[str], share: ShareOf) -> PercentReading | None:
    value = _value(match.groupdict())
    if _OF_INCOME.match(match.string, match.end()) or OF_INCOME_ZH.search(match.string[: match.start()]):
        return None
    if value is None or not 0 < value <= 100 or (share is not ShareOf.RATE and value == 100):
        return None
    return PercentReading(value, share, match.span())


def _value(said: dict[str, str | None]) -> Decimal | None:
    digits, words, han, tenths = (said.get(name) for name in ("digits", "words", "han", "tenths"))
    if mille := said.get("mille"):
        return Decimal(str(_digit(mille) if len(mille) == 1 else mille)) / 10
    if digits:
        return Decimal(digits).normalize()
    if words:
        number = number_of_words(words)
        return None if number is None else Decimal(number)
    if han:
        whole = Decimal(han) if han.isdigit() else _han(han)
        return whole
    return None if not tenths else _tenths(tenths, said.get("half"))


def _han(words: str) -> Decimal | None:
    number = number_of_han(words)
    return None if number is None or number.denominator != 1 else Decimal(int(number))


def _digit(char: str) -> int:
    return int(char) if char.isdigit() else "零一二三四五六七八九".index(char.replace("两", "二"))


def _tenths(tenths: str, rest: str | None) -> Decimal:
    return Decimal(_digit(tenths) * 10 + (0 if not rest else 5 if rest == "半" else _digit(rest)))


def _tenths_left(match: re.Match[str]) -> Decimal:
    if match["same"]:
        return Decimal(50)
    return Decimal(_digit(match["tens"]) * 10 + (_digit(match["ones"]) if match["ones"] else 0))
