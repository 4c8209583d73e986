"""Links and visits as rows, on both databases."""

from __future__ import annotations

from datetime import timedelta

import pytest

from arrears.contact.paging import link_of, page_link
from arrears.domain.page_links import Link, Visit, visit_id_for
from arrears.domain.people import Carrier
from arrears.store import Store, inbound, links
from tests.builders.line import Line
from tests.builders.store import a_borrower


@pytest.fixture
def line(store: Store) -> Line:
    line = Line(store)
    line.says("who is this")
    return line


def a_link(line: Line) -> Link:
    whose, desk = line.borrower, line.desk
    with line.store.write() as tx:
        url = page_link(desk, tx, whose.case.id, whose.person.id, whose.point.id)
        link = link_of(desk, tx, url.rsplit("/", 1)[-1])
    assert link is not None
    return link


def a_visit(line: Line, link: Link, cookie: str = "cookie") -> Visit:
    now = line.clock.now()
    visit = Visit(visit_id_for(link.id, cookie), link.id, line.conversation_id, now, now, now)
    with line.store.write() as tx:
        links.append_visit(tx, visit)
    return visit


def written(line: Line, visit: Visit, text: str) -> None:
    inbound.receive(
        line.store,
        Carrier.WEB,
        links.message_reference(visit.id, f"key-of-{text}"),
        sender=line.borrower.point.address,
        text=text,
        at=line.clock.now(),
    )


def test_a_link_is_kept_as_it_was_issued(line: Line) -> None:
    link = a_link(line)
    assert link.expires_at - link.issued_at == timedelta(days=14)
    assert (link.person_id, link.contact_point_id) == (line.borrower.person.id, line.borrower.point.id)


def test_a_link_is_for_a_number_of_the_person_alone(line: Line) -> None:
    other = Line(line.store, a_borrower("+12125550177")).borrower
    with line.store.write() as tx, pytest.raises(LookupError, match="is not of"):
        page_link(line.desk, tx, line.borrower.case.id, line.borrower.person.id, other.point.id)


def test_a_link_is_revoked_once(line: Line) -> None:
    link, now = a_link(line), line.clock.now()
    with line.store.write() as tx:
        assert links.revoke(tx, link.id, now)
        assert not links.revoke(tx, link.id, now + timedelta(days=1))
        found = links.load_link(tx, link.id)
    assert found is not None
    assert found.revoked_at == now


def test_a_visit_is_seen_later_never_earlier(line: Line) -> None:
    visit = a_visit(line, a_link(line))
    with line.store.write() as tx:
        for minutes in (10, 5):
            links.note_seen(tx, visit.id, visit.seen_at + timedelta(minutes=minutes))
        found = links.load_visit(tx, visit.id)
    assert found is not None
    assert found.seen_at == visit.seen_at + timedelta(minutes=10)


def test_a_message_names_the_visit_it_came_over(line: Line) -> None:
    visit = a_visit(line, a_link(line))
    with line.store.read() as tx:
        assert links.visit_of_message(tx, links.message_reference(visit.id, "a.key-with_all")) == visit
        assert links.visit_of_message(tx, "visit-unknown.key") is None


def test_what_waits_over_a_visit_is_its_own(line: Line) -> None:
    link = a_link(line)
    one, other = a_visit(line, link), a_visit(line, link, "another")
    for visit, text in ((one, "first"), (other, "theirs"), (one, "second")):
        written(line, visit, text)
    with line.store.read() as tx:
        assert inbound.waiting_over(tx, one.id) == ("first", "second")


def test_what_is_written_on_a_page_is_no_text_from_the_number(line: Line) -> None:
    visit, texted_at = a_visit(line, a_link(line)), line.clock.now()
    line.clock.move(minutes=5)
    written(line, visit, "hello")
    with line.store.read() as tx:
        assert inbound.last_from(tx, line.borrower.point.address) == texted_at
