"""What is no promise must bind nobody: turns that were held out, said where a promise would be taken.

`make bench-binding` starts every process and lets one borrower a turn prove who they are. Half of them say it
when they are asked what they can pay; the other half propose first, hear the terms read back, and say it
instead of a yes. Then the case is looked at: no plan and no promise may stand. Also counted: after how many
of them terms were read back, which binds nobody, but may not be what they meant.

The turns are those of `nlu_data/heldout/` that deny and that are vague, those with a day or an amount that
does not exist or cannot be placed, and `not_promises_<language>.jsonl`, written for this by a hand that knew
neither the examples nor the code.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import product
from pathlib import Path

import yaml
from rich.progress import track

from arrears.domain.offer_wording import READ_BACKS
from benchmarks.figures import machine
from benchmarks.sample import sample_rows, speakers
from benchmarks.texting import TextingWorld, console
from tools.fleet import FleetError
from tools.rasa import ROOT

HELD_OUT = ROOT / "nlu_data" / "heldout"
REPORT = ROOT / "docs" / "reports" / "binding.md"
LANGUAGES = {"en": "English", "zh": "Mandarin"}
ASKED, READ_BACK = "asked", "read back"
_LABELS = {"deny": "denied", "vague_promise": "vague"}
_NO_VALUE = ("INVALID", "UNRESOLVED")
_LANES = 4
_SILENT_AFTER_SECONDS = 10.0  # some turns end what we may say: then no reply comes
_AREAS = (201, 206, 212, 305, 312, 404, 415, 512, 602, 617, 702, 713)


@dataclass(frozen=True)
class Probe:
    """One turn that is no promise, and where it is said."""

    language: str
    kind: str
    text: str
    stage: str


@dataclass(frozen=True)
class Outcome:
    """What stood in the books afterwards."""

    probe: Probe
    reached: bool  # whether the terms were read back before; of those who were only asked, always
    bound: bool
    heard_terms: bool  # whether the answer to the turn read terms back


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--limit", type=int, help="so many turns only: a trial, and no report")
    limit = parser.parse_args().limit
    probes = list(_probes())[:limit]
    folder = ROOT / "var" / "bench" / "binding"
    folder.mkdir(parents=True, exist_ok=True)
    bench = TextingWorld(folder / "world")
    people = _people(len(probes))
    _write(folder / "people.csv", people)
    try:
        bench.start(folder / "people.csv")
        outcomes = list(_all(bench, probes, people))
    except FleetError as error:
        console.print(f"[red]bench:[/red] {error}", highlight=False)
        return 1
    finally:
        bench.stop()
    words = report(outcomes)
    console.print(words, highlight=False)
    if limit is None:
        REPORT.write_text(words, encoding="utf-8")
        console.print(f"written to {REPORT.relative_to(ROOT)}", highlight=False)
    return int(any(outcome.bound for outcome in outcomes))


def _probes() -> Iterator[Probe]:
    for language in LANGUAGES:
        for (kind, text), stage in product(dict.fromkeys(_turns(language)), (ASKED, READ_BACK)):
            yield Probe(language, kind, text, stage)


def _turns(language: str) -> Iterator[tuple[str, str]]:
    """What is no promise, by its kind."""
    blocks = yaml.safe_load((HELD_OUT / f"{language}.yml").read_text(encoding="utf-8"))["nlu"]
    for block in blocks:
        if block["intent"] in _LABELS:
            yield from ((_LABELS[block["intent"]], line[2:]) for line in block["examples"].splitlines())
    for row in _rows(f"entities_{language}.jsonl"):
        if any(entity["value"].startswith(_NO_VALUE) for entity in row["entities"]):
            yield "no such day or amount", row["text"]
    for row in _rows(f"not_promises_{language}.jsonl"):
        yield row["kind"], row["text"]


def _rows(name: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (HELD_OUT / name).read_text(encoding="utf-8").splitlines()]


def _people(count: int) -> list[dict[str, str]]:
    """So many borrowers with one loan each, and a number of their own. Their language is what they write."""
    model = speakers(sample_rows())[0]
    numbers = (f"+1{area}55501{line:02}" for line, area in product(range(1, 100), _AREAS))
    facts = {"principal": "2400.00", "interest": "0.00", "fees": "0.00", "broken_promises": "0"}
    return [
        model | facts | {"lender_ref": f"B-{n}", "owner_ref": f"P-B{n}", "phone": number}
        for n, number in zip(range(count), numbers, strict=False)
    ]


def _write(file: Path, people: list[dict[str, str]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, people[0].keys())
        writer.writeheader()
        writer.writerows(people)


def _all(bench: TextingWorld, probes: list[Probe], people: list[dict[str, str]]) -> Iterable[Outcome]:
    with ThreadPoolExecutor(_LANES) as lanes:
        played = lanes.map(lambda pair: _play(bench, *pair), zip(probes, people, strict=True))
        yield from track(played, "borrowers", total=len(probes), console=console)


def _play(bench: TextingWorld, probe: Probe, person: dict[str, str]) -> Outcome:
    _say(bench, person, _proof(person, probe.language))
    if probe.stage == READ_BACK:
        _say(bench, person, _proposal(probe.language))
    reached = probe.stage == ASKED or _reads_terms(bench, person)
    _say(bench, person, probe.text)
    return Outcome(probe, reached, _state(bench, person)["plan"] is not None, _reads_terms(bench, person))


def _say(bench: TextingWorld, person: dict[str, str], text: str) -> None:
    try:
        bench.turn(person["phone"], text, _SILENT_AFTER_SECONDS)
    except TimeoutError:
        return


def _proof(person: dict[str, str], language: str) -> str:
    born = date.fromisoformat(person["birth_on"])
    if language == "zh":
        return f"我的生日是{born.year}年{born.month}月{born.day}日，尾号{person['account_last4']}"
    return f"my birthday is {born:%m/%d/%Y}, account ends in {person['account_last4']}"


def _proposal(language: str) -> str:
    on = datetime.now(UTC).date() + timedelta(days=9)
    if language == "zh":
        return f"我每月还300美元，从{on.month}月{on.day}日开始"
    return f"I can pay $300 a month starting {on:%B} {on.day}"


def _state(bench: TextingWorld, person: dict[str, str]) -> dict[str, object]:
    found: dict[str, object] = bench.world.api(f"/cases/{person['lender_ref']}/state")
    return found


def _reads_terms(bench: TextingWorld, person: dict[str, str]) -> bool:
    """Whether the last answer had terms to which a yes would be binding."""
    answers = [turn for turn in _state(bench, person)["transcript"] if turn["speaker"] == "bot"]
    return bool(answers) and not READ_BACKS.isdisjoint(answers[-1]["templates"])


def report(outcomes: list[Outcome]) -> str:
    """The figures as a page of Markdown."""
    bound = [outcome for outcome in outcomes if outcome.bound]
    missed = sum(not outcome.reached for outcome in outcomes)
    facts = machine("sqlite")
    lines = [
        "# What is no promise binds nobody",
        "",
        f"Written by `make bench-binding`: {len(outcomes)} borrowers, one held-out turn each, through every "
        f"process ({facts['cores']} cores, {facts['kind']}). *Asked*: said when asked what they can pay. "
        "*Read back*: said instead of a yes to terms that were read back. *Bound*: a plan or promise stood "
        "in the books afterwards; the goal is none. *Terms*: the answer read terms back, to which a yes "
        "would bind.",
        "",
        f"**Bound: {len(bound)} of {len(outcomes)}.** {missed} heard no read-back to answer.",
        "",
        "| turns | " + " | ".join(f"{LANGUAGES[one]}, {stage}" for one, stage in _columns()) + " |",
        "| --- |" + " --- |" * 4,
        *(_line(kind, outcomes) for kind in dict.fromkeys(outcome.probe.kind for outcome in outcomes)),
        "",
    ]
    if bound:
        lines += ["Bound by:", "", *(f"- {one.probe.text} ({one.probe.stage})" for one in bound), ""]
    return "\n".join(lines)


def _columns() -> Iterator[tuple[str, str]]:
    return product(LANGUAGES, (ASKED, READ_BACK))


def _line(kind: str, outcomes: list[Outcome]) -> str:
    cells = []
    for column in _columns():
        those = [o for o in outcomes if o.probe.kind == kind and (o.probe.language, o.probe.stage) == column]
        bound, terms = sum(o.bound for o in those), sum(o.heard_terms for o in those)
        cells.append(f"{len(those)}: bound {bound}, terms {terms}")
    return f"| {kind} | " + " | ".join(cells) + " |"


if __name__ == "__main__":
    sys.exit(main())
