"""Trains the Rasa model and says how long it took.

python -m tools.train [--to-choose]
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time

from tools.rasa import ROOT, environment, train_command


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument(
        "--to-choose", action="store_true", help="a model apart that has not seen the validation turns"
    )
    options = parser.parse_args()
    started = time.monotonic()
    log = ROOT / "var" / "train.log"
    log.parent.mkdir(exist_ok=True)
    with log.open("w", encoding="utf-8") as out:
        command = train_command(to_choose=options.to_choose)
        done = subprocess.run(
            command, cwd=ROOT, env=environment(), stdout=out, stderr=subprocess.STDOUT, check=False
        )
    if done.returncode != 0:
        print(log.read_text(encoding="utf-8")[-3000:], file=sys.stderr)
        print("training failed; the whole log is var/train.log", file=sys.stderr)
        return done.returncode
    print(f"== trained in {time.monotonic() - started:.0f} s ==", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
