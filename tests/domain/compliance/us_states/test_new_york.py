"""New York: three contacts a week in the city, electronic ones by consent; substantiation and e-mail."""

from dataclasses import replace
from datetime import timedelta

import pytest

from arrears.domain.cases import Purpose, Relationship, SpecialStatus
from arrears.domain.compliance.decision import Duty, Lifts, Said
from arrears.domain.compliance.facts import (
    Attempt,
    Consent,
    ContactFacts,
    DebtTerms,
    Line,
    Notices,
    ProposedContact,
)
from arrears.domain.compliance.rule import defer, deny, require
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Channel
from tests.builders.compliance import (
    DAY,
    LOS_ANGELES,
    NOON,
    at,
    attempt,
    consent,
    facts,
    proposed,
    reply,
    withdrawal,
)
from tests.builders.findings import found, said
from tests.domain.compliance.us_states.given import EAST, SECOND, WEEK

SMS, VOICE, EMAIL, LETTER = Channel.SMS, Channel.VOICE, Channel.EMAIL, Channel.LETTER
ASK = proposed(channel=EMAIL, purpose=ContactPurpose.CONSENT_REQUEST)
MAIL = proposed(channel=EMAIL)


def in_city(**changes: object) -> ContactFacts:
    return facts(**{"city": "New York", "purpose": Purpose.CONSUMER, **changes})


def made(ago: timedelta, **changes: object) -> Attempt:
    return attempt(NOON - ago, **changes)


TWO = (made(WEEK, channel=VOICE), made(DAY, channel=EMAIL))
CAPPED = defer("nyc_contacts_capped", at("2026-11-25 00:00"), ("limit", 3), ("days", 7), EAST)


@pytest.mark.parametrize(
    ("third", "capped"),
    [
        (made(WEEK), True),
        (made(WEEK + SECOND), False),
        (made(DAY, channel=LETTER), True),
        (made(DAY, case_id="case-2"), False),
        (made(DAY, purpose=ContactPurpose.REPLY), False),
        (made(DAY, purpose=ContactPurpose.NOTICE), False),
        (made(DAY, by_us=False), False),
    ],
)
@pytest.mark.parametrize("channel", [SMS, VOICE, EMAIL, LETTER])
def test_three_contacts_about_an_account_in_seven_days_over_all_media(
    third: Attempt, capped: bool, channel: Channel
) -> None:
    person = in_city(attempts=(*TWO, third))
    assert said("NYC-FREQ-1", person, proposed(channel=channel)) == ([CAPPED] if capped else [])


def test_answers_and_required_notices_are_excepted() -> None:
    person = in_city(attempts=(*TWO, made(DAY)), inbound_at=NOON, zones=())
    for contact in (reply(), proposed(channel=LETTER, purpose=ContactPurpose.NOTICE)):
        assert said("NYC-FREQ-1", person, contact) == []
    assert said("NYC-FREQ-1", person, proposed()) == [CAPPED]
    west = in_city(attempts=(made(DAY),) * 3, zones=(LOS_ANGELES,))
    assert [each.until for each in said("NYC-FREQ-1", west, proposed())] == [at("2026-11-30", LOS_ANGELES)]


def no_consent(channel: Channel) -> Said:
    return deny("nyc_no_consent", ("channel", channel), lifts=Lifts.CONSENT)


ASKED = deny("nyc_consent_asked", lifts=Lifts.CONSENT)
WORD = require(Duty.OPT_OUT_LINE, "nyc_opt_out_word")


@pytest.mark.parametrize(
    ("person", "contact", "answer"),
    [
        (in_city(), proposed(), []),
        (in_city(), MAIL, []),
        (in_city(consents=()), proposed(), [no_consent(SMS)]),
        (in_city(consents=()), MAIL, [no_consent(EMAIL)]),
        (in_city(consents=(consent(EMAIL),)), proposed(), [no_consent(SMS)]),
        (in_city(consents=(consent(), withdrawal(EMAIL))), MAIL, [no_consent(EMAIL)]),
        (in_city(consents=(consent(), withdrawal(EMAIL))), proposed(), []),
        (in_city(consents=()), ASK, []),
        (in_city(consents=(withdrawal(EMAIL),)), ASK, [no_consent(EMAIL)]),
        (in_city(consents=(), notices=Notices(consent_request_at=NOON - 300 * DAY)), ASK, [ASKED]),
        (in_city(consents=(), attempts=(made(DAY, purpose=ASK.purpose),)), ASK, [ASKED]),
        (in_city(consents=(), attempts=(made(DAY, purpose=ASK.purpose, counts=False),)), ASK, []),
        (in_city(consents=(), attempts=(made(DAY),)), ASK, []),
        (in_city(notices=Notices(consent_request_at=NOON)), ASK, []),
    ],
)
def test_electronic_messages_need_consent_which_may_be_asked_for_once(
    person: ContactFacts, contact: ProposedContact, answer: list[Said]
) -> None:
    assert said("NYC-ELEC-1", person, contact) == [*answer, WORD]


def test_calls_letters_and_answers_need_no_electronic_consent() -> None:
    person = in_city(consents=(), inbound_at=NOON)
    for contact in (proposed(channel=VOICE), proposed(channel=LETTER), reply(channel=EMAIL)):
        assert said("NYC-ELEC-1", person, contact) == []


