"""Mainland China: the national standard and the bank association's guideline, as if both bound everyone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from arrears.domain.cases import SpecialStatus
from arrears.domain.compliance.consents import consented, last_word
from arrears.domain.compliance.decision import Finding
from arrears.domain.compliance.facts import ContactFacts, ProposedContact
from arrears.domain.compliance.frequency import initiated, lifts_at
from arrears.domain.compliance.limits import Cited, contact_window, inconvenient_hours, revoked, texts_capped
from arrears.domain.compliance.rule import HOUSE, Rule, allow, countries, defer, deny, is_answer, run
from arrears.domain.people import Channel
from arrears.domain.times import DailyWindow

STANDARD = "GB/T 45251-2025"
GUIDELINE = "China Banking Association guideline, 30 January 2026"


@dataclass(frozen=True, slots=True)
class ChinaNumbers:
    """The numbers of the pack; their sources stand beside them in the policy file."""

    COUNTRIES: ClassVar[frozenset[str]] = frozenset({"CN"})

    window: DailyWindow
    zone: str
    zones: tuple[str, ...]
    calls_per_day_max: int
    texts_per_day_max: int
    texts_per_7_days_max: int

    def binds(self, facts: ContactFacts, proposed: ProposedContact) -> str | None:
        """Whoever lives in mainland China, is reached at a number there, or may be there."""
        if "CN" in countries(facts):
            return "the person's residence or number is in mainland China"
        if any(zone in self.zones for zone in facts.zones):
            return "the person may be in mainland China"
        return None

    def fire(self, facts: ContactFacts, proposed: ProposedContact, now: datetime) -> tuple[Finding, ...]:
        """Every rule of the pack that has something to say."""
        return run(RULES, self, facts, proposed, now)

    def places(self, facts: ContactFacts) -> tuple[str, ...]:
        """The zones to decide in: China's one legal time, and wherever else the person may be."""
        return (self.zone, *(zone for zone in facts.zones if zone != self.zone))


def cn_time(n: ChinaNumbers, facts: ContactFacts, proposed: ProposedContact, now: datetime) -> Finding | None:
    """CN-TIME: no collection between 22:00 and 08:00."""
    cite = f"{STANDARD}; {GUIDELINE}"
    if is_answer(facts, proposed, now):
        return None
    return contact_window(Cited("CN-TIME", cite), n.window, n.places(facts), now)


def named_hours(
    n: ChinaNumbers, facts: ContactFacts, proposed: ProposedContact, now: datetime
) -> Finding | None:
    """CN-TIME-P: hours the person asked us to avoid."""
    if is_answer(facts, proposed, now):
        return None
    return inconvenient_hours(Cited("CN-TIME-P", HOUSE), facts.inconvenient, n.places(facts), now)


def cn_freq_1(
    n: ChinaNumbers, facts: ContactFacts, proposed: ProposedContact, now: datetime
) -> Finding | None:
    """CN-FREQ-1: calls a day, AI voice included; unanswered ones count here too."""
    if proposed.channel is not Channel.VOICE or is_answer(facts, proposed, now):
        return None
    calls = [a.at for a in initiated(facts, Channel.VOICE)]
    until = lifts_at(calls, limit=n.calls_per_day_max, days=1, zones=n.places(facts), now=now)
    if until is None:
        return None
    return defer("CN-FREQ-1", STANDARD, f"{n.calls_per_day_max} calls a day are the most", until)


def cn_freq_texts(
    n: ChinaNumbers, facts: ContactFacts, proposed: ProposedContact, now: datetime
) -> Finding | None:
    """CN-FREQ-P: texts a day, and in seven days."""
    if proposed.channel is not Channel.SMS or is_answer(facts, proposed, now):
        return None
    return texts_capped(
        Cited("CN-FREQ-P", HOUSE),
        facts,
        n.places(facts),
        now,
        per_day=n.texts_per_day_max,
        per_7_days=n.texts_per_7_days_max,
    )


def cn_3p_1(n: ChinaNumbers, facts: ContactFacts, proposed: ProposedContact, now: datetime) -> Finding | None:
    """CN-3P-1: the debtor alone is collected from."""
    other = facts.statuses & {SpecialStatus.WRONG_NUMBER, SpecialStatus.THIRD_PARTY_ANSWERED}
    if not other or is_answer(facts, proposed, now):
        return None
    why = "somebody other than the debtor was reached at this number"
    return deny("CN-3P-1", f"{STANDARD}; {GUIDELINE}", why)


def cn_consent(
    n: ChinaNumbers, facts: ContactFacts, proposed: ProposedContact, now: datetime
) -> Finding | None:
    """CN-ROBOT: automated calls and texts need consent, and end with it."""
    cite = f"{HOUSE}, after the rules of the MIIT on commercial calls and messages"
    if revoked(facts, proposed, now):
        return deny("CN-ROBOT", cite, "the person said stop")
    if proposed.channel is Channel.WEB or is_answer(facts, proposed, now):
        return None
    last = last_word(facts.consents, proposed.channel, now)
    if last is None or not consented(facts.consents, proposed.channel, now):
        return deny("CN-ROBOT", cite, "no consent for this channel and number is on file")
    return allow("CN-ROBOT", cite, f"consent of {last.at.date().isoformat()} is on file")


RULES: tuple[Rule[ChinaNumbers], ...] = (
    cn_time,
    named_hours,
    cn_freq_1,
    cn_freq_texts,
    cn_3p_1,
    cn_consent,
)
