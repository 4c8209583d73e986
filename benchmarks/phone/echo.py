"""A product that does not think: whatever is said is answered at once. The bound of what a caller must wait.

`python -m benchmarks.phone.echo PORT` serves the webhooks and the relay of the real one, without signatures.
"""

from __future__ import annotations

import json
import sys

import uvicorn
from fastapi import FastAPI, Request, Response, WebSocket, WebSocketDisconnect
from twilio.twiml.voice_response import Connect, VoiceResponse

WORDS = "You have said something. Please go on."

web = FastAPI(openapi_url=None)


@web.post("/twilio/voice/inbound")
async def inbound(request: Request) -> Response:
    """Connect the call to the relay; the answer's first word is what is measured."""
    response, connect = VoiceResponse(), Connect()
    host = request.headers["host"]
    connect.conversation_relay(
        url=f"ws://{host}/twilio/voice/relay", partial_prompts=True, events="speaker-events"
    )
    response.append(connect)
    return Response(str(response), media_type="text/xml")


@web.post("/twilio/voice/status")
async def status() -> Response:
    """Nothing is kept."""
    return Response(status_code=204)


@web.get("/healthz")
async def healthz() -> dict[str, str]:
    """Whether it answers."""
    return {"status": "up"}


@web.websocket("/twilio/voice/relay")
async def relay(socket: WebSocket) -> None:
    """Greet, then answer every prompt that is over."""
    await socket.accept()
    answer = json.dumps({"type": "text", "token": WORDS, "last": True})
    try:
        await socket.send_text(answer)
        while True:
            frame = json.loads(await socket.receive_text())
            if frame["type"] == "prompt" and frame["last"]:
                await socket.send_text(answer)
    except WebSocketDisconnect:
        return


if __name__ == "__main__":
    uvicorn.run(web, host="127.0.0.1", port=int(sys.argv[1]), log_level="warning")
