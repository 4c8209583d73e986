"""Starts the action server on loopback: `python -m actions`."""

from __future__ import annotations

import logging
import warnings

from rasa_sdk.endpoint import create_app
from rasa_sdk.executor import ActionExecutor

from actions.base import desk
from actions.door import lock
from arrears.domain.language.script.fold import compile_all
from arrears.serving import log_to_stderr, must_be_free
from arrears.settings import load_settings


def main() -> None:
    """Serve until a signal. The SDK's own command would listen on every interface."""
    log_to_stderr()
    # The SDK warns that Rasa's version differs from its own; it is meant to (ADR 0001).
    warnings.filterwarnings("ignore", message="Your versions of rasa and rasa_sdk")
    logging.getLogger("rasa_sdk").setLevel(logging.ERROR)
    desk()
    compile_all()
    settings = load_settings()
    port = settings.actions_port
    must_be_free(port, "actions")
    executor = ActionExecutor()
    for package in ("actions.answers", "actions.statuses"):
        executor.register_package(package)
    app = create_app(executor, cors_origins=[])
    lock(app, settings.bot_token.get_secret_value())
    app.run(host="127.0.0.1", port=port, single_process=True, access_log=False, motd=False)


if __name__ == "__main__":
    main()
