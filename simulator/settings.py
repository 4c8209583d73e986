"""What the environment says about one simulator."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

_ACCOUNT_SID = re.compile(r"AC[0-9a-fA-F]{32}")


class SettingsError(ValueError):
    """An environment variable that cannot be used; the text names it and says what to write."""


@dataclass(frozen=True, slots=True)
class Settings:
    """One simulator's configuration."""

    port: int = 8100
    account_sid: str = "AC" + "0" * 32
    auth_token: str = "simulated-auth-token"  # noqa: S105 (opens nothing but the simulator)
    inbound_sms_url: str = "http://127.0.0.1:8000/twilio/sms"
    gateway_secret: str = "simulated-gateway-secret"  # noqa: S105 (the same)
    lender_inbound_url: str = "http://127.0.0.1:8000/lender-gateway/inbound"
    clock_start: datetime = datetime(2026, 3, 2, 14, tzinfo=UTC)
    product_number: str = "+15005550006"
    opt_out_type: bool = False
    voice_url: str = "http://127.0.0.1:8000/twilio/voice/inbound"
    voice_status_url: str = ""
    public_url: str = ""
    api_url: str = "http://127.0.0.1:8100"
    latin_per_s: float = 14.0
    chinese_per_s: float = 5.0

    @property
    def lender_sender(self) -> str:
        """What a phone in mainland China shows as the sender of the lender's gateway."""
        return "lender"


def from_environment(environment: Mapping[str, str] = os.environ) -> Settings:
    """Read every SIMULATOR_ variable. Raises: SettingsError."""
    default = Settings()

    def text(name: str, fallback: str) -> str:
        return environment.get(f"SIMULATOR_{name}", "").strip() or fallback

    return Settings(
        port=_port(text("PORT", str(default.port))),
        account_sid=_account_sid(text("ACCOUNT_SID", default.account_sid)),
        auth_token=text("AUTH_TOKEN", default.auth_token),
        inbound_sms_url=text("INBOUND_SMS_URL", default.inbound_sms_url),
        gateway_secret=text("GATEWAY_SECRET", default.gateway_secret),
        lender_inbound_url=text("LENDER_INBOUND_URL", default.lender_inbound_url),
        clock_start=_instant(text("CLOCK_START", default.clock_start.isoformat())),
        product_number=text("PRODUCT_NUMBER", default.product_number),
        opt_out_type=text("OPT_OUT_TYPE", "false").lower() in {"1", "true", "yes"},
        voice_url=text("VOICE_URL", default.voice_url),
        voice_status_url=text("VOICE_STATUS_URL", default.voice_status_url),
        public_url=text("PUBLIC_URL", default.public_url),
        api_url=text("API_URL", f"http://127.0.0.1:{text('PORT', str(default.port))}").rstrip("/"),
        latin_per_s=_pace("LATIN_PER_S", text("LATIN_PER_S", str(default.latin_per_s))),
        chinese_per_s=_pace("CHINESE_PER_S", text("CHINESE_PER_S", str(default.chinese_per_s))),
    )


def _port(value: str) -> int:
    if value.isdigit() and 0 < int(value) < 65536:
        return int(value)
    raise SettingsError("SIMULATOR_PORT must be a number from 1 to 65535")


def _account_sid(value: str) -> str:
    if _ACCOUNT_SID.fullmatch(value):
        return value
    raise SettingsError("SIMULATOR_ACCOUNT_SID must be AC followed by 32 hexadecimal digits")


def _pace(name: str, value: str) -> float:
    try:
        pace = float(value)
    except ValueError:
        pace = 0.0
    if 0 < pace < float("inf"):
        return pace
    raise SettingsError(f"SIMULATOR_{name} must be a number of characters a second above 0")


def _instant(value: str) -> datetime:
    try:
        parsed = datetime.fromisoformat(value)
    except ValueError:
        raise SettingsError("SIMULATOR_CLOCK_START must be an ISO instant: 2026-03-02T14:00:00Z") from None
    if parsed.tzinfo is None:
        raise SettingsError("SIMULATOR_CLOCK_START needs a zone: 2026-03-02T14:00:00Z")
    return parsed.astimezone(UTC)
