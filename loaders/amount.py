"""Rupiah out of cells."""

import math
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

import numpy as np
import numpy.typing as npt

from loaders import limits
from loaders.number_text import NumberText, number_text
from loaders.sheet import Cell

_NUMBER = re.compile(r"\s*(?:Rp\.?|IDR)?\s*[(\-]?\s*\d[\d.,]*\s*[)%-]?\s*[-=]*\s*", re.IGNORECASE)
_DIGITS = 18

MISSING = "missing"
NOT_A_NUMBER = "not-a-number"
FRACTION = "fractional-rupiah"
TOO_LARGE = "amount-too-large"
MIXED = "mixed-number-text"
AMBIGUOUS = "number-text-ambiguous"


@dataclass(frozen=True)
class Amounts:
    """A column of amounts.

    Attributes:
        values: Whole rupiah, int64; 0 where not known.
        known: True where there is an amount.
        faults: Why a cell that holds something is no amount, by position: a code of `data/issues.csv`.
        way: How its texts write numbers: `id` (`1.234,5`) or `en` (`1,234.5`); None where they do not tell.
    """

    values: npt.NDArray[np.int64]
    known: npt.NDArray[np.bool_]
    faults: dict[int, str] = field(default_factory=dict)
    way: str | None = None


def looks_numeric(value: Cell) -> bool:
    """True for a number, and for text that is written as one (`500.919.458`, `(1.234)`, `11,08%`)."""
    if isinstance(value, str):
        return _NUMBER.fullmatch(value) is not None
    return isinstance(value, int | float) and not isinstance(value, bool)


def cast_amounts(cells: Sequence[Cell], unit_rp: int = 1, elsewhere: str | None = None) -> Amounts:
    """Casts a column of cells to whole rupiah; the way its text writes numbers is decided for the column.

    In a column of rupiah one separator with three digits after it stands for thousands. In a column of thousands or
    millions of rupiah it may be a decimal sign just as well: the other texts of the column decide, else it is a fault.

    Args:
        cells: Raw cells of one field, in row order.
        unit_rp: Rupiah that a 1 stands for.
        elsewhere: The way of the table's other columns, for a column that does not tell its own.

    Returns:
        The amounts, exact; what leaves a fraction of a rupiah is a fault. A column whose texts write numbers in two
        ways has a fault in each cell of the rarer way, of the later one where neither is rarer.
    """
    fast = _whole_floats(cells) if unit_rp == 1 else None
    if fast is not None:
        return fast
    found: dict[int, tuple[int, str | None]] = {}
    texts: dict[int, tuple[NumberText, ...]] = {}
    for position, cell in enumerate(cells):
        if isinstance(cell, str):
            ways = number_text(cell)
            if ways is not None:
                texts[position] = ways[:1] if unit_rp == 1 else ways
        elif cell is not None:
            found[position] = _number(cell, unit_rp)
    way, mixed = _way(texts)
    for position, ways in texts.items():
        found[position] = (0, MIXED) if position in mixed else _text(ways, way or elsewhere, unit_rp)
    values = np.zeros(len(cells), dtype=np.int64)
    known = np.zeros(len(cells), dtype=np.bool_)
    for position, (amount, fault) in found.items():
        values[position], known[position] = amount, fault is None
    faults = {position: fault for position, (_, fault) in sorted(found.items()) if fault is not None}
    return Amounts(values, known, faults, way)


def _whole_floats(cells: Sequence[Cell]) -> Amounts | None:
    """The whole column at once, if it holds nothing but whole rupiah as floats."""
    if not all(type(cell) is float for cell in cells):
        return None
    floats = np.array(cells, dtype=np.float64)
    if not (np.isfinite(floats).all() and (np.abs(floats) < limits.RUPIAH).all()):
        return None
    values = floats.astype(np.int64)
    return Amounts(values, np.ones(len(cells), dtype=np.bool_)) if (values == floats).all() else None


def _way(texts: dict[int, tuple[NumberText, ...]]) -> tuple[str | None, set[int]]:
    """How a column writes numbers, and the positions that contradict it; a zero has no say, except as the only hint."""
    sure: dict[str, set[int]] = defaultdict(set)
    hints: set[str] = set()
    open_: set[int] = set()
    for position, ways in texts.items():
        if len(ways) > 1:
            open_.add(position)
        elif ways and ways[0].way:
            if (ways[0].whole + ways[0].part).strip("0"):
                sure[ways[0].way].add(position)
            else:
                hints.add(ways[0].way)
    if len(sure) > 1:
        return None, open_ | min(sure.values(), key=lambda places: (len(places), -min(places)))
    decided = set(sure) or hints
    return (next(iter(decided)) if len(decided) == 1 else None), set()


def _number(cell: Cell, unit_rp: int) -> tuple[int, str | None]:
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return 0, NOT_A_NUMBER
    if isinstance(cell, float) and not math.isfinite(cell):
        return 0, NOT_A_NUMBER
    if abs(cell) >= limits.RUPIAH:
        return 0, TOO_LARGE
    above, below = (int(cell), 1) if cell == int(cell) else Decimal(repr(cell)).as_integer_ratio()
    return _within(above * unit_rp, below)


def _text(ways: tuple[NumberText, ...], way: str | None, unit_rp: int) -> tuple[int, str | None]:
    for one in ways:
        if len(ways) == 1 or one.way == way:
            return _exact(one, unit_rp)
    return 0, AMBIGUOUS if ways else NOT_A_NUMBER


def _exact(number: NumberText, unit_rp: int) -> tuple[int, str | None]:
    if not number.part and len(number.whole) <= _DIGITS:
        amount = int(number.whole) * unit_rp
        return _within(-amount if number.negative else amount, 1)
    whole, part = number.whole.lstrip("0"), number.part.rstrip("0")
    if len(whole) > _DIGITS:
        return 0, TOO_LARGE
    if len(part) > _DIGITS:
        return 0, FRACTION
    above = int(whole + part or "0") * unit_rp
    return _within(-above if number.negative else above, 10 ** len(part))


def _within(above: int, below: int) -> tuple[int, str | None]:
    """A fraction as whole rupiah, if it is one."""
    if abs(above) >= limits.RUPIAH * below:
        return 0, TOO_LARGE
    return (above // below, None) if above % below == 0 else (0, FRACTION)
