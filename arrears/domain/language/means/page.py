"""A turn with its sums found, and the words on either side of each."""

from __future__ import annotations

from dataclasses import dataclass

from arrears.domain.language.money.currencies import mark_beside
from arrears.domain.language.money.number import Number
from arrears.domain.language.money.numbers import numbers
from arrears.domain.language.script.fold import READ, Span, blank, compiled, fold, has_han
from arrears.domain.language.script.noise import silence_long_numbers
from arrears.domain.money import Currency

_PLAIN_MIN = 20  # below it an unmarked number is a count, an hour or a day
_WHOLE_MAX = 1_000_000_000
_COUNTED = compiled(
    r"[%a-z\u2019']|\s*-?\s*(?:people|kids?|children|percent|per\s?cent|pct|hours?|hrs?|"
    r"min(?:ute)?s?|years?|yrs?|"
    r"months?|weeks?|wks?|days?|miles?|payments?|pmts?|instal\w+|times|employees|workers|customers|"
    r"am|pm|o'?clock|st|nd|rd|th|credit|score|percent|shifts?|jobs?)\b|\s*(?:的?百分|"
    r"折|成(?!本)|[个天周月年日号点期次岁人位名%楼倍份])"
)
_NOW = r"\b(?:now(?!\s+that)|nowadays|these\s+days|currently|today)\b|现在|如今|目前|眼下"
_NOW_AT = compiled(_NOW)
_HARD = (
    r"[.;!?,\uff0c\u3002\uff1b\uff01\uff1f\u3001\n]|\b(?:but|however|though|although|because|cuz|bc|"
    r"coz|cause|since|"
    rf"(?<!back )then|while|except|meaning)\b|\b(?<!or )so\b|但|可是|不过|只是|所以|因为|{_NOW}"
    rf"|(?<=[\u4e00-\u9fff{READ}])\s+(?=[\u4e00-\u9fff])"
)
_SOFT = rf"{_HARD}|\b(?<!\bme )(?:and|plus)\b|&|\+|还有|另外|加上|外加"
_HARD_AT, _SOFT_AT = compiled(_HARD), compiled(_SOFT)


@dataclass(frozen=True, slots=True)
class Said:
    """A sum of money and where it stands; a range has two ends, in minor units."""

    low: int
    high: int
    span: Span


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The words around a sum; other sums are a mark of their own."""

    before: str  # of its clause, after the sum before it
    after: str  # of its clause, up to the next sum
    sentence: str  # before it, across "and" and other sums, from the last mark of punctuation
    said_now: bool  # the clause begins with "now"
    added: bool  # the clause adds to the one before: "and", 还有


@dataclass(frozen=True, slots=True)
class MeansPage:
    """The folded text, its sums overwritten by READ, and the sums in order."""

    text: str
    sums: tuple[Said, ...]

    def around(self, at: int) -> Surroundings:
        """What is said around the sum of that number."""
        start, end = self.sums[at].span
        before_it = self.sums[at - 1].span[1] if at else 0
        next_one = self.sums[at + 1].span[0] if at + 1 < len(self.sums) else len(self.text)
        soft = [match for match in _SOFT_AT.finditer(self.text) if match.end() <= start]
        opened = soft[-1].end() if soft else 0
        closed = _SOFT_AT.search(self.text, end)
        hard = [match.end() for match in _HARD_AT.finditer(self.text) if match.end() <= start]
        return Surroundings(
            before=self.text[max(opened, before_it) : start],
            after=self.text[end : min(next_one, closed.start() if closed else next_one)],
            sentence=self.text[hard[-1] if hard else 0 : start],
            said_now=bool(soft) and opened >= before_it and _NOW_AT.fullmatch(soft[-1].group()) is not None,
            added=any(match.start() >= before_it and not _HARD_AT.fullmatch(match.group()) for match in soft),
        )


def page_of(text: str, *, chinese: bool, currency: Currency) -> MeansPage:
    """The turn as a page; a sum in another currency than the account's is none."""
    plain = silence_long_numbers(fold(text))
    found = [
        said
        for number in numbers(plain, chinese=chinese or has_han(plain))
        if (said := _said(plain, number, currency)) is not None
    ]
    return MeansPage(blank(plain, [one.span for one in found]), tuple(found))


def _said(text: str, number: Number, currency: Currency) -> Said | None:
    mark = mark_beside(text, *number.span)
    low = number.value * 100
    high = max(number.otherwise * 100, low) if number.rough and number.otherwise else low
    if low.denominator != 1 or high.denominator != 1 or not 0 < number.value <= _WHOLE_MAX:
        return None
    if mark is None:
        counts = number.value < _PLAIN_MIN or _COUNTED.match(text, number.span[1]) is not None
        return None if counts else Said(int(low), int(high), number.span)
    return Said(int(low), int(high), (mark.start, mark.end)) if currency in mark.meant else None
