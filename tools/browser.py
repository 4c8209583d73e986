"""Finds a chromium for the browser tests, or fetches Debian's where it may; else says that it cannot."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""How the tests start it: it calls nobody, and works in a container without a screen."""


def find() -> str | None:
    """The path of a chromium: ARREARS_TEST_CHROMIUM, or the first on the PATH."""
    return os.environ.get("ARREARS_TEST_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


def main() -> int:
    if find() is None and os.geteuid() == 0 and shutil.which("apt-get"):
        print("-- fetching chromium for the browser tests", flush=True)
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "check": False}
        subprocess.run(["apt-get", "update", "-q"], **quiet)
        install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", "chromium", "fonts-noto-cjk"]
        subprocess.run(install, env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"}, **quiet)
    if find() is None:
        print(
            "-- no chromium found: the browser tests will be skipped (set ARREARS_TEST_CHROMIUM)", flush=True
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
