"""What was said or learnt of a person, and the exceptions under which we still answer; everywhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar

from arrears.domain.cases import Relationship, SpecialStatus
from arrears.domain.compliance.consents import withdrawn
from arrears.domain.compliance.decision import Finding
from arrears.domain.compliance.facts import ContactFacts, ProposedContact
from arrears.domain.compliance.rule import (
    ANSWER_WITHIN,
    HOUSE,
    Rule,
    allow,
    deny,
    heard_within,
    is_answer,
    refer,
    reg_f,
    run,
)
from arrears.domain.compliance.speech import says_debt
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Channel


@dataclass(frozen=True, slots=True)
class StatusNumbers:
    """The numbers of the pack; their sources stand beside them in the policy file."""

    COUNTRIES: ClassVar[frozenset[str]] = frozenset()

    answer_delivery_minutes: int
    opt_out_confirmation_minutes_max: int
    hardship_pause_days: int

    def binds(self, facts: ContactFacts, proposed: ProposedContact) -> str | None:
        """Everyone."""
        return "it binds every contact"

    def fire(self, facts: ContactFacts, proposed: ProposedContact, now: datetime) -> tuple[Finding, ...]:
        """Every rule of the pack that has something to say."""
        return run(RULES, self, facts, proposed, now)


@dataclass(frozen=True, slots=True)
class Silence:
    """A status after which nothing may be sent but an acknowledgement that does not speak of debt."""

    rule_id: str
    section: str  # of 12 CFR, or another citation where it names its own law
    why: str


SILENCES = {
    SpecialStatus.DISPUTE: Silence("USF-DISP-1", "1006.38(d)(2)", "the debt is disputed"),
    SpecialStatus.VALIDATION_REQUESTED: Silence(
        "USF-DISP-2", "1006.38(c) and (d)", "proof of the debt was asked for and is not settled yet"
    ),
    SpecialStatus.ATTORNEY: Silence("USF-ATT-1", "1006.6(b)(2)", "the person is represented"),
    SpecialStatus.CEASE: Silence("USF-CEASE-1", "1006.6(c)(1)", "the person asked us to cease"),
    SpecialStatus.BANKRUPTCY: Silence("VUL-03", "1006.30(b), and 11 U.S.C. 362", "a bankruptcy was reported"),
    SpecialStatus.DECEASED: Silence("VUL-04", "1006.6(a)(4)", "the person is said to have died"),
    SpecialStatus.WRONG_NUMBER: Silence("USF-3PD-2", "1006.6(d)(3)", "the number is not the person's"),
    SpecialStatus.THIRD_PARTY_ANSWERED: Silence(
        "USF-3PD-1", "1006.6(d)(1)", "somebody else answered at this number"
    ),
}


def _silenced(status: SpecialStatus, silence: Silence) -> Rule[StatusNumbers]:
    def rule(
        n: StatusNumbers, facts: ContactFacts, proposed: ProposedContact, now: datetime
    ) -> Finding | None:
        if status not in facts.statuses:
            return None
        return _acknowledged(silence, facts, proposed, now)

    return rule


def _acknowledged(
    silence: Silence, facts: ContactFacts, proposed: ProposedContact, now: datetime
) -> Finding | None:
    if is_answer(facts, proposed, now) and not says_debt(proposed):
        return None
    return deny(silence.rule_id, reg_f(silence.section, facts), silence.why)


def refusal_to_pay(
    n: StatusNumbers, facts: ContactFacts, proposed: ProposedContact, now: datetime
) -> Finding | None:
    """USF-CEASE-1, P-REFUSAL-1: a written refusal ends a third party's contact; the lender stops asking."""
    if SpecialStatus.REFUSED_TO_PAY not in facts.statuses:
        return None
    if facts.relationship is not Relationship.FIRST_PARTY:
        cease = Silence("USF-CEASE-1", "1006.6(c)(1)", "the person refused to pay, in writing")
        return _acknowledged(cease, facts, proposed, now)
    if is_answer(facts, proposed, now):
        return None
    return refer("P-REFUSAL-1", HOUSE, "the person refused to pay; whether to ask again is for a person")


def self_harm(
    n: StatusNumbers, facts: ContactFacts, proposed: ProposedContact, now: datetime
) -> Finding | None:
    """VUL-01: after a statement of self-harm only the crisis line and a person answer."""
    if SpecialStatus.SELF_HARM not in facts.statuses or proposed.purpose is ContactPurpose.CRISIS:
        return None
    by_person = proposed.purpose is ContactPurpose.SUPERVISOR and is_answer(facts, proposed, now)
    if by_person and not says_debt(proposed):
        return None
    why = "the person spoke of self-harm: only the crisis line and a person may answer, and not about debt"
    return deny("VUL-01", HOUSE, why)


def hardship(
    n: StatusNumbers, facts: ContactFacts, proposed: ProposedContact, now: datetime
) -> Finding | None:
    """VUL-02: outreach rests after hardship was named; questions are answered."""
    if SpecialStatus.HARDSHIP not in facts.statuses or is_answer(facts, proposed, now):
        return None
    return deny("VUL-02", HOUSE, f"hardship was named: outreach rests for {n.hardship_pause_days} days")


def military(
    n: StatusNumbers, facts: ContactFacts, proposed: ProposedContact, now: datetime
) -> Finding | None:
    """VUL-05: a person looks at a service member's case before anyone writes."""
    if SpecialStatus.MILITARY not in facts.statuses or is_answer(facts, proposed, now):
        return None
    return refer(
        "VUL-05", "50 U.S.C. 3931, 3937; 10 U.S.C. 987", "the person serves or depends on one who does"
    )


