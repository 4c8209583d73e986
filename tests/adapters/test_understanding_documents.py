"""A line in, a question out: whose day it is, whose currency, and what is not to be guessed."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.adapters.understanding_documents import (
    AskedLine,
    UnderstandingDocumentError,
    entity_document,
    read_line,
)
from arrears.domain.language.entity import Entity
from arrears.domain.language.inventory import EntityName
from arrears.domain.language.readings import Certainty
from arrears.domain.money import Currency
from arrears.domain.people import Language

NOW = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)  # still the 23rd in New York, the 24th in Shanghai
NEW_YORK, SHANGHAI = {"time_zone": "America/New_York"}, {"time_zone": "Asia/Shanghai"}


def read(**document: object) -> AskedLine:
    return read_line(json.dumps({"text": "1", **document}), {}, NOW)


@pytest.mark.parametrize(
    ("now", "context", "today"),
    [
        (None, NEW_YORK, 23),
        (None, SHANGHAI, 24),
        ("2026-11-05", NEW_YORK, 5),
        ("2026-11-05T23:30:00", NEW_YORK, 5),
        ("2026-11-05T23:30:00-05:00", None, 5),
        ("2026-11-05T23:30:00-05:00", SHANGHAI, 6),
        ("2026-11-05T03:30:00Z", NEW_YORK, 4),
        ("2026-11-05T03:30:00Z", None, 5),
    ],
)
def test_today_is_the_borrowers(now, context, today) -> None:
    assert read(now=now, context=context).situation.today == date(2026, 11, today)


@pytest.mark.parametrize(
    "now",
    [
        *("0001-01-01T00:00:00+14:00", "0001-01-01", "1969-12-31T23:59:59Z", "1969-12-31"),
        *("2201-01-01", "9999-12-31", "9999-12-31T23:59:59-14:00"),
    ],
)
@pytest.mark.parametrize("context", [None, NEW_YORK, SHANGHAI])
def test_a_day_too_far_out_to_be_counted_from_is_a_named_problem(now, context) -> None:
    with pytest.raises(UnderstandingDocumentError, match=r"^now: .* of the years 1970 to 2200$"):
        read(now=now, context=context)


@pytest.mark.parametrize(
    ("now", "today"),
    [
        ("1970-01-01", date(1970, 1, 1)),
        ("1970-01-01T00:00:00Z", date(1969, 12, 31)),
        ("2200-12-31T23:00:00Z", date(2200, 12, 31)),
    ],
)
def test_the_first_and_the_last_day_are_not_too_far_out(now, today) -> None:
    assert read(now=now, context=NEW_YORK).situation.today == today


@pytest.mark.parametrize(
    ("line", "written", "currency"),
    [
        ({}, Language.EN, Currency.USD),
        ({}, Language.ZH, Currency.CNY),
        ({"language": "zh"}, Language.EN, Currency.CNY),
        ({"language": "en"}, Language.ZH, Currency.USD),
        ({"language": "zh", "context": {"currency": "TWD"}}, Language.ZH, Currency.TWD),
    ],
)
def test_the_currency_is_the_accounts_and_else_the_conversations_or_the_texts(
    line, written, currency
) -> None:
    assert read(**line).situation.currency_of(written) is currency


def test_a_line_may_leave_everything_but_the_text_to_the_defaults() -> None:
    asked = read_line('{"text": "hi"}', {"language": "zh", "id": "never"}, NOW)
    assert asked.situation.language is Language.ZH


@given(st.text())
def test_whatever_is_no_line_is_a_problem_that_quotes_nothing(written: str) -> None:
    secret = "Xq7" + written
    with pytest.raises(UnderstandingDocumentError) as failed:
        read_line(secret, {}, NOW)
    assert "Xq7" not in str(failed.value)


ANYTHING = st.one_of(st.none(), st.integers(), st.text(), st.booleans(), st.lists(st.text()))
FIELDS = st.sampled_from(["text", "language", "channel", "now", "context", "id"])


@given(st.dictionaries(FIELDS, ANYTHING | st.dictionaries(st.text(), st.text())))
def test_whatever_the_fields_hold_there_is_a_question_or_named_problems(document) -> None:
    try:
        asked = read_line(json.dumps(document), {}, NOW)
    except UnderstandingDocumentError as error:
        problems = error.problems
    else:
        assert asked.text == document["text"]
        return
    assert all(": " in problem for problem in problems)


@pytest.mark.parametrize(
    ("certainty", "others", "printed"),
    [
        (Certainty.SURE, (), []),
        (Certainty.UNSURE, (), ["NONE"]),
        (Certainty.UNSURE, ("90",), [90]),
        (Certainty.LIKELY, ("90",), [90]),
    ],
)
def test_a_doubtful_value_is_printed_with_what_else_the_words_may_mean(certainty, others, printed) -> None:
    one = Entity(EntityName.AMOUNT, "80", (0, 2), "80", certainty, others)
    assert entity_document(one)["alternatives"] == printed
