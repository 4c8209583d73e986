"""Commands of understanding: what texts say, and the corrections of what was understood."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, Any, TextIO

import typer

from arrears.adapters.clocks import SystemClock
from arrears.adapters.island_intents import IslandIntents, island_command, island_environment
from arrears.adapters.line_batches import batches
from arrears.adapters.review_files import check_review_path, write_review
from arrears.adapters.understanding_documents import (
    AskedLine,
    UnderstandingDocumentError,
    answer,
    asked_of,
    read_line,
)
from arrears.bootstrap import build_app, intent_reader_of
from arrears.cli.app import app
from arrears.cli.errors import UsageError
from arrears.domain.people import Channel, Language
from arrears.domain.understanding import READ_AT_ONCE
from arrears.ports import IntentReader, NoReaderError, ReadingFailedError
from arrears.services.export_corrections import corrected_texts
from arrears.services.understand import understand as understand_texts
from arrears.settings import BotSettings

corrections_app = typer.Typer(
    no_args_is_help=True, help="What supervisors have corrected of how borrowers were understood."
)
app.add_typer(corrections_app, name="corrections")

type Numbered = tuple[int, AskedLine]
"""A question with the line it stands on; the first is 1."""


@app.command()
def understand(
    text: Annotated[
        str | None, typer.Argument(help="One text; default: JSON objects on standard input, one a line")
    ] = None,
    file: Annotated[Path | None, typer.Option(help="File of JSON objects, one a line")] = None,
    language: Annotated[
        Language | None, typer.Option(help="Language of the conversation, for texts that carry none")
    ] = None,
    channel: Annotated[Channel | None, typer.Option(help="How the texts came")] = None,
    now: Annotated[str | None, typer.Option(help="Day or instant of the texts, such as 2026-11-24")] = None,
    context: Annotated[
        str | None, typer.Option(help="JSON: stage, asked, currency, time_zone, account_last4")
    ] = None,
) -> None:
    """What do these texts say? Prints language, intents and entities as JSON, a line for each text.

    A line is {"text", "language", "channel", "now", "context", "id"}, all but the text optional; the options
    fill what lines leave out. Asks the running bot, or loads the trained model where none answers.
    Stores nothing. A line that cannot be understood is named on standard error; the rest goes on, status 1.
    """
    defaults = _defaults(language=language, channel=channel, now=now, context=context)
    with closing(_reader()) as reader:
        if text is None:
            _understand_lines(reader, file, defaults)
        else:
            _understand_one(reader, text, file, defaults)


def _defaults(**given: Any) -> dict[str, Any]:
    """What the options say of every text."""
    defaults = {name: value for name, value in given.items() if value is not None}
    if "context" in defaults:
        try:
            defaults["context"] = json.loads(defaults["context"])
        except ValueError:
            raise UsageError('--context: write JSON, such as {"asked": "identity"}') from None
    return defaults


def _reader() -> IntentReader:
    """The running bot; where it does not answer, its reader in a process of our own."""
    settings = BotSettings()

    def load(why: str) -> IntentReader:
        command = island_command(settings.bot_dir)
        typer.echo(f"no answer from a running bot ({why}); loading the trained model ...", err=True)
        started = time.monotonic()
        reader = IslandIntents(command, island_environment(settings.bot_dir))
        typer.echo(f"loaded in {time.monotonic() - started:.0f} s", err=True)
        return reader

    return intent_reader_of(settings, load)


def _understand_one(reader: IntentReader, text: str, file: Path | None, defaults: dict[str, Any]) -> None:
    if file is not None:
        raise UsageError("give a text or a --file, not both")
    if Path(text).suffix and _is_file(Path(text)):
        raise UsageError(
            "the text is the name of a file; to understand what is in it, write --file before it"
        )
    try:
        asked = asked_of({**defaults, "text": text}, SystemClock().now())
    except UnderstandingDocumentError as error:
        raise UsageError(str(error)) from None
    for answered in _answers(reader, [asked]):
        typer.echo(answered)


def _understand_lines(reader: IntentReader, file: Path | None, defaults: dict[str, Any]) -> None:
    failed = 0
    with _lines(file) as lines:
        for batch in batches(enumerate(lines, 1), READ_AT_ONCE):
            good = [*_checked(batch, defaults)]
            failed += sum(1 for _, line in batch if line.strip()) - len(good)
            failed += _answer_all(reader, good)
    if failed:
        typer.echo(f"arrears: {failed} not understood", err=True)
        raise typer.Exit(1)


def _checked(batch: list[tuple[int, str]], defaults: dict[str, Any]) -> Iterator[Numbered]:
    """The questions that can be asked; of the others it is said why not."""
    now = SystemClock().now()
    for number, line in batch:
        if not line.strip():
            continue
        try:
            yield number, read_line(line, defaults, now)
        except UnderstandingDocumentError as error:
            for problem in error.problems:
                typer.echo(f"arrears: line {number}: {problem}", err=True)


def _answer_all(reader: IntentReader, questions: list[Numbered]) -> int:
    """Print the answers; returns how many texts could not be read."""
    if not questions:
        return 0
    try:
        told = _answers(reader, [question for _, question in questions])
    except NoReaderError:
        raise
    except ReadingFailedError as error:
        if len(questions) > 1:
            # One text that cannot be read must not take the others with it.
            return sum(_answer_all(reader, [question]) for question in questions)
        typer.echo(f"arrears: line {questions[0][0]}: text: {error}; leave it out", err=True)
        return 1
    typer.echo("\n".join(told))
    return 0


def _answers(reader: IntentReader, questions: list[AskedLine]) -> list[str]:
    found = understand_texts(reader, [(asked.text, asked.situation) for asked in questions])
    return [
        json.dumps(answer(asked, understood), ensure_ascii=False)
        for asked, understood in zip(questions, found, strict=True)
    ]


def _is_file(path: Path) -> bool:
    """Whether it names a file; what is too long to be a name does not."""
    try:
        return path.is_file()
    except OSError:
        return False


def _lines(file: Path | None) -> TextIO:
    """Text in UTF-8, whatever the terminal speaks; bytes that are none stay visible as lone surrogates."""
    if file is not None:
        if not _is_file(file):
            raise UsageError(f"there is no file {file}")
        return file.open(encoding="utf-8-sig", errors="surrogateescape")
    if sys.stdin.isatty():
        typer.echo("reading JSON objects from the terminal, one a line; Ctrl-D ends it", err=True)
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="surrogateescape")
    return sys.stdin


@corrections_app.command()
def export(
    file: Annotated[Path, typer.Argument(help="File to write, for its owner's eyes; outside nlu_data/")],
) -> None:
    """Write the corrected texts for review, in the form of Rasa's training data, which training never reads.

    Phone numbers, e-mail addresses, card and account numbers are hidden; names and street addresses are not.
    """
    check_review_path(file)
    world = build_app()
    texts = corrected_texts(world.desk)
    write_review(file, texts, world.desk.clock.now())
    left = "names and street addresses are not hidden in it"
    typer.echo(f"{len(texts)} corrected texts written to {file}; {left}", err=True)
