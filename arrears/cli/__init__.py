"""The command line: `arrears COMMAND`. One module per group of commands."""

from __future__ import annotations

import sys

from arrears.cli import (
    administration,
    cases,
    compliance,
    evidence,
    journey,
    pages,
    portfolio,
    understanding,
)
from arrears.cli.app import app
from arrears.cli.errors import EXPECTED
from arrears.store import DatabaseError, failure_kind

__all__ = [
    "administration",
    "app",
    "cases",
    "compliance",
    "evidence",
    "journey",
    "main",
    "pages",
    "portfolio",
    "understanding",
]


def main() -> None:
    """Run a command; an expected failure is one line on standard error and a non-zero status."""
    try:
        app()
    except EXPECTED as error:
        sys.stderr.write(f"arrears: {error}\n")
        raise SystemExit(1) from None
    except DatabaseError as error:
        kind = failure_kind(error)
        sys.stderr.write(
            f"arrears: the database failed ({kind}); is it there, and after `arrears migrate`?\n"
        )
        raise SystemExit(1) from None
