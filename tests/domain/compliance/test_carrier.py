"""What carriers forbid, and places without a rule pack."""

import pytest

from arrears.domain.cases import Relationship
from arrears.domain.compliance.decide import decide
from arrears.domain.compliance.decision import Granted, Refused
from arrears.domain.compliance.facts import ContactFacts, ProposedContact
from arrears.domain.compliance.rule import bindings
from arrears.domain.people import Carrier, Channel
from tests.builders.compliance import (
    LENDER,
    NOON,
    SHANGHAI,
    at,
    chinese,
    facts,
    in_china,
    packs,
    proposed,
    reply,
)


@pytest.mark.parametrize("carrier", Carrier)
@pytest.mark.parametrize("relationship", [Relationship.THIRD_PARTY, Relationship.UNKNOWN])
def test_third_parties_do_not_text_in_the_united_states(carrier: Carrier, relationship: Relationship) -> None:
    person = facts(relationship=relationship, inbound_at=NOON)
    for words in (proposed(carrier=carrier), reply(carrier=carrier)):
        decision = decide(packs(), person, words, NOON)
        assert isinstance(decision, Refused)
        assert decision.findings[0].rule_id == "TW-10DLC-1"


def test_third_parties_may_call_there() -> None:
    words = proposed(channel=Channel.VOICE, text=f"This is the automated assistant of {LENDER}.")
    assert isinstance(decide(packs(), facts(relationship=Relationship.THIRD_PARTY), words, NOON), Granted)


@pytest.mark.parametrize(
    ("person", "words", "rule"),
    [
        (in_china(), chinese(carrier=Carrier.TWILIO), "TW-CN-1"),
        (in_china(), chinese(carrier=Carrier.TWILIO, channel=Channel.VOICE), "TW-CN-1"),
        (in_china(country="TW", number_country="TW"), chinese(carrier=Carrier.TWILIO), "TW-CN-1"),
        (facts(number_country="CN"), proposed(), "TW-CN-1"),
        (facts(product="payday"), proposed(), "TW-10DLC-3"),
        (facts(country="CA"), proposed(), "P-NO-PACK"),
        (facts(number_country="CA"), proposed(), "P-NO-PACK"),
        (facts(country="FR", number_country="FR", zones=("Europe/Paris",)), proposed(), "P-NO-PACK"),
        (facts(number_country=None), proposed(), "P-NO-PACK"),
        (facts(country=None, number_country=None), proposed(), "P-NO-PACK"),
    ],
)
def test_a_place_or_a_carrier_that_forbids_it_is_refused(
    person: ContactFacts, words: ProposedContact, rule: str
) -> None:
    decision = decide(packs(), person, words, at("2026-11-25 08:30", SHANGHAI))
    assert isinstance(decision, Refused)
    assert rule in {finding.rule_id for finding in decision.findings}


def test_a_number_alone_is_enough_to_know_the_law() -> None:
    assert isinstance(decide(packs(), facts(country=None, region=None), proposed(), NOON), Granted)


@pytest.mark.parametrize(
    ("person", "bound"),
    [
        (facts(), {"status", "us_carrier", "us_federal"}),
        (facts(country="CN"), {"status", "us_carrier", "us_federal", "china"}),
        (facts(zones=(SHANGHAI,)), {"status", "us_carrier", "us_federal", "china"}),
        (in_china(), {"status", "us_carrier", "china"}),
    ],
)
def test_the_packs_that_bind_say_why(person: ContactFacts, bound: set[str]) -> None:
    found = bindings(packs(), person, proposed(), NOON)
    assert {binding.pack.id for binding in found} == bound
    assert all(binding.because for binding in found)


def test_the_lenders_gateway_is_bound_by_chinas_rules_alone() -> None:
    found = bindings(packs(), in_china(), chinese(), NOON)
    assert {binding.pack.id for binding in found} == {"status", "china"}
