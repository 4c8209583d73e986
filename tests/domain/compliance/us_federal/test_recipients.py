"""Who may be spoken to, and who may be asked where a person is."""

from dataclasses import replace
from datetime import timedelta

import pytest

from arrears.domain.cases import SpecialStatus
from arrears.domain.compliance.decision import Lifts
from arrears.domain.compliance.facts import Attempt, CallOutcome, ContactFacts, ProposedContact, Recipient
from arrears.domain.compliance.rule import deny
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Channel
from tests.builders.compliance import LENDER, NOON, attempt, proposed, reply
from tests.domain.compliance.us_federal.given import CALL, DEBT, collector, findings, lender, line, told

R, S = Recipient, SpecialStatus
OTHERS = [deny("recipient_is_other", lifts=Lifts.NEVER)]
ASK = proposed(
    channel=Channel.VOICE,
    purpose=ContactPurpose.LOCATION,
    recipient=R.OTHER,
    automated=False,
    text="Good day, this is Maria Lopez. I am trying to confirm where a person can be reached.",
)


def not_standing_in(recipient: Recipient) -> list[object]:
    return [
        deny("recipient_does_not_stand_in", ("recipient", recipient), lifts=Lifts.FACT_KNOWN),
    ]


@pytest.mark.parametrize(
    ("recipient", "statuses", "expected"),
    [
        (R.PERSON, (), []),
        (R.SPOUSE, (), []),
        (R.GUARANTOR, (), []),
        (R.ATTORNEY, (), []),
        (R.CREDITOR, (), []),
        (R.CREDIT_BUREAU, (), []),
        (R.OTHER, (), OTHERS),
        (R.OTHER, (S.DECEASED, S.MINOR), OTHERS),
        (R.PARENT, (), not_standing_in(R.PARENT)),
        (R.PARENT, (S.MINOR,), []),
        (R.PARENT, (S.DECEASED,), not_standing_in(R.PARENT)),
        (R.REPRESENTATIVE, (), not_standing_in(R.REPRESENTATIVE)),
        (R.REPRESENTATIVE, (S.DECEASED,), []),
        (R.REPRESENTATIVE, (S.MINOR,), not_standing_in(R.REPRESENTATIVE)),
    ],
)
def test_only_those_whom_the_law_names_are_approached(
    recipient: Recipient, statuses: tuple[SpecialStatus, ...], expected: list[object]
) -> None:
    for make in (collector, lender):
        person = make(statuses=statuses)
        assert told("USF-3PD-1", person, replace(CALL, recipient=recipient)) == expected


NEUTRAL_ANSWER, DEBT_ANSWER = reply(), reply(text=DEBT)


@pytest.mark.parametrize(
    ("contact", "refused"),
    [
        (NEUTRAL_ANSWER, False),
        (DEBT_ANSWER, True),
        (replace(NEUTRAL_ANSWER, speaks_of_debt=True), True),
        (proposed(), True),
        (ASK, False),
    ],
)
def test_somebody_else_hears_an_answer_that_says_nothing(contact: ProposedContact, refused: bool) -> None:
    to_other = replace(contact, recipient=R.OTHER)
    assert told("USF-3PD-1", collector(inbound_at=NOON), to_other) == (OTHERS if refused else [])
    known = line(collector(inbound_at=NOON), rings_a_third_party=True)
    expected = [deny("line_is_somebody_elses", lifts=Lifts.OTHER_CHANNEL)] if refused else []
    assert told("USF-3PD-2", known, contact) == expected


@pytest.mark.parametrize("rings", [None, False])
def test_a_line_not_known_to_be_somebody_elses_is_used(rings: bool | None) -> None:
    assert told("USF-3PD-2", line(collector(), rings_a_third_party=rings), CALL) == []
    offices = replace(CALL, recipient=R.ATTORNEY)
    assert told("USF-3PD-2", line(collector(), rings_a_third_party=True), offices) == []


def located(**changes: object) -> Attempt:
    usual: dict[str, object] = {
        "channel": Channel.VOICE,
        "purpose": ContactPurpose.LOCATION,
        "recipient": R.OTHER,
        "outcome": CallOutcome.TALKED,
        "point_id": "point-1",
    }
    return attempt(NOON - timedelta(days=3), **{**usual, **changes})


ASKED_BEFORE = [deny("location_asked_before", lifts=Lifts.PERSON)]


@pytest.mark.parametrize(
    ("contact", "person", "expected"),
    [
        (ASK, collector(), []),
        (replace(ASK, recipient=R.SPOUSE), collector(), []),
        (replace(ASK, automated=True), collector(), [deny("location_by_machine", lifts=Lifts.PERSON)]),
        (
            replace(ASK, public=True, channel=Channel.LETTER),
            collector(),
            [deny("seen_by_others", lifts=Lifts.OTHER_CHANNEL)],
        ),
        (
            replace(ASK, recipient=R.PERSON),
            collector(),
            [deny("location_of_oneself", lifts=Lifts.OTHER_WORDS)],
        ),
        (
            replace(ASK, recipient=R.GUARANTOR),
            collector(),
            [deny("location_of_oneself", lifts=Lifts.OTHER_WORDS)],
        ),
        (
            ASK,
            collector(statuses=(S.ATTORNEY,)),
            [deny("location_attorney_known", lifts=Lifts.NEVER)],
        ),
        (
            replace(ASK, text="It is about an unpaid loan."),
            collector(),
            [deny("location_says_debt", lifts=Lifts.OTHER_WORDS)],
        ),
        (
            replace(ASK, speaks_of_debt=True),
            collector(),
            [deny("location_says_debt", lifts=Lifts.OTHER_WORDS)],
        ),
        (
            replace(ASK, text=f"This is {LENDER}. Where can the person be reached?"),
            collector(),
            [deny("location_names_employer", lifts=Lifts.OTHER_WORDS)],
        ),
        (ASK, collector(attempts=(located(),)), ASKED_BEFORE),
        (ASK, collector(attempts=(located(outcome=None),)), ASKED_BEFORE),
        (ASK, collector(attempts=(located(outcome=CallOutcome.VOICEMAIL),)), ASKED_BEFORE),
        (ASK, collector(attempts=(located(outcome=CallOutcome.DROPPED),)), ASKED_BEFORE),
        (ASK, collector(attempts=(located(point_id=None),)), ASKED_BEFORE),
        (ASK, collector(attempts=(located(point_id="point-2"),)), []),
        (ASK, collector(attempts=(located(purpose=ContactPurpose.OUTREACH),)), []),
        (ASK, collector(attempts=(located(counts=False),)), []),
        (ASK, collector(attempts=(located(by_us=False),)), []),
        *(
            (ASK, collector(attempts=(located(outcome=outcome),)), [])
            for outcome in (
                CallOutcome.NO_MESSAGE,
                CallOutcome.UNANSWERED,
                CallOutcome.BUSY,
                CallOutcome.DECLINED,
                CallOutcome.NOT_IN_SERVICE,
            )
        ),
    ],
)
def test_a_human_asks_somebody_else_once_where_the_person_is(
    contact: ProposedContact, person: ContactFacts, expected: list[object]
) -> None:
    assert told("USF-LOC-1", person, contact) == expected


def test_only_a_question_about_the_whereabouts_is_one() -> None:
    assert told("USF-LOC-1", collector(statuses=(S.ATTORNEY,)), CALL) == []


def test_a_question_about_the_whereabouts_keeps_the_hours_and_needs_no_disclosure() -> None:
    fired = {f.rule_id for f in findings(collector(verified=True), ASK)}
    assert fired == {"USF-TIME-1", "REC-1"}
