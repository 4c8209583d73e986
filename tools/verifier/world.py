"""Who was contacted, what they said, and what was done: the facts a contact is judged by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

OUTREACH, REPLY, CONFIRMATION, CRISIS, SUPERVISOR, NOTICE = (
    "outreach",
    "reply",
    "opt_out_confirmation",
    "crisis",
    "supervisor",
    "notice",
)
CALLBACK, CONSENT_REQUEST, CEASE_NOTICE, LOCATION = "callback", "consent_request", "cease_notice", "location"
INITIATED = frozenset({OUTREACH, CALLBACK, CONSENT_REQUEST, LOCATION})
"""Purposes of contacts that we begin; the others answer, or are what the law itself wants said."""

SMS, VOICE, WEB, EMAIL = "sms", "voice", "web", "email"
ELECTRONIC = frozenset({SMS, EMAIL})

NOT_CONNECTED = frozenset({"busy", "failed", "not_in_service", "undelivered"})
"""What the network never brought to the person: no contact for any count (1006.14(b)(3)(ii))."""

AUSTRALIA = tuple(
    f"Australia/{city}" for city in ("Perth", "Adelaide", "Darwin", "Brisbane", "Sydney", "Hobart")
)
ZONES_OF = {
    "CN": ("Asia/Shanghai",),
    "IN": ("Asia/Kolkata",),
    "GB": ("Europe/London",),
    "PH": ("Asia/Manila",),
    "SG": ("Asia/Singapore",),
    "HK": ("Asia/Hong_Kong",),
    "TW": ("Asia/Taipei",),
    "AU": AUSTRALIA,
}


@dataclass(frozen=True, slots=True)
class Number:
    """A number, and where it may ring."""

    id: str
    country: str
    line: str = "mobile"  # mobile, landline, unknown
    zones: tuple[str, ...] = ()
    work: bool = False
    region: str | None = None  # of its area code


@dataclass(frozen=True, slots=True)
class Loan:
    """One debt."""

    id: str
    relationship: str = "first_party"  # first_party, third_party, unknown
    purpose: str = "consumer"  # consumer, commercial, unknown
    days_late: int = 60
    product: str = ""

    @property
    def third_party(self) -> bool:
        return self.relationship != "first_party"

    @property
    def consumer(self) -> bool:
        return self.purpose != "commercial"


@dataclass(frozen=True, slots=True)
class Person:
    """A borrower as they truly are (or, with unknowns as None, as somebody knows them)."""

    id: str
    country: str | None
    region: str | None = None
    city: str | None = None
    zones: tuple[str, ...] = ()  # where they are and of every address
    numbers: tuple[Number, ...] = ()
    loans: tuple[Loan, ...] = ()

    def number(self, wanted: str) -> Number:
        return next(number for number in self.numbers if number.id == wanted)

    def loan(self, wanted: str) -> Loan:
        return next(loan for loan in self.loans if loan.id == wanted)


@dataclass(frozen=True, slots=True)
class Said:
    """One thing a person said or the lender learnt, by what it means.

    `what`: consent, details (texts may tell what was agreed), stop, start, medium, not_at_work,
    wrong_number, cease, refused, dispute, attorney, debt_adviser, hardship, self_harm, bankruptcy,
    deceased, minor, identity_theft, complaint, breathing_space, avoid (hours), called (they rang and
    talked about the loan), callback (they asked to be called, until `until`), message (nothing with an
    effect), approval_asked (the message asks for what a person must decide), approval_decided (they did,
    or it lapsed), plan_agreed, and lifted (a named person cleared the status in `about`). `about` is also
    the id of the approval.
    """

    at: datetime
    what: str
    channel: str | None = None  # the medium meant; None: every one
    number: str | None = None
    case: str | None = None  # None: every one
    hours: tuple[time, time] | None = None
    until: datetime | None = None
    about: str = ""
    message: str = ""  # the inbound message that said it
    written: bool = True


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact made, or to be judged."""

    at: datetime
    channel: str
    number: str
    case: str
    text: str = ""
    purpose: str = OUTREACH
    languages: tuple[str, ...] = ("en",)
    carrier: str = "twilio"
    lender: str = ""
    outcome: str = "delivered"  # or answered, no_answer, voicemail, busy, failed, not_in_service, undelivered
    talked: bool = False  # a telephone conversation about the debt took place
    verified: bool = False  # identity was verified
    speaks_of_debt: bool = False
    answers: str = ""  # the inbound message it replies to
    in_call: bool = False  # spoken on a call that is on: nothing was dialled for it
    of_plan: bool = False  # a welcome, reminder or thanks that belongs to a plan they agreed
    artificial: bool = True  # a machine speaks
    left: str | None = None  # what was left on a machine, in a person's voice; None: nothing was
    valid_until: datetime | None = None  # the carrier may still deliver it until then

    @property
    def reached_the_network(self) -> bool:
        return self.outcome not in NOT_CONNECTED


