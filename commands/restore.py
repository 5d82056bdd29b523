"""`manage.py restore`: a copy takes the place where no database is."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from commands.import_files import COMMAND_LINE
from store.checkpoint import checkpoint
from store.open_database import open_database
from store.restore import restore as bring_back


def restore(file: Annotated[Path, typer.Argument(help="Berkas cadangan.")]) -> None:
    """Memulihkan cadangan ke tempat yang belum berisi basis data, setelah semuanya diperiksa.

    Status keluar: 1 bila ditolak atau ada yang tidak cocok, 2 bila PostgreSQL atau berkasnya bukan cadangan.
    """
    now = datetime.now(UTC).isoformat(timespec="seconds")
    try:
        found = bring_back(file, open_database(), by=COMMAND_LINE, now=now)
    except FileExistsError as error:
        typer.echo(f"{error} sudah ada dan tidak ditimpa. Pindahkan dahulu, lalu ulangi.", err=True)
        raise typer.Exit(1) from error
    except OSError as error:
        typer.echo(f"{file} tidak dapat dibaca: {error.strerror}.", err=True)
        raise typer.Exit(1) from error
    except ValueError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from error
    for finding in found.findings:
        typer.echo(finding, err=True)
    if found.findings:
        typer.echo(f"{file} tidak dipulihkan: {len(found.findings)} temuan.", err=True)
        raise typer.Exit(1)
    typer.echo(f"Dipulihkan dari {file}: semuanya cocok; semua orang perlu masuk lagi.")
    if found.newest is not None:
        typer.echo(checkpoint(found.newest))
