"""The action server does nothing for who cannot show the bot's secret."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from actions.door import HEADER
from tools.fleet import free_port

ROOT = Path(__file__).resolve().parents[2]
TOKEN = "bot-token"
CALL = {"next_action": "action_nobody_knows", "tracker": {}, "domain": {}}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """The server as it is started in earnest."""
    port = free_port()
    env = {
        "PATH": os.environ.get("PATH", ""),
        "ARREARS_DATABASE_URL": f"sqlite:///{tmp_path_factory.mktemp('actions')}/arrears.db",
        "ARREARS_DATA_KEYS": "MDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDA=",
        "ARREARS_INDEX_KEY": "index",
        "ARREARS_BOT_TOKEN": TOKEN,
        "ARREARS_LINK_KEY": "link-key",
        "ARREARS_TWILIO_ACCOUNT_SID": "AC" + "0" * 32,
        "ARREARS_TWILIO_AUTH_TOKEN": "twilio-token",
        "ARREARS_TWILIO_FROM": "+12125550100",
        "ARREARS_LENDER_GATEWAY_SECRET": "gateway-secret",
        "ARREARS_ACTIONS_PORT": str(port),
    }
    started = subprocess.Popen([sys.executable, "-m", "actions"], cwd=ROOT, env=env)
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", trust_env=False) as client:
        _wait(client)
        yield client
    started.terminate()
    started.wait(20)


def _wait(client: httpx.Client) -> None:
    deadline = time.monotonic() + 60
    while True:
        try:
            client.get("/health")
        except httpx.TransportError:
            assert time.monotonic() < deadline, "the action server did not come up"
            time.sleep(0.05)
        else:
            return


@pytest.mark.parametrize("token", [None, "", "another", TOKEN + "x"])
@pytest.mark.parametrize(("method", "path"), [("POST", "/webhook"), ("GET", "/actions")])
def test_a_call_without_the_secret_is_refused(
    server: httpx.Client, method: str, path: str, token: str | None
) -> None:
    headers = {} if token is None else {HEADER: token}
    assert server.request(method, path, json=CALL, headers=headers).status_code == 403


def test_a_call_with_the_secret_reaches_the_actions(server: httpx.Client) -> None:
    assert server.post("/webhook", json=CALL, headers={HEADER: TOKEN}).status_code == 404


def test_a_sign_of_life_needs_no_secret(server: httpx.Client) -> None:
    assert server.get("/health").status_code == 200
