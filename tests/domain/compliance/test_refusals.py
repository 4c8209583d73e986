"""Refusals to pay, requests to cease, spoken disputes; rests that end by themselves; steps that rest too."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from arrears.domain.cases import Relationship, SpecialStatus
from arrears.domain.compliance.decide import decide
from arrears.domain.compliance.decision import Duty, Granted, Lifts, Refused, Said, Verdict
from arrears.domain.compliance.facts import (
    ActKind,
    ContactFacts,
    DebtTerms,
    ProposedAct,
    ProposedContact,
    Standing,
)
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
from tests.builders.findings import found
from tests.domain.compliance.world.given import deferred, denied, living, referred, required, said, told_of

S = SpecialStatus
P = ContactPurpose
SECOND = timedelta(seconds=1)
LETTER = proposed(channel=Channel.LETTER, purpose=P.NOTICE, automated=False)
CEASE_LETTER = replace(LETTER, purpose=P.CEASE_NOTICE)
COLLECTOR = {"relationship": Relationship.THIRD_PARTY}


def refused(written: bool, **changes: object) -> ContactFacts:
    """Somebody who refused to pay and wrote just now."""
    standing = (Standing(S.REFUSED_TO_PAY, NOON, written=written),)
    return facts(**{"standing": standing, "inbound_at": NOON, "verified": True, **changes})


@pytest.mark.parametrize("relationship", [Relationship.THIRD_PARTY, Relationship.UNKNOWN])
def test_a_refusal_to_pay_ends_the_contact_of_a_third_party(relationship: Relationship) -> None:
    now = at("2026-11-24 12:00", SHANGHAI)
    person = in_china(statuses={S.REFUSED_TO_PAY}, relationship=relationship, inbound_at=now, verified=True)
    decision = decide(packs(), person, chinese(), now)
    assert isinstance(decision, Refused)
    assert "USF-CEASE-1" in {finding.rule_id for finding in decision.findings}
    neutral = chinese(purpose=P.REPLY, text="已经记录。")
    assert said("USF-CEASE-1", person, neutral, now) == []
    about_debt = chinese(purpose=P.REPLY, text="您的余额是100元。")
    assert said("USF-CEASE-1", person, about_debt, now) == [denied("refused_in_writing", lifts=Lifts.PERSON)]


@pytest.mark.parametrize(
    ("person", "rule"),
    [
        (refused(True, **COLLECTOR), "USF-CEASE-1"),
        (refused(False, **COLLECTOR), "P-REFUSAL-1"),
        (refused(True), "P-REFUSAL-1"),
        (refused(False), "P-REFUSAL-1"),
    ],
)
def test_a_written_refusal_binds_collectors_and_every_other_is_for_a_person(
    person: ContactFacts, rule: str
) -> None:
    ends, asks = [denied("refused_in_writing", lifts=Lifts.PERSON)], [referred("refused_to_pay")]
    assert said("USF-CEASE-1", person, proposed(), NOON) == (ends if rule == "USF-CEASE-1" else [])
    assert said("P-REFUSAL-1", person, proposed(), NOON) == (asks if rule == "P-REFUSAL-1" else [])
    assert said("P-REFUSAL-1", person, LETTER, NOON) == []
    assert said("P-REFUSAL-1", person, reply(), NOON) == []


NOTHING = denied("nothing_to_cease", lifts=Lifts.NEVER)
SENT = denied("cease_notice_sent", lifts=Lifts.NEVER)


@pytest.mark.parametrize(
    ("person", "says"),
    [
        (facts(), [NOTHING]),
        (facts(statuses={S.CEASE}), []),
        (refused(True, **COLLECTOR), []),
        (facts(statuses={S.DISPUTE}), [NOTHING]),
    ],
)
def test_what_may_be_said_after_a_cease_is_said_once(person: ContactFacts, says: list[Said]) -> None:
    assert said("USF-CEASE-1", person, CEASE_LETTER, NOON) == says
    again = replace(person, notices=replace(person.notices, cease_notice_sent=True))
    assert said("USF-CEASE-1", again, CEASE_LETTER, NOON) == (says or [SENT])
    assert SENT not in said("USF-CEASE-1", again, LETTER, NOON)


def test_a_cease_notice_is_no_way_round_another_silence() -> None:
    both = facts(statuses={S.CEASE, S.BANKRUPTCY})
    assert isinstance(decide(packs(), facts(statuses={S.CEASE}), CEASE_LETTER, NOON), Granted)
    assert said("VUL-03", both, CEASE_LETTER, NOON) == [denied("bankruptcy", lifts=Lifts.PERSON)]


MARKED = required(Duty.MARK_DISPUTED, "dispute_marked")
COLLECT = ProposedAct(ActKind.COLLECT)
CARELESS = denied("disputed", lifts=Lifts.VERIFICATION_SENT)


def test_a_spoken_dispute_pauses_and_is_marked() -> None:
    until = NOON + 7 * DAY
    spoken = facts(standing=(Standing(S.DISPUTE, NOON, written=False, until=until),), inbound_at=NOON)
    paused = deferred("dispute_spoken", until)
    assert said("USF-DISP-3", spoken, proposed(), NOON) == [paused, MARKED]
    assert said("USF-DISP-3", spoken, proposed(), until - SECOND) == [paused, MARKED]
    assert said("USF-DISP-3", spoken, proposed(), until) == [MARKED]
    assert said("USF-DISP-3", spoken, reply(), NOON) == [MARKED]
    assert said("USF-DISP-3", spoken, LETTER, NOON) == [MARKED]
    assert said("USF-DISP-1", spoken, proposed(), NOON) == []
    assert told_of("USF-DISP-1", COLLECT, spoken, until - SECOND) == [paused]
    assert told_of("USF-DISP-1", COLLECT, spoken, until) == []


@pytest.mark.parametrize(
    "entry",
    [
        Standing(S.DISPUTE, NOON, written=True, until=NOON + DAY),
        Standing(S.DISPUTE, NOON, written=False),
        Standing(S.DISPUTE, NOON),
    ],
)
def test_a_dispute_that_may_be_written_is_a_silence(entry: Standing) -> None:
    person = facts(standing=(entry,))
    assert said("USF-DISP-1", person, proposed(), NOON) == [CARELESS]
    assert said("USF-DISP-3", person, proposed(), NOON) == []
    assert told_of("USF-DISP-1", COLLECT, person, NOON) == [CARELESS]


DAYS_30 = NOON + 30 * DAY


@pytest.mark.parametrize(
    ("entries", "ends"),
    [
        ((Standing(S.HARDSHIP, NOON),), DAYS_30),
        ((Standing(S.HARDSHIP, NOON, until=NOON + DAY),), NOON + DAY),
        ((Standing(S.HARDSHIP, None, until=NOON + DAY),), NOON + DAY),
        ((Standing(S.HARDSHIP, NOON - 40 * DAY), Standing(S.HARDSHIP, NOON)), DAYS_30),
        ((Standing(S.HARDSHIP, NOON), Standing(S.HARDSHIP, NOON - 40 * DAY)), DAYS_30),
        ((Standing(S.BREATHING_SPACE, NOON, until=NOON + 60 * DAY),), NOON + 61 * DAY),
        ((Standing(S.BEREAVEMENT, NOON, until=NOON + DAY),), NOON + DAY),
    ],
)
def test_a_rest_ends_by_itself(entries: tuple[Standing, ...], ends: datetime) -> None:
    rule, reason = RESTS[entries[0].status]
    person = facts(standing=entries)
    assert said(rule, person, proposed(), NOON) == [deferred(reason, ends)]
    assert said(rule, person, proposed(), ends - SECOND) == [deferred(reason, ends)]
    assert said(rule, person, proposed(), ends) == []


RESTS = {
    S.HARDSHIP: ("VUL-02", "hardship"),
    S.BREATHING_SPACE: ("UK-BS-1", "breathing_space"),
    S.BEREAVEMENT: ("IN-2026", "mourning"),
}


@pytest.mark.parametrize(
    "entries",
    [
        (Standing(S.HARDSHIP),),
        (Standing(S.HARDSHIP), Standing(S.HARDSHIP, NOON)),
        (Standing(S.BREATHING_SPACE, NOON),),
        (Standing(S.BEREAVEMENT, NOON),),
    ],
)
def test_a_rest_without_an_end_is_for_a_person_to_clear(entries: tuple[Standing, ...]) -> None:
    rule, reason = RESTS[entries[0].status]
    refusal = denied(reason, lifts=Lifts.PERSON, missing="standing.until")
    assert said(rule, facts(standing=entries), proposed(), NOON + 400 * DAY) == [refusal]


def test_a_breathing_space_is_law_in_the_united_kingdom() -> None:
    standing = (Standing(S.BREATHING_SPACE, NOON, until=NOON + DAY),)
    (british,) = found("UK-BS-1", living("GB", standing=standing), proposed(), NOON)
    (american,) = found("UK-BS-1", facts(standing=standing), proposed(), NOON)
    assert british.citation.startswith("Debt Respite Scheme")
    assert american.citation == f"house policy, after {british.citation}"


OF_PLAN = proposed(of_plan=True)
HARD = (Standing(S.HARDSHIP, NOON - 3 * DAY),)


@pytest.mark.parametrize(
    ("agreed_at", "standing", "contact", "passes"),
    [
        (NOON - DAY, HARD, OF_PLAN, True),
        (NOON - 3 * DAY, HARD, OF_PLAN, True),
        (NOON - 3 * DAY - SECOND, HARD, OF_PLAN, False),
        (None, HARD, OF_PLAN, False),
        (NOON - DAY, HARD, proposed(), False),
        (NOON - DAY, HARD, replace(OF_PLAN, speaks_of_debt=True), False),
        (NOON - DAY, HARD, replace(OF_PLAN, text=f"{LENDER}: the balance is 120 dollars."), False),
        (NOON - 2 * DAY, (*HARD, Standing(S.HARDSHIP, NOON - DAY)), OF_PLAN, False),
        (NOON - DAY, (*HARD, Standing(S.HARDSHIP, None, until=NOON + DAY)), OF_PLAN, False),
    ],
)
def test_what_belongs_to_a_plan_agreed_since_the_hardship_passes_and_says_why(
    agreed_at: datetime | None, standing: tuple[Standing, ...], contact: ProposedContact, passes: bool
) -> None:
    person = facts(standing=standing, terms=DebtTerms(plan_agreed_at=agreed_at))
    (says,) = said("VUL-02", person, contact, NOON)
    assert says.verdict is (Verdict.ALLOW if passes else Verdict.DEFER)
    assert says.reason == ("plan_agreed_since" if passes else "hardship")
    assert isinstance(decide(packs(), person, contact, NOON), Granted) is passes


def test_a_plan_agreed_since_ends_no_rest_of_collection() -> None:
    person = facts(standing=HARD, terms=DebtTerms(plan_agreed_at=NOON - DAY))
    assert told_of("VUL-02", COLLECT, person, NOON) == [deferred("hardship", NOON + 27 * DAY)]


def test_collection_rests_for_thirty_days_where_hardship_has_no_end() -> None:
    since = NOON - 10 * DAY
    person = living("SG", standing=(Standing(S.HARDSHIP, since),))
    assert told_of("VUL-02", COLLECT, person, NOON) == [deferred("hardship", since + 30 * DAY)]


STEPS = {
    S.DISPUTE: ("USF-DISP-1", {ActKind.COLLECT}),
    S.VALIDATION_REQUESTED: ("USF-DISP-2", {ActKind.COLLECT}),
    S.BANKRUPTCY: ("VUL-03", {ActKind.COLLECT, ActKind.CHARGE, ActKind.DEBIT, ActKind.DEPOSIT}),
    S.DISCHARGED: (
        "VUL-03",
        {ActKind.COLLECT, ActKind.CHARGE, ActKind.DEBIT, ActKind.DEPOSIT, ActKind.TRANSFER},
    ),
    S.DECEASED: ("VUL-04", {ActKind.COLLECT}),
    S.IDENTITY_THEFT: ("VUL-06", set(ActKind) - {ActKind.APPLY, ActKind.EXPORT}),
    S.MINOR: ("VUL-07", {ActKind.COLLECT}),
    S.VIOLENCE: ("VUL-11", {ActKind.COLLECT}),
    S.SELF_HARM: ("VUL-01", {ActKind.COLLECT, ActKind.CHARGE, ActKind.DEBIT, ActKind.DEPOSIT}),
    S.HARDSHIP: ("VUL-02", {ActKind.COLLECT}),
    S.BREATHING_SPACE: ("UK-BS-1", {ActKind.COLLECT, ActKind.CHARGE, ActKind.DEBIT, ActKind.DEPOSIT}),
    S.MILITARY: ("VUL-05", {ActKind.COLLECT, ActKind.CHARGE}),
}
ENDS = {
    S.DISPUTE: ("disputed", Lifts.VERIFICATION_SENT),
    S.VALIDATION_REQUESTED: ("proof_wanted", Lifts.VERIFICATION_SENT),
    S.DISCHARGED: ("discharged", Lifts.NEVER),
}


@pytest.mark.parametrize("status", STEPS)
@pytest.mark.parametrize("kind", ActKind)
def test_steps_of_collection_rest_with_the_words(status: SpecialStatus, kind: ActKind) -> None:
    rule, kinds = STEPS[status]
    # In Singapore: the federal pack has rules of its own about the same steps.
    person = living("SG", standing=(Standing(status, NOON - DAY, until=NOON + DAY),))
    says = told_of(rule, ProposedAct(kind), person, NOON)
    assert told_of(rule, ProposedAct(kind), living("SG"), NOON) == []
    if kind not in kinds:
        assert says == []
    elif status is S.HARDSHIP:
        assert says == [deferred("hardship", NOON + DAY)]
    elif status is S.BREATHING_SPACE:
        assert says == [deferred("breathing_space", NOON + 2 * DAY)]
    elif status is S.MILITARY:
        assert says == [referred("military")]
    else:
        reason, lifts = ENDS.get(status, (status.value, Lifts.PERSON))
        assert says == [denied(reason, lifts=lifts)]
        assert says[0].verdict is Verdict.DENY


@pytest.mark.parametrize(
    ("status", "citation"),
    [
        (S.DISPUTE, "12 CFR 1006.38(d)(2)"),
        (S.VALIDATION_REQUESTED, "12 CFR 1006.38(c) and (d)"),
        (S.BANKRUPTCY, "11 U.S.C. 362 and 1301; 12 CFR 1006.30(b)"),
        (S.DISCHARGED, "11 U.S.C. 524"),
        (S.DECEASED, "12 CFR 1006.6(a)(4)"),
        (S.IDENTITY_THEFT, "comment 30(b)(1)-2 to 12 CFR 1006; 15 U.S.C. 1681m(f)-(g)"),
        (S.MINOR, "12 CFR 1006.6(a)(2)"),
        (S.VIOLENCE, "house policy"),
    ],
)
def test_a_step_that_rests_cites_what_the_words_rest_on(status: SpecialStatus, citation: str) -> None:
    rule, _ = STEPS[status]
    step = decide(packs(), living("SG", standing=(Standing(status, NOON - DAY),)), COLLECT, NOON)
    assert {each.citation for each in step.findings if each.rule_id == rule} == {citation}
