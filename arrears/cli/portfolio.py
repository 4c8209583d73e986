"""Commands of the portfolio: import, score, allocate, explain, payments."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.table import Table

from arrears.adapters.phone_numbers import contact_facts, phone_problem
from arrears.adapters.policy_import import load_mapping
from arrears.adapters.policy_places import Places, load_places
from arrears.adapters.portfolio_files import Batch, read_portfolio, write_rejections
from arrears.bootstrap import build_app
from arrears.cli.app import app
from arrears.cli.errors import UsageError
from arrears.domain.money import Currency, Money
from arrears.domain.people import Language
from arrears.domain.portfolio import LoanRow, Rejection
from arrears.services.decide_portfolio import Decided, allocate_portfolio, score_portfolio
from arrears.services.import_portfolio import Arrival, Arrived, import_loans
from arrears.services.record_payment import (
    NotAPaymentError,
    PaymentConflictError,
    ReportedPayment,
    UnknownCaseError,
    record_payment,
)
from arrears.store import cases

MINOR = 100
REASONS_SHOWN = 8
PAYMENT_COLUMNS = ("reference", "case", "amount", "currency", "paid_on")
REFERENCE_LENGTH_MAX = 100
AMOUNT_LIMIT = 10**12


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="CSV or Parquet file of loans")],
    mapping: Annotated[str, typer.Option(help="Name of a mapping in policy/import/")] = "arrears",
    report: Annotated[
        Path | None, typer.Option(help="Where the rejected rows are listed; default: var/NAME.rejected.csv")
    ] = None,
) -> None:
    """Import overdue loans; rejected rows go to a report, the rest goes on."""
    if not file.is_file():
        raise UsageError(f"there is no file {file}")
    world = build_app()
    folder = world.settings.policy_dir
    named = load_mapping(folder / "import" / f"{mapping}.yml")
    places = load_places(folder / "places.yml")
    counts = dict.fromkeys(Arrived, 0)
    rejections: list[Rejection] = []
    rows = 0
    with _bar() as bar:
        task = bar.add_task(f"importing {file.name}", total=None)
        today = world.desk.clock.now().date()
        for batch in read_portfolio(file, named, today=today, phone_problem=phone_problem):
            for outcome, count in import_loans(world.desk, _arrivals(batch, places)).items():
                counts[outcome] += count
            rejections.extend(batch.rejections)
            rows += batch.rows
            bar.update(task, completed=batch.progress.done, total=batch.progress.total)
    where = report or Path("var") / f"{file.stem}.rejected.csv"
    _say_imported(file, rows, counts, rejections, where)


@app.command()
def score() -> None:
    """Give every case a score with reason codes."""
    _say_decided("scored", score_portfolio(build_app().desk))


@app.command()
def allocate() -> None:
    """Assign every case a strategy within the day's capacities; some are held out at random."""
    _say_decided("allocated", allocate_portfolio(build_app().desk))


@app.command()
def explain(
    case: Annotated[str, typer.Argument(help="Our case id, or the lender's loan number")],
    language: Annotated[Language, typer.Option(help="Language of the reasons")] = Language.EN,
) -> None:
    """Say why a case has its score and its strategy."""
    world = build_app()
    console = Console(soft_wrap=True)
    with world.desk.store.read() as tx:
        found = cases.find_case_anywhere(tx, case)
        if found is None:
            raise UsageError("no single case has this id or loan number")
        scored = cases.latest_score(tx, found.id)
        assigned = cases.latest_assignment(tx, found.id)
    if scored is None or assigned is None:
        raise UsageError(
            "the case is not scored and allocated yet; run `arrears score` and `arrears allocate`"
        )
    card, policy = world.desk.policy.scorecard, world.desk.policy.strategies
    console.print(f"[bold]{found.id}[/bold]  score {scored.score}  (scorecard {card.version})")
    for code in scored.reasons:
        console.print(f"  - {code}: {card.reasons.get(code, {}).get(language, '')}")
    words = {strategy.name: strategy.words.get(language, "") for strategy in policy.strategies}
    console.print(f"strategy [bold]{assigned.strategy}[/bold]  {words.get(assigned.strategy, '')}")
    console.print(_why(assigned.arm, assigned.why))
    console.print(_options(assigned.why, policy.reference))


@app.command()
def payments(
    file: Annotated[Path, typer.Argument(help="CSV with columns reference, case, amount, currency, paid_on")],
) -> None:
    """Post payments from a CSV; each reference is an idempotency key, so the file may be repeated."""
    if not file.is_file():
        raise UsageError(f"there is no file {file}")
    world = build_app()
    new = known = 0
    refused: list[str] = []
    for line, row in _rows_of(file):
        try:
            _, is_new = record_payment(world.desk, _reported(row))
            new, known = new + is_new, known + (not is_new)
        except (UnknownCaseError, PaymentConflictError, NotAPaymentError, UsageError) as error:
            refused.append(f"line {line}: {error}")
    console = Console(soft_wrap=True)
    console.print(f"payments: {new} posted, {known} known already, {len(refused)} refused")
    for reason in refused:
        console.print(f"  {reason}", highlight=False)
    if refused:
        raise typer.Exit(1)


