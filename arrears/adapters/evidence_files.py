"""Evidence on disk: readable by its owner alone, and written whole or not at all."""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def write_private(path: Path, text: str) -> None:
    """Write the file in the place of any that is there. Raises: OSError."""
    _part(path, text).replace(path)


def write_once(path: Path, text: str) -> bool:
    """Write the file unless there is one; False when there is, also when another process is first.

    Raises: OSError.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    part = _part(path, text)
    try:
        path.hardlink_to(part)
    except FileExistsError:
        return False
    finally:
        part.unlink()
    return True


def _part(path: Path, text: str) -> Path:
    """The whole text beside the path, under a name that nobody else uses, on the disk."""
    part = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    opened = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(opened, "w", encoding="utf-8", newline="") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    return part
