"""Believe a webhook of Twilio only when its signature over the raw body holds."""

from __future__ import annotations

from urllib.parse import parse_qsl

from twilio.request_validator import RequestValidator


class Form:
    """The fields of a signed form, empty ones and repeated ones included."""

    def __init__(self, body: bytes) -> None:
        self._pairs = parse_qsl(body.decode("utf-8"), keep_blank_values=True)

    def __iter__(self) -> object:
        return iter(dict.fromkeys(key for key, _ in self._pairs))

    def keys(self) -> list[str]:
        """Every field name once."""
        return list(dict.fromkeys(key for key, _ in self._pairs))

    def getall(self, name: str) -> list[str]:
        """Every value of the field; the name is what the SDK's validator asks for."""
        return [value for key, value in self._pairs if key == name]

    def one(self, name: str) -> str:
        """The field's first value, empty when it is absent."""
        return next(iter(self.getall(name)), "")


def verified_form(auth_token: str, url: str, body: bytes, signature: str | None) -> Form | None:
    """The form when the signature is Twilio's for this URL and body; None otherwise, never an exception.

    The URL is the public one that Twilio was given, from configuration: behind TLS termination the
    request's own may differ.
    """
    if not signature:
        return None
    try:
        form = Form(body)
    except UnicodeDecodeError:
        return None
    return form if RequestValidator(auth_token).validate(url, form, signature) else None


def verified_handshake(auth_token: str, url: str, signature: str | None) -> bool:
    """Whether the handshake of a WebSocket is Twilio's: it signs the public URL alone, without a form."""
    return bool(signature) and bool(RequestValidator(auth_token).validate(url, {}, signature))
