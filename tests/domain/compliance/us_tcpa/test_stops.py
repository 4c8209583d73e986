"""The end of consent, and the waiver for unrelated matters that lapses on 31 January 2027."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from arrears.domain.compliance.decision import Lifts, Said
from arrears.domain.compliance.facts import Consent, ContactFacts, Line, ProposedContact
from arrears.domain.compliance.packset import PackSet
from arrears.domain.compliance.rule import deny
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Channel, LineType, Spot
from tests.builders.compliance import (
    DAY,
    NOON,
    at,
    consent,
    facts,
    packs,
    proposed,
    reply,
    withdrawal,
)
from tests.builders.findings import found, said

SMS, VOICE = Channel.SMS, Channel.VOICE
AI_CALL = proposed(channel=VOICE)
STOPPED_ON = ("date", "2026-11-24")
STOP_RULES = ("TCPA-STOP-1", "TCPA-STOP-2", "TCPA-STOP-3", "TCPA-STOP-4", "TCPA-STOP-5")


def stopped(channel: Channel | None, how: str = "sms") -> ContactFacts:
    """Who said stop in a message; it is also the last one that they wrote."""
    stop = replace(withdrawal(channel), how=how)
    return facts(consents=(consent(), stop), inbound_at=stop.at)


def told(person: ContactFacts, contact: ProposedContact, now: datetime = NOON) -> dict[str, list[Said]]:
    answers = {rule: said(rule, person, contact, now, pack="us_tcpa") for rule in STOP_RULES}
    return {rule: answer for rule, answer in answers.items() if answer}


@pytest.mark.parametrize(
    ("person", "contact", "rule", "reason"),
    [
        (stopped(SMS), proposed(), "TCPA-STOP-1", "person_said_stop"),
        (stopped(None), proposed(), "TCPA-STOP-1", "person_said_stop"),
        (stopped(SMS, "keypress"), proposed(), "TCPA-STOP-1", "person_said_stop"),
        (stopped(VOICE, "keypress"), AI_CALL, "TCPA-STOP-1", "person_said_stop"),
        (stopped(None), AI_CALL, "TCPA-STOP-1", "person_said_stop"),
        (stopped(SMS), AI_CALL, "TCPA-STOP-2", "stop_by_text"),
        (stopped(SMS, "own_words"), AI_CALL, "TCPA-STOP-2", "stop_by_text"),
        (stopped(SMS, "supervisor"), AI_CALL, "TCPA-STOP-2", "stop_by_text"),
        (stopped(SMS, "own_words"), proposed(), "TCPA-STOP-3", "stop_in_own_words"),
        (stopped(VOICE, "own_words"), AI_CALL, "TCPA-STOP-3", "stop_in_own_words"),
        (stopped(SMS, "agent"), proposed(), "TCPA-STOP-4", "stop_by_other_means"),
        (stopped(SMS, "email"), proposed(), "TCPA-STOP-4", "stop_by_other_means"),
        (stopped(SMS, "letter"), proposed(), "TCPA-STOP-4", "stop_by_other_means"),
        (stopped(None, "voicemail"), AI_CALL, "TCPA-STOP-4", "stop_by_other_means"),
        (stopped(SMS, "supervisor"), proposed(), "TCPA-STOP-4", "stop_by_other_means"),
        (stopped(SMS, "voice"), proposed(), "TCPA-STOP-4", "stop_by_other_means"),
        (stopped(SMS, "web"), proposed(), "TCPA-STOP-4", "stop_by_other_means"),
        (stopped(SMS), proposed(automated=False), "TCPA-STOP-1", "person_said_stop"),
        (stopped(SMS), reply(), "TCPA-STOP-1", "person_said_stop"),
        (stopped(VOICE), reply(channel=VOICE), "TCPA-STOP-1", "person_said_stop"),
    ],
)
def test_a_stop_ends_texts_and_ai_calls_at_once_and_one_rule_says_so(
    person: ContactFacts, contact: ProposedContact, rule: str, reason: str
) -> None:
    assert told(person, contact) == {rule: [deny(reason, STOPPED_ON, lifts=Lifts.CONSENT)]}


@pytest.mark.parametrize(
    ("person", "contact"),
    [
        (stopped(SMS), proposed(channel=VOICE, automated=False)),
        (stopped(VOICE), proposed(channel=VOICE, automated=False)),
        (stopped(None, "own_words"), proposed(channel=VOICE, automated=False)),
        (stopped(VOICE), proposed()),
        (stopped(SMS), proposed(channel=Channel.EMAIL)),
        (stopped(None), proposed(channel=Channel.LETTER)),
        (stopped(SMS), proposed(purpose=ContactPurpose.OPT_OUT_CONFIRMATION)),
        (stopped(SMS), proposed(purpose=ContactPurpose.CRISIS)),
        (stopped(SMS), proposed(purpose=ContactPurpose.NOTICE)),
        (stopped(SMS), proposed(purpose=ContactPurpose.CEASE_NOTICE)),
        (facts(consents=(withdrawal(SMS, NOON - DAY), consent(SMS, NOON))), proposed()),
        (facts(), proposed()),
        (facts(consents=()), AI_CALL),
    ],
)
def test_it_leaves_people_other_media_and_help_alone(person: ContactFacts, contact: ProposedContact) -> None:
    assert told(person, contact) == {}


def test_not_at_work_ends_the_number_at_work_alone() -> None:
    entry = replace(withdrawal(None), spot=Spot.WORK)
    work, home = (
        facts(consents=(consent(), entry), line=Line(LineType.MOBILE, spot=spot))
        for spot in (Spot.WORK, Spot.HOME)
    )
    assert list(told(work, AI_CALL)) == ["TCPA-STOP-1"]
    assert told(home, AI_CALL) == {}


CONSENTED = at("2026-06-01 12:00")
STOPPED = at("2026-09-01 12:00")
ELSEWHERE = replace(withdrawal(SMS, STOPPED), point_id="point-2", case_id="case-2")
BEFORE, SINCE = (
    datetime.fromisoformat("2027-01-30T23:59:59+00:00"),
    datetime.fromisoformat("2027-01-31T00:00:00+00:00"),
)
LAW = "47 CFR 64.1200(a)(10); DA 26-12"
POLICY = "house policy, ahead of 47 CFR 64.1200(a)(10); DA 26-12"
REFUSED = deny("stop_on_another_matter", ("date", "2026-09-01"), lifts=Lifts.CONSENT)


def elsewhere(*entries: Consent) -> ContactFacts:
    return facts(consents=(consent(None, CONSENTED), *entries))


def law_alone() -> PackSet:
    return PackSet(
        tuple(
            replace(pack, numbers=replace(pack.numbers, stop_covers_unrelated_matters=False))
            if pack.id == "us_tcpa"
            else pack
            for pack in packs().packs
        )
    )


@pytest.mark.parametrize("contact", [proposed(), AI_CALL, reply()])
def test_the_law_alone_lets_an_unrelated_matter_pass_until_31_january_2027(contact: ProposedContact) -> None:
    person = elsewhere(ELSEWHERE)
    assert said("TCPA-STOP-5", person, contact, BEFORE, of=law_alone()) == []
    assert said("TCPA-STOP-5", person, contact, SINCE, of=law_alone()) == [REFUSED]
    assert [f.citation for f in found("TCPA-STOP-5", person, contact, SINCE, of=law_alone())] == [LAW]


@pytest.mark.parametrize(("now", "citation"), [(NOON, POLICY), (BEFORE, POLICY), (SINCE, LAW)])
def test_house_policy_refuses_it_already_and_the_citation_becomes_law(now: datetime, citation: str) -> None:
    finding = found("TCPA-STOP-5", elsewhere(ELSEWHERE), proposed(), now)
    assert [(Said(*each[2:9]), each.citation) for each in finding] == [(REFUSED, citation)]


@pytest.mark.parametrize("now", [NOON, SINCE])
@pytest.mark.parametrize(
    ("entries", "contact", "refused"),
    [
        ((replace(ELSEWHERE, chosen=True),), proposed(), False),
        ((replace(ELSEWHERE, spot=Spot.WORK),), proposed(), False),
        ((replace(ELSEWHERE, channel=VOICE),), proposed(), False),
        ((replace(ELSEWHERE, channel=VOICE),), AI_CALL, True),
        ((replace(ELSEWHERE, channel=None),), AI_CALL, True),
        ((ELSEWHERE,), proposed(channel=VOICE, automated=False), False),
        ((ELSEWHERE,), proposed(channel=Channel.EMAIL), False),
        ((ELSEWHERE, consent(None, STOPPED)), proposed(), True),
        ((ELSEWHERE, consent(None, STOPPED + timedelta(seconds=1))), proposed(), False),
        (
            (ELSEWHERE, replace(consent(SMS, STOPPED + DAY), point_id="point-1", case_id="case-1")),
            proposed(),
            False,
        ),
        ((ELSEWHERE, replace(consent(SMS, STOPPED + DAY), point_id="point-2")), proposed(), True),
        ((ELSEWHERE, replace(consent(SMS, STOPPED + DAY), case_id="case-2")), proposed(), True),
        ((ELSEWHERE, consent(VOICE, STOPPED + DAY)), proposed(), True),
        ((replace(ELSEWHERE, at=STOPPED - DAY), ELSEWHERE), proposed(), True),
        ((ELSEWHERE, replace(ELSEWHERE, at=STOPPED - DAY)), proposed(), True),
        ((replace(ELSEWHERE, point_id="point-1"),), proposed(), False),
        ((replace(ELSEWHERE, case_id="case-1"),), proposed(), False),
    ],
)
def test_a_stop_on_another_matter_reaches_as_far_as_the_person_left_it(
    now: datetime, entries: tuple[Consent, ...], contact: ProposedContact, refused: bool
) -> None:
    assert said("TCPA-STOP-5", elsewhere(*entries), contact, now) == ([REFUSED] if refused else [])


def test_without_consent_it_is_refused_as_well() -> None:
    assert said("TCPA-STOP-5", facts(consents=(ELSEWHERE,)), AI_CALL) == [REFUSED]


def test_a_stop_on_the_matter_itself_is_said_by_its_own_rule() -> None:
    own = replace(withdrawal(SMS, STOPPED + DAY), point_id="point-1", case_id="case-1")
    assert list(told(elsewhere(ELSEWHERE, own), proposed())) == ["TCPA-STOP-1"]


def test_the_versions_meet_without_a_gap() -> None:
    versions = [pack for pack in packs().packs if pack.id == "us_tcpa"]
    spans = [(pack.version, pack.effective_from, pack.effective_to) for pack in versions]
    assert spans[-2:] == [
        ("2026.1", date(2021, 11, 30), date(2027, 1, 30)),
        ("2027.1", date(2027, 1, 31), None),
    ]
    first, second = (pack.numbers for pack in versions)
    assert second == replace(first, revoke_all_in_force=True)


@pytest.mark.parametrize(
    ("person", "contact", "rule", "citation"),
    [
        (stopped(SMS), proposed(), "TCPA-STOP-1", "47 CFR 64.1200(a)(10)"),
        (stopped(SMS), AI_CALL, "TCPA-STOP-2", "47 CFR 64.1200(a)(10)"),
        (stopped(SMS, "own_words"), proposed(), "TCPA-STOP-3", "47 CFR 64.1200(a)(10)"),
        (stopped(SMS, "email"), proposed(), "TCPA-STOP-4", "47 CFR 64.1200(a)(11)"),
    ],
)
def test_each_stop_cites_its_law(
    person: ContactFacts, contact: ProposedContact, rule: str, citation: str
) -> None:
    assert [finding.citation for finding in found(rule, person, contact)] == [citation]
