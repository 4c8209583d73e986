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
    ConsentAction,
    ContactFacts,
    Debt,
    Place,
    ProposedAct,
    ProposedContact,
    Recipient,
)
from arrears.domain.compliance.speech.words import words_of
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Carrier, Channel

ANSWER_WITHIN = timedelta(hours=24)
"""After this the borrower no longer expects an answer, and a message is our own initiative."""

PROMPT = timedelta(hours=1)
"""How long the hour at which a person wrote still suits them. House policy, after comment 6(b)(1)-2."""

WEEK = timedelta(days=7, hours=3)
"""No seven calendar days are longer than this, wherever clocks change."""

HOUSE = "house policy"

SUSPECT = "suspect words"
"""What rules about barred words need: something in the words that may be."""

WITHDRAWALS = "withdrawals"
"""What rules about stops need: that the person has ever taken a consent back."""


_OUTREACH = ContactPurpose.OUTREACH


class Kind(NamedTuple):
    """What sort of contact it is: all that a rule's scope may look at."""

    channel: Channel
    carrier: Carrier
    purpose: ContactPurpose
    recipient: Recipient
    automated: bool
    voicemail: bool
    answer: bool  # it answers the borrower, rather than being our own initiative
    late: bool = False  # it is an answer that does not come promptly
    natural_voice: bool = False  # a machine plays what a person has recorded

    @property
    def electronic(self) -> bool:
        """Whether it is a text, an e-mail or a chat message."""
        return self.channel in (Channel.SMS, Channel.EMAIL, Channel.WEB)

    @property
    def robocall(self) -> bool:
        """Whether a call would speak by a machine: with an artificial voice, or with a prerecorded one."""
        return self.channel is Channel.VOICE and self.automated

    @property
    def machine_speaks(self) -> bool:
        """Whether the words are a machine's; what a person has recorded is the person's."""
        return self.automated and not self.natural_voice


class Question:
    """One contact at one instant, as every rule sees it. What several rules need is worked out once."""

    def __init__(self, facts: ContactFacts, proposed: ProposedContact, now: datetime) -> None:
        self.facts = facts
        self.proposed = proposed
        self.now = now  # aware, UTC
        self.kind = kind_of(facts, proposed, now)
        self.heard: dict[Channel, Consent | None] = {}  # the last word by channel, once it was looked for

    def has(self, needed: str) -> object:
        """What a rule needs: a field of the facts, or words that may be barred; empty when there is none."""
        if needed == SUSPECT:
            return words_of(self.proposed).suspect
        return self.stops if needed == WITHDRAWALS else getattr(self.facts, needed)

    @cached_property
    def stops(self) -> bool:
        """Whether the person has ever taken a consent back; most never have."""
        return any(entry.action is ConsentAction.WITHDRAWN for entry in self.facts.consents)

    @cached_property
    def made(self) -> tuple[Attempt, ...]:
        """Every contact of ours that was not disproved, asked for or not."""
        return tuple([a for a in self.facts.attempts if a.by_us and a.counts])

    @cached_property
    def touches(self) -> tuple[Attempt, ...]:
        """The contacts of ours that the borrower did not ask for; every case and channel."""
        return tuple([a for a in self.made if a.purpose is _OUTREACH or self._unasked(a)])

    @cached_property
    def week(self) -> tuple[Attempt, ...]:
        """Those of the last seven calendar days, in whatever zone, and some hours more."""
        # The instant first: most of a month's contacts are older.
        since = self.now - WEEK
        recent = [a for a in self.facts.attempts if a.at > since and a.by_us and a.counts]
        return tuple([a for a in recent if a.purpose is _OUTREACH or self._unasked(a)])

    def _unasked(self, attempt: Attempt) -> bool:
        if attempt.purpose is not ContactPurpose.SUPERVISOR:
            return attempt.purpose not in _ASKED_FOR
        # A reply shows that the borrower had written, where the message itself is not among the facts.
        return not any(
            timedelta(0) <= attempt.at - other.at <= ANSWER_WITHIN
            for other in self.facts.attempts
            if not other.by_us or other.purpose is ContactPurpose.REPLY
        )


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
    """A field of the facts, SUSPECT or WITHDRAWALS, without which the rule is silent and is not asked."""
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


def kind_of(facts: ContactFacts, p: ProposedContact, now: datetime) -> Kind:
    """The sort of the contact."""
    answer = _is_answer(facts, p, now)
    late = answer and p.purpose in _CONVERSING and not heard_within(facts, now, PROMPT)
    return Kind(
        p.channel, p.carrier, p.purpose, p.recipient, p.automated, p.voicemail, answer, late, p.natural_voice
    )


def _is_answer(facts: ContactFacts, proposed: ProposedContact, now: datetime) -> bool:
    purpose = proposed.purpose
    if purpose is ContactPurpose.SUPERVISOR:
        return heard_within(facts, now, ANSWER_WITHIN)
    return purpose in _ANSWERS


_CONVERSING = (ContactPurpose.REPLY, ContactPurpose.SUPERVISOR)
_ANSWERS = (ContactPurpose.REPLY, ContactPurpose.OPT_OUT_CONFIRMATION, ContactPurpose.CRISIS)
_ASKED_FOR = (*_ANSWERS, *MANDATED)


def heard_within(facts: ContactFacts, now: datetime, limit: timedelta) -> bool:
    """Whether the borrower's message that this would answer came in no longer ago than the limit."""
    return facts.inbound_at is not None and abs(now - facts.inbound_at) <= limit


def third_party(debt: Debt) -> bool:
    """Whether the collector is a "debt collector": unknown counts as one.

    Source: 12 CFR 1006.2(i)(1), (2)(i) and (vi)(B)-(C); comment 2(i)-1.
    """
    if debt.third_party_name:
        return True
    if debt.serviced_before_default or debt.passive_buyer:
        return False
    return debt.relationship is not Relationship.FIRST_PARTY


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
