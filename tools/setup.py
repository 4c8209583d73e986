"""Makes both environments from their lock files. Needs nothing but Python 3.8 or newer; safe to repeat.

uv is put into a private virtual environment when it is not on the PATH, so that an externally managed
Python is no obstacle. Where Python has neither venv nor pip, uv's wheel is fetched and unpacked.
"""

from __future__ import annotations

import io
import json
import os
import platform
import shutil
import subprocess
import sys
import time
import urllib.request
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ROOT / ".tools"


def main() -> int:
    started = time.monotonic()
    print("== setting up (both environments come from their lock files) ==", flush=True)
    try:
        uv = find_uv()
        sync(uv, ROOT, "application, Python 3.12")
        sync(uv, ROOT / "bot", "Rasa island, Python 3.10")
    except SetupError as error:
        print(f"\nset-up failed: {error}", file=sys.stderr)
        return 1
    print(f"== set up in {time.monotonic() - started:.0f} s ==", flush=True)
    return 0


class SetupError(Exception):
    """Something this script cannot mend; the message says what the reader can do."""


def find_uv() -> str:
    """The path of a uv that works: from the PATH, from an earlier run, or made now."""
    private = TOOLS / "bin" / "uv"
    for candidate in (shutil.which("uv"), str(private)):
        if candidate and works(candidate):
            return candidate
    print(f"-- putting uv into {TOOLS.name}/", flush=True)
    for make in (from_venv, from_wheel):
        make()
        if works(str(private)):
            return str(private)
    raise SetupError("uv could not be installed; install it from https://docs.astral.sh/uv and try again")


def works(uv: str) -> bool:
    try:
        return (
            subprocess.run([uv, "--version"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
            == 0
        )
    except OSError:
        return False


def from_venv() -> None:
    """The usual way: a virtual environment of our own, and pip in it."""
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    if subprocess.run([sys.executable, "-m", "venv", str(TOOLS)], **quiet).returncode == 0:
        subprocess.run([str(TOOLS / "bin" / "python"), "-m", "pip", "install", "--quiet", "uv"])


def from_wheel() -> None:
    """Without venv or pip: the wheel holds the program itself."""
    machine = platform.machine()
    with urllib.request.urlopen("https://pypi.org/pypi/uv/json", timeout=60) as answer:
        files = json.load(answer)["urls"]
    fitting = [f["url"] for f in files if "manylinux" in f["filename"] and machine in f["filename"]]
    if sys.platform == "darwin":
        fitting = [f["url"] for f in files if "macosx" in f["filename"] and machine in f["filename"]]
    if not fitting:
        return
    with urllib.request.urlopen(fitting[0], timeout=300) as answer:
        wheel = zipfile.ZipFile(io.BytesIO(answer.read()))
    program = next(name for name in wheel.namelist() if name.endswith("scripts/uv"))
    target = TOOLS / "bin" / "uv"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(wheel.read(program))
    target.chmod(0o755)


def sync(uv: str, folder: Path, what: str) -> None:
    """Bring one environment to its lock file; instant when it is there already."""
    print(f"-- {what}", flush=True)
    environment = dict(os.environ)
    environment.pop("VIRTUAL_ENV", None)
    # A registry of this machine must not rewrite the lock file: it is used as it stands.
    done = subprocess.run([uv, "sync", "--locked", "--quiet"], cwd=str(folder), env=environment)
    if done.returncode != 0:
        raise SetupError(f"`uv sync --locked` failed in {folder.name}; its words are above")


if __name__ == "__main__":
    sys.exit(main())
