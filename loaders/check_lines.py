"""Rules that hold on each budget line."""

import json
from typing import Any

import pandas as pd

from budget.issue import Issue
from budget.wording.rupiah import rupiah


def check_lines(lines: pd.DataFrame) -> list[Issue]:
    """Checks each line: pagu − realisasi = sisa, lalu + ini = realisasi, realisasi within pagu.

    Args:
        lines: Budget lines in the shape of `budget.lines.LINES`; unknown amounts are not compared.

    Returns:
        An issue per line and broken rule.
    """
    issues: list[Issue] = []
    pagu, realisasi = lines["pagu_rp"], lines["realisasi_rp"]
    rules = (
        ("remainder-differs", "sisa_rp", pagu - realisasi),
        ("periods-differ", "realisasi_rp", lines["realisasi_lalu_rp"] + lines["realisasi_ini_rp"]),
    )
    for code, field, computed in rules:
        for index in lines.index[(computed != lines[field]).fillna(False)]:
            issues.append(_issue(code, lines.loc[index], field, int(computed[index])))
    over = (realisasi > pagu).fillna(False)
    for index in lines.index[over]:
        far = realisasi[index] * 10 > pagu[index] * 12
        code = "realisasi-far-above-pagu" if far else "realisasi-above-pagu"
        issues.append(_issue(code, lines.loc[index], "realisasi_rp", int(pagu[index])))
    return issues


def _issue(code: str, line: "pd.Series[Any]", field: str, computed: int) -> Issue:
    printed = int(line[field])
    cells = json.loads(line["cells"])
    place = cells.get(field) or cells.get("selisih_rp") or [line["sumber_sel"]]
    return Issue.of(
        code,
        sheet=str(line["sumber_lembar"]),
        cell=place[0],
        raw=rupiah(printed),
        expected=rupiah(computed),
        kode=line["item"] if isinstance(line["item"], str) else line["akun"],
        row=line["sumber_baris"],
        difference=rupiah(printed - computed),
    )
