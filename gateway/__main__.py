"""Starts the gateway: `python -m gateway`."""

from arrears.bootstrap import build_app
from arrears.serving import log_to_stderr, serve
from gateway.app import make_app

if __name__ == "__main__":
    log_to_stderr()
    app = build_app()
    serve(make_app(app), app.settings.gateway_port, "gateway")
