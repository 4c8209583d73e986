"""`arrears evidence ...`: files that anyone can check, and erasing that is asked for twice."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from arrears.adapters.evidence_signing import new_key_pair, signature_holds
from arrears.bootstrap import store_of
from arrears.services.export_evidence import signed_part
from arrears.settings import Settings
from arrears.store import Store
from arrears.store.tables.contact import evidence
from tests.builders.command_line import Typed, fails_in_one_line
from tests.builders.line import Line
from tools.verifier import chain

PRIVATE, PUBLIC = new_key_pair()


@pytest.fixture
def line(arrears: Callable[..., Typed], monkeypatch: pytest.MonkeyPatch) -> Line:
    """A short conversation in the commands' own database, with a key set."""
    monkeypatch.setenv("ARREARS_EVIDENCE_KEY", PRIVATE)
    arrears("migrate")
    line = Line(own_store())
    line.write_first()
    line.says("please stop texting me")
    return line


def own_store() -> Store:
    return store_of(Settings())


def cut(line: Line) -> None:
    with line.store.write() as tx:
        tx.execute(evidence.delete().where(evidence.c.seq > 3))


def test_a_case_is_exported_by_our_id_or_the_lenders_number(arrears, line, tmp_path) -> None:
    printed = json.loads(arrears("evidence", "export", line.borrower.case.id).out)
    typed = arrears("evidence", "export", line.borrower.case.lender_ref, "--to", tmp_path / "case.json")
    written = json.loads((tmp_path / "case.json").read_text(encoding="utf-8"))
    assert printed["entries"] == written["entries"] != []
    assert (typed.status, typed.out) == (0, "")
    assert (tmp_path / "case.json").stat().st_mode & 0o777 == 0o600
    assert signature_holds(signed_part(written), written["signature"], PUBLIC)


def test_the_independent_verifier_finds_form_chain_texts_and_signatures_in_order(arrears, line) -> None:
    arrears("evidence", "heads", "--to", "heads.json")
    arrears("evidence", "erase", line.borrower.case.id, "2", "--by", "b", "--yes")
    arrears("evidence", "export", line.borrower.case.id, "--to", "case.json")
    document, found = chain.parse(Path("case.json").read_bytes())
    kept, wrong = chain.parse(Path("heads.json").read_bytes(), chain.HEADS_FORMAT)
    chain.well_formed(document)
    found += [*wrong, *chain.chain(document), *chain.personal(document)]
    found += chain.signature(document, ("format", "exported_at", "head"), PUBLIC)
    found += chain.signature(kept, ("format", "exported_at", "heads"), PUBLIC)
    found += chain.against_heads(document, kept)
    assert found == []


def test_without_a_key_the_file_is_unsigned_and_the_command_says_so(arrears, line, monkeypatch) -> None:
    monkeypatch.delenv("ARREARS_EVIDENCE_KEY")
    for words in (("export", line.borrower.case.id), ("heads",)):
        typed = arrears("evidence", *words)
        assert json.loads(typed.out)["signature"] is None
        assert typed.err == "not signed: ARREARS_EVIDENCE_KEY is not set\n"


def test_a_chain_that_does_not_hold_is_exported_and_told(arrears, line) -> None:
    with line.store.write() as tx:
        tx.execute(evidence.update().where(evidence.c.seq == 2).values(kind="other"))
    for words in (("export", line.borrower.case.id), ("check",)):
        typed = arrears("evidence", *words)
        assert typed.status == 1
        assert f"the chain of {line.borrower.case.id} does not hold at entry 2" in typed.err


def test_a_tail_that_was_cut_is_found_by_an_earlier_file_of_heads(arrears, line) -> None:
    heads = Path("heads.json")
    arrears("evidence", "heads", "--to", heads)
    assert "every chain holds, and reaches" in arrears("evidence", "check", heads).out
    cut(line)
    assert arrears("evidence", "check").out == "every chain holds\n"
    typed = arrears("evidence", "check", heads, "--public-key", PUBLIC)
    assert typed.status == 1
    assert f"the chain of {line.borrower.case.id} was cut off before entry" in typed.err


