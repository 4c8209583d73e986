"""Commands for whoever runs Arrears: the database, console users, API keys, the evidence chain."""

from __future__ import annotations

import os
import secrets
from typing import Annotated

import typer

from arrears.adapters.clocks import SystemClock
from arrears.adapters.policy_lender import load_lender
from arrears.adapters.policy_messages import load_catalog
from arrears.adapters.policy_voicemails import words_to_record
from arrears.bootstrap import store_of
from arrears.cli.app import app
from arrears.cli.errors import UsageError
from arrears.domain.people import Language
from arrears.domain.roles import Role
from arrears.services.sign_in import hash_password
from arrears.settings import PolicySettings, load_settings
from arrears.store import access
from arrears.store.migrate import migrate as migrate_store

ROLES = tuple(Role)
SCOPES = ("payments:write", "cases:read", "reports:read", "transcripts:read")
PASSWORD_LENGTH_MIN = 10


@app.command("voicemail-words")
def voicemail_words(
    lender: Annotated[str, typer.Argument(help="The registered name, as the loans have it")],
    person: Annotated[
        str, typer.Argument(help="Who records the message, and can be reached under this name")
    ],
    language: Annotated[Language, typer.Option(help="In which language")] = Language.EN,
) -> None:
    """What a person records for answering machines, word for word: `says` of `voicemail` in `lender.yml`.

    Needs no database and no settings but ARREARS_POLICY_DIR (default: policy).
    """
    folder = PolicySettings().policy_dir
    number = load_lender(folder / "lender.yml").callback_number
    typer.echo(words_to_record(load_catalog(folder / "messages"), language, lender, person, number))


@app.command()
def migrate(
    demo: Annotated[bool, typer.Option("--demo", help="Mark a new database as a demo's")] = False,
) -> None:
    """Bring the database to the newest tables."""
    store = store_of(load_settings())
    migrate_store(store)
    with store.write() as tx:
        marked = access.fact(tx, "demo")
        if marked is None:
            access.set_fact(tx, "demo", demo)
        elif demo and marked is not True:
            raise UsageError("this database is in earnest; a demo needs one of its own")
    typer.echo("the database is up to date")


@app.command()
def user(
    login: str,
    role: Annotated[
        str, typer.Option(help="reader reads, agent acts, supervisor and manager approve")
    ] = "reader",
) -> None:
    """Add a console user, or change one; the password is asked for, or read from ARREARS_NEW_PASSWORD."""
    if role not in ROLES:
        raise UsageError(f"a role is one of {', '.join(ROLES)}")
    password = os.environ.get("ARREARS_NEW_PASSWORD") or typer.prompt(
        "password", hide_input=True, confirmation_prompt=True
    )
    if len(password) < PASSWORD_LENGTH_MIN:
        raise UsageError(f"a password has at least {PASSWORD_LENGTH_MIN} characters")
    with store_of(load_settings()).write() as tx:
        access.save_user(tx, login, hash_password(password), role)
    typer.echo(f"{login} may sign in as {role}", err=True)


@app.command("api-key")
def api_key(
    name: str, scope: Annotated[list[str], typer.Option(help=f"One or more of {', '.join(SCOPES)}")]
) -> None:
    """Make an API key; it is printed once and stored only as a digest."""
    unknown = sorted(set(scope) - set(SCOPES))
    if unknown:
        raise UsageError(f"unknown scope {', '.join(unknown)}; there are {', '.join(SCOPES)}")
    key = f"arr_{secrets.token_urlsafe(32)}"
    with store_of(load_settings()).write() as tx:
        access.save_api_key(tx, key, name, tuple(scope), SystemClock().now())
    typer.echo(key)
