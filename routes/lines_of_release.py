"""The budget lines of a release."""

from collections.abc import Iterator

import pandas as pd

from budget.cast_table import cast_table
from budget.choose_lines import choose_lines
from budget.lines_table import lines_table
from budget.reference import Reference
from routes.lines_query import LinesQuery
from store.database import Database
from store.read_headings import read_headings
from store.read_lines import read_lines
from store.release_units import release_units


def lines_of_release(database: Database, number: int, asked: LinesQuery) -> Iterator[pd.DataFrame]:
    """The lines of a release down to akun, as `lines_table` gives them.

    Unit by unit, so that a whole country needs no more memory than its largest unit; at least one part, if it is empty.
    """
    units = release_units(database, number) if asked.units is None else asked.units
    # No unit has an empty code; its lines are none, with the columns of all others.
    for no, kode_satker in enumerate(units or [""]):
        lines = read_lines(database, number, kode_satker=kode_satker, tahun=asked.tahun, bulan=asked.bulan)
        if asked.view is not None:
            lines = lines[lines["sumber_dana"].map(asked.view.covers).astype(bool)]
        if no and lines.empty:
            continue
        headings = read_headings(database, lines["draft_id"].unique().tolist())
        table = lines_table(lines, headings, Reference.load())
        yield cast_table(choose_lines(table, jenis=asked.jenis, jalur=asked.jalur), "baris")
