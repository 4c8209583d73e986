"""The borrower's own pages: links that lead to them, and who is there.

A link is leave to ask who somebody is. What it leads to is shown to a visitor who has proved it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from arrears.desk import Desk
from arrears.dialogue.answering import home_zone
from arrears.domain.cases import Case, SpecialStatus
from arrears.domain.compliance.packs.status import SILENCES
from arrears.domain.conversations import Conversation
from arrears.domain.identity import VerifiedParty, verified_party
from arrears.domain.ids import CaseId, ContactPointId, PersonId
from arrears.domain.page_links import TEXTED_VALID, Link, Visit, visit_id_for
from arrears.domain.people import ContactPoint, Person
from arrears.domain.times import local_date
from arrears.store import Tx, cases, consents, conversations, identity, links, people
from arrears.store.evidence import append_evidence


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who has proved over a link who they are, in the browser that asks."""

    link: Link
    visit: Visit
    party: VerifiedParty
    conversation: Conversation
    person: Person
    point: ContactPoint
    case: Case
    today: date  # on the borrower's calendar
    silenced: bool  # a status stands under which nothing of the debt is said

    @property
    def zone(self) -> str:
        """The zone of the borrower's calendar."""
        return home_zone(self.person, self.point)


def page_link(desk: Desk, tx: Tx, case_id: CaseId, person_id: PersonId, point_id: ContactPointId) -> str:
    """The address of the person's own pages about the case, for a message to this point; good for 14 days.

    Raises: LookupError for a case, person or point that there is not.
    """
    if people.load_contact_point(tx, point_id).person_id != person_id:
        raise LookupError(f"{point_id} is not of {person_id}")
    now = desk.clock.now()
    link = Link(links.new_link_id(), case_id, person_id, point_id, now, now + TEXTED_VALID)
    links.issue(tx, link)
    return desk.page_links.url(link.id, link.expires_at)


def revoke_links(desk: Desk, tx: Tx, person_id: PersonId) -> int:
    """Close every link to the person's pages, of all of their loans and numbers; returns how many were open.

    Whoever has a page open sees no more of it. A text that is still to go out carries a link that is closed.
    """
    now = desk.clock.now()
    people.lock_person(tx, person_id)
    closed = Counter(links.revoke_all(tx, person_id, now))
    for case_id, count in sorted(closed.items()):
        append_evidence(tx, case_id, "links_revoked", {"links": count}, now)
    return closed.total()


def link_of(desk: Desk, tx: Tx, token: str) -> Link | None:
    """The link of the token; None when we never made it, it has expired, or it was revoked."""
    read = desk.page_links.read(token)
    link = None if read is None else links.load_link(tx, read[0])
    return link if link is not None and link.is_open(desk.clock.now()) else None


def visitor_of(desk: Desk, tx: Tx, link: Link, cookie: str) -> Visitor | None:
    """Who visits over the link with this cookie; None when they have not proved it, or not lately."""
    visit = links.load_visit(tx, visit_id_for(link.id, cookie))
    if visit is None or visit.verified_at is None or not visit.is_live(desk.clock.now()):
        return None
    conversation = conversations.load(tx, visit.conversation_id)
    party = verified_party(
        identity.attempts_of(tx, link.person_id),
        conversation_id=conversation.id,
        contact_point_id=link.contact_point_id,
        active_at=(),
        now=visit.verified_at,  # since then the visit itself has been alive
    )
    return None if party is None else _visitor(desk, tx, link, visit, party, conversation)


def _visitor(
    desk: Desk, tx: Tx, link: Link, visit: Visit, party: VerifiedParty, conversation: Conversation
) -> Visitor:
    person = people.load_person(tx, link.person_id)
    point = people.load_contact_point(tx, link.contact_point_id)
    return Visitor(
        link=link,
        visit=visit,
        party=party,
        conversation=conversation,
        person=person,
        point=point,
        case=cases.load_case(tx, link.case_id),
        today=local_date(desk.clock.now(), home_zone(person, point)),
        silenced=bool(silences_over(tx, link)),
    )


def silences_over(tx: Tx, link: Link) -> frozenset[SpecialStatus]:
    """The statuses that stand and under which nothing of the debt is said over the link."""
    standing = consents.statuses_for(tx, link.person_id, link.case_id, link.contact_point_id)
    return frozenset(standing & SILENCES.keys())
