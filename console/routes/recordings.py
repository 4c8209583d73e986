"""The sound of a call, for those who may act; a browser may ask for a part of it, and keeps none."""

from __future__ import annotations

import logging
import re

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

from arrears.domain.ids import RecordingId
from arrears.domain.recordings import HELD
from arrears.domain.roles import may_act
from arrears.store import recordings
from console.pages import console_of
from console.security import NotAllowedError, SignedIn

log = logging.getLogger(__name__)

router = APIRouter()

_PART = re.compile(r"bytes=(\d{0,15})-(\d{0,15})")


@router.get("/recordings/{recording_id}")
def sound(request: Request, session: SignedIn, recording_id: str) -> Response:
    """The sound, or the part that the browser asks for. Source: RFC 9110, section 14."""
    if not may_act(session.user.role):
        raise NotAllowedError
    with console_of(request).desk.store.read() as tx:
        found = recordings.find(tx, RecordingId(recording_id))
        media = None if found is None else recordings.sound_of(tx, found.id)
    if found is None or media is None or found.state not in HELD:
        raise HTTPException(404)
    log.info("recording_played", extra={"recording": found.id, "by": session.user.id})
    return _part(media, found.media_type or "audio/mpeg", request.headers.get("range", ""))


def _part(media: bytes, kind: str, asked: str) -> Response:
    size, headers = len(media), {"Accept-Ranges": "bytes", "Content-Disposition": "inline"}
    found = _PART.fullmatch(asked.strip())
    if found is None or not any(found.groups()):
        return Response(media, headers=headers, media_type=kind)
    first, last = _bounds(found[1], found[2], size)
    if first >= size or last < first:
        return Response(status_code=416, headers=headers | {"Content-Range": f"bytes */{size}"})
    told = {"Content-Range": f"bytes {first}-{last}/{size}"}
    return Response(media[first : last + 1], 206, headers=headers | told, media_type=kind)


def _bounds(first: str, last: str, size: int) -> tuple[int, int]:
    """First and last byte, both counted; without a first one, the last so many."""
    if not first:
        return (max(size - int(last), 0), size - 1) if int(last) else (size, size - 1)
    return int(first), min(int(last), size - 1) if last else size - 1
