"""What carriers forbid, what the window leaves them of a message, and places without a rule pack."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from arrears.domain.cases import Purpose, Relationship
from arrears.domain.compliance.decide import bindings, decide, findings
from arrears.domain.compliance.decision import Granted, Lifts, Refused, Said
from arrears.domain.compliance.facts import (
    Consent,
    ConsentAction,
    ContactFacts,
    Line,
    ProposedContact,
)
from arrears.domain.compliance.rule import Applies, deny
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Carrier, Channel, LineType
from tests.builders.compliance import (
    DAY,
    LOS_ANGELES,
    NEW_YORK,
    NOON,
    SHANGHAI,
    at,
    chinese,
    consent,
    facts,
    in_china,
    packs,
    proposed,
    reply,
    withdrawal,
)
from tests.builders.findings import applies, found, said

FIRST, THIRD, UNKNOWN = Relationship.FIRST_PARTY, Relationship.THIRD_PARTY, Relationship.UNKNOWN
GATEWAY = Carrier.LENDER_GATEWAY
CALL = proposed(channel=Channel.VOICE)
FOR_OTHERS = deny("third_party_text", lifts=Lifts.OTHER_CHANNEL)


@pytest.mark.parametrize("carrier", Carrier)
@pytest.mark.parametrize("number_country", ["US", "CA"])
@pytest.mark.parametrize(
    ("changes", "refused"),
    [
        ({"relationship": THIRD}, True),
        ({"relationship": UNKNOWN}, True),
        ({"relationship": FIRST, "third_party_name": True}, True),
        ({"relationship": FIRST}, False),
    ],
)
def test_third_parties_do_not_text_in_the_united_states_and_canada(
    carrier: Carrier, number_country: str, changes: dict[str, object], refused: bool
) -> None:
    person = facts(number_country=number_country, inbound_at=NOON, **changes)
    for words in (proposed(carrier=carrier), reply(carrier=carrier)):
        assert said("TW-10DLC-1", person, words) == ([FOR_OTHERS] if refused else [])
    assert said("TW-10DLC-1", person, proposed(channel=Channel.VOICE, carrier=carrier)) == []


def test_a_servicer_from_before_default_still_texts_for_another() -> None:
    person = facts(relationship=THIRD)
    servicer = replace(person, debt=replace(person.debt, serviced_before_default=True))
    assert said("TW-10DLC-1", servicer, proposed()) == [FOR_OTHERS]
    assert said("TW-10DLC-1", replace(person, place=in_china().place), proposed()) == []


@pytest.mark.parametrize("product", ["crypto", "payday", "short_term_high_interest", "student_loan"])
def test_some_loans_are_not_mentioned_by_text_even_by_the_lender(product: str) -> None:
    barred = deny("product_barred", ("product", product), lifts=Lifts.OTHER_CHANNEL)
    assert said("TW-10DLC-3", facts(product=product), proposed(), pack="carrier") == [barred]
    assert said("TW-10DLC-3", facts(product=product), CALL, pack="carrier") == []
    assert said("TW-10DLC-3", facts(), proposed(), pack="carrier") == []


def unregistered(reason: str, known: bool | None) -> Said:
    if known is None:
        return deny(reason, lifts=Lifts.FACT_KNOWN, missing="line.sender_registered")
    return deny(reason, lifts=Lifts.OTHER_CHANNEL)


@pytest.mark.parametrize("number_country", ["US", "CA"])
@pytest.mark.parametrize("registered", [True, False, None])
def test_a_sender_is_registered_and_as_the_company_that_is_owed(
    number_country: str, registered: bool | None
) -> None:
    line = Line(LineType.MOBILE, sender_registered=registered)
    own = facts(line=line, number_country=number_country)
    foreign = facts(line=line, number_country=number_country, relationship=THIRD)
    as_owed = [] if registered else [unregistered("not_registered_as_owed", registered)]
    at_all = [] if registered else [unregistered("sender_not_registered", registered)]
    assert said("TW-10DLC-2", own, proposed()) == as_owed
    assert said("TW-10DLC-4", own, proposed()) == at_all
    assert said("TW-10DLC-2", foreign, proposed()) == []
    assert said("TW-10DLC-4", foreign, proposed()) == at_all


@pytest.mark.parametrize("rule", ["TW-10DLC-2", "TW-10DLC-4"])
def test_registration_is_for_texts_over_twilio_to_countries_that_want_it(rule: str) -> None:
    person = facts(line=Line(LineType.MOBILE))
    assert said(rule, person, proposed(carrier=GATEWAY)) == []
    assert said(rule, person, CALL) == []
    assert said(rule, replace(person, place=in_china().place), proposed()) == []


def block(when: datetime = NOON - DAY, point: str | None = "point-1") -> Consent:
    return replace(withdrawal(Channel.SMS, when), how="carrier_block", point_id=point)


def start(when: datetime, how: str = "start", **changes: object) -> Consent:
    return replace(consent(Channel.SMS, when), **{"how": how, "point_id": "point-1", **changes})


BLOCKED = deny("carrier_blocks", ("date", "2026-11-23"), lifts=Lifts.CONSENT)
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("entries", "blocked"),
    [
        ((), False),
        ((block(),), True),
        ((block(point=None),), True),
        ((block(point="point-2"),), False),
        ((block(point="point-2"), block()), True),
        ((withdrawal(Channel.SMS, NOON - DAY),), False),
        ((block(NOON - 2 * DAY), block()), True),
        ((block(), block(NOON - 2 * DAY)), True),
        ((start(NOON - DAY + SECOND), block()), False),
        ((block(), start(NOON - DAY)), True),
        ((block(), start(NOON - DAY + SECOND)), False),
        ((block(), start(NOON - DAY + SECOND), start(NOON - 3 * DAY)), False),
        ((block(), start(NOON, "sms")), False),
        ((block(), start(NOON, point_id=None)), False),
        ((block(), start(NOON + SECOND)), True),
        ((block(), start(NOON, "yes")), True),
        ((block(), start(NOON, "web form")), True),
        ((block(), start(NOON, channel=None)), True),
        ((block(), start(NOON, point_id="point-2")), True),
        ((block(), start(NOON, action=ConsentAction.WITHDRAWN)), True),
    ],
)
@pytest.mark.parametrize("carrier", Carrier)
def test_a_number_that_the_carrier_blocked_is_texted_from_no_sender_until_start(
    entries: tuple[Consent, ...], blocked: bool, carrier: Carrier
) -> None:
    person = facts(consents=(consent(), *entries), inbound_at=NOON)
    for words in (proposed(carrier=carrier), reply(carrier=carrier)):
        assert said("TW-STOP-1", person, words) == ([BLOCKED] if blocked else [])
    assert said("TW-STOP-1", person, CALL) == []


@pytest.mark.parametrize(
    ("number_country", "contact", "refused"),
    [
        ("CN", chinese(carrier=Carrier.TWILIO), True),
        ("TW", chinese(carrier=Carrier.TWILIO), True),
        ("CN", chinese(carrier=Carrier.TWILIO, channel=Channel.VOICE), True),
        ("CN", chinese(), False),
        ("US", proposed(), False),
    ],
)
def test_loan_content_for_china_and_taiwan_needs_a_local_carrier(
    number_country: str, contact: ProposedContact, refused: bool
) -> None:
    answer = deny("local_carrier_needed", ("country", number_country), lifts=Lifts.OTHER_CHANNEL)
    person = facts(number_country=number_country)
    assert said("TW-CN-1", person, contact) == ([answer] if refused else [])


@pytest.mark.parametrize(
    ("rule", "person", "citation"),
    [
        ("TW-10DLC-1", facts(relationship=THIRD), "Twilio errors 30863 and 30460"),
        ("TW-10DLC-2", facts(line=Line()), "Twilio error 30863"),
        ("TW-10DLC-3", facts(product="payday"), "Twilio error 30869"),
        ("TW-10DLC-4", facts(line=Line()), "Twilio error 30460"),
        ("TW-STOP-1", facts(consents=(block(),)), "Twilio error 21610"),
        ("TW-CN-1", facts(number_country="CN"), "Twilio SMS guidelines for China and Taiwan"),
    ],
)
def test_each_cites_the_carrier(rule: str, person: ContactFacts, citation: str) -> None:
    assert [f.citation for f in found(rule, person, proposed(), pack="carrier")] == [citation]


RESTRICTED = Applies(True, "number_of_restricted_country")


@pytest.mark.parametrize(
    ("person", "contact", "answer"),
    [
        (facts(), proposed(), Applies(True, "twilio_carries")),
        (in_china(), chinese(carrier=Carrier.TWILIO), Applies(True, "twilio_carries")),
        (facts(), CALL, Applies(True, "twilio_carries")),
        (facts(), proposed(carrier=GATEWAY), Applies(True, "number_of_restricted_country")),
        (
            facts(number_country="CA"),
            proposed(carrier=GATEWAY),
            Applies(True, "number_of_restricted_country"),
        ),
        (in_china(), chinese(), Applies(False, "other_carrier")),
        (facts(), proposed(channel=Channel.EMAIL), Applies(False, "no_carrier")),
        (facts(), proposed(channel=Channel.LETTER), Applies(False, "no_carrier")),
    ],
)
def test_the_carriers_rules_bind_what_they_carry(
    person: ContactFacts, contact: ProposedContact, answer: Applies
) -> None:
    assert applies("carrier", person, contact) == answer


def consumer_in(state: str) -> ContactFacts:
    return facts(region=state, number_region=state, city="Elsewhere", purpose=Purpose.CONSUMER)


@pytest.mark.parametrize(
    ("person", "closes"),
    [
        (facts(), at("2026-11-24 21:00")),
        (consumer_in("FL"), at("2026-11-24 21:00")),
        (consumer_in("MA"), at("2026-11-24 21:00")),
        (
            facts(number_region="CA", zones=(NEW_YORK, LOS_ANGELES)),
            at("2026-11-24 21:00"),
        ),
    ],
)
@pytest.mark.parametrize("before", [timedelta(hours=3, minutes=59), timedelta(minutes=1), SECOND])
def test_no_leave_outlasts_the_window(person: ContactFacts, closes: datetime, before: timedelta) -> None:
    now = closes - before
    ends = [f.until for f in findings(packs(), person, proposed(), now) if f.until is not None]
    assert min(ends) == closes
    decision = decide(packs(), person, proposed(), now)
    assert not isinstance(decision, Granted) or decision.valid_until == closes


@pytest.mark.parametrize(
    "person",
    [
        facts(country="CH"),
        facts(number_country="CH"),
        facts(country="CH", number_country="CH", zones=("Europe/Zurich",)),
        facts(number_country=None),
        facts(country=None, number_country=None),
    ],
)
def test_a_place_without_a_pack_is_refused(person: ContactFacts) -> None:
    decision = decide(packs(), person, proposed(), at("2026-11-25 08:30", SHANGHAI))
    assert isinstance(decision, Refused)
    assert "P-NO-PACK" in {finding.rule_id for finding in decision.findings}


def test_a_number_alone_is_enough_to_know_the_law() -> None:
    person = facts(country=None, region=None)
    assert "P-NO-PACK" not in {finding.rule_id for finding in findings(packs(), person, proposed(), NOON)}


EVERYWHERE = {"speech", "status", "disclosure"}


@pytest.mark.parametrize(
    ("person", "contact", "bound"),
    [
        (facts(), proposed(), {"carrier", "us_federal", "us_tcpa"}),
        (facts(country="CN"), proposed(), {"carrier", "us_federal", "us_tcpa", "china"}),
        (facts(zones=(SHANGHAI,)), proposed(), {"carrier", "us_federal", "us_tcpa", "china"}),
        (facts(region="CO"), proposed(), {"carrier", "us_federal", "us_tcpa", "us_other_states"}),
        (consumer_in("MA"), proposed(), {"carrier", "us_federal", "us_tcpa", "us_ma"}),
        (in_china(), chinese(carrier=Carrier.TWILIO), {"carrier", "china"}),
        (in_china(), chinese(), {"china"}),
    ],
)
def test_the_packs_that_bind_say_why(person: ContactFacts, contact: ProposedContact, bound: set[str]) -> None:
    all_bound = bindings(packs(), person, contact, NOON)
    assert {binding.pack.id for binding in all_bound if binding.applies.yes} - EVERYWHERE == bound
    assert all(binding.applies.because for binding in all_bound)


def test_a_notice_by_letter_is_no_matter_for_carriers() -> None:
    letter = proposed(channel=Channel.LETTER, purpose=ContactPurpose.NOTICE)
    person = facts(relationship=THIRD, product="payday", line=Line(), consents=(block(),))
    assert not [f for f in findings(packs(), person, letter, NOON) if f.rule_id.startswith("TW-")]
