"""Steps in places whose law is not known, people who stand in for nobody, names and requests that mislead."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from unittest.mock import ANY

import pytest

from arrears.domain.cases import Purpose, Relationship, SpecialStatus
from arrears.domain.compliance.decide import decide
from arrears.domain.compliance.decision import Deferred, Granted, Lifts, Refused
from arrears.domain.compliance.facts import ActKind, ContactFacts, ProposedAct, Recipient
from arrears.domain.compliance.packset import PackSet
from arrears.domain.compliance.rule import third_party
from arrears.domain.compliance.speech.numbers import CHINA_ZONES
from arrears.domain.compliance.windows import day_begins_at
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Carrier, Channel
from arrears.domain.times import DailyWindow
from tests.builders.compliance import (
    LENDER,
    NEW_YORK,
    NOON,
    at,
    chinese,
    facts,
    in_china,
    packs,
    proposed,
    reply,
)
from tests.domain.compliance.us_federal.given import told
from tests.domain.compliance.world.given import denied, living, noon, notices, said, terms, told_of

S, P, R = SpecialStatus, ContactPurpose, Recipient
NOWHERE = {"country": None, "number_country": None, "region": None, "number_region": None}
DEBT_WORDS = f"This is {LENDER}. Your loan payment is overdue."
ATTORNEY = proposed(channel=Channel.LETTER, recipient=R.ATTORNEY, text=DEBT_WORDS)


@pytest.mark.parametrize("kind", ActKind)
def test_no_step_is_taken_where_no_law_is_known(kind: ActKind) -> None:
    step = ProposedAct(kind, authorised=True, directed=True, separate_consent=True, mechanism=True)
    nowhere = decide(packs(), facts(**NOWHERE), step, NOON)
    assert isinstance(nowhere, Refused)
    [finding] = [each for each in nowhere.findings if each.rule_id == "P-NO-PACK"]
    assert (finding.reason, finding.missing) == ("place_unknown", "place.country")
    for country in ("CA", "TW"):
        abroad = decide(packs(), facts(country=country, region=None), step, NOON)
        assert isinstance(abroad, Refused)
        reasons = {each.reason for each in abroad.findings if each.rule_id == "P-NO-PACK"}
        assert reasons == {"no_pack_for_place"}


def test_a_step_in_a_known_place_asks_for_no_number() -> None:
    step = ProposedAct(ActKind.COLLECT)
    assert isinstance(decide(packs(), facts(number_country=None), step, NOON), Granted)


def test_no_step_is_taken_without_the_packs_that_bind_everyone() -> None:
    lacking = PackSet(tuple(pack for pack in packs().packs if pack.id != "status"))
    assert isinstance(decide(lacking, facts(), ProposedAct(ActKind.COLLECT), NOON), Refused)


def test_nothing_is_said_without_the_pack_of_disclosures() -> None:
    lacking = PackSet(tuple(pack for pack in packs().packs if pack.id != "disclosure"))
    refused = decide(lacking, facts(), proposed(), NOON)
    assert isinstance(refused, Refused)
    assert ("pack", "disclosure") in refused.findings[0].used
    assert {"disclosure"} <= {pack.id for pack in packs().only(()).packs}


def test_a_charge_in_china_needs_to_be_agreed() -> None:
    charge = ProposedAct(ActKind.CHARGE)
    extra = denied("charge_unauthorised", lifts=Lifts.NEVER, missing="act.authorised")
    assert told_of("CN-CONTENT", charge, in_china(), NOON) == [extra]
    refused = denied("charge_unauthorised", lifts=Lifts.NEVER)
    assert told_of("CN-CONTENT", replace(charge, authorised=False), in_china(), NOON) == [refused]
    assert told_of("CN-CONTENT", replace(charge, authorised=True), in_china(), NOON) == []
    assert told_of("CN-CONTENT", ProposedAct(ActKind.COLLECT), in_china(), NOON) == []


def test_nothing_is_collected_in_the_eu_before_the_transfer_is_notified() -> None:
    bought, now = terms(living("DE"), transferred=True), noon("DE")
    first = [denied("transfer_not_notified", lifts=Lifts.NOTICE_SENT, missing="notices.transfer_notice_at")]
    for kind in (ActKind.COLLECT, ActKind.CHARGE, ActKind.DEBIT, ActKind.DEPOSIT):
        assert told_of("EU-NPL", ProposedAct(kind), bought, now) == first
    assert told_of("EU-NPL", ProposedAct(ActKind.FURNISH), bought, now) == []
    late = notices(bought, transfer_notice_at=now + timedelta(seconds=1))
    assert told_of("EU-NPL", ProposedAct(ActKind.COLLECT), late, now) == [
        denied("transfer_not_notified", lifts=Lifts.NOTICE_SENT)
    ]
    sent = notices(bought, transfer_notice_at=now)
    assert told_of("EU-NPL", ProposedAct(ActKind.COLLECT), sent, now) == []


@pytest.mark.parametrize("country", ["GB", "DE", "AU", "IN", "PH", "SG", "HK", "CN"])
@pytest.mark.parametrize(("recipient", "status"), [(R.PARENT, S.MINOR), (R.REPRESENTATIVE, S.DECEASED)])
def test_a_relative_stands_in_for_nobody_without_the_status(
    country: str, recipient: Recipient, status: SpecialStatus
) -> None:
    rule = {"GB": "UK-3P", "PH": "PH-TIME", "HK": "HK-1", "CN": "CN-3P-1"}.get(country, "P-THIRD-1")
    text, now = proposed(carrier=Carrier.LENDER_GATEWAY, recipient=recipient), noon(country)
    stranger = denied("not_the_debtor", lifts=Lifts.NEVER)
    assert stranger in said(rule, living(country), text, now)
    assert stranger not in said(rule, living(country, statuses=frozenset({status})), text, now)


@pytest.mark.parametrize("person", [facts(), living("GB"), living("CN")])
def test_an_attorney_whom_nobody_named_hears_nothing_of_a_debt(person: ContactFacts) -> None:
    refused = decide(packs(), person, ATTORNEY, NOON)
    assert isinstance(refused, Refused)
    assert "debt_to_unverified" in {each.reason for each in refused.findings}


@pytest.mark.parametrize("status", [S.ATTORNEY, S.DEBT_ADVISER, S.BANKRUPTCY, S.DISCHARGED, S.DECEASED])
def test_an_attorney_who_acts_for_the_person_is_told(status: SpecialStatus) -> None:
    decision = decide(packs(), facts(statuses=frozenset({status})), ATTORNEY, NOON)
    assert "debt_to_unverified" not in {each.reason for each in decision.findings}


def test_a_name_that_suggests_a_third_party_makes_a_collector_of_any_owner() -> None:
    owner = facts().debt
    for debt in (replace(owner, passive_buyer=True), replace(owner, serviced_before_default=True)):
        assert not third_party(debt)
        assert third_party(replace(debt, third_party_name=True))


@pytest.mark.parametrize("region", ["DC", "NY"])
def test_a_request_for_consent_says_nothing_of_the_debt(region: str) -> None:
    city = "New York" if region == "NY" else "Washington"
    person = facts(region=region, city=city, number_region=region, purpose=Purpose.CONSUMER, consents=())
    person = replace(person, verified=True)
    asks = proposed(channel=Channel.EMAIL, purpose=P.CONSENT_REQUEST)
    rule, reason = ("DC-FREQ-2", "dc_no_consent") if region == "DC" else ("NYC-ELEC-1", "nyc_no_consent")
    refusal = denied(reason, ("channel", "email"), lifts=Lifts.CONSENT)
    assert refusal not in said(rule, person, asks, NOON)
    assert refusal in said(rule, person, replace(asks, text=DEBT_WORDS), NOON)
    assert refusal in said(rule, person, replace(asks, speaks_of_debt=True), NOON)


def test_the_answer_comes_by_the_medium_of_the_message() -> None:
    wrote = replace(facts(inbound_at=NOON), inbound_channel=Channel.SMS)
    assert said("P-REPLY-1", wrote, reply(), NOON)[0].reason == "one_answer"
    other = [denied("answer_by_other_medium", ("channel", "sms"), lifts=Lifts.OTHER_CHANNEL)]
    for channel in (Channel.VOICE, Channel.EMAIL, Channel.WEB):
        assert said("P-REPLY-1", wrote, reply(channel=channel), NOON) == other
    took_over = replace(wrote, person_active=True)
    by_person = reply(purpose=P.SUPERVISOR, channel=Channel.VOICE)
    assert said("P-SUPERVISOR-1", took_over, by_person, NOON) == other
    called = replace(wrote, inbound_channel=Channel.VOICE)
    assert said("P-REPLY-1", called, reply(channel=Channel.VOICE), NOON)[0].reason == "one_answer"


def test_a_call_is_no_answer_to_a_message_of_unknown_medium() -> None:
    wrote = facts(inbound_at=NOON)
    unknown = denied("answer_by_call", lifts=Lifts.FACT_KNOWN, missing="inbound_channel")
    assert said("P-REPLY-1", wrote, reply(channel=Channel.VOICE), NOON) == [unknown]


def test_a_location_call_names_neither_us_nor_who_is_sought_for_a_debt() -> None:
    collector = facts(relationship=Relationship.THIRD_PARTY, purpose=Purpose.CONSUMER)
    asks = proposed(
        channel=Channel.VOICE,
        purpose=P.LOCATION,
        recipient=R.OTHER,
        automated=False,
        text="My name is Sam Smith. I am confirming where Jordan Lee can be reached.",
    )
    assert told("USF-LOC-1", collector, asks) == []
    decision = decide(packs(), collector, asks, NOON)
    assert "words_nameless" not in {each.reason for each in decision.findings}
    assert isinstance(decision, Granted)
    named = replace(asks, text=f"This is Sam Smith of {LENDER}.")
    assert isinstance(decide(packs(), collector, named, NOON), Refused)


def test_chinas_rules_on_words_bind_whoever_may_be_there() -> None:
    person = facts(zones=("Asia/Shanghai", NEW_YORK), inbound_at=NOON)
    borrow = reply(text="You could borrow it from a friend.")
    assert "words_borrow" in {each.reason for each in decide(packs(), person, borrow, NOON).findings}
    elsewhere = facts(inbound_at=NOON)
    assert "words_borrow" not in {each.reason for each in decide(packs(), elsewhere, borrow, NOON).findings}
    posted = chinese(public=True)
    now = noon("CN")
    assert "seen_by_others" in {each.reason for each in decide(packs(), in_china(), posted, now).findings}


@pytest.mark.parametrize("city", ["Brooklyn, NY", "New York, NY 10001", " bronx ,NY", "Queens, New York"])
def test_a_city_with_its_state_is_still_the_city(city: str) -> None:
    person = facts(city=city, purpose=Purpose.CONSUMER)
    assert said("NYC-REC-1", person, proposed(), NOON) != []
    assert said("NYC-REC-1", facts(city="Albany, NY", purpose=Purpose.CONSUMER), proposed(), NOON) == []


def test_floridas_hours_leave_email_on_the_day_there() -> None:
    person = facts(region="FL", number_region="FL", purpose=Purpose.CONSUMER, zones=(NEW_YORK,))
    email = proposed(channel=Channel.EMAIL)
    last, first = at("2025-05-15 23:59:59"), at("2025-05-16 00:00:00")
    assert [each.reason for each in said("FL-TIME-1", person, email, last)] == ["window_closed"]
    assert said("FL-TIME-1", person, email, first) == []


@pytest.mark.parametrize("country", ["GB", "DE", "AU", "IN", "PH", "SG", "HK", "CN"])
def test_nothing_is_posted_for_others_to_see(country: str) -> None:
    rule = {"GB": "UK-3P", "PH": "PH-TIME", "HK": "HK-1", "CN": "CN-3P-1"}.get(country, "P-THIRD-1")
    text = proposed(carrier=Carrier.LENDER_GATEWAY, public=True)
    seen = denied("seen_by_others", lifts=Lifts.OTHER_CHANNEL)
    assert seen in said(rule, living(country), text, noon(country))


@pytest.mark.parametrize(
    ("ahead", "answered"), [(timedelta(hours=24), True), (timedelta(hours=24, seconds=1), False)]
)
def test_a_message_from_far_in_the_future_is_none_to_answer(ahead: timedelta, answered: bool) -> None:
    [found] = said("P-REPLY-1", facts(inbound_at=NOON + ahead), reply(), NOON)
    assert found.reason == ("one_answer" if answered else "nothing_to_answer")


def test_no_leave_runs_into_a_day_that_the_person_avoids() -> None:
    night = at("2026-11-27 23:00")  # a Friday
    person = replace(
        facts(),
        agreed=(DailyWindow(time(20), time(2)),),
        inconvenient_weekdays=frozenset({5}),
    )
    granted = decide(packs(), person, proposed(channel=Channel.LETTER), night)
    assert isinstance(granted, Granted)
    assert granted.valid_until == at("2026-11-28 00:00")
    named = replace(person, inconvenient=(DailyWindow(time(23, 30), time(23, 45)),))
    sooner = decide(packs(), named, proposed(channel=Channel.LETTER), night)
    assert isinstance(sooner, Granted)
    assert sooner.valid_until == at("2026-11-27 23:30")
    later = replace(person, inconvenient=(DailyWindow(time(1), time(2)),))
    assert decide(packs(), later, proposed(channel=Channel.LETTER), night) == Granted(
        ANY, granted.valid_until
    )
    several = replace(person, inconvenient_weekdays=frozenset({4, 5}))
    assert isinstance(decide(packs(), several, proposed(channel=Channel.LETTER), night), Deferred)


@pytest.mark.parametrize(
    ("zone", "now", "begins"),
    [
        (NEW_YORK, at("2026-11-27 12:00"), at("2026-11-28 00:00")),
        (NEW_YORK, at("2026-11-28 12:00"), at("2026-12-05 00:00")),  # the day itself has begun
        ("America/Los_Angeles", at("2026-11-27 23:00"), at("2026-11-28 00:00", "America/Los_Angeles")),
        (NEW_YORK, at("2026-10-31 00:00"), at("2026-11-07 00:00")),  # over the end of summer time
    ],
)
def test_a_weekday_begins_at_the_midnight_of_its_zone(zone: str, now: datetime, begins: datetime) -> None:
    assert day_begins_at(frozenset({5}), (zone,), now) == begins
    assert day_begins_at(frozenset({5}), (zone, zone), now) == begins


def test_the_zones_of_china_are_those_of_its_pack() -> None:
    [numbers] = [pack.numbers for pack in packs().packs if pack.id == "china"]
    assert frozenset(numbers.zones) == CHINA_ZONES
