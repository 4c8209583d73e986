"""Whose consent it is, for which place, and how far a stop reaches that was said of one number."""

from dataclasses import replace
from datetime import timedelta

import pytest

from arrears.domain.cases import SpecialStatus
from arrears.domain.compliance.decide import decide
from arrears.domain.compliance.decision import Granted, Lifts, Refused
from arrears.domain.compliance.facts import Consent, ConsentAction, Recipient, Spot
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Channel, LineType
from tests.builders.compliance import DAY, LENDER, NOON, consent, facts, packs, proposed, reply
from tests.domain.compliance.us_federal.given import line, talk, told
from tests.domain.compliance.world.given import denied, living, noon, said

P, R = ContactPurpose, Recipient
AI_CALL = proposed(channel=Channel.VOICE, text=f"This is the automated assistant of {LENDER}. Hello.")
HUMAN_CALL = replace(AI_CALL, automated=False)
EMAIL = proposed(channel=Channel.EMAIL)
BLANKET, HERE = consent(), replace(consent(), point_id="point-1")
STOP = Consent(ConsentAction.WITHDRAWN, Channel.VOICE, NOON - DAY, "voice", "point-2", "case-2")
WORK = replace(STOP, channel=None, point_id=None, case_id=None, spot=Spot.WORK)
NO_CONSENT = denied("no_consent", ("channel", "voice"), lifts=Lifts.CONSENT)
SAID_STOP = denied("person_said_stop", ("date", "2026-11-23"), lifts=Lifts.CONSENT)


@pytest.mark.parametrize(
    "recipient", [R.SPOUSE, R.PARENT, R.REPRESENTATIVE, R.GUARANTOR, R.ATTORNEY, R.OTHER]
)
def test_a_consent_of_the_person_is_none_of_somebody_elses_telephone(recipient: Recipient) -> None:
    call = replace(AI_CALL, recipient=recipient)
    assert said("TCPA-AIV-1", facts(consents=(BLANKET,)), call, NOON) == [NO_CONSENT]
    assert NO_CONSENT not in said("TCPA-AIV-1", facts(consents=(HERE,)), call, NOON)
    assert NO_CONSENT not in said("TCPA-AIV-1", facts(consents=(BLANKET,)), AI_CALL, NOON)


def test_a_stop_of_the_person_still_reaches_who_stands_in_for_them() -> None:
    stop = Consent(ConsentAction.WITHDRAWN, None, NOON - DAY, "web")
    call = replace(AI_CALL, recipient=R.GUARANTOR)
    assert SAID_STOP in told("USF-MEDIA-1", facts(consents=(HERE, stop)), call)


def test_leave_to_be_called_at_work_is_leave_at_work_alone() -> None:
    at_work = facts(consents=(replace(BLANKET, spot=Spot.WORK),))
    for spot in (None, Spot.HOME):
        assert said("TCPA-AIV-1", line(at_work, spot=spot), AI_CALL, NOON) == [NO_CONSENT]
    assert said("TCPA-AIV-1", line(at_work, spot=Spot.WORK), AI_CALL, NOON)[0].reason == "consent_on_file"
    assert said("TCPA-AIV-1", talk(at_work, known_at=Spot.WORK), AI_CALL, NOON)[0].reason == "consent_on_file"


@pytest.mark.parametrize("contact", [AI_CALL, HUMAN_CALL])
@pytest.mark.parametrize(
    ("kind", "spot", "reached"),
    [
        (LineType.LANDLINE, Spot.WORK, True),
        (LineType.LANDLINE, Spot.HOME, False),
        (LineType.LANDLINE, None, True),  # which of the two it is, is not known
        (LineType.MOBILE, None, False),
        (LineType.UNKNOWN, None, False),  # counts as a mobile
        (LineType.MOBILE, Spot.WORK, True),
    ],
)
def test_not_at_work_reaches_a_fixed_line_whose_place_is_not_known(
    contact: object, kind: LineType, spot: Spot | None, reached: bool
) -> None:
    person = line(facts(consents=(consent(), WORK)), type=kind, spot=spot)
    assert told("USF-MEDIA-2", person, contact) == ([SAID_STOP] if reached else [])  # type: ignore[arg-type]
    forbidden = replace(line(facts(), type=kind, spot=spot), employer_prohibits=True)
    barred = [each.reason for each in told("USF-WORK-1", forbidden, contact)]  # type: ignore[arg-type]
    missing = spot is None and kind is LineType.LANDLINE
    assert barred == (["place_of_line_unknown"] if missing else ["employer_prohibits"] if reached else [])


def test_not_at_work_bars_an_email_to_no_known_place() -> None:
    person = line(facts(consents=(consent(), WORK)), type=LineType.LANDLINE, spot=None)
    assert told("USF-MEDIA-2", person, EMAIL) == []


