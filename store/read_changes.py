"""What releases replaced and withdrew."""

import sqlalchemy as sa

from budget.correction import Correction
from budget.slice import Slice
from budget.slice_version import SliceVersion
from budget.totals import Totals
from store.change import PENARIKAN
from store.database import Database
from store.slice_versions import AMOUNTS, slice_versions
from store.tables import publication, release, slice_table, submission

_RELEASE = ("number", "published_at", "published_by", "note")
_SLICE = ("tahun", "bulan", "kode_satker", "sumber_dana", "kind")
_VERSION = ("release", "berkas", "sha256", "uploaded_at", "rencana_rp", *AMOUNTS)


def read_changes(database: Database, number: int) -> list[Correction]:
    """Every time that a release up to `number` replaced or withdrew public figures or a plan: newest first, by slice.

    A file with the same sums is listed too: what stands behind the figures changed.
    """
    before, after = slice_versions(), slice_versions()
    query = (
        sa.select(
            *(release.c[name] for name in _RELEASE),
            *(slice_table.c[name].label(f"slice_{name}") for name in _SLICE),
            publication.c.kind,
            publication.c.submission_id,
            submission.c.reason,
            submission.c.note.label("explanation"),
            *(before.c[name].label(f"before_{name}") for name in _VERSION),
            *(after.c[name].label(f"after_{name}") for name in _VERSION),
        )
        .join_from(publication, release, release.c.number == publication.c.release)
        .join(slice_table, slice_table.c.key == publication.c.slice)
        .outerjoin(submission, submission.c.id == publication.c.submission_id)
        .join(before, sa.and_(before.c.slice == publication.c.slice, before.c.draft_id == publication.c.replaces))
        .join(after, sa.and_(after.c.slice == publication.c.slice, after.c.draft_id == publication.c.draft_id))
        .where(publication.c.release <= number)
        .order_by(release.c.number.desc(), slice_table.c.key)
    )
    with database.read() as connection:
        return [_correction(row) for row in connection.execute(query).mappings()]


def _correction(row: sa.RowMapping) -> Correction:
    return Correction(
        release=row["number"],
        published_at=row["published_at"],
        published_by=row["published_by"],
        note=row["note"],
        slice=Slice(**{name: row[f"slice_{name}"] for name in _SLICE}),
        before=_version(row, "before"),
        after=None if row["kind"] == PENARIKAN else _version(row, "after"),
        kind=row["kind"],
        submission=row["submission_id"],
        reason=row["reason"],
        explanation=row["explanation"] or "",
    )


def _version(row: sa.RowMapping, which: str) -> SliceVersion:
    return SliceVersion(
        release=row[f"{which}_release"],
        berkas=row[f"{which}_berkas"],
        sha256=row[f"{which}_sha256"],
        uploaded_at=row[f"{which}_uploaded_at"],
        totals=Totals(**{name: row[f"{which}_{name}"] for name in AMOUNTS}),
        rencana_rp=row[f"{which}_rencana_rp"],
    )
