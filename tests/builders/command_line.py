"""Commands as they are typed: the environment they run in, and how they end."""

from __future__ import annotations

from dataclasses import dataclass

from tests.builders.store import ROOT

ENVIRONMENT = {
    "ARREARS_DATA_KEYS": "MDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDA=",
    "ARREARS_INDEX_KEY": "index",
    "ARREARS_BOT_TOKEN": "bot-token",
    "ARREARS_LINK_KEY": "link-key",
    "ARREARS_TWILIO_ACCOUNT_SID": "AC" + "0" * 32,
    "ARREARS_TWILIO_AUTH_TOKEN": "twilio-token",
    "ARREARS_TWILIO_FROM": "+12125550100",
    "ARREARS_LENDER_GATEWAY_SECRET": "gateway-secret",
    "ARREARS_POLICY_DIR": str(ROOT / "policy"),
    "COLUMNS": "200",
}


@dataclass(frozen=True)
class Typed:
    """What a command said, and how it ended."""

    status: int
    out: str
    err: str


def fails_in_one_line(typed: Typed, words: str) -> None:
    """The command failed, and said why in one line."""
    assert typed.status != 0
    assert typed.err.startswith("arrears: ")
    assert typed.err.count("\n") == 1, typed.err
    assert words in typed.err
    assert "Traceback" not in typed.out + typed.err
