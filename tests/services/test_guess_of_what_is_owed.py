"""What they guess that they owe is no offer and no dispute: they hear what is owed."""

from __future__ import annotations

import pytest

from arrears.store import Store, proposals
from tests.builders.line import keys
from tests.builders.offers import CHINA, verified
from tests.builders.store import Borrower, a_borrower


@pytest.mark.parametrize("label", ["ask_balance+dispute@floor", "ask_balance"])
@pytest.mark.parametrize(
    ("borrower", "text"),
    [
        (a_borrower(), "I'd like to get my past due loan taken care of. I think it's around $430?"),
        (a_borrower(), "hi, i want to sort my loan out, i believe it's about $1,400"),
        (CHINA, "我想把逾期的贷款处理一下，我记得大概是430块？"),
        (CHINA, "我想处理一下贷款，印象里好像有1400元"),
    ],
)
def test_a_guess_of_what_is_owed_hears_the_balance(
    sqlite_store: Store, borrower: Borrower, text: str, label: str
) -> None:
    line = verified(sqlite_store, borrower, **{text: label})
    line.says(text)
    assert keys(line) == {"balance.again"}
    with line.store.read() as tx:
        assert proposals.last_proposal(tx, line.conversation_id) is None


@pytest.mark.parametrize(
    ("borrower", "text"),
    [
        (a_borrower(), "I think I can do around $430 on the 20th"),
        (CHINA, "我大概能20号还430块"),
    ],
)
def test_a_rough_sum_that_they_can_pay_is_an_offer(
    sqlite_store: Store, borrower: Borrower, text: str
) -> None:
    line = verified(sqlite_store, borrower, **{text: "ask_balance"})
    line.says(text)
    with line.store.read() as tx:
        kept = proposals.last_proposal(tx, line.conversation_id)
    assert kept is not None
    assert kept.proposal.amount is not None
