"""A carrier that takes every text at once and notes when: the far end of a turn's measurement."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import httpx
from twilio.request_validator import RequestValidator


class Carrier:
    """Listens on loopback; reports `sent` and `delivered` afterwards, as Twilio does."""

    def __init__(self, port: int, auth_token: str) -> None:
        self._validator = RequestValidator(auth_token)
        self._arrived: dict[str, float] = {}
        self._news = threading.Condition()
        self._callbacks = ThreadPoolExecutor(2, thread_name_prefix="callbacks")
        self._client = httpx.Client(trust_env=False)
        self._server = ThreadingHTTPServer(("127.0.0.1", port), _handler(self._take))
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def arrival(self, callback_end: str, patience: float = 30.0) -> float:
        """When the text with this status callback arrived, on the monotonic clock. Raises: TimeoutError."""
        with self._news:
            if not self._news.wait_for(lambda: callback_end in self._arrived, patience):
                raise TimeoutError("a reply did not come")
            return self._arrived[callback_end]

    def quiet(self, seconds: float) -> None:
        """Wait until for so long no text has come."""
        seen = -1
        while len(self._arrived) != seen:
            seen = len(self._arrived)
            time.sleep(seconds)

    def stop(self) -> None:
        """End it."""
        self._server.shutdown()
        self._server.server_close()
        self._callbacks.shutdown()
        self._client.close()

    def _take(self, form: dict[str, list[str]]) -> dict[str, object]:
        at = time.perf_counter()
        callback = form["StatusCallback"][0].partition("#")[0]
        sid = f"SM{abs(hash(callback)):032x}"[:34]
        with self._news:
            self._arrived[callback.rpartition("/")[2]] = at
            self._news.notify_all()
        self._callbacks.submit(self._report, callback, sid)
        return {"sid": sid, "status": "queued", "to": form["To"][0], "body": form["Body"][0]}

    def _report(self, callback: str, sid: str) -> None:
        for status in ("sent", "delivered"):
            time.sleep(0.05)
            self.post_signed(callback, {"MessageSid": sid, "MessageStatus": status})

    def post_signed(self, url: str, form: dict[str, str]) -> httpx.Response:
        """A webhook with the carrier's signature."""
        headers = {"X-Twilio-Signature": self._validator.compute_signature(url, form)}
        return self._client.post(url, data=form, headers=headers)


def _handler(take: Callable[[dict[str, list[str]]], dict[str, object]]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            answer = json.dumps(take(parse_qs(body.decode()))).encode()
            self.send_response(201)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_words: object) -> None:
            """Texts and numbers stay out of every log."""

    return Handler
