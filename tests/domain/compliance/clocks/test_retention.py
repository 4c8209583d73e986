"""What is kept for how long, and when a debt may be furnished."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.domain.compliance.clocks.reporting import Told, furnish_from
from arrears.domain.compliance.clocks.retention import (
    KeptRecord,
    RecordKind,
    RetentionLaw,
    keep_through_on,
    purge_on,
)
from tests.domain.compliance.clocks.given import DAYS, TERMS, day, maybe

RETENTION = TERMS.retention
EVERY_LAW = frozenset(RetentionLaw)
LAWS = st.frozensets(st.sampled_from(RetentionLaw))


@pytest.mark.parametrize(
    ("kind", "laws", "activity", "closed", "through"),
    [
        (RecordKind.EVIDENCE, {}, "2026-06-30", "2026-07-15", "2029-06-30"),
        (RecordKind.EVIDENCE, {}, "2028-02-29", "2028-02-29", "2031-03-01"),
        (RecordKind.EVIDENCE, {}, "2026-06-30", None, None),  # more activity may come
        (RecordKind.EVIDENCE, {}, None, None, None),
        (RecordKind.EVIDENCE, {}, None, "2026-07-15", "2029-07-15"),
        (RecordKind.RECORDING, {}, "2026-06-30", None, "2029-01-10"),  # of each call by itself
        (RecordKind.RECORDING, {}, "2026-06-30", "2026-07-15", "2029-01-10"),
        (RecordKind.EVIDENCE, {RetentionLaw.NEW_YORK_CITY}, "2026-06-30", "2026-07-15", "2029-06-30"),
        (RecordKind.RECORDING, {RetentionLaw.NEW_YORK_CITY}, "2026-06-30", "2026-07-15", "2029-06-30"),
        (RecordKind.RECORDING, {RetentionLaw.NEW_YORK_CITY}, "2026-06-30", None, None),
        (RecordKind.EVIDENCE, {RetentionLaw.CHINA}, "2026-06-30", "2026-07-15", "2031-07-15"),
        (RecordKind.RECORDING, {RetentionLaw.CHINA}, "2026-06-30", "2026-07-15", "2031-07-15"),
        (RecordKind.RECORDING, {RetentionLaw.CHINA}, "2026-06-30", None, None),
        (RecordKind.EVIDENCE, EVERY_LAW, "2026-06-30", "2026-07-15", "2031-07-15"),
    ],
)
def test_the_longest_rule_that_applies_wins(
    kind: RecordKind, laws: set[RetentionLaw], activity: str | None, closed: str | None, through: str | None
) -> None:
    record = KeptRecord(kind, day("2026-01-10"), maybe(activity), maybe(closed), frozenset(laws))
    last_on = maybe(through)
    assert keep_through_on(record, RETENTION) == last_on
    assert purge_on(record, RETENTION) == (None if last_on is None else last_on + timedelta(days=1))


@given(kind=st.sampled_from(RecordKind), made=DAYS, laws=LAWS, more=LAWS, days=st.integers(0, 900))
def test_one_more_rule_or_a_later_end_never_purges_earlier(
    kind: RecordKind, made: date, laws: frozenset[RetentionLaw], more: frozenset[RetentionLaw], days: int
) -> None:
    def purged(laws: frozenset[RetentionLaw], closed: date) -> date:
        found = purge_on(KeptRecord(kind, made, closed, closed, laws), RETENTION)
        assert found is not None
        return found

    assert purged(laws, made) <= purged(laws | more, made) <= purged(laws | more, made + timedelta(days=days))
    assert purged(laws, made) > made + timedelta(days=3 * 365)


@given(made=DAYS, laws=LAWS)
def test_nothing_of_an_open_case_is_purged_where_a_closing_or_activity_counts(
    made: date, laws: frozenset[RetentionLaw]
) -> None:
    assert purge_on(KeptRecord(RecordKind.EVIDENCE, made, made, None, laws), RETENTION) is None
    if laws:
        assert purge_on(KeptRecord(RecordKind.RECORDING, made, made, None, laws), RETENTION) is None


@pytest.mark.parametrize(
    ("spoke", "told", "first"),
    [
        (None, [], None),
        ("2026-11-23", [], "2026-11-23"),
        (None, [("2026-11-02", None)], "2026-11-17"),
        (None, [("2026-11-02", "2026-11-16")], None),  # the 14th day
        (None, [("2026-11-02", "2026-11-17")], "2026-11-17"),
        (None, [("2026-11-02", "2026-11-05"), ("2026-11-06", None)], "2026-11-21"),
        ("2026-11-10", [("2026-11-02", None)], "2026-11-10"),
        ("2026-11-23", [("2026-11-02", None)], "2026-11-17"),
        ("2026-11-23", [("2026-11-02", "2026-11-05")], "2026-11-23"),
    ],
)
def test_a_debt_is_furnished_after_a_talk_or_14_days_without_a_bounce(
    spoke: str | None, told: list[tuple[str, str | None]], first: str | None
) -> None:
    sent = [Told(day(sent_on), maybe(bounced_on)) for sent_on, bounced_on in told]
    assert furnish_from(maybe(spoke), sent, TERMS.reporting) == maybe(first)


@given(sent=DAYS, later=st.integers(0, 100))
def test_a_later_letter_never_allows_furnishing_earlier(sent: date, later: int) -> None:
    first = furnish_from(None, [Told(sent)], TERMS.reporting)
    second = furnish_from(None, [Told(sent + timedelta(days=later))], TERMS.reporting)
    assert first is not None
    assert second is not None
    assert sent + timedelta(days=14) < first <= second
