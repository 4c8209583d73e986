"""Numbers written in Chinese, with the last unit left unsaid or not, read all or not at all."""

from __future__ import annotations

from fractions import Fraction

from arrears.domain.language.script.fold import compiled

_DIGITS = {char: value for value, char in enumerate("一二三四五六七八九", start=1)} | {"两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_TEN_THOUSAND = 10_000

_ARABIC = r"\d{1,9}(?:\.\d{1,4})?"
_HAN = "[零一二两三四五六七八九十百千万]"
# In 八千一次性 and 两千一起 the last character belongs to the next word.
_NO_NUMERAL = (
    "(?!一(?:个月|个星期|个礼拜|个周|次|块[还付给打转结交儿]|期|周|月|起|并|把|定|直|样|下|共|点|些|般|会|口气|刀|笔勾|"
    "分不|分钱|分都|毛不))"
)
# Nor do the last ones in 两万六月 and 18万7月10号: a month follows the sum.
_NO_MONTH = r"(?!(?<=[百千万w])(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?![供薪租息利底初中末]))"
HAN_NUMBER = (
    rf"(?:(?<![\d.,]){_ARABIC}(?=\s?[百千万]|w(?![a-z]))|{_HAN})"
    rf"(?:{_NO_MONTH}(?:{_ARABIC}|{_NO_NUMERAL}{_HAN})|(?<=\d)w(?![a-z]))*"
)
BEFORE_MONTH = r"(?<![\d廿卅一二两三四五六七八九十])"
"""What does not stand before a month: another digit, but a sum may."""
SMALL_HAN = (
    r"(?:\d{1,4}|[廿卅][一二三四五六七八九]?|[一二两三四五六七八九]?十[一二三四五六七八九]?|"
    r"[一二两三四五六七八九])"
)
_TOKEN = compiled(rf"{_ARABIC}|[零一二两三四五六七八九十百千万w]")


def number_of_han(text: str) -> Fraction | None:
    """350 for 三百五, 15000 for 一万五 and 1.5万; None for 两三百 and whatever else is not one number."""
    tokens = ["万" if part == "w" else part for part in _TOKEN.findall(text)]
    if "万" not in tokens:
        return _section(tokens, None)
    cut = tokens.index("万")
    high = _section(tokens[:cut], None)
    if high is None or "万" in tokens[cut + 1 :]:
        return None
    if high.denominator != 1 and tokens[cut + 1 :]:
        return None
    low = _section(tokens[cut + 1 :], _TEN_THOUSAND) if tokens[cut + 1 :] else Fraction(0)
    return None if low is None else high * _TEN_THOUSAND + low


def small_han(text: str) -> int | None:
    """The value of what SMALL_HAN matches."""
    if text.isdigit():
        return int(text)
    value = number_of_han(text.replace("廿", "二十").replace("卅", "三十"))
    return None if value is None else int(value)


def han_digits(text: str) -> str:
    """6621 for 六六二一; characters that are no digits are left as they are."""
    return "".join(str(_DIGITS[char]) if char in _DIGITS else "0" if char == "零" else char for char in text)


def _section(tokens: list[str], above: int | None) -> Fraction | None:
    """A number below ten thousand; `above` is the unit said just before it."""
    total, at, zero = Fraction(0), 0, False
    while at < len(tokens):
        if tokens[at] == "零":
            if zero or at + 1 == len(tokens) or (above is None and at == 0):
                return None
            zero, at = True, at + 1
            continue
        digit, unit, at = _group(tokens, at)
        if digit is None or (above is not None and unit >= above):
            return None
        if unit == 1 and at < len(tokens):
            return None
        if unit == 1 and above is not None and above >= 100 and not zero and digit < 10:
            unit = above // 10  # 三百五: the unit after the last one said
        if digit * unit >= (above or digit * unit + 1) or (digit.denominator != 1 and at < len(tokens)):
            return None
        total, above, zero = total + digit * unit, unit, False
    return total if tokens else None


def _group(tokens: list[str], at: int) -> tuple[Fraction | None, int, int]:
    """One digit with its unit, and where the next group begins."""
    said = tokens[at]
    if said == "十":
        return Fraction(1), 10, at + 1
    digit = Fraction(_DIGITS[said]) if said in _DIGITS else None
    if digit is None and said[0].isdigit():
        digit = Fraction(said)
    if at + 1 < len(tokens) and tokens[at + 1] in _UNITS:
        return digit, _UNITS[tokens[at + 1]], at + 2
    return digit, 1, at + 1
