"""Commands about one case: everything that is known of it."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from arrears.adapters.case_documents import case_document
from arrears.bootstrap import build_app
from arrears.cli.app import app
from arrears.cli.errors import UsageError
from arrears.store.views.case_state import find_case_state


@app.command("case-state")
def case_state(
    case: Annotated[str, typer.Argument(help="Our case id, or the lender's loan number")],
    one_line: Annotated[bool, typer.Option("--json", help="On one line, for a program")] = False,
) -> None:
    """Print a case as JSON: transcript, plan, promises, offers, approvals, statuses, ledger, contacts.

    It holds every word that was said. The lender's API has the same at /api/v1/cases/CASE/state.
    """
    desk = build_app().desk
    with desk.store.read() as tx:
        state = find_case_state(tx, case, desk.clock.now())
    if state is None:
        raise UsageError("no single case has this id or loan number")
    typer.echo(json.dumps(case_document(state), ensure_ascii=False, indent=None if one_line else 2))
