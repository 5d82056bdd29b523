"""`manage.py normalise`: what an upload reads, without the web and without a database."""

import json
from pathlib import Path
from typing import Annotated

import pandas as pd
import typer

from budget.declared import Declared
from budget.draft import Draft
from budget.issue import Issue
from budget.lines import CSV_COLUMNS
from budget.reference import Reference
from budget.sumber_dana import SUMBER_DANA
from budget.to_csv import to_csv
from budget.unreadable import Unreadable
from budget.upload import Upload
from commands.summary import summary
from loaders import limits
from loaders.load_many import load_many


def normalise(
    files: Annotated[list[Path], typer.Argument(help="Berkas yang dibaca.")],
    out: Annotated[Path | None, typer.Option(help="Baris anggaran sebagai CSV.")] = None,
    report: Annotated[Path | None, typer.Option(help="Laporan pembacaan sebagai JSON.")] = None,
    sumber_dana: Annotated[str | None, typer.Option(help=f"Sumber dana: {', '.join(SUMBER_DANA)}.")] = None,
    any_satker: Annotated[bool, typer.Option("--any-satker", help="Terima juga satker di luar KPU.")] = False,
    satker: Annotated[str | None, typer.Option(help="Kode satker, bila lembar tidak menyebutnya.")] = None,
    tahun: Annotated[int | None, typer.Option(help="Tahun anggaran, bila lembar tidak menyebutnya.")] = None,
    bulan: Annotated[int | None, typer.Option(min=1, max=12, help="Bulan, bila lembar tidak menyebutnya.")] = None,
) -> None:
    """Membaca laporan dalam format apa pun di docs/formats.md menjadi baris anggaran, seperti saat diunggah.

    Status keluar 0 bila semua dapat diterbitkan, 1 bila terbaca tetapi tidak dapat diterbitkan, 2 bila ada
    yang tidak dapat dibaca sama sekali.
    """
    if sumber_dana is not None and sumber_dana not in SUMBER_DANA:
        raise typer.BadParameter(f"{sumber_dana} bukan salah satu dari {', '.join(SUMBER_DANA)}.")
    declared = Declared(sumber_dana=sumber_dana, any_satker=any_satker, kode_satker=satker, tahun=tahun, bulan=bulan)
    drafts, failed = _load(files, declared)
    if failed:
        raise typer.Exit(2)
    if out is not None:
        lines = pd.concat([draft.lines for draft in drafts], ignore_index=True)
        out.write_text(to_csv(lines[list(CSV_COLUMNS)]), encoding="utf-8")
    if report is not None:
        report.write_text(json.dumps(_report(drafts), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    if out is None and report is None:
        for draft in drafts:
            typer.echo(summary(draft))
    raise typer.Exit(0 if all(draft.report.publishable for draft in drafts) else 1)


def _load(files: list[Path], declared: Declared) -> tuple[list[Draft], bool]:
    """Drafts of the readable files; one line on stderr for each of the others."""
    drafts: list[Draft] = []
    failed = False
    missing = [path for path in files if not path.is_file()]
    for path in missing:
        failed = True
        _complain(path.name, Issue.of("file-missing", raw=str(path)))
    uploads = (_upload(path) for path in files if path not in missing)
    for upload, outcome in load_many(((upload, declared) for upload in uploads), Reference.load()):
        if isinstance(outcome, Unreadable):
            failed = True
            _complain(upload.name, outcome.issue)
        else:
            drafts.append(outcome)
    return drafts, failed


def _upload(path: Path) -> Upload:
    with path.open("rb") as file:
        return Upload(path.name, file.read(limits.FILE_BYTES + 1))


def _complain(name: str, issue: Issue) -> None:
    typer.echo(" ".join(f"{name}: {issue.message} {issue.remedy}".split()), err=True)


def _report(drafts: list[Draft]) -> dict[str, object]:
    if len(drafts) == 1:
        return drafts[0].report.as_dict()
    return {"files": [{"file": draft.upload.name, **draft.report.as_dict()} for draft in drafts]}
