"""Runs the Rasa server alone, with the environment of `.env`."""

from __future__ import annotations

import os
import subprocess
import sys

from tools.rasa import ROOT, environment, run_command


def main() -> int:
    values = dict(os.environ)
    for line in (ROOT / ".env").read_text(encoding="utf-8").splitlines() if (ROOT / ".env").exists() else ():
        name, _, value = line.partition("=")
        values.setdefault(name.strip(), value.strip())
    token = values.get("ARREARS_BOT_TOKEN", "")
    actions = values.get("ACTIONS_URL", "http://127.0.0.1:5055/webhook")
    env = environment(ARREARS_BOT_TOKEN=token, ACTIONS_URL=actions)
    return subprocess.run(run_command(5005), cwd=ROOT, env=env, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
