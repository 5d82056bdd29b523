"""What a release changed, and from which files."""

import json
import zlib
from dataclasses import dataclass

import sqlalchemy as sa

from budget.slice import Slice
from store.change import PENARIKAN
from store.database import Database
from store.release_file import ReleaseFile
from store.tables import draft, publication, slice_table, upload

_SET = publication.c.kind.is_distinct_from(PENARIKAN)
"""What is withdrawn is not read from a file."""


@dataclass(frozen=True)
class ReleaseChanges:
    """What a release changed, and from which files; like the release it never changes.

    Attributes:
        added: Slices, of figures and of withdrawal plans, that were not public before.
        replaced: Slices that it replaced.
        withdrawn: Slices that it took back.
        files: What was read, by name; a file read in two ways is there twice.
    """

    added: tuple[Slice, ...]
    replaced: tuple[Slice, ...]
    withdrawn: tuple[Slice, ...]
    files: tuple[ReleaseFile, ...]

    @property
    def warnings(self) -> int:
        """Issues in all its files that somebody should look at; one that blocks is never published."""
        return sum(file.warnings for file in self.files)

    @property
    def infos(self) -> int:
        """Issues in all its files that are only told."""
        return sum(file.infos for file in self.files)


def release_changes(database: Database, number: int) -> ReleaseChanges:
    """What release `number` changed; nothing at all where there is no such release."""
    with database.read() as connection:
        slices = connection.execute(
            sa.select(
                *(slice_table.c[name] for name in ("tahun", "bulan", "kode_satker", "sumber_dana", "kind")),
                publication.c.replaces,
                publication.c.kind.label("change"),
            )
            .join_from(publication, slice_table, slice_table.c.key == publication.c.slice)
            .where(publication.c.release == number)
            .order_by(publication.c.slice)
        ).all()
        drafts = sa.select(publication.c.draft_id).where(publication.c.release == number, _SET)
        files = (
            connection.execute(
                sa.select(
                    *(upload.c[name] for name in ("name", "sha256", "uploaded_at")),
                    draft.c.format,
                    upload.c.sample,
                    draft.c.report,
                )
                .join_from(draft, upload, upload.c.sha256 == draft.c.upload_sha256)
                .where(draft.c.id.in_(drafts))
                .order_by(upload.c.name, draft.c.id)
            )
            .mappings()
            .all()
        )
    return ReleaseChanges(
        added=tuple(Slice(*row[:5]) for row in slices if row.replaces is None),
        replaced=tuple(Slice(*row[:5]) for row in slices if row.replaces is not None and row.change != PENARIKAN),
        withdrawn=tuple(Slice(*row[:5]) for row in slices if row.change == PENARIKAN),
        files=tuple(_file(row) for row in files),
    )


def _file(row: sa.RowMapping) -> ReleaseFile:
    warnings, infos = _issues(row["report"])
    known = ("name", "sha256", "uploaded_at", "format", "sample")
    return ReleaseFile(**{name: row[name] for name in known}, warnings=warnings, infos=infos)


def _issues(report: bytes) -> tuple[int, int]:
    text = zlib.decompress(report)
    # Most files have none, and a report holds every control total: parsing it takes six times as long as this.
    if b'"issues": []' in text:
        return 0, 0
    levels = [issue["level"] for issue in json.loads(text)["issues"]]
    return levels.count("warning"), levels.count("info")
