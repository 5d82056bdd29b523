"""The ledger as a table for scripts."""

from collections.abc import Iterable
from typing import Final

import pandas as pd

from budget.correction import Correction
from budget.reference import Reference

_AMOUNTS: Final = ("pagu_rp", "realisasi_rp", "sisa_rp", "rencana_rp")
CHANGES_COLUMNS: Final = (
    *("rilis", "terbit", "penerbit", "catatan"),
    *("tahun", "bulan", "kode_satker", "kode_wilayah", "nama", "sumber_dana", "isi"),
    *("pagu_lama_rp", "pagu_baru_rp", "realisasi_lama_rp", "realisasi_baru_rp", "sisa_lama_rp", "sisa_baru_rp"),
    *("rencana_lama_rp", "rencana_baru_rp"),
    *("berkas_lama", "berkas_baru", "diunggah_lama", "diunggah_baru", "rilis_lama"),
    *("jenis", "alasan", "penjelasan", "pengajuan"),
)


def changes_table(ledger: Iterable[Correction], reference: Reference) -> pd.DataFrame:
    """Each slice that was replaced or withdrawn, one per row, with the columns of `CHANGES_COLUMNS`.

    Amounts are whole rupiah, missing where unknown or of no meaning (a withdrawal plan has no realisasi, what was
    withdrawn nothing new); times are ISO 8601 in UTC; a unit that is not in the reference has no region and no name.

    Args:
        ledger: As `store.read_changes` gives it.
        reference: Where the region and the name of a unit are found.
    """
    rows = [_row(change, reference) for change in ledger]
    integers = [name for name in CHANGES_COLUMNS if name.endswith("_rp")]
    integers += ["tahun", "bulan", "rilis", "rilis_lama", "pengajuan"]
    return pd.DataFrame(rows, columns=list(CHANGES_COLUMNS)).astype(dict.fromkeys(integers, "Int64"))


def _row(change: Correction, reference: Reference) -> dict[str, object]:
    unit = reference.by_kode_satker.get(change.slice.kode_satker)
    row: dict[str, object] = {
        "rilis": change.release,
        "terbit": change.published_at,
        "penerbit": change.published_by,
        "catatan": change.note,
        "tahun": change.slice.tahun,
        "bulan": change.slice.bulan,
        "kode_satker": change.slice.kode_satker,
        "kode_wilayah": unit.kode_wilayah if unit else None,
        "nama": unit.nama if unit else None,
        "sumber_dana": change.slice.sumber_dana,
        "isi": change.slice.kind,
        "rilis_lama": change.before.release,
        "jenis": change.kind,
        "alasan": change.reason,
        "penjelasan": change.explanation or None,
        "pengajuan": change.submission,
    }
    for word, version in (("lama", change.before), ("baru", change.after)):
        if version is None:
            continue
        amounts = {**vars(version.totals), "rencana_rp": version.rencana_rp}
        row |= {name.replace("_rp", f"_{word}_rp"): amounts[name] for name in _AMOUNTS}
        row |= {f"berkas_{word}": version.berkas, f"diunggah_{word}": version.uploaded_at}
    return row
