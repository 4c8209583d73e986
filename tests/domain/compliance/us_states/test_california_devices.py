"""California: hours and agreement for an artificial voice, and a licence number in the first words."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from arrears.domain.cases import Purpose, Relationship
from arrears.domain.compliance.decision import Duty, Lifts, Said
from arrears.domain.compliance.facts import (
    ContactFacts,
    DebtTerms,
    Notices,
    ProposedContact,
    Recipient,
    Talk,
)
from arrears.domain.compliance.rule import Applies, allow, defer, deny, require
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Channel
from arrears.domain.times import DailyWindow
from tests.builders.compliance import LOS_ANGELES, NEW_YORK, at, consent, proposed, reply
from tests.builders.findings import applies, found, said
from tests.domain.compliance.us_states.given import CALL, WEST, in_fresno

DAY = timedelta(days=1)
NOON = at("2026-11-24 12:00", LOS_ANGELES)
SMS, VOICE, LETTER = Channel.SMS, Channel.VOICE, Channel.LETTER


DEVICE = ("window", "09:00-21:00")


@pytest.mark.parametrize(
    ("now", "answer"),
    [
        (
            at("2026-11-24 08:59:59", LOS_ANGELES),
            defer("window_closed", at("2026-11-24 09:00", LOS_ANGELES), WEST, DEVICE),
        ),
        (
            at("2026-11-24 09:00", LOS_ANGELES),
            allow("window_open", WEST, DEVICE, until=at("2026-11-24 21:00", LOS_ANGELES)),
        ),
        (
            at("2026-11-24 20:59:59", LOS_ANGELES),
            allow("window_open", WEST, DEVICE, until=at("2026-11-24 21:00", LOS_ANGELES)),
        ),
        (
            at("2026-11-24 21:00", LOS_ANGELES),
            defer("window_closed", at("2026-11-25 09:00", LOS_ANGELES), WEST, DEVICE),
        ),
    ],
)
@pytest.mark.parametrize("purpose", Purpose)
def test_an_artificial_voice_keeps_californias_hours_for_every_debt(
    now: datetime, answer: Said, purpose: Purpose
) -> None:
    early = DailyWindow(at("2026-11-24 00:00", "UTC").time(), at("2026-11-24 23:59", "UTC").time())
    person = in_fresno(purpose=purpose, zones=(NEW_YORK,), agreed=(early,))
    assert said("CA-ADAD-1", person, CALL, now) == [answer]


NO_AGREEMENT = deny("ca_no_agreement", lifts=Lifts.CONSENT)


@pytest.mark.parametrize(
    ("person", "answer"),
    [
        (in_fresno(), []),
        (in_fresno(consents=(consent(VOICE),)), []),
        (in_fresno(consents=(consent(SMS),)), [NO_AGREEMENT]),
        (in_fresno(consents=()), [NO_AGREEMENT]),
        (in_fresno(consents=(), talk=Talk(live_opening=True)), []),
    ],
)
def test_it_needs_prior_agreement_or_a_live_opening(person: ContactFacts, answer: list[Said]) -> None:
    said_ = [each for each in said("CA-ADAD-1", person, CALL, NOON) if each.reason != "window_open"]
    assert said_ == answer
    quiet = replace(person, inbound_at=NOON)
    for contact in (proposed(), replace(CALL, automated=False), reply(channel=VOICE)):
        assert said("CA-ADAD-1", quiet, contact, NOON) == []


NO_LICENCE = deny("ca_licence_unknown", lifts=Lifts.FACT_KNOWN, missing="terms.licence")
SHOWN = require(Duty.LICENCE_NUMBER, "ca_licence_shown")
THIRD, FIRST = Relationship.THIRD_PARTY, Relationship.FIRST_PARTY
KNOWN = DebtTerms(licence="10001-99")
DEBT = proposed(channel=Channel.EMAIL, speaks_of_debt=True)


@pytest.mark.parametrize(
    ("person", "contact", "answer"),
    [
        (in_fresno(relationship=THIRD), DEBT, [NO_LICENCE]),
        (in_fresno(relationship=THIRD, terms=KNOWN), DEBT, [SHOWN]),
        (in_fresno(relationship=FIRST, terms=KNOWN), DEBT, []),
        (in_fresno(relationship=FIRST, terms=replace(KNOWN, transferred=True)), DEBT, [SHOWN]),
        (in_fresno(relationship=THIRD, terms=KNOWN), replace(DEBT, channel=LETTER), [SHOWN]),
        (in_fresno(relationship=THIRD, terms=KNOWN), replace(DEBT, channel=VOICE), []),
        (in_fresno(relationship=THIRD, terms=KNOWN), replace(DEBT, speaks_of_debt=False), []),
        (in_fresno(relationship=THIRD, terms=KNOWN, purpose=Purpose.COMMERCIAL), DEBT, []),
        (in_fresno(relationship=THIRD, terms=KNOWN, notices=Notices(initial_at=NOON)), DEBT, []),
        (
            in_fresno(relationship=THIRD, terms=KNOWN, notices=Notices(initial_at=NOON, initial_oral=True)),
            DEBT,
            [SHOWN],
        ),
        (
            in_fresno(
                relationship=THIRD,
                terms=KNOWN,
                notices=Notices(initial_at=NOON, initial_oral=True, written_made=True),
            ),
            DEBT,
            [],
        ),
        (in_fresno(relationship=THIRD, terms=KNOWN, inbound_at=NOON), reply(speaks_of_debt=True), [SHOWN]),
    ],
)
def test_the_first_written_words_about_the_debt_show_the_licence(
    person: ContactFacts, contact: ProposedContact, answer: list[Said]
) -> None:
    assert said("CA-LIC-1", person, contact, NOON, pack="us_ca") == answer


def test_the_licence_cites_its_law_and_notices_need_none_of_the_rest() -> None:
    (finding,) = found("CA-LIC-1", in_fresno(relationship=THIRD), DEBT, NOON, pack="us_ca")
    assert finding.citation == "California Civil Code 1788.11(f)"
    notice = replace(DEBT, purpose=ContactPurpose.NOTICE, channel=LETTER, recipient=Recipient.OTHER)
    assert said("CA-ROS-1", in_fresno(), notice, NOON) == []


def test_the_devices_cite_their_law() -> None:
    cites = [finding.citation for finding in found("CA-ADAD-1", in_fresno(consents=()), CALL, NOON)]
    code = "California Public Utilities Code"
    assert cites == [f"{code} 2872(c)", f"{code} 2873 and 2874"]


MAYBE, ELSEWHERE = Applies(True, "may_be_in_state"), Applies(False, "elsewhere")


@pytest.mark.parametrize(
    ("place", "answer"),
    [
        ({}, MAYBE),
        ({"zones": ()}, MAYBE),
        ({"zones": (NEW_YORK, LOS_ANGELES)}, MAYBE),
        ({"zones": (NEW_YORK,)}, ELSEWHERE),
        ({"country": None}, MAYBE),
        ({"country": None, "number_country": "CA", "zones": ()}, ELSEWHERE),
        ({"country": "CA", "number_country": "US", "zones": ()}, ELSEWHERE),
        ({"number_country": "CA"}, MAYBE),
        ({"region": "NV"}, ELSEWHERE),
        ({"region": "NV", "country": None}, ELSEWHERE),
    ],
)
def test_an_artificial_voice_is_held_to_it_where_the_state_is_not_known(
    place: dict[str, object], answer: Applies
) -> None:
    person = in_fresno(**{"region": None, "city": None, "number_region": None, **place})
    assert applies("us_ca", person, CALL) == answer
    assert applies("us_ca", person, replace(CALL, automated=False)) == ELSEWHERE
    assert applies("us_ca", person, proposed()) == ELSEWHERE
