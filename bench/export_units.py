"""The content of our first page as a file that the peers read."""

import sqlite3
from pathlib import Path

from budget.reference import Reference
from budget.view import View
from store.database import Database
from store.read_cube import read_cube
from store.releases import latest_release

_AMOUNTS = ["pagu_rp", "realisasi_rp", "sisa_rp"]


def export_units(url: str, path: Path) -> None:
    """Writes the newest release to an SQLite file of two tables.

    `satker` is what the first page lists: a unit per row at the newest month, APBN only, with its rate in percent.
    `kubus` is the whole cube with the units' names.

    Args:
        url: The database of the product.
        path: File to write; replaced.

    Raises:
        ValueError: Nothing was published.
    """
    database = Database(url)
    release = latest_release(database)
    if release is None:
        raise ValueError(f"nothing is published in {url}")
    cube = read_cube(database, release.number)
    database.close()
    names = {unit.kode_satker: unit.nama for unit in Reference.load().satker}
    cube.insert(0, "satker", cube["kode_satker"].map(names))
    monthly = cube[cube["bulan"].notna()]
    tahun = int(monthly["tahun"].max())
    bulan = int(monthly.loc[monthly["tahun"] == tahun, "bulan"].max())
    apbn = monthly["sumber_dana"].map(View(tahun, bulan).covers).astype(bool)
    now = monthly[(monthly["tahun"] == tahun) & (monthly["bulan"] == bulan) & apbn]
    units = now.groupby(["kode_satker", "satker"], as_index=False)[_AMOUNTS].sum(skipna=False)
    units["serapan_persen"] = (units["realisasi_rp"].astype(float) / units["pagu_rp"].astype(float) * 100).round(2)
    path.unlink(missing_ok=True)
    with sqlite3.connect(path) as connection:
        units.to_sql("satker", connection, index=False)
        cube.to_sql("kubus", connection, index=False)
    connection.close()
