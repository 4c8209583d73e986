"""The channel that the gateway's side of Arrears speaks to: one message in, texts and their reasons out.

POST /webhooks/arrears/webhook   header X-Arrears-Token
    {"conversation_id", "message_id", "text", "language": "en|zh", "stage", "channel": "sms|web|voice"}
    200 {"texts", "parse", "actions", "slots", "elapsed_ms"}; parse["intent"] leads, parse["intents"] are all
        of the text in its order, each {"name", "confidence"}
POST /webhooks/arrears/parse     header X-Arrears-Token
    {"messages": [{"text", "language": "en|zh"}, ...]}, 1 to 64 of them
    200 [{"language", "intents", "ranking", "decided_by"}, ...], one for each message: the language of the
        text, its intents in their order, and the likeliest, the leading one first; each {"name",
        "confidence"}. Reads and does nothing else: no conversation is touched, no action run
    Both: 400 a malformed body, 403 a wrong token, 503 no model, 500 anything that failed: never an empty 200
GET  /webhooks/arrears/          200 when a model is loaded, else 503
"""

from __future__ import annotations

import asyncio
import hmac
import logging
import os
import time
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import CollectingOutputChannel, InputChannel, UserMessage
from rasa.shared.core.constants import ACTION_LISTEN_NAME, ACTION_SESSION_START_NAME
from rasa.shared.core.events import ActionExecuted
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.exceptions import RasaException
from sanic import Blueprint, response
from sanic.exceptions import InvalidUsage
from sanic.request import Request
from sanic.response import HTTPResponse

from components import rasa_fixes, scratch_tracker
from components.asked import InboundMessage, MalformedMessageError, TextToRead, texts_to_read, told

TOKEN_VARIABLE = "ARREARS_BOT_TOKEN"  # noqa: S105 - the name of a variable, not a secret

logger = logging.getLogger(__name__)

_SILENT_ACTIONS = (ACTION_LISTEN_NAME, ACTION_SESSION_START_NAME)


class TurnFailedError(RuntimeError):
    """Rasa came to the end of a turn without a result; says what is missing."""


class ReplyCollector(CollectingOutputChannel):
    """Collects the replies of one turn and the actions that failed in it."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.failed_actions: list[str] = []

    @property
    def texts(self) -> list[str]:
        """The replies in order."""
        return [m["text"] for m in self.messages if m.get("text")]


class ArrearsInput(InputChannel):
    """The input channel; its secret comes from the environment."""

    def __init__(self, token: str) -> None:
        """Take the secret and put `rasa_fixes` in place."""
        self._token = token
        rasa_fixes.apply()

    @classmethod
    def name(cls) -> str:
        """The path segment below /webhooks."""
        return "arrears"

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> ArrearsInput:
        """Raises: RasaException when the secret is not set."""
        token = os.environ.get(TOKEN_VARIABLE, "")
        if not token:
            raise RasaException(f"{TOKEN_VARIABLE} is not set: the bot does not start without its secret")
        return cls(token)

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """Health and webhook."""
        routes = Blueprint("arrears_channel", __name__)

        @routes.route("/", methods=["GET"])
        async def health(request: Request) -> HTTPResponse:
            ready = _is_ready(request)
            return response.json({"status": "ok" if ready else "no model"}, 200 if ready else 503)

        @routes.route("/webhook", methods=["POST"])
        async def receive(request: Request) -> HTTPResponse:
            async def answer(message: InboundMessage) -> HTTPResponse:
                return await _answer(message, on_new_message)

            return await self._checked(request, InboundMessage.parse, answer)

        @routes.route("/parse", methods=["POST"])
        async def parse(request: Request) -> HTTPResponse:
            async def answer(texts: list[TextToRead]) -> HTTPResponse:
                return await _read(texts, request.app.ctx.agent)

            return await self._checked(request, texts_to_read, answer)

        return routes

    async def _checked(
        self,
        request: Request,
        check: Callable[[object], Any],
        answer: Callable[[Any], Awaitable[HTTPResponse]],
    ) -> HTTPResponse:
        """The answer to a request that is authentic and well formed, when a model is there to give it."""
        if not self._is_authentic(request):
            return response.json({"error": "wrong token"}, 403)
        try:
            asked = check(request.json)
        except (MalformedMessageError, InvalidUsage) as error:
            reason = str(error) if isinstance(error, MalformedMessageError) else "the body must be JSON"
            return response.json({"error": reason}, 400)
        if not _is_ready(request):
            return response.json({"error": "no model is loaded"}, 503)
        return await answer(asked)

    def _is_authentic(self, request: Request) -> bool:
        given = request.headers.get("X-Arrears-Token", "")
        return hmac.compare_digest(given.encode(), self._token.encode())


def _is_ready(request: Request) -> bool:
    agent = getattr(request.app.ctx, "agent", None)
    return agent is not None and agent.is_ready()


async def _read(texts: list[TextToRead], agent: Any) -> HTTPResponse:
    """What each text says. Between two of them a conversation's message may be handled."""
    found = []
    try:
        for one in texts:
            message = UserMessage(
                one.text, input_channel=ArrearsInput.name(), metadata={"language": one.language}
            )
            found.append(_told(await agent.processor.parse_message(message)))
            await asyncio.sleep(0)
    except Exception as error:
        logger.error("reading_failed %s", type(error).__name__)
        return response.json({"error": f"the reading failed: {type(error).__name__}"}, 500)
    return response.json(found)


