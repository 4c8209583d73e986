"""A refusal to pay, a request to cease, and a dispute that was only spoken."""

from __future__ import annotations

from arrears.domain.cases import SpecialStatus
from arrears.domain.compliance.decision import Duty, Lifts, Said
from arrears.domain.compliance.facts import Attempt, Debt, Place
from arrears.domain.compliance.frequency import about, latest
from arrears.domain.compliance.packs.status.numbers import StatusNumbers
from arrears.domain.compliance.packs.status.silences import Silence, acknowledged
from arrears.domain.compliance.rule import (
    HOUSE,
    Kind,
    Question,
    Rule,
    defer,
    deny,
    initiated,
    refer,
    reg_f_binds,
    require,
    third_party,
)
from arrears.domain.compliance.silent import pauses_only
from arrears.domain.outreach import ContactPurpose

S = SpecialStatus
_REFUSED = Silence("USF-CEASE-1", "12 CFR 1006.6(c)(1)", "refused_in_writing", Lifts.PERSON)


def oral_dispute(n: StatusNumbers, q: Question) -> Said | None:
    """A dispute that was only spoken, or came late, pauses outreach for some days."""
    until = latest(*[entry.until for entry in q.facts.each(S.DISPUTE) if pauses_only(entry)])
    return None if until is None or until <= q.now else defer("dispute_spoken", until)


def oral_dispute_marked(n: StatusNumbers, q: Question) -> Said | None:
    """And the debt is marked as disputed from then on."""
    spoken = any(map(pauses_only, q.facts.each(S.DISPUTE)))
    return require(Duty.MARK_DISPUTED, "dispute_marked") if spoken else None


def cease_notice(n: StatusNumbers, q: Question) -> Said | None:
    """What may be said once after a request to cease, and after nothing else."""
    if q.facts.stands(S.CEASE, S.REFUSED_TO_PAY) is None:
        return deny("nothing_to_cease", lifts=Lifts.NEVER)
    sent = q.facts.notices.cease_notice_sent or any(_said_so(attempt, q) for attempt in q.made)
    return deny("cease_notice_sent", lifts=Lifts.NEVER) if sent else None


def _said_so(attempt: Attempt, q: Question) -> bool:
    return attempt.purpose is ContactPurpose.CEASE_NOTICE and about(attempt, q.facts.case_id)


def refused_to_pay(n: StatusNumbers, q: Question) -> Said | None:
    """A written refusal ends a third party's contact."""
    return acknowledged(_REFUSED, q) if _in_writing_to_a_third_party(q) else None


def refused_to_lender(n: StatusNumbers, q: Question) -> Said | None:
    """Whether the lender asks again, or anyone after a spoken refusal, is for a person."""
    refused = q.facts.stands(S.REFUSED_TO_PAY) is not None
    return refer("refused_to_pay") if refused and not _in_writing_to_a_third_party(q) else None


def _in_writing_to_a_third_party(q: Question) -> bool:
    return third_party(q.facts.debt) and any(entry.written for entry in q.facts.each(S.REFUSED_TO_PAY))


def _cease_notice(place: Place, debt: Debt, kind: Kind) -> bool:
    return kind.purpose is ContactPurpose.CEASE_NOTICE


_MARK = "12 CFR 1006.18(c)(2) and 1006.30(c)"

RULES: tuple[Rule[StatusNumbers], ...] = (
    Rule("USF-DISP-3", _MARK, oral_dispute, scope=initiated, law=reg_f_binds, needs="standing"),
    Rule("USF-DISP-3", _MARK, oral_dispute_marked, law=reg_f_binds, needs="standing"),
    Rule("USF-CEASE-1", "12 CFR 1006.6(c)(2)", cease_notice, scope=_cease_notice, law=reg_f_binds),
    Rule(_REFUSED.rule_id, _REFUSED.cite, refused_to_pay, law=reg_f_binds, needs="standing"),
    Rule("P-REFUSAL-1", HOUSE, refused_to_lender, scope=initiated, needs="standing"),
)
