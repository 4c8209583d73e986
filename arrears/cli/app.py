"""The typer application that every command registers with."""

import typer

app = typer.Typer(add_completion=False, no_args_is_help=True, help="Collections software for lenders.")
