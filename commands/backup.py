"""`manage.py backup`: a copy of the database while it is in use."""

from pathlib import Path
from typing import Annotated

import typer

from store.backup import backup as back_up
from store.checkpoint import checkpoint
from store.open_database import open_database


def backup(file: Annotated[Path, typer.Argument(help="Berkas cadangan yang dibuat; belum boleh ada.")]) -> None:
    """Menyalin basis data selagi dipakai; mencetak titik periksa rilis terbaru di dalamnya.

    Status keluar: 1 bila berkas sudah ada atau tidak dapat ditulis, 2 bila basis datanya PostgreSQL.
    """
    database = open_database()
    try:
        newest = back_up(database, file)
    except FileExistsError as error:
        typer.echo(f"{file} sudah ada dan tidak ditimpa. Pilih nama lain.", err=True)
        raise typer.Exit(1) from error
    except OSError as error:
        typer.echo(f"{file} tidak dapat ditulis: {error.strerror}.", err=True)
        raise typer.Exit(1) from error
    except ValueError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from error
    typer.echo(f"Cadangan: {file}")
    if newest is not None:
        typer.echo(checkpoint(newest))
