"""What the columns of a table are."""

from collections.abc import Mapping
from dataclasses import dataclass

from loaders.header import Header


@dataclass(frozen=True)
class TableSpec:
    """What the columns of a table are, for `loaders.read_table`.

    Attributes:
        header: The heading.
        columns: Zero-based column by field: fields of `budget.lines.LINES`, and `no` (a running number, or that of a
            group), `nama_satker` (beside the code, to compare), `pengembalian_rp` (spending that was paid back, where
            realisasi counts it still), `jasa_giro_rp` and `dikembalikan_rp` (grants: interest, and what was returned),
            `selisih_rp` (realisasi − pagu), `persen`.
        unit_rp: Rupiah that a 1 stands for.
        sumber_dana: Source of funds that the format itself says; None where it does not.
        blank_is_zero: A blank realisasi is zero where the printed sisa equals the pagu.
        left_out: Words with which a row begins that is no spending (`pendapatan`); such rows are dropped and named.
        sums: Names of rows that are totals though they do not say so (`belanja`).
        one_per_unit: The table has one line per unit and period; a second one would count money twice.
        monthly: Each line is of the one month in its `bulan` column; a row that names a month and has no amount is a
            blank, and no note.
    """

    header: Header
    columns: Mapping[str, int]
    unit_rp: int = 1
    sumber_dana: str | None = None
    blank_is_zero: bool = False
    left_out: tuple[str, ...] = ()
    sums: tuple[str, ...] = ()
    one_per_unit: bool = False
    monthly: bool = False
