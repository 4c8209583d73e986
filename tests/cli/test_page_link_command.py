"""`arrears page-link`: a link that the pages open, for one case."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from arrears.bootstrap import page_links_of, store_of
from arrears.settings import Settings
from arrears.store import links
from tests.builders.command_line import Typed
from tests.builders.line import Line


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


def test_test_payments_are_refused_over_a_database_in_earnest(
    arrears: Callable[..., Typed], line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ARREARS_SANDBOX_PAYMENTS", "true")
    typed = arrears("page-link", line.borrower.case.lender_ref)
    assert typed.status == 1
    assert "marked as a demo" in typed.err
