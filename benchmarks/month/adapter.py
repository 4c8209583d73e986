"""The product's `decide` as the engine of the month: it knows the file, the words, and its own calls."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from arrears.adapters.policy_packs import load_packs
from arrears.contact.stopping import consent_for, ends_texts
from arrears.domain.cases import Purpose, Relationship, SpecialStatus
from arrears.domain.compliance.decide import decide
from arrears.domain.compliance.decision import Decision, Deferred, Granted, Verdict
from arrears.domain.compliance.facts import (
    Attempt,
    CallOutcome,
    Consent,
    ConsentAction,
    ContactFacts,
    Debt,
    DebtTerms,
    Line,
    Notices,
    Place,
    ProposedContact,
    Spot,
    Standing,
    Talk,
)
from arrears.domain.compliance.packset import PackSet
from arrears.domain.ids import CaseId, ContactPointId
from arrears.domain.language.withdrawals.find import reopens, withdrawals
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Carrier, Channel, Language, LineType
from arrears.domain.times import DailyWindow
from benchmarks.month.engine import Answer, Filed, FiledLoan, FiledNumber, Heard, Noted, Planned
from benchmarks.month.texts import ALIAS

PACKS = Path(__file__).resolve().parents[2] / "policy" / "packs"
REMEMBERED = timedelta(days=31)
OF_THE_PERSON = frozenset(
    {"hardship", "self_harm", "bankruptcy", "deceased", "complaint", "identity_theft", "breathing_space"}
)
STATUS = {"refused": SpecialStatus.REFUSED_TO_PAY}
OUTCOMES = {
    "no_answer": CallOutcome.UNANSWERED,
    "voicemail": CallOutcome.NO_MESSAGE,
    "busy": CallOutcome.BUSY,
    "not_in_service": CallOutcome.NOT_IN_SERVICE,
    "answered": CallOutcome.DROPPED,
}


@dataclass(frozen=True, slots=True)
class Status:
    """A status, and how far it reaches."""

    status: SpecialStatus
    at: datetime
    case: str | None
    number: str | None
    written: bool = True
    until: datetime | None = None


@dataclass(slots=True)
class Known:
    """What the engine knows of one person."""

    filed: Filed
    consents: list[Consent] = field(default_factory=list)
    statuses: list[Status] = field(default_factory=list)
    hours: list[DailyWindow] = field(default_factory=list)
    attempts: list[Attempt] = field(default_factory=list)
    heard: dict[str, Heard] = field(default_factory=dict)
    answered: dict[str, int] = field(default_factory=dict)
    stops: dict[str, datetime] = field(default_factory=dict)
    confirmed: dict[str, datetime] = field(default_factory=dict)

    def number(self, wanted: str) -> FiledNumber:
        return next(number for number in self.filed.numbers if number.id == wanted)

    def loan(self, wanted: str) -> FiledLoan:
        return next(loan for loan in self.filed.loans if loan.id == wanted)


class Decided:
    """The engine: the product's decision over what it was told."""

    def __init__(self, packs: PackSet) -> None:
        self._packs = packs
        self._known: dict[str, Known] = {}

    def told(self, event: Filed | Heard | Noted) -> None:
        if isinstance(event, Filed):
            self._known = {event.person: Known(event, [*_agreed(event)])}
        elif isinstance(event, Heard):
            _heard(self._known[event.person], event)
        else:
            _noted(self._known[event.person], event)

    def may(self, contact: Planned, now: datetime) -> Answer:
        facts, proposed = _facts(self._known[contact.person], contact, now), _proposed(contact)
        return _answer(decide(self._packs, facts, proposed, now))

    def made(self, contact: Planned, now: datetime, outcome: str, talked: bool) -> None:
        known = self._known[contact.person]
        known.attempts.append(_attempt(contact, now, outcome, talked, known.number(contact.number)))
        if contact.purpose == ContactPurpose.OPT_OUT_CONFIRMATION:
            known.confirmed[contact.number] = now
        elif contact.answers:
            known.answered[contact.answers] = known.answered.get(contact.answers, 0) + 1


def decided_engine() -> Decided:
    """The engine with the packs of the policy folder."""
    return Decided(load_packs(PACKS))


def _agreed(filed: Filed) -> Iterator[Consent]:
    at = filed.at - timedelta(days=200)
    for number in filed.numbers:
        for channel in number.agreed:
            yield Consent(ConsentAction.GIVEN, Channel(channel), at, "application", point_id=number.id)


def _heard(known: Known, event: Heard) -> None:
    known.heard[event.message] = event
    point = ContactPointId(event.number)
    found = withdrawals(event.words)
    for each in found:
        known.consents.append(consent_for(each.scope, point, CaseId(event.case), event.at, event.channel))
        if each.scope.name == "EVERYTHING":
            known.statuses.append(Status(SpecialStatus.CEASE, event.at, None, None, event.channel == "sms"))
    if ends_texts(found):
        known.stops[event.number] = event.at
    if event.channel == "sms" and reopens(event.words):
        known.consents.append(
            Consent(ConsentAction.GIVEN, Channel.SMS, event.at, "sms", point_id=event.number)
        )
    if event.hours is not None:
        known.hours.append(DailyWindow(*event.hours))
    elif event.label not in ("", "other"):
        _raised(known, event)


