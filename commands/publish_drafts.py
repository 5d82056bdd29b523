"""`manage.py publish`: makes drafts public, without the web."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from commands.import_files import COMMAND_LINE
from store.open_database import open_database
from store.pending_drafts import pending_drafts
from store.publish import publish
from store.refused import Refused


def publish_drafts(
    drafts: Annotated[list[int] | None, typer.Argument(help="Nomor draf; tanpa nomor: semua yang siap.")] = None,
    note: Annotated[str, typer.Option(help="Catatan rilis untuk publik.")] = "",
) -> None:
    """Menerbitkan draf sebagai satu rilis; mencetak nomor dan sidiknya. Status keluar 1 bila ditolak."""
    database = open_database()
    database.migrate()
    chosen = drafts or pending_drafts(database)
    if not chosen:
        typer.echo("Tidak ada draf yang siap diterbitkan.")
        return
    try:
        release = publish(
            database, chosen, by=COMMAND_LINE, now=datetime.now(UTC).isoformat(timespec="seconds"), note=note
        )
    except Refused as refusal:
        typer.echo(f"{refusal.issue.message} {refusal.issue.remedy}", err=True)
        raise typer.Exit(1) from refusal
    typer.echo(f"Rilis {release.number} terbit: sidik {release.hash}")
