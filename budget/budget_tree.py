"""From budget lines to levels that can be opened."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from budget.lines import LEVELS
from budget.node import Node
from budget.source import Source

_PUBLIC = [level for level in LEVELS if level != "item"]
_Places = dict[tuple[int, str], Any]
_AMOUNTS = ("pagu_rp", "realisasi_rp", "sisa_rp")


def budget_tree(lines: pd.DataFrame, headings: pd.DataFrame) -> Node:
    """The lines of one unit and period as a tree, program down to akun.

    Args:
        lines: As `budget.to_akun` gives them; at least one.
        headings: As `store.read_headings` gives them, of the drafts of those lines.
    """
    rows: list[Any] = list(headings.itertuples(index=False))
    places: _Places = {(row.draft_id, row.path): row for row in rows}
    return _node(list(lines.itertuples(index=False)), 0, "", places)


def _node(lines: Sequence[Any], depth: int, path: str, places: _Places) -> Node:
    deeper = next((step for step in range(depth, len(_PUBLIC)) if any(_code(line, step) for line in lines)), None)
    if deeper is None:
        return _leaf(lines, depth)
    groups: dict[str, list[Any]] = {}
    for line in lines:
        groups.setdefault(_code(line, deeper), []).append(line)
    children = tuple(_node(rows, deeper + 1, f"{path}/{code}".strip("/"), places) for code, rows in groups.items())
    place = places.get((lines[0].draft_id, path)) if len({line.draft_id for line in lines}) == 1 else None
    return Node(
        **_head(lines, depth),
        name="" if place is None else place.uraian,
        source=None if place is None else Source.of(place, lines[0]),
        children=children,
    )


def _code(line: Any, step: int) -> str:  # noqa: ANN401  (a row of the frame)
    code = getattr(line, _PUBLIC[step])
    return code if isinstance(code, str) else ""


def _leaf(lines: Sequence[Any], depth: int) -> Node:
    """A line; where several share a path (two sources of funds), a sum that opens each of them."""
    if len(lines) == 1:
        return Node(**_head(lines, depth), name=lines[0].uraian, source=Source.of(lines[0], lines[0]), children=())
    each = tuple(_leaf([line], depth) for line in lines)
    return Node(**_head(lines, depth), name=lines[0].uraian, source=None, children=each)


def _head(lines: Sequence[Any], depth: int) -> dict[str, Any]:
    level = _PUBLIC[depth - 1] if depth else ""
    amounts = {name: [getattr(line, name) for line in lines] for name in _AMOUNTS}
    sums = {name: None if any(value is pd.NA for value in own) else sum(map(int, own)) for name, own in amounts.items()}
    code = _code(lines[0], depth - 1) if level else ""
    return {"level": level, "code": code, "lines": len(lines), **sums}
