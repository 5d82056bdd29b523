"""The lines that KPU's budgets may have."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from budget.data_folder import DATA_FOLDER
from samples.budget_line import BudgetLine


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA_FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@dataclass(frozen=True)
class BudgetStructure:
    """The lines that KPU's budgets may have in one year from one source of funds.

    Attributes:
        lines: In the order of the sheet.
        headings: Description of every path above a line.
    """

    lines: tuple[BudgetLine, ...]
    headings: Mapping[tuple[str, ...], str]

    @classmethod
    @cache
    def of(cls, tahun: int, sumber_dana: str) -> "BudgetStructure":
        """Reads `data/sample_anggaran.csv` and `data/sample_akun.csv`: invented, with the true names of akun.

        Years before 2024 are taken like 2024, years after 2026 like 2026.
        """
        akun = {row["akun"]: row for row in _rows("sample_akun.csv")}
        bobot = f"bobot_{min(max(tahun, 2024), 2026)}"
        headings: dict[tuple[str, ...], str] = {}
        lines: list[BudgetLine] = []
        for row in _rows("sample_anggaran.csv"):
            path = tuple(row["jalur"].split("/"))
            headings[path] = row["uraian"]
            if row["sumber_dana"] != sumber_dana or not float(row[bobot]):
                continue
            shares = [(kode, float(share)) for kode, share in (part.split(":") for part in row["akun"].split())]
            whole = sum(share for _, share in shares)
            for kode, share in shares:
                weight = share if kode.startswith("51") else float(row[bobot]) * share / whole
                lines.append(BudgetLine((*path, kode), akun[kode]["uraian"], akun[kode]["pola"], weight))
        return cls(tuple(lines), headings)