def test_not_at_work_reaches_a_mobile_of_who_is_known_to_be_there() -> None:
    person = facts(consents=(consent(), WORK))
    assert told("USF-MEDIA-2", talk(person, known_at=Spot.WORK), AI_CALL) == [SAID_STOP]
    assert told("USF-MEDIA-2", talk(person, known_at=Spot.HOME), AI_CALL) == []


def test_abroad_too_a_fixed_line_of_unknown_place_may_be_at_work() -> None:
    now = noon("GB")
    person = replace(living("GB"), employer_prohibits=True)
    for kind, reasons in ((LineType.LANDLINE, ["line_of_unknown_place"]), (LineType.MOBILE, [])):
        found = said("P-PLACE-1", line(person, type=kind), AI_CALL, now)
        assert [each.reason for each in found] == reasons
    avoids = replace(living("GB"), places_avoided=frozenset({Spot.HOME}))
    landline = line(avoids, type=LineType.LANDLINE)
    assert said("P-PLACE-1", landline, AI_CALL, now)[0].missing == "line.spot"
    assert said("P-PLACE-1", landline, proposed(), now) == []


def test_a_wish_to_leave_a_medium_alone_is_kept_about_any_debt_and_at_any_number() -> None:
    person = facts(consents=(consent(), STOP))
    assert told("USF-MEDIA-1", person, HUMAN_CALL) == [SAID_STOP]
    assert isinstance(decide(packs(), person, HUMAN_CALL, NOON), Refused)
    emails = replace(STOP, channel=Channel.EMAIL)
    assert told("USF-MEDIA-1", facts(consents=(consent(), emails)), EMAIL) == [SAID_STOP]


@pytest.mark.parametrize(
    "stop",
    [
        replace(STOP, chosen=True),  # the person named the number and the matter
        replace(STOP, channel=Channel.SMS),  # about texts; a person may still dial
        replace(STOP, channel=Channel.EMAIL),
        replace(STOP, spot=Spot.WORK),
    ],
)
def test_a_wish_about_something_else_leaves_a_persons_call_alone(stop: Consent) -> None:
    assert told("USF-MEDIA-1", facts(consents=(consent(), stop)), HUMAN_CALL) == []


def test_a_newer_consent_for_this_number_ends_a_wish_about_another() -> None:
    anew = replace(consent(Channel.VOICE, NOON - DAY + timedelta(seconds=1)), point_id="point-1")
    assert told("USF-MEDIA-1", facts(consents=(STOP, anew)), HUMAN_CALL) == []
    older = replace(anew, at=STOP.at)
    assert told("USF-MEDIA-1", facts(consents=(older, STOP)), HUMAN_CALL) == [SAID_STOP]


@pytest.mark.parametrize("purpose", [P.NOTICE, P.CEASE_NOTICE])
def test_a_notice_reaches_who_ended_emails_by_letter_alone(purpose: ContactPurpose) -> None:
    stop = replace(STOP, channel=Channel.EMAIL, point_id=None, case_id=None)
    person = facts(consents=(consent(), stop), statuses=frozenset({SpecialStatus.CEASE}))
    email, letter = replace(EMAIL, purpose=purpose), proposed(channel=Channel.LETTER, purpose=purpose)
    refusal = denied("notice_to_opted_out", lifts=Lifts.OTHER_CHANNEL)
    assert said("P-NOTICE-1", person, email, NOON) == [refusal]
    assert isinstance(decide(packs(), person, letter, NOON), Granted)
    everything = replace(stop, channel=None)
    silent = replace(person, consents=(consent(), everything))
    assert isinstance(decide(packs(), silent, letter, NOON), Granted)
    assert isinstance(decide(packs(), silent, email, NOON), Refused)


def test_the_confirmation_of_a_stop_offers_nothing() -> None:
    stop = replace(STOP, channel=Channel.SMS, at=NOON)
    person = facts(consents=(consent(), stop), inbound_at=NOON, case_id="case-2")
    confirmation = reply(purpose=P.OPT_OUT_CONFIRMATION, text="You have opted out.")
    assert said("TCPA-STOP-1", person, confirmation, NOON)[0].reason == "one_confirmation"
    more = [denied("confirmation_says_more", lifts=Lifts.OTHER_WORDS)]
    offered = replace(confirmation, new_credit=True)
    told_of_credit = replace(confirmation, text="You have opted out. You are pre-approved for a new loan!")
    for words in (offered, told_of_credit, replace(confirmation, text="You have opted out. Get a discount.")):
        assert said("TCPA-STOP-1", person, words, NOON) == more
