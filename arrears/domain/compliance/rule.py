"""The shape of a rule, the question it is asked, and what it may say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import Any, NamedTuple

from arrears.domain.cases import Purpose, Relationship
from arrears.domain.compliance.decision import Duty, Lifts, Said, Verdict
from arrears.domain.compliance.facts import (
    Attempt,
    Consent,
    ContactFacts,
    Debt,
    Place,
    ProposedAct,
    ProposedContact,
    Recipient,
)
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Carrier, Channel

ANSWER_WITHIN = timedelta(hours=24)
"""After this the borrower no longer expects an answer, and a message is our own initiative."""

WEEK = timedelta(days=7, hours=3)
"""No seven calendar days are longer than this, wherever clocks change."""

HOUSE = "house policy"


_OUTREACH, _SUPERVISOR = ContactPurpose.OUTREACH, ContactPurpose.SUPERVISOR


class Kind(NamedTuple):
    """What sort of contact it is: all that a rule's scope may look at."""

    channel: Channel
    carrier: Carrier
    purpose: ContactPurpose
    recipient: Recipient
    automated: bool
    voicemail: bool
    answer: bool  # it answers the borrower, rather than being our own initiative

    @property
    def electronic(self) -> bool:
        """Whether it is a text, an e-mail or a chat message."""
        return self.channel in (Channel.SMS, Channel.EMAIL, Channel.WEB)

    @property
    def ai_voice(self) -> bool:
        """Whether an artificial voice would speak."""
        return self.channel is Channel.VOICE and self.automated


class Question:
    """One contact at one instant, as every rule sees it. What several rules need is worked out once."""

    def __init__(self, facts: ContactFacts, proposed: ProposedContact, now: datetime) -> None:
        self.facts = facts
        self.proposed = proposed
        self.now = now  # aware, UTC
        self.kind = kind_of(facts, proposed, now)
        self.heard: dict[Channel, Consent | None] = {}  # the last word by channel, once it was looked for

    @cached_property
    def made(self) -> tuple[Attempt, ...]:
        """Every contact of ours that was not disproved, asked for or not."""
        return tuple([a for a in self.facts.attempts if a.by_us and a.counts])

    @cached_property
    def touches(self) -> tuple[Attempt, ...]:
        """The contacts of ours that the borrower did not ask for; every case and channel."""
        return tuple(
            [
                a
                for a in self.made
                if (purpose := a.purpose) is _OUTREACH
                or (purpose not in _NOT_UNASKED)
                or (purpose is _SUPERVISOR and _unasked(a, self.facts.attempts))
            ]
        )

    @cached_property
    def week(self) -> tuple[Attempt, ...]:
        """Those of the last seven calendar days, in whatever zone, and some hours more."""
        since = self.now - WEEK
        return tuple([a for a in self.touches if a.at > since])


type Scope = Callable[[Place, Debt, Kind], bool]
"""Whether a rule looks at contacts of this sort at all. Answers are kept, so it may see nothing else."""


def everything(place: Place, debt: Debt, kind: Kind) -> bool:
    """Every contact."""
    return True


def initiated(place: Place, debt: Debt, kind: Kind) -> bool:
    """Contacts of our own initiative, but the notices that the law requires."""
    return not kind.answer and kind.purpose not in MANDATED


def initiated_calls(place: Place, debt: Debt, kind: Kind) -> bool:
    """Calls of our own initiative."""
    return kind.channel is Channel.VOICE and initiated(place, debt, kind)


def initiated_texts(place: Place, debt: Debt, kind: Kind) -> bool:
    """Texts of our own initiative."""
    return kind.channel is Channel.SMS and initiated(place, debt, kind)


def initiated_electronic(place: Place, debt: Debt, kind: Kind) -> bool:
    """Texts, e-mails and chat messages of our own initiative."""
    return kind.electronic and initiated(place, debt, kind)


MANDATED = frozenset({ContactPurpose.NOTICE, ContactPurpose.CEASE_NOTICE})
"""Contacts that the law itself asks for."""


class Applies(NamedTuple):
    """Whether a pack binds a contact, and why, as a code of `policy/explanations`."""

    yes: bool
    because: str


type Binds[N] = Callable[[N, Place, Debt, Kind], Applies]


@dataclass(frozen=True, slots=True)
class Rule[N]:
    """One rule: where it stands in the law, what it looks at, and the function that judges.

    `N` is the type of the pack's numbers. `judge` returns None when the rule has nothing to say.
    """

    id: str
    cite: str
    judge: Callable[[N, Question], Said | None]
    scope: Scope = everything
    needs: str | None = None
    """A field of the facts without which the rule has nothing to say, and is not asked."""
    law: Callable[[Place, Debt], bool] | None = None
    """Where the citation binds as law; elsewhere the same is done as house policy. None: everywhere."""

    def citation(self, place: Place, debt: Debt) -> str:
        """The citation, said to be policy where the law does not bind."""
        binds = self.law is None or self.law(place, debt)
        return self.cite if binds else f"{HOUSE}, after {self.cite}"


