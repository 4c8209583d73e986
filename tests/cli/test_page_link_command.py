"""`arrears page-link`: a link that the pages open, for one case."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from arrears.bootstrap import page_links_of, store_of
from arrears.settings import Settings
from arrears.store import links
from arrears.store.evidence import entries_of
from tests.builders.command_line import Typed
from tests.builders.line import Line, second_loan
from tests.builders.store import a_borrower, save


@pytest.fixture
def line(arrears: Callable[..., Typed]) -> Line:
    arrears("migrate")
    return Line(store_of(Settings()))


def test_the_link_is_printed_and_is_of_the_case(arrears: Callable[..., Typed], line: Line) -> None:
    typed = arrears("page-link", line.borrower.case.lender_ref)
    assert typed.status == 0
    read = page_links_of(Settings()).read(typed.out.strip().rsplit("/", 1)[-1])
    assert read is not None
    with line.store.read() as tx:
        link = links.load_link(tx, read[0])
    assert link is not None
    assert (link.case_id, link.contact_point_id) == (line.borrower.case.id, line.borrower.point.id)


def test_a_case_that_is_none_of_ours_gets_no_link(arrears: Callable[..., Typed], line: Line) -> None:
    typed = arrears("page-link", "nobody")
    assert (typed.status, typed.out) == (1, "")
    assert "no single case" in typed.err


def opened(line: Line, typed: Typed) -> bool:
    """Whether the address that was printed leads anywhere."""
    read = page_links_of(Settings()).read(typed.out.strip().rsplit("/", 1)[-1])
    assert read is not None
    with line.store.read() as tx:
        link = links.load_link(tx, read[0])
    assert link is not None
    return link.is_open(datetime.now(UTC))


def test_every_link_of_the_borrower_is_revoked_and_new_ones_open(
    arrears: Callable[..., Typed], line: Line
) -> None:
    other = second_loan(line.store, line.borrower)
    before = [arrears("page-link", each.case.lender_ref) for each in (line.borrower, other)]
    stranger = save(line.store, a_borrower("+12125550199"))
    theirs = arrears("page-link", stranger.case.lender_ref)
    assert arrears("page-link", line.borrower.case.lender_ref, "--revoke").out == "revoked 2\n"
    assert [opened(line, each) for each in before] == [False, False]
    assert opened(line, theirs)
    assert arrears("page-link", line.borrower.case.lender_ref, "--revoke").out == "revoked 0\n"
    assert opened(line, arrears("page-link", line.borrower.case.lender_ref))


def test_the_evidence_of_each_loan_has_that_its_links_were_revoked(
    arrears: Callable[..., Typed], line: Line
) -> None:
    other = second_loan(line.store, line.borrower)
    for each in (line.borrower, line.borrower, other):
        arrears("page-link", each.case.lender_ref)
    arrears("page-link", line.borrower.case.lender_ref, "--revoke")
    with line.store.read() as tx:
        told = [entries_of(tx, each.case.id)[-1] for each in (line.borrower, other)]
    assert [(entry.kind, entry.payload["links"]) for entry in told] == [
        ("links_revoked", 2),
        ("links_revoked", 1),
    ]


def test_nothing_is_revoked_for_a_case_that_is_none_of_ours(
    arrears: Callable[..., Typed], line: Line
) -> None:
    typed = arrears("page-link", "nobody", "--revoke")
    assert (typed.status, typed.out) == (1, "")


def test_test_payments_are_refused_over_a_database_in_earnest(
    arrears: Callable[..., Typed], line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ARREARS_SANDBOX_PAYMENTS", "true")
    typed = arrears("page-link", line.borrower.case.lender_ref)
    assert typed.status == 1
    assert "marked as a demo" in typed.err
