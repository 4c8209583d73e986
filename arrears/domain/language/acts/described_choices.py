"""Which of the offers before them somebody takes by what it is like: "the weekly one", 少的那个."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from arrears.domain.language.acts.choices import PRAISE, TAKE, YES
from arrears.domain.language.money.numerals_en import SMALL_COUNT, small_count
from arrears.domain.language.money.numerals_zh import SMALL_HAN, small_han
from arrears.domain.language.readings import Frequency
from arrears.domain.language.script.fold import compiled, fold


class Size(StrEnum):
    """What an offer is beside the others."""

    SMALLER = "smaller"  # its payments
    LARGER = "larger"
    SHORTER = "shorter"  # until all is paid
    LONGER = "longer"


@dataclass(frozen=True, slots=True)
class Parts:
    """In so many payments."""

    count: int
    alike: bool = False  # of one sum: "the two halves"


type Trait = Frequency | Size | Parts

_RHYTHMS: tuple[tuple[Frequency, str, str], ...] = (
    (
        Frequency.BIWEEKLY,
        r"bi-?weekly|fortnightly|(?:every|by\s+the)\s+(?:two|2|other|second)\s+weeks?",
        r"[每按]?(?:两|2|二|双|隔)个?(?:周|星期|礼拜)",
    ),
    (Frequency.SEMIMONTHLY, r"semi-?monthly|twice\s+a\s+month", r"[每按]?半个?月"),
    (Frequency.WEEKLY, r"weekly|(?:every|each|by\s+the|per)\s+week", r"[每按]个?(?:周|星期|礼拜)|周付"),
    (Frequency.MONTHLY, r"monthly|(?:every|each|by\s+the|per)\s+month", r"(?:每个?|按)月|月付"),
)
_SIZES: tuple[tuple[Size, str, str], ...] = (
    (Size.SMALLER, r"small(?:er|est)|low(?:er|est)|less(?:er)?|light(?:er|est)|least", r"少|小|低"),
    (Size.LARGER, r"bigg(?:er|est)|large(?:r|st)|high(?:er|est)", r"多|大|高"),
    (Size.SHORTER, r"short(?:er|est)|quick(?:er|est)|fast(?:er|est)|soon(?:er|est)", r"短|快"),
    (Size.LONGER, r"long(?:er|est)|slow(?:er|est)", r"长|慢"),
)
_TRAITS: tuple[tuple[Frequency | Size, str, str], ...] = (*_RHYTHMS, *_SIZES)


def _any_of(traits: Sequence[tuple[Frequency | Size, str, str]], at: int) -> str:
    return "|".join(f"(?P<{trait}>{words[at]})" for trait, *words in traits)


_HALVES_EN = r"(?P<halves>(?:two\s+|2\s+)?halves|half\s+and\s+half)"
_PARTS_EN = rf"(?P<parts>{SMALL_COUNT})\s+(?:equal\s+)?(?:payments|instal?lments|parts)"
_HALVES_ZH = r"(?P<halves>一半一半|两个一半|各一半|对半)"
_PARTS_ZH = rf"分?(?P<parts>{SMALL_HAN})[次笔期]"
_THING = r"(?:one|option|plan|offer|choice|payments?|instal?lments?|amounts?|sums?|schedule|arrangement|term)"
_ENGLISH = compiled(
    rf"{YES}{TAKE}"
    rf"(?:(?:the\s+)?(?:one\s+)?(?:{_any_of(_RHYTHMS, 0)})(?:\s+{_THING})?"
    # "Smaller payments" alone asks for smaller ones than either.
    rf"|(?:the\s+(?:one|plan|option|offer)\s+)?(?:with\s+)?the\s+(?:{_any_of(_SIZES, 0)})(?:\s+{_THING})*"
    rf"|(?:the\s+(?:one|plan|option|offer)\s+)?(?:(?:with|in)\s+)?(?:the\s+)?(?:{_HALVES_EN}|{_PARTS_EN})(?:\s+{_THING})?(?:\s+like\s+that)?)"
    rf"{PRAISE}[\s.!)]*"
)
_OF_ZH = r"(?:每[期次月周]|金额|钱|时间|还得)?"
_THING_ZH = r"的(?:[那这]一?[个种款项]|方案|方式)"
_MANDARIN = compiled(
    r"(?:[\s,\uff0c。.!]|那|就|嗯|好的?|好吧|行|可以|我们?|想|要|还是|选择?|挑|按照?|用|走|觉得)*"
    rf"(?:(?:{_any_of(_RHYTHMS, 1)})(?:来?[还付交])?(?:{_THING_ZH})?"
    rf"|{_OF_ZH}(?:{_any_of(_SIZES, 1)})(?:一?[点些])?{_THING_ZH}"
    rf"|(?:{_HALVES_ZH}|{_PARTS_ZH})来?[还付交]?清?(?:{_THING_ZH}))"
    r"(?:[\s,\uff0c。.!]|吧|来|办|好了?|可以|行|就行|就好|谢谢|啊|呀|的)*"
)


def described(text: str) -> Trait | None:
    """What the offer is like that they take; None for anything more than such a choice, or none."""
    plain = fold(text).strip(" \t\n\"'()")
    match = _ENGLISH.fullmatch(plain) or _MANDARIN.fullmatch(plain)
    if match is None:
        return None
    if match["halves"] is not None:
        return Parts(2, alike=True)
    if (words := match["parts"]) is not None:
        count = small_count(words) if words.isascii() else small_han(words)
        return None if count is None else Parts(count)
    return next(trait for trait, *_ in _TRAITS if match[trait] is not None)
