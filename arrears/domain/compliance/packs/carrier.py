"""What the carriers forbid, whatever the law and the consent."""

from __future__ import annotations

from dataclasses import dataclass

from arrears.domain.cases import Relationship
from arrears.domain.compliance.decision import Lifts, Said
from arrears.domain.compliance.facts import Consent, ConsentAction, Debt, Place
from arrears.domain.compliance.rule import Applies, Kind, Question, Rule, Rules, deny, third_party
from arrears.domain.people import Carrier, Channel

BLOCK = "carrier_block"
"""How the ledger names a withdrawal that the carrier told us of."""

REOPENS = frozenset({"sms", "start"})
"""How a person ends that: START in a text. A YES ends it for the carrier, and is no consent for us."""


@dataclass(frozen=True, slots=True)
class CarrierNumbers:
    """The lists of the pack; their sources stand beside them in the policy file."""

    first_party_only_countries: tuple[str, ...]
    barred_products: tuple[str, ...]
    no_loan_content_countries: tuple[str, ...]


def binds(n: CarrierNumbers, place: Place, debt: Debt, kind: Kind) -> Applies:
    """Whatever Twilio carries, and every text to the countries whose carriers forbid third parties."""
    if kind.channel not in (Channel.SMS, Channel.VOICE):
        return Applies(False, "no_carrier")
    if kind.carrier in (Carrier.TWILIO, Carrier.CALL):
        return Applies(True, "twilio_carries")
    if place.number_country in n.first_party_only_countries:
        return Applies(True, "number_of_restricted_country")
    return Applies(False, "other_carrier")


def _text(place: Place, debt: Debt, kind: Kind) -> bool:
    return kind.channel is Channel.SMS


def _over_twilio(place: Place, debt: Debt, kind: Kind) -> bool:
    return kind.channel is Channel.SMS and kind.carrier is Carrier.TWILIO


def third_party_texts(n: CarrierNumbers, q: Question) -> Said | None:
    """No text for third-party collection; an unknown relationship counts as one."""
    facts = q.facts
    if facts.place.number_country not in n.first_party_only_countries:
        return None
    own = facts.debt.relationship is Relationship.FIRST_PARTY and not third_party(facts.debt)
    return None if own else deny("third_party_text", lifts=Lifts.OTHER_CHANNEL)


def barred_product(n: CarrierNumbers, q: Question) -> Said | None:
    """Loans that may not be mentioned by text."""
    product = q.facts.debt.product
    if product not in n.barred_products:
        return None
    return deny("product_barred", ("product", product), lifts=Lifts.OTHER_CHANNEL)


def local_carrier_needed(n: CarrierNumbers, q: Question) -> Said | None:
    """No loan content over Twilio to mainland China or Taiwan."""
    country = q.facts.place.number_country
    if q.proposed.carrier is not Carrier.TWILIO or country not in n.no_loan_content_countries:
        return None
    return deny("local_carrier_needed", ("country", country), lifts=Lifts.OTHER_CHANNEL)


def registered_as_owner(n: CarrierNumbers, q: Question) -> Said | None:
    """The lender's own texts need proof that the sender is registered as the party that is owed."""
    own = q.facts.debt.relationship is Relationship.FIRST_PARTY
    return _registration("not_registered_as_owed", n, q) if own else None


def registered(n: CarrierNumbers, q: Question) -> Said | None:
    """No text from a sender that the carriers do not know."""
    return _registration("sender_not_registered", n, q)


def _registration(reason: str, n: CarrierNumbers, q: Question) -> Said | None:
    known = q.facts.line.sender_registered
    if known or q.facts.place.number_country not in n.first_party_only_countries:
        return None
    if known is None:
        return deny(reason, lifts=Lifts.FACT_KNOWN, missing="line.sender_registered")
    return deny(reason, lifts=Lifts.OTHER_CHANNEL)


def blocked(n: CarrierNumbers, q: Question) -> Said | None:
    """A number that the carrier blocked is texted from no sender, until the person texts START."""
    block: Consent | None = None
    start: Consent | None = None
    for entry in q.facts.consents:
        if entry.point_id not in (None, q.facts.point_id):
            continue
        if entry.action is ConsentAction.WITHDRAWN:
            block = _later(block, entry) if entry.how == BLOCK else block
        elif entry.channel is Channel.SMS and entry.how in REOPENS and entry.at <= q.now:
            start = _later(start, entry)
    if block is None or (start is not None and start.at > block.at):
        return None
    return deny("carrier_blocks", ("date", block.at.date()), lifts=Lifts.CONSENT)


def _later(one: Consent | None, other: Consent) -> Consent:
    return other if one is None or other.at > one.at else one


CARRIER = Rules(
    numbers=CarrierNumbers,
    binds=binds,
    contact=(
        Rule("TW-10DLC-1", "Twilio errors 30863 and 30460", third_party_texts, scope=_text),
        Rule("TW-10DLC-2", "Twilio error 30863", registered_as_owner, scope=_over_twilio),
        Rule("TW-10DLC-3", "Twilio error 30869", barred_product, scope=_text),
        Rule("TW-10DLC-4", "Twilio error 30460", registered, scope=_over_twilio),
        Rule("TW-STOP-1", "Twilio error 21610", blocked, scope=_text, needs="withdrawals"),
        Rule("TW-CN-1", "Twilio SMS guidelines for China and Taiwan", local_carrier_needed),
    ),
)
