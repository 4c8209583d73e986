"""The four answers of compliance, each with every rule that fired."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple


class Verdict(StrEnum):
    """What one rule says. DENY > REFER > DEFER > ALLOW > REQUIRE when they are combined."""

    rank: int  # 0 is the gravest

    DENY = "deny", 0
    REFER = "refer", 1
    DEFER = "defer", 2
    ALLOW = "allow", 3
    REQUIRE = "require", 4  # gives no leave by itself: what must be done when others give it

    def __new__(cls, value: str, rank: int) -> Verdict:
        """The member; a rank beside it, since enums are slow to look up in a table."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.rank = rank
        return member


class Lifts(StrEnum):
    """What ends a refusal that time alone does not end."""

    CONSENT = "consent"  # the person agrees to this channel and number anew
    IDENTITY = "identity"  # the person proves who they are
    VERIFICATION_SENT = "verification_sent"  # proof of the debt has been sent
    NOTICE_SENT = "notice_sent"  # a notice that the law wants first has been sent
    NUMBER_CHECKED = "number_checked"  # the number is shown to be still theirs
    FACT_KNOWN = "fact_known"  # a missing fact is supplied
    OTHER_WORDS = "other_words"
    OTHER_CHANNEL = "other_channel"
    PERSON = "person"  # a named person clears it
    NEVER = "never"


class Duty(StrEnum):
    """What must be said, sent or kept when a permitted contact is made."""

    __hash__ = str.__hash__  # it equals its text; an enum's own is slow, and decisions ask for it often

    AI_DISCLOSURE = "ai_disclosure"  # in the first words: an automated AI assistant speaks
    AI_LABEL = "ai_label"  # an explicit label on generated content
    HUMAN_OFFERED = "human_offered"  # how to reach a person instead of the machine
    RECORDING_NOTICE = "recording_notice"  # before recording or transcribing begins
    REGISTERED_NAME = "registered_name"  # at the start of an automated call
    CALLBACK_NUMBER = "callback_number"  # during or after an automated call
    OPT_OUT_LINE = "opt_out_line"  # how to stop texts to this number
    KEYPAD_OPT_OUT = "keypad_opt_out"  # an interactive opt-out in a call without consent
    TOLL_FREE_OPT_OUT = "toll_free_opt_out"  # a toll-free number to opt out by, on a machine
    MINI_MIRANDA_INITIAL = "mini_miranda_initial"
    MINI_MIRANDA_LATER = "mini_miranda_later"
    DISCLOSURE_LANGUAGES = "disclosure_languages"  # disclosures in every language that was spoken
    ENGLISH_NOTICE = "english_notice"  # with a translated notice, or before it
    LICENCE_NUMBER = "licence_number"
    CALLER_NAME = "caller_name"  # company and a consistent personal name or alias
    PURPOSE_STATED = "purpose_stated"
    VALIDATION_NOTICE = "validation_notice"  # send it by its deadline
    MARK_DISPUTED = "mark_disputed"
    VERIFY_IDENTITY = "verify_identity"
    PLAN_COPY = "plan_copy"  # a written copy of a plan
    RECORD_CALL = "record_call"  # the place wants the whole call recorded
    KEEP_EVIDENCE = "keep_evidence"


class Said(NamedTuple):
    """What one rule says of one contact. A tuple, since tens of thousands are made in a second."""

    verdict: Verdict
    reason: str  # a code; `policy/explanations` has its words
    used: tuple[tuple[str, str], ...] = ()  # the facts and numbers it looked at; no personal data
    until: datetime | None = None  # DEFER: first instant it no longer objects; ALLOW: when its leave ends
    lifts: Lifts | None = None
    missing: str | None = None  # the fact whose absence made it refuse
    duty: Duty | None = None


class Finding(NamedTuple):
    """One rule that fired: what it said, where it comes from, and the facts it used."""

    rule_id: str
    citation: str
    verdict: Verdict
    reason: str
    used: tuple[tuple[str, str], ...] = ()
    until: datetime | None = None
    lifts: Lifts | None = None
    missing: str | None = None
    duty: Duty | None = None
    pack: str = ""  # id and version of the rule pack that says so; empty for the engine's own rules


class Requirement(NamedTuple):
    """A duty that comes with a permit, and the rule that imposes it."""

    duty: Duty
    rule_id: str
    citation: str


@dataclass(frozen=True, slots=True)
class Granted:
    """The contact may be made until valid_until, which is also the latest lawful delivery."""

    findings: tuple[Finding, ...]
    valid_until: datetime

    @property
    def requires(self) -> tuple[Requirement, ...]:
        """Every duty that comes with the permit."""
        return tuple(Requirement(f.duty, f.rule_id, f.citation) for f in self.findings if f.duty is not None)


@dataclass(frozen=True, slots=True)
class Refused:
    """The contact may not be made."""

    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Deferred:
    """The contact may not be made before `until`; decide again then."""

    findings: tuple[Finding, ...]
    until: datetime


@dataclass(frozen=True, slots=True)
class Referred:
    """A person must decide."""

    findings: tuple[Finding, ...]


Decision = Granted | Refused | Deferred | Referred
