"""A one-time password on the command line."""

from datetime import datetime

import typer

from budget.wording.wib import wib
from store.one_time_until import one_time_until


def show_password(name: str, password: str, given: datetime) -> None:
    """Prints an account's one-time password, and until when it holds.

    Args:
        name: Of the account, as typed.
        password: In the clear; shown this once.
        given: When it was given, with time zone.
    """
    typer.echo(f"Akun:   {name.strip().lower()}")
    typer.echo(f"Sandi:  {password}   (sekali pakai, tidak akan ditampilkan lagi)")
    typer.echo(f"        berlaku sampai {wib(one_time_until(given))}")
