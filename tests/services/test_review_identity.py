"""Verification that has lapsed stays lapsed until both factors are given again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from arrears.domain.identity import LAPSES_AFTER, IdentityAttempt, verified_party
from arrears.domain.ids import ContactPointId, ConversationId, PersonId
from arrears.store import Store
from tests.builders.line import Line

PROVED = datetime(2026, 3, 2, 17, 0, tzinfo=UTC)
MOMENT = timedelta(seconds=1)


def _is_verified(now: datetime, *active_at: datetime) -> bool:
    attempt = IdentityAttempt(
        PersonId("person"), ConversationId("talk"), ContactPointId("point"), matched=True, at=PROVED
    )
    party = verified_party(
        (attempt,),
        conversation_id=ConversationId("talk"),
        contact_point_id=ContactPointId("point"),
        active_at=active_at,
        now=now,
    )
    return party is not None


@pytest.mark.parametrize(
    ("gaps", "verified"),
    [
        ([LAPSES_AFTER], True),
        ([LAPSES_AFTER + MOMENT], False),
        ([LAPSES_AFTER, LAPSES_AFTER], True),
        ([LAPSES_AFTER, LAPSES_AFTER + MOMENT], False),
        ([LAPSES_AFTER + MOMENT, MOMENT], False),
        ([LAPSES_AFTER + MOMENT, MOMENT, MOMENT], False),
    ],
)
def test_silence_that_lapsed_the_proof_is_not_undone_by_what_is_said_after_it(
    gaps: list[timedelta], verified: bool
) -> None:
    at = [PROVED]
    for gap in gaps:
        at.append(at[-1] + gap)
    assert _is_verified(at[-1], *at[1:-1]) is verified


def test_what_was_said_before_the_proof_does_not_matter() -> None:
    assert _is_verified(PROVED + MOMENT, PROVED - 4 * LAPSES_AFTER, PROVED - MOMENT)


def test_a_second_message_after_the_lapse_hears_nothing_of_the_debt(store: Store) -> None:
    line = Line(store)
    line.write_first()
    line.says("03/09/1975 4421")
    line.clock.move(hours=26)
    for _ in range(3):
        reply = line.says("what do I owe")
        assert "date of birth" in reply
        assert "$" not in reply
    assert "$1,400.00" in line.says("03/09/1975 4421")
