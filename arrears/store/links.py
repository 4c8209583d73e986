"""Links to borrowers' pages, and the visits over them."""

from __future__ import annotations

import secrets
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from arrears.domain.ids import CaseId, ContactPointId, ConversationId, LinkId, PersonId, VisitId
from arrears.domain.page_links import Link, Visit
from arrears.store.tables.pages import links, visits


def new_link_id() -> LinkId:
    """An unguessable id, as short as a link in a text has to be: 96 random bits."""
    return LinkId(f"link-{secrets.token_hex(12)}")


def issue(tx: Connection, link: Link) -> None:
    """Insert the link."""
    tx.execute(
        insert(links).values(
            id=link.id,
            case_id=link.case_id,
            person_id=link.person_id,
            contact_point_id=link.contact_point_id,
            issued_at=link.issued_at,
            expires_at=link.expires_at,
            revoked_at=link.revoked_at,
        )
    )


def load_link(tx: Connection, link_id: LinkId) -> Link | None:
    """The link, None when there is none of this id."""
    row = tx.execute(select(links).where(links.c.id == link_id)).one_or_none()
    if row is None:
        return None
    return Link(
        id=LinkId(row.id),
        case_id=CaseId(row.case_id),
        person_id=PersonId(row.person_id),
        contact_point_id=ContactPointId(row.contact_point_id),
        issued_at=row.issued_at,
        expires_at=row.expires_at,
        revoked_at=row.revoked_at,
    )


def revoke(tx: Connection, link_id: LinkId, at: datetime) -> bool:
    """Close the link before its time, for the visits over it too; False when it was revoked before."""
    open_still = links.c.revoked_at.is_(None)
    revoked = update(links).where(links.c.id == link_id, open_still).values(revoked_at=at)
    return tx.execute(revoked).rowcount > 0


def revoke_all(tx: Connection, person_id: PersonId, at: datetime) -> tuple[CaseId, ...]:
    """Close every open link of the person before its time, for the visits over them too.

    Returns the case of each that was open: one whose time was over, or that was revoked before, is none.
    """
    still_open = (links.c.person_id == person_id, links.c.revoked_at.is_(None), links.c.expires_at > at)
    closed = tx.execute(select(links.c.case_id).where(*still_open).order_by(links.c.issued_at)).all()
    tx.execute(update(links).where(*still_open).values(revoked_at=at))
    return tuple(CaseId(row.case_id) for row in closed)


def append_visit(tx: Connection, visit: Visit) -> None:
    """Insert the visit."""
    tx.execute(
        insert(visits).values(
            id=visit.id,
            link_id=visit.link_id,
            conversation_id=visit.conversation_id,
            opened_at=visit.opened_at,
            verified_at=visit.verified_at,
            seen_at=visit.seen_at,
            sent=visit.sent,
        )
    )


def load_visit(tx: Connection, visit_id: VisitId) -> Visit | None:
    """The visit, None when there is none of this id."""
    row = tx.execute(select(visits).where(visits.c.id == visit_id)).one_or_none()
    return None if row is None else _visit(row)


def note_seen(tx: Connection, visit_id: VisitId, at: datetime) -> None:
    """A person has asked for a page of the visit."""
    earlier = visits.c.seen_at < at
    tx.execute(update(visits).where(visits.c.id == visit_id, earlier).values(seen_at=at))


def note_sent(tx: Connection, visit_id: VisitId) -> None:
    """A message came over the visit."""
    tx.execute(update(visits).where(visits.c.id == visit_id).values(sent=visits.c.sent + 1))


def leave(tx: Connection, visit_id: VisitId) -> None:
    """The visit is over: who comes back over the link proves again who they are."""
    tx.execute(update(visits).where(visits.c.id == visit_id).values(verified_at=None))


def message_reference(visit_id: VisitId, key: str) -> str:
    """How a message over the visit is named; `key` is the form's, so that one form sends one message."""
    return f"{visit_id}.{key}"


def visit_of_message(tx: Connection, reference: str) -> Visit | None:
    """The visit over which a message came."""
    return load_visit(tx, VisitId(reference.partition(".")[0]))


def _visit(row: Row[Any]) -> Visit:
    return Visit(
        id=VisitId(row.id),
        link_id=LinkId(row.link_id),
        conversation_id=ConversationId(row.conversation_id),
        opened_at=row.opened_at,
        verified_at=row.verified_at,
        seen_at=row.seen_at,
        sent=row.sent,
    )
