"""Answers to the identity question: a birth date and the last four digits of a number."""

from __future__ import annotations

from datetime import date

from arrears.domain.language.dates.written import DAY_NUMBER, MONTH_NAME, WrittenDate
from arrears.domain.language.money.numerals_en import FOUR_DIGIT_WORDS, FOUR_DIGIT_WORDS_ALONE, digit_words
from arrears.domain.language.money.numerals_zh import han_digits
from arrears.domain.language.offered.taken_back import corrected
from arrears.domain.language.people.short_births import short_births
from arrears.domain.language.readings import IdentityReading
from arrears.domain.language.script.clauses import clause
from arrears.domain.language.script.fold import NOISE, READ, Span, blank, compiled, spans_of

_BORN_YEARS_BEFORE = 15  # a year further back than this is a birth date, never a payment date

_FOUR = (
    rf"(?<![\d.,/:$¥-])\d{{3}}[\dx](?![\w.,/:%-]*\d)(?![a-z])|"
    rf"[零一二三四五六七八九]{{3}}[零一二三四五六七八九叉]|{FOUR_DIGIT_WORDS}"
)
_CUE_BEFORE = (
    r"(?:last\s+(?:four|4)(?:\s+digits?)?|\blast4|ending(?:\s+in|\s+with)?|\bends?\s+(?:in|with)|\b(?:card|acc(?:oun)?t|number)\s+ends|"
    r"(?:ssn|social|card|acc(?:oun)?t)\s+tail|ssn|social(?:\s+security)?(?:\s+number)?|尾号(?:[四4][位个](?:数字?)?)?|卡尾|卡末|[后末尾]面?[四4][位个码](?:数字?)?|尾数)"
)
_JOIN = (
    r"(?:\s*(?:of|on|for|my|the|ssn|social|security|card|number|digits?|is|are|it|it's|its|was|"
    r"数字|是|为|:|,|;|-|\uff0c|=|#))*\s*"
)
_CUED = compiled(rf"{_CUE_BEFORE}{_JOIN}((?<=[:=])\d{{3}}[\dx](?!\w)|{_FOUR})")
_CUED_AFTER = compiled(
    rf"({_FOUR})[\s,]*(?:is|are|as|it's|是)?\s*(?:my|the|我的?)?\s*(?:last\s+(?:four|4)|last4|尾号|最?[后末]面?那?[四4][位个])"
)
_ANY_FOUR = compiled(_FOUR.replace(FOUR_DIGIT_WORDS, FOUR_DIGIT_WORDS_ALONE))
_ALONE = compiled(
    rf"^\W*(?:(?:it's|its|it is|is|that's|yes|yeah|ok|okay|sure|是|好的?|对|嗯)[\s,:\uff0c]*)*({_FOUR})\W*$"
)
_YEAR_SAID = compiled(r"^\W*(?:it'?s|it\s+is|that's|是)\s*(?:19|20)\d\d\W*$")
_BIRTHDAY = compiled(
    rf"(?:born|birthday|bday|b-day|\bdob|birth\s?date|date\s+of\s+birth|生日|出生)(?:\s*(?:is|was|on|:|in|日期?|是|于|的))*\s*"
    rf"(?:\d{{1,2}}/\d{{1,2}}|{MONTH_NAME}\.?\s+{DAY_NUMBER}|{DAY_NUMBER}\s+(?:of\s+)?{MONTH_NAME}"
    r"|[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}[号日]?)(?!\w)"
)


_BIRTH_TOLD = compiled(
    r"\bborn\b|\bbirthday\b|\bb-?day\b|\bdob\b|birth\s?date|date\s+of\s+birth|生日|出生|年生|月生|号生的"
)
_CELEBRATED = compiled(
    r"\b(?:got|has|have|having|celebrat\w+|for|it'?s|cause\s+of)\s+(?:\w+(?:'s)?\s+){0,3}(?:birthday|b-?day)\b"
    r"|过(?:个|了|完)?生日"
)


def tells_birth(text: str, span: Span) -> bool:
    """Whether the clause around a date speaks of a birthday, so that without a year it is no payment date.

    A birthday that is kept after it is the reason for another day: "to the 20th my kid got a birthday".
    """
    start, end = clause(text, span)
    if _CELEBRATED.search(text[span[1] : end]) is not None:
        return False
    return _BIRTH_TOLD.search(text[start:end]) is not None


def birth_limit(today: date) -> date:
    """A written date before this one is a birth date."""
    return date(today.year - _BORN_YEARS_BEFORE, today.month, min(today.day, 28))


def read_identity(text: str, dates: list[WrittenDate], today: date) -> tuple[IdentityReading | None, str]:
    """The reading, and the text with all that belongs to it overwritten.

    Four digits that are the whole message are read here and left in the text, since they may be an amount.
    """
    dates = dates or short_births(text, today)
    old = [one for one in dates if (one.on or date(one.year, 12, 31)) < birth_limit(today)]
    births = {one.on for one in old if one.on is not None}
    text = blank(text, [one.span for one in old])
    # A birthday without its year proves nothing, and is no payment date either.
    text = blank(text, spans_of(_BIRTHDAY, text), NOISE)
    last4, where, text = _last_four(text, near_birth=bool(old))
    birth_on = births.pop() if len(births) == 1 else None
    if birth_on is None and last4 is None:
        return None, text
    return IdentityReading(birth_on, last4, old[0].span if birth_on else None, where), text


def _last_four(text: str, *, near_birth: bool) -> tuple[str | None, Span | None, str]:
    cued = [*_CUED.finditer(text), *_CUED_AFTER.finditer(text)]
    if cued:
        said = [(match[1], match.span(1)) for match in cued]
        after = [(match.group(), match.span()) for match in _ANY_FOUR.finditer(text, said[-1][1][1])]
        if len(said) == 1 and corrected(text, [said[0][1], *(span for _, span in after[:1])]):
            said = after[:1]
        last4, where = _agreed(said)
        return last4, where, blank(text, [*(match.span() for match in cued), *(span for _, span in said)])
    if near_birth:
        loose = [(match.group(), match.span()) for match in _ANY_FOUR.finditer(text)]
        last4, where = _agreed(loose)
        return last4, where, blank(text, [span for _, span in loose])
    alone = _ALONE.match(text)
    if alone is None or _YEAR_SAID.match(text) or READ in text or "x" in alone[1]:
        return None, None, text
    return _digits(alone[1]), alone.span(1), text


def _agreed(found: list[tuple[str, Span]]) -> tuple[str | None, Span | None]:
    """The four digits where all that were said are the same."""
    values = {_digits(words) for words, _ in found}
    return (values.pop(), found[0][1]) if len(values) == 1 else (None, None)


def _digits(four: str) -> str:
    if four[0].isdigit():
        return four.upper()
    return digit_words(four) if four.isascii() else han_digits(four.rstrip("叉")) + "X" * four.endswith("叉")
