"""Ed25519 signatures under evidence files. Source: RFC 8032."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

ALGORITHM = "ed25519"
KEY_BYTES = 32


class EvidenceKeyError(ValueError):
    """A key is not the base64 of 32 bytes."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is not {KEY_BYTES} bytes in base64; `arrears evidence keygen` makes one")


class EvidenceSigner:
    """Signs with one private key."""

    def __init__(self, seed: str) -> None:
        """Take the base64 of the 32-byte seed. Raises: EvidenceKeyError."""
        self._key = Ed25519PrivateKey.from_private_bytes(_bytes_of(seed, "ARREARS_EVIDENCE_KEY"))

    @property
    def public_key(self) -> str:
        """The public key, in base64: what a reader must have from elsewhere."""
        return base64.b64encode(self._key.public_key().public_bytes_raw()).decode()

    def __call__(self, message: bytes) -> dict[str, str]:
        """The signature as it stands in a file."""
        value = base64.b64encode(self._key.sign(message)).decode()
        return {"algorithm": ALGORITHM, "public_key": self.public_key, "value": value}


def new_key_pair() -> tuple[str, str]:
    """A fresh private and public key, each in base64."""
    key = Ed25519PrivateKey.generate()
    seed = base64.b64encode(key.private_bytes_raw()).decode()
    return seed, EvidenceSigner(seed).public_key


def signature_holds(message: bytes, signature: Mapping[str, str], trusted: str) -> bool:
    """Whether the trusted public key (base64) has signed the message.

    The key that a file names is not believed: a forger names their own. Raises: EvidenceKeyError.
    """
    key = Ed25519PublicKey.from_public_bytes(_bytes_of(trusted, "the public key"))
    try:
        key.verify(base64.b64decode(signature["value"], validate=True), message)
    except (InvalidSignature, binascii.Error, KeyError, TypeError):
        return False
    return signature.get("algorithm") == ALGORITHM and signature.get("public_key") == trusted


def _bytes_of(key: str, name: str) -> bytes:
    try:
        raw = base64.b64decode(key, validate=True)
    except (binascii.Error, ValueError):
        raise EvidenceKeyError(name) from None
    if len(raw) != KEY_BYTES:
        raise EvidenceKeyError(name)
    return raw
