"""The tree of budget codes in a Fa Detail sheet."""

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from budget.issue import Issue
from budget.lines import LEVELS
from loaders.code_levels import code_levels
from loaders.fa_amounts import FaAmounts, required
from loaders.fa_rows import FaRows
from loaders.sheet import Sheet

_PARENT = {"kegiatan": "program", "ro": "kro", "subkomponen": "komponen"}
_BLANK_IN_REPEAT = ("realisasi_lalu_rp", "realisasi_ini_rp")


@dataclass
class FaTree:
    """The tree of budget codes in a Fa Detail sheet.

    Attributes:
        leaves: Positions (in the rows told apart) of the budget lines, in sheet order.
        paths: Codes of each leaf from program down, None for a level that the sheet has not.
        heads: Positions of the totals: level rows and `JUMLAH SELURUHNYA`.
        head_levels: Level of each total, -1 for `JUMLAH SELURUHNYA`.
        head_paths: Whole path of each total, joined by `/`.
        starts: For each total, the first leaf below it (an index into `leaves`).
        ends: For each total, one past the last leaf below it.
        texts: Descriptions by position, page-break continuations joined on.
        repeats: Page-break repeats: counted as totals, not new money.
        dropped: Rows left out, each with an issue.
        issues: What is wrong.
    """

    leaves: list[int] = field(default_factory=list)
    paths: list[tuple[str | None, ...]] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    head_levels: list[int] = field(default_factory=list)
    head_paths: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    texts: dict[int, str] = field(default_factory=dict)
    repeats: int = 0
    dropped: int = 0
    issues: list[Issue] = field(default_factory=list)

    def spans(self) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        """Starts and ends as arrays."""
        return np.array(self.starts, dtype=np.int64), np.array(self.ends, dtype=np.int64)


def fa_tree(sheet: Sheet, found: FaRows, amounts: FaAmounts) -> FaTree:
    """Puts each row in its place: keyed by its whole path, page-break repeats joined to their first row.

    Args:
        sheet: The sheet.
        found: Its rows, told apart.
        amounts: Their amounts; rows that lack one become bad.
    """
    levels = _levels(found)
    present = sorted({level for level in levels if level is not None and level >= 0})
    keys = _keys(sheet, found, levels, present)
    repeats = _repeats(found, amounts, keys)
    out = FaTree(issues=[*keys.issues, *required(sheet, found, amounts, set(repeats))])
    lowest = present[-1] if present else -1
    open_heads: list[int] = []
    for position, level in enumerate(levels):
        key = keys.keys[position]
        if level is None or key is None:
            out.dropped += 1
            continue
        if position in repeats:
            _join(out, found, keys, repeats[position], position)
            continue
        if key in keys.seen_twice and keys.first[key] != position and level >= 0:
            out.dropped += 1
            out.issues.append(_issue("duplicate-path", sheet, found, position, path=key))
            continue
        while level >= 0 and open_heads and out.head_levels[open_heads[-1]] >= level:
            out.ends[open_heads.pop()] = len(out.leaves)
        if position in amounts.bad:
            out.dropped += 1
            continue
        out.texts[position] = found.texts[position]
        if level == lowest:
            out.leaves.append(position)
            out.paths.append(keys.paths[position])
            continue
        out.heads.append(position)
        out.head_levels.append(level)
        out.head_paths.append(key)
        out.starts.append(len(out.leaves) if level >= 0 else 0)
        out.ends.append(-1)
        if level >= 0:
            open_heads.append(len(out.heads) - 1)
    out.ends = [len(out.leaves) if end < 0 else end for end in out.ends]
    return out


@dataclass
class _Keys:
    keys: list[str | None]
    paths: list[tuple[str | None, ...]]
    first: dict[str, int]
    seen_twice: set[str]
    issues: list[Issue]


def _levels(found: FaRows) -> list[int | None]:
    """Levels by position; -1 for `JUMLAH SELURUHNYA`, None for a code that cannot be placed."""
    coded = [position for position, code in enumerate(found.codes) if code]
    levels: list[int | None] = [-1] * len(found.codes)
    for position, level in zip(coded, code_levels([found.codes[position] for position in coded]), strict=True):
        levels[position] = level
    return levels


def _keys(sheet: Sheet, found: FaRows, levels: list[int | None], present: list[int]) -> _Keys:
    path: list[str | None] = [None] * len(LEVELS)
    out = _Keys([], [], {}, set(), [])
    above = {level: [upper for upper in present if upper < level] for level in present}
    for position, level in enumerate(levels):
        code = found.codes[position].rstrip(".")
        key: str | None = None
        if level == -1:
            key = ""
        elif level is None:
            out.issues.append(_issue("code-unknown", sheet, found, position))
        else:
            path[level:] = [code, *[None] * (len(LEVELS) - level - 1)]
            parent = _PARENT.get(LEVELS[level])
            prefix = path[LEVELS.index(parent)] if parent else None
            if any(path[upper] is None for upper in above[level]) or (prefix and not code.startswith(f"{prefix}.")):
                out.issues.append(_issue("code-out-of-place", sheet, found, position, above=_join_path(path[:level])))
            else:
                key = _join_path(path)
        out.keys.append(key)
        out.paths.append(tuple(path))
        if key is not None:
            if key in out.first:
                out.seen_twice.add(key)
            else:
                out.first[key] = position
    return out


def _join_path(path: list[str | None]) -> str:
    return "/".join(code for code in path if code is not None)


def _repeats(found: FaRows, amounts: FaAmounts, keys: _Keys) -> dict[int, int]:
    """Page-break repeats and the row each repeats: same path, same money, periods blank."""
    repeats: dict[int, int] = {}
    if not keys.seen_twice:
        return repeats
    blank = [amounts.amounts[name].known for name in _BLANK_IN_REPEAT if name in amounts.amounts]
    same = [column for name, column in amounts.amounts.items() if name not in _BLANK_IN_REPEAT]
    for position, key in enumerate(keys.keys):
        if key is None or key not in keys.seen_twice or position in amounts.bad:
            continue
        first = keys.first[key]
        if first == position or first in amounts.bad:
            continue
        periods_blank = bool(blank) and not any(known[position] for known in blank)
        money_same = all(column.values[position] == column.values[first] and column.known[position] for column in same)
        if periods_blank and money_same:
            repeats[position] = first
    return repeats


def _join(out: FaTree, found: FaRows, keys: _Keys, first: int, position: int) -> None:
    out.repeats += 1
    between = (keys.keys[other] for other in range(first + 1, position))
    if first in out.texts and found.texts[position] and all(key == keys.keys[first] for key in between):
        out.texts[first] = f"{out.texts[first]} {found.texts[position]}".strip()


def _issue(code: str, sheet: Sheet, found: FaRows, position: int, **facts: str) -> Issue:
    row = found.rows[position]
    raw = found.codes[position]
    column = next((column for column, cell in enumerate(sheet.rows[row]) if cell is not None), 0)
    return Issue.of(
        code, sheet=sheet.name, cell=sheet.address(row, column), raw=raw, expected=None, row=row + 1, **facts
    )
