"""Validation information: when it is owed, what it stops, and how it may be sent; evidence that is kept.

Source: 12 CFR 1006.34, 1006.42 and 1006.100 with Supplement I.
"""

from __future__ import annotations

from arrears.domain.compliance.clocks.days import days_after, earliest_day, over_somewhere_at
from arrears.domain.compliance.consents import withdrawn
from arrears.domain.compliance.decision import Duty, Lifts, Said
from arrears.domain.compliance.facts import Debt, Place
from arrears.domain.compliance.packs.us_federal.numbers import UsFederalNumbers
from arrears.domain.compliance.packs.us_federal.scopes import approaches, collectors
from arrears.domain.compliance.rule import Kind, Question, Rule, deny, reg_f_binds, require
from arrears.domain.compliance.speech.words import says_debt
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Language


def validation_owed(n: UsFederalNumbers, q: Question) -> Said | None:
    """Validation information in the initial communication, or within days of it."""
    if q.facts.notices.validation_sent_at is not None or (q.kind.voicemail and not says_debt(q.proposed)):
        return None
    return require(Duty.VALIDATION_NOTICE, "validation_owed", ("days", n.validation_notice_days))


def validation_late(n: UsFederalNumbers, q: Question) -> Said | None:
    """Nothing that asks for money once those days are over and it was not sent."""
    notices = q.facts.notices
    if notices.initial_at is None or notices.validation_sent_at is not None:
        return None
    zones = n.zones(q.facts)
    last_on = days_after(earliest_day(notices.initial_at, zones), n.validation_notice_days)
    if q.now < over_somewhere_at(last_on, zones):
        return None
    return deny("validation_late", ("days", n.validation_notice_days), lifts=Lifts.NOTICE_SENT)


def notice_route(n: UsFederalNumbers, q: Question) -> Said | None:
    """Electronically only with consent to electronic records, and never to who asked for none.

    Within the initial communication that consent is not asked for.
    """
    if withdrawn(q) is not None:
        return deny("notice_to_opted_out", lifts=Lifts.OTHER_CHANNEL)
    agreed_at = q.facts.notices.esign_at
    if q.facts.notices.initial_at is None or (agreed_at is not None and agreed_at <= q.now):
        return None
    return deny("notice_without_esign", lifts=Lifts.OTHER_CHANNEL, missing="notices.esign_at")


def notice_in_english(n: UsFederalNumbers, q: Question) -> Said | None:
    """A translated notice comes with the English one, or after it."""
    language = q.proposed.language
    if language is Language.EN:
        return None
    return require(Duty.ENGLISH_NOTICE, "notice_translated", ("language", language))


def evidence(n: UsFederalNumbers, q: Question) -> Said | None:
    """Evidence is kept from the first step until years after the last."""
    return require(Duty.KEEP_EVIDENCE, "evidence_kept", ("years", n.evidence_years))


def _communications(place: Place, debt: Debt, kind: Kind) -> bool:
    return kind.purpose not in _NO_DEMANDS and collectors(place, debt, kind)


def _demands(place: Place, debt: Debt, kind: Kind) -> bool:
    return approaches(place, debt, kind) and _communications(place, debt, kind)


def _notices(place: Place, debt: Debt, kind: Kind) -> bool:
    return kind.purpose is ContactPurpose.NOTICE and reg_f_binds(place, debt)


def _electronic_notices(place: Place, debt: Debt, kind: Kind) -> bool:
    return kind.electronic and _notices(place, debt, kind)


def _collectors(place: Place, debt: Debt, kind: Kind) -> bool:
    return reg_f_binds(place, debt)


_NO_DEMANDS = frozenset({ContactPurpose.LOCATION, ContactPurpose.NOTICE, ContactPurpose.CEASE_NOTICE})

RULES: tuple[Rule[UsFederalNumbers], ...] = (
    Rule("USF-VAL-1", "12 CFR 1006.34(a)(1)", validation_owed, scope=_communications),
    Rule("USF-VAL-1", "12 CFR 1006.34(a)(1)(i)(B)", validation_late, scope=_demands),
    Rule("USF-VAL-4", "12 CFR 1006.42; comments 42(a)(1)-2 and -4", notice_route, scope=_electronic_notices),
    Rule("USF-LANG-2", "12 CFR 1006.34(e)", notice_in_english, scope=_notices),
    Rule("REC-1", "12 CFR 1006.100", evidence, scope=_collectors),
)
