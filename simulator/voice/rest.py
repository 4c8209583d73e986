"""The REST API of recordings, in the documented shapes."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse

from simulator.errors import bad_request, not_found
from simulator.message_form import first
from simulator.rest import ROOT, Account, RecordedRoute, TheForm, TheWorld, call_of, page
from simulator.voice.media import mp3, wav
from simulator.voice.recording import LIVE, Recording
from simulator.world import World

recordings = APIRouter(route_class=RecordedRoute)
BELOW_CALL = f"{ROOT}/Calls/{{call_sid}}/Recordings"
ALONE = f"{ROOT}/Recordings"
MEDIA = {"wav": (wav, "audio/x-wav"), "mp3": (mp3, "audio/mpeg")}


@recordings.post(f"{BELOW_CALL}.json", status_code=201)
def create(_: Account, call_sid: str, world: TheWorld, form: TheForm, request: Request) -> JSONResponse:
    """Record a live call from now on."""
    with world.lock:
        call = call_of(world, call_sid, request)
        options = {name: " ".join(values) for name, values in form.items() if any(values)}
        recording = world.voice.recordings.start(call, "StartCallRecordingAPI", options)
        return JSONResponse(recording.resource(), 201)


@recordings.get(f"{BELOW_CALL}.json")
def list_of_call(_: Account, call_sid: str, world: TheWorld, request: Request) -> JSONResponse:
    """A call's recordings, newest first."""
    with world.lock:
        found = world.voice.recordings.of(call_of(world, call_sid, request))
        return page(request, "recordings", found[::-1])


@recordings.get(f"{BELOW_CALL}/{{sid}}.json")
def fetch_of_call(_: Account, call_sid: str, sid: str, world: TheWorld, request: Request) -> JSONResponse:
    """One recording below its call."""
    with world.lock:
        return JSONResponse(_of_call(world, call_sid, sid, request).resource())


@recordings.post(f"{BELOW_CALL}/{{sid}}.json")
def update(
    _: Account, call_sid: str, sid: str, world: TheWorld, form: TheForm, request: Request
) -> JSONResponse:
    """Pause, go on, or stop; `Twilio.CURRENT` is the one that runs."""
    status = first(form, "Status")
    if status is None:
        raise bad_request(20001, "Status is required.")
    with world.lock:
        recording = _of_call(world, call_sid, sid, request)
        return JSONResponse(world.voice.recordings.update(recording, status).resource())


@recordings.get(f"{ALONE}/{{sid}}.json")
def fetch(_: Account, sid: str, world: TheWorld, request: Request) -> JSONResponse:
    """One recording."""
    with world.lock:
        recording = _recording(world, sid, request)
        media_url = world.voice.recordings.url(recording)
        uri = f"{request.url.path}"
        alone = {"uri": uri, "price": None, "subresource_uris": {}, "media_url": media_url}
        return JSONResponse(recording.resource() | alone)


@recordings.delete(f"{ALONE}/{{sid}}.json", status_code=204)
@recordings.delete(f"{BELOW_CALL}/{{sid}}.json", status_code=204)
def delete(_: Account, sid: str, world: TheWorld, request: Request) -> Response:
    """Forget one, sound included."""
    with world.lock:
        recording = _recording(world, sid, request)
        world.voice.recordings.stop(recording)
        del world.voice.recordings.all[sid]
        return Response(status_code=204)


@recordings.get(f"{ALONE}/{{name}}")
def media(_: Account, name: str, world: TheWorld, request: Request) -> Response:
    """The sound, once the recording has ended."""
    sid, _dot, ending = name.partition(".")
    if (ending or "wav") not in MEDIA:
        raise not_found(request.url.path)
    with world.lock:
        recording = _recording(world, sid, request)
        if recording.status != "completed":
            raise not_found(request.url.path)
        seconds = recording.duration_s
    make, kind = MEDIA[ending or "wav"]
    return Response(make(seconds), media_type=kind)


def _recording(world: World, sid: str, request: Request) -> Recording:
    if sid not in world.voice.recordings.all:
        raise not_found(request.url.path)
    return world.voice.recordings.all[sid]


def _of_call(world: World, call_sid: str, sid: str, request: Request) -> Recording:
    call = call_of(world, call_sid, request)
    if sid == "Twilio.CURRENT":
        running = [each for each in world.voice.recordings.of(call) if each.status in LIVE]
        if not running:
            raise not_found(request.url.path)
        return running[-1]
    recording = _recording(world, sid, request)
    if recording.call is not call:
        raise not_found(request.url.path)
    return recording
