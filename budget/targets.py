"""Quarterly absorption targets."""

import csv
from functools import cache

from budget.data_folder import DATA_FOLDER


@cache
def _table() -> dict[tuple[str, int], list[tuple[str, int]]]:
    table: dict[tuple[str, int], list[tuple[str, int]]] = {}
    with (DATA_FOLDER / "targets.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            key = (row["jenis"], int(row["triwulan"]))
            table.setdefault(key, []).append((row["berlaku_mulai"], int(row["target_persen"])))
    return table


def target_percent(jenis: str, tahun: int, triwulan: int) -> int | None:
    """The cumulative IKPA target of a jenis belanja at the end of a quarter, in percent of pagu.

    Args:
        jenis: Two digits, e.g. `52`.
        tahun: Budget year.
        triwulan: Quarter, 1–4.

    Returns:
        The newest target in force at the quarter's end (`data/targets.csv`), or None where none is set.
    """
    quarter_end = f"{tahun}-{triwulan * 3:02d}-31"
    in_force = [row for row in _table().get((jenis, triwulan), []) if row[0] <= quarter_end]
    return max(in_force)[1] if in_force else None


def target_quarter(bulan: int) -> int | None:
    """The newest quarter that has ended by that month, 1–4; None in January and February.

    A target falls due at the end of its quarter, so the months after it are still held against it.
    """
    return bulan // 3 or None
