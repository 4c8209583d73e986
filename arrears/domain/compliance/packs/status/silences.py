"""Statuses after which we are silent, but for what each of them still allows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from arrears.domain.cases import SpecialStatus
from arrears.domain.compliance.decision import Lifts, Said
from arrears.domain.compliance.facts import Debt, Place, Recipient
from arrears.domain.compliance.packs.status.numbers import StatusNumbers
from arrears.domain.compliance.rule import HOUSE, Question, Rule, deny, reg_f_binds
from arrears.domain.compliance.silent import pauses_only
from arrears.domain.compliance.speech.words import says_debt
from arrears.domain.outreach import ContactPurpose

S = SpecialStatus


@dataclass(frozen=True, slots=True)
class Silence:
    """A status after which nothing may be sent but an acknowledgement that does not speak of debt."""

    rule_id: str
    cite: str
    reason: str
    lifts: Lifts
    law: Callable[[Place, Debt], bool] | None = reg_f_binds
    spares: frozenset[Recipient] = frozenset()  # who may be written to all the same
    once: bool = False  # each message of the person is answered once, by a machine or by a person
    notices: bool = True  # notices that the law wants are sent all the same
    sought: bool = False  # somebody may be asked who handles the person's affairs


_ATTORNEYS = frozenset({Recipient.ATTORNEY})
_ESTATE = frozenset({Recipient.REPRESENTATIVE, Recipient.SPOUSE, Recipient.PARENT, Recipient.ATTORNEY})

SILENCES = {
    S.DISPUTE: Silence("USF-DISP-1", "12 CFR 1006.38(d)(2)", "disputed", Lifts.VERIFICATION_SENT),
    S.VALIDATION_REQUESTED: Silence(
        "USF-DISP-2", "12 CFR 1006.38(c) and (d)", "proof_wanted", Lifts.VERIFICATION_SENT
    ),
    S.CEASE: Silence("USF-CEASE-1", "12 CFR 1006.6(c)(1)", "asked_to_cease", Lifts.PERSON),
    # Nobody else who owes the same debt is asked either: the stay covers co-debtors too.
    S.BANKRUPTCY: Silence(
        "VUL-03", "11 U.S.C. 362 and 1301; 12 CFR 1006.30(b)", "bankruptcy", Lifts.PERSON, None, _ATTORNEYS
    ),
    S.DISCHARGED: Silence("VUL-03", "11 U.S.C. 524", "discharged", Lifts.NEVER, None, _ATTORNEYS),
    # The notice of a dead person's debt goes to who handles their affairs.
    S.DECEASED: Silence(
        "VUL-04", "12 CFR 1006.6(a)(4)", "deceased", Lifts.PERSON, None, _ESTATE, notices=False, sought=True
    ),
    S.WRONG_NUMBER: Silence(
        "USF-3PD-2", "12 CFR 1006.6(d)(3)", "wrong_number", Lifts.PERSON, notices=False
    ),
    S.THIRD_PARTY_ANSWERED: Silence(
        "USF-3PD-1", "12 CFR 1006.6(d)(1)", "third_party_answered", Lifts.PERSON, notices=False
    ),
    S.IDENTITY_THEFT: Silence(
        "VUL-06", "comment 30(b)(1)-2 to 12 CFR 1006; 15 U.S.C. 1681m(f)-(g)", "identity_theft",
        Lifts.PERSON, None,
    ),
    S.MINOR: Silence(
        "VUL-07", "12 CFR 1006.6(a)(2)", "minor", Lifts.PERSON, None, frozenset({Recipient.PARENT})
    ),
    S.VIOLENCE: Silence("VUL-11", HOUSE, "violence", Lifts.PERSON, None),
    S.ATTORNEY: Silence(
        "USF-ATT-1", "12 CFR 1006.6(b)(2); comment 6(b)(2)-1", "represented", Lifts.PERSON,
        reg_f_binds, _ATTORNEYS, once=True,
    ),
    S.DEBT_ADVISER: Silence(
        "VUL-08", "CONC 7.3.11R", "debt_adviser", Lifts.PERSON, None, _ATTORNEYS, once=True
    ),
}  # fmt: skip

LIMITED = frozenset({S.ATTORNEY, S.DEBT_ADVISER})
"""Silences after which, in the end, a person decides: `representation` judges them."""


def _silenced(status: SpecialStatus, silence: Silence) -> Rule[StatusNumbers]:
    def judge(n: StatusNumbers, q: Question) -> Said | None:
        entries = q.facts.each(status)
        if all(map(pauses_only, entries)) or q.proposed.recipient in silence.spares:
            return None
        return acknowledged(silence, q)

    return Rule(silence.rule_id, silence.cite, judge, needs="standing", law=silence.law)


def acknowledged(silence: Silence, q: Question) -> Said | None:
    """Silence, but for an answer that says nothing of the debt, and a notice that the law requires."""
    purpose = q.proposed.purpose
    if purpose is ContactPurpose.NOTICE and silence.notices:
        return None
    if purpose is ContactPurpose.CEASE_NOTICE and silence.reason in _CEASED:
        return None
    asks = silence.sought and purpose is ContactPurpose.LOCATION  # other rules say how that is asked
    if says_debt(q.proposed) or not (q.kind.answer or asks):
        return deny(silence.reason, lifts=silence.lifts)
    if silence.once and purpose in _CONVERSING and q.facts.replies_sent:
        return deny("answered_once", lifts=Lifts.PERSON)
    return None


_CEASED = frozenset({"asked_to_cease", "refused_in_writing"})
_CONVERSING = frozenset({ContactPurpose.REPLY, ContactPurpose.SUPERVISOR})

RULES: tuple[Rule[StatusNumbers], ...] = tuple(
    _silenced(status, silence) for status, silence in SILENCES.items() if status not in LIMITED
)
