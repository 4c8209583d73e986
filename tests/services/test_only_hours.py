"""Who names the hours at which we may write stops nothing, and asks for no call."""

from __future__ import annotations

from datetime import time

import pytest

from arrears.domain.times import DailyWindow
from arrears.store import Store, consents
from tests.builders.line import keys
from tests.builders.offers import CHINA, verified
from tests.builders.several import opted_out

MORNINGS, TO_FIVE = DailyWindow(time.min, time(12)), DailyWindow(time.min, time(17))


@pytest.mark.parametrize(
    ("text", "labels", "hours"),
    [
        (
            "I work nights, so please don't text me in the morning. Afternoons are better.",
            "inconvenient@0.99+stop_texts",
            MORNINGS,
        ),
        ("could you not message me before noon", "inconvenient@0.99+stop_texts", MORNINGS),
        ("上午别给我发短信，下午再发", "stop_texts", MORNINGS),
        (
            "上班时间我看不了手机，麻烦下午五点以后再联系我",
            "inconvenient@0.99+request_callback@0.97",
            TO_FIVE,
        ),
    ],
)
def test_hours_alone_are_kept_and_end_nothing(
    sqlite_store: Store, text: str, labels: str, hours: DailyWindow
) -> None:
    line = verified(sqlite_store, None if text.isascii() else CHINA, **{text: labels})
    line.says(text)
    assert keys(line) == {"inconvenient.noted"}
    assert not opted_out(line)
    with line.store.read() as tx:
        assert hours in consents.inconvenient_hours_of(tx, line.borrower.person.id)


@pytest.mark.parametrize(
    "text", ["stop texting me, i sleep in the morning", "don't text me any more, mornings or evenings"]
)
def test_a_stop_with_a_reason_of_hours_stays_a_stop(sqlite_store: Store, text: str) -> None:
    line = verified(sqlite_store, **{text: "stop_texts+inconvenient"})
    line.says(text)
    assert opted_out(line)


@pytest.mark.parametrize(
    "text", ["call me after 5pm, i can't talk in the shop", "please phone me after 5pm, mornings are bad"]
)
def test_who_names_an_hour_for_a_call_is_called(sqlite_store: Store, text: str) -> None:
    line = verified(sqlite_store, **{text: "inconvenient+request_callback"})
    line.says(text)
    assert any(key.startswith("callback.") for key in keys(line))
