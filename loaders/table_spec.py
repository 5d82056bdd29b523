"""What the columns of a table are."""

from collections.abc import Mapping
from dataclasses import dataclass

from loaders.header import Header


@dataclass(frozen=True)
class TableSpec:
    """What the columns of a table are, for `loaders.read_table`.

    Attributes:
        header: The heading.
        columns: Zero-based column by field: fields of `budget.lines.LINES`, and `no` (a running number or roman
            group), `pengembalian_rp` (spending that was paid back, where realisasi counts it still), `jasa_giro_rp`
            and `dikembalikan_rp` (grants: interest, and what was returned), `selisih_rp` (realisasi − pagu),
            `persen`.
        unit_rp: Rupiah that a 1 stands for.
        sumber_dana: Source of funds that the format itself says; None where it does not.
        roman_groups: Rows numbered I, II, … are totals of the rows below them.
        blank_is_zero: A blank realisasi is zero where the printed sisa equals the pagu.
        left_out: Words with which a row begins that is no spending (`pendapatan`); such rows are dropped and named.
    """

    header: Header
    columns: Mapping[str, int]
    unit_rp: int = 1
    sumber_dana: str | None = None
    roman_groups: bool = False
    blank_is_zero: bool = False
    left_out: tuple[str, ...] = ()
