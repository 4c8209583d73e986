"""Commands of compliance: decide, and what a change of the rule packs would alter."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, TextIO

import typer
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from arrears.adapters.decision_documents import (
    DecisionDocumentError,
    Document,
    answer,
    read_document,
    schema,
)
from arrears.adapters.json_documents import Written, json_documents
from arrears.adapters.policy_explanations import load_explanations
from arrears.adapters.policy_packs import load_packs
from arrears.bootstrap import build_app
from arrears.cli.app import app
from arrears.cli.errors import UsageError
from arrears.domain.people import Language
from arrears.services.compare_packs import Altered, altered_decisions, left_out
from arrears.services.record_notice import record_notice
from arrears.settings import PolicySettings
from arrears.store import cases
from arrears.store.notices import NoticeKind

packs_app = typer.Typer(
    no_args_is_help=True, help="The rule packs: which there are, and what a change alters."
)
app.add_typer(packs_app, name="packs")


@app.command()
def decide(
    file: Annotated[
        Path | None,
        typer.Argument(help="JSON: a document, several, or an array; default: standard input"),
    ] = None,
    language: Annotated[Language, typer.Option(help="Language of the explanations")] = Language.EN,
    show_schema: Annotated[
        bool, typer.Option("--schema", help="Print the JSON Schema of a document and stop")
    ] = False,
) -> None:
    """May this contact be made? Takes JSON documents, prints a decision as JSON for each, one a line.

    Needs no database and no settings but ARREARS_POLICY_DIR (default: policy). A document that cannot be
    decided gives an error with its line and fields; the rest goes on, and the exit status is 1.
    """
    if show_schema:
        typer.echo(json.dumps(schema(), indent=2, ensure_ascii=False))
        return
    folder = _policy_dir()
    packs, words = load_packs(folder / "packs"), load_explanations(folder / "explanations")
    failed = False
    count = 0
    for count, written in enumerate(_documents(file), 1):
        try:
            answered = answer(_read(written), packs, words, language)
        except DecisionDocumentError as error:
            failed = True
            answered = {"document": count, "line": written.line, "error": list(error.problems)}
        typer.echo(json.dumps(answered, ensure_ascii=False))
    if count == 0:
        raise UsageError("there is no document to decide; docs/how-to/decide.md has one to start from")
    if failed:
        raise typer.Exit(1)


@app.command()
def notice(
    case: Annotated[str, typer.Argument(help="Our case id, or the lender's loan number")],
    kind: Annotated[NoticeKind, typer.Argument(help="What was sent")],
    on: Annotated[str, typer.Option(help="Day it was sent, or came back, such as 2026-11-25")],
    returned: Annotated[bool, typer.Option("--returned", help="It came back: it was not sent")] = False,
    by: Annotated[str, typer.Option(help="Who says so, as the evidence will")] = "lender",
) -> None:
    """Record a notice that the lender's mail house has sent, or got back; it becomes evidence.

    A verification does not end a dispute by itself: a person clears it in the console.
    """
    day, world = _day(on), build_app()
    if not 0 < len(by.strip()) <= LONGEST_NAME:
        raise UsageError(f"--by: write 1 to {LONGEST_NAME} characters")
    with world.desk.store.read() as tx:
        found = cases.find_case_anywhere(tx, case)
    if found is None:
        raise UsageError("no single case has this id or loan number")
    new = record_notice(world.desk, found.id, kind, day, by=by.strip(), returned=returned)
    what = f"{kind} notice, {'came back' if returned else 'sent'} {day}"
    typer.echo(f"{what}: recorded" if new else f"{what}: known already")


LONGEST_NAME = 80
"""Characters of who says that a notice was sent."""


@packs_app.command("list")
def list_packs() -> None:
    """Every pack in its versions, and from when to when it is in force."""
    table = Table("pack", "version", "from", "to", "rules")
    for pack in load_packs(_policy_dir() / "packs").packs:
        rules = {rule.id for rule in pack.rules.contact} | {rule.id for rule in pack.rules.acts}
        end = "" if pack.effective_to is None else str(pack.effective_to)
        table.add_row(pack.id, pack.version, str(pack.effective_from), end, ", ".join(sorted(rules)))
    Console().print(table)


@packs_app.command()
def diff(
    before: Annotated[Path, typer.Argument(help="Folder of rule packs")],
    after: Annotated[Path, typer.Argument(help="Another folder of rule packs")],
    on: Annotated[
        str | None, typer.Option(help="Day of the decisions, such as 2026-11-25; default: yesterday")
    ] = None,
) -> None:
    """Decide a day's stored decisions under both folders; show those that come out differently."""
    for folder in (before, after):
        if not folder.is_dir():
            raise UsageError(f"there is no folder {folder}")
    world = build_app()
    day = _day(on) if on else world.desk.clock.now().date() - timedelta(days=1)
    start = datetime.combine(day, time.min, UTC)
    old, new = load_packs(before), load_packs(after)
    counted = 0
    found: list[Altered] = []
    with Progress(console=Console(stderr=True)) as bar:
        task = bar.add_task(f"deciding {day} again", total=None)
        for altered in altered_decisions(world.desk, old, new, start, start + timedelta(days=1)):
            counted += 1
            bar.update(task, completed=counted)
            found += [] if altered is None else [altered]
    _show(found, counted, day)
    if old_ones := left_out(world.desk, start, start + timedelta(days=1)):
        typer.echo(f"{old_ones} more were made before version 0.2 and cannot be decided again", err=True)


def _show(found: list[Altered], counted: int, day: date) -> None:
    console = Console(soft_wrap=True)
    console.print(f"{day}: {counted} decisions, {len(found)} come out differently")
    if not found:
        return
    table = Table("case", "contact", "before", "after", "rules no longer", "rules new")
    for each in found:
        gone, new = ", ".join(each.rules_gone), ", ".join(each.rules_new)
        table.add_row(each.case_id, each.outreach_id, each.before, each.after, gone, new)
    console.print(table)


def _documents(file: Path | None) -> Iterator[Written]:
    """Each document with the line it begins on."""
    if file is not None and not file.is_file():
        raise UsageError(f"there is no file {file}")
    with _lines(file) as lines:
        yield from json_documents(lines)


def _lines(file: Path | None) -> TextIO:
    """Text in UTF-8, whatever the terminal speaks; bytes that are none stay visible as lone surrogates."""
    if file is not None:
        return file.open(encoding="utf-8", errors="surrogateescape")
    if sys.stdin.isatty():
        typer.echo("reading a JSON document from the terminal; Ctrl-D ends it", err=True)
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")
    return sys.stdin


def _read(written: Written) -> Document:
    if written.fault is not None:
        raise DecisionDocumentError((f"document: {written.fault}",))
    return read_document(written.text)


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise UsageError("--on: write a date such as 2026-11-25") from None


def _policy_dir() -> Path:
    folder = PolicySettings().policy_dir
    if not (folder / "packs").is_dir():
        raise UsageError(f"there is no folder {folder / 'packs'}; set ARREARS_POLICY_DIR")
    return folder