@dataclass(frozen=True, slots=True)
class ActRule[N]:
    """A rule about a step that is no contact."""

    id: str
    cite: str
    judge: Callable[[N, ContactFacts, ProposedAct, datetime], Said | None]


@dataclass(frozen=True, slots=True)
class Rules:
    """What a pack's module is made of: the type of its numbers, whom it binds, and its rules."""

    numbers: type[Any]
    binds: Binds[Any]
    contact: tuple[Rule[Any], ...]
    acts: tuple[ActRule[Any], ...] = ()
    countries: frozenset[str] = frozenset()  # whose law this is; empty for rules of no country


def kind_of(facts: ContactFacts, proposed: ProposedContact, now: datetime) -> Kind:
    """The sort of the contact."""
    return Kind(
        proposed.channel,
        proposed.carrier,
        proposed.purpose,
        proposed.recipient,
        proposed.automated,
        proposed.voicemail,
        _is_answer(facts, proposed, now),
    )


def _is_answer(facts: ContactFacts, proposed: ProposedContact, now: datetime) -> bool:
    purpose = proposed.purpose
    if purpose is ContactPurpose.SUPERVISOR:
        return heard_within(facts, now, ANSWER_WITHIN)
    return purpose in _ANSWERS


_ANSWERS = (ContactPurpose.REPLY, ContactPurpose.OPT_OUT_CONFIRMATION, ContactPurpose.CRISIS)
_NOT_UNASKED = (*_ANSWERS, *MANDATED, ContactPurpose.SUPERVISOR)


def heard_within(facts: ContactFacts, now: datetime, limit: timedelta) -> bool:
    """Whether the borrower's message that this would answer came in no longer ago than the limit."""
    return facts.inbound_at is not None and now - facts.inbound_at <= limit


def _unasked(attempt: Attempt, attempts: tuple[Attempt, ...]) -> bool:
    # A reply shows that the borrower had written, where the message itself is not among the facts.
    return not any(
        timedelta(0) <= attempt.at - other.at <= ANSWER_WITHIN
        for other in attempts
        if not other.by_us or other.purpose is ContactPurpose.REPLY
    )


def third_party(debt: Debt) -> bool:
    """Whether the collector is a "debt collector": unknown counts as one.

    Source: 12 CFR 1006.2(i)(1), (2)(i) and (vi)(B)-(C); comment 2(i)-1.
    """
    if debt.serviced_before_default or debt.passive_buyer:
        return False
    return debt.relationship is not Relationship.FIRST_PARTY or debt.third_party_name


def consumer(debt: Debt) -> bool:
    """Whether a natural person owes it for personal, family or household purposes; unknown counts as that.

    Source: 12 CFR 1006.2(e) and (h); comment 2(h)-1.
    """
    return debt.purpose is not Purpose.COMMERCIAL and debt.natural_person


def reg_f_binds(place: Place, debt: Debt) -> bool:
    """Whether Regulation F binds as law: a third party that collects consumer debt in the United States."""
    return "US" in place.countries and third_party(debt) and consumer(debt)


def in_region(place: Place, country: str, *regions: str) -> bool:
    """Whether the person lives in one of the regions, or has a number there."""
    lives = place.country == country and place.region in regions
    return lives or (place.number_country == country and place.number_region in regions)


def deny(
    reason: str, *used: tuple[str, object], lifts: Lifts | None = None, missing: str | None = None
) -> Said:
    """A refusal; `missing` names the fact whose absence made it one."""
    return Said(Verdict.DENY, reason, _told(used), None, lifts, missing)


def refer(reason: str, *used: tuple[str, object]) -> Said:
    """A case for a person."""
    return Said(Verdict.REFER, reason, _told(used), None, Lifts.PERSON)


def defer(reason: str, until: datetime, *used: tuple[str, object], missing: str | None = None) -> Said:
    """Not before `until`, which is later than the instant of the decision."""
    return Said(Verdict.DEFER, reason, _told(used), until.astimezone(UTC), None, missing)


def allow(reason: str, *used: tuple[str, object], until: datetime | None = None) -> Said:
    """Leave that the decision relies on, up to `until` where it has an end."""
    return Said(Verdict.ALLOW, reason, _told(used), until.astimezone(UTC) if until else None)


def require(duty: Duty, reason: str, *used: tuple[str, object]) -> Said:
    """What must be done when others give leave."""
    return Said(Verdict.REQUIRE, reason, _told(used), None, None, None, duty)


def _told(used: tuple[tuple[str, object], ...]) -> tuple[tuple[str, str], ...]:
    return tuple([(name, str(value)) for name, value in used]) if used else ()
