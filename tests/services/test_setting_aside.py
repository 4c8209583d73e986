"""A label that the words do not bear stops nothing: the rest is answered, and a person reads it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from arrears.domain.cases import SpecialStatus
from arrears.store import Store
from tests.builders.line import Line, keys, reasons
from tests.builders.offers import CHINA, verified
from tests.builders.several import statuses
from tests.builders.store import Borrower, a_borrower

LIJUN = replace(CHINA, person=replace(CHINA.person, name="赵立军"))


@pytest.mark.parametrize(
    ("borrower", "text"),
    [
        (LIJUN, "我是赵立军，刚下班，什么事"),
        (CHINA, "我没当过兵啊，我在工地上班"),
        (a_borrower(), "just got off work, what's up"),
        (a_borrower(), "I never served"),
    ],
)
def test_who_comes_off_work_is_no_soldier(sqlite_store: Store, borrower: Borrower, text: str) -> None:
    line = Line(sqlite_store, borrower, {text: "military"})
    line.write_first()
    line.dialogue.confidence = 0.97
    line.says(text)
    assert keys(line) == {"identity.ask"}
    assert SpecialStatus.MILITARY not in statuses(line)
    assert reasons(line) == ["also_said"]


def test_what_else_they_say_off_work_is_answered(sqlite_store: Store) -> None:
    text = "just off work, what do I owe"
    line = verified(sqlite_store, **{text: "military+ask_balance"})
    line.says(text)
    assert keys(line) & {"balance.state", "balance.again", "balance.charges"}
    assert SpecialStatus.MILITARY not in statuses(line)


@pytest.mark.parametrize(
    ("text", "label", "status"),
    [
        ("off duty, back on base tonight", "military", SpecialStatus.MILITARY),
        ("just off work and this is not my debt", "military+dispute", SpecialStatus.DISPUTE),
    ],
)
def test_what_is_meant_still_stops(sqlite_store: Store, text: str, label: str, status: SpecialStatus) -> None:
    line = verified(sqlite_store, **{text: label})
    line.says(text)
    assert status in statuses(line)
