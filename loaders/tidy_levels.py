"""Totals that stand among the lines."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd

from budget.control import Control
from budget.issue import Issue
from budget.wording.rupiah import rupiah

_KEYS = ["tahun", "bulan", "kode_satker", "sumber_dana"]
_JENIS, _FEWEST = 2, 2
"""Digits of a jenis belanja; and the least rows of a sum: a line that equals the next one is none."""


def tidy_levels(lines: pd.DataFrame, control: Sequence[Control], *, numbered: bool) -> tuple[Issue, ...]:
    """A question for each line that looks like the sum of others, so that its money would count twice.

    That is a jenis belanja (`52`) of which akun (`521211`) are lines too. Where no akun, no numbering and no printed
    total tells the rows apart, it is also a line whose pagu and realisasi, neither of them zero, are both the sum of
    two or more lines right below it.

    Args:
        lines: Lines of one table in row order, in the shape of `budget.lines.LINES`.
        control: Printed totals of the table.
        numbered: Whether the table has a column of numbers.
    """
    proven = numbered or any(one.field == "pagu_rp" and one.printed == one.computed for one in control)
    issues: list[Issue] = []
    for _, rows in lines.groupby(_KEYS, sort=False, dropna=False):
        issues += _jenis(rows)
        issues += () if proven or rows["akun"].notna().any() else _sums(rows)
    return tuple(issues)


def _jenis(rows: pd.DataFrame) -> Iterator[Issue]:
    finer = Counter(code[:_JENIS] for code in rows["akun"].dropna().tolist() if len(code) > _JENIS)
    for line in rows[rows["akun"].isin(list(finer))].itertuples(index=False):
        yield _issue("jenis-beside-akun", line, str(line.akun), finer[str(line.akun)])


def _sums(rows: pd.DataFrame) -> Iterator[Issue]:
    lines: list[Any] = list(rows.itertuples(index=False))
    known = [not (pd.isna(line.pagu_rp) or pd.isna(line.realisasi_rp)) for line in lines]
    for index, line in enumerate(lines):
        if not known[index] or line.pagu_rp <= 0 or line.realisasi_rp <= 0:
            continue
        pagu = realisasi = 0
        for other in range(index + 1, len(lines)):
            if not known[other] or lines[other].pagu_rp < 0:
                break
            pagu, realisasi = pagu + lines[other].pagu_rp, realisasi + lines[other].realisasi_rp
            if pagu > line.pagu_rp:
                break
            if other - index >= _FEWEST and (pagu, realisasi) == (line.pagu_rp, line.realisasi_rp):
                yield _issue("total-among-lines", line, rupiah(int(line.pagu_rp)), other - index)
                break


def _issue(code: str, line: Any, raw: str, count: int) -> Issue:  # noqa: ANN401  (a row of a frame)
    place = line.sumber_sel if isinstance(line.sumber_sel, str) else None
    return Issue.of(code, sheet=line.sumber_lembar, cell=place, raw=raw, row=int(line.sumber_baris), count=count)
