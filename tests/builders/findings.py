"""What single rules of the shipped packs say of a contact, whatever the others say."""

from datetime import datetime

from arrears.domain.compliance.decide import bindings, findings
from arrears.domain.compliance.decision import Finding, Said
from arrears.domain.compliance.facts import ContactFacts, ProposedContact
from arrears.domain.compliance.packset import PackSet
from arrears.domain.compliance.rule import Applies
from tests.builders.compliance import NOON, packs, proposed


def found(
    rule: str,
    person: ContactFacts,
    contact: ProposedContact,
    now: datetime = NOON,
    *,
    of: PackSet | None = None,
    pack: str = "",
) -> list[Finding]:
    """The findings of a rule; of one pack's, where several packs have a rule of the name."""
    fired = findings(of or packs(), person, contact, now)
    return [f for f in fired if f.rule_id == rule and f.pack.startswith(pack)]


def said(
    rule: str,
    person: ContactFacts,
    contact: ProposedContact,
    now: datetime = NOON,
    *,
    of: PackSet | None = None,
    pack: str = "",
) -> list[Said]:
    """What a rule says, without where it stands."""
    return [Said(*finding[2:9]) for finding in found(rule, person, contact, now, of=of, pack=pack)]


def applies(
    pack: str, person: ContactFacts, contact: ProposedContact | None = None, now: datetime = NOON
) -> Applies:
    """Whether and why a pack binds."""
    bound = bindings(packs(), person, contact or proposed(), now)
    (only,) = [binding.applies for binding in bound if binding.pack.id == pack]
    return only
