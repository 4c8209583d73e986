"""Sums of money: numbers with a currency, or plain ones whose place in the sentence makes them money."""

from __future__ import annotations

from fractions import Fraction

from arrears.domain.language.context import elsewhere, refused
from arrears.domain.language.currencies import Mark, mark_beside
from arrears.domain.language.fold import STOPS, Span, compiled
from arrears.domain.language.numbers import Number, Shape, numbers
from arrears.domain.language.readings import AmountKind, AmountReading
from arrears.domain.language.shares import read_shares
from arrears.domain.money import Currency, Money

_WHOLE_MAX = 1_000_000_000  # beyond this the number is no amount anyone owes
_PLAIN_MIN = 10  # "five" alone is more often a count or an hour
_PLAIN_MAX = 99_999  # six digits alone are a one-time code

_PAY_WORDS = (
    r"pay|pays|paying|paid|do|send|sent|give|put|make|manage|afford|offer|in|throw|spare|swing|cover|have|got|start|drop|transfer|"
    r"wire|deposit|settle|scrape|max|limit|budget|can|be|and|then|first|only|just|maybe|or|take|accept|to|raise|lower|reduce|with|"
    r"about|another|least|most|up|like|for|of|how|approx|approximately|roughly|around|you|u|me|the|say|plus|ok|okay|yes|yeah|no|"
    r"sure|now|than|over|exceed|did|said|say|agreed|one|it|from|\ue000"
)
_SAID_TO_BE = (
    r"(?:max|maximum|most|limit|budget|best|have|afford|do|pay|amount|offer)\s+"
    r"(?:(?:i|we)\s+(?:can|could|have|got)\s+(?:\w+\s+)?)?is"
)
_BEFORE_EN = compiled(rf"(?:\b(?:{_PAY_WORDS}|{_SAID_TO_BE})|^|[,;:.!?\ue000~])\s*$")
_NO_MONEY_BEFORE = compiled(
    r"(?:\ue000\s*(?:to|-|through|thru)|\bage\s+of|\bi\s?am|\bi'?m|\bage|\baged|\bs?he's|\bit'?s\s+(?:like|about))\s+(?:only\s+|about\s+)?$"
)
_NEXT_EN = (
    r"(?:a|an|per|each|every|now|down|today|tomorrow|tonight|right|on|by|in|this|next|for|to|at|and|or|but|then|if|is|works?|would|"
    r"will|max|maximum|tops|only|up|first|maybe|until|till|before|from|with|monthly|weekly|biweekly|towards?|ok|okay|please|pls|plz|thx|"
    r"thanks|i|you|u|instead|starting|as|so|because|cuz|bc|good|fine|possible|just|not|over|more|extra|less|asap|it|that|which|can|"
    r"could|since|when|once|after|twice|via|using|into|lol|ya|yeah|tbh|later|bi|semi|max|was|does)\b"
)
_AFTER_EN = compiled(rf"\s*(?:$|[.,;:!?)/\ue000\ue001\"'~-]|{_NEXT_EN})")
_STRONG_AFTER_EN = compiled(
    r"\s*(?:\ue000|(?:down|tops|max|upfront|up\s+front|works?|now|first|each)\b|(?:a|per|every)\s+pay)"
)

_BEFORE_ZH = compiled(
    r"(?:[还付给打转凑拿出交存掏汇]|[你您]们|打给[你您]|先|最多|最少|至少|只[能有]|大概|大约|差不多|约|就|能|可以|要不|再|共|总共|首付|说|是|行|好|不超过|"
    rf"改成|期|减到|降到|加到|[你您]|到|另外|然后|那|嗯|^|[{STOPS},;:!?.\ue000])\s*$"
)
_AFTER_ZH = compiled(
    rf"\s*(?:$|[{STOPS}!?.,;~\ue000\ue001]|[吧行可好左以怎够呢吗啊哈呀给先就还能每一分剩下到然再的都也或和今明后月周这那慢你您钱但不])"
)
_COUNTER = compiled(r"\s*[个天周月年日号点期次岁人位名折%成楼里斤份笔分小时级层间本张件台辆条口只家种倍]")
_TAIL = compiled(r"块([一二三四五六七八九1-9])(?:毛|角)?(?!\d|[个天周月年日号点期次岁人折%成百千万十分楼])")
_CENTS = compiled(r"\s*cents?\b")
_CENTS_JOIN = compiled(r"\s*(?:and\s+)?")


