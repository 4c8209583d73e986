"""A refusal to pay, a request to cease, and a dispute that was only spoken."""

from __future__ import annotations

from arrears.domain.cases import SpecialStatus
from arrears.domain.compliance.decision import Duty, Lifts, Said
from arrears.domain.compliance.facts import Debt, Place
from arrears.domain.compliance.packs.status.numbers import StatusNumbers
from arrears.domain.compliance.packs.status.silences import Silence, acknowledged, pauses_only
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
from arrears.domain.outreach import ContactPurpose

S = SpecialStatus
_REFUSED = Silence("USF-CEASE-1", "12 CFR 1006.6(c)(1)", "refused_in_writing", Lifts.PERSON)


def oral_dispute(n: StatusNumbers, q: Question) -> Said | None:
    """A dispute that was only spoken, or came late, pauses outreach for some days."""
    entry = q.facts.stands(S.DISPUTE)
    if entry is None or not pauses_only(entry) or entry.until is None or entry.until <= q.now:
        return None
    return defer("dispute_spoken", entry.until)


def oral_dispute_marked(n: StatusNumbers, q: Question) -> Said | None:
    """And the debt is marked as disputed from then on."""
    entry = q.facts.stands(S.DISPUTE)
    return require(Duty.MARK_DISPUTED, "dispute_marked") if entry and pauses_only(entry) else None


def cease_notice(n: StatusNumbers, q: Question) -> Said | None:
    """What may be said once after a request to cease, and after nothing else."""
    if q.facts.stands(S.CEASE, S.REFUSED_TO_PAY) is None:
        return deny("nothing_to_cease", lifts=Lifts.NEVER)
    return deny("cease_notice_sent", lifts=Lifts.NEVER) if q.facts.notices.cease_notice_sent else None


def refused_to_pay(n: StatusNumbers, q: Question) -> Said | None:
    """A written refusal ends a third party's contact."""
    entry = q.facts.stands(S.REFUSED_TO_PAY)
    if entry is None or not entry.written or not third_party(q.facts.debt):
        return None
    return acknowledged(_REFUSED, q)


def refused_to_lender(n: StatusNumbers, q: Question) -> Said | None:
    """Whether the lender asks again, or anyone after a spoken refusal, is for a person."""
    entry = q.facts.stands(S.REFUSED_TO_PAY)
    if entry is None or (entry.written and third_party(q.facts.debt)):
        return None
    return refer("refused_to_pay")


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
