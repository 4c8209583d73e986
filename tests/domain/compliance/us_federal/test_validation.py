"""Validation information: owed, late, and by which route; notices in translation; evidence."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from arrears.domain.compliance.decision import Duty, Lifts
from arrears.domain.compliance.facts import Consent, ContactFacts, ProposedContact, Recipient
from arrears.domain.compliance.rule import deny, require
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Channel, Language
from tests.builders.compliance import LOS_ANGELES, NEW_YORK, NOON, at, consent, proposed, reply, withdrawal
from tests.domain.compliance.us_federal.given import (
    CALL,
    DEBT,
    EMAIL,
    LETTER,
    collector,
    lender,
    notices,
    told,
)

P = ContactPurpose
OWED = require(Duty.VALIDATION_NOTICE, "validation_owed", ("days", 5))
LATE = deny("validation_late", ("days", 5), lifts=Lifts.NOTICE_SENT)
NOTICE = proposed(channel=Channel.EMAIL, purpose=P.NOTICE, text=DEBT)
DAY_5, DAY_6 = at("2026-11-29 23:59:59"), at("2026-11-30 00:00")


def begun(**changes: object) -> ContactFacts:
    return notices(collector(), initial_at=NOON, **changes)


@pytest.mark.parametrize(
    ("person", "contact", "now", "expected"),
    [
        (collector(), CALL, NOON, [OWED]),
        (collector(), reply(), NOON, [OWED]),
        (begun(), CALL, NOON, [OWED]),
        (begun(), CALL, DAY_5, [OWED]),
        (begun(), CALL, DAY_6, [OWED, LATE]),
        (begun(), LETTER, DAY_6, [OWED, LATE]),
        (begun(), reply(), DAY_6, [OWED]),
        (begun(validation_sent_at=NOON), CALL, DAY_6, []),
        (notices(collector(), validation_sent_at=NOON), CALL, NOON, []),
        (lender(), CALL, NOON, []),
        (notices(lender(), initial_at=NOON), CALL, DAY_6, []),
        (begun(), NOTICE, DAY_6, []),
        (begun(), replace(CALL, recipient=Recipient.CREDITOR), DAY_6, []),
        (begun(), replace(CALL, purpose=P.LOCATION), DAY_6, []),
        (begun(), replace(CALL, purpose=P.CEASE_NOTICE), DAY_6, []),
        (begun(), replace(CALL, purpose=P.CRISIS), DAY_6, []),
        (collector(), replace(CALL, voicemail=True), NOON, []),
        (collector(), replace(CALL, voicemail=True, text=DEBT), NOON, [OWED]),
    ],
)
def test_validation_is_owed_from_the_first_communication_and_late_after_five_days(
    person: ContactFacts, contact: ProposedContact, now: datetime, expected: list[object]
) -> None:
    assert told("USF-VAL-1", person, contact, now) == expected


def test_the_five_days_are_counted_in_the_strictest_zone() -> None:
    # 01:00 in New York on the 25th is still the 24th in Los Angeles; and it is the 30th in New York first.
    person = notices(collector(zones=(NEW_YORK, LOS_ANGELES)), initial_at=at("2026-11-25 01:00"))
    assert told("USF-VAL-1", person, CALL, DAY_5) == [OWED]
    assert told("USF-VAL-1", person, CALL, DAY_6) == [OWED, LATE]


NO_ESIGN = [deny("notice_without_esign", lifts=Lifts.OTHER_CHANNEL, missing="notices.esign_at")]
OPTED_OUT = [deny("notice_to_opted_out", lifts=Lifts.OTHER_CHANNEL)]
STOPPED = (consent(), withdrawal(Channel.EMAIL))


@pytest.mark.parametrize(
    ("initial_at", "esign_at", "consents", "expected"),
    [
        (None, None, (), []),
        (NOON, None, (), NO_ESIGN),
        (NOON, NOON, (), []),
        (NOON, NOON + timedelta(seconds=1), (), NO_ESIGN),
        (NOON, NOON, (withdrawal(Channel.SMS),), []),
        (NOON, NOON, STOPPED, OPTED_OUT),
        (None, None, STOPPED, OPTED_OUT),
    ],
)
def test_a_notice_goes_electronically_only_with_consent_to_electronic_records(
    initial_at: datetime | None, esign_at: datetime | None, consents: tuple[Consent, ...], expected: object
) -> None:
    known = {"initial_at": initial_at, "esign_at": esign_at}
    person = notices(collector(consents=consents), **known)
    assert told("USF-VAL-4", person, NOTICE) == expected
    assert told("USF-VAL-4", person, replace(NOTICE, channel=Channel.LETTER)) == []
    assert told("USF-VAL-4", person, EMAIL) == []
    assert told("USF-VAL-4", notices(lender(consents=consents), **known), NOTICE) == []


@pytest.mark.parametrize(("language", "owed"), [(Language.EN, False), (Language.ZH, True)])
def test_a_translated_notice_comes_with_the_english_one(language: Language, owed: bool) -> None:
    expected = [require(Duty.ENGLISH_NOTICE, "notice_translated", ("language", "zh"))] if owed else []
    assert told("USF-LANG-2", collector(), replace(NOTICE, language=language)) == expected
    assert told("USF-LANG-2", lender(), replace(NOTICE, language=language)) == []
    assert told("USF-LANG-2", collector(), replace(EMAIL, language=language)) == []


def test_evidence_of_every_contact_of_a_collector_is_kept() -> None:
    kept = [require(Duty.KEEP_EVIDENCE, "evidence_kept", ("years", 3))]
    for contact in (CALL, reply(), NOTICE, replace(CALL, recipient=Recipient.ATTORNEY)):
        assert told("REC-1", collector(), contact) == kept
    assert told("REC-1", lender(), CALL) == []
