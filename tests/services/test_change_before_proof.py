"""Another day asked for before it is known who they are: kept, and answered once they have proved it."""

from __future__ import annotations

import pytest

from arrears.domain.people import Language
from arrears.store import Store
from tests.builders.line import keys
from tests.builders.offers import BOTH, PROOF, YES, on_the_table, verified
from tests.builders.store import Borrower

REGULAR = {
    Language.EN: "I can do $350 a month starting on the 16th",
    Language.ZH: "每个月还1250，3月16号开始",
}
DATED = {
    Language.EN: "hey can I push that first one to the 20th my kid got a birthday",
    Language.ZH: "第一笔能不能推到20号 孩子过生日",
}
UNDATED = {Language.EN: "can I push that first one back", Language.ZH: "第一笔能不能往后推"}


@BOTH
@pytest.mark.parametrize("label", ["request_extension", "change_due_date"])
@pytest.mark.parametrize(
    ("texts", "answer"), [(DATED, "change.read_back"), (UNDATED, "proposal.ask_date")], ids=["day", "no day"]
)
def test_it_is_read_back_or_its_day_is_asked_for_after_the_proof(
    sqlite_store: Store, borrower: Borrower, texts: dict[Language, str], answer: str, label: str
) -> None:
    language = borrower.person.language
    known = {REGULAR[language]: "propose_instalment", texts[language]: label}
    line = verified(sqlite_store, borrower, **known)
    line.says(REGULAR[language])
    line.says(YES[language])
    for clock in (line.clock, line.machine_clock):
        clock.move(hours=26)
    line.says(texts[language])
    assert keys(line) == {"identity.ask"}
    line.says(PROOF[language])
    assert answer in keys(line)
    assert (on_the_table(line) is not None) == (answer == "change.read_back")
