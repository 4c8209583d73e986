"""Erasing takes the copies with it, no more than it names, and nothing that is tampered with stops it."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from arrears.services.erase_evidence import erase_evidence
from arrears.services.export_evidence import broken_chains, document_text, export_case
from arrears.store import Store, inbound
from arrears.store.evidence import ERASED, append_evidence, broken_link, entries_of
from arrears.store.tables.contact import evidence
from arrears.store.tables.dialogue import effects, proposals, turns
from arrears.store.types import canonical_json
from tests.builders.line import Line
from tests.builders.store import MONDAY_NOON_UTC
from tools.verifier.chain import UnreadableError
from tools.verify_evidence import check

PROPOSAL = "I can do $350 a month starting on the 15th"


@pytest.fixture
def line(store: Store) -> Line:
    line = Line(store)
    line.write_first()
    for text in ("03/09/1975 4421", PROPOSAL):
        line.says(text)
    return line


def everything(line: Line) -> None:
    case_id = line.borrower.case.id
    erase_evidence(line.desk, case_id, lambda _seq, _name: True, person=False, by="order 12")


def test_the_kept_answers_and_the_terms_go_with_the_words(line: Line) -> None:
    everything(line)
    with line.store.read() as tx:
        kept = [row.result for row in tx.execute(sa.select(effects))]
        assert kept
        assert all(result == {"said": [], "bounds": None} for result in kept)
        assert tx.execute(sa.select(proposals)).all() == []
        assert broken_link(tx, line.borrower.case.id) is None
    export = document_text(export_case(line.desk, line.borrower.case.id, None))
    assert "$" not in export
    assert check(export.encode()) == []
    assert line.says("what do I owe") != ""


def test_erasing_what_the_agent_said_leaves_what_the_borrower_wrote(line: Line) -> None:
    case_id = line.borrower.case.id
    with line.store.read() as tx:
        said = [e.seq for e in entries_of(tx, case_id) if e.payload.get("speaker") == "bot"]
        message_id = tx.execute(sa.select(turns.c.message_id).where(turns.c.text.is_not(None))).all()[-1][0]
    erase_evidence(line.desk, case_id, lambda seq, _name: seq in said, person=False, by="order 12")
    with line.store.read() as tx:
        assert inbound.placed(tx, message_id).text == PROPOSAL


def test_an_erasure_that_was_claimed_beforehand_excuses_nothing(line: Line) -> None:
    case_id = line.borrower.case.id
    with line.store.write() as tx:
        ahead = [{"seq": seq, "field": "text"} for seq in range(1, 99)]
        append_evidence(tx, case_id, ERASED, {"by": "x", "fields": ahead}, MONDAY_NOON_UTC)
    line.says("who is this")
    with line.store.write() as tx:
        last = [e for e in entries_of(tx, case_id) if e.personal][-1]
        e = evidence.c
        gone = {"text": [None, None]}
        tx.execute(sa.update(evidence).where(e.case_id == case_id, e.seq == last.seq).values(personal=gone))
        assert broken_link(tx, case_id) == last.seq
    export = document_text(export_case(line.desk, case_id, None))
    assert [(f.entry, f.rule) for f in check(export.encode())][:1] == [(last.seq, "PERSONAL")]


@pytest.mark.parametrize(
    "payload", ["{}", '{"fields":7}', '{"fields":[7]}', "[", '{"digests":7}', '{"digests":["text"]}']
)
def test_an_entry_about_erasing_that_was_tampered_with_is_told_and_not_stumbled_over(
    line: Line, payload: str
) -> None:
    everything(line)
    case_id = line.borrower.case.id
    with line.store.write() as tx:
        last = entries_of(tx, case_id)[-1]
        raw = sa.text("UPDATE evidence SET payload = :payload WHERE seq = :seq")
        tx.execute(raw, {"payload": payload, "seq": last.seq})
    assert broken_chains(line.desk)
    document = export_case(line.desk, case_id, None)
    assert check((canonical_json(document) + "\n").encode()) != []


def test_a_file_that_is_no_text_is_refused_in_words() -> None:
    with pytest.raises(UnreadableError):
        check(b'{"format":"arrears-evidence/1","x":"\\ud800"}')
