"""Take in what a borrower writes in the web chat: stored first, answered from the store like any text."""

from __future__ import annotations

from arrears.contact.paging import Visitor
from arrears.desk import Desk
from arrears.domain.ids import MessageId
from arrears.domain.people import Carrier
from arrears.store import inbound, links

LONGEST_MESSAGE = 1600
"""Characters, as many as a text may have."""


def write_on_page(desk: Desk, visitor: Visitor, text: str, key: str) -> MessageId | None:
    """The stored message; None when there is nothing in it, or too much.

    The same key over the same visit is the same message, so that a form sent twice speaks once.
    """
    text = text.strip()
    if not 0 < len(text) <= LONGEST_MESSAGE:
        return None
    message_id, new = inbound.receive(
        desk.store,
        Carrier.WEB,
        links.message_reference(visitor.visit.id, key),
        sender=visitor.point.address,
        text=text,
        at=desk.clock.now(),
    )
    if new:
        with desk.store.write() as tx:
            links.note_sent(tx, visitor.visit.id)
    return message_id
