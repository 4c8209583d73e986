"""Our display forms of money, days, numbers, telephone numbers and links, turned into words for the ear.

`money.display` and `wording.date_words` write for the eye; `speakable` has the words. Of what is spoken no
digit and no sign is left for a voice to guess at.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from arrears.domain.figures_aloud import (
    decimal_aloud,
    digits_aloud,
    percent_aloud,
    phone_aloud,
    spelled_aloud,
    time_aloud,
)
from arrears.domain.money import Currency, Money
from arrears.domain.people import Language
from arrears.domain.speakable import MONTHS, amount_aloud, date_aloud, number_aloud, ordinal_aloud, year_aloud
from arrears.domain.spoken_sentences import sentences

_EN, _ZH = Language.EN, Language.ZH
_LONGEST = 11
"""Digits of a number that is said as one; longer ones are read out digit by digit."""


@dataclass(frozen=True, slots=True)
class _Ear:
    """For whom the words are."""

    language: Language
    today: date


def aloud(text: str, language: Language, today: date, *, names: tuple[str, ...] = ()) -> str:
    """The text as it is spoken; what has been turned already stays as it is.

    `today` is on the listener's calendar: its year goes unsaid. `names` are spoken as they are written (the
    lender's own, as the law wants it). A sentence with a link is left out.
    """
    ear = _Ear(language, today)
    text, kept = _set_aside(_without_links(text), names)
    text = _FIGURES.sub(lambda match: _FORMS[match.lastgroup or ""](match, ear), text)
    text = _without_signs(text, language)
    for mark, name in kept.items():
        text = text.replace(mark, name)
    return text


def _set_aside(text: str, names: tuple[str, ...]) -> tuple[str, dict[str, str]]:
    """The text with a private sign for each name, so that nothing within a name is read as a figure."""
    kept = {chr(0xE100 + at): name for at, name in enumerate(sorted(names, key=len, reverse=True)) if name}
    for mark, name in kept.items():
        text = text.replace(name, mark)
    return text, kept


_LINK = re.compile(r"https?://[^\s\u3000-\uffef]*[^\s\u3000-\uffef.,;:!?)]", re.IGNORECASE)


def _without_links(text: str) -> str:
    if _LINK.search(text) is None:
        return text
    # A link has full stops of its own, so it is put aside while sentences are told apart.
    marked = _LINK.sub("\ue200", text)
    return "".join(part for part in sentences(marked) if "\ue200" not in part).strip()


_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_MONTH = f"(?:{'|'.join(MONTHS)})"
_SIGNS = {"$": Currency.USD, "NT$": Currency.TWD, "¥": Currency.CNY}
_GROUPED = r"(?:\d{1,3}(?:,\d{3})+|\d+)"
_COUNTABLE = (
    r"(?=\s?(?:days?|weeks?|months?|years?|minutes?|hours?|payments?|times|[天期个笔次周分小年月元块]))"
)

_PATTERNS = {
    "money": rf"(?P<minus>-)?(?P<sign>NT\$|[$¥])(?P<whole>{_GROUPED})(?:\.(?P<cents>\d\d))?(?!\d)",
    "day": (
        rf"(?:(?P<weekday>{_WEEKDAY}),?\s+)?\b(?P<d>\d{{1,2}})\s+(?P<month>{_MONTH})"
        r"(?:\s+(?P<y>\d{4}))?\b"
    ),
    "month_year": rf"(?P<named>{_MONTH})\s+(?P<its_year>\d{{4}})\b",
    "day_zh": (
        r"(?:(?P<y_zh>\d{4})年)?(?P<m_zh>\d{1,2})月(?P<d_zh>\d{1,2})[日号]"
        r"(?P<weekday_zh>\uff08周[一二三四五六日]\uff09)?"
    ),
    "iso": r"(?<!\d)(?P<y_iso>\d{4})-(?P<m_iso>\d\d)-(?P<d_iso>\d\d)(?!\d)",
    "slashes": r"(?<![\d/])(?P<m_us>\d{1,2})/(?P<d_us>\d{1,2})/(?P<y_us>\d{4})(?![\d/])",
    "time": r"(?<!\d)(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?!\d)",
    "phone": (
        r"\+\d[\d ().-]{6,}\d|(?<!\d)\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?!\d)"
        r"|(?<!\d)0?\d{2,3}-\d{7,8}(?!\d)|(?<!\d)400-?\d{3}-?\d{4}(?!\d)"
    ),
    "hotline": rf"(?<!\d)(?:988|911|12356|120|110)(?!\d)(?!{_COUNTABLE})",
    "percent": rf"(?P<percent>{_GROUPED})(?:\.(?P<percent_decimals>\d+))?\s?%",
    "choice": r"(?<![\w.])(?P<choice>\d{1,2})[)\uff09]\s?",
    "range": r"(?<![\w-])(?P<low>\d{1,4})\s?[-\u2013~]\s?(?P<high>\d{1,4})(?![\w-])",
    "ordinal": r"\b(?P<ordinal>\d{1,3})(?:st|nd|rd|th)\b",
    "year_zh": r"(?<!\d)(?P<only_year>(?:19|20)\d\d)年",
    "mixed": r"\b(?=[A-Za-z-]*\d)(?=[\d/-]*[A-Za-z])[A-Za-z0-9]+(?:[-/][A-Za-z0-9]+)*\b",
    "decimal": rf"(?P<decimal>{_GROUPED})\.(?P<decimals>\d+)",
    "number": rf"(?P<number>{_GROUPED})",
}
"""In the order in which they are tried; the name of the outer group tells which one it was."""

_FIGURES = re.compile("|".join(f"(?P<as_{name}>{pattern})" for name, pattern in _PATTERNS.items()), re.ASCII)


def _plain(digits: str) -> int:
    return int(digits.replace(",", ""))


def _money(match: re.Match[str], ear: _Ear) -> str:
    digits = match["whole"].replace(",", "")
    if len(digits) > _LONGEST:
        return digits_aloud(digits, ear.language)
    minor = int(digits) * 100 + int(match["cents"] or 0)
    return amount_aloud(Money(-minor if match["minus"] else minor, _SIGNS[match["sign"]]), ear.language)


def _day(match: re.Match[str], ear: _Ear) -> str:
    year, month = match["y"], MONTHS.index(match["month"]) + 1
    return _on(match, ear, year, month, int(match["d"]), weekday=match["weekday"] is not None)


def _day_zh(match: re.Match[str], ear: _Ear) -> str:
    year, month, day = match["y_zh"], int(match["m_zh"]), int(match["d_zh"])
    return _on(match, ear, year, month, day, weekday=match["weekday_zh"] is not None)


def _iso(match: re.Match[str], ear: _Ear) -> str:
    return _on(match, ear, match["y_iso"], int(match["m_iso"]), int(match["d_iso"]))


def _slashes(match: re.Match[str], ear: _Ear) -> str:
    return _on(match, ear, match["y_us"], int(match["m_us"]), int(match["d_us"]))


def _on(
    match: re.Match[str], ear: _Ear, year: str | None, month: int, day: int, *, weekday: bool = False
) -> str:
    """The day; one of no year is in today's, but for 29 February. What is no day is read out in digits."""
    try:
        on = date(ear.today.year if year is None else int(year), month, day)
    except ValueError:
        leap = year is None and (month, day) == (2, 29)
        if not leap:
            return re.sub(r"\d+", lambda digits: digits_aloud(digits.group(), ear.language), match.group())
        return date_aloud(date(2000, 2, 29), ear.language, date(2000, 1, 1), weekday=False)
    return date_aloud(on, ear.language, ear.today, weekday=weekday)


