"""By which medium, number and address."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from arrears.domain.compliance.decision import Lifts
from arrears.domain.compliance.facts import (
    Consent,
    ContactFacts,
    ProposedContact,
    Recipient,
    Spot,
)
from arrears.domain.compliance.packs.us_federal.media import DIRECT
from arrears.domain.compliance.rule import allow, defer, deny
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Channel
from tests.builders.compliance import LOS_ANGELES, NEW_YORK, NOON, at, consent, proposed, reply, withdrawal
from tests.domain.compliance.us_federal.given import (
    CALL,
    EMAIL,
    LETTER,
    collector,
    findings,
    lender,
    line,
    told,
)

SMS, VOICE = Channel.SMS, Channel.VOICE
STOPPED = [deny("person_said_stop", ("date", "2026-11-24"), lifts=Lifts.CONSENT)]
TEXT = proposed()
DIALLED = replace(CALL, automated=False)


def stop(channel: Channel | None, point: str | None, **changes: object) -> Consent:
    return replace(withdrawal(channel), point_id=point, **changes)


@pytest.mark.parametrize(
    ("entry", "contact", "medium", "number"),
    [
        (stop(SMS, None), TEXT, True, False),
        (stop(VOICE, None), CALL, True, False),
        (stop(VOICE, None), DIALLED, True, False),
        (stop(Channel.EMAIL, None), EMAIL, True, False),
        (stop(Channel.LETTER, None), LETTER, True, False),
        (stop(None, None), LETTER, True, False),
        (stop(None, None), TEXT, True, False),
        (stop(SMS, "point-1"), TEXT, False, True),
        (stop(VOICE, "point-1"), DIALLED, False, True),
        (stop(Channel.EMAIL, "point-1", case_id="case-2"), EMAIL, False, True),  # about any debt
        (stop(SMS, "point-2", case_id="case-1"), TEXT, True, False),  # the medium, on this matter
        (stop(SMS, "point-2", case_id="case-2"), TEXT, True, False),  # and on any other
        (stop(SMS, "point-2", case_id="case-2", chosen=True), TEXT, False, False),
        (stop(Channel.EMAIL, None), TEXT, False, False),
        (stop(VOICE, None), TEXT, False, False),
        # A stop to texts ends AI calls by the TCPA, not by this; and a person may dial.
        (stop(SMS, None), CALL, False, False),
        (stop(SMS, "point-1"), CALL, False, False),
        (stop(SMS, None), DIALLED, False, False),
        (stop(SMS, "point-2", case_id="case-2"), CALL, False, False),
    ],
)
def test_a_medium_and_a_number_that_were_refused_are_left_alone(
    entry: Consent, contact: ProposedContact, medium: bool, number: bool
) -> None:
    for person in (collector(consents=(consent(), entry)), lender(consents=(consent(), entry))):
        assert told("USF-MEDIA-1", person, contact) == (STOPPED if medium else [])
        assert told("USF-MEDIA-2", person, contact) == (STOPPED if number else [])


@pytest.mark.parametrize(("spot", "refused"), [(Spot.WORK, True), (Spot.HOME, False), (None, False)])
def test_not_at_work_ends_the_work_number_alone(spot: Spot | None, refused: bool) -> None:
    person = line(collector(consents=(consent(), stop(VOICE, None, spot=Spot.WORK))), spot=spot)
    assert told("USF-MEDIA-2", person, DIALLED) == (STOPPED if refused else [])
    assert told("USF-MEDIA-1", person, DIALLED) == []


@pytest.mark.parametrize(
    "spared",
    [
        reply(channel=Channel.EMAIL),
        proposed(channel=Channel.EMAIL, purpose=ContactPurpose.OPT_OUT_CONFIRMATION),
        proposed(channel=Channel.EMAIL, purpose=ContactPurpose.NOTICE),
        proposed(channel=Channel.EMAIL, recipient=Recipient.ATTORNEY),
    ],
)
def test_a_refused_medium_still_serves_one_answer_a_confirmation_and_the_law(spared: ProposedContact) -> None:
    for point in (None, "point-1"):
        person = collector(consents=(consent(), stop(Channel.EMAIL, point)))
        assert told("USF-MEDIA-1", person, spared) + told("USF-MEDIA-2", person, spared) == []


def test_nothing_is_refused_of_who_never_said_stop() -> None:
    for consents in ((), (consent(),), (withdrawal(SMS), consent(SMS, NOON))):
        person = collector(consents=consents)
        assert told("USF-MEDIA-1", person, TEXT) + told("USF-MEDIA-2", person, TEXT) == []


# 25 September is sixty days before 24 November.
SEPT_25, SEPT_24 = at("2026-09-25 15:00"), at("2026-09-24 23:59")
NOT_KNOWN = [deny("number_not_known_for_texts", lifts=Lifts.CONSENT)]
STALE = [deny("number_stale_for_texts", ("days", 60), lifts=Lifts.NUMBER_CHECKED)]


def fresh(until: datetime) -> list[object]:
    return [allow("number_fresh_for_texts", ("days", 60), until=until)]


def direct(when: datetime, how: str = "sms") -> Consent:
    return replace(consent(SMS, when), how=how)


@pytest.mark.parametrize(
    ("consents", "texted_at", "checked_at", "expected"),
    [
        ((), None, None, NOT_KNOWN),
        ((), None, NOON, NOT_KNOWN),
        ((consent(SMS),), None, NOON, NOT_KNOWN),  # what the creditor was told is not direct
        ((), SEPT_25, None, fresh(at("2026-11-25 00:00"))),
        ((), SEPT_24, None, STALE),
        ((), SEPT_24, SEPT_25, fresh(at("2026-11-25 00:00"))),
        ((), SEPT_24, SEPT_24 - timedelta(days=1), STALE),
        ((), NOON, SEPT_24, fresh(at("2027-01-24 00:00"))),
        ((direct(SEPT_25),), None, None, fresh(at("2026-11-25 00:00"))),
        ((direct(SEPT_24),), None, None, STALE),
        ((direct(SEPT_24),), SEPT_25, None, fresh(at("2026-11-25 00:00"))),
        ((direct(SEPT_25),), SEPT_24, None, fresh(at("2026-11-25 00:00"))),
        ((direct(SEPT_25), stop(SMS, None)), None, None, NOT_KNOWN),
    ],
)
def test_texts_go_to_a_number_that_was_the_persons_within_sixty_days(
    consents: tuple[Consent, ...], texted_at: datetime | None, checked_at: datetime | None, expected: object
) -> None:
    person = line(collector(consents=consents), texted_at=texted_at, reassignment_checked_at=checked_at)
    assert told("USF-TEXT-60", person, TEXT) == expected


def test_the_sixty_days_are_counted_in_the_strictest_zone() -> None:
    # 01:00 in New York on the 25th is still the 24th in Los Angeles.
    person = line(collector(zones=(NEW_YORK, LOS_ANGELES), consents=()), texted_at=at("2026-09-25 01:00"))
    assert told("USF-TEXT-60", person, TEXT, at("2026-11-23 12:00")) == fresh(at("2026-11-24 00:00"))
    assert told("USF-TEXT-60", person, TEXT, at("2026-11-24 00:00")) == STALE


@pytest.mark.parametrize("how", sorted(DIRECT))
def test_what_the_person_told_us_is_direct(how: str) -> None:
    assert told("USF-TEXT-60", collector(consents=(direct(NOON, how),)), TEXT) == fresh(
        at("2027-01-24 00:00")
    )


def test_the_sixty_days_bind_a_collectors_own_texts() -> None:
    assert told("USF-TEXT-60", lender(consents=()), TEXT) == []
    assert told("USF-TEXT-60", collector(consents=()), reply()) == []
    assert told("USF-TEXT-60", collector(consents=()), CALL) == []


OPENED = {"email_notice_at": at("2026-10-19 12:00"), "email_opt_out_days": 35, "email_public_domain": True}
NOT_OPENED = [deny("email_not_opened", lifts=Lifts.CONSENT)]
SHORT = [deny("email_notice_short", ("days", 35), lifts=Lifts.CONSENT)]


@pytest.mark.parametrize(
    ("changes", "consents", "expected"),
    [
        ({}, (), NOT_OPENED),
        ({"used_by_person": True}, (), []),
        ({"used_by_prior_collector": True}, (), []),
        ({}, (replace(consent(Channel.EMAIL), how="email"),), []),
        ({}, (consent(Channel.EMAIL),), NOT_OPENED),
        (OPENED, (), []),
        ({**OPENED, "email_notice_at": None}, (), NOT_OPENED),
        ({**OPENED, "email_public_domain": None}, (), NOT_OPENED),
        ({**OPENED, "email_public_domain": False}, (), NOT_OPENED),
        ({**OPENED, "email_opt_out_days": None}, (), SHORT),
        ({**OPENED, "email_opt_out_days": 34}, (), SHORT),
        # The last day to refuse is the 24th itself; and sixty days that were given are sixty.
        (
            {**OPENED, "email_notice_at": at("2026-10-20 12:00")},
            (),
            [defer("email_period_runs", at("2026-11-25 00:00"), ("days", 35))],
        ),
        (
            {**OPENED, "email_opt_out_days": 60},
            (),
            [defer("email_period_runs", at("2026-12-19 00:00"), ("days", 60))],
        ),
    ],
)
def test_an_email_address_is_used_only_once_it_was_opened(
    changes: dict[str, object], consents: tuple[Consent, ...], expected: list[object]
) -> None:
    assert told("USF-EMAIL-1", line(collector(consents=consents), **changes), EMAIL) == expected


@pytest.mark.parametrize(("wall", "may"), [("2026-11-24 00:00:00", True), ("2026-11-23 23:59:59", False)])
def test_an_email_waits_until_the_last_day_to_refuse_is_over(wall: str, may: bool) -> None:
    person = line(collector(consents=()), **OPENED)
    assert (told("USF-EMAIL-1", person, EMAIL, at(wall)) == []) is may


def test_the_last_day_to_refuse_ends_in_the_last_zone() -> None:
    far = line(collector(consents=(), zones=(NEW_YORK, LOS_ANGELES)), **OPENED)
    expected = [defer("email_period_runs", at("2026-11-24 03:00"), ("days", 35))]
    assert told("USF-EMAIL-1", far, EMAIL, at("2026-11-24 02:59:59")) == expected
    assert told("USF-EMAIL-1", far, EMAIL, at("2026-11-24 03:00")) == []


def test_a_lenders_emails_and_answers_need_no_opening() -> None:
    assert told("USF-EMAIL-1", lender(consents=()), EMAIL) == []
    assert told("USF-EMAIL-1", collector(consents=()), reply(channel=Channel.EMAIL)) == []
    assert told("USF-EMAIL-1", collector(consents=()), TEXT) == []


@pytest.mark.parametrize(
    ("changes", "consents", "refused"),
    [
        ({"employer_provided": True}, (), True),
        ({"employer_provided": False}, (), False),
        ({}, (), False),
        ({"employer_provided": True, "used_by_person": True}, (), False),
        ({"employer_provided": True, "used_by_prior_collector": True}, (), False),
        ({"employer_provided": True}, (replace(consent(Channel.EMAIL), how="web"),), False),
        ({"employer_provided": True}, (consent(Channel.EMAIL),), True),
    ],
)
def test_an_employers_address_is_left_alone(
    changes: dict[str, object], consents: tuple[Consent, ...], refused: bool
) -> None:
    expected = [deny("email_of_employer", lifts=Lifts.OTHER_CHANNEL)] if refused else []
    notice = proposed(channel=Channel.EMAIL, purpose=ContactPurpose.NOTICE)
    for make in (collector, lender):
        person: ContactFacts = line(make(consents=consents), **changes)
        assert told("USF-WORK-2", person, EMAIL) == expected
        assert told("USF-WORK-2", person, notice) == expected
        assert told("USF-WORK-2", person, reply(channel=Channel.EMAIL)) == []
        assert told("USF-WORK-2", person, TEXT) == []


@pytest.mark.parametrize("public", [True, False])
def test_nothing_is_shown_to_others(public: bool) -> None:
    expected = [deny("seen_by_others", lifts=Lifts.OTHER_CHANNEL)] if public else []
    for contact in (TEXT, LETTER, reply(), proposed(recipient=Recipient.ATTORNEY)):
        assert told("USF-SOC-1", lender(), replace(contact, public=public)) == expected


def test_a_refused_medium_is_cited_as_policy_where_a_lender_collects() -> None:
    cites = {
        make: [f.citation for f in findings(make(consents=(stop(SMS, None),)), TEXT) if "MEDIA" in f.rule_id]
        for make in (collector, lender)
    }
    assert cites == {
        collector: ["12 CFR 1006.14(h)(1)"],
        lender: ["house policy, after 12 CFR 1006.14(h)(1)"],
    }
