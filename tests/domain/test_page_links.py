"""A link that only the key's holder can make, and that ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.domain.ids import CaseId, ContactPointId, ConversationId, LinkId, PersonId, VisitId
from arrears.domain.page_links import Link, PageLinks, Visit, visit_id_for

LINKS = PageLinks(b"key", "https://pages.example")
ENDS = datetime(2026, 3, 16, 17, 0, tzinfo=UTC)
ID = LinkId("link-" + "0123456789abcdef01234567")


@given(st.binary(min_size=12, max_size=12), st.integers(0, 2**35))
def test_what_was_signed_is_read_back(raw: bytes, seconds: int) -> None:
    link_id, ends = LinkId(f"link-{raw.hex()}"), datetime.fromtimestamp(seconds, UTC)
    assert LINKS.read(LINKS.token(link_id, ends)) == (link_id, ends)


def test_the_address_is_short_enough_for_a_text_and_holds_no_id_of_a_person() -> None:
    url = LINKS.url(ID, ENDS)
    assert url == f"https://pages.example/p/{LINKS.token(ID, ENDS)}"
    assert len(LINKS.token(ID, ENDS)) == 44


@given(st.integers(0, 43), st.sampled_from("ABCabc019-_"))
def test_one_other_character_is_another_link_and_none_of_ours(place: int, other: str) -> None:
    token = LINKS.token(ID, ENDS)
    forged = token[:place] + other + token[place + 1 :]
    assert LINKS.read(forged) == (None if forged != token else (ID, ENDS))


@given(st.text(max_size=60))
def test_no_other_text_is_read_as_a_link(text: str) -> None:
    assert LINKS.read(text) is None


def test_another_key_makes_other_links() -> None:
    assert replace(LINKS, key=b"other").read(LINKS.token(ID, ENDS)) is None


def test_the_key_is_not_in_what_is_printed_of_it() -> None:
    assert "key'" not in repr(PageLinks(b"a secret key", "https://x"))


@pytest.mark.parametrize(
    ("now", "revoked", "is_open"),
    [
        (ENDS - timedelta(seconds=1), False, True),
        (ENDS, False, False),
        (ENDS - timedelta(days=1), True, False),
    ],
)
def test_a_link_is_open_until_the_instant_it_expires_unless_revoked(
    now: datetime, revoked: bool, is_open: bool
) -> None:
    start = ENDS - timedelta(days=14)
    link = Link(ID, CaseId("c"), PersonId("p"), ContactPointId("n"), start, ENDS, start if revoked else None)
    assert link.is_open(now) is is_open


@pytest.mark.parametrize(
    ("idle_minutes", "left", "is_live"), [(30, False, True), (30.1, False, False), (1, True, False)]
)
def test_a_visit_lapses_after_thirty_idle_minutes_or_when_it_is_left(
    idle_minutes: float, left: bool, is_live: bool
) -> None:
    start = ENDS - timedelta(days=1)
    visit = Visit(VisitId("v"), ID, ConversationId("t"), start, None if left else start, start)
    assert visit.is_live(start + timedelta(minutes=idle_minutes)) is is_live


def test_one_cookie_is_another_visit_over_another_link() -> None:
    assert visit_id_for(ID, "cookie") != visit_id_for(LinkId("link-" + "f" * 24), "cookie")
