"""Run the simulator on loopback: python -m simulator."""

from __future__ import annotations

import contextlib
import socket
import sys

import uvicorn

from simulator.app import create_app
from simulator.settings import SettingsError, from_environment

HOST = "127.0.0.1"


def main() -> int:
    """Serve until interrupted; 2 for a wrong setting, 1 when the port is taken."""
    try:
        settings = from_environment()
    except SettingsError as error:
        return _refuse(str(error), 2)
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, settings.port))
        listener.listen(128)
    except OSError as error:
        reason = error.strerror or "unknown reason"
        return _refuse(
            f"cannot listen on {HOST}:{settings.port} ({reason}). "
            "Stop what uses the port, or set SIMULATOR_PORT to another one.",
            1,
        )
    sys.stdout.write(f"simulator: phones at http://{HOST}:{settings.port}/\n")
    sys.stdout.flush()
    # No access log: its lines would carry phone numbers.
    config = uvicorn.Config(create_app(settings), log_level="warning", access_log=False)
    with contextlib.suppress(KeyboardInterrupt):  # raised again by the server once it has stopped
        uvicorn.Server(config).run(sockets=[listener])
    return 0


def _refuse(message: str, code: int) -> int:
    sys.stderr.write(f"simulator: {message}\n")
    return code


if __name__ == "__main__":
    sys.exit(main())
