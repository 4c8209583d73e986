"""The dialogue engine over HTTP: our own channel of the Rasa island, on loopback."""

from __future__ import annotations

from typing import Any

import httpx

from arrears.domain.conversations import AnsweredTurn, AskedTurn, Understood
from arrears.ports import DialogueFailedError

TIMEOUT_SECONDS = 10.0


class RasaDialogue:
    """The Dialogue spoken with Rasa."""

    def __init__(self, url: str, token: str) -> None:
        headers = {"X-Arrears-Token": token}
        self._client = httpx.Client(base_url=url, timeout=TIMEOUT_SECONDS, headers=headers, trust_env=False)

    def answer(self, message: AskedTurn) -> AnsweredTurn:
        """The turn as Rasa labelled and answered it. Raises: DialogueFailedError, also on an empty answer."""
        asked = {
            "conversation_id": message.conversation_id,
            "message_id": message.message_id,
            "text": message.text,
            "language": message.language,
            "stage": message.stage,
            "channel": message.channel,
        }
        try:
            reply = self._client.post("/webhooks/arrears/webhook", json=asked).raise_for_status().json()
            return _answered(reply)
        except (httpx.HTTPError, ValueError, KeyError, TypeError) as error:
            # The engine's own message may quote the borrower; only its kind is told.
            raise DialogueFailedError(f"the dialogue engine failed: {type(error).__name__}") from None

    def close(self) -> None:
        """Let go of the connections."""
        self._client.close()


def _answered(reply: dict[str, Any]) -> AnsweredTurn:
    parse = reply["parse"]
    understood = Understood(
        intent=str(parse["intent"]),
        confidence=float(parse["confidence"]),
        ranking=tuple((item["intent"], float(item["confidence"])) for item in parse["ranking"]),
        entities=tuple(parse["entities"]),
        intents=tuple((item["name"], float(item["confidence"])) for item in parse.get("intents", ())),
    )
    return AnsweredTurn(
        understood=understood,
        answered_by=tuple(reply["actions"]),
        slots=dict(reply["slots"]),
        texts=tuple(reply["texts"]),
    )