def complaint(
    n: StatusNumbers, facts: ContactFacts, proposed: ProposedContact, now: datetime
) -> Finding | None:
    """P-COMPLAINT-1: a person answers a complaint before anyone asks for money."""
    if SpecialStatus.COMPLAINT not in facts.statuses or is_answer(facts, proposed, now):
        return None
    return refer("P-COMPLAINT-1", HOUSE, "a complaint is open")


def takeover(
    n: StatusNumbers, facts: ContactFacts, proposed: ProposedContact, now: datetime
) -> Finding | None:
    """P-TAKEOVER-1: the machine is silent while a person has the conversation; nobody else signs as one."""
    match proposed.purpose:
        case ContactPurpose.SUPERVISOR:
            if not facts.person_active:
                return deny("P-TAKEOVER-1", HOUSE, "no person has taken the conversation over")
        case ContactPurpose.OUTREACH | ContactPurpose.REPLY:
            if facts.person_active:
                return deny("P-TAKEOVER-1", HOUSE, "a person has taken the conversation over")
        case ContactPurpose.OPT_OUT_CONFIRMATION | ContactPurpose.CRISIS:
            pass
    return None


def web_answers(
    n: StatusNumbers, facts: ContactFacts, proposed: ProposedContact, now: datetime
) -> Finding | None:
    """P-WEB-1: a web chat is answered, never begun."""
    if proposed.channel is not Channel.WEB or is_answer(facts, proposed, now):
        return None
    return deny("P-WEB-1", HOUSE, "a web chat is only ever begun by the borrower")


def reply(n: StatusNumbers, facts: ContactFacts, proposed: ProposedContact, now: datetime) -> Finding | None:
    """P-REPLY-1: one answer to each message the borrower started, at any hour and whatever the count."""
    if proposed.purpose is not ContactPurpose.REPLY:
        return None
    if not heard_within(facts, now, ANSWER_WITHIN):
        return deny("P-REPLY-1", _ONE_ANSWER, "there is no message of the last 24 hours to answer")
    if facts.replies_sent:
        return deny("P-REPLY-1", _ONE_ANSWER, "that message was answered already")
    why = "exception: the one answer to a message the borrower started"
    return allow("P-REPLY-1", _ONE_ANSWER, why, _soon(n, now))


def supervisor(
    n: StatusNumbers, facts: ContactFacts, proposed: ProposedContact, now: datetime
) -> Finding | None:
    """P-SUPERVISOR-1: a person's answer in a conversation the borrower takes part in."""
    if proposed.purpose is not ContactPurpose.SUPERVISOR or not is_answer(facts, proposed, now):
        return None
    why = "exception: a person answers the borrower's message of the last 24 hours"
    return allow("P-SUPERVISOR-1", _ONE_ANSWER, why, _soon(n, now))


def opt_out_confirmation(
    n: StatusNumbers, facts: ContactFacts, proposed: ProposedContact, now: datetime
) -> Finding | None:
    """TCPA-STOP-1: one confirmation of a withdrawal, at once, that says nothing else."""
    if proposed.purpose is not ContactPurpose.OPT_OUT_CONFIRMATION:
        return None
    cite = "47 CFR 64.1200(a)(12); 12 CFR 1006.14(h)(2)(i)"
    if not withdrawn(facts.consents, proposed.channel, now):
        return deny("TCPA-STOP-1", cite, "there is no withdrawal to confirm")
    if facts.opt_out_confirmed:
        return deny("TCPA-STOP-1", cite, "the withdrawal was confirmed already")
    if not heard_within(facts, now, timedelta(minutes=n.opt_out_confirmation_minutes_max)):
        minutes = n.opt_out_confirmation_minutes_max
        return deny("TCPA-STOP-1", cite, f"the withdrawal is more than {minutes} minutes old")
    if says_debt(proposed):
        return deny("TCPA-STOP-1", cite, "a confirmation says nothing else")
    return allow("TCPA-STOP-1", cite, "exception: the one confirmation of a withdrawal", _soon(n, now))


def crisis(n: StatusNumbers, facts: ContactFacts, proposed: ProposedContact, now: datetime) -> Finding | None:
    """VUL-01: the crisis-line answer, at any hour, also after a withdrawal."""
    if proposed.purpose is not ContactPurpose.CRISIS:
        return None
    cite = f"{HOUSE}; the emergency exception of 47 U.S.C. 227(b)(1)(A)"
    if SpecialStatus.SELF_HARM not in facts.statuses or not heard_within(facts, now, ANSWER_WITHIN):
        return deny("VUL-01", cite, "there is no statement of self-harm to answer")
    if says_debt(proposed):
        return deny("VUL-01", cite, "a crisis answer does not mention money")
    return allow("VUL-01", cite, "exception: the crisis-line answer", _soon(n, now))


_ONE_ANSWER = f"{HOUSE}; the exception of USF-TIME-2, 12 CFR 1006.6(b)(1), comments 6(b)(1)-1 and -2"


def _soon(n: StatusNumbers, now: datetime) -> datetime:
    return now + timedelta(minutes=n.answer_delivery_minutes)


RULES: tuple[Rule[StatusNumbers], ...] = (
    *(_silenced(status, silence) for status, silence in SILENCES.items()),
    refusal_to_pay,
    self_harm,
    hardship,
    military,
    complaint,
    takeover,
    web_answers,
    reply,
    supervisor,
    opt_out_confirmation,
    crisis,
)
