"""Printed totals beside the sums of the leaves."""

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from budget.control import Control
from budget.field_words import FIELD_WORDS
from budget.issue import Issue
from budget.wording.rupiah import rupiah

Numbers = npt.NDArray[np.int64]


def reconcile(
    field: str,
    leaves: Numbers,
    printed: Numbers,
    spans: tuple[Numbers, Numbers],
    names: Sequence[tuple[str, str]],
    place: Callable[[int], tuple[str, str, str]],
) -> tuple[list[Control], list[Issue]]:
    """Compares every printed total of one amount with the sum of the leaves below it.

    Args:
        field: The amount, e.g. `pagu_rp`.
        leaves: Amount of each leaf in sheet order, rupiah.
        printed: Amount of each total, rupiah.
        spans: For each total, its first leaf and one past its last.
        names: For each total, its level and whole path.
        place: Sheet, cell and raw text of a total, by index.

    Returns:
        A control for every total, and an issue for each that differs.
    """
    running = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(leaves, dtype=np.int64)))
    computed = running[spans[1]] - running[spans[0]]
    controls = [
        Control(level, code, field, shown, summed)
        for (level, code), shown, summed in zip(names, printed.tolist(), computed.tolist(), strict=True)
    ]
    issues = []
    for index in np.flatnonzero(printed != computed).tolist():
        sheet, cell, raw = place(index)
        control = controls[index]
        issues.append(
            Issue.of(
                "total-differs",
                sheet=sheet,
                cell=cell,
                raw=raw,
                expected=rupiah(control.computed),
                field=FIELD_WORDS.get(field, field.removesuffix("_rp").replace("_", " ")),
                total=f"{control.level} {control.code}".strip(),
                printed=rupiah(control.printed),
                computed=rupiah(control.computed),
                difference=rupiah(control.printed - control.computed),
            )
        )
    return controls, issues
