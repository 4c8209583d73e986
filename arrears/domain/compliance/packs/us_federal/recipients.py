"""Who may be spoken to. Source: 12 CFR 1006.6(a) and (d)(1), 1006.10 with Supplement I."""

from __future__ import annotations

from arrears.domain.cases import SpecialStatus
from arrears.domain.compliance.decision import Lifts, Said
from arrears.domain.compliance.facts import STANDS_IN, Attempt, CallOutcome, Debt, Place, Recipient
from arrears.domain.compliance.packs.us_federal.numbers import UsFederalNumbers
from arrears.domain.compliance.packs.us_federal.scopes import to_people
from arrears.domain.compliance.rule import Kind, Question, Rule, deny, reg_f_binds
from arrears.domain.compliance.speech.words import says_debt, words_of
from arrears.domain.outreach import ContactPurpose


def recipient(n: UsFederalNumbers, q: Question) -> Said | None:
    """Nobody but those whom the law names; others hear nothing of a debt, and are not approached."""
    to = q.proposed.recipient
    if to is Recipient.OTHER:
        return None if _says_nothing(q) else deny("recipient_is_other", lifts=Lifts.NEVER)
    if q.facts.stands(STANDS_IN[to]) is not None:
        return None
    return deny("recipient_does_not_stand_in", ("recipient", to), lifts=Lifts.FACT_KNOWN)


def somebody_elses(n: UsFederalNumbers, q: Question) -> Said | None:
    """Nothing to a number or address that is known to be somebody else's."""
    if not q.facts.line.rings_a_third_party or _says_nothing(q):
        return None
    return deny("line_is_somebody_elses", lifts=Lifts.OTHER_CHANNEL)


def _says_nothing(q: Question) -> bool:
    if q.kind.purpose is ContactPurpose.LOCATION:
        return True  # the rule about asking where the person is says what may be said
    return q.kind.answer and not says_debt(q.proposed)


def location(n: UsFederalNumbers, q: Question) -> Said | None:
    """Where a person can be reached is asked by a human, of somebody else, once, saying nothing more."""
    proposed = q.proposed
    if proposed.automated:
        return deny("location_by_machine", lifts=Lifts.PERSON)
    if proposed.public:
        return deny("seen_by_others", lifts=Lifts.OTHER_CHANNEL)
    if proposed.recipient in (Recipient.PERSON, Recipient.GUARANTOR):
        return deny("location_of_oneself", lifts=Lifts.OTHER_WORDS)
    if q.facts.stands(SpecialStatus.ATTORNEY) is not None:
        return deny("location_attorney_known", lifts=Lifts.NEVER)
    if says_debt(proposed):
        return deny("location_says_debt", lifts=Lifts.OTHER_WORDS)
    if words_of(proposed).names_sender:
        return deny("location_names_employer", lifts=Lifts.OTHER_WORDS)
    if any(_asked_before(attempt, q) for attempt in q.made):
        return deny("location_asked_before", lifts=Lifts.PERSON)
    return None


def _asked_before(attempt: Attempt, q: Question) -> bool:
    return (
        attempt.purpose is ContactPurpose.LOCATION
        and attempt.outcome not in _SPOKE_TO_NOBODY
        and attempt.point_id in (None, q.facts.point_id)
    )


_SPOKE_TO_NOBODY = frozenset(
    {
        CallOutcome.NO_MESSAGE,
        CallOutcome.UNANSWERED,
        CallOutcome.BUSY,
        CallOutcome.DECLINED,
        CallOutcome.NOT_IN_SERVICE,
    }
)


def _for_somebody_else(place: Place, debt: Debt, kind: Kind) -> bool:
    return kind.recipient is Recipient.OTHER or kind.recipient in STANDS_IN


def _location(place: Place, debt: Debt, kind: Kind) -> bool:
    return kind.purpose is ContactPurpose.LOCATION


RULES: tuple[Rule[UsFederalNumbers], ...] = (
    Rule(
        "USF-3PD-1",
        "12 CFR 1006.6(a) and (d)(1)",
        recipient,
        scope=_for_somebody_else,
        law=reg_f_binds,
    ),
    Rule("USF-3PD-2", "12 CFR 1006.6(d)(3)(ii)", somebody_elses, scope=to_people, law=reg_f_binds),
    Rule("USF-LOC-1", "12 CFR 1006.10", location, scope=_location, law=reg_f_binds),
)
