"""Runs the console: `python -m console`."""

from arrears.bootstrap import app_or_exit
from arrears.serving import log_to_stderr, serve
from console.app import make_app

if __name__ == "__main__":
    log_to_stderr()
    app = app_or_exit("console")
    web = make_app(app.desk, app.messengers, public_url=app.settings.public_url)
    serve(web, app.settings.console_port, "console")