def test_every_contact_is_kept_with_its_medium_and_language() -> None:
    kept = require(Duty.KEEP_EVIDENCE, "nyc_contact_logged")
    for contact in (proposed(), reply(), proposed(channel=LETTER, purpose=ContactPurpose.NOTICE)):
        assert said("NYC-REC-1", in_city(inbound_at=NOON), contact, pack="us_nyc") == [kept]


@pytest.mark.parametrize(
    ("rule", "cites"),
    [
        ("NYC-FREQ-1", ["6 RCNY 5-77"]),
        ("NYC-ELEC-1", ["6 RCNY 5-77", "6 RCNY 5-77"]),
        ("NYC-REC-1", ["6 RCNY 2-193"]),
    ],
)
def test_the_city_cites_its_rules(rule: str, cites: list[str]) -> None:
    person = in_city(attempts=(*TWO, made(DAY)), consents=())
    assert [f.citation for f in found(rule, person, proposed(), pack="us_nyc")] == cites


def upstate(**changes: object) -> ContactFacts:
    third = {"relationship": Relationship.THIRD_PARTY, "purpose": Purpose.CONSUMER}
    return facts(**{**third, "inbound_at": NOON, **changes})


def charged_off(known: bool | None) -> DebtTerms:
    return DebtTerms(charged_off=known)


DISPUTE, PROOF = SpecialStatus.DISPUTE, SpecialStatus.VALIDATION_REQUESTED
OWED = deny("ny_substantiation", lifts=Lifts.VERIFICATION_SENT)
OWED_UNKNOWN = deny("ny_substantiation", lifts=Lifts.VERIFICATION_SENT, missing="terms.charged_off")


@pytest.mark.parametrize(
    ("person", "contact", "answer"),
    [
        (upstate(statuses={DISPUTE}, terms=charged_off(True)), proposed(), [OWED]),
        (upstate(statuses={PROOF}, terms=charged_off(True)), proposed(), [OWED]),
        (upstate(statuses={DISPUTE}, terms=charged_off(None)), proposed(), [OWED_UNKNOWN]),
        (upstate(statuses={DISPUTE}, terms=charged_off(False)), proposed(), []),
        (upstate(statuses={SpecialStatus.HARDSHIP}, terms=charged_off(True)), proposed(), []),
        (upstate(terms=charged_off(True)), proposed(), []),
        (upstate(statuses={DISPUTE}, terms=charged_off(True)), reply(), []),
        (upstate(statuses={DISPUTE}, terms=charged_off(True)), reply(speaks_of_debt=True), [OWED]),
        (
            upstate(statuses={DISPUTE}, terms=charged_off(True)),
            proposed(channel=LETTER, purpose=ContactPurpose.NOTICE, speaks_of_debt=True),
            [],
        ),
    ],
)
def test_a_disputed_debt_that_was_charged_off_rests_until_it_is_substantiated(
    person: ContactFacts, contact: ProposedContact, answer: list[Said]
) -> None:
    assert said("NY-SUB-1", person, contact) == answer


def test_a_dispute_that_was_only_spoken_counts_as_well() -> None:
    person = upstate(statuses={DISPUTE}, terms=charged_off(True))
    spoken = tuple(replace(entry, written=False, until=NOON + DAY) for entry in person.standing)
    assert said("NY-SUB-1", replace(person, standing=spoken), proposed()) == [OWED]


OWN = Line(employer_provided=False)
ORAL = replace(consent(EMAIL), written=False)
NEEDS_CONSENT = deny("ny_email_consent", lifts=Lifts.CONSENT)


@pytest.mark.parametrize(
    ("entries", "line", "answer"),
    [
        ((consent(EMAIL),), OWN, []),
        ((ORAL,), OWN, [NEEDS_CONSENT]),
        ((), OWN, [NEEDS_CONSENT]),
        ((consent(SMS),), OWN, [NEEDS_CONSENT]),
        ((replace(consent(EMAIL), how="skip_trace"),), OWN, [NEEDS_CONSENT]),
        (
            (consent(EMAIL),),
            Line(),
            [deny("ny_email_unknown", lifts=Lifts.FACT_KNOWN, missing="line.employer_provided")],
        ),
        (
            (consent(EMAIL),),
            Line(employer_provided=True),
            [deny("ny_email_employer", lifts=Lifts.OTHER_CHANNEL)],
        ),
    ],
)
def test_a_third_party_e_mails_by_written_consent_and_not_to_an_employer(
    entries: tuple[Consent, ...], line: Line, answer: list[Said]
) -> None:
    person = upstate(consents=entries, line=line)
    assert said("NY-EMAIL-1", person, MAIL) == answer
    for contact in (proposed(), reply(channel=EMAIL)):
        assert said("NY-EMAIL-1", person, contact) == []


def test_the_state_cites_its_rules() -> None:
    person = upstate(statuses={DISPUTE}, consents=())
    assert [f.citation for f in found("NY-SUB-1", person, MAIL)] == ["23 NYCRR 1.4"]
    assert [f.citation for f in found("NY-EMAIL-1", person, MAIL)] == ["23 NYCRR 1.6"]
