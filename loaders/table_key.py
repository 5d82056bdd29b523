"""What a line of a table is of."""

from typing import NamedTuple

from budget.slice import Slice


class TableKey(NamedTuple):
    """What a line of a table is of.

    Attributes:
        piece: Unit, period and source of funds.
        akun: Six-digit akun or two-digit jenis belanja; None where the table does not say.
    """

    piece: Slice
    akun: str | None
