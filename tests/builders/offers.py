"""A borrower whose identity is proved, and the offers that wait for their answer."""

from __future__ import annotations

import pytest

from arrears.domain.negotiation.offers import Offer
from arrears.domain.people import Language
from arrears.store import Store, offers
from tests.builders.line import SAYINGS, Line
from tests.builders.store import Borrower, a_borrower, in_china

CHINA = in_china(a_borrower())
PROOF = {Language.EN: "03/09/1975 4421", Language.ZH: "1975年3月9日 4421"}
PROPOSAL = "I can do $350 a month starting on the 15th"
PART = {Language.EN: "$100 on the 20th", Language.ZH: "我20号能还1000"}
YES = {Language.EN: "yes", Language.ZH: "同意"}
BOTH = pytest.mark.parametrize("borrower", [a_borrower(), CHINA], ids=["en", "zh"])


def verified(store: Store, borrower: Borrower | None = None, **sayings: str) -> Line:
    """A borrower whose identity is proved; `sayings` are texts by their intents."""
    who = borrower or a_borrower()
    language = who.person.language
    known = {PROOF[language]: "verify_identity", PART[language]: "partial_payment", YES[language]: "affirm"}
    line = Line(store, who, SAYINGS | known | sayings)
    line.write_first()
    line.says(PROOF[language])
    return line


def language_of(line: Line) -> Language:
    return line.borrower.person.language


def on_the_table(line: Line) -> tuple[Offer, Offer | None] | None:
    with line.store.read() as tx:
        waiting = offers.open_offer(tx, line.conversation_id)
    return None if waiting is None else (waiting.offer, waiting.other)
