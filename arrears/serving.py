"""How a web process of ours starts: on a loopback port that is free, or with a clear word that it is not."""

from __future__ import annotations

import logging
import socket
import sys
from typing import Any

import uvicorn


def serve(web: Any, port: int, name: str) -> None:
    """Serve on 127.0.0.1 until a signal. Exits with status 2 when the port is taken."""
    must_be_free(port, name)
    # The access log would write query strings and addresses; events are logged by name instead.
    uvicorn.run(web, host="127.0.0.1", port=port, log_level="warning", access_log=False)


def must_be_free(port: int, name: str) -> None:
    """Ends the process with status 2 and a clear word when something listens on the loopback port."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            sys.stderr.write(f"{name}: port {port} is in use; stop what holds it or choose another port\n")
            raise SystemExit(2) from None


_FIELDS = ("message_id", "outreach_id", "tick", "kind", "path", "what")
"""What may stand beside an event's name: ids and kinds, never a number, a name or an utterance."""


class EventFormatter(logging.Formatter):
    """An event's name, and those of its fields that may be shown."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        shown = [f"{name}={record.__dict__[name]}" for name in _FIELDS if name in record.__dict__]
        return " ".join([super().format(record), *shown])


def log_to_stderr() -> None:
    """Event names with their ids; no message carries personal data."""
    handler = logging.StreamHandler()
    handler.setFormatter(EventFormatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler])
    for chatty in ("httpx", "twilio.http_client", "urllib3"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    # A tick that is still running when the next is due is skipped: that is meant, and happens in every demo.
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
