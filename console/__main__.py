"""Runs the console: `python -m console`."""

from __future__ import annotations

import socket
import sys

import uvicorn

from arrears.bootstrap import build_app
from console.app import make_app

HOST = "127.0.0.1"


def main() -> int:
    """Serve until stopped; 1 when the port is taken."""
    app = build_app()
    port = app.settings.console_port
    if not _is_free(port):
        sys.stderr.write(
            f"The console cannot start: port {port} is in use. "
            "Stop what listens there, or set ARREARS_CONSOLE_PORT to another port.\n"
        )
        return 1
    web = make_app(app.desk, app.messengers, public_url=app.settings.public_url)
    uvicorn.run(web, host=HOST, port=port, log_level="warning", access_log=False, server_header=False)
    return 0


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


if __name__ == "__main__":
    sys.exit(main())
