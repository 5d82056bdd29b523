"""A release as one file."""

import json
import tempfile
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from hashlib import sha256
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pandas as pd

from budget.data_folder import DATA_FOLDER
from budget.plans_table import plans_table
from budget.reference import Reference
from budget.view import View
from budget.wording.language import LANGUAGES, in_language
from budget.wording.month import last_day
from budget.wording.wib import wib
from routes.changes_of_release import changes_of_release
from routes.data_package import data_package
from routes.file_parts import file_parts
from routes.lines_of_release import lines_of_release
from routes.lines_query import LinesQuery
from routes.newest_view import newest_view
from routes.packed_file import PackedFile
from routes.render_file import render_file
from routes.units_of_release import units_of_release
from routes.write_csv import write_csv
from views.citation import AUTHOR, Citation
from views.download_link import download_link
from views.published import Published
from views.published_table import PublishedTable

_LICENCE: Final = DATA_FOLDER.parent / "LICENSE-DATA.md"


def write_package(shown: Published, origin: str) -> Iterator[bytes]:
    """A release as a zip: its tables as CSV, a README, what the columns mean, how to cite, the licence.

    The same release gives the same bytes under the same address: the times in it are those of the release.

    Args:
        shown: The release.
        origin: Scheme and host under which we are known.

    Yields:
        Nothing at all (`b""`) while it grows in a temporary file, then the file in parts.
    """
    view = newest_view(shown)
    files: list[PackedFile] = []
    with tempfile.TemporaryFile() as file:
        with ZipFile(file, "w", ZIP_DEFLATED) as package:
            for table, chunks in _tables(shown, view):
                digest, size = sha256(), 0
                with package.open(_entry(shown, f"{table}.csv"), "w", force_zip64=True) as member:
                    for part in write_csv(chunks):
                        member.write(part)
                        digest.update(part)
                        size += len(part)
                        yield b""
                files.append(PackedFile(table, size, digest.hexdigest()))
            for name, text in _texts(shown, view, files, origin).items():
                package.writestr(_entry(shown, name), text)
        yield from file_parts(file)


def _tables(shown: Published, view: View | None) -> Iterator[tuple[str, Iterable[pd.DataFrame]]]:
    if view:
        yield "satker", [units_of_release(shown, view)]
    yield "baris", lines_of_release(shown.database, shown.release.number, LinesQuery())
    yield "rencana", [plans_table(shown.plans, Reference.load())]
    yield "koreksi", [changes_of_release(shown.database, shown.release.number)]


def _entry(shown: Published, name: str) -> ZipInfo:
    time = datetime.fromisoformat(shown.release.published_at).astimezone(UTC)
    entry = ZipInfo(name, (time.year, time.month, time.day, time.hour, time.minute, time.second))
    entry.compress_type = ZIP_DEFLATED
    # Else who unpacks it may not read it.
    entry.external_attr = 0o644 << 16
    return entry


def _texts(shown: Published, view: View | None, files: list[PackedFile], origin: str) -> dict[str, str]:
    release, sample = shown.release, shown.sample
    descriptor = data_package(release, files, origin, sample=sample)
    readme = {code: _words(shown, view, files, origin, code) for code in LANGUAGES}
    address = origin + download_link(release.number, "satker.csv", view) if view else ""
    citation = Citation.of(release, origin, sample=sample)
    return {
        "README.txt": render_file("README.txt", release=release, sample=sample, address=address, **readme),
        "datapackage.json": json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n",
        "CITATION.cff": render_file("CITATION.cff", release=release, citation=citation, author=AUTHOR),
        _LICENCE.name: _LICENCE.read_text("utf-8"),
    }


def _words(shown: Published, view: View | None, files: list[PackedFile], origin: str, code: str) -> dict[str, object]:
    """What the README says in one language."""
    packed = {file.table for file in files}
    with in_language(code):
        citation = Citation.of(shown.release, origin, sample=shown.sample)
        return {
            "title": citation.title,
            "text": citation.text,
            "time": wib(shown.release.published_at),
            "tables": [table for table in PublishedTable.all() if table.name in packed],
            "view": last_day(view.tahun, view.bulan) if view else "",
        }
