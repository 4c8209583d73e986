"""Intents of texts from the running bot, over our own channel on loopback."""

from __future__ import annotations

from collections.abc import Sequence

import httpx

from arrears.adapters import intent_answers
from arrears.domain.understanding import ReadText, TextToRead
from arrears.ports import ReadingFailedError

_TIMEOUT = httpx.Timeout(30.0, connect=2.0)


class RasaIntents:
    """The IntentReader spoken with Rasa."""

    def __init__(self, url: str, token: str) -> None:
        headers = {"X-Arrears-Token": token}
        self._client = httpx.Client(base_url=url, timeout=_TIMEOUT, headers=headers, trust_env=False)

    def read(self, texts: Sequence[TextToRead]) -> tuple[ReadText, ...]:
        """The texts as the bot reads them. Raises: ReadingFailedError."""
        try:
            answer = self._client.post("/webhooks/arrears/parse", json=intent_answers.asked(texts))
            return intent_answers.answered(answer.raise_for_status().json(), len(texts))
        except httpx.HTTPStatusError as error:
            raise ReadingFailedError(_refusal(error.response.status_code)) from None
        except (httpx.HTTPError, ValueError, KeyError, TypeError) as error:
            # The bot's own words may quote a text; only the kind is told.
            raise ReadingFailedError(f"the bot gave no answer: {type(error).__name__}") from None

    def close(self) -> None:
        """Let go of the connections."""
        self._client.close()


def _refusal(status: int) -> str:
    why = {
        403: "it has another ARREARS_BOT_TOKEN",
        404: "it is of an older version",
        503: "it has no model",
    }
    return f"the bot answered with status {status}" + (f": {why[status]}" if status in why else "")
