"""What a page shows of each unit, as a table for scripts."""

import pandas as pd

from budget.picture import Picture
from budget.reference import Reference
from budget.standing import Standing


def units_table(picture: Picture, reference: Reference) -> pd.DataFrame:
    """Each expected unit of a picture, one per row, exactly as the page shows it.

    Returns:
        `tahun, bulan, dana, kode_satker, kode_wilayah, nama, keadaan, pagu_rp, realisasi_rp, realisasi_ini_rp,
        sisa_rp` (whole rupiah, missing where unknown, not reported or withdrawn), `serapan_persen`, `target_persen`,
        `selisih_poin` (two decimals, missing where there is none), `dasar_target` (`rpd`: the unit's own withdrawal
        plan, `ikpa`: the quarterly target; missing where there is no target).
    """
    view = picture.view
    rows = [
        {
            "tahun": view.tahun,
            "bulan": view.bulan,
            "dana": view.dana,
            "kode_satker": unit.code,
            "kode_wilayah": reference.by_kode_satker[unit.code].kode_wilayah,
            "nama": unit.name,
            "keadaan": str(unit.state),
            **vars(unit.totals),
            "serapan_persen": _rate(unit),
            "target_persen": _rounded(unit.pace.target_percent),
            "selisih_poin": _rounded(unit.pace.gap_points),
            "dasar_target": unit.pace.basis,
        }
        for unit in picture.units
    ]
    amounts = ("pagu_rp", "realisasi_rp", "sisa_rp", "realisasi_ini_rp")
    columns = [
        *("tahun", "bulan", "dana", "kode_satker", "kode_wilayah", "nama", "keadaan"),
        *("pagu_rp", "realisasi_rp", "realisasi_ini_rp", "sisa_rp"),
        *("serapan_persen", "target_persen", "selisih_poin", "dasar_target"),
    ]
    return pd.DataFrame(rows, columns=columns).astype(dict.fromkeys(amounts, "Int64"))


def _rate(unit: Standing) -> float | None:
    if unit.totals.realisasi_rp is None or not unit.totals.pagu_rp:
        return None
    return _rounded(unit.totals.realisasi_rp * 100 / unit.totals.pagu_rp)


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2)
