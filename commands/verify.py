"""`manage.py verify`: has anything that is kept been changed?"""

from pathlib import Path
from typing import Annotated

import typer

from budget.wording.decimal import decimal
from store.checkpoint import checkpoint
from store.open_database import open_database
from store.verify import verify as verify_database


def verify(
    checkpoints: Annotated[
        list[str] | None,
        typer.Option("--checkpoint", help="Titik periksa yang Anda simpan, atau berkas berisi titik periksa."),
    ] = None,
) -> None:
    """Memeriksa berkas, baris, rilis, dan jejak audit; menyebut yang tidak cocok. Status keluar 1 bila ada."""
    database = open_database()
    database.migrate()
    found = verify_database(database, [line for text in checkpoints or () for line in _lines(text)])
    for finding in found.findings:
        typer.echo(finding, err=True)
    counts = ((found.files, "berkas"), (found.releases, "rilis"), (found.lines, "baris"), (found.acts, "tindakan"))
    checked = ", ".join(f"{decimal(count)} {word}" for count, word in counts)
    if found.findings:
        typer.echo(f"{checked}: TIDAK cocok, {len(found.findings)} temuan; yang pertama: {found.findings[0]}", err=True)
        raise typer.Exit(1)
    typer.echo(f"{checked}: semuanya cocok")
    if found.newest is not None:
        typer.echo(checkpoint(found.newest))


def _lines(text: str) -> list[str]:
    path = Path(text)
    return [line for line in path.read_text().splitlines() if line.strip()] if path.is_file() else [text]
