"""The signed, expiring link to a borrower's own pages, and a visit over it."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from arrears.domain.identity import LAPSES_AFTER
from arrears.domain.ids import CaseId, ContactPointId, ConversationId, LinkId, PersonId, VisitId

TEXTED_VALID = timedelta(days=14)
"""How long a link may be opened. Our judgement: over the next payday of nearly everyone."""

_ID_BYTES, _TIME_BYTES, _SEAL_BYTES = 12, 5, 16
"""A seal of 16 bytes keeps the link within a text. Source: RFC 2104, section 5: not below half the digest."""

_PURPOSE = b"arrears page link\0"
"""What the key signs beside the link, so that a signature made for something else opens no page."""


@dataclass(frozen=True, slots=True)
class Link:
    """Leave to ask who somebody is, on the pages of one case; never proof. The token is kept nowhere."""

    id: LinkId
    case_id: CaseId
    person_id: PersonId
    contact_point_id: ContactPointId  # where it was sent
    issued_at: datetime
    expires_at: datetime
    revoked_at: datetime | None = None

    def is_open(self, now: datetime) -> bool:
        """Whether it may still be followed; not at the instant it expires."""
        return self.revoked_at is None and now < self.expires_at


@dataclass(frozen=True, slots=True)
class Visit:
    """One browser that has proved over a link who it is."""

    id: VisitId
    link_id: LinkId
    conversation_id: ConversationId
    opened_at: datetime
    verified_at: datetime | None  # None once it was left
    seen_at: datetime  # when a page was last asked for by a person, not by the page itself
    sent: int = 0  # messages over it

    def is_live(self, now: datetime) -> bool:
        """Whether it still stands; like every verification it lapses after 30 idle minutes."""
        return self.verified_at is not None and now - self.seen_at <= LAPSES_AFTER


@dataclass(frozen=True, slots=True)
class PageLinks:
    """Makes the addresses of links, and reads what somebody asks for as one."""

    key: bytes = field(repr=False)
    base_url: str

    def url(self, link_id: LinkId, expires_at: datetime) -> str:
        """The address to be sent; seconds count, fractions of them do not."""
        return f"{self.base_url}/p/{self.token(link_id, expires_at)}"

    def token(self, link_id: LinkId, expires_at: datetime) -> str:
        """44 characters that name the link and its end, and that only the key's holder can make."""
        content = bytes.fromhex(link_id.removeprefix("link-"))
        content += int(expires_at.timestamp()).to_bytes(_TIME_BYTES)
        return base64.urlsafe_b64encode(content + self._seal(content)).decode()

    def read(self, token: str) -> tuple[LinkId, datetime] | None:
        """The link that the token names and when it ends (UTC); None unless we made the token."""
        raw = _decoded(token)
        if raw is None or len(raw) != _ID_BYTES + _TIME_BYTES + _SEAL_BYTES:
            return None
        content, seal = raw[:-_SEAL_BYTES], raw[-_SEAL_BYTES:]
        if not hmac.compare_digest(seal, self._seal(content)):
            return None
        ends = datetime.fromtimestamp(int.from_bytes(content[_ID_BYTES:]), UTC)
        return LinkId(f"link-{content[:_ID_BYTES].hex()}"), ends

    def _seal(self, content: bytes) -> bytes:
        return hmac.digest(self.key, _PURPOSE + content, "sha256")[:_SEAL_BYTES]


def visit_id_for(link_id: LinkId, cookie: str) -> VisitId:
    """The id of the visit whose browser holds this cookie; the cookie itself is kept nowhere."""
    return VisitId(f"visit-{hashlib.sha256(f'{link_id} {cookie}'.encode()).hexdigest()[:40]}")


def _decoded(token: str) -> bytes | None:
    try:
        return base64.b64decode(token, altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return None
