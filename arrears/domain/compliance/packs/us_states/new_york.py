"""New York state: 23 NYCRR 1, for third parties and consumer debts."""

from __future__ import annotations

from dataclasses import dataclass

from arrears.domain.cases import SpecialStatus
from arrears.domain.compliance.consents import consented
from arrears.domain.compliance.decision import Lifts, Said
from arrears.domain.compliance.facts import Debt, Place
from arrears.domain.compliance.packs.us_states.places import binds_in, third_party_consumer
from arrears.domain.compliance.rule import MANDATED, Kind, Question, Rule, Rules, deny, initiated
from arrears.domain.compliance.speech.words import says_debt
from arrears.domain.people import Channel


@dataclass(frozen=True, slots=True)
class UsNyNumbers:
    """The pack has none: its periods are clocks."""


def substantiation(n: UsNyNumbers, q: Question) -> Said | None:
    """A dispute of a charged-off debt, spoken or written, stops collection until it is substantiated.

    A debt of which it is not known counts as charged off.
    """
    charged_off = q.facts.terms.charged_off
    if q.facts.stands(SpecialStatus.DISPUTE, SpecialStatus.VALIDATION_REQUESTED) is None:
        return None
    if charged_off is False or (q.kind.answer and not says_debt(q.proposed)):
        return None
    missing = "terms.charged_off" if charged_off is None else None
    return deny("ny_substantiation", lifts=Lifts.VERIFICATION_SENT, missing=missing)


def email(n: UsNyNumbers, q: Question) -> Said | None:
    """E-mail with written consent alone, to an address that is not an employer's."""
    given = consented(q)
    if given is None or not given.written:
        return deny("ny_email_consent", lifts=Lifts.CONSENT)
    employer = q.facts.line.employer_provided
    if employer is None:
        return deny("ny_email_unknown", lifts=Lifts.FACT_KNOWN, missing="line.employer_provided")
    return deny("ny_email_employer", lifts=Lifts.OTHER_CHANNEL) if employer else None


def _not_mandated(place: Place, debt: Debt, kind: Kind) -> bool:
    return kind.purpose not in MANDATED


def _email(place: Place, debt: Debt, kind: Kind) -> bool:
    return kind.channel is Channel.EMAIL and initiated(place, debt, kind)


US_NY = Rules(
    numbers=UsNyNumbers,
    binds=binds_in("NY", third_party_consumer),
    contact=(
        Rule("NY-SUB-1", "23 NYCRR 1.4", substantiation, scope=_not_mandated, needs="standing"),
        Rule("NY-EMAIL-1", "23 NYCRR 1.6", email, scope=_email),
    ),
)
