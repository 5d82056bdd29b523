"""Amounts that are printed in thousands or millions."""

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

import numpy as np

from loaders.amount import FRACTION, MISSING, NOT_A_NUMBER, TOO_LARGE, Amounts, cast_amounts
from loaders.limits import RUPIAH
from loaders.sheet import Cell


def scaled_amounts(cells: Sequence[Cell], unit_rp: int) -> Amounts:
    """Casts a column of cells to whole rupiah, where a 1 stands for `unit_rp` rupiah.

    Decimals are exact: `70,7` juta is 70,700,000; what leaves a fraction of a rupiah is a fault. In text the comma is
    the decimal sign, and a point stands before three digits.
    """
    if unit_rp == 1:
        return cast_amounts(cells)
    values = np.zeros(len(cells), dtype=np.int64)
    known = np.zeros(len(cells), dtype=np.bool_)
    faults: dict[int, str] = {}
    for position, cell in enumerate(cells):
        amount, fault = _one(cell, unit_rp)
        if fault is None:
            values[position], known[position] = amount, True
        elif fault != MISSING:
            faults[position] = fault
    return Amounts(values, known, faults)


def _one(cell: Cell, unit_rp: int) -> tuple[int, str | None]:
    if cell is None or (isinstance(cell, str) and cell.strip() in {"", "-", "–", "—"}):
        return 0, MISSING
    if isinstance(cell, bool) or not isinstance(cell, int | float | str):
        return 0, NOT_A_NUMBER
    number = _decimal(cell)
    if number is None or not number.is_finite():
        return 0, NOT_A_NUMBER
    rupiah = number * unit_rp
    if abs(rupiah) >= RUPIAH:
        return 0, TOO_LARGE
    return (int(rupiah), None) if rupiah == rupiah.to_integral_value() else (0, FRACTION)


def _decimal(cell: str | float) -> Decimal | None:
    if not isinstance(cell, str):
        return Decimal(repr(cell))
    text = cell.strip().removeprefix("Rp").strip()
    negative = text.startswith("(") and text.endswith(")")
    text = text.strip("()").strip()
    whole, comma, part = text.partition(",")
    groups = whole.lstrip("-").split(".")
    if len(groups) > 1 and not (1 <= len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:])):
        return None
    try:
        number = Decimal(whole.replace(".", "") + ("." + part if comma else ""))
    except InvalidOperation:
        return None
    return -number if negative else number
