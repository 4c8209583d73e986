"""What is given away of the evidence: every byte of it counts, and a cut tail or a forged name is found."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from arrears.adapters.evidence_files import write_once, write_private
from arrears.adapters.evidence_signing import (
    EvidenceKeyError,
    EvidenceSigner,
    new_key_pair,
    signature_holds,
)
from arrears.domain.ids import CaseId
from arrears.services.erase_evidence import erase_evidence, personal_fields
from arrears.services.export_evidence import (
    Fault,
    HeadsFileError,
    broken_chains,
    cut_chains,
    document_text,
    export_case,
    export_heads,
    read_heads,
    signed_part,
)
from arrears.store import Store
from arrears.store.evidence import GENESIS
from arrears.store.tables.contact import evidence
from tests.builders.databases import SqliteTemplate
from tests.builders.line import Line, second_loan

KEY, PUBLIC = new_key_pair()
SIGN = EvidenceSigner(KEY)


def talk(store: Store) -> Line:
    line = Line(store)
    line.write_first()
    line.agree()
    line.says("please stop texting me")
    return line


@pytest.fixture
def line(store: Store) -> Line:
    return talk(store)


def exported(line: Line) -> dict[str, Any]:
    return export_case(line.desk, line.borrower.case.id, SIGN)


def holds(text: str, trusted: str = PUBLIC) -> bool:
    """Whether the file is what was exported, by the documented form alone."""
    try:
        return _holds(json.loads(text), text, trusted)
    except (ValueError, TypeError, KeyError, AttributeError):
        return False


def _holds(document: dict[str, Any], text: str, trusted: str) -> bool:
    previous, head = "0" * 64, (0, "0" * 64, None)
    erased = {
        (field["seq"], field["field"])
        for entry in document["entries"]
        if entry["kind"] == "erased"
        for field in entry["payload"]["fields"]
    }
    for seq, entry in enumerate(document["entries"], start=1):
        covered = [document["case"], entry["seq"], entry["at"], entry["kind"], entry["payload"], previous]
        digest = hashlib.sha256(canonical(covered).encode()).hexdigest()
        if (entry["seq"], entry["previous"], entry["digest"]) != (seq, previous, digest):
            return False
        if not _fields_hold(entry, document["personal"].get(str(seq), {}), erased):
            return False
        previous, head = digest, (seq, digest, entry["at"])
    end = document["head"]
    keys = {"format", "exported_at", "case", "entries", "personal", "head", "signature"}
    whole = (
        canonical(document) + "\n" == text
        and document.keys() == keys
        and (end["case"], (end["seq"], end["digest"], end["at"])) == (document["case"], head)
        and document["personal"].keys()
        == {str(entry["seq"]) for entry in document["entries"] if "digests" in entry["payload"]}
    )
    return whole and signature_holds(signed_part(document), document["signature"], trusted)


def _fields_hold(entry: dict[str, Any], fields: dict[str, Any], erased: set[tuple[int, str]]) -> bool:
    digests = entry["payload"].get("digests", {})
    for name, field in fields.items():
        if field == {"salt": None, "value": None} and (entry["seq"], name) in erased:
            continue
        salt = bytes.fromhex(field["salt"])
        if salt.hex() != field["salt"]:
            return False
        if hashlib.sha256(salt + field["value"].encode()).hexdigest() != digests[name]:
            return False
    return fields.keys() == digests.keys()


def canonical(value: object) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def test_an_export_tells_the_whole_case_and_holds(line: Line) -> None:
    document = exported(line)
    kinds = {entry["kind"] for entry in document["entries"]}
    assert kinds == {"consent", "decision", "contact", "turn", "identity", "plan"}
    assert holds(document_text(document))
    texts = {field["value"] for fields in document["personal"].values() for field in fields.values()}
    assert {"yes", "please stop texting me"} <= texts
    assert line.carrier.sent[0][1] in texts


def test_an_export_tells_of_a_contact_what_a_regulator_asks(line: Line) -> None:
    entries = exported(line)["entries"]
    decision, contact = (next(e for e in entries if e["kind"] == kind) for kind in ("decision", "contact"))
    assert decision["payload"]["outcome"] == "granted"
    assert all(finding["rule_id"] and finding["citation"] for finding in decision["payload"]["findings"])
    assert decision["payload"]["facts"]["case_id"] == line.borrower.case.id
    assert decision["payload"]["packs"]
    assert decision["payload"]["contact"]["purpose"] == "outreach"
    assert "text" not in decision["payload"]["contact"]
    told = contact["payload"]
    assert told["permit"] == decision["payload"]["permit"]
    assert (told["channel"], told["carrier"], told["purpose"], told["language"], told["state"]) == (
        "sms",
        "twilio",
        "outreach",
        "en",
        "sent",
    )
    assert told["claimed_at"] == decision["at"]


def test_nothing_personal_is_in_the_chained_part(line: Line) -> None:
    document = exported(line)
    chained = canonical(document["entries"])
    for fields in document["personal"].values():
        for field in fields.values():
            assert field["value"] not in chained or len(field["value"]) < 5
    assert line.borrower.point.address not in canonical(document)
    assert line.borrower.person.name not in canonical(document)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory, empty_database: SqliteTemplate) -> Iterator[str]:
    """One export of a whole conversation, with a field that was erased."""
    with empty_database.copied(tmp_path_factory.mktemp("export")) as store:
        line = talk(store)
        erase_evidence(line.desk, line.borrower.case.id, lambda seq, _: seq == 2, person=False, by="b")
        yield document_text(exported(line))


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_changed_byte_of_an_export_is_found(file: str, data: st.DataObject) -> None:
    assert holds(file)
    raw = bytearray(file.encode())
    place = data.draw(st.integers(0, len(raw) - 1))
    raw[place] ^= data.draw(st.integers(1, 255))
    try:
        changed = raw.decode()
    except UnicodeDecodeError:
        return
    assert not holds(changed)


def test_any_missing_or_repeated_entry_of_an_export_is_found(file: str) -> None:
    document = json.loads(file)
    entries = document["entries"]
    for place in range(len(entries)):
        for part in ([], [entries[place]] * 2):
            changed = document | {"entries": [*entries[:place], *part, *entries[place + 1 :]]}
            assert not holds(document_text(changed))


def test_a_text_that_was_hidden_without_a_word_in_the_chain_is_found(file: str) -> None:
    document = json.loads(file)
    fields = document["personal"]
    for seq in fields:
        for name, field in fields[seq].items():
            hidden = fields | {seq: fields[seq] | {name: {"salt": None, "value": None}}}
            changed = document_text(document | {"personal": hidden})
            assert holds(changed) is (field["value"] is None)


def test_a_shorter_export_that_was_signed_by_another_is_refused(file: str) -> None:
    document = json.loads(file)
    last = document["entries"][-2]
    head = {"case": document["case"], "seq": last["seq"], "digest": last["digest"], "at": last["at"]}
    personal = {seq: f for seq, f in document["personal"].items() if int(seq) <= last["seq"]}
    forged = document | {"entries": document["entries"][:-1], "head": head, "personal": personal}
    forger = EvidenceSigner(new_key_pair()[0])
    forged["signature"] = forger(signed_part(forged))
    assert not holds(document_text(forged))
    forged["signature"] = forged["signature"] | {"public_key": PUBLIC}
    assert not holds(document_text(forged))
    forged["signature"] = document["signature"]
    assert not holds(document_text(forged))


def test_without_a_key_a_document_says_that_it_is_unsigned(line: Line) -> None:
    assert export_case(line.desk, line.borrower.case.id, None)["signature"] is None
    assert export_heads(line.desk, None)["signature"] is None


def test_a_case_of_which_nothing_was_recorded_has_an_empty_chain(line: Line) -> None:
    document = export_case(line.desk, CaseId("case-none"), SIGN)
    assert document["head"] == {"case": "case-none", "seq": 0, "digest": GENESIS, "at": None}
    assert holds(document_text(document))


def test_a_cut_tail_is_found_against_the_signed_heads(line: Line) -> None:
    heads = read_heads(document_text(export_heads(line.desk, SIGN)))
    assert signature_holds(signed_part(heads), heads["signature"], PUBLIC)
    line.says("yes")
    assert (cut_chains(line.desk, heads), broken_chains(line.desk)) == ((), ())
    (head,) = heads["heads"]
    with line.store.write() as tx:
        tx.execute(evidence.delete().where(evidence.c.seq >= head["seq"]))
    assert broken_chains(line.desk) == ()
    assert cut_chains(line.desk, heads) == (Fault(line.borrower.case.id, head["seq"], cut=True),)


def test_a_broken_chain_is_told_with_its_entry(line: Line) -> None:
    with line.store.write() as tx:
        tx.execute(evidence.update().where(evidence.c.seq == 3).values(kind="other"))
    fault = Fault(line.borrower.case.id, 3, cut=False)
    assert broken_chains(line.desk) == broken_chains(line.desk, line.borrower.case.id) == (fault,)
    assert not holds(document_text(exported(line)))


@pytest.mark.parametrize("text", ["", "[]", "{}", "null", '{"format":"arrears-evidence-heads/1"}\n'])
def test_what_is_no_file_of_heads_is_refused(text: str) -> None:
    with pytest.raises(HeadsFileError):
        read_heads(text)


def test_a_file_of_heads_in_another_form_is_refused(line: Line) -> None:
    text = document_text(export_heads(line.desk, SIGN))
    for changed in (text.rstrip("\n"), text.replace(",", ", ", 1), text.replace("heads/1", "heads/2")):
        with pytest.raises(HeadsFileError):
            read_heads(changed)


def test_erasing_for_a_person_reaches_all_of_their_cases(line: Line) -> None:
    other = second_loan(line.store, line.borrower)
    line.says("please stop texting me")
    everything = lambda _seq, _name: True  # noqa: E731
    count = personal_fields(line.desk, other.case.id, everything, person=True)
    assert erase_evidence(line.desk, other.case.id, everything, person=True, by="b") == count > 2
    assert personal_fields(line.desk, line.borrower.case.id, everything, person=True) == 0
    assert broken_chains(line.desk) == ()
    for case in (line.borrower.case, other.case):
        document = export_case(line.desk, case.id, SIGN)
        assert holds(document_text(document))
        assert "please stop" not in document_text(document)


@pytest.mark.parametrize(
    "key", ["", "no base64!", KEY[:-4], KEY + "AAAA"], ids=["empty", "no base64", "short", "long"]
)
def test_a_malformed_key_is_refused_by_name(key: str) -> None:
    with pytest.raises(EvidenceKeyError, match="ARREARS_EVIDENCE_KEY"):
        EvidenceSigner(key)
    with pytest.raises(EvidenceKeyError, match="public key"):
        signature_holds(b"", {}, key)


@pytest.mark.parametrize("signature", [{}, {"value": "?"}, {"value": None}, SIGN(b"other")])
def test_a_malformed_or_other_signature_does_not_hold(signature: dict[str, Any]) -> None:
    assert not signature_holds(b"message", signature, PUBLIC)
    assert signature_holds(b"message", SIGN(b"message"), PUBLIC)


def test_a_file_is_its_owners_alone_and_is_written_once(tmp_path) -> None:
    path = tmp_path / "folder" / "heads.json"
    assert write_once(path, "first")
    assert not write_once(path, "second")
    assert path.read_text() == "first"
    write_private(path, "third")
    assert (path.read_text(), path.stat().st_mode & 0o777) == ("third", 0o600)
    assert [file.name for file in path.parent.iterdir()] == ["heads.json"]
