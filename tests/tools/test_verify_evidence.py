"""The verifier lets a good evidence file pass and finds whatever does not hold."""

from __future__ import annotations

import copy
import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.tools.evidence_files import CASE, FACTS, PUBLIC, TEXT, EvidenceFile, canonical, hours_later
from tools.verifier.chain import UnreadableError, chain, parse, personal, well_formed
from tools.verify_evidence import check, main

ROOT = Path(__file__).resolve().parents[2]


def good() -> EvidenceFile:
    return EvidenceFile().consented().contacted()


def rules(file: EvidenceFile) -> set[str]:
    return {finding.rule for finding in check(file.written())}


def test_a_good_file_holds() -> None:
    assert check(good().written(), good().heads(), PUBLIC) == []


def test_an_empty_chain_holds() -> None:
    assert check(EvidenceFile().written()) == []


def test_changing_any_byte_is_found() -> None:
    raw = good().written()
    chance = random.Random(3)
    for place in range(len(raw)):
        changed = bytearray(raw)
        changed[place] ^= 1 << chance.randrange(8)
        assert _found(bytes(changed)), f"byte {place}"


def _found(raw: bytes) -> bool:
    """Whether the change is found; the slow check of the signature only where nothing else finds it."""
    try:
        document, found = parse(raw)
        well_formed(document)
        return bool(found or [*chain(document), *personal(document)] or check(raw, None, PUBLIC))
    except (UnreadableError, KeyError, TypeError, AttributeError):
        return True


def _without(document: dict[str, Any], seq: int) -> dict[str, Any]:
    document["entries"] = [entry for entry in document["entries"] if entry["seq"] != seq]
    document["personal"].pop(str(seq), None)
    return document


@pytest.mark.parametrize("seq", [1, 2, 3])
def test_an_entry_taken_out_is_found(seq: int) -> None:
    assert check(canonical(_without(good().document(), seq)) + b"\n") != []


def test_a_cut_tail_is_found_against_the_kept_heads() -> None:
    whole = good().withdrew(1)
    shorter = good()
    assert check(shorter.written()) == []
    assert {finding.rule for finding in check(shorter.written(), whole.heads())} == {"HEADS"}


def test_a_longer_chain_than_the_kept_head_holds() -> None:
    assert check(good().withdrew(1).written(), good().heads()) == []


def test_another_history_with_the_same_length_is_found() -> None:
    assert {f.rule for f in check(good().written(), EvidenceFile().consented().contacted(0.25).heads())} == {
        "HEADS"
    }


def test_another_key_than_the_trusted_one_is_found() -> None:
    assert {finding.rule for finding in check(good().written(), None, "A" * 43 + "=")} == {"SIGNATURE"}


def test_a_missing_signature_matters_only_to_whoever_trusts_a_key() -> None:
    raw = canonical({**good().document(), "signature": None}) + b"\n"
    assert check(raw) == []
    assert {finding.rule for finding in check(raw, None, PUBLIC)} == {"SIGNATURE"}


def test_an_erased_field_holds_only_when_an_entry_names_it() -> None:
    file = good()
    file.personal["3"]["text"] = {"salt": None, "value": None}
    assert "PERSONAL" in rules(file)
    file.add("erased", hours_later(5), {"by": "u", "fields": [{"seq": 3, "field": "text"}]})
    assert "PERSONAL" not in rules(file)


def test_a_contact_without_a_permit_is_found() -> None:
    file = good()
    file.entries[-1]["payload"]["permit"] = "another"
    assert "PERMIT" in rules(file)


def test_a_permit_that_had_expired_is_found() -> None:
    file = good()
    file.entries[-1]["payload"]["claimed_at"] = hours_later(0.6)
    assert "PERMIT" in rules(file)
    file.entries[-1]["payload"]["claimed_at"] = hours_later(0.5)
    assert rules(file) == set()


def test_a_permit_that_came_after_its_contact_is_found() -> None:
    file = good()
    file.entries[-1]["payload"]["claimed_at"] = hours_later(-0.1)
    assert "PERMIT" in rules(file)


def test_a_permit_used_twice_is_found() -> None:
    file = good()
    again = copy.deepcopy(file.entries[-1])
    del again["payload"]["digests"]
    file.add("contact", hours_later(0.1), again["payload"], text=TEXT)
    assert "PERMIT" in rules(file)


def test_a_grant_whose_outcome_is_not_known_counts_as_a_contact() -> None:
    file = good()
    file.entries.pop()
    del file.personal["3"]
    assert rules(file) == set()
    assert "USF-HARASS-1" in rules(file.contacted(1))


def test_a_decision_without_a_permit_is_no_contact_and_permits_none() -> None:
    file = good()
    file.entries[1]["payload"]["permit"] = None
    assert "PERMIT" in rules(file)
    file.entries.pop()
    del file.personal["3"]
    assert rules(file) == set()


def zone(*zones: str, **place: str) -> dict[str, Any]:
    return {"place": {**FACTS["place"], "zones": list(zones), **place}}