def _month_year(match: re.Match[str], ear: _Ear) -> str:
    return f"{match['named']} {year_aloud(int(match['its_year']), ear.language)}"


def _choice(match: re.Match[str], ear: _Ear) -> str:
    """The number before one of several things to choose from."""
    number = number_aloud(int(match["choice"]), ear.language)
    return f"{number}, " if ear.language is _EN else f"第{number}，"


def _range(match: re.Match[str], ear: _Ear) -> str:
    low, high = (number_aloud(int(match[end]), ear.language) for end in ("low", "high"))
    return f"{low} to {high}" if ear.language is _EN else f"{low}到{high}"


def _number(match: re.Match[str], ear: _Ear) -> str:
    """A count where it is one; whatever begins with a zero or is very long is read out in digits."""
    digits = match["number"]
    bare = digits.replace(",", "")
    read_out = (len(bare) > 1 and bare.startswith("0")) or (len(bare) > 4 and "," not in digits)
    if read_out or len(bare) > _LONGEST:
        return digits_aloud(bare, ear.language)
    before, after = match.string[: match.start()], match.string[match.end() :]
    counted = _MEASURED.match(after) is not None and not before.endswith("第")
    return number_aloud(int(bare), ear.language, counted=counted)


_MEASURED = re.compile(r"\s?(?:[天期个次种笔份周年小分位块元部条])")


