"""How findings combine, and what a decision says."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from arrears.domain.cases import Purpose, Relationship, SpecialStatus
from arrears.domain.compliance.decide import decide
from arrears.domain.compliance.decision import Deferred, Granted, Referred, Refused, Verdict
from arrears.domain.compliance.packset import PackSet
from arrears.domain.times import NaiveDatetimeError
from tests.builders.compliance import LENDER, NOON, at, attempt, facts, packs, proposed

NIGHT = at("2026-11-24 03:00")
S = SpecialStatus


@pytest.mark.parametrize(
    ("statuses", "now", "answer"),
    [
        (set(), NOON, Granted),
        (set(), NIGHT, Deferred),
        ({S.MILITARY}, NIGHT, Referred),
        ({S.MILITARY, S.DISPUTE}, NIGHT, Refused),
    ],
)
def test_deny_outweighs_refer_outweighs_defer_outweighs_allow(
    statuses: set[SpecialStatus], now: datetime, answer: type
) -> None:
    decision = decide(packs(), facts(statuses=frozenset(statuses)), proposed(), now)
    assert isinstance(decision, answer)


def test_every_rule_that_fired_is_told_the_gravest_first() -> None:
    person = facts(statuses=frozenset({S.MILITARY, S.DISPUTE, S.ATTORNEY}), consents=())
    decision = decide(packs(), person, proposed(), NIGHT)
    assert [finding.rule_id for finding in decision.findings] == [
        "USF-DISP-1",
        "USF-ATT-1",
        "TCPA-TEXT-1",
        "VUL-05",
        "USF-TIME-1",
    ]
    order = [Verdict.DENY, Verdict.REFER, Verdict.DEFER, Verdict.ALLOW]
    ranks = [order.index(finding.verdict) for finding in decision.findings]
    assert ranks == sorted(ranks)


def test_a_deferral_lands_where_nothing_else_defers() -> None:
    # The cap lifts at midnight, and the window opens at eight.
    person = facts(attempts=(attempt(at("2026-11-24 09:00")),))
    decision = decide(packs(), person, proposed(), NOON)
    assert isinstance(decision, Deferred)
    assert decision.until == at("2026-11-25 08:00")
    assert {f.rule_id for f in decision.findings if f.verdict is Verdict.DEFER} == {
        "USF-HARASS-1",
        "USF-TIME-1",
    }
    assert isinstance(decide(packs(), person, proposed(), decision.until), Granted)


def test_findings_name_the_pack_and_its_version() -> None:
    decision = decide(packs(), facts(), proposed(), NOON)
    by_rule = {finding.rule_id: finding.pack for finding in decision.findings}
    assert by_rule["USF-TIME-1"] == "us_federal 2026.1"
    assert by_rule["TCPA-TEXT-1"] == "us_tcpa 2026.1"


def test_an_ordinary_permit_tells_only_the_window_and_the_consent() -> None:
    decision = decide(packs(), facts(), proposed(), NOON)
    assert {finding.rule_id for finding in decision.findings} == {"USF-TIME-1", "TCPA-TEXT-1"}


@pytest.mark.parametrize(
    ("relationship", "purpose", "law"),
    [
        (Relationship.FIRST_PARTY, Purpose.CONSUMER, False),
        (Relationship.THIRD_PARTY, Purpose.COMMERCIAL, False),
        (Relationship.THIRD_PARTY, Purpose.CONSUMER, True),
        (Relationship.UNKNOWN, Purpose.UNKNOWN, True),
    ],
)
def test_regulation_f_is_cited_as_law_only_where_it_binds(
    relationship: Relationship, purpose: Purpose, law: bool
) -> None:
    person = facts(relationship=relationship, purpose=purpose)
    decision = decide(packs(), person, proposed(), NIGHT)
    time_1 = next(finding for finding in decision.findings if finding.rule_id == "USF-TIME-1")
    assert time_1.citation.startswith("12 CFR") is law


def test_a_naive_instant_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(NaiveDatetimeError):
        decide(packs(), facts(), proposed(), NOON.replace(tzinfo=None))


def federal(**changes: object) -> PackSet:
    others = tuple(pack for pack in packs().packs if pack.id != "us_federal")
    (pack,) = (pack for pack in packs().packs if pack.id == "us_federal")
    return PackSet((*others, replace(pack, **changes)))


@pytest.mark.parametrize(
    ("start", "end", "answer"),
    [
        (date(2026, 11, 24), None, Granted),
        (date(2026, 11, 25), None, Refused),
        (date(2020, 1, 1), date(2026, 11, 24), Granted),
        (date(2020, 1, 1), date(2026, 11, 23), Refused),
    ],
)
def test_a_pack_governs_its_own_days(start: date, end: date | None, answer: type) -> None:
    decision = decide(federal(effective_from=start, effective_to=end), facts(), proposed(), NOON)
    assert isinstance(decision, answer)


def test_a_deferral_that_would_outlive_the_pack_is_refused() -> None:
    ends = federal(effective_to=date(2026, 11, 25))
    decision = decide(ends, facts(attempts=tuple(map(attempt, WEEK))), proposed(), NOON)
    assert isinstance(decision, Refused)


WEEK = [NOON - timedelta(hours=1), NOON - timedelta(days=1), NOON - timedelta(days=2)]


def test_without_the_pack_of_statuses_nothing_is_permitted() -> None:
    without = PackSet(tuple(pack for pack in packs().packs if pack.id != "status"))
    assert isinstance(decide(without, facts(), proposed(), NOON), Refused)


def test_reasons_hold_no_personal_data() -> None:
    person = facts(statuses=frozenset(SpecialStatus), consents=(), product="payday", inbound_at=NOON)
    decision = decide(packs(), person, proposed(text="Call +12125550123, Jane Roe", lender=LENDER), NOON)
    told = repr(decision.findings)
    assert "555" not in told
    assert "Jane" not in told


def test_instants_are_utc() -> None:
    granted = decide(packs(), facts(), proposed(), NOON)
    deferred = decide(packs(), facts(), proposed(), NIGHT)
    assert isinstance(granted, Granted)
    assert isinstance(deferred, Deferred)
    assert granted.valid_until.tzinfo is UTC
    assert deferred.until.tzinfo is UTC
