"""Offers of new credit are advertising; an artificial voice says who is responsible and how to opt out."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from arrears.domain.compliance.decision import Duty, Lifts, Said
from arrears.domain.compliance.facts import (
    Consent,
    ConsentAction,
    ConsentPurpose,
    ContactFacts,
    ProposedContact,
    Talk,
)
from arrears.domain.compliance.rule import allow, defer, deny, require
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Channel, LineType
from arrears.domain.times import DailyWindow
from tests.builders.compliance import (
    DAY,
    LOS_ANGELES,
    NEW_YORK,
    NOON,
    at,
    consent,
    facts,
    proposed,
    reply,
)
from tests.builders.findings import found, said

SMS, VOICE = Channel.SMS, Channel.VOICE
OFFER = proposed(new_credit=True)
WINDOW = ("window", "08:00-21:00")
EAST = ("zones", NEW_YORK), WINDOW
BOTH = ("zones", f"{NEW_YORK}, {LOS_ANGELES}"), WINDOW


@pytest.mark.parametrize(
    ("now", "zones", "answer"),
    [
        (at("2026-11-24 07:59:59"), (NEW_YORK,), defer("window_closed", at("2026-11-24 08:00"), *EAST)),
        (at("2026-11-24 08:00"), (NEW_YORK,), allow("window_open", *EAST, until=at("2026-11-24 21:00"))),
        (at("2026-11-24 20:59:59"), (NEW_YORK,), allow("window_open", *EAST, until=at("2026-11-24 21:00"))),
        (at("2026-11-24 21:00"), (NEW_YORK,), defer("window_closed", at("2026-11-25 08:00"), *EAST)),
        (at("2026-11-24 10:59:59"), (), defer("window_closed", at("2026-11-24 11:00"), *BOTH)),
        (at("2026-11-24 11:00"), (), allow("window_open", *BOTH, until=at("2026-11-24 21:00"))),
    ],
)
@pytest.mark.parametrize("channel", [SMS, VOICE])
def test_an_offer_of_new_credit_keeps_the_hours_of_solicitations(
    now: datetime, zones: tuple[str, ...], answer: Said, channel: Channel
) -> None:
    assert said("TCPA-TIME", facts(zones=zones), replace(OFFER, channel=channel), now) == [answer]


def test_hours_that_were_agreed_for_the_debt_do_not_widen_them() -> None:
    night = DailyWindow(at("2026-11-24 00:00", "UTC").time(), at("2026-11-24 23:59", "UTC").time())
    answer = said("TCPA-TIME", facts(agreed=(night,)), OFFER, at("2026-11-24 03:00"))
    assert [each.reason for each in answer] == ["window_closed"]


def test_zones_without_a_common_hour_have_no_time_for_it() -> None:
    zones = (NEW_YORK, "Asia/Shanghai", "Europe/Paris", "Pacific/Honolulu")
    answer = said("TCPA-TIME", facts(zones=zones), OFFER)
    told = ("zones", ", ".join(zones)), WINDOW
    assert answer == [deny("no_common_hour", *told, lifts=Lifts.OTHER_CHANNEL)]


NO_CONSENT = deny("no_marketing_consent", lifts=Lifts.CONSENT)
WRITTEN = replace(consent(), purpose=ConsentPurpose.MARKETING)


@pytest.mark.parametrize(
    ("entries", "refused"),
    [
        ((consent(),), True),
        ((WRITTEN,), False),
        ((replace(WRITTEN, written=False),), True),
        ((replace(WRITTEN, how="yes"),), True),
        ((replace(WRITTEN, how="purchased"),), True),
        ((replace(WRITTEN, channel=SMS),), False),
        ((replace(WRITTEN, channel=VOICE),), True),
        ((replace(WRITTEN, point_id="point-2"),), True),
        ((replace(WRITTEN, at=NOON),), False),
        ((replace(WRITTEN, at=NOON + timedelta(seconds=1)),), True),
        ((WRITTEN, replace(WRITTEN, action=ConsentAction.WITHDRAWN, at=NOON - DAY)), True),
        ((replace(WRITTEN, action=ConsentAction.WITHDRAWN), replace(WRITTEN, at=NOON - DAY)), False),
        ((WRITTEN, replace(WRITTEN, action=ConsentAction.WITHDRAWN)), True),
        ((replace(WRITTEN, action=ConsentAction.WITHDRAWN), WRITTEN), True),
        ((WRITTEN, replace(WRITTEN, action=ConsentAction.WITHDRAWN, at=NOON + DAY)), True),
        ((WRITTEN, replace(consent(), at=NOON)), False),
        ((replace(WRITTEN, written=False), replace(WRITTEN, at=NOON)), False),
        ((replace(WRITTEN, at=NOON), replace(WRITTEN, written=False)), False),
    ],
)
def test_it_needs_written_consent_to_advertisements(entries: tuple[Consent, ...], refused: bool) -> None:
    assert said("TCPA-MKT", facts(consents=entries), OFFER, pack="us_tcpa") == (
        [NO_CONSENT] if refused else []
    )


def test_a_person_who_dials_or_answers_needs_it_too() -> None:
    dialled = replace(OFFER, channel=VOICE, automated=False)
    for contact in (dialled, replace(OFFER, purpose=ContactPurpose.REPLY)):
        assert said("TCPA-MKT", facts(inbound_at=NOON), contact, pack="us_tcpa") == [NO_CONSENT]


def test_collection_alone_is_no_solicitation() -> None:
    night = at("2026-11-24 03:00")
    letter = replace(OFFER, channel=Channel.LETTER)
    answer = replace(OFFER, purpose=ContactPurpose.REPLY)
    for contact in (proposed(), letter, answer):
        assert said("TCPA-TIME", facts(inbound_at=night), contact, night) == []
    for contact in (proposed(), letter):
        assert said("TCPA-MKT", facts(), contact, pack="us_tcpa") == []


@pytest.mark.parametrize(
    ("rule", "citation"),
    [
        ("TCPA-TIME", "47 CFR 64.1200(c)(1)"),
        ("TCPA-MKT", "47 CFR 64.1200(a)(2), (c)(2) and (f)(9)"),
    ],
)
def test_each_cites_its_law(rule: str, citation: str) -> None:
    assert [finding.citation for finding in found(rule, facts(), OFFER, pack="us_tcpa")] == [citation]


NAME = require(Duty.REGISTERED_NAME, "voice_names_entity")
NUMBER = require(Duty.CALLBACK_NUMBER, "voice_gives_number")
AI_CALL = proposed(channel=VOICE)


@pytest.mark.parametrize(
    ("person", "contact", "duties"),
    [
        (facts(), AI_CALL, [NAME, NUMBER]),
        (facts(), replace(AI_CALL, voicemail=True), [NAME, NUMBER]),
        (facts(inbound_at=NOON), reply(channel=VOICE), [NAME, NUMBER]),
        (facts(talk=Talk(disclosed=frozenset({"registered_name"}))), AI_CALL, [NUMBER]),
        (facts(talk=Talk(disclosed=frozenset({"callback_number"}))), AI_CALL, [NAME]),
        (facts(), replace(AI_CALL, automated=False), []),
        (facts(), replace(AI_CALL, purpose=ContactPurpose.CRISIS), []),
        (facts(), proposed(), []),
    ],
)
def test_an_artificial_voice_says_who_is_responsible_and_how_to_call_back(
    person: ContactFacts, contact: ProposedContact, duties: list[Said]
) -> None:
    assert said("TCPA-ID-1", person, contact, pack="us_tcpa") == duties


def test_the_name_and_the_number_stand_in_two_paragraphs() -> None:
    cites = [finding.citation for finding in found("TCPA-ID-1", facts(), AI_CALL, pack="us_tcpa")]
    assert cites == ["47 CFR 64.1200(b)(1)", "47 CFR 64.1200(b)(2)"]


LANDLINE = facts(line_type=LineType.LANDLINE, consents=())


@pytest.mark.parametrize(
    ("person", "contact", "duties"),
    [
        (LANDLINE, AI_CALL, [require(Duty.KEYPAD_OPT_OUT, "call_offers_opt_out")]),
        (
            LANDLINE,
            replace(AI_CALL, voicemail=True),
            [require(Duty.TOLL_FREE_OPT_OUT, "machine_names_toll_free")],
        ),
        (replace(LANDLINE, consents=(consent(VOICE),)), AI_CALL, []),
        (LANDLINE, replace(AI_CALL, automated=False), []),
        (replace(LANDLINE, inbound_at=NOON), reply(channel=VOICE), []),
        (LANDLINE, proposed(), []),
    ],
)
def test_a_call_without_consent_offers_a_way_out(
    person: ContactFacts, contact: ProposedContact, duties: list[Said]
) -> None:
    assert said("TCPA-ID-2", person, contact, pack="us_tcpa") == duties


def test_the_way_out_cites_its_law() -> None:
    (finding,) = found("TCPA-ID-2", LANDLINE, AI_CALL)
    assert finding.citation == "47 CFR 64.1200(a)(3)(iii) and (b)(3)"
    assert finding.pack == "us_tcpa 2026.1"
