"""How well the bot's intent model understands, and what that costs, beside a floor and beside Rasa's DIET.

`make bench-understanding` trains each candidate on BANKING77 (all of it, and 10 texts an intent, three draws)
and on CLINC150 with its out-of-scope texts, and reads the validation one text at a time on one thread. DIET
runs on the whole BANKING77, within `--diet-minutes`. It runs under the island's interpreter and measures the
island alone.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shlex
import shutil
import subprocess
import sys
import time
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks.understanding import data, report
from benchmarks.understanding.candidates import NAMES, TITLES
from benchmarks.understanding.worker import Job

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared" / "data" / "nlu"
OUT = ROOT / "var" / "bench-understanding"


def main() -> int:
    chosen = arguments()
    lacking = data.missing(chosen.data, chosen.tasks)
    if lacking:
        print(f"skipped: {chosen.data} has no {', '.join(lacking)}; name the folder with --data")
        return 0
    chosen.out.mkdir(parents=True, exist_ok=True)
    facts = about(chosen)
    runs: list[dict[str, Any]] = []
    planned = jobs(chosen)
    for number, job in enumerate(planned, 1):
        print(
            f"== {number} of {len(planned)}: {job.task}, {TITLES[job.candidate]}, draw {job.draw + 1}",
            flush=True,
        )
        try:
            runs.append(run(job, chosen))
        except subprocess.CalledProcessError as error:
            print(f"the step failed ({error}); its words end:\n{error.output}", file=sys.stderr)
            return 1
        words = report.write(chosen.out, facts, runs)
    report.plot(chosen.out, runs, chosen.sample)
    print(f"\n{words}\nwritten to {chosen.out}: understanding.json, understanding.md, understanding.png")
    return 0


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="benchmarks.understanding",
        description=__doc__,
        formatter_class=argparse.RawTextHelpFormatter,
    )
    parser.add_argument("--data", type=Path, default=DATA, help="folder with banking77/ and clinc150/")
    parser.add_argument("--out", type=Path, default=OUT, help="where the results and the models go")
    parser.add_argument("--tasks", nargs="+", choices=list(data.FILES), default=list(data.FILES))
    parser.add_argument("--candidates", nargs="+", choices=NAMES, default=list(NAMES))
    parser.add_argument("--diet-tasks", nargs="+", choices=list(data.FILES), default=["banking77"])
    parser.add_argument("--sample", type=int, help="so many texts only: a trial whose figures say nothing")
    parser.add_argument(
        "--reuse", action="store_true", help="measure again what --out has trained the same way"
    )
    parser.add_argument("--training-threads", type=int, default=2)
    parser.add_argument("--epochs", type=int, default=6, help="of the component")
    parser.add_argument("--learning-rate", type=float, default=1e-4, help="of the component")
    parser.add_argument("--ngram-share", type=float, default=0.3, help="of the component's n-grams")
    parser.add_argument(
        "--full-precision", action="store_true", help="serve the component's encoder in 32 bits"
    )
    parser.add_argument("--diet-minutes", type=float, default=20.0, help="of training, at most")
    parser.add_argument("--diet-epochs", type=int, default=300, help="at most; Rasa's default")
    parser.add_argument("--in-scope-goal", type=float, default=0.96)
    return parser.parse_args()


def jobs(chosen: argparse.Namespace) -> list[Job]:
    """In the order of the tasks."""
    folder = str(chosen.data.resolve())
    return [
        Job(folder, task, draw, chosen.sample, name, options(chosen, name), chosen.in_scope_goal)
        for task in chosen.tasks
        for name in chosen.candidates
        if name != "diet" or task in chosen.diet_tasks
        for draw in data.draws(task)
    ]


def options(chosen: argparse.Namespace, name: str) -> dict[str, Any]:
    """What this candidate's training is told."""
    told = {
        "component": {
            "epochs": chosen.epochs,
            "learning_rate": chosen.learning_rate,
            "ngram_share": chosen.ngram_share,
            "eight_bit": not chosen.full_precision,
        },
        "tfidf": {},
        "diet": {"minutes": chosen.diet_minutes, "epochs": chosen.diet_epochs},
    }
    return told[name]


def run(job: Job, chosen: argparse.Namespace) -> dict[str, Any]:
    """Train and measure, each in its process. Raises: CalledProcessError."""
    folder = chosen.out / "work" / f"{job.task}-{job.candidate}-{job.draw + 1}"
    if not (chosen.reuse and trained(folder, job)):
        shutil.rmtree(folder, ignore_errors=True)
        (folder / "model").mkdir(parents=True)
        job.write(folder)
        _step("train", folder, chosen.training_threads)
    job.write(folder)
    _step("measure", folder, 1)
    found = [
        json.loads((folder / f"{step}.json").read_text(encoding="utf-8")) for step in ("train", "measure")
    ]
    return {"task": job.task, "candidate": job.candidate, "draw": job.draw + 1, **found[0], **found[1]}


def trained(folder: Path, job: Job) -> bool:
    """Whether the folder holds what this job would train."""
    if not (folder / "train.json").exists():
        return False
    return replace(Job.read(folder), in_scope_goal=job.in_scope_goal) == job


def _step(step: str, folder: Path, threads: int) -> None:
    names = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
    names += ("TF_NUM_INTRAOP_THREADS", "TF_NUM_INTEROP_THREADS")
    quiet = {
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
        "CUDA_VISIBLE_DEVICES": "-1",
    }
    path = os.pathsep.join((str(ROOT), str(ROOT / "bot")))
    env = os.environ | quiet | dict.fromkeys(names, str(threads)) | {"PYTHONPATH": path}
    command = [sys.executable, "-m", "benchmarks.understanding.worker", step, str(folder)]
    began, log = time.monotonic(), folder / f"{step}.log"
    print(f"-- {step} on {threads} thread{'s' * (threads > 1)}", flush=True)
    with log.open("w", encoding="utf-8") as errors:
        done = subprocess.run(command, env=env, stderr=errors, check=False)
    if done.returncode != 0:
        raise subprocess.CalledProcessError(done.returncode, command, log.read_text(encoding="utf-8")[-3000:])
    print(f"-- {step} took {time.monotonic() - began:.0f} s", flush=True)


def about(chosen: argparse.Namespace) -> dict[str, Any]:
    """What is needed to run it again and to judge its figures."""
    return {
        "at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        "command": f"make bench-understanding ARGS={shlex.quote(shlex.join(sys.argv[1:]))}",
        "machine": {
            "processor": _processor(),
            "cpus": os.cpu_count(),
            "load_1min_at_start": round(os.getloadavg()[0], 2),
            "python": platform.python_version(),
            **{
                name: version(name) for name in ("rasa", "tensorflow", "scikit-learn", "onnxruntime", "numpy")
            },
        },
        "commit": _commit(),
        "data": data.fingerprints(chosen.data, chosen.tasks),
        "settings": {key: str(v) if isinstance(v, Path) else v for key, v in vars(chosen).items()},
    }


def _processor() -> str:
    facts = Path("/proc/cpuinfo")
    lines = facts.read_text(encoding="utf-8").splitlines() if facts.exists() else []
    named = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return f"{named[0]}, {platform.machine()}" if named else platform.machine()


def _commit() -> str:
    """Of the checkout, with a plus when files are changed."""
    said = subprocess.run(
        ["git", "describe", "--always", "--abbrev=12", "--dirty=+"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return said.stdout.strip() or "unknown"


if __name__ == "__main__":
    sys.exit(main())
