"""A sheet out of a parser's rows."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from budget.issue import Issue
from loaders.address import address, column_letters
from loaders.grid import Grid, grid
from loaders.sheet import Cell, Sheet
from loaders.visible import visible

_NAMED = 5


def make_sheet(
    name: str,
    rows: Iterable[Sequence[object]],
    *,
    faults: Mapping[tuple[int, int], str] | None = None,
    hidden: bool = False,
    hidden_rows: AbstractSet[int] = frozenset(),
    hidden_columns: AbstractSet[int] = frozenset(),
    issues: Iterable[Issue] = (),
) -> Sheet:
    """A sheet out of a parser's rows: cells made equal, text such as `#REF!` a fault.

    What a person does not see (hidden rows and columns with a value, characters without a shape) is named.

    Args:
        name: The tab's name; what nobody sees in it is taken out.
        rows: Rows from the first of the sheet on.
        faults: Faults that the container tells, by zero-based (row, column).
        hidden: True when a person does not see the tab.
        hidden_rows: Zero-based rows that a person does not see.
        hidden_columns: As for rows.
        issues: What a person has to know beside that.

    Raises:
        Unreadable: A cell holds more text than a cell can.
    """
    name = visible(name)
    cells = grid(rows, name)
    away_rows = frozenset(row for row in hidden_rows if _has_value(cells, row))
    columns = range(len(cells.rows[0]) if cells.rows else 0)
    away_columns = frozenset(
        column for column in hidden_columns if column in columns and any(row[column] is not None for row in cells.rows)
    )
    known = {**cells.errors, **(faults or {})}
    return Sheet(
        name=name,
        rows=_covering(cells.rows, known),
        faults=known,
        hidden=hidden,
        hidden_rows=away_rows,
        hidden_columns=away_columns,
        issues=(*issues, *_away(name, away_rows, away_columns), *_unseen(name, cells)),
    )


def _covering(rows: tuple[tuple[Cell, ...], ...], faults: Iterable[tuple[int, int]]) -> tuple[tuple[Cell, ...], ...]:
    """The rows, wide and long enough that a fault without a value (a formula never computed) is inside."""
    before = len(rows[0]) if rows else 0
    height, width = len(rows), before
    for row, column in faults:
        height, width = max(height, row + 1), max(width, column + 1)
    if width > before:
        rows = tuple(row + (None,) * (width - before) for row in rows)
    return rows + ((None,) * width,) * (height - len(rows))


def _has_value(cells: Grid, row: int) -> bool:
    return row < len(cells.rows) and any(cell is not None for cell in cells.rows[row])


def _away(name: str, rows: AbstractSet[int], columns: AbstractSet[int]) -> Iterable[Issue]:
    if rows:
        raw = _spans(rows, lambda row: str(row + 1))
        yield Issue.of("rows-hidden", sheet=name, cell=address(min(rows), 0), raw=raw)
    if columns:
        raw = _spans(columns, column_letters)
        yield Issue.of("columns-hidden", sheet=name, cell=address(0, min(columns)), raw=raw)


def _unseen(name: str, cells: Grid) -> Iterable[Issue]:
    if cells.unseen:
        places = ", ".join(address(*place) for place in cells.unseen[:_NAMED])
        more = len(cells.unseen) - _NAMED
        raw = f"{places} dan {more} sel lain" if more > 0 else places
        yield Issue.of("unseen-characters", sheet=name, cell=address(*cells.unseen[0]), raw=raw)


def _spans(numbers: AbstractSet[int], write: Callable[[int], str]) -> str:
    """Numbers as a person writes them: `5–7, 9`."""
    spans: list[list[int]] = []
    for number in sorted(numbers):
        if spans and spans[-1][1] == number - 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    words = [write(first) if first == last else f"{write(first)}–{write(last)}" for first, last in spans]
    more = len(words) - 2 * _NAMED
    return ", ".join(words) if more <= 0 else f"{', '.join(words[: 2 * _NAMED])} dan {more} kelompok lain"
