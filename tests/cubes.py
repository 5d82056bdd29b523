"""Small cubes for the tests of measures."""

import pandas as pd


def cube(*rows, sample=False):
    """A cube of (tahun, bulan, kode_satker, sumber_dana, jenis, pagu, realisasi[, ini]) rows."""
    columns = ["tahun", "bulan", "kode_satker", "sumber_dana", "jenis", "pagu_rp", "realisasi_rp", "realisasi_ini_rp"]
    frame = pd.DataFrame([(*row, None)[:8] for row in rows], columns=columns).astype(
        dict.fromkeys(("tahun", "bulan", "pagu_rp", "realisasi_rp", "realisasi_ini_rp"), "Int64")
    )
    return frame.assign(
        sisa_rp=frame["pagu_rp"] - frame["realisasi_rp"],
        lines=1,
        draft_id=1,
        release=1,
        uploaded_at="2026-07-05T02:00:00+00:00",
        format="x",
        sample=sample,
    )
