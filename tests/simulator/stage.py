"""A live simulator and a live product stand-in for tests, on ports of the system's choice."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit

import httpx
import uvicorn
from twilio.http.http_client import TwilioHttpClient
from twilio.http.response import Response
from twilio.rest import Client

from simulator.app import create_app
from simulator.settings import Settings
from simulator.world import World

OURS, PHONE = "+15005550006", "+12125550123"
ACCOUNT, TOKEN = "AC" + "1a" * 16, "test-token"


@dataclass(frozen=True)
class Hook:
    """One POST the product received."""

    url: str
    headers: dict[str, str]
    raw: bytes

    @property
    def form(self) -> dict[str, str]:
        return dict(parse_qsl(self.raw.decode(), keep_blank_values=True))


class Product:
    """Receives webhooks; `answers` are used up first, then `documents` and `sounds` by path, else 204."""

    def __init__(self) -> None:
        self.hooks: list[Hook] = []
        self.answers: list[int] = []
        self.documents: dict[str, str] = {}
        self.sounds: dict[str, tuple[str, bytes]] = {}
        product = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                raw = self.rfile.read(int(self.headers["Content-Length"]))
                headers = {name.lower(): value for name, value in self.headers.items()}
                product.hooks.append(Hook(f"{product.url}{self.path}", headers, raw))
                kind, content = product.answer(self.path)
                if product.answers or not kind:
                    self.send_response(product.answers.pop(0) if product.answers else 204)
                    content = b""
                else:
                    self.send_response(200)
                    self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def do_GET(self) -> None:
                self.headers["Content-Length"] = "0"
                self.do_POST()

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()

    def answer(self, path: str) -> tuple[str, bytes]:
        if path in self.documents:
            return "text/xml; charset=utf-8", self.documents[path].encode()
        return self.sounds.get(path, ("", b""))

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def statuses(self) -> list[str]:
        return [hook.form["MessageStatus"] for hook in self.hooks if "MessageStatus" in hook.form]


def settings_for(product: Product) -> Settings:
    return Settings(
        account_sid=ACCOUNT,
        auth_token=TOKEN,
        inbound_sms_url=f"{product.url}/twilio/sms",
        lender_inbound_url=f"{product.url}/lender-gateway/inbound",
        gateway_secret="test-secret",
        voice_url=f"{product.url}/inbound",
    )


def closed_port() -> int:
    """A port on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def settled(world: World) -> None:
    assert world.webhooks.wait_until_idle(10)


class Redirected(TwilioHttpClient):  # type: ignore[misc]
    """The SDK's own client with another host."""

    def __init__(self, base: str) -> None:
        super().__init__(timeout=10)
        self._base = urlsplit(base)

    def request(self, method: str, url: str, *args: object, **kwargs: object) -> Response:
        assert urlsplit(url).hostname == "api.twilio.com"
        there = urlsplit(url)._replace(scheme=self._base.scheme, netloc=self._base.netloc).geturl()
        return super().request(method, there, *args, **kwargs)


class Live:
    """The simulator behind uvicorn in a thread."""

    def __init__(self, settings: Settings) -> None:
        listener = socket.socket()
        listener.bind(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        app = create_app(settings)
        self.world: World = app.state.world
        self._server = uvicorn.Server(uvicorn.Config(app, log_level="critical", access_log=False))
        self._thread = threading.Thread(target=self._server.run, args=([listener],), daemon=True)
        self._thread.start()
        self._listener = listener
        wait(lambda: self._server.started)
        self.http = httpx.Client(base_url=self.url, trust_env=False)
        self._twilio = Redirected(self.url)
        self.sdk = Client(ACCOUNT, TOKEN, http_client=self._twilio)

    def close(self) -> None:
        self.http.close()
        self._twilio.session.close()
        self._server.should_exit = True
        self._thread.join()
        self._listener.close()


def wait(condition: Callable[[], object]) -> None:
    """Until it holds, for a thread that starts or stops outside our reach."""
    deadline = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < deadline, "did not happen within ten seconds"
        threading.Event().wait(0.005)