@dataclass(slots=True)
class History:
    """What happened to one person, oldest first."""

    contacts: list[Contact] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)

    def words_before(self, at: datetime) -> Iterator[Said]:
        return (said for said in self.said if said.at <= at)


@dataclass(frozen=True, slots=True)
class Violation:
    """A rule that a contact breaks, and how."""

    rule: str
    words: str


@dataclass(frozen=True, slots=True)
class Situation:
    """One contact to be judged, with everything around it."""

    person: Person
    history: History
    contact: Contact
    number: Number
    loan: Loan
    zones: tuple[str, ...]
    places: frozenset[str]

    @property
    def in_us(self) -> bool:
        return "US" in self.places

    @property
    def initiated(self) -> bool:
        """Whether we begin the contact."""
        return self.contact.purpose in INITIATED

    @property
    def asked_for(self) -> bool:
        """Whether it is a call that the person asked for: within seven days, or as long as they said."""
        at = self.contact.at
        return self.contact.purpose == CALLBACK and any(
            said.what == "callback" and at < (said.until or said.at + timedelta(days=7))
            for said in self.history.words_before(at)
        )

    def may_be_in(self, *regions: str) -> bool:
        """Whether the person may be in one of these US states: yes when the state is unknown."""
        known = {self.person.region, self.number.region} - {None}
        return self.in_us and (self.person.region is None or bool(known & set(regions)))


def situation(person: Person, history: History, contact: Contact) -> Situation:
    number = person.number(contact.number)
    places = frozenset({person.country or number.country, number.country})
    zones = tuple(dict.fromkeys((*person.zones, *number.zones)))
    if not zones:
        zones = tuple(zone for place in sorted(places) for zone in ZONES_OF.get(place, ()))
    return Situation(person, history, contact, number, person.loan(contact.case), zones, places)


@lru_cache(maxsize=200_000)
def local(at: datetime, zone: str) -> datetime:
    """The wall clock of a zone at an instant."""
    return at.astimezone(_zone(zone))


@lru_cache(maxsize=1_000)
def _zone(zone: str) -> ZoneInfo:
    return ZoneInfo(zone)


def days_between(earlier: datetime, later: datetime, zone: str) -> int:
    """Calendar days of the zone from one instant to the other; 0 on the same day."""
    return (local(later, zone).date() - local(earlier, zone).date()).days


def easter(year: int) -> date:
    """Easter Sunday. Source: the anonymous Gregorian computus."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (b - (b + 8) // 25 + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    turn = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * turn) // 451
    month, day = divmod(h + turn - 7 * m + 114, 31)
    return date(year, month, day + 1)


@lru_cache(maxsize=50)
def australian_holidays(year: int) -> frozenset[date]:
    """National public holidays: the day itself and, at a weekend, the working day kept instead of it."""
    sunday = easter(year)
    days = {sunday - timedelta(days=2), sunday + timedelta(days=1), date(year, 4, 25)}
    for fixed in (date(year, 1, 1), date(year, 1, 26), date(year, 12, 25), date(year, 12, 26)):
        days.add(fixed)
        kept = fixed
        while fixed.weekday() >= 5 and (kept.weekday() >= 5 or kept in days):
            kept += timedelta(days=1)
        days.add(kept)
    return frozenset(days)
