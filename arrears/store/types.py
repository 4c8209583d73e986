"""Column types: encrypted text with a blind index beside it, aware instants, and JSON without surprises."""

from __future__ import annotations

import hashlib
import hmac
import json
from datetime import UTC, date, datetime
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from sqlalchemy import DateTime, Dialect, LargeBinary, Text
from sqlalchemy.types import TypeDecorator

from arrears.domain.times import require_aware


class UnreadableError(ValueError):
    """A stored value cannot be decrypted: ARREARS_DATA_KEYS lacks the key it was written with."""

    def __init__(self) -> None:
        super().__init__("a stored value cannot be decrypted; is the right key in ARREARS_DATA_KEYS?")


class Cipher:
    """Encrypts personal fields, and makes the keyed index they are looked up by.

    The first key writes, all of them read, so that keys can be rotated. The index key is a different one:
    whoever can look a number up must not thereby be able to read it.
    """

    def __init__(self, data_keys: tuple[str, ...], index_key: str) -> None:
        self._fernet = MultiFernet([Fernet(key) for key in data_keys])
        self._index_key = index_key.encode()

    def seal(self, plain: str) -> str:
        """The text, encrypted and authenticated."""
        return self._fernet.encrypt(plain.encode()).decode("ascii")

    def unseal(self, token: str) -> str:
        """The text again. Raises: UnreadableError."""
        try:
            return self._fernet.decrypt(token.encode("ascii")).decode()
        except InvalidToken:
            raise UnreadableError from None

    def seal_bytes(self, plain: bytes) -> bytes:
        """The bytes, encrypted and authenticated."""
        return self._fernet.encrypt(plain)

    def unseal_bytes(self, token: bytes) -> bytes:
        """The bytes again. Raises: UnreadableError."""
        try:
            return self._fernet.decrypt(token)
        except InvalidToken:
            raise UnreadableError from None

    def blind(self, plain: str) -> str:
        """A keyed digest of the text: equal texts have equal digests, and nothing else is told."""
        return hmac.new(self._index_key, plain.encode(), hashlib.sha256).hexdigest()[:40]


def cipher_of(dialect: Dialect) -> Cipher:
    """The cipher of the engine; it hangs on the dialect, the only part of the engine a type ever sees."""
    cipher = getattr(dialect, "arrears_cipher", None)
    if not isinstance(cipher, Cipher):
        raise TypeError("the engine was not made by open_store")
    return cipher


class Encrypted(TypeDecorator[str]):
    """Personal text. Encrypted in the database, plain in Python."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Seal on the way in."""
        return None if value is None else cipher_of(dialect).seal(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> str | None:
        """Unseal on the way out."""
        return None if value is None else cipher_of(dialect).unseal(str(value))


class EncryptedBytes(TypeDecorator[bytes]):
    """Personal bytes, such as a recording."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        """Seal on the way in."""
        return None if value is None else cipher_of(dialect).seal_bytes(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> bytes | None:
        """Unseal on the way out."""
        return None if value is None else cipher_of(dialect).unseal_bytes(bytes(value))


class EncryptedDate(TypeDecorator[date]):
    """A personal calendar date, a birth date above all."""

    impl = Encrypted
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        """ISO text; the type beneath seals it."""
        return None if value is None else value.isoformat()

    def process_result_value(self, value: Any | None, dialect: Dialect) -> date | None:
        """A date again."""
        return None if value is None else date.fromisoformat(str(value))


class Json(TypeDecorator[Any]):
    """JSON as text with sorted keys, the same on both databases."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any | None, dialect: Dialect) -> str | None:
        """Canonical JSON."""
        return None if value is None else canonical_json(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Any | None:
        """Python again."""
        return None if value is None else json.loads(value)


class EncryptedJson(TypeDecorator[Any]):
    """JSON that holds personal data."""

    impl = Encrypted
    cache_ok = True

    def process_bind_param(self, value: Any | None, dialect: Dialect) -> str | None:
        """Canonical JSON; the type beneath seals it."""
        return None if value is None else canonical_json(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Any | None:
        """Python again."""
        return None if value is None else json.loads(value)


class UtcDateTime(TypeDecorator[datetime]):
    """An instant. Refuses naive datetimes, and gives UTC back where SQLite drops the zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """UTC. Raises: NaiveDatetimeError."""
        return None if value is None else require_aware(value).astimezone(UTC)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        """An aware UTC datetime."""
        if not isinstance(value, datetime):
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def canonical_json(value: Any) -> str:
    """One text for one value: sorted keys, no spaces, no ASCII escapes."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
