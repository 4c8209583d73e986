"""Which share of their takings they would pay: "10% of sales", 按营业额的8%. How far sales fell is none."""

from __future__ import annotations

import re
from fractions import Fraction

from arrears.domain.language.money.numerals_zh import small_han
from arrears.domain.language.script.fold import compiled, fold

_TAKINGS = (
    r"(?:sales|revenues?|takings|turnover|receipts|income"
    r"|(?:what|whatever)\s+(?:i|we|the\s+\w+)\s+(?:sell|make|earn|take|bring|get)s?)"
)
_ENGLISH = compiled(
    rf"(?<![\d.])(?P<n>\d{{1,2}}(?:\.\d{{1,2}})?)\s?(?:%|pct\b|per\s?cent\b)\s+(?:of|off|from)\s+(?:\w+\s+){{0,3}}?{_TAKINGS}\b"
)
_TAKINGS_ZH = r"(?:营业额|流水|销售额?|营收|进账|收入)"
_SHARE_ZH = (
    r"(?:(?P<n{0}>\d{{1,2}}(?:\.\d{{1,2}})?)%|百分之(?P<han{0}>[一二三四五六七八九十]{{1,3}}|\d{{1,2}})"
    r"|(?P<tenths{0}>[1-9一二三四五六七八九两])成)"
)
_MANDARIN = compiled(
    rf"{_TAKINGS_ZH}(?:里面?|中)?的?(?:拿出?|抽出?|扣|提|按)*{_SHARE_ZH.format(1)}|{_SHARE_ZH.format(2)}的?(?:营业额|流水|销售额?|营收)"
)


def share_of_takings(text: str) -> Fraction | None:
    """The percentage of what they take in that they name; None where they name none."""
    plain = fold(text)
    english = _ENGLISH.search(plain)
    if english is not None:
        return Fraction(english["n"])
    mandarin = _MANDARIN.search(plain)
    return None if mandarin is None else _in_mandarin(mandarin)


def _in_mandarin(found: re.Match[str]) -> Fraction | None:
    digits, han, tenths = (found[f"{group}1"] or found[f"{group}2"] for group in ("n", "han", "tenths"))
    if digits:
        return Fraction(digits)
    value = small_han(han or tenths)
    return None if value is None else Fraction(value if han else value * 10)
