"""Who says at what hours we may write is not asked for them, and is left alone at the others."""

from __future__ import annotations

from datetime import time

import pytest

from arrears.domain.times import DailyWindow
from arrears.store import Store, consents
from tests.builders.line import keys
from tests.builders.several import a_line

NAMED, BUSY = "can you not text me before 3 im on the register", "im at work"


@pytest.mark.parametrize(
    ("text", "closes"),
    [(NAMED, time(15)), ("有事晚上八点以后发信息 我能看见", time(20)), (BUSY, None)],
)
def test_hours_that_were_named_are_kept_and_not_asked_for(
    sqlite_store: Store, text: str, closes: time | None
) -> None:
    line = a_line(sqlite_store, "inconvenient", text=text)
    line.says(text)
    assert keys(line) == {"inconvenient.answer" if closes is None else "inconvenient.noted"}
    with line.store.read() as tx:
        kept = consents.inconvenient_hours_of(tx, line.borrower.person.id)
    assert len(kept) == 1
    assert (DailyWindow(time.min, closes) in kept) if closes else (time.min != kept[0].opens)
