"""What somebody else said before the proof binds nobody; what the borrower said then stays."""

from __future__ import annotations

import pytest

from arrears.domain.cases import SpecialStatus
from arrears.store import Store
from tests.builders.line import SAYINGS, Line, keys
from tests.builders.offers import CHINA, PROOF, on_the_table
from tests.builders.several import statuses
from tests.builders.store import Borrower, a_borrower

EN = a_borrower()
WIFE = {True: "he's not here, I'm his wife", False: "他不在 我是他老婆"}
HERS = {True: "I could pay 200 for him on the 20th", False: "要不我先替他20号还200"}
HARD = {True: "he lost his job", False: "他失业了"}
THEIRS = {True: "hi it's Dana now, I can do 100 on the 20th", False: "我是本人，我20号能还1000"}
BACK = {True: "ok here he is", False: "他回来了 叫他跟你讲"}
BOTH = pytest.mark.parametrize("borrower", [EN, CHINA], ids=["en", "zh"])


def a_line(store: Store, borrower: Borrower) -> Line:
    here = borrower is EN
    said = {
        WIFE[here]: "third_party",
        HERS[here]: "partial_payment",
        HARD[here]: "cannot_pay",
        THEIRS[here]: "promise_to_pay",
        BACK[here]: "out_of_scope",
        PROOF[borrower.person.language]: "verify_identity",
    }
    line = Line(store, borrower, SAYINGS | said)
    line.dialogue.confidence = 0.97
    line.write_first()
    return line


@BOTH
def test_a_sum_that_a_relative_named_is_no_proposal_of_the_borrower(
    sqlite_store: Store, borrower: Borrower
) -> None:
    line, here = a_line(sqlite_store, borrower), borrower is EN
    for text in (WIFE[here], HERS[here], PROOF[borrower.person.language]):
        line.says(text)
    assert keys(line) == {"balance.state"}
    assert on_the_table(line) is None


@BOTH
def test_hardship_that_a_relative_named_is_none_of_the_borrower(
    sqlite_store: Store, borrower: Borrower
) -> None:
    line, here = a_line(sqlite_store, borrower), borrower is EN
    for text in (WIFE[here], HARD[here], PROOF[borrower.person.language]):
        line.says(text)
    assert keys(line) == {"balance.state"}
    assert SpecialStatus.HARDSHIP not in statuses(line)


@BOTH
def test_what_the_borrower_says_once_it_is_them_is_taken_up(sqlite_store: Store, borrower: Borrower) -> None:
    line, here = a_line(sqlite_store, borrower), borrower is EN
    for text in (WIFE[here], HERS[here], THEIRS[here], PROOF[borrower.person.language]):
        line.says(text)
    waits = on_the_table(line)
    assert waits is not None
    assert waits[0].instalments[0].amount.minor == (10_000 if here else 100_000)


@BOTH
def test_what_the_borrower_said_before_anybody_else_stays(sqlite_store: Store, borrower: Borrower) -> None:
    line, here = a_line(sqlite_store, borrower), borrower is EN
    for text in (THEIRS[here], WIFE[here], HERS[here], PROOF[borrower.person.language]):
        line.says(text)
    waits = on_the_table(line)
    assert waits is not None
    assert waits[0].instalments[0].amount.minor == (10_000 if here else 100_000)
