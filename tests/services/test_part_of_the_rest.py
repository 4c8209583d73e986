"""A first sum in one text, and in the next what is paid of the rest on its day: two payments."""

from __future__ import annotations

import pytest

from arrears.domain.people import Language
from arrears.store import Store
from tests.builders.offers import BOTH, on_the_table, verified
from tests.builders.store import Borrower

FIRST = {Language.EN: "I have 300, can I give you that first", Language.ZH: "我手上就五百块 先给你五百行不行"}
REST = {
    Language.EN: "the rest at the end of the month, another 500",
    Language.ZH: "剩下的月底工头结账再说 大概能再给一千",
}
SUMS = {Language.EN: (300_00, 500_00), Language.ZH: (500_00, 1000_00)}
HARD = {Language.EN: "I lost my job", Language.ZH: "我失业了"}


@BOTH
@pytest.mark.parametrize("hard", [False, True])
def test_both_sums_are_offered_on_their_days(sqlite_store: Store, borrower: Borrower, hard: bool) -> None:
    language = borrower.person.language
    known = {FIRST[language]: "partial_payment", REST[language]: "vague_promise"}
    line = verified(sqlite_store, borrower, **known, **{HARD[language]: "cannot_pay"})
    for text in ([HARD[language]] if hard else []) + [FIRST[language], REST[language]]:
        line.says(text)
    waiting = on_the_table(line)
    assert waiting is not None
    first, second = SUMS[language]
    paid = [(each.amount.minor, each.on.day) for each in waiting[0].instalments[:2]]
    assert [minor for minor, _ in paid] == [first, second]
    assert paid[1] == (second, 31)
    of_those_alone = waiting[0] if hard else waiting[1]
    assert of_those_alone is not None
    assert len(of_those_alone.instalments) == 2
