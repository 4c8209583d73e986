"""What a contact must say and keep: who speaks and why, a person on request, a recording of the call."""

from __future__ import annotations

from arrears.domain.compliance.decision import Duty, Lifts, Said
from arrears.domain.compliance.facts import Debt, Place
from arrears.domain.compliance.limits import not_help
from arrears.domain.compliance.packs.china.numbers import GUIDELINE, ChinaNumbers
from arrears.domain.compliance.rule import Kind, Question, Rule, deny, require
from arrears.domain.people import Channel


def institution_named(n: ChinaNumbers, q: Question) -> Said | None:
    """The first contact says which institution speaks."""
    return _first(q, Duty.CALLER_NAME, "institution_named")


def purpose_stated(n: ChinaNumbers, q: Question) -> Said | None:
    """The first contact says what it is about, once it is the debtor who listens."""
    return _first(q, Duty.PURPOSE_STATED, "purpose_stated") if q.facts.verified else None


def _first(q: Question, duty: Duty, reason: str) -> Said | None:
    done = q.facts.notices.initial_at is not None or duty in q.facts.talk.disclosed
    return None if done else require(duty, reason)


def person_offered(n: ChinaNumbers, q: Question) -> Said | None:
    """Whom a machine speaks to is told how to reach a person."""
    if Duty.HUMAN_OFFERED in q.facts.talk.disclosed:
        return None
    return require(Duty.HUMAN_OFFERED, "person_offered")


def recorded(n: ChinaNumbers, q: Question) -> Said | None:
    """The whole call is recorded; who does not want that is not called."""
    if q.facts.talk.recording_refused:
        return deny("call_would_be_unrecorded", lifts=Lifts.OTHER_CHANNEL)
    return require(Duty.RECORD_CALL, "call_recorded")


def _by_machine(place: Place, debt: Debt, kind: Kind) -> bool:
    return kind.machine_speaks and not_help(place, debt, kind)


def _call(place: Place, debt: Debt, kind: Kind) -> bool:
    return kind.channel is Channel.VOICE and not_help(place, debt, kind)


RULES: tuple[Rule[ChinaNumbers], ...] = (
    Rule("CN-ID-1", GUIDELINE, institution_named, scope=not_help),
    Rule("CN-ID-1", GUIDELINE, purpose_stated, scope=not_help),
    Rule("CN-AI-1", GUIDELINE, person_offered, scope=_by_machine),
    Rule("CN-REC-1", f"{GUIDELINE}; rules on consumer finance companies", recorded, scope=_call),
)