BROKEN = [
    ("USF-TIME-1", lambda: EvidenceFile().consented().contacted(-5)),
    (
        "USF-TIME-1",
        lambda: EvidenceFile().consented().contacted(-2, facts=zone("America/New_York", "Pacific/Honolulu")),
    ),
    ("TCPA-STOP-1", lambda: EvidenceFile().consented().withdrew(-1).contacted()),
    ("USF-MEDIA-1", lambda: EvidenceFile().consented().withdrew(-1, None).contacted()),
    ("TW-10DLC-2", lambda: EvidenceFile().contacted()),
    ("USF-DISP-1", lambda: EvidenceFile().consented().status(-1, "dispute").contacted()),
    ("USF-ATT-1", lambda: EvidenceFile().consented().status(-1, "attorney").contacted()),
    ("VUL-01", lambda: EvidenceFile().consented().status(-1, "self_harm").contacted()),
    ("VUL-03", lambda: EvidenceFile().consented().status(-1, "bankruptcy").contacted()),
    ("VUL-04", lambda: EvidenceFile().consented().status(-1, "deceased").contacted()),
    ("USF-CEASE-1", lambda: EvidenceFile().consented().status(-1, "cease").contacted()),
    ("USF-HARASS-1", lambda: EvidenceFile().consented().contacted().contacted(4)),
    ("USF-OPTOUT-1", lambda: EvidenceFile().consented().contacted(text=TEXT.split(" Reply STOP")[0])),
    ("AI-ALL-1", lambda: EvidenceFile().consented().contacted(text=TEXT.replace("automated", "friendly"))),
    ("TCPA-ID-1", lambda: EvidenceFile().consented().contacted(text=TEXT.replace("Meridian", "us"))),
    ("USF-3PD-1", lambda: EvidenceFile().consented().contacted(text=TEXT + " Your loan is overdue.")),
    ("USF-MISREP-1", lambda: EvidenceFile().consented().contacted(text=TEXT + " This is your last chance.")),
    (
        "TW-10DLC-1",
        lambda: EvidenceFile().consented().contacted(facts={"debt": {"relationship": "third_party"}}),
    ),
    ("USF-OPTOUT-1", lambda: EvidenceFile().consented().contacted(facts={"talk": {"languages": ["zh"]}})),
    ("USF-MEDIA-1", lambda: EvidenceFile().consented().contacted(purpose="reply", answers="nobody-asked")),
]


@pytest.mark.parametrize(("rule", "file"), BROKEN)
def test_a_broken_rule_is_found(rule: str, file: Any) -> None:
    found = [finding for finding in check(file().written()) if finding.rule == rule]
    assert found
    assert all(finding.entry for finding in found)


def test_contacts_about_another_loan_count_as_the_decision_knew_them() -> None:
    attempt = {"at": hours_later(-3), "channel": "sms", "case_id": "case-2", "by_us": True, "counts": True}
    facts = {"attempts": [{**attempt, "purpose": "outreach", "talked": False}]}
    assert rules(EvidenceFile().consented().contacted(facts=facts)) == {"USF-HARASS-1"}


def test_speaking_of_the_debt_needs_an_identity_check_before_it() -> None:
    file = EvidenceFile().consented()
    text = TEXT + " Your loan is overdue."
    assert "USF-3PD-1" in rules(file.contacted(text=text, facts={"verified": True}, speaks_of_debt=True))
    checked = EvidenceFile().consented()
    checked.add("identity", hours_later(-0.1), {"conversation": "talk-1", "matched": True, "factors": []})
    assert rules(checked.contacted(text=text, facts={"verified": True}, speaks_of_debt=True)) == set()


def test_the_command_says_what_it_found_and_exits_accordingly(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "evidence.json"
    file.write_bytes(good().written())
    assert main([str(file)]) == 0
    file.write_bytes(EvidenceFile().consented().withdrew(-1).contacted().written())
    assert main([str(file)]) == 1
    assert "entry 4: TCPA-STOP-1: after STOP" in capsys.readouterr().out
    for unreadable in (b"not json", b"[]", b'{"format":"arrears-evidence/1"}', b"\xff", b""):
        file.write_bytes(unreadable)
        assert main([str(file)]) == 2
        assert "cannot read the evidence" in capsys.readouterr().err
    assert main([str(tmp_path / "missing.json")]) == 2


def test_it_runs_from_anywhere_with_the_standard_library_alone(tmp_path: Path) -> None:
    (tmp_path / "evidence.json").write_bytes(good().written())
    script = ROOT / "tools" / "verify_evidence.py"
    done = subprocess.run(
        [sys.executable, "-S", "-E", str(script), "evidence.json"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stdout) == (0, "everything holds\n")
    assert done.stderr == "no --public-key was given: who signed this, if anybody, was not checked\n"


def test_an_entry_with_a_hole_in_it_is_not_passed_over() -> None:
    document = good().document()
    assert json.loads(canonical(document)) == document
    file = good()
    del file.entries[-1]["payload"]["outreach"]
    with pytest.raises(UnreadableError):
        check(file.written())
    assert CASE in file.written().decode()


def test_other_words_than_the_permitted_ones_are_found() -> None:
    file = good()
    last = file.entries.pop()
    del file.personal["3"], last["payload"]["digests"]
    file.add("contact", last["at"], last["payload"], text=TEXT + " Thank you.")
    assert rules(file) == {"PERMIT"}


@pytest.mark.parametrize(
    ("key", "value"), [("number", "number-2"), ("channel", "voice"), ("outreach", "other")]
)
def test_a_permit_for_another_contact_is_found(key: str, value: str) -> None:
    file = good()
    file.entries[-1]["payload"][key] = value
    assert "PERMIT" in rules(file)
