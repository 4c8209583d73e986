"""`arrears notice`: what the mail house has sent becomes evidence and a fact, and clears no dispute."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import copytree

import pytest

from arrears.bootstrap import store_of
from arrears.contact.contacting import contact_facts
from arrears.domain.cases import SpecialStatus
from arrears.settings import Settings
from arrears.store import consents
from tests.builders.command_line import Typed, fails_in_one_line
from tests.builders.line import Line
from tests.builders.store import ROOT, an_outreach

SENT = "2026-03-04"
NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


@pytest.fixture
def line(arrears: Callable[..., Typed]) -> Line:
    arrears("migrate")
    line = Line(store_of(Settings()))
    line.write_first()
    line.says("this is not my debt")
    return line


def facts(line: Line):
    with line.store.read() as tx:
        return contact_facts(tx, line.desk, an_outreach(line.borrower)).notices


def test_a_verification_is_evidence_and_a_fact_and_the_dispute_stands(arrears, line) -> None:
    reference = line.borrower.case.lender_ref
    typed = arrears("notice", reference, "verification", "--on", SENT, "--by", "mail house")
    assert (typed.status, typed.out) == (0, f"verification notice, sent {SENT}: recorded\n")
    assert "known already" in arrears("notice", reference, "verification", "--on", SENT).out
    assert facts(line).verification_sent_at == NOON
    entries = json.loads(arrears("evidence", "export", reference).out)["entries"]
    (told,) = [entry for entry in entries if entry["kind"] == "notice"]
    assert (told["payload"]["notice"], told["payload"]["by"]) == ("verification", "mail house")
    person, case, point = line.borrower.person.id, line.borrower.case.id, line.borrower.point.id
    with line.store.read() as tx:
        assert SpecialStatus.DISPUTE in consents.statuses_for(tx, person, case, point)


def test_what_came_back_was_not_sent(arrears, line) -> None:
    case_id = line.borrower.case.id
    arrears("notice", case_id, "validation", "--on", SENT)
    assert facts(line).validation_sent_at == NOON
    assert "came back" in arrears("notice", case_id, "validation", "--on", "2026-03-09", "--returned").out
    assert facts(line).validation_sent_at is None
    arrears("notice", case_id, "validation", "--on", "2026-03-10")
    assert facts(line).validation_sent_at == NOON + timedelta(days=6)


def test_it_may_come_back_on_the_day_it_was_sent(arrears, line) -> None:
    case_id = line.borrower.case.id
    arrears("notice", case_id, "transfer", "--on", SENT)
    assert arrears("notice", case_id, "transfer", "--on", SENT, "--returned").status == 0
    assert facts(line).transfer_notice_at is None


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("validation", "--on", "4 March"), "write a date"),
        (("validation", "--on", "9999-01-01"), "still to come"),
        (("validation", "--on", SENT, "--returned"), "could have come back"),
        (("validation", "--on", SENT, "--by", " "), "--by"),
        (("validation", "--on", SENT, "--by", "x" * 81), "--by"),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(arrears, line, words, why) -> None:
    fails_in_one_line(arrears("notice", line.borrower.case.id, *words), why)
    assert facts(line).validation_sent_at is None


def test_a_kind_or_case_that_is_not_there_is_refused(arrears, line) -> None:
    assert arrears("notice", line.borrower.case.id, "greeting", "--on", SENT).status == 2
    fails_in_one_line(arrears("notice", "case-none", "validation", "--on", SENT), "no single case")


def test_a_returned_notice_must_be_later_than_it_was_sent(arrears, line) -> None:
    case_id = line.borrower.case.id
    arrears("notice", case_id, "validation", "--on", SENT)
    typed = arrears("notice", case_id, "validation", "--on", "2026-03-03", "--returned")
    fails_in_one_line(typed, "could have come back")


def test_broken_clocks_stop_a_command_in_one_line(arrears, line, monkeypatch, tmp_path) -> None:
    copytree(ROOT / "policy", tmp_path / "policy")
    path = Path(tmp_path / "policy" / "clocks.yml")
    path.write_text(path.read_text(encoding="utf-8").replace("evidence_years: 3", "evidence_years: no"))
    monkeypatch.setenv("ARREARS_POLICY_DIR", str(tmp_path / "policy"))
    fails_in_one_line(arrears("evidence", "check"), "retention.evidence_years")


def test_an_export_says_until_when_it_is_kept(arrears, line, tmp_path) -> None:
    typed = arrears("evidence", "export", line.borrower.case.id, "--to", tmp_path / "case.json")
    assert "keep it: the case is open" in typed.err
