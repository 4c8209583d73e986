"""Commands of the borrowers' own pages."""

from __future__ import annotations

from typing import Annotated

import typer

from arrears.bootstrap import build_app
from arrears.cli.app import app
from arrears.cli.errors import UsageError
from arrears.contact.paging import page_link as issue
from arrears.contact.paging import revoke_links
from arrears.store import cases, people


@app.command("page-link")
def page_link(
    case: str,
    revoke: Annotated[bool, typer.Option(help="Close every link of this borrower instead.")] = False,
) -> None:
    """Make a link to the borrower's pages of a case, by our id or the lender's loan number.

    It is for the number that the lender gave last. Who opens it is asked who they are. With --revoke every
    link to their pages is closed, of all of their loans, and what is open over one shows nothing more.
    """
    desk = build_app().desk
    with desk.store.write() as tx:
        found = cases.find_case_anywhere(tx, case)
        if found is None:
            raise UsageError("no single case has this reference")
        if revoke:
            typer.echo(f"revoked {revoke_links(desk, tx, found.owner_id)}")
            return
        points = people.contact_points_of(tx, found.owner_id)
        if not points:
            raise UsageError("the owner of this case has no number")
        url = issue(desk, tx, found.id, found.owner_id, points[0].id)
    typer.echo(url)
