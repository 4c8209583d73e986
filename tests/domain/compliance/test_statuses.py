"""What each special status forbids, refers, and still allows."""

from datetime import timedelta

import pytest

from arrears.domain.cases import Relationship, SpecialStatus
from arrears.domain.compliance.decide import decide
from arrears.domain.compliance.decision import Granted, Referred, Refused
from arrears.domain.outreach import ContactPurpose
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

S = SpecialStatus
SILENT = {
    S.DISPUTE: "USF-DISP-1",
    S.VALIDATION_REQUESTED: "USF-DISP-2",
    S.CEASE: "USF-CEASE-1",
    S.ATTORNEY: "USF-ATT-1",
    S.BANKRUPTCY: "VUL-03",
    S.DECEASED: "VUL-04",
    S.WRONG_NUMBER: "USF-3PD-2",
    S.THIRD_PARTY_ANSWERED: "USF-3PD-1",
}
DENIED = SILENT | {S.SELF_HARM: "VUL-01", S.HARDSHIP: "VUL-02"}
REFERRED = {S.REFUSED_TO_PAY: "P-REFUSAL-1", S.MILITARY: "VUL-05", S.COMPLAINT: "P-COMPLAINT-1"}
ABOUT_DEBT = f"{LENDER}: the balance is 120 dollars."


def test_every_status_is_decided_here() -> None:
    assert DENIED.keys() | REFERRED.keys() == set(SpecialStatus)


@pytest.mark.parametrize(("status", "rule"), DENIED.items())
def test_outreach_is_refused(status: SpecialStatus, rule: str) -> None:
    decision = decide(packs(), facts(statuses=frozenset({status})), proposed(), NOON)
    assert isinstance(decision, Refused)
    assert decision.findings[0].rule_id == rule


@pytest.mark.parametrize(("status", "rule"), REFERRED.items())
def test_outreach_is_referred_to_a_person(status: SpecialStatus, rule: str) -> None:
    decision = decide(packs(), facts(statuses=frozenset({status})), proposed(), NOON)
    assert isinstance(decision, Referred)
    assert decision.findings[0].rule_id == rule


@pytest.mark.parametrize("status", SILENT)
@pytest.mark.parametrize("purpose", [ContactPurpose.REPLY, ContactPurpose.SUPERVISOR])
def test_a_silent_status_leaves_one_answer_that_does_not_speak_of_debt(
    status: SpecialStatus, purpose: ContactPurpose
) -> None:
    person = facts(
        statuses=frozenset({status}),
        inbound_at=NOON,
        verified=True,
        person_active=purpose is ContactPurpose.SUPERVISOR,
    )
    assert isinstance(decide(packs(), person, reply(purpose=purpose), NOON), Granted)
    for about_debt in (reply(purpose=purpose, text=ABOUT_DEBT), reply(purpose=purpose, speaks_of_debt=True)):
        decision = decide(packs(), person, about_debt, NOON)
        assert isinstance(decision, Refused)
        assert SILENT[status] in {finding.rule_id for finding in decision.findings}


@pytest.mark.parametrize("status", [S.HARDSHIP, S.MILITARY, S.COMPLAINT, S.REFUSED_TO_PAY])
def test_other_statuses_leave_answers_free(status: SpecialStatus) -> None:
    person = facts(statuses=frozenset({status}), inbound_at=NOON, verified=True)
    assert isinstance(decide(packs(), person, reply(text=ABOUT_DEBT), NOON), Granted)


@pytest.mark.parametrize("relationship", [Relationship.THIRD_PARTY, Relationship.UNKNOWN])
def test_a_refusal_to_pay_ends_the_contact_of_a_third_party(relationship: Relationship) -> None:
    refused = in_china(
        statuses=frozenset({S.REFUSED_TO_PAY}), relationship=relationship, inbound_at=NOON, verified=True
    )
    now = at("2026-11-24 12:00", SHANGHAI)
    decision = decide(packs(), refused, chinese(), now)
    assert isinstance(decision, Refused)
    assert decision.findings[0].rule_id == "USF-CEASE-1"
    neutral = chinese(purpose=ContactPurpose.REPLY, text="已经记录。")
    assert isinstance(decide(packs(), refused, neutral, now), Granted)
    about_debt = chinese(purpose=ContactPurpose.REPLY, text="您的余额是100元。")
    assert isinstance(decide(packs(), refused, about_debt, now), Refused)


def test_after_a_statement_of_self_harm_only_the_crisis_line_and_a_person_answer() -> None:
    person = facts(statuses=frozenset({S.SELF_HARM}), inbound_at=NOON, verified=True)
    taken_over = facts(statuses=frozenset({S.SELF_HARM}), inbound_at=NOON, verified=True, person_active=True)
    crisis = reply(purpose=ContactPurpose.CRISIS, text="Please call or text 988 now.")
    by_person = reply(purpose=ContactPurpose.SUPERVISOR, text="I am a person, and I am here.")
    assert isinstance(decide(packs(), person, reply(), NOON), Refused)
    assert isinstance(decide(packs(), person, crisis, NOON), Granted)
    assert isinstance(decide(packs(), taken_over, by_person, NOON), Granted)
    assert isinstance(decide(packs(), taken_over, reply(text=ABOUT_DEBT), NOON), Refused)
    tomorrow = NOON + timedelta(hours=24, seconds=1)
    assert isinstance(decide(packs(), taken_over, by_person, tomorrow), Refused)


@pytest.mark.parametrize("status", [S.WRONG_NUMBER, S.THIRD_PARTY_ANSWERED])
def test_in_china_only_the_debtor_is_collected_from(status: SpecialStatus) -> None:
    person = in_china(statuses=frozenset({status}))
    decision = decide(packs(), person, chinese(), at("2026-11-24 12:00", SHANGHAI))
    assert isinstance(decision, Refused)
    assert "CN-3P-1" in {finding.rule_id for finding in decision.findings}
