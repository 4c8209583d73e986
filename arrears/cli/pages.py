"""Commands of the borrowers' own pages."""

from __future__ import annotations

import typer

from arrears.bootstrap import build_app
from arrears.cli.app import app
from arrears.cli.errors import UsageError
from arrears.paging import page_link as issue
from arrears.store import cases, people


@app.command("page-link")
def page_link(case: str) -> None:
    """Make a link to the borrower's pages of a case, by our id or the lender's loan number.

    It is for the number that the lender gave last. Who opens it is asked who they are.
    """
    desk = build_app().desk
    with desk.store.write() as tx:
        found = cases.find_case_anywhere(tx, case)
        if found is None:
            raise UsageError("no single case has this reference")
        points = people.contact_points_of(tx, found.owner_id)
        if not points:
            raise UsageError("the owner of this case has no number")
        url = issue(desk, tx, found.id, found.owner_id, points[0].id)
    typer.echo(url)
