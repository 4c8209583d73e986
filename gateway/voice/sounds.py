"""The recordings that Twilio fetches to play them. A sound is found by its digest, by whoever knows it."""

# No postponed annotations here: FastAPI reads them, and they name the application of the closure.

from fastapi import APIRouter, HTTPException, Response

from arrears.bootstrap import App

KEPT = {"Cache-Control": "public, max-age=31536000, immutable"}
"""Twilio keeps what it has fetched; another recording has another address."""


def routes(app: App) -> APIRouter:
    """The sounds of the lender's voicemails."""
    router = APIRouter(prefix="/twilio/voice/sounds")
    sounds = {voicemail.digest: voicemail for voicemail in app.desk.policy.voicemails.values()}

    @router.get("/{digest}")
    def sound(digest: str) -> Response:
        if digest not in sounds:
            raise HTTPException(404)
        return Response(sounds[digest].sound, media_type=sounds[digest].media_type, headers=KEPT)

    return router
