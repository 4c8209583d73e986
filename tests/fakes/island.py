"""The island's reader as the contract of `bot/components/channel.py` has it, without a model.

Run as a program it is the child process; `Bot` is the same over HTTP. Standard library only: it starts at
once. It hears "stop_texts" where a text says stop, "greet" where it says hi or 你好, and else nothing.
"""

from __future__ import annotations

import json
import re
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

TOKEN = "bot-token"
UNREADABLE = "unreadable"
"""A text that holds this cannot be read; it stands for whatever would break a model."""

_HEARD = (("greet", re.compile(r"\bhi\b|你好")), ("stop_texts", re.compile(r"\bstop\b|别发了")))


def answer(body: Any) -> tuple[int, Any]:
    """Status and answer."""
    messages = body.get("messages") if isinstance(body, dict) else None
    if not isinstance(messages, list) or not 0 < len(messages) <= 64:
        return 400, {"error": "messages must be a list of 1 to 64"}
    if any(UNREADABLE in each["text"] for each in messages):
        return 500, {"error": "the reading failed: ValueError"}
    return 200, [_read(each) for each in messages]


def _read(message: dict[str, str]) -> dict[str, Any]:
    text = message["text"]
    han = any("\u4e00" <= char <= "\u9fff" for char in text)
    language = "zh" if han else "en" if re.search("[A-Za-z]{2}", text) else message["language"]
    heard = [name for name, pattern in _HEARD if pattern.search(text)] or ["out_of_scope"]
    intents = [{"name": name, "confidence": 0.9} for name in heard]
    return {"language": language, "intents": intents, "ranking": intents, "decided_by": "classifier"}


class Bot:
    """The running bot on a port of its own, with only the way to read."""

    def __init__(self) -> None:
        bot, self.asked = self, 0

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                bot.asked += 1
                status, told = answer(body)
                if self.headers["X-Arrears-Token"] != TOKEN:
                    status, told = 403, {"error": "wrong token"}
                elif self.path != "/webhooks/arrears/parse":
                    status, told = 404, {}
                raw = json.dumps(told).encode()
                self.send_response(status)
                self.send_header("Content-Length", str(len(raw)))
                self.end_headers()
                self.wfile.write(raw)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def main() -> None:
    """Answer line by line, as `bot/understand.py` does."""
    sys.stdout.write('{"ready": true}\n')
    sys.stdout.flush()
    for line in sys.stdin:
        sys.stdout.write(json.dumps(answer(json.loads(line))[1]) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
