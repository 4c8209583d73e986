"""What is disclosed when a machine speaks, and before a call is recorded; in some places by law."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from arrears.domain.compliance.decision import Duty, Lifts, Said
from arrears.domain.compliance.facts import Debt, Place
from arrears.domain.compliance.limits import not_help
from arrears.domain.compliance.packs.world.eu import COUNTRIES as EU
from arrears.domain.compliance.rule import (
    HOUSE,
    Applies,
    Kind,
    Question,
    Rule,
    Rules,
    allow,
    deny,
    in_region,
    require,
)
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Channel

ALL_PARTY_STATES = frozenset(["CA", "CT", "DE", "FL", "IL", "MA", "MD", "MI", "MT", "NH", "NV", "PA", "WA"])
"""States in which everybody on the line must agree to a recording, those on some lists included.

Source: Cal. Penal Code 632, 632.7 and the like; REC-US-1.
"""


@dataclass(frozen=True, slots=True)
class DisclosureNumbers:
    """The numbers; their sources stand beside them in the policy file."""

    maine_from: date
    colorado_from: date
    eu_from: date
    china_from: date
    china_zones: tuple[str, ...]


def binds(n: DisclosureNumbers, place: Place, debt: Debt, kind: Kind) -> Applies:
    """Every contact."""
    return Applies(True, "binds_everyone")


def machine_speaks(n: DisclosureNumbers, q: Question) -> Said | None:
    """A conversation begins with the words that an automated assistant speaks."""
    return _ai(q, "machine_speaks")


def machine_online(n: DisclosureNumbers, q: Question) -> Said | None:
    """California: an online bot says what it is."""
    return _ai(q, "machine_online")


def machine_in_finance(n: DisclosureNumbers, q: Question) -> Said | None:
    """Utah: before an exchange about personal finances, in speech or in writing."""
    return _ai(q, "machine_in_finance")


def machine_in_trade(n: DisclosureNumbers, q: Question) -> Said | None:
    """Maine: in trade with consumers, by text or voice."""
    return _ai(q, "machine_in_trade") if q.now.date() >= n.maine_from else None


def machine_decides(n: DisclosureNumbers, q: Question) -> Said | None:
    """Colorado: where a machine takes part in decisions of consequence, such as a plan or a settlement."""
    return _ai(q, "machine_decides") if q.now.date() >= n.colorado_from else None


def machine_in_the_eu(n: DisclosureNumbers, q: Question) -> Said | None:
    """European Union: at the first interaction."""
    return _ai(q, "machine_in_the_eu") if q.now.date() >= n.eu_from else None


def labelled_in_china(n: DisclosureNumbers, q: Question) -> Said | None:
    """Mainland China: generated content, or the interface that shows it, bears an explicit label."""
    place = q.facts.place
    if "CN" not in (place.country, place.number_country) and not _any_of(place.zones, n.china_zones):
        return None
    if q.now.date() < n.china_from or Duty.AI_LABEL in q.facts.talk.disclosed:
        return None
    return require(Duty.AI_LABEL, "labelled_in_china")


def _any_of(some: tuple[str, ...], others: tuple[str, ...]) -> bool:
    # Asked of nearly every contact: a loop is faster than a generator or sets.
    for one in some:  # noqa: SIM110
        if one in others:
            return True
    return False


def _ai(q: Question, reason: str) -> Said | None:
    return None if Duty.AI_DISCLOSURE in q.facts.talk.disclosed else require(Duty.AI_DISCLOSURE, reason)


def recording_announced(n: DisclosureNumbers, q: Question) -> Said | None:
    """Every call is announced before it is recorded or transcribed; who refuses is not recorded."""
    talk = q.facts.talk
    if not talk.recording:
        return None
    if talk.recording_refused:
        return deny("recording_refused", lifts=Lifts.CONSENT)
    return _recording(q, "recording_announced")


def listening_announced(n: DisclosureNumbers, q: Question) -> Said | None:
    """An AI voice hears by live transcription, which may itself be an interception."""
    return _recording(q, "listening_announced")


def _recording(q: Question, reason: str) -> Said | None:
    return None if Duty.RECORDING_NOTICE in q.facts.talk.disclosed else require(Duty.RECORDING_NOTICE, reason)


def silent_on_voicemail(n: DisclosureNumbers, q: Question) -> Said | None:
    """A voicemail of limited content has no room for a notice of recording: none is asked for."""
    return allow("no_notice_on_voicemail") if q.facts.talk.recording else None


def _by_machine(place: Place, debt: Debt, kind: Kind) -> bool:
    """What a machine says; the confirmation of a stop and the notices of the law say nothing else."""
    return kind.machine_speaks and (kind.purpose is ContactPurpose.CRISIS or not_help(place, debt, kind))


def _online(place: Place, debt: Debt, kind: Kind) -> bool:
    online = kind.channel is Channel.WEB and _by_machine(place, debt, kind)
    return online and _may_be_in(place, "CA")


def _in(state: str, place: Place, debt: Debt, kind: Kind) -> bool:
    return _by_machine(place, debt, kind) and _may_be_in(place, state)


def _utah(place: Place, debt: Debt, kind: Kind) -> bool:
    return _in("UT", place, debt, kind)


def _maine(place: Place, debt: Debt, kind: Kind) -> bool:
    return kind.channel in (Channel.SMS, Channel.VOICE, Channel.WEB) and _in("ME", place, debt, kind)


def _colorado(place: Place, debt: Debt, kind: Kind) -> bool:
    return _in("CO", place, debt, kind)


def _eu(place: Place, debt: Debt, kind: Kind) -> bool:
    return bool(place.countries & EU) and _by_machine(place, debt, kind)


def _may_be_in(place: Place, *states: str) -> bool:
    """Whether the person lives in one of the states or has a number there, or may: an unknown one is any."""
    lives = place.country in (None, "US") and place.region is None
    number = place.number_country == "US" and place.number_region is None
    return ("US" in place.countries and (lives or number)) or in_region(place, "US", *states)


def _all_party(place: Place, debt: Debt) -> bool:
    return _may_be_in(place, *ALL_PARTY_STATES)


def _in_california(place: Place, debt: Debt) -> bool:
    return _may_be_in(place, "CA")


def _spoken(place: Place, debt: Debt, kind: Kind) -> bool:
    return kind.channel is Channel.VOICE and not kind.voicemail


def _ai_spoken(place: Place, debt: Debt, kind: Kind) -> bool:
    return kind.robocall and not kind.voicemail


def _voicemail(place: Place, debt: Debt, kind: Kind) -> bool:
    return kind.channel is Channel.VOICE and kind.voicemail


_LABELS = "Measures for Labelling AI-Generated Synthetic Content (in force 1 September 2025)"
_TAPES = "Cal. Penal Code 632, 632.7 and the like of other states"

DISCLOSURE = Rules(
    numbers=DisclosureNumbers,
    binds=binds,
    contact=(
        Rule("AI-ALL-1", HOUSE, machine_speaks, scope=_by_machine),
        Rule("AI-CA-1", "Cal. Business and Professions Code 17941", machine_online, scope=_online),
        Rule("AI-UT-1", "Utah Code 13-75-101 to -104", machine_in_finance, scope=_utah),
        Rule("AI-ME-1", "10 M.R.S. 1500-DD", machine_in_trade, scope=_maine),
        Rule("AI-CO-1", "Colorado SB 26-189", machine_decides, scope=_colorado),
        Rule("AI-EU-1", "Regulation (EU) 2024/1689, art. 50(1) and (5)", machine_in_the_eu, scope=_eu),
        Rule(
            "AI-CN-1",
            _LABELS,
            labelled_in_china,
            scope=_by_machine,
        ),
        Rule(
            "REC-US-1",
            _TAPES,
            recording_announced,
            scope=_spoken,
            law=_all_party,
        ),
        Rule("REC-US-2", "Cal. Penal Code 631", listening_announced, scope=_ai_spoken, law=_in_california),
        Rule("REC-LCM", "12 CFR 1006.2(j)", silent_on_voicemail, scope=_voicemail),
    ),
)
