"""The hours of each day in which to leave them alone: until an hour, from it on, or a part of the day."""

from __future__ import annotations

from datetime import time

from arrears.domain.language.readings import Certainty
from arrears.domain.language.script.fold import compiled, fold
from arrears.domain.language.times.parts_of_day import part_of_day
from arrears.domain.language.times.times_of_day import read_times
from arrears.domain.times import DailyWindow

_BEFORE = compiled(r"(?:^|.*\b)(?:before|til+|until)\s*$")
_AFTER = compiled(r"(?:^|.*\b)(?:after|past|from)\s*$")
_BEFORE_ZH, _AFTER_ZH = compiled(r"钟?(?:以前|之前|前)"), compiled(r"钟?(?:以后|之后|过后|后)")
_NOT = compiled(r"\b(?:not|no|never|nothing|stop|(?:do|did|ca|wo|should|could|would)n'?t)\b|别|不|勿|没")
_HOUR = compiled(r"\d|noon|midnight|[中正]午")
_ENDS_CLAUSE = compiled(r"[,.;!?，。；！？]|\b(?:and|but|so)\b|(?<=[\u4e00-\u9fff])\s")


def hours_to_avoid(text: str) -> DailyWindow | None:
    """None where no such hour or part is named, or more than one."""
    plain = fold(text)
    times = [each for each in read_times(plain) if each.certainty is not Certainty.UNSURE]
    if not times:
        part = part_of_day(text)
        return None if part is None or part.wanted else part.hours
    if len(times) != 1:
        return None
    start, end = times[0].span
    words, rest = plain[start:end], plain[end:]
    hour = _HOUR.search(words)
    led = plain[: start + (hour.start() if hour else len(words))]
    after = _AFTER.match(led) is not None or _AFTER_ZH.match(rest) is not None
    if not after and _BEFORE.match(led) is None and _BEFORE_ZH.match(rest) is None:
        return None
    clause = _ENDS_CLAUSE.split(led)[-1] + rest[:6]
    at = time.fromisoformat(times[0].value[:5])
    if at == time.min:
        return None  # it would be the whole day
    until = after != (_NOT.search(clause) is not None)
    return DailyWindow(time.min, at) if until else DailyWindow(at, time.max)
