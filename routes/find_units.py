"""What a page shows of each unit, for scripts."""

from collections.abc import Mapping
from typing import Final

from budget.scope import Scope
from budget.view import View
from routes.table import Table
from routes.units_of_release import units_of_release
from store.database import Database
from views.published import published

UNITS_QUERY: Final = ("tahun", "bulan", "dana", "dasar", "kode")
"""What a query may name."""


def find_units(database: Database, number: int, query: Mapping[str, str]) -> Table | None:
    """The table of units of one view of a release.

    Args:
        database: Where releases are.
        number: Of the release.
        query: `tahun`, `bulan`, `dana` (`apbn` or `hibah`), `dasar` (`revisi` where it is not named, or `awal`) and,
            where only the units of one province are wanted, its `kode`.

    Returns:
        None where there is no such release.

    Raises:
        ValueError: The query is not one; the message says why, in Indonesian.
    """
    view, province = View.asked(query), query.get("kode")
    if province is not None and province not in {one.kode for one in Scope.current().provinces}:
        raise ValueError("kode harus kode provinsi yang ditampilkan di sini, dua angka.")
    shown = published(database, number)
    if shown is None:
        return None
    chosen = [view.dana, *([view.dasar] if view.dasar != View.DASAR[0] else []), *([province] if province else [])]
    name = f"serapan-rilis-{number}-satker-{view.tahun}-{view.bulan:02d}-{'-'.join(chosen)}"
    return Table(name, iter([units_of_release(shown, view, province)]))
