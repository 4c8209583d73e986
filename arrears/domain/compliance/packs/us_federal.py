"""Federal rules of the United States: Regulation F (as policy where it does not bind) and the TCPA."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar

from arrears.domain.compliance.consents import consented, last_word
from arrears.domain.compliance.decision import Finding
from arrears.domain.compliance.facts import ContactFacts, ProposedContact
from arrears.domain.compliance.frequency import conversations, initiated, lifts_at
from arrears.domain.compliance.limits import Cited, contact_window, inconvenient_hours, revoked, texts_capped
from arrears.domain.compliance.rule import (
    HOUSE,
    Rule,
    allow,
    countries,
    defer,
    deny,
    is_answer,
    reg_f,
    run,
)
from arrears.domain.people import Channel
from arrears.domain.times import DailyWindow


@dataclass(frozen=True, slots=True)
class UsFederalNumbers:
    """The numbers of the pack; their sources stand beside them in the policy file."""

    COUNTRIES: ClassVar[frozenset[str]] = frozenset({"US"})

    window: DailyWindow
    unknown_zones: tuple[str, ...]
    outside_lower_48: tuple[str, ...]
    calls_per_7_days_max: int
    days_silent_after_conversation: int
    calls_per_day_max: int
    hours_between_calls_min: int
    texts_per_day_max: int
    texts_per_7_days_max: int
    touches_per_7_days_max: int

    def binds(self, facts: ContactFacts, proposed: ProposedContact) -> str | None:
        """Whoever lives in the United States or is reached at a number there."""
        if "US" in countries(facts):
            return "the person's residence or number is in the United States"
        return None

    def fire(self, facts: ContactFacts, proposed: ProposedContact, now: datetime) -> tuple[Finding, ...]:
        """Every rule of the pack that has something to say."""
        return run(RULES, self, facts, proposed, now)

    def zones(self, facts: ContactFacts) -> tuple[str, ...]:
        """The zones to decide in: the known ones, or those that enclose the lower 48 states."""
        return facts.zones or self.unknown_zones


def time_1(
    n: UsFederalNumbers, facts: ContactFacts, proposed: ProposedContact, now: datetime
) -> Finding | None:
    """USF-TIME-1: the contact window, in every zone the person may be in."""
    cite = reg_f("1006.6(b)(1)(i); comment 6(b)(1)(i)-2", facts)
    if is_answer(facts, proposed, now):
        return None
    if not facts.zones and facts.region in n.outside_lower_48:
        return deny("USF-TIME-1", cite, "no time zone is known for this region")
    return contact_window(Cited("USF-TIME-1", cite), n.window, n.zones(facts), now)


def time_2(
    n: UsFederalNumbers, facts: ContactFacts, proposed: ProposedContact, now: datetime
) -> Finding | None:
    """USF-TIME-2: hours the person asked us to avoid."""
    if is_answer(facts, proposed, now):
        return None
    cited = Cited("USF-TIME-2", reg_f("1006.6(b)(1); comment 6(b)(1)-1", facts))
    return inconvenient_hours(cited, facts.inconvenient, n.zones(facts), now)


def freq_1(
    n: UsFederalNumbers, facts: ContactFacts, proposed: ProposedContact, now: datetime
) -> Finding | None:
    """USF-FREQ-1: seven calls in seven days about one debt."""
    if proposed.channel is not Channel.VOICE or is_answer(facts, proposed, now):
        return None
    calls = [a.at for a in initiated(facts, Channel.VOICE) if a.case_id == facts.case_id]
    until = lifts_at(calls, limit=n.calls_per_7_days_max, days=7, zones=n.zones(facts), now=now)
    if until is None:
        return None
    why = f"{n.calls_per_7_days_max} calls about this debt within 7 days were made"
    return defer("USF-FREQ-1", reg_f("1006.14(b)(2)(i)(A)", facts), why, until)


def freq_2(
    n: UsFederalNumbers, facts: ContactFacts, proposed: ProposedContact, now: datetime
) -> Finding | None:
    """USF-FREQ-2: no call in the days after a telephone conversation about the debt."""
    if proposed.channel is not Channel.VOICE or is_answer(facts, proposed, now):
        return None
    days = n.days_silent_after_conversation
    until = lifts_at(conversations(facts), limit=1, days=days, zones=n.zones(facts), now=now)
    if until is None:
        return None
    cite = reg_f("1006.14(b)(2)(i)(B)", facts)
    return defer("USF-FREQ-2", cite, f"a telephone conversation took place within {days} days", until)


HARASS = f"{HOUSE}, after 12 CFR 1006.14(a)"


def harass_1_texts(
    n: UsFederalNumbers, facts: ContactFacts, proposed: ProposedContact, now: datetime
) -> Finding | None:
    """USF-HARASS-1: texts a day, and in seven days."""
    if proposed.channel is not Channel.SMS or is_answer(facts, proposed, now):
        return None
    return texts_capped(
        Cited("USF-HARASS-1", HARASS),
        facts,
        n.zones(facts),
        now,
        per_day=n.texts_per_day_max,
        per_7_days=n.texts_per_7_days_max,
    )


def harass_1_calls(
    n: UsFederalNumbers, facts: ContactFacts, proposed: ProposedContact, now: datetime
) -> Finding | None:
    """USF-HARASS-1: calls a day, and the hours between two of them."""
    if proposed.channel is not Channel.VOICE or is_answer(facts, proposed, now):
        return None
    calls = [a.at for a in initiated(facts, Channel.VOICE)]
    if not calls:
        return None
    day = lifts_at(calls, limit=n.calls_per_day_max, days=1, zones=n.zones(facts), now=now)
    rest = max(calls) + timedelta(hours=n.hours_between_calls_min)
    until = max(rest, day or rest)
    if until <= now:
        return None
    why = f"{n.calls_per_day_max} calls a day, {n.hours_between_calls_min} hours apart, are the most"
    return defer("USF-HARASS-1", HARASS, why, until)


def harass_1_touches(
    n: UsFederalNumbers, facts: ContactFacts, proposed: ProposedContact, now: datetime
) -> Finding | None:
    """USF-HARASS-1: contacts over all media in seven days."""
    if is_answer(facts, proposed, now):
        return None
    touches = [a.at for a in initiated(facts, *Channel)]
    until = lifts_at(touches, limit=n.touches_per_7_days_max, days=7, zones=n.zones(facts), now=now)
    if until is None:
        return None
    why = f"{n.touches_per_7_days_max} contacts over all media within 7 days were made"
    return defer("USF-HARASS-1", HARASS, why, until)


def tcpa_consent(
    n: UsFederalNumbers, facts: ContactFacts, proposed: ProposedContact, now: datetime
) -> Finding | None:
    """TCPA-TEXT-1, TCPA-AIV-1: prior consent for a text or an AI voice that nobody asked for."""
    if proposed.channel is Channel.WEB or is_answer(facts, proposed, now):
        return None
    voice = proposed.channel is Channel.VOICE
    rule_id = "TCPA-AIV-1" if voice else "TCPA-TEXT-1"
    cite = "47 U.S.C. 227(b)(1)(A); FCC 24-17" if voice else "47 U.S.C. 227(b)(1)(A); 47 CFR 64.1200(a)(1)"
    last = last_word(facts.consents, proposed.channel, now)
    if last is None:
        return deny(rule_id, cite, "no consent for this channel and number is on file")
    if not consented(facts.consents, proposed.channel, now):
        return None  # tcpa_stop says it
    return allow(rule_id, cite, f"consent of {last.at.date().isoformat()} is on file")


def tcpa_stop(
    n: UsFederalNumbers, facts: ContactFacts, proposed: ProposedContact, now: datetime
) -> Finding | None:
    """TCPA-STOP-1, TCPA-STOP-2: nothing after a revocation but its confirmation, or a line to help."""
    if not revoked(facts, proposed, now):
        return None
    last = last_word(facts.consents, proposed.channel, now)
    by_text = proposed.channel is Channel.VOICE and last is not None and last.channel is Channel.SMS
    return deny(
        "TCPA-STOP-2" if by_text else "TCPA-STOP-1",
        "47 CFR 64.1200(a)(10); 12 CFR 1006.14(h)",
        "the person said stop, in a text" if by_text else "the person said stop",
    )


RULES: tuple[Rule[UsFederalNumbers], ...] = (
    time_1,
    time_2,
    freq_1,
    freq_2,
    harass_1_texts,
    harass_1_calls,
    harass_1_touches,
    tcpa_consent,
    tcpa_stop,
)