def _raised(known: Known, event: Heard) -> None:
    status = STATUS.get(event.label) or SpecialStatus(event.label)
    here = event.number if status is SpecialStatus.WRONG_NUMBER else None
    case = None if here or event.label in OF_THE_PERSON else event.case
    known.statuses.append(Status(status, event.at, case, here, event.channel == "sms"))


def _noted(known: Known, event: Noted) -> None:
    status = SpecialStatus(event.status)
    if event.lifted:
        known.statuses = [s for s in known.statuses if s.status is not status or s.case != event.case]
    else:
        known.statuses.append(Status(status, event.at, event.case, None, until=event.until))


def _facts(known: Known, contact: Planned, now: datetime) -> ContactFacts:
    filed, number, loan = known.filed, known.number(contact.number), known.loan(contact.case)
    asked = known.heard.get(contact.answers)
    stopped, confirmed = known.stops.get(number.id), known.confirmed.get(number.id)
    return ContactFacts(
        case_id=loan.id,
        point_id=number.id,
        place=Place(
            filed.country,
            filed.region,
            filed.city,
            number.country,
            None,
            tuple(dict.fromkeys((*filed.zones, *number.zones))),
        ),
        debt=Debt(
            Relationship(loan.relationship or "unknown"), Purpose(loan.purpose or "unknown"), loan.product
        ),
        line=_line(known, number),
        terms=DebtTerms(days_past_due=loan.days_late),
        notices=_notices(known, contact),
        talk=Talk(),
        consents=tuple(known.consents),
        standing=tuple(_standing(known, contact)),
        attempts=tuple(attempt for attempt in known.attempts if attempt.at > now - REMEMBERED),
        inconvenient=tuple(known.hours),
        inbound_at=asked.at if asked else None,
        inbound_channel=Channel(asked.channel) if asked else None,
        replies_sent=known.answered.get(contact.answers, 0),
        opt_out_confirmed=stopped is not None and confirmed is not None and confirmed >= stopped,
    )


def _line(known: Known, number: FiledNumber) -> Line:
    texted = max(
        (h.at for h in known.heard.values() if h.number == number.id and h.channel == "sms"), default=None
    )
    return Line(
        type=LineType(number.line or "unknown"),
        spot=_spot(number),
        used_by_person=texted is not None,
        texted_at=texted,
        confirmed_at=number.confirmed_at,
        reassignment_checked_at=number.confirmed_at,
        sender_registered=True,
    )


def _spot(number: FiledNumber) -> Spot | None:
    """The file says of every number whether it is one at work; a fixed line that is not stands at home."""
    if number.work:
        return Spot.WORK
    return Spot.HOME if number.line == "landline" else None


def _notices(known: Known, contact: Planned) -> Notices:
    """The lender's house is in order: what must be sent was sent, and is on file."""
    start = known.filed.at
    made = [a.at for a in known.attempts if a.counts and a.case_id == contact.case]
    return Notices(
        initial_at=min(made, default=None),
        written_made=bool(made),
        validation_sent_at=start - timedelta(days=60),
        validation_ends_at=start - timedelta(days=20),
        transfer_notice_at=start - timedelta(days=60),
        licence_checked=True,
        registered_alias=ALIAS,
        agent_named_at=start - timedelta(days=60),
    )


def _standing(known: Known, contact: Planned) -> Iterator[Standing]:
    for status in known.statuses:
        if status.case in (None, contact.case) and status.number in (None, contact.number):
            yield Standing(status.status, status.at, status.written, status.until)


def _proposed(contact: Planned) -> ProposedContact:
    return ProposedContact(
        channel=Channel(contact.channel),
        carrier=Carrier(contact.carrier),
        purpose=ContactPurpose(contact.purpose),
        language=Language(contact.language),
        text=contact.text,
        speaks_of_debt=False,
        lender=contact.lender,
        callback_number="+1 212 555 0100",
    )


def _attempt(contact: Planned, now: datetime, outcome: str, talked: bool, number: FiledNumber) -> Attempt:
    call = CallOutcome.TALKED if talked else OUTCOMES.get(outcome)
    return Attempt(
        at=now,
        channel=Channel(contact.channel),
        case_id=contact.case,
        by_us=True,
        counts=outcome != "failed",
        purpose=ContactPurpose(contact.purpose),
        talked=talked,
        outcome=call if contact.channel == "voice" else None,
        point_id=contact.number,
        spot=_spot(number),
    )


def _answer(decision: Decision) -> Answer:
    if isinstance(decision, Granted):
        return Answer(True)
    against = [f for f in decision.findings if f.verdict not in (Verdict.ALLOW, Verdict.REQUIRE)]
    return Answer(
        False,
        tuple(sorted({finding.rule_id for finding in against})),
        decision.until if isinstance(decision, Deferred) else None,
        tuple(sorted({finding.missing for finding in against if finding.missing})),
    )
