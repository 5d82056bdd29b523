"""From budget lines to levels that can be opened."""

import json
from typing import Any

import pandas as pd

from budget.lines import LEVELS
from budget.node import Node
from budget.source import Source
from budget.to_akun import join_path

_PUBLIC = [level for level in LEVELS if level != "item"]
_Places = dict[tuple[int, str], Any]
_AMOUNTS = ("pagu_rp", "realisasi_rp", "sisa_rp")


def budget_tree(lines: pd.DataFrame, headings: pd.DataFrame) -> Node:
    """The lines of one unit and period as a tree, program down to akun.

    Args:
        lines: As `budget.to_akun` gives them; at least one.
        headings: As `store.read_headings` gives them, of the drafts of those lines.
    """
    rows: list[Any] = list(headings.itertuples())
    places: _Places = {(row.draft_id, row.path): row for row in rows}
    return _node(lines.assign(path=join_path(lines, _PUBLIC)), 0, "", places)


def _node(lines: pd.DataFrame, depth: int, path: str, places: _Places) -> Node:
    deeper = next((step for step in range(depth, len(_PUBLIC)) if lines[_PUBLIC[step]].notna().any()), None)
    if deeper is None:
        return _leaf(lines, depth)
    children = tuple(
        _node(rows, deeper + 1, f"{path}/{code}".strip("/"), places) for code, rows in _groups(lines, _PUBLIC[deeper])
    )
    first: Any = next(lines.itertuples())
    place = places.get((first.draft_id, path)) if lines["draft_id"].nunique() == 1 else None
    return Node(
        **_head(lines, depth),
        name="" if place is None else place.uraian,
        source=None if place is None else _source(place, first),
        children=children,
    )


def _groups(lines: pd.DataFrame, level: str) -> list[tuple[str, pd.DataFrame]]:
    return [
        (code if isinstance(code, str) else "", rows) for code, rows in lines.groupby(level, sort=False, dropna=False)
    ]


def _leaf(lines: pd.DataFrame, depth: int) -> Node:
    """A line; where several share a path (two sources of funds), a sum that opens each of them."""
    rows: list[Any] = list(lines.itertuples())
    if len(rows) == 1:
        return Node(**_head(lines, depth), name=rows[0].uraian, source=_source(rows[0], rows[0]), children=())
    each = tuple(_leaf(lines.iloc[[index]], depth) for index in range(len(rows)))
    return Node(**_head(lines, depth), name=rows[0].uraian, source=None, children=each)


def _head(lines: pd.DataFrame, depth: int) -> dict[str, Any]:
    level = _PUBLIC[depth - 1] if depth else ""
    sums = {name: None if lines[name].isna().any() else sum(lines[name].tolist()) for name in _AMOUNTS}
    code = lines[level].iloc[0] if level else ""
    return {"level": level, "code": code, "lines": len(lines), **sums}


def _source(place: Any, line: Any) -> Source:  # noqa: ANN401  (rows of two frames)
    return Source(
        berkas=line.sumber_berkas,
        lembar=place.sumber_lembar,
        baris=int(place.sumber_baris),
        cells={name: (address, raw) for name, (address, raw) in json.loads(place.cells).items()},
        uploaded_at=line.uploaded_at,
        draft_id=int(line.draft_id),
        release=int(line.release),
    )