def _rows_of(file: Path) -> list[tuple[int, dict[str, str | None]]]:
    """Every row with its line. Raises: UsageError when the file cannot be read as one."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines)
            rows = [(reader.line_num, row) for row in reader]
    except (UnicodeDecodeError, csv.Error):
        raise UsageError(f"{file.name} is not a CSV file in UTF-8") from None
    absent = [name for name in PAYMENT_COLUMNS if name not in (reader.fieldnames or ())]
    if absent:
        raise UsageError(f"{file.name} has no column {', '.join(absent)}")
    return rows


def _reported(row: dict[str, str | None]) -> ReportedPayment:
    values = {name: (row.get(name) or "").strip() for name in PAYMENT_COLUMNS}
    missing = [name for name, value in values.items() if not value]
    if missing:
        raise UsageError(f"nothing in column {', '.join(missing)}")
    if len(values["reference"]) > REFERENCE_LENGTH_MAX:
        raise UsageError(f"reference: write at most {REFERENCE_LENGTH_MAX} characters")
    try:
        return ReportedPayment(
            key=f"csv:{values['reference']}",
            case_reference=values["case"],
            amount=Money(_minor(values["amount"]), Currency(values["currency"])),
            paid_on=date.fromisoformat(values["paid_on"]),
            source="csv",
        )
    except UsageError:
        raise
    except ValueError:
        raise UsageError("currency must be an ISO code and paid_on a date such as 2026-03-15") from None


def _minor(written: str) -> int:
    """Minor units of an amount such as 350.00. Raises: UsageError."""
    try:
        amount = Decimal(written)
    except InvalidOperation:
        raise UsageError("amount: write a number such as 350.00") from None
    if not amount.is_finite() or abs(amount) >= AMOUNT_LIMIT:
        raise UsageError("amount: write a number such as 350.00")
    if amount * MINOR != int(amount * MINOR):
        raise UsageError("amount: write at most two decimals")
    return int(amount * MINOR)


def _arrivals(batch: Batch, places: Places) -> list[Arrival]:
    return [_arrival(row, places) for _, row in batch.loans]


def _arrival(row: LoanRow, places: Places) -> Arrival:
    zones = places.zones(row.owner.country, row.owner.region, row.owner.time_zone)
    if row.phone is None:
        return Arrival(row, zones, None)
    return Arrival(row, zones, contact_facts(row.phone.number, row.owner.country))


def _say_imported(
    file: Path, rows: int, counts: dict[Arrived, int], rejections: list[Rejection], where: Path
) -> None:
    console = Console(soft_wrap=True)
    passed_over = len({rejection.line for rejection in rejections if rejection.out_of_scope})
    rejected = len({rejection.line for rejection in rejections}) - passed_over
    parts = ", ".join(f"{count} {outcome}" for outcome, count in counts.items())
    console.print(
        f"{file.name}: {rows} rows: {parts}, {rejected} rejected, {passed_over} not for collection",
        highlight=False,
    )
    if not rejections:
        return
    where.parent.mkdir(parents=True, exist_ok=True)
    write_rejections(where, rejections)
    reasons: dict[str, int] = {}
    for rejection in rejections:
        key = f"{rejection.field}: {rejection.value_kind}"
        reasons[key] = reasons.get(key, 0) + 1
    for reason, times in sorted(reasons.items(), key=lambda item: -item[1])[:REASONS_SHOWN]:
        console.print(f"  {times:>6}  {reason}", highlight=False)
    console.print(f"  every rejected row with its remedy: {where}", highlight=False)


def _say_decided(what: str, decided: Decided) -> None:
    console = Console(soft_wrap=True)
    parts = ", ".join(f"{name} {count}" for name, count in decided.by_name.items())
    gap = f"; at most {decided.gap:.2%} below the proved bound" if what == "allocated" else ""
    console.print(f"{what} {decided.cases} cases ({decided.version}): {parts}{gap}", highlight=False)


def _why(arm: str, why: dict[str, object]) -> str:
    if arm == "holdout":
        return "held out at random, to measure what contact causes"
    if why["moved"]:
        return f"band {why['band']}; {why['best']} was worth more, but others had more use for the last of it"
    return f"band {why['band']}; worth the most of what is open to it, at today's prices"


def _options(why: dict[str, object], reference: Currency) -> Table:
    table = Table(
        "strategy", f"assumed value ({reference})", "price of what it uses", "left", "closed because"
    )
    options = why["options"]
    for option in options if isinstance(options, list) else []:
        amounts = [f"{option[key] / MINOR:,.2f}" for key in ("value_minor", "price_minor", "adjusted_minor")]
        table.add_row(option["strategy"], *amounts, ", ".join(option["bars"]))
    return table


def _bar() -> Progress:
    return Progress(
        TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn()
    )
