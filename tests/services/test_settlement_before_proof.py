"""Whether a sum clears it all, asked before it is known who they are, is answered after the proof."""

from __future__ import annotations

import pytest

from arrears.domain.people import Language
from arrears.store import Store
from tests.builders.line import Line, keys
from tests.builders.offers import BOTH, PROOF
from tests.builders.store import Borrower

SETTLES = {
    Language.EN: "what if i just give u 300 and we call it even",
    Language.ZH: "我一次给3000 这事就算结清了行不行",
}
PROPOSES = {Language.EN: "I can do $300", Language.ZH: "我能还3000"}
WITHDRAWS = {
    Language.EN: "nah i dont have 300 rn anyway, that was if the tax refund comes",
    Language.ZH: "算了 我现在也没有3000 那是要等退税下来",
}
PLAIN_NO = {Language.EN: "nah", Language.ZH: "不"}


def after_the_proof(
    store: Store, borrower: Borrower, *said: tuple[dict[Language, str], str]
) -> frozenset[str]:
    language = borrower.person.language
    line = Line(store, borrower, {PROOF[language]: "verify_identity"} | {t[language]: i for t, i in said})
    for texts, _ in said:
        line.says(texts[language])
    line.says(PROOF[language])
    return keys(line)


@BOTH
@pytest.mark.parametrize("since", [(), ((WITHDRAWS, "deny"),), ((PLAIN_NO, "deny"),)])
def test_it_is_answered_after_the_proof_also_where_they_said_no_since(
    sqlite_store: Store, borrower: Borrower, since: tuple[tuple[dict[Language, str], str], ...]
) -> None:
    said = after_the_proof(sqlite_store, borrower, (SETTLES, "request_settlement"), *since)
    asked_on = {Language.EN: "plan.referred_less", Language.ZH: "approval.asked"}
    assert said == {"balance.stated", asked_on[borrower.person.language]}


@BOTH
def test_mere_terms_are_taken_back_by_a_no(sqlite_store: Store, borrower: Borrower) -> None:
    said = after_the_proof(sqlite_store, borrower, (PROPOSES, "partial_payment"), (WITHDRAWS, "deny"))
    assert said == {"balance.state"}


@BOTH
def test_a_dispute_since_ends_it(sqlite_store: Store, borrower: Borrower) -> None:
    disputes = {Language.EN: "this is not my debt", Language.ZH: "这不是我的债"}
    said = after_the_proof(sqlite_store, borrower, (SETTLES, "request_settlement"), (disputes, "dispute"))
    assert "plan.referred_less" not in said
