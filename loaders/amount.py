"""Rupiah out of cells."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from loaders import limits
from loaders.sheet import Cell

_CURRENCY = re.compile(r"^\s*(?:Rp\.?|IDR)\s*", re.IGNORECASE)
_INDONESIAN = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}|-))?")
_ENGLISH = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?")
_NUMBER = re.compile(r"\s*(?:Rp\.?|IDR)?\s*[(\-]?\s*\d[\d.,]*\s*[)%-]?\s*-?\s*", re.IGNORECASE)

MISSING = "missing"
NOT_A_NUMBER = "not-a-number"
FRACTION = "fractional-rupiah"
TOO_LARGE = "amount-too-large"
MIXED = "mixed-number-text"


@dataclass(frozen=True)
class Amounts:
    """A column of amounts.

    Attributes:
        values: Whole rupiah, int64; 0 where not known.
        known: True where there is an amount.
        faults: Why a cell that holds something is no amount, by position: a code of `data/issues.csv`.
    """

    values: npt.NDArray[np.int64]
    known: npt.NDArray[np.bool_]
    faults: dict[int, str] = field(default_factory=dict)


def looks_numeric(value: Cell) -> bool:
    """True for a number, and for text that is written as one (`500.919.458`, `(1.234)`, `11,08%`)."""
    if isinstance(value, str):
        return _NUMBER.fullmatch(value) is not None
    return isinstance(value, int | float) and not isinstance(value, bool)


def cast_amounts(cells: Sequence[Cell]) -> Amounts:
    """Casts a column of cells to whole rupiah; the way its text writes numbers is decided for the column.

    Args:
        cells: Raw cells of one field, in row order.

    Returns:
        The amounts; a text column that mixes `1.234` with `1,234` has a fault in each cell of the rarer kind.
    """
    count = len(cells)
    if all(type(cell) is float for cell in cells):
        floats = np.array(cells, dtype=np.float64)
        if count == 0 or (np.isfinite(floats).all() and (np.abs(floats) < limits.RUPIAH).all()):
            values = floats.astype(np.int64)
            if (values == floats).all():
                return Amounts(values, np.ones(count, dtype=np.bool_))
    values = np.zeros(count, dtype=np.int64)
    known = np.zeros(count, dtype=np.bool_)
    faults: dict[int, str] = {}
    ways: dict[str, list[int]] = {"id": [], "en": []}
    for position, cell in enumerate(cells):
        number, fault, way = _one(cell)
        if fault == MISSING:
            continue
        if fault is not None:
            faults[position] = fault
        else:
            values[position] = number
            known[position] = True
        if way:
            ways[way].append(position)
    if ways["id"] and ways["en"]:
        for position in min(ways.values(), key=len):
            faults[position] = MIXED
            known[position] = False
    return Amounts(values, known, faults)


def _one(cell: Cell) -> tuple[int, str | None, str]:
    if cell is None:
        return 0, MISSING, ""
    if isinstance(cell, bool) or not isinstance(cell, int | float | str):
        return 0, NOT_A_NUMBER, ""
    if isinstance(cell, str):
        return _text(cell)
    return _number(cell)


def _number(cell: float) -> tuple[int, str | None, str]:
    if not np.isfinite(cell):
        return 0, NOT_A_NUMBER, ""
    if abs(cell) >= limits.RUPIAH:
        return 0, TOO_LARGE, ""
    if cell != int(cell):
        return 0, FRACTION, ""
    return int(cell), None, ""


def _text(text: str) -> tuple[int, str | None, str]:
    bare = _CURRENCY.sub("", text.replace("\u00a0", " ")).strip()
    if bare in {"", "-", "–", "—"}:
        return 0, MISSING, ""
    negative = False
    if bare.startswith("(") and bare.endswith(")"):
        negative, bare = True, bare[1:-1].strip()
    elif bare.startswith(("-", "−")):
        negative, bare = True, bare[1:].strip()
    elif bare.endswith("-") and not bare.endswith(",-"):
        negative, bare = True, bare[:-1].strip()
    bare = _CURRENCY.sub("", bare)
    way, match, separator = "id", _INDONESIAN.fullmatch(bare), "."
    if match is None:
        way, match, separator = "en", _ENGLISH.fullmatch(bare), ","
    if match is None or not bare.isascii():
        return 0, NOT_A_NUMBER, ""
    if match[2] and match[2].strip("0-"):
        return 0, FRACTION, way
    number = int(match[1].replace(separator, ""))
    if number >= limits.RUPIAH:
        return 0, TOO_LARGE, way
    plain = bare.isdigit()
    return (-number if negative else number), None, "" if plain else way
