"""Every environment variable of the application, in one place. Secrets come from nowhere else."""

from __future__ import annotations

from pathlib import Path

from pydantic import SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict


class PolicySettings(BaseSettings):
    """Where the lender's business choices are: all that a command without a database needs to know."""

    # A line of `.env` that is left empty means the default, as `.env.example` says.
    model_config = SettingsConfigDict(
        env_prefix="ARREARS_", env_file=".env", extra="ignore", env_ignore_empty=True
    )

    policy_dir: Path = Path("policy")


class BotSettings(PolicySettings):
    """Where intents are read: all that a command without a database needs to know of the bot."""

    bot_url: str = "http://127.0.0.1:5005"
    bot_token: SecretStr | None = None
    bot_dir: Path = Path("bot")


class Settings(BotSettings):
    """What the environment says; `.env.example` documents each name.

    Raises: ValidationError naming the variables that are missing or malformed.
    """

    database_url: str = "sqlite:///var/arrears.db"
    data_keys: SecretStr
    index_key: SecretStr
    public_url: str = "http://127.0.0.1:8000"
    link_key: SecretStr
    sandbox_payments: bool = False
    gateway_port: int = 8000
    console_port: int = 8001
    actions_port: int = 5055
    clock_url: str | None = None
    tick_seconds: float = 30.0
    bot_token: SecretStr
    twilio_account_sid: str
    twilio_auth_token: SecretStr
    twilio_from: str
    twilio_api_base_url: str | None = None
    twilio_pay_connector: str | None = None
    lender_gateway_url: str = "http://127.0.0.1:8100/lender-gateway/messages"
    lender_gateway_secret: SecretStr
    evidence_key: SecretStr | None = None
    evidence_dir: Path | None = None


class SettingsError(RuntimeError):
    """The environment lacks a variable or has a malformed one; every one is named, and no value shown."""

    def __init__(self, wrong: ValidationError) -> None:
        named = [f"ARREARS_{'_'.join(map(str, e['loc'])).upper()}: {e['msg']}" for e in wrong.errors()]
        super().__init__("; ".join(named) + " (see .env.example)")


def load_settings() -> Settings:
    """The settings of this process's environment. Raises: SettingsError."""
    try:
        return Settings()  # type: ignore[call-arg]  # the environment fills what has no default
    except ValidationError as wrong:
        raise SettingsError(wrong) from None
