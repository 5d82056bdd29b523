"""`manage.py import`: what an upload does, without the web."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from budget.declared import Declared
from budget.reference import Reference
from budget.sumber_dana import SUMBER_DANA
from budget.unreadable import Unreadable
from budget.upload import Upload
from loaders.check_history import check_history
from loaders.load_safely import load_safely
from store.layouts import remembered_layouts
from store.open_database import open_database
from store.read_cube import read_cube
from store.releases import latest_release
from store.submit import submit

COMMAND_LINE = "baris perintah"
"""Who did it, where it was done without signing in."""


def import_files(
    files: Annotated[list[Path], typer.Argument(help="Berkas yang diimpor.")],
    sumber_dana: Annotated[str | None, typer.Option(help=f"Sumber dana: {', '.join(SUMBER_DANA)}.")] = None,
) -> None:
    """Membaca berkas dan menyimpannya sebagai draf, seperti unggahan; mencetak nomor draf tiap berkas.

    Status keluar: 0 semua dapat diterbitkan, 1 ada yang terbaca tetapi belum dapat, 2 ada yang tidak terbaca.
    """
    if sumber_dana is not None and sumber_dana not in SUMBER_DANA:
        raise typer.BadParameter(f"{sumber_dana} bukan salah satu dari {', '.join(SUMBER_DANA)}.")
    database, declared = open_database(), Declared(sumber_dana=sumber_dana)
    database.migrate()
    layouts = tuple(one.layout for one in remembered_layouts(database))
    reference = replace(Reference.load(), layouts=layouts)
    newest = latest_release(database)
    cube = read_cube(database, newest.number) if newest else None
    status = 0
    for path in files:
        try:
            draft = load_safely(Upload(path.name, path.read_bytes()), reference, declared)
            draft = check_history(draft, cube, datetime.now(ZoneInfo("Asia/Jakarta")).date())
        except (OSError, Unreadable) as error:
            typer.echo(f"{path}: {error}", err=True)
            status = 2
            continue
        now = datetime.now(UTC).isoformat(timespec="seconds")
        [number] = submit(database, [(draft, declared)], by=COMMAND_LINE, now=now)
        words = "dapat diterbitkan" if draft.report.publishable else "belum dapat diterbitkan"
        typer.echo(f"{path.name}: draf {number}, {len(draft.lines) + len(draft.plan)} baris, {words}")
        for issue in draft.report.issues:
            if issue.level == "error":
                typer.echo(f"  {issue.sheet or ''} {issue.cell or ''}: {issue.message} {issue.remedy}")
        if not draft.report.publishable:
            status = max(status, 1)
    raise typer.Exit(status)
