"""Reads texts without Rasa: a child process for whoever has a trained model and no running bot.

    PYTHONPATH=bot bot/.venv/bin/python bot/understand.py [bot/models/arrears.tar.gz]

The first line on standard output is {"ready": true}, once the model is loaded. After it each line on
standard input is a body of `POST /webhooks/arrears/parse` (`components/channel.py`), and each line on
standard output its answer: the list, or {"error": "..."} for a body that cannot be read.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from components.asked import MalformedMessageError, TextToRead, texts_to_read, told
from components.intent_reader import IntentReader
from evaluate import MODEL, load_router


def answer(reader: IntentReader, line: str) -> Any:
    """What is answered to one line."""
    try:
        return [_read(reader, one) for one in texts_to_read(json.loads(line))]
    except json.JSONDecodeError:
        return {"error": "the body must be JSON"}
    except MalformedMessageError as error:
        return {"error": str(error)}
    except Exception as error:
        # The class alone: an exception's text may quote the borrower.
        return {"error": f"the reading failed: {type(error).__name__}"}


def _read(reader: IntentReader, one: TextToRead) -> dict[str, Any]:
    reading = reader.read(one.text, one.language)
    intents = [(heard.intent, heard.confidence) for heard in reading.heard]
    return told(reading.language, intents, reading.ranking, reading.leading.decided_by)


def _say(answered: object) -> None:
    sys.stdout.write(json.dumps(answered) + "\n")
    sys.stdout.flush()


def main() -> None:
    """Load, say so, and answer until nothing more is asked."""
    reader = load_router(Path(sys.argv[1]) if len(sys.argv) > 1 else MODEL)
    _say({"ready": True})
    for line in sys.stdin:
        _say(answer(reader, line))


if __name__ == "__main__":
    main()
