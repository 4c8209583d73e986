"""Texts and AI calls: consent to mobiles, few calls to landlines, and numbers that change hands."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from arrears.domain.compliance.decision import Lifts, Said
from arrears.domain.compliance.facts import Attempt, Consent, ContactFacts, Line, ProposedContact
from arrears.domain.compliance.rule import Applies, allow, defer, deny
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Channel, LineType
from tests.builders.compliance import (
    DAY,
    LOS_ANGELES,
    NEW_YORK,
    NOON,
    at,
    attempt,
    consent,
    facts,
    in_china,
    proposed,
    reply,
    withdrawal,
)
from tests.builders.findings import applies, found, said

SMS, VOICE = Channel.SMS, Channel.VOICE
SECOND = timedelta(seconds=1)
AI_CALL = proposed(channel=VOICE)
DIALLED = proposed(channel=VOICE, automated=False)
ON_FILE = allow("consent_on_file", ("date", "2025-06-01"))


def none(channel: Channel) -> Said:
    return deny("no_consent", ("channel", channel), lifts=Lifts.CONSENT)


@pytest.mark.parametrize("line", [LineType.MOBILE, LineType.UNKNOWN])
@pytest.mark.parametrize(
    ("entries", "answer"),
    [
        ((), [none(VOICE)]),
        ((consent(VOICE),), [ON_FILE]),
        ((consent(),), [ON_FILE]),
        ((consent(SMS),), [none(VOICE)]),
        ((replace(consent(), how="skip_trace"),), [none(VOICE)]),
        ((replace(consent(), how="caller_id"),), [none(VOICE)]),
        ((replace(consent(), how="yes"),), [none(VOICE)]),
        ((replace(consent(), point_id="point-2"),), [none(VOICE)]),
        ((replace(consent(), case_id="case-2"),), [none(VOICE)]),
        ((consent(None, NOON + SECOND),), [none(VOICE)]),
        ((consent(), withdrawal(VOICE)), []),
    ],
)
def test_an_ai_voice_on_a_mobile_needs_consent(
    line: LineType, entries: tuple[Consent, ...], answer: list[Said]
) -> None:
    person = facts(line_type=line, consents=entries)
    assert said("TCPA-AIV-1", person, AI_CALL) == answer
    assert said("TCPA-AIV-2", person, AI_CALL) == []


@pytest.mark.parametrize(
    ("entries", "answer"),
    [
        ((), [none(SMS)]),
        ((consent(SMS),), [ON_FILE]),
        ((consent(VOICE),), [none(SMS)]),
        ((replace(consent(), how="purchased"),), [none(SMS)]),
        ((consent(), withdrawal(SMS)), []),
    ],
)
@pytest.mark.parametrize("automated", [True, False])
def test_a_text_needs_consent_whoever_writes_it(
    entries: tuple[Consent, ...], answer: list[Said], automated: bool
) -> None:
    assert said("TCPA-TEXT-1", facts(consents=entries), proposed(automated=automated)) == answer


def test_a_person_may_dial_without_consent_and_answers_need_none() -> None:
    person = facts(consents=(), inbound_at=NOON)
    for rule in ("TCPA-AIV-1", "TCPA-AIV-2", "TCPA-TEXT-1"):
        for contact in (DIALLED, reply(), reply(channel=VOICE), proposed(channel=Channel.EMAIL)):
            assert said(rule, person, contact) == []


def call(when: datetime, **changes: object) -> Attempt:
    return attempt(when, **{"channel": VOICE, "point_id": "point-1", **changes})


FIRST_DAY = at("2026-10-26 00:00")  # the first of thirty days, of which today is the last
TWO = (call(NOON - DAY, case_id="case-2"), call(NOON - 2 * DAY, purpose=ContactPurpose.REPLY))


@pytest.mark.parametrize(
    ("third", "capped"),
    [
        (call(FIRST_DAY), True),
        (call(FIRST_DAY - SECOND), False),
        (call(NOON - DAY, point_id=None), True),
        (call(NOON - DAY, point_id="point-2"), False),
        (call(NOON - DAY, automated=False), False),
        (call(NOON - DAY, with_consent=True), False),
        (call(NOON - DAY, channel=SMS), False),
        (call(NOON - DAY, counts=False), False),
        (call(NOON - DAY, by_us=False), False),
    ],
)
def test_a_landline_without_consent_gets_three_ai_calls_in_thirty_days(third: Attempt, capped: bool) -> None:
    person = facts(line_type=LineType.LANDLINE, consents=(), attempts=(*TWO, third))
    assert said("TCPA-AIV-1", person, AI_CALL) == []
    answer = said("TCPA-AIV-2", person, AI_CALL)
    assert [each.reason for each in answer] == (["landline_calls_capped"] if capped else [])


def test_the_fourth_call_waits_for_the_thirty_days_to_pass_in_the_strictest_zone() -> None:
    calls = tuple(call(NOON - days * DAY) for days in (1, 2, 3))
    person = facts(line_type=LineType.LANDLINE, consents=(), attempts=calls, zones=())
    zones = ("zones", f"{NEW_YORK}, {LOS_ANGELES}")
    until = at("2026-12-21 00:00", LOS_ANGELES)
    told = defer("landline_calls_capped", until, ("limit", 3), ("days", 30), zones)
    assert said("TCPA-AIV-2", person, AI_CALL) == [told]


def test_a_landline_with_consent_has_no_cap_and_one_with_a_stop_has_no_leave() -> None:
    calls = tuple(call(NOON - days * DAY) for days in (1, 2, 3))
    consented = facts(line_type=LineType.LANDLINE, attempts=calls)
    assert said("TCPA-AIV-2", consented, AI_CALL) == [ON_FILE]
    stopped = replace(consented, consents=(consent(), withdrawal(VOICE)))
    assert said("TCPA-AIV-2", stopped, AI_CALL) == []
    assert said("TCPA-STOP-1", stopped, AI_CALL) != []


YEAR = timedelta(days=365)
CHANGED = deny(
    "number_may_have_changed_hands",
    ("date", (NOON - YEAR - SECOND).date()),
    ("days", 365),
    lifts=Lifts.NUMBER_CHECKED,
    missing="line.reassignment_checked_at",
)


@pytest.mark.parametrize(
    ("given", "refused"), [(NOON - YEAR, False), (NOON - YEAR - SECOND, True), (NOON - DAY, False)]
)
@pytest.mark.parametrize("contact", [proposed(), AI_CALL])
def test_consent_older_than_a_year_needs_a_newer_sign(
    given: datetime, refused: bool, contact: ProposedContact
) -> None:
    person = facts(consents=(consent(None, given),), line=Line(LineType.MOBILE))
    assert said("TCPA-RND-1", person, contact) == ([CHANGED] if refused else [])


@pytest.mark.parametrize("sign", ["confirmed_at", "texted_at", "reassignment_checked_at"])
@pytest.mark.parametrize(
    ("when", "refused"),
    [
        (NOON, False),
        (NOON - YEAR, False),
        (NOON - YEAR - SECOND, True),
        (NOON + SECOND, True),
    ],
)
def test_any_sign_within_the_year_will_do(sign: str, when: datetime, refused: bool) -> None:
    line = replace(Line(LineType.MOBILE), **{sign: when})
    person = facts(consents=(consent(None, NOON - YEAR - SECOND),), line=line)
    assert said("TCPA-RND-1", person, proposed()) == ([CHANGED] if refused else [])


def test_a_stale_number_is_no_matter_for_people_answers_or_without_consent() -> None:
    old = facts(consents=(consent(None, NOON - 2 * YEAR),), line=Line(LineType.MOBILE), inbound_at=NOON)
    for contact in (DIALLED, reply(), proposed(channel=Channel.EMAIL)):
        assert said("TCPA-RND-1", old, contact) == []
    assert said("TCPA-RND-1", replace(old, consents=()), proposed()) == []


@pytest.mark.parametrize(
    ("person", "answer"),
    [
        (facts(), Applies(True, "lives_or_number_in_country")),
        (facts(country="CN"), Applies(True, "lives_or_number_in_country")),
        (facts(number_country="CN"), Applies(True, "lives_or_number_in_country")),
        (in_china(), Applies(False, "elsewhere")),
    ],
)
def test_it_binds_residents_and_numbers_of_the_country(person: ContactFacts, answer: Applies) -> None:
    assert applies("us_tcpa", person) == answer


@pytest.mark.parametrize(
    ("rule", "person", "contact", "citation"),
    [
        ("TCPA-TEXT-1", facts(), proposed(), "47 U.S.C. 227(b)(1)(A); 47 CFR 64.1200(a)(1)"),
        ("TCPA-AIV-1", facts(), AI_CALL, "47 U.S.C. 227(b)(1)(A); FCC 24-17; FCC 07-232"),
        ("TCPA-AIV-2", facts(line_type=LineType.LANDLINE), AI_CALL, "47 CFR 64.1200(a)(3)(iii)"),
        (
            "TCPA-RND-1",
            facts(line=Line(LineType.MOBILE)),
            proposed(),
            "house policy, after 47 CFR 64.1200(m)",
        ),
    ],
)
def test_each_rule_cites_its_law(
    rule: str, person: ContactFacts, contact: ProposedContact, citation: str
) -> None:
    assert [finding.citation for finding in found(rule, person, contact)] == [citation]