def _ordinal(match: re.Match[str], ear: _Ear) -> str:
    number = int(match["ordinal"])
    return ordinal_aloud(number) if ear.language is _EN else f"第{number_aloud(number, _ZH)}"


_FORMS: dict[str, Callable[[re.Match[str], _Ear], str]] = {
    "as_money": _money,
    "as_day": _day,
    "as_month_year": _month_year,
    "as_day_zh": _day_zh,
    "as_iso": _iso,
    "as_slashes": _slashes,
    "as_time": lambda match, ear: time_aloud(int(match["hour"]), int(match["minute"]), ear.language),
    "as_phone": lambda match, ear: phone_aloud(match.group(), ear.language),
    "as_hotline": lambda match, ear: digits_aloud(match.group(), ear.language),
    "as_percent": lambda match, ear: percent_aloud(
        match["percent"].replace(",", ""), match["percent_decimals"] or "", ear.language
    ),
    "as_choice": _choice,
    "as_range": _range,
    "as_ordinal": _ordinal,
    "as_year_zh": lambda match, ear: year_aloud(int(match["only_year"]), _ZH),
    "as_mixed": lambda match, ear: spelled_aloud(match.group(), ear.language),
    "as_decimal": lambda match, ear: decimal_aloud(
        match["decimal"].replace(",", ""), match["decimals"], ear.language
    ),
    "as_number": _number,
}

_WORDS_FOR = {
    _EN: {
        "&": " and ",
        "/": " or ",
        "+": " plus ",
        "@": " at ",
        "#": " number ",
        "%": " percent ",
        "=": " is ",
    },
    _ZH: {"&": "和", "/": "或", "+": "加", "@": "，", "#": "号", "%": "百分之", "=": "是"},
}
_BETWEEN = re.compile(r"(?<=\w)\s*[\u2013~\uff5e]\s*(?=\w)|(?<=[\u3400-\u9fff])\s*-\s*(?=[\u3400-\u9fff])")
_PAUSE = re.compile(r"[();\u2013\u2014\uff08\uff09\uff1b\n]|(?<!\w)-|-(?!\w)")
_INNER = re.compile(r"(?<=\w)['\u2019](?=\w)")
_INNER_MARK = "\ue201"
_UNSPOKEN = re.compile(r"[^\w\s.,?!:\ue000-\uf8ff\u3001\u3002\uff0c\uff1a\uff1f\uff01-]|_")
_CHINESE = r"[\u3001\u3002\u3400-\u9fff\uff00-\uffef]"
_TIDY = {
    _EN: (
        (re.compile(r"\s+"), " "),
        (re.compile(r"\s+([.,?!:])"), r"\1"),
        (re.compile(r",(?:\s*,)+"), ","),
        (re.compile(r"([.?!:])\s*,"), r"\1"),
        (re.compile(r",\s*([.?!:])"), r"\1"),
    ),
    _ZH: (
        (re.compile(r"\s+"), " "),
        (re.compile(rf"(?<={_CHINESE})\s|\s(?={_CHINESE})"), ""),
        (re.compile(r"，(?:[，、])+"), "，"),
        (re.compile(r"([。？！：])[，、]"), r"\1"),
        (re.compile(r"[，、]([。？！：])"), r"\1"),
    ),
}  # fmt: skip
"""Spaces and pauses that are left over where signs were taken away."""


def _without_signs(text: str, language: Language) -> str:
    """The text with pauses for brackets and semicolons, and a word or nothing for every other sign."""
    pause, to = (", ", " to ") if language is _EN else ("，", "到")
    text = _INNER.sub(_INNER_MARK, text)
    for sign, word in _WORDS_FOR[language].items():
        text = text.replace(sign, word)
    text = _UNSPOKEN.sub(" ", _PAUSE.sub(pause, _BETWEEN.sub(to, text)))
    for pattern, instead in _TIDY[language]:
        text = pattern.sub(instead, text)
    return text.replace(_INNER_MARK, "'").strip(" ,，")
