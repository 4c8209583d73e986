"""What the carriers forbid, whatever the law and the consent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from arrears.domain.cases import Relationship
from arrears.domain.compliance.decision import Finding
from arrears.domain.compliance.facts import ContactFacts, ProposedContact
from arrears.domain.compliance.rule import Rule, deny, run
from arrears.domain.people import Carrier, Channel


@dataclass(frozen=True, slots=True)
class CarrierNumbers:
    """The lists of the pack; their sources stand beside them in the policy file."""

    COUNTRIES: ClassVar[frozenset[str]] = frozenset()

    first_party_only_countries: tuple[str, ...]
    barred_products: tuple[str, ...]
    no_loan_content_countries: tuple[str, ...]

    def binds(self, facts: ContactFacts, proposed: ProposedContact) -> str | None:
        """Whatever Twilio carries, and every text to the countries whose carriers forbid third parties."""
        if proposed.channel is Channel.WEB:
            return None
        if proposed.carrier is Carrier.TWILIO:
            return "Twilio carries the contact"
        if facts.number_country in self.first_party_only_countries:
            return "the number belongs to a country whose carriers restrict collection by text"
        return None

    def fire(self, facts: ContactFacts, proposed: ProposedContact, now: datetime) -> tuple[Finding, ...]:
        """Every rule of the pack that has something to say."""
        return run(RULES, self, facts, proposed, now)


def third_party_texts(
    n: CarrierNumbers, facts: ContactFacts, proposed: ProposedContact, now: datetime
) -> Finding | None:
    """TW-10DLC-1: no text for third-party collection; an unknown relationship counts as one."""
    restricted = facts.number_country in n.first_party_only_countries
    if proposed.channel is not Channel.SMS or not restricted:
        return None
    if facts.relationship is Relationship.FIRST_PARTY:
        return None
    why = "carriers forbid texts for a debt that is not shown to be the sender's own"
    return deny("TW-10DLC-1", "Twilio errors 30863 and 30460", why)


def barred_product(
    n: CarrierNumbers, facts: ContactFacts, proposed: ProposedContact, now: datetime
) -> Finding | None:
    """TW-10DLC-3: loans that may not be mentioned by text."""
    if proposed.channel is not Channel.SMS or facts.product not in n.barred_products:
        return None
    return deny("TW-10DLC-3", "Twilio error 30869", "carriers forbid texts about this kind of loan")


def local_carrier_needed(
    n: CarrierNumbers, facts: ContactFacts, proposed: ProposedContact, now: datetime
) -> Finding | None:
    """TW-CN-1: no loan content over Twilio to mainland China or Taiwan."""
    if proposed.carrier is not Carrier.TWILIO or facts.number_country not in n.no_loan_content_countries:
        return None
    why = "Twilio forbids loan content to this country; a licensed local carrier is needed"
    return deny("TW-CN-1", "Twilio SMS guidelines for China and Taiwan", why)


RULES: tuple[Rule[CarrierNumbers], ...] = (third_party_texts, barred_product, local_carrier_needed)
