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


def log_to_stderr() -> None:
    """Event names with their ids; no message carries personal data."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    for chatty in ("httpx", "twilio.http_client", "urllib3"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    # A tick that is still running when the next is due is skipped: that is meant, and happens in every demo.
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
