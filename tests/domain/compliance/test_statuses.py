"""What each special status forbids, refers, and still allows."""

from dataclasses import replace
from datetime import timedelta

import pytest

from arrears.domain.cases import Purpose, Relationship, SpecialStatus
from arrears.domain.compliance.decide import decide
from arrears.domain.compliance.decision import Deferred, Duty, Granted, Lifts, Referred, Refused, Said
from arrears.domain.compliance.facts import ContactFacts, ProposedContact, Recipient, Standing
from arrears.domain.compliance.rule import Applies
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Channel
from tests.builders.compliance import (
    DAY,
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
from tests.builders.findings import applies, found
from tests.domain.compliance.world.given import denied, living, referred, required, said

S = SpecialStatus
P = ContactPurpose
FIRST_LETTER = proposed(channel=Channel.LETTER, purpose=P.NOTICE, automated=False)
SILENT = {
    S.DISPUTE: ("USF-DISP-1", "disputed", Lifts.VERIFICATION_SENT),
    S.VALIDATION_REQUESTED: ("USF-DISP-2", "proof_wanted", Lifts.VERIFICATION_SENT),
    S.CEASE: ("USF-CEASE-1", "asked_to_cease", Lifts.PERSON),
    S.ATTORNEY: ("USF-ATT-1", "represented", Lifts.PERSON),
    S.BANKRUPTCY: ("VUL-03", "bankruptcy", Lifts.PERSON),
    S.DISCHARGED: ("VUL-03", "discharged", Lifts.NEVER),
    S.DECEASED: ("VUL-04", "deceased", Lifts.PERSON),
    S.WRONG_NUMBER: ("USF-3PD-2", "wrong_number", Lifts.PERSON),
    S.THIRD_PARTY_ANSWERED: ("USF-3PD-1", "third_party_answered", Lifts.PERSON),
    S.IDENTITY_THEFT: ("VUL-06", "identity_theft", Lifts.PERSON),
    S.MINOR: ("VUL-07", "minor", Lifts.PERSON),
    S.VIOLENCE: ("VUL-11", "violence", Lifts.PERSON),
    S.DEBT_ADVISER: ("VUL-08", "debt_adviser", Lifts.PERSON),
}
RESTING = {S.HARDSHIP: "VUL-02", S.BREATHING_SPACE: "UK-BS-1", S.BEREAVEMENT: "IN-2026"}
REFERRED = {
    S.REFUSED_TO_PAY: ("P-REFUSAL-1", "refused_to_pay"),
    S.MILITARY: ("VUL-05", "military"),
    S.COMPLAINT: ("P-COMPLAINT-1", "complaint"),
    S.NOT_UNDERSTANDING: ("VUL-09", "not_understanding"),
}
ABOUT_DEBT = f"{LENDER}: the balance is 120 dollars."
ATTORNEY, ESTATE = {Recipient.ATTORNEY}, {Recipient.REPRESENTATIVE, Recipient.SPOUSE, Recipient.PARENT}
SPARED = {
    S.ATTORNEY: ATTORNEY,
    S.DEBT_ADVISER: ATTORNEY,
    S.BANKRUPTCY: ATTORNEY,
    S.DISCHARGED: ATTORNEY,
    S.DECEASED: ATTORNEY | ESTATE,
    S.MINOR: {Recipient.PARENT},
}


@pytest.mark.parametrize("somebody", [facts(), living("SG"), facts(country=None, number_country=None)])
def test_the_pack_binds_everyone(somebody: ContactFacts) -> None:
    assert applies("status", somebody) == Applies(True, "binds_everyone")


def person(*statuses: SpecialStatus, **changes: object) -> ContactFacts:
    """Somebody who wrote just now, and whose identity is verified."""
    return facts(**{"statuses": frozenset(statuses), "inbound_at": NOON, "verified": True, **changes})


def test_every_status_is_decided_here() -> None:
    assert SILENT.keys() | RESTING.keys() | REFERRED.keys() | {S.SELF_HARM} == set(S)


@pytest.mark.parametrize("status", SILENT)
def test_a_silence_refuses_outreach_and_names_what_ends_it(status: SpecialStatus) -> None:
    rule, reason, lifts = SILENT[status]
    assert isinstance(decide(packs(), person(status), proposed(), NOON), Refused)
    assert said(rule, person(status), proposed(), NOON) == [denied(reason, lifts=lifts)]
    assert said(rule, person(), proposed(), NOON) == []


@pytest.mark.parametrize("status", SILENT)
@pytest.mark.parametrize("recipient", Recipient)
def test_a_silence_spares_those_who_act_for_the_person(status: SpecialStatus, recipient: Recipient) -> None:
    rule, reason, lifts = SILENT[status]
    spared = recipient in SPARED.get(status, set())
    contact = proposed(recipient=recipient)
    says = [each for each in said(rule, person(status), contact, NOON) if each.reason == reason]
    assert says == ([] if spared else [denied(reason, lifts=lifts)])


@pytest.mark.parametrize("status", SILENT)
@pytest.mark.parametrize("purpose", [P.REPLY, P.SUPERVISOR])
def test_a_silence_leaves_an_answer_that_does_not_speak_of_debt(
    status: SpecialStatus, purpose: ContactPurpose
) -> None:
    rule, reason, lifts = SILENT[status]
    heard = person(status, person_active=purpose is P.SUPERVISOR)
    assert isinstance(decide(packs(), heard, reply(purpose=purpose), NOON), Granted)
    for words in (reply(purpose=purpose, text=ABOUT_DEBT), reply(purpose=purpose, speaks_of_debt=True)):
        assert said(rule, heard, words, NOON) == [denied(reason, lifts=lifts)]
    elsewhere = status in (S.DECEASED, S.WRONG_NUMBER, S.THIRD_PARTY_ANSWERED)
    assert said(rule, heard, FIRST_LETTER, NOON) == ([denied(reason, lifts=lifts)] if elsewhere else [])


@pytest.mark.parametrize("status", [S.ATTORNEY, S.DEBT_ADVISER, S.BANKRUPTCY])
def test_who_is_represented_or_advised_is_answered_once(status: SpecialStatus) -> None:
    rule, limited = SILENT[status][0], status is not S.BANKRUPTCY
    answered = person(status, person_active=True, replies_sent=1)
    once = [denied("answered_once", lifts=Lifts.PERSON)] if limited else []
    assert said(rule, answered, reply(purpose=P.SUPERVISOR), NOON) == once
    assert said(rule, answered, reply(), NOON) == once
    assert said(rule, person(status), reply(), NOON) == []
    for purpose in (P.CRISIS, P.OPT_OUT_CONFIRMATION):
        assert said(rule, answered, reply(purpose=purpose), NOON) == []


@pytest.mark.parametrize("status", REFERRED)
def test_outreach_is_referred_to_a_person(status: SpecialStatus) -> None:
    rule, reason = REFERRED[status]
    assert isinstance(decide(packs(), person(status), proposed(), NOON), Referred)
    assert said(rule, person(status), proposed(), NOON) == [referred(reason)]
    assert said(rule, person(status), FIRST_LETTER, NOON) == []
    assert said(rule, person(), proposed(), NOON) == []
    assert isinstance(decide(packs(), person(status), reply(text=ABOUT_DEBT), NOON), Granted)


@pytest.mark.parametrize("status", RESTING)
def test_a_rest_leaves_answers_and_notices_free(status: SpecialStatus) -> None:
    assert isinstance(decide(packs(), person(status), reply(text=ABOUT_DEBT), NOON), Granted)
    assert said(RESTING[status], person(status), FIRST_LETTER, NOON) == []
    assert isinstance(decide(packs(), person(status), proposed(), NOON), Refused | Deferred)


ATTORNEY_SILENT = [referred("attorney_silent", ("days", "30"))]


@pytest.mark.parametrize(
    ("ago", "says"),
    [
        (30 * DAY, [denied("represented", lifts=Lifts.PERSON)]),
        (30 * DAY + timedelta(seconds=1), ATTORNEY_SILENT),
    ],
)
def test_after_a_long_silence_of_the_attorney_a_person_decides(ago: timedelta, says: list[Said]) -> None:
    silent = person(standing=(Standing(S.ATTORNEY, NOON - ago),))
    assert said("USF-ATT-1", silent, proposed(), NOON) == says
    assert said("USF-ATT-1", silent, FIRST_LETTER, NOON) == []
    assert said("USF-ATT-1", silent, reply(), NOON) == []
    about = [denied("represented", lifts=Lifts.PERSON)]
    assert said("USF-ATT-1", silent, reply(text=ABOUT_DEBT), NOON) == about
    assert said("USF-ATT-1", replace(silent, attorney_consents=True), proposed(), NOON) == []


def test_an_attorney_since_nobody_knows_when_stays_the_one_to_write_to() -> None:
    unknown = person(standing=(Standing(S.ATTORNEY),))
    assert said("USF-ATT-1", unknown, proposed(), NOON) == [denied("represented", lifts=Lifts.PERSON)]


@pytest.mark.parametrize(
    ("until", "says"),
    [
        (NOON + timedelta(seconds=1), [denied("debt_adviser", lifts=Lifts.PERSON)]),
        (NOON, [referred("adviser_time_over")]),
    ],
)
def test_when_the_advisers_time_is_over_a_person_decides(until: object, says: list[Said]) -> None:
    advised = person(standing=(Standing(S.DEBT_ADVISER, NOON - DAY, until=until),))  # type: ignore[arg-type]
    assert said("VUL-08", advised, proposed(), NOON) == says
    assert said("VUL-08", advised, reply(), NOON) == []
    assert said("VUL-08", advised, FIRST_LETTER, NOON) == []


CRISIS = reply(purpose=P.CRISIS, text="Please call or text 988 now.")
BY_PERSON = reply(purpose=P.SUPERVISOR, text="I am a person, and I am here.")


@pytest.mark.parametrize(
    ("words", "barred"),
    [
        (proposed(), True),
        (reply(), True),
        (FIRST_LETTER, True),
        (CRISIS, False),
        (BY_PERSON, False),
        (replace(BY_PERSON, text=ABOUT_DEBT), True),
        (replace(BY_PERSON, speaks_of_debt=True), True),
    ],
)
def test_after_a_statement_of_self_harm_only_the_crisis_line_and_a_person_answer(
    words: ProposedContact, barred: bool
) -> None:
    at_risk = person(S.SELF_HARM, person_active=words.purpose is P.SUPERVISOR)
    refusal = denied("self_harm", lifts=Lifts.PERSON)
    assert (refusal in said("VUL-01", at_risk, words, NOON)) is barred
    assert isinstance(decide(packs(), at_risk, words, NOON), Refused if barred else Granted)
    assert refusal not in said("VUL-01", person(), words, NOON)


def test_a_day_later_a_person_no_longer_answers_the_statement() -> None:
    taken_over = person(S.SELF_HARM, person_active=True)
    tomorrow = NOON + timedelta(hours=24)
    assert said("VUL-01", taken_over, BY_PERSON, tomorrow) == []
    later = tomorrow + timedelta(seconds=1)
    assert said("VUL-01", taken_over, BY_PERSON, later) == [denied("self_harm", lifts=Lifts.PERSON)]


def test_nobody_around_a_service_member_is_contacted() -> None:
    superior = proposed(recipient=Recipient.OTHER)
    refusal = denied("chain_of_command", lifts=Lifts.NEVER)
    assert refusal in said("VUL-05", person(S.MILITARY), superior, NOON)
    assert said("VUL-05", person(), superior, NOON) == []
    assert refusal in said("VUL-05", person(S.MILITARY), replace(superior, purpose=P.REPLY), NOON)


@pytest.mark.parametrize(
    ("sent_at", "since", "says"),
    [
        (None, NOON - DAY, True),
        (NOON - DAY, NOON - DAY, True),
        (NOON - DAY + timedelta(seconds=1), NOON - DAY, False),
        (NOON, None, True),
    ],
)
def test_a_named_representative_gets_a_validation_notice(sent_at: object, since: object, says: bool) -> None:
    heir = proposed(recipient=Recipient.REPRESENTATIVE)
    estate = facts(standing=(Standing(S.DECEASED, since),))  # type: ignore[arg-type]
    estate = replace(estate, notices=replace(estate.notices, validation_sent_at=sent_at))
    duty = [required(Duty.VALIDATION_NOTICE, "representative_notified")] if says else []
    assert said("VUL-04", estate, heir, NOON) == duty
    assert said("VUL-04", facts(), heir, NOON) == []
    assert said("VUL-04", estate, replace(heir, recipient=Recipient.SPOUSE), NOON) == []


def test_a_spouse_stands_in_for_the_dead_alone() -> None:
    spouse = proposed(recipient=Recipient.SPOUSE)
    assert said("SPOUSE", person(), spouse, NOON) == [denied("spouse", lifts=Lifts.NEVER)]
    assert said("SPOUSE", person(S.DECEASED), spouse, NOON) == []
    assert said("SPOUSE", person(), proposed(), NOON) == []


def test_a_bad_moment_is_no_moment_to_speak_of_the_debt() -> None:
    busy = person()
    busy = replace(busy, talk=replace(busy.talk, busy=True))
    refusal = [denied("busy_now", lifts=Lifts.OTHER_WORDS)]
    assert said("VUL-10", busy, reply(text=ABOUT_DEBT), NOON) == refusal
    assert said("VUL-10", busy, reply(text="When may we call you?"), NOON) == []
    assert said("VUL-10", person(), reply(text=ABOUT_DEBT), NOON) == []


@pytest.mark.parametrize(
    ("relationship", "binds"), [(Relationship.THIRD_PARTY, True), (Relationship.FIRST_PARTY, False)]
)
def test_a_finding_says_whether_it_is_law_or_the_houses_policy(
    relationship: Relationship, binds: bool
) -> None:
    debtor = person(S.CEASE, relationship=relationship, purpose=Purpose.CONSUMER)
    (finding,) = found("USF-CEASE-1", debtor, proposed(), NOON)
    law = "12 CFR 1006.6(c)(1)"
    assert finding.citation == (law if binds else f"house policy, after {law}")


@pytest.mark.parametrize("status", [S.WRONG_NUMBER, S.THIRD_PARTY_ANSWERED])
def test_in_china_only_the_debtor_is_collected_from(status: SpecialStatus) -> None:
    decision = decide(packs(), in_china(statuses={status}), chinese(), at("2026-11-24 12:00", SHANGHAI))
    assert isinstance(decision, Refused)
    assert "CN-3P-1" in {finding.rule_id for finding in decision.findings}
