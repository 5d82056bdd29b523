"""What a draft would change, line by line."""

from collections.abc import Iterator
from itertools import chain

import pandas as pd

from budget.line_change import LineChange
from budget.lines import LEVELS
from budget.slice import Slice
from budget.slice_rows import slice_rows

_Line = tuple[str, int | None, int | None]


def line_changes(piece: Slice, before: pd.DataFrame | None, after: pd.DataFrame) -> list[LineChange]:
    """The lines of a slice that a draft adds, removes or changes: by the order of the draft, removed ones last.

    A line is found again by its codes; of several with the same codes the first is held against the first.

    Args:
        piece: A slice of figures.
        before: Public lines, as `store.read_lines` gives them; None where nothing of the slice is public.
        after: Lines of the draft.
    """
    old = {} if before is None else _lines(slice_rows(before, piece))
    new = _lines(slice_rows(after, piece))
    changes = []
    for key in chain(new, (key for key in old if key not in new)):
        was, now = old.get(key), new.get(key)
        if was is not None and now is not None and was[1:] == now[1:]:
            continue
        kind = "berubah" if was and now else "baru" if now else "hilang"
        _, pagu_before, realisasi_before = was or ("", None, None)
        _, pagu_after, realisasi_after = now or ("", None, None)
        uraian = (now or was or ("",))[0]
        changes.append(
            LineChange(piece, key[0], uraian, kind, pagu_before, pagu_after, realisasi_before, realisasi_after)
        )
    return changes


def _lines(rows: pd.DataFrame) -> dict[tuple[str, int], _Line]:
    found: dict[tuple[str, int], _Line] = {}
    seen: dict[str, int] = {}
    for path, line in _walk(rows):
        seen[path] = seen.get(path, 0) + 1
        found[path, seen[path]] = line
    return found


def _walk(rows: pd.DataFrame) -> Iterator[tuple[str, _Line]]:
    names = [*LEVELS, "uraian", "pagu_rp", "realisasi_rp"]
    plain = rows[names].astype(object).where(rows[names].notna(), None)
    for *codes, uraian, pagu, realisasi in plain.itertuples(index=False, name=None):
        path = "/".join(code for code in codes if code is not None)
        yield path, (uraian or "", None if pagu is None else int(pagu), None if realisasi is None else int(realisasi))