def read_amounts(text: str, currency: Currency, *, chinese: bool, read_before: bool) -> list[AmountReading]:
    """Every amount offered in the folded text, in order; what the borrower refuses or earns is left out."""
    shares, rest = read_shares(text)
    alone = not read_before and not shares
    sums = [
        AmountReading(AmountKind.SUM, Money(minor, currency), None, span)
        for minor, span, meant in _sums(rest, chinese=chinese, alone=alone)
        if currency in meant
    ]
    kept = [
        one for one in [*shares, *sums] if not refused(text, one.span) and not elsewhere(text, one.span[0])
    ]
    return sorted(kept, key=lambda one: one.span)


def _sums(text: str, *, chinese: bool, alone: bool) -> list[tuple[int, Span, frozenset[Currency]]]:
    found: list[tuple[int, Span, frozenset[Currency]]] = []
    for number in numbers(text, chinese=chinese):
        if _CENTS.match(text, number.span[1]):
            found = _with_cents(text, found, number)
            continue
        mark = mark_beside(text, *number.span)
        if mark is None and not _is_money(text, number, alone=alone):
            continue
        value, mark = _with_tail(text, number, mark)
        if value < _PLAIN_MIN and text[mark.end - 1] == "块" and not _AFTER_ZH.match(text, mark.end):
            continue  # 一块儿, a piece of something
        minor = value * 100
        if minor.denominator == 1 and 0 < value <= _WHOLE_MAX:
            found.append((int(minor), (mark.start, mark.end), mark.meant))
    return found


def _with_cents(
    text: str, found: list[tuple[int, Span, frozenset[Currency]]], cents: Number
) -> list[tuple[int, Span, frozenset[Currency]]]:
    """Cents belong to the dollars just before them; alone they are no offer."""
    if not found or not 0 < cents.value < 100 or cents.value.denominator != 1:
        return found
    minor, span, meant = found[-1]
    if not _CENTS_JOIN.fullmatch(text[span[1] : cents.span[0]]):
        return found
    end = cents.span[1] + len((_CENTS.match(text, cents.span[1]) or [""])[0])
    return [*found[:-1], (minor + int(cents.value), (span[0], end), meant)]


def _with_tail(text: str, number: Number, mark: Mark | None) -> tuple[Fraction, Mark]:
    """三块五 is 3.50; without it, the number and its mark as they are."""
    if mark is None:
        return number.value, Mark(frozenset(Currency), *number.span)
    tail = _TAIL.match(text, number.span[1])
    if tail is None:
        return number.value, mark
    tenths = "一二三四五六七八九".find(tail[1]) + 1 or int(tail[1])
    return number.value + Fraction(tenths, 10), Mark(mark.meant, mark.start, tail.end())


def _is_money(text: str, number: Number, *, alone: bool) -> bool:
    """Whether an unmarked number is money by what stands beside it."""
    start, end = number.span
    if number.value < _PLAIN_MIN or (number.plain and number.value > _PLAIN_MAX):
        return False
    if number.plain and text[start] == "0":
        return False
    before = text[:start]
    if _COUNTER.match(text, end) or _NO_MONEY_BEFORE.search(before):
        return False
    if alone and not any(char.isalnum() for char in before + text[end:]):
        return True
    if number.shape is Shape.HAN:
        return bool(_BEFORE_ZH.search(before) and _AFTER_ZH.match(text, end))
    if _STRONG_AFTER_EN.match(text, end):
        return True
    fits_before = _BEFORE_EN.search(before) or _BEFORE_ZH.search(before)
    return bool(fits_before and (_AFTER_EN.match(text, end) or _AFTER_ZH.match(text, end)))