def _told(parsed: dict[str, Any]) -> dict[str, Any]:
    intents = parsed.get("intents") or [parsed["intent"]]
    return told(
        _language(parsed),
        [(each["name"], each["confidence"]) for each in intents],
        [(each["name"], each["confidence"]) for each in parsed.get("intent_ranking", [])],
        parsed.get("decided_by") or "",
    )


def _language(parsed: dict[str, Any]) -> Any:
    return next((e["value"] for e in parsed.get("entities", []) if e["entity"] == "language"), None)


async def _answer(message: InboundMessage, handle: Callable[[UserMessage], Awaitable[Any]]) -> HTTPResponse:
    try:
        return response.json(await _converse(message, handle))
    except TurnFailedError as error:
        logger.error("turn_failed message_id=%s %s", message.message_id, error)
        return response.json({"error": str(error)}, 500)
    except Exception as error:
        # The class alone: an exception's text may quote the borrower.
        logger.error("turn_failed message_id=%s %s", message.message_id, type(error).__name__)
        return response.json({"error": f"the turn failed: {type(error).__name__}"}, 500)


async def _converse(
    message: InboundMessage, handle: Callable[[UserMessage], Awaitable[Any]]
) -> dict[str, Any]:
    started = time.perf_counter()
    collector = ReplyCollector()
    await handle(_user_message(message, collector))
    tracker = scratch_tracker.take(message.conversation_id)
    if tracker is None or tracker.latest_message is None:
        raise TurnFailedError("the turn left no tracker")
    if tracker.latest_message.message_id != message.message_id:
        raise TurnFailedError("two messages of one conversation were handled at once")
    if collector.failed_actions:
        raise TurnFailedError(f"failed actions: {', '.join(collector.failed_actions)}")
    actions = _actions(tracker)
    if not actions:
        raise TurnFailedError("no action was predicted")
    return {
        "texts": collector.texts,
        "parse": _parse(tracker),
        "actions": actions,
        "slots": {name: slot.value for name, slot in tracker.slots.items() if slot.value is not None},
        "elapsed_ms": round((time.perf_counter() - started) * 1000, 2),
    }


def _user_message(message: InboundMessage, collector: ReplyCollector) -> UserMessage:
    metadata = {
        "conversation_id": message.conversation_id,
        "message_id": message.message_id,
        "language": message.language,
        "stage": message.stage,
        "channel": message.channel,
    }
    return UserMessage(
        message.text,
        collector,
        message.conversation_id,
        input_channel=ArrearsInput.name(),
        message_id=message.message_id,
        metadata=metadata,
    )


def _actions(tracker: DialogueStateTracker) -> list[dict[str, Any]]:
    return [
        {"name": e.action_name, "policy": e.policy or "", "confidence": e.confidence or 0.0}
        for e in tracker.events
        if isinstance(e, ActionExecuted) and e.action_name and e.action_name not in _SILENT_ACTIONS
    ]


def _parse(tracker: DialogueStateTracker) -> dict[str, Any]:
    parsed = tracker.latest_message.parse_data
    ranking = [{"intent": r["name"], "confidence": r["confidence"]} for r in parsed.get("intent_ranking", [])]
    entities = parsed.get("entities", [])
    intents = parsed.get("intents") or [parsed["intent"]]
    return {
        "intent": parsed["intent"]["name"],
        "confidence": parsed["intent"]["confidence"],
        "intents": [{"name": i["name"], "confidence": i["confidence"]} for i in intents],
        "ranking": ranking[:5],
        "language": _language(parsed),
        "entities": entities,
        "decided_by": parsed.get("decided_by"),
    }
