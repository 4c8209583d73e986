"""A part of the day that is named without an hour, and whether it is wanted: "in the morning", 上午别发."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

from arrears.domain.language.script.fold import compiled, fold
from arrears.domain.times import DailyWindow

_NOON, _EVENING = time(12), time(18)
_PARTS = (
    (compiled(r"\bmornings?\b|上午|早上|早晨|清早|一早"), DailyWindow(time.min, _NOON)),
    (compiled(r"\bafternoons?\b|下午|午后"), DailyWindow(_NOON, _EVENING)),
    (compiled(r"\b(?:evenings?|nights?)\b|晚上|夜里|傍晚|晚间"), DailyWindow(_EVENING, time.max)),
)
_UNWANTED = compiled(
    r"\b(?:not|no|never|nothing|stop|(?:do|ca|wo|should|could|would)n'?t|bad|busy|asleep|sleep\w*)\b|别|不|勿|没|忙"
)
_BETTER = compiled(r"\b(?:better|best|good|great|fine|ok(?:ay)?|works?|instead|rather)\b|再|可以|[行好]|方便")
"""Another part of the day beside the one that is not wanted: "Afternoons are better"."""
_CLAUSES = compiled(r"[,.;!?\n，。；！？]|\b(?:and|but|so)\b|(?<=[\u4e00-\u9fff])\s")
_OF_ANOTHER_DAY = compiled(r"\b(?:this|tomorrow|yesterday|good|last)\s+(?:\w+\s+)?$|[今明昨]天?$|[明后]早$")


@dataclass(frozen=True, slots=True)
class PartOfDay:
    """The hours of it, and whether they want to be written to then."""

    hours: DailyWindow
    wanted: bool


def part_of_day(text: str) -> PartOfDay | None:
    """The one part that is named, or the one that is not wanted; None for that of a single day."""
    named, better = list[PartOfDay](), False
    for clause in _CLAUSES.split(fold(text)):
        for words, hours in _PARTS:
            found = words.search(clause)
            if found is not None and _OF_ANOTHER_DAY.search(clause[: found.start()]) is None:
                named.append(PartOfDay(hours, _UNWANTED.search(clause) is None))
                better |= named[-1].wanted and _BETTER.search(clause) is not None
    unwanted = [each for each in named if not each.wanted]
    return next((few[0] for few in (named, unwanted if better else []) if len(few) == 1), None)
