from datetime import date
from pathlib import Path

import pytest

from arrears.adapters.policy_authority import AuthorityPolicyError, load_authority
from arrears.domain.cases import Purpose
from arrears.domain.money import Currency, Money
from arrears.domain.negotiation.authority import (
    DayShift,
    HardshipTerms,
    RestDays,
    SettlementTerms,
    authority_for,
)
from arrears.domain.negotiation.offers import DEFAULT_TYPES, Reason
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.negotiation.rest_days import is_rest_day

POLICY = Path(__file__).parents[2] / "policy" / "authority.yml"

GOOD = """\
version: "1"
statements_hold_days: 60
rows:
  - name: only
    purpose: consumer
    currency: USD
    balance_from: "0.01"
    balance_below: "1000.00"
    min_instalment: "25.00"
    max_instalments: 12
    frequencies: [monthly, weekly]
    promise_within_days: 30
    first_payment_within_days: 30
    usual_first_payment_days: 7
    max_term_days: 365
    grace_days: 3
    refer_after_broken_promises: 3
"""
ROW = GOOD.split("rows:\n")[1]
LAST = "    refer_after_broken_promises: 3\n"
REST = "    rest_days: {shift: next, holidays: us_federal}\n"
RELIEF = '    hardship: {min_payment: "10.00", max_months: 3, max_pause_days: 30}\n'
SETTLES = "    types: [settlement]\n    settlement: {floor_percent: 60, pay_within_days: 30}\n"
ROLE = "    approvers: {needs_approval: supervisor}\n"


def written(folder: Path, text: str) -> Path:
    path = folder / "authority.yml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_shipped_policy_gives_authority_for_every_size_in_both_currencies() -> None:
    policy = load_authority(POLICY)
    for currency in (Currency.USD, Currency.CNY):
        for purpose in Purpose:
            for minor in (1, 499_99, 1999_99, 2000_00, 9_999_99, 24_999_99, 49_999_99):
                authority = authority_for(
                    policy, product="ANY", purpose=purpose, balance=Money(minor, currency), days_past_due=400
                )
                assert authority is not None
                assert authority.terms.min_instalment.currency is currency
                assert authority.policy_version == policy.version


def test_the_shipped_policy_leaves_very_large_balances_to_a_person() -> None:
    policy = load_authority(POLICY)
    assert policy.statements_hold_days == 60
    huge = Money(2_000_000_00, Currency.USD)
    assert (
        authority_for(policy, product="ANY", purpose=Purpose.COMMERCIAL, balance=huge, days_past_due=1)
        is None
    )


