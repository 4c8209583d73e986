"""Who is away or has lost something is not taken for dead; who may have died is."""

from __future__ import annotations

import pytest

from arrears.domain.cases import SpecialStatus
from arrears.store import Store, consents
from tests.builders.line import SAYINGS, Line, keys, reasons
from tests.builders.offers import CHINA, verified


def statuses(line: Line) -> frozenset[SpecialStatus]:
    who = line.borrower
    with line.store.read() as tx:
        return consents.statuses_for(tx, who.person.id, who.case.id, who.point.id)


def a_stranger(store: Store, text: str, label: str) -> Line:
    line = Line(store, CHINA, SAYINGS | {text: label})
    line.write_first()
    line.says(text)
    return line


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("他走了，出差去了", "deceased"),
        ("那我让他回你", "out_of_scope+third_party+deceased"),
        ("人没了联系", "deceased"),
    ],
)
def test_who_is_away_is_met_as_somebody_elses_message(sqlite_store: Store, text: str, label: str) -> None:
    line = a_stranger(sqlite_store, text, label)
    assert statuses(line) == {SpecialStatus.THIRD_PARTY_ANSWERED}
    assert keys(line) == {"third_party.answer"}
    assert "also_said" in reasons(line)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("你好 这是我老公的手机 他在医院 你们是哪里", "third_party+deceased@0.3+ask_who_are_you"),
        ("这是我老公的手机，他住院了", "deceased@0.6+third_party@0.5"),
        ("this is my husband's phone, he's in the hospital", "deceased@0.6"),
        ("he's asleep, what is it", "deceased@0.4+ask_who_are_you"),
    ],
)
def test_who_is_ill_or_asleep_is_not_asked_about_as_dead(sqlite_store: Store, text: str, label: str) -> None:
    line = a_stranger(sqlite_store, text, label)
    assert keys(line) - {"who.name", "who.answer"} <= {"third_party.answer", "doubt.somebody"}
    assert statuses(line) == {SpecialStatus.THIRD_PARTY_ANSWERED}


@pytest.mark.parametrize("text", ["we buried him last week", "他不在了", "他住院没挺过来"])
def test_a_death_told_in_a_roundabout_way_is_asked_about(sqlite_store: Store, text: str) -> None:
    line = a_stranger(sqlite_store, text, "deceased@0.6")
    assert keys(line) == {"doubt.death"}


def test_pinyin_that_says_nothing_of_a_death_is_asked_who_it_is(sqlite_store: Store) -> None:
    line = a_stranger(sqlite_store, "fa le gongzi jiu huan", "deceased")
    assert statuses(line) == frozenset()
    assert keys(line) == {"identity.ask"}


def test_who_lost_their_work_is_in_hardship(sqlite_store: Store) -> None:
    line = verified(sqlite_store, CHINA, **{"活没了，没收入": "deceased"})
    line.says("活没了，没收入")
    assert statuses(line) == {SpecialStatus.HARDSHIP}
    assert "also_said" in reasons(line)


@pytest.mark.parametrize(
    "text", ["他走了", "我爸上个月没了", "工作没了，老公也走了", "他走了，让他儿子跟你说"]
)
def test_who_may_have_died_has_died(sqlite_store: Store, text: str) -> None:
    line = a_stranger(sqlite_store, text, "deceased")
    assert statuses(line) == {SpecialStatus.DECEASED}
    assert "deceased.answer" in keys(line)
