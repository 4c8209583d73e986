"""Linters and types, one after the other; stops at the first that objects."""

from __future__ import annotations

import subprocess
import sys

CHECKS = (
    ("ruff", ["ruff", "check", "-q", "."]),
    ("ruff format", ["ruff", "format", "--check", "-q", "."]),
    ("mypy --strict", ["mypy", "--no-error-summary"]),
    ("import-linter", ["lint-imports", "--no-logo"]),
)


def main() -> int:
    for name, command in CHECKS:
        print(f"-- {name}", flush=True)
        done = subprocess.run([f".venv/bin/{command[0]}", *command[1:]], check=False)
        if done.returncode != 0:
            return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