def test_a_file_of_heads_that_another_has_signed_is_refused(arrears, line, monkeypatch) -> None:
    other_private, other_public = new_key_pair()
    monkeypatch.setenv("ARREARS_EVIDENCE_KEY", other_private)
    arrears("evidence", "heads", "--to", "heads.json")
    monkeypatch.setenv("ARREARS_EVIDENCE_KEY", PRIVATE)
    fails_in_one_line(arrears("evidence", "check", "heads.json"), f"not signed with the key {PUBLIC}")
    assert arrears("evidence", "check", "heads.json", "--public-key", other_public).status == 0
    text = Path("heads.json").read_text(encoding="utf-8")
    Path("heads.json").write_text(text.replace('"seq":', '"seq":1'), encoding="utf-8")
    fails_in_one_line(arrears("evidence", "check", "heads.json", "--public-key", other_public), "not signed")


def test_erasing_is_asked_for_twice_and_leaves_the_chain_whole(arrears, line) -> None:
    case_id = line.borrower.case.id
    words = ("evidence", "erase", case_id, "--by", "order 12")
    fails_in_one_line(arrears(*words), "say --yes")
    assert "please stop" in arrears("evidence", "export", case_id).out
    assert "fields erased" in arrears(*words, "--yes").out
    out = arrears("evidence", "export", case_id).out
    assert "please stop" not in out
    assert json.loads(out)["entries"][-1]["payload"]["by"] == "order 12"
    assert arrears("evidence", "check").status == 0
    fails_in_one_line(arrears(*words, "--yes"), "no such personal field")


def erased(arrears: Callable[..., Typed], case_id: str, *what: str) -> set[tuple[int, str]]:
    arrears("evidence", "erase", case_id, *what, "--by", "b", "--yes")
    document = json.loads(arrears("evidence", "export", case_id).out)
    return {
        (int(seq), name)
        for seq, fields in document["personal"].items()
        for name, field in fields.items()
        if field["value"] is None
    }


def test_one_entry_one_field_or_one_field_of_an_entry_is_erased(arrears, line) -> None:
    case_id = line.borrower.case.id
    assert erased(arrears, case_id, "2") == {(2, "text")}
    assert erased(arrears, case_id, "3:words") == {(2, "text")}
    assert erased(arrears, case_id, "3:text") == {(2, "text"), (3, "text")}
    with_words = erased(arrears, case_id, "words") - {(2, "text"), (3, "text")}
    assert {name for _, name in with_words} == {"words"}
    everything = erased(arrears, case_id, "--person")
    assert len(everything) > 4


def test_a_new_pair_of_keys_signs_and_is_believed(arrears, line, monkeypatch) -> None:
    private, public = (row.split()[1] for row in arrears("evidence", "keygen").out.splitlines())
    monkeypatch.setenv("ARREARS_EVIDENCE_KEY", private)
    arrears("evidence", "heads", "--to", "heads.json")
    assert arrears("evidence", "check", "heads.json", "--public-key", public).status == 0


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("export", "nobody"), "no single case has this id or loan number"),
        (("erase", "nobody", "--by", "b"), "no single case has this id or loan number"),
        (("erase", "case-0123", "12:", "--by", "b"), "no such personal field"),
        (("erase", "case-0123", "1x", "--by", "b"), "'1x' is no entry"),
        (("erase", "case-0123", "name", "--by", "b"), "no such personal field"),
        (("check", "nowhere.json"), "cannot read nowhere.json"),
        (("check", "bytes"), "cannot read bytes"),
        (("check", "note.txt"), "no arrears-evidence-heads/1 file"),
        (("heads", "--to", "nowhere/heads.json"), "cannot write nowhere/heads.json"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(arrears, line, words, why) -> None:
    Path("note.txt").write_text("{}", encoding="utf-8")
    Path("bytes").write_bytes(b"\xff")
    fails_in_one_line(arrears("evidence", *words), why)


def test_without_a_key_to_believe_a_file_is_not_checked(arrears, line, monkeypatch) -> None:
    arrears("evidence", "heads", "--to", "heads.json")
    monkeypatch.delenv("ARREARS_EVIDENCE_KEY")
    fails_in_one_line(arrears("evidence", "check", "heads.json"), "whom to believe?")


def test_a_malformed_key_is_named_and_not_shown(arrears, line, monkeypatch) -> None:
    monkeypatch.setenv("ARREARS_EVIDENCE_KEY", "not-a-key")
    typed = arrears("evidence", "heads")
    fails_in_one_line(typed, "ARREARS_EVIDENCE_KEY")
    assert "not-a-key" not in typed.err
