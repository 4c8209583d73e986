"""Who disputes a part and would pay the rest hears that both are noted, and nothing is asked of them."""

from __future__ import annotations

import pytest

from arrears.domain.cases import SpecialStatus
from arrears.domain.language.acts.pays_the_rest import pays_the_rest
from arrears.store import Store, proposals
from tests.builders.line import Line, every_plan, keys, reasons
from tests.builders.offers import CHINA, on_the_table, verified
from tests.builders.several import statuses

PART = {"I dispute the $25 late fee but I'll pay the rest": "dispute", "滞纳金我不认，其他的我还": "dispute"}
OFFER = {"200 a month starting March 13": "propose_instalment", "每月20号还1500": "propose_instalment"}


def disputing(store: Store, text: str, *, china: bool) -> Line:
    line = verified(store, CHINA if china else None, **(PART | OFFER | {text: "dispute"}))
    line.says(text)
    return line


@pytest.mark.parametrize("text", list(PART))
def test_the_dispute_and_the_wish_are_both_noted(sqlite_store: Store, text: str) -> None:
    line = disputing(sqlite_store, text, china=not text.isascii())
    assert keys(line) == {"dispute.answer", "dispute.own_wish"}
    assert SpecialStatus.DISPUTE in statuses(line)
    assert reasons(line) == ["dispute"]


@pytest.mark.parametrize("china", [False, True], ids=["en", "zh"])
def test_what_they_offer_meanwhile_is_kept_and_binds_nobody(sqlite_store: Store, china: bool) -> None:
    line = disputing(sqlite_store, list(PART)[china], china=china)
    line.says("谢谢" if china else "thanks")
    line.says(list(OFFER)[china])
    assert keys(line) == {"dispute.own_wish"}
    assert on_the_table(line) is None
    assert not every_plan(line)
    with sqlite_store.read() as tx:
        kept = proposals.last_proposal(tx, line.conversation_id)
    assert kept is not None
    assert kept.proposal.amount is not None
    assert kept.proposal.amount.minor == (150_000 if china else 20_000)


@pytest.mark.parametrize("text", ["this is not my debt", "I dispute the fee"])
def test_a_dispute_without_a_wish_is_noted_as_before(sqlite_store: Store, text: str) -> None:
    line = disputing(sqlite_store, text, china=False)
    assert keys(line) == {"dispute.answer"}


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [
        ("I'll pay the rest", True),
        ("I'm happy to pay everything else", True),
        ("I will pay the principal", True),
        ("剩下的我会还", True),
        ("本金我还", True),
        ("I won't pay the rest", False),
        ("I paid the rest", False),
        ("what about the rest", False),
        ("其他的我也不还", False),
        ("剩下的还没还", False),
    ],
)
def test_whether_they_would_pay_the_rest(text: str, goes_on: bool) -> None:
    assert pays_the_rest(text) is goes_on
