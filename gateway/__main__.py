"""Starts the gateway: `python -m gateway`."""

from arrears.bootstrap import app_or_exit
from arrears.domain.language.script.fold import compile_all
from arrears.serving import log_to_stderr, serve
from gateway.app import make_app

if __name__ == "__main__":
    log_to_stderr()
    app = app_or_exit("gateway")
    compile_all()
    serve(make_app(app), app.settings.gateway_port, "gateway")
