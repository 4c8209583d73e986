"""People who need care: who stops us, and who hears from a person first."""

from __future__ import annotations

from arrears.domain.cases import SpecialStatus
from arrears.domain.compliance.decision import Duty, Lifts, Said
from arrears.domain.compliance.facts import Debt, Place, Recipient
from arrears.domain.compliance.packs.status.numbers import StatusNumbers
from arrears.domain.compliance.rule import (
    HOUSE,
    Kind,
    Question,
    Rule,
    Scope,
    deny,
    initiated,
    refer,
    reg_f_binds,
    require,
)
from arrears.domain.compliance.speech.words import says_debt
from arrears.domain.outreach import ContactPurpose

S = SpecialStatus


def self_harm(n: StatusNumbers, q: Question) -> Said | None:
    """After a statement of self-harm only the crisis line and a person answer, on every debt."""
    if q.facts.stands(S.SELF_HARM) is None or q.proposed.purpose is ContactPurpose.CRISIS:
        return None
    by_person = q.proposed.purpose is ContactPurpose.SUPERVISOR and q.kind.answer
    if by_person and not says_debt(q.proposed):
        return None
    return deny("self_harm", lifts=Lifts.PERSON)


def military(n: StatusNumbers, q: Question) -> Said | None:
    """A person looks at a service member's case before anyone writes."""
    return refer("military") if q.facts.stands(S.MILITARY) else None


def chain_of_command(n: StatusNumbers, q: Question) -> Said | None:
    """Nobody around a service member hears of them, least of all their superiors."""
    return deny("chain_of_command", lifts=Lifts.NEVER) if q.facts.stands(S.MILITARY) else None


def new_validation(n: StatusNumbers, q: Question) -> Said | None:
    """Whoever handles the affairs of who has died gets a validation notice of their own."""
    entries = q.facts.each(S.DECEASED)
    sent = q.facts.notices.validation_sent_at
    if all(sent is not None and entry.at is not None and sent > entry.at for entry in entries):
        return None
    return require(Duty.VALIDATION_NOTICE, "representative_notified")


def complaint(n: StatusNumbers, q: Question) -> Said | None:
    """A person answers a complaint before anyone asks for money."""
    return refer("complaint") if q.facts.stands(S.COMPLAINT) else None


def not_understanding(n: StatusNumbers, q: Question) -> Said | None:
    """Who does not follow is not asked by a machine; questions are answered, and a person takes over."""
    return refer("not_understanding") if q.facts.stands(S.NOT_UNDERSTANDING) else None


def busy(n: StatusNumbers, q: Question) -> Said | None:
    """On learning that the time is bad the debt is not spoken of; when is better may be asked."""
    if not q.facts.talk.busy or not says_debt(q.proposed):
        return None
    return deny("busy_now", lifts=Lifts.OTHER_WORDS)


def spouse(n: StatusNumbers, q: Question) -> Said | None:
    """The person alone is spoken to, also where the law would let a spouse stand in."""
    return None if q.facts.stands(S.DECEASED) else deny("spouse", lifts=Lifts.NEVER)


def _to(recipient: Recipient) -> Scope:
    def scope(place: Place, debt: Debt, kind: Kind) -> bool:
        return kind.recipient is recipient

    return scope


RULES: tuple[Rule[StatusNumbers], ...] = (
    Rule("VUL-01", HOUSE, self_harm, needs="standing"),
    Rule(
        "VUL-05", "50 U.S.C. 3931, 3937 and 3952; 10 U.S.C. 987", military, scope=initiated, needs="standing"
    ),
    Rule(
        "VUL-05", f"{HOUSE}, after 50 U.S.C. 3901 and following", chain_of_command, scope=_to(Recipient.OTHER)
    ),
    Rule(
        "VUL-04",
        "12 CFR 1006.34(a)(1), comment 34(a)(1)-1",
        new_validation,
        scope=_to(Recipient.REPRESENTATIVE),
        law=reg_f_binds,
    ),
    Rule("P-COMPLAINT-1", HOUSE, complaint, scope=initiated, needs="standing"),
    Rule("VUL-09", f"{HOUSE}, after CONC 7.10", not_understanding, scope=initiated, needs="standing"),
    Rule("VUL-10", "comment 6(b)(4)(i)-1 to 12 CFR 1006", busy),
    Rule("SPOUSE", HOUSE, spouse, scope=_to(Recipient.SPOUSE)),
)
