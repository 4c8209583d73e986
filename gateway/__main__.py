"""Starts the gateway: `python -m gateway`."""

from threading import Thread

from arrears.bootstrap import app_or_exit
from arrears.domain.language.script.fold import compile_all
from arrears.serving import log_to_stderr, serve
from gateway.app import make_app

if __name__ == "__main__":
    log_to_stderr()
    app = app_or_exit("gateway")
    Thread(target=compile_all, daemon=True).start()
    serve(make_app(app), app.settings.gateway_port, "gateway")
