"""The numbers of Fa Detail rows, given their meaning."""

from collections import Counter
from dataclasses import dataclass

import numpy as np

from budget.issue import Issue
from budget.lines import AMOUNTS
from loaders.amount import Amounts, cast_amounts, looks_numeric
from loaders.fa_rows import FaRows
from loaders.raw_text import raw_text
from loaders.sheet import Cell, Sheet


@dataclass(frozen=True)
class FaAmounts:
    """The numbers of Fa Detail rows, given their meaning.

    Attributes:
        amounts: One column of amounts per field, in the order of the sheet's rows.
        columns: Per field, the column of each row's cell, -1 where there is none.
        raw: Per field, the raw cell of each row.
        bad: Positions of rows that cannot be used.
        issues: Why not.
    """

    amounts: dict[str, Amounts]
    columns: dict[str, list[int]]
    raw: dict[str, list[Cell]]
    bad: set[int]
    issues: list[Issue]


def fa_amounts(sheet: Sheet, found: FaRows, fields: tuple[str, ...]) -> FaAmounts:
    """Gives each number its field.

    A row with as many numbers as the heading has fields names them by their order. Which column carries which
    field is learnt from those rows, and shorter rows (page-break repeats) are read by column; where the columns
    do not decide, the row is an issue.

    Args:
        sheet: The sheet.
        found: Its rows, told apart.
        fields: Meaning of a full row's numbers, in order.
    """
    orders: dict[tuple[int, ...], tuple[int, ...] | None] = {}
    counts = Counter(columns for columns in found.columns if len(columns) == len(fields))
    by_column: dict[int, set[int]] = {}
    for columns in counts:
        for place, column in enumerate(columns):
            by_column.setdefault(column, set()).add(place)
    issues: list[Issue] = []
    bad = set(found.faulty)
    height = len(found.rows)
    grid: list[list[Cell]] = [[None] * height for _ in fields]
    places = [[-1] * height for _ in fields]
    for position, columns in enumerate(found.columns):
        if position in found.faulty:
            continue
        order = orders.get(columns)
        if order is None:
            order = orders[columns] = _order(columns, len(fields), by_column)
        if order is None:
            bad.add(position)
            issues.append(_undecided(sheet, found, position, len(fields)))
            continue
        values = found.values[position]
        for place, field in enumerate(order):
            grid[field][position] = values[place]
            places[field][position] = columns[place]
    amounts = {}
    for order_of, name in enumerate(fields):
        if name in AMOUNTS:
            cast = cast_amounts(grid[order_of])
            amounts[name] = cast
            for position, fault in cast.faults.items():
                bad.add(position)
                issues.append(
                    Issue.of(
                        fault,
                        sheet=sheet.name,
                        cell=sheet.address(found.rows[position], places[order_of][position]),
                        raw=raw_text(grid[order_of][position]),
                        expected="rupiah bulat, mis. 1.234.567",
                    )
                )
        else:
            issues += _strange_percents(sheet, found, grid[order_of], places[order_of], bad)
    return FaAmounts(
        amounts=amounts,
        columns={name: places[order] for order, name in enumerate(fields)},
        raw={name: grid[order] for order, name in enumerate(fields)},
        bad=bad,
        issues=issues,
    )


def required(sheet: Sheet, found: FaRows, amounts: FaAmounts, repeats: set[int]) -> list[Issue]:
    """Issues for rows that lack an amount although they are no page-break repeat; they become bad."""
    issues = []
    for name, column in amounts.amounts.items():
        for position in np.flatnonzero(~column.known).tolist():
            if position in amounts.bad or position in repeats:
                continue
            place = amounts.columns[name][position]
            row = found.rows[position]
            issues.append(
                Issue.of(
                    "amount-missing",
                    sheet=sheet.name,
                    cell=sheet.address(row, place) if place >= 0 else None,
                    raw=raw_text(amounts.raw[name][position]) or None,
                    expected="rupiah bulat",
                    field=name,
                    row=row + 1,
                    kode=found.codes[position] or "JUMLAH SELURUHNYA",
                )
            )
            amounts.bad.add(position)
    return issues


def _order(columns: tuple[int, ...], fields: int, by_column: dict[int, set[int]]) -> tuple[int, ...] | None:
    if len(columns) == fields:
        return tuple(range(fields))
    if len(columns) > fields:
        return None
    order = []
    for column in columns:
        candidates = by_column.get(column, set())
        if len(candidates) != 1:
            return None
        order.append(next(iter(candidates)))
    return tuple(order) if order == sorted(set(order)) else None


def _undecided(sheet: Sheet, found: FaRows, position: int, fields: int) -> Issue:
    columns, values, row = found.columns[position], found.values[position], found.rows[position]
    odd = next((place for place, value in enumerate(values) if not looks_numeric(value)), None)
    if odd is not None:
        cell, raw = sheet.address(row, columns[odd]), raw_text(values[odd])
        return Issue.of("not-a-number", sheet=sheet.name, cell=cell, raw=raw, expected="rupiah bulat, mis. 1.234.567")
    return Issue.of(
        "amounts-undecided",
        sheet=sheet.name,
        cell=sheet.address(row, columns[0]) if columns else None,
        raw=" · ".join(map(raw_text, values)) or None,
        expected=f"{fields} angka",
        count=len(values),
        fields=fields,
        row=row + 1,
        kode=found.codes[position] or "JUMLAH SELURUHNYA",
    )


def _strange_percents(sheet: Sheet, found: FaRows, cells: list[Cell], places: list[int], bad: set[int]) -> list[Issue]:
    """A percentage is recomputed, never stored; it only has to be one."""
    issues = []
    for position, cell in enumerate(cells):
        if type(cell) is float or cell is None or looks_numeric(cell) or cell == "-":
            continue
        bad.add(position)
        place = sheet.address(found.rows[position], places[position])
        issues.append(Issue.of("not-a-number", sheet=sheet.name, cell=place, raw=raw_text(cell), expected="persentase"))
    return issues