def test_a_correct_file_is_read_to_the_cent(tmp_path: Path) -> None:
    (row,) = load_authority(written(tmp_path, GOOD)).rows
    assert row.balance_below == Money(1000_00, Currency.USD)
    assert row.terms.min_instalment == Money(25_00, Currency.USD)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"25.00"', "25.00", r"authority.yml: row 1: min_instalment: cannot be used; .*in quotes"),
        ('"25.00"', '"25"', r"row 1: min_instalment: cannot be used; .*two decimals"),
        ("    max_instalments: 12\n", "", r"row 1: max_instalments: is missing; write a whole number"),
        ("max_instalments: 12", "max_instalments: 12.5", r"row 1: max_instalments: cannot be used"),
        ("max_instalments: 12", "max_instalments: -1", r"row 1: max_instalments: cannot be used"),
        ("max_instalments: 12", "max_instalments: 0", r"row 1 \(only\): .*max_instalments.* must allow"),
        ("grace_days", "grace_hours", r"row 1: grace_hours: not a known key; correct its spelling"),
        ("monthly, weekly", "monthly, daily", r"row 1: frequencies: cannot be used; list one or more"),
        ("monthly, weekly", "monthly, monthly", r"row 1 \(only\): frequencies: one is listed twice"),
        ("purpose: consumer", "purpose: holiday", r"row 1: purpose: cannot be used; write consumer"),
        ("purpose: consumer", "purpose: unknown", r"row 1 \(only\): purpose: unknown counts as consumer"),
        ("currency: USD", "currency: EUR", r"row 1: currency: cannot be used; write one of USD"),
        ('"1000.00"', '"0.01"', r"row 1 \(only\): balance_below: must be above balance_from"),
        ("max_term_days: 365", "max_term_days: 29", r"row 1 \(only\): .*must not decrease"),
        (ROW, ROW + ROW, r"row 2 \(only\): name: is used twice"),
        (ROW, ROW + ROW.replace("only", "other"), r"row other: balance_from: covers cases that row only"),
        (ROW, "  - 5\n", r"authority.yml: row 1: is no mapping"),
        ('version: "1"', "version: 1", r"authority.yml: version: cannot be used; name the version"),
        (
            "hold_days: 60",
            "hold_days: 0",
            r"authority.yml: statements_hold_days: .*; write a whole number, 1",
        ),
        ("statements_hold_days: 60\n", "", r"authority.yml: statements_hold_days: is missing"),
        ("rows:", "rows: [", r"authority.yml: not YAML: look at line \d+"),
        (GOOD, "", r"authority.yml: the file: is no mapping"),
        (LAST, LAST + "    types: []\n", r"row 1: types: cannot be used; list one or more of pay_now"),
        (LAST, LAST + "    types: [gift]\n", r"row 1: types: cannot be used; list one or more of pay_now"),
        (LAST, LAST + "    types: [split, split]\n", r"row 1 \(only\): types: one is listed twice"),
        (LAST, LAST + "    types: [grace]\n", r"types: grace needs grace_offer_days of 1 or more; add it"),
        (LAST, LAST + "    types: [pause]\n", r"types: pause needs hardship; add it or leave the type out"),
        (LAST, LAST + "    types: [hardship]\n", r"types: hardship needs hardship; add it"),
        (LAST, LAST + "    types: [settlement]\n", r"types: settlement needs settlement; add it"),
        (LAST, LAST + SETTLES, r"approvers: a settlement needs who approves it; add needs_approval"),
        (
            LAST,
            LAST + "    date_changes: 0\n    types: [date_change]\n",
            r"types: date_change needs date_changes of 1 or more",
        ),
        (
            LAST,
            LAST + "    date_changes: once\n",
            r"row 1: date_changes: cannot be used; write a whole",
        ),
        (
            LAST,
            LAST + "    rest_days: {shift: later}\n",
            r"row 1: rest_days.shift: cannot be used; write",
        ),
        (LAST, LAST + "    rest_days: {}\n", r"row 1: rest_days.shift: is missing; write one of none"),
        (LAST, LAST + REST.replace("us_federal", "moon"), r"row 1: rest_days.holidays: cannot be used; .*hk"),
        (
            LAST,
            LAST + RELIEF.replace('"10.00"', "10"),
            r"row 1: hardship.min_payment: .*in quotes",
        ),
        (LAST, LAST + RELIEF.replace("10.00", "25.01"), r"hardship.min_payment: .*not above min_instalment"),
        (LAST, LAST + RELIEF.replace("10.00", "0.00"), r"hardship.min_payment: must be above nothing"),
        (LAST, LAST + RELIEF.replace("3, max", "0, max"), r"row 1: hardship.max_months: .*1 or more"),
        (LAST, LAST + RELIEF.replace("max_months: 3, ", ""), r"row 1: hardship.max_months: is missing"),
        (LAST, LAST + SETTLES.replace("60", "100"), r"row 1: settlement.floor_percent: .*from 1 to 99"),
        (LAST, LAST + SETTLES.replace("60", "0"), r"row 1: settlement.floor_percent: .*from 1 to 99"),
        (
            LAST,
            LAST + ROLE.replace("needs_approval", "hardship"),
            r"row 1: approvers.hardship: cannot be",
        ),
        (
            LAST,
            LAST + ROLE.replace("needs_approval", "new_credit"),
            r"row 1: approvers.new_credit: cannot",
        ),
        (LAST, LAST + ROLE.replace("supervisor", "reader"), r"row 1: approvers.needs_approval: .*a role"),
    ],
)
def test_a_mistake_is_named_with_its_place_and_remedy(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    assert old in GOOD
    with pytest.raises(AuthorityPolicyError, match=message):
        load_authority(written(tmp_path, GOOD.replace(old, new, 1)))


def test_rows_may_meet_and_may_differ_by_product(tmp_path: Path) -> None:
    above = ROW.replace("only", "above").replace('"0.01"', '"1000.00"').replace('"1000.00"', '"1000.00"', 1)
    above = above.replace('    balance_below: "1000.00"\n', "")
    card = ROW.replace("only", "card").replace("    purpose", '    product: "CARD"\n    purpose')
    assert len(load_authority(written(tmp_path, GOOD + above + card)).rows) == 3


def test_what_a_row_does_not_say_of_the_kinds_of_plan_has_careful_defaults(tmp_path: Path) -> None:
    (row,) = load_authority(written(tmp_path, GOOD)).rows
    assert row.segment is None
    assert row.terms.types == DEFAULT_TYPES
    assert (row.terms.date_changes, row.terms.grace_offer_days) == (1, 0)
    assert row.terms.rest_days == RestDays()
    assert (row.terms.hardship, row.terms.settlement, row.terms.approvers) == (None, None, {})


def test_what_a_row_says_of_the_kinds_of_plan_is_read(tmp_path: Path) -> None:
    (row,) = load_authority(written(tmp_path, GOOD + RELIEF + SETTLES + REST + ROLE)).rows
    assert row.terms.types == {PlanType.SETTLEMENT}
    assert row.terms.hardship == HardshipTerms(Money(10_00, Currency.USD), 3, 30)
    assert row.terms.settlement == SettlementTerms(60, 30)
    assert row.terms.approvers == {Reason.NEEDS_APPROVAL: "supervisor"}
    assert row.terms.rest_days.shift is DayShift.NEXT


@pytest.mark.parametrize(
    ("calendar", "holiday", "working_day"),
    [
        ("us_federal", date(2026, 7, 3), date(2026, 7, 2)),
        ("us_federal", date(2031, 12, 25), date(2031, 12, 26)),
        ("cn_mainland", date(2026, 10, 1), date(2026, 9, 30)),
        ("cn_mainland", date(2026, 2, 17), date(2026, 2, 25)),
    ],
)
def test_rest_days_know_the_holidays_of_their_country(
    tmp_path: Path, calendar: str, holiday: date, working_day: date
) -> None:
    (row,) = load_authority(written(tmp_path, GOOD + REST.replace("us_federal", calendar))).rows
    assert is_rest_day(holiday, row.terms.rest_days)
    assert not is_rest_day(working_day, row.terms.rest_days)


def test_rest_days_without_a_calendar_are_weekends_and_an_unannounced_year_has_those_alone(
    tmp_path: Path,
) -> None:
    (weekends,) = load_authority(written(tmp_path, GOOD + "    rest_days: {shift: previous}\n")).rows
    assert weekends.terms.rest_days == RestDays(DayShift.PREVIOUS)
    (china,) = load_authority(written(tmp_path, GOOD + REST.replace("us_federal", "cn_mainland"))).rows
    assert not is_rest_day(date(2035, 10, 1), china.terms.rest_days)
    assert is_rest_day(date(2035, 10, 6), china.terms.rest_days)


def test_rows_of_different_segments_may_cover_the_same_cases_and_of_one_segment_may_not(
    tmp_path: Path,
) -> None:
    low = ROW.replace("only", "low").replace("    purpose", "    segment: low\n    purpose")
    good = low.replace("name: low", "name: good").replace("segment: low", "segment: good")
    policy = load_authority(written(tmp_path, GOOD + low + good))
    chosen = {
        segment: authority_for(
            policy,
            product="ANY",
            purpose=Purpose.CONSUMER,
            balance=Money(5_00, Currency.USD),
            days_past_due=1,
            segment=segment,
        )
        for segment in (None, "low", "good", "fair")
    }
    assert {segment: found.reasons[-1] for segment, found in chosen.items() if found} == {
        None: "row only",
        "low": "row low",
        "good": "row good",
        "fair": "row only",
    }
    twice = low.replace("name: low", "name: again")
    with pytest.raises(AuthorityPolicyError, match="row again: balance_from: covers cases that row low"):
        load_authority(written(tmp_path, GOOD + low + twice))


def test_the_shipped_policy_lets_a_person_approve_what_it_lists_and_relieves_below_the_minimum() -> None:
    for row in load_authority(POLICY).rows:
        assert row.terms.approvers
        assert row.terms.hardship is not None
        assert row.terms.hardship.min_payment < row.terms.min_instalment
        assert row.terms.rest_days.shift is DayShift.NEXT
        assert row.terms.rest_days.holidays
        business = row.purpose is Purpose.COMMERCIAL
        assert (PlanType.RENEWAL in row.terms.types) is business


def test_every_mistake_is_reported_at_once(tmp_path: Path) -> None:
    text = GOOD.replace("USD", "EUR").replace("grace_days: 3", "grace_days: x")
    with pytest.raises(AuthorityPolicyError) as caught:
        load_authority(written(tmp_path, text))
    assert len(str(caught.value).splitlines()) == 2
