"""Budget lines for scripts."""

from collections.abc import Mapping
from typing import Final

from budget.reference import Reference
from routes.lines_of_release import lines_of_release
from routes.lines_query import LinesQuery
from routes.table import Table
from store.database import Database
from store.releases import find_release

LINES_QUERY: Final = ("tahun", "bulan", "dana", "semua", "kode", "satker", "jenis", "jalur")
"""What a query may name."""


def find_lines(database: Database, number: int, query: Mapping[str, str]) -> Table | None:
    """The budget lines of a release down to akun; those behind a figure where the query says which.

    Args:
        database: Where releases are.
        number: Of the release.
        query: As `LinesQuery.asked` reads it.

    Returns:
        None where there is no such release.

    Raises:
        ValueError: The query is not one; the message says why, in Indonesian.
    """
    asked = LinesQuery.asked(query, Reference.load())
    if find_release(database, number) is None:
        return None
    chosen = "".join(f"-{query[name].replace('/', '-')}" for name in LINES_QUERY if name in query)
    return Table(f"serapan-rilis-{number}-baris{chosen}", lines_of_release(database, number, asked))
