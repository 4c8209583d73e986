"""A first day that is refused for the next one is that of no read-back any more."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.store import Store
from tests.builders.line import every_plan
from tests.builders.offers import CHINA, YES, on_the_table, verified
from tests.builders.store import Borrower, a_borrower

EN, ZH = "100 every week, starting March 6", "每周还500，从3月6号开始"


@pytest.mark.parametrize(
    ("borrower", "terms", "text", "on"),
    [
        (a_borrower(), EN, "not this friday, the one after", date(2026, 3, 13)),
        (
            a_borrower(),
            EN,
            "not this friday tho this friday is gone already so the one after",
            date(2026, 3, 13),
        ),
        (a_borrower(), EN, "not the 6th, the one after", date(2026, 3, 13)),
        (a_borrower(), "150 a month from 6 March", "not the 6th, the one after", None),  # later than may be
        (CHINA, ZH, "不是这周五 是下一个周五", date(2026, 3, 13)),
        (CHINA, ZH, "不是6号，是下一个", date(2026, 3, 13)),
    ],
)
def test_the_plan_begins_on_the_next_one_and_not_on_the_day_refused(
    sqlite_store: Store, borrower: Borrower, terms: str, text: str, on: date | None
) -> None:
    known = {terms: "propose_instalment", text: "promise_to_pay"}
    line = verified(sqlite_store, borrower, **known)
    line.says(terms)
    line.says(text)
    waiting = on_the_table(line)
    assert waiting is not None
    first = waiting[0].first_on
    assert first == on or (on is None and first > date(2026, 3, 20))
    line.says(YES[borrower.person.language])
    assert date(2026, 3, 6) not in {each.on for plan in every_plan(line) for each in plan.instalments}
