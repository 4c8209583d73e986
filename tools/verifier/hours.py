"""Hours: the local time of every place the person may be in, and the hours they asked to be left alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from tools.verifier.world import VOICE, Situation, Violation, australian_holidays, local

EIGHT, NINE_EVENING, TEN_EVENING = time(8), time(21), time(22)
STEP = timedelta(minutes=30)
COUNTRY_HOURS = {
    "US": ("USF-TIME-1", EIGHT, NINE_EVENING),
    "CN": ("CN-TIME", EIGHT, TEN_EVENING),
    "IN": ("IN-TIME", EIGHT, time(19)),
    "SG": ("HOUSE-TIME", EIGHT, time(20)),
    "PH": ("PH-TIME", time(6), TEN_EVENING),
}
HOUSE_HOURS = ("HOUSE-TIME", EIGHT, NINE_EVENING)
"""Where the law names no hours: the house default (Singapore's is shorter; policy/packs, P-WINDOW-1)."""

COMMON_US_HOURS = (time(11), NINE_EVENING)
"""Eastern time, when nothing tells where in the United States somebody is: the lower 48 share it."""


def hours(case: Situation) -> Iterator[Violation]:
    if not case.initiated or case.asked_for:
        return  # an answer in a conversation the person started, or what no hour may hold back
    yield from _closed(case, case.contact.at, "at")
    late = case.contact.valid_until
    if late is not None and late > case.contact.at:
        yield from _delivered_late(case, late)
    yield from _asked_to_avoid(case)


def _closed(case: Situation, at: datetime, word: str) -> Iterator[Violation]:
    if not case.zones:
        eastern = local(at, "America/New_York").time()
        words = f"{word} {eastern:%H:%M} Eastern, and nothing tells where they are"
        if not COMMON_US_HOURS[0] <= eastern < COMMON_US_HOURS[1]:
            yield Violation("USF-TIME-1", words)
        elif eastern < time(12) and _artificial_voice(case) and case.may_be_in("CA"):
            yield Violation("CA-ADAD-1", words)
        return
    for zone in case.zones:
        wall = local(at, zone)
        for place in sorted(case.places):
            rule, opens, closes = _window(case, place, wall)
            if not opens <= wall.time() < closes:
                yield Violation(
                    rule, f"{word} {wall:%a %H:%M} in {zone}, outside {opens:%H:%M}-{closes:%H:%M}"
                )


def _window(case: Situation, place: str, wall: datetime) -> tuple[str, time, time]:
    weekend = wall.weekday() >= 5
    if place == "GB":
        return ("UK-TIME", time(9), time(17)) if wall.weekday() == 6 else ("UK-TIME", EIGHT, time(20))
    if place == "AU":
        return _australia(case, wall, weekend)
    if place == "US" and _artificial_voice(case) and case.may_be_in("CA"):
        return "CA-ADAD-1", time(9), NINE_EVENING
    return COUNTRY_HOURS.get(place, HOUSE_HOURS)


def _artificial_voice(case: Situation) -> bool:
    return case.contact.channel == VOICE and case.contact.artificial


def _australia(case: Situation, wall: datetime, weekend: bool) -> tuple[str, time, time]:
    if wall.date() in australian_holidays(wall.year):
        return "AU-TIME", time(0), time(0)  # closed all day
    if case.number.work:
        return "AU-TIME", *((time(0), time(0)) if weekend else (time(9), time(17)))
    return "AU-TIME", time(9) if weekend else time(7, 30), NINE_EVENING


def _delivered_late(case: Situation, late: datetime) -> Iterator[Violation]:
    """Every half hour of the time in which the carrier may still deliver it; the end itself is not in it."""
    at, last = case.contact.at + STEP, late - timedelta(microseconds=1)
    while at < last:
        yield from _late(case, at)
        at += STEP
    yield from _late(case, last)


def _late(case: Situation, at: datetime) -> Iterator[Violation]:
    for violation in _closed(case, at, "deliverable still at"):
        yield Violation("TW-QUEUE", violation.words)


def _asked_to_avoid(case: Situation) -> Iterator[Violation]:
    for said in case.history.words_before(case.contact.at):
        if said.what != "avoid" or said.hours is None:
            continue
        opens, closes = said.hours
        for zone in case.zones or ("America/New_York",):
            wall = local(case.contact.at, zone).time()
            inside = opens <= wall < closes if opens < closes else wall >= opens or wall < closes
            if inside:
                avoided = f"{opens:%H:%M}-{closes:%H:%M}"
                yield Violation("USF-TIME-2", f"{wall:%H:%M} in {zone}: asked us to avoid {avoided}")
