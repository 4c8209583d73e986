"""How often: caps over rolling calendar days, in every zone the person may be in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from tools.verifier.world import (
    ELECTRONIC,
    INITIATED,
    SMS,
    VOICE,
    Contact,
    Situation,
    Violation,
    days_between,
)

RESEARCHED = ("MA", "NY", "CA", "FL", "WA", "DC", "TX")
"""States whose own limits the reference knows; every other one gets its strict default (row OTHERS)."""

CALLS_APART = timedelta(hours=3)
MEDIA = frozenset({SMS, VOICE, "email"})


@dataclass(frozen=True, slots=True)
class Cap:
    """At most so many contacts of these media, this one included, over so many calendar days."""

    rule: str
    most: int
    days: int
    media: frozenset[str]
    per_loan: bool = True
    at_work: bool | None = None  # only contacts at work (True), only elsewhere (False)
    connected: bool = False  # only what reached the person's telephone; else an attempt is enough


CALLS, TEXTS, BOTH = frozenset({VOICE}), frozenset({SMS}), frozenset({SMS, VOICE})
USA = (
    Cap("USF-FREQ-1", 7, 7, CALLS, connected=True),
    Cap("USF-HARASS-1", 2, 1, CALLS, per_loan=False, connected=True),
    Cap("USF-HARASS-1", 1, 1, TEXTS, per_loan=False),
    Cap("USF-HARASS-1", 3, 7, TEXTS, per_loan=False),
    Cap("USF-HARASS-1", 8, 7, MEDIA, per_loan=False, connected=True),
)
MASSACHUSETTS = (
    Cap("MA-FREQ-1", 2, 7, BOTH, at_work=False, connected=True),
    Cap("MA-FREQ-2", 2, 30, BOTH, at_work=True, connected=True),
)
NEW_YORK_CITY = (Cap("NYC-FREQ-1", 3, 7, MEDIA),)
COLUMBIA = (Cap("DC-FREQ-1", 4, 7, CALLS), Cap("DC-FREQ-2", 5, 7, ELECTRONIC))
WASHINGTON = (
    Cap("WA-FREQ-1", 3, 7, MEDIA, per_loan=False),
    Cap("WA-FREQ-1", 1, 7, MEDIA, per_loan=False, at_work=True),
)
UNRESEARCHED = (Cap("OTHERS", 2, 7, CALLS, per_loan=False), Cap("OTHERS", 1, 7, TEXTS, per_loan=False))
"""The reference does not say whether a debt or a person has these: the stricter reading."""

AUSTRALIA = (Cap("AU-TIME", 3, 7, MEDIA, per_loan=False), Cap("AU-TIME", 10, 31, MEDIA, per_loan=False))
HOUSE = (Cap("HOUSE-TOUCHES", 8, 7, MEDIA, per_loan=False),)
"""House policy where the law names no number (policy/packs, P-TOUCHES-1)."""

CHINA = (
    Cap("CN-FREQ-P", 1, 1, TEXTS, per_loan=False),
    Cap("CN-FREQ-P", 3, 7, TEXTS, per_loan=False),
)
"""House policy as well: the Chinese numbers are about calls alone."""


def caps(case: Situation) -> Iterator[Violation]:
    if not case.initiated or case.asked_for:
        return
    earlier = _counted(case)
    for cap in _caps_of(case):
        yield from _over(case, cap, earlier)
    if case.contact.channel == VOICE:
        yield from _calls(case, earlier)


def _counted(case: Situation) -> list[Contact]:
    oldest = case.contact.at - timedelta(days=32)
    return [
        made
        for made in case.history.contacts
        if oldest < made.at <= case.contact.at and made.purpose in INITIATED and made.outcome != "failed"
    ]


def _caps_of(case: Situation) -> Iterator[Cap]:
    if "AU" in case.places:
        yield from AUSTRALIA
    if "CN" in case.places:
        yield from CHINA
    if not case.places & {"US", "CN", "AU"}:
        yield from HOUSE
    if not case.in_us:
        return
    yield from USA
    if case.loan.consumer and case.may_be_in("MA"):
        yield from MASSACHUSETTS
    if case.loan.consumer and in_new_york_city(case):
        yield from NEW_YORK_CITY
    if case.loan.consumer and case.loan.days_late > 30 and case.may_be_in("DC"):
        yield from COLUMBIA
    if case.loan.third_party and case.may_be_in("WA"):
        yield from WASHINGTON
    if case.person.region not in RESEARCHED:
        yield from UNRESEARCHED


def in_new_york_city(case: Situation) -> bool:
    """Whether the person may be in New York City: yes when the city is unknown."""
    return case.may_be_in("NY") and case.person.city in (None, "New York")


def _over(case: Situation, cap: Cap, earlier: list[Contact]) -> Iterator[Violation]:
    if case.contact.channel not in cap.media or not _place_matters(case, cap, case.contact):
        return
    counted = [made for made in earlier if made.channel in cap.media and _place_matters(case, cap, made)]
    if cap.connected:
        counted = [made for made in counted if made.reached_the_network]
    if cap.per_loan:
        counted = [made for made in counted if made.case == case.contact.case]
    if len(counted) < cap.most:
        return
    for zone in case.zones or ("America/New_York",):
        within = sum(days_between(made.at, case.contact.at, zone) < cap.days for made in counted)
        if within >= cap.most:
            media = "/".join(sorted(cap.media))
            yield Violation(cap.rule, f"{within} by {media} in {cap.days} days already, at most {cap.most}")
            return


def _place_matters(case: Situation, cap: Cap, contact: Contact) -> bool:
    return cap.at_work is None or case.person.number(contact.number).work is cap.at_work


def _calls(case: Situation, earlier: list[Contact]) -> Iterator[Violation]:
    now = case.contact.at
    dialled = [made for made in earlier if made.channel == VOICE]
    calls = [made for made in dialled if made.reached_the_network]
    if case.in_us:
        if any(now - made.at < CALLS_APART for made in calls):
            yield Violation("USF-HARASS-1", "less than three hours after another call")
        yield from _talked(case, calls)
    if "CN" in case.places:
        yield from _china(case, calls)
    if case.in_us and case.number.line == "landline" and not _agreed(case):
        yield from _without_agreement(case, [made for made in dialled if made.number == case.number.id])


def _without_agreement(case: Situation, calls: list[Contact]) -> Iterator[Violation]:
    zones = case.zones or ("America/New_York",)
    if any(sum(days_between(made.at, case.contact.at, zone) < 30 for made in calls) >= 3 for zone in zones):
        yield Violation("TCPA-AIV-2", "three artificial-voice calls in 30 days without consent")


def _agreed(case: Situation) -> bool:
    return any(
        said.what == "consent" and said.number in (None, case.number.id) and said.channel in (None, VOICE)
        for said in case.history.words_before(case.contact.at)
    )


def _talked(case: Situation, calls: list[Contact]) -> Iterator[Violation]:
    talks = [made.at for made in calls if made.talked and made.case == case.contact.case]
    talks += [
        said.at
        for said in case.history.words_before(case.contact.at)
        if said.what == "called" and said.case in (None, case.contact.case)
    ]
    for zone in case.zones or ("America/New_York",):
        if any(days_between(talk, case.contact.at, zone) < 7 for talk in talks):
            yield Violation("USF-FREQ-2", f"a conversation about this debt within seven days ({zone})")
            return


def _china(case: Situation, calls: list[Contact]) -> Iterator[Violation]:
    for zone in case.zones:
        today = [made for made in calls if days_between(made.at, case.contact.at, zone) == 0]
        if sum(made.outcome == "answered" for made in today) >= 3:
            yield Violation("CN-FREQ-1", "three effective calls to the debtor that day already")
        unanswered = [made for made in today if made.outcome != "answered" and made.number == case.number.id]
        if len(unanswered) >= 6:
            yield Violation("CN-FREQ-2", "six unanswered calls to the number that day already")
