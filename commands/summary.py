"""A reading in a few lines."""

import pandas as pd

from budget.draft import Draft
from budget.issue import Issue

_AMOUNTS = {
    "pagu_rp": "Pagu",
    "realisasi_lalu_rp": "Periode lalu",
    "realisasi_ini_rp": "Periode ini",
    "realisasi_rp": "Realisasi",
    "sisa_rp": "Sisa",
}
_SHOWN = 20
_LEVELS = {"error": "kesalahan", "warning": "peringatan", "info": "keterangan"}


def summary(draft: Draft) -> str:
    """What was read from a file, for a person at a terminal, in Indonesian.

    Args:
        draft: The draft of one file.
    """
    report, rows = draft.report, draft.report.rows
    kind = "anggaran" if draft.plan.empty else "rencana"
    wrong = sum(control.printed != control.computed for control in report.control)
    parts = [
        f"{draft.upload.name}: {report.format}",
        *(f"  Mengisi {piece.key}" for piece in report.slices),
        f"  {rows.read} baris dibaca = {rows.lines} baris {kind} + {rows.totals} jumlah"
        f" + {rows.notes} keterangan + {rows.dropped} dilewati",
        *_sums(draft),
        f"  {len(report.control)} jumlah tercetak diperiksa, {wrong} berbeda",
        *(f"  {_line(issue)}" for issue in report.issues[:_SHOWN]),
    ]
    if len(report.issues) > _SHOWN:
        parts.append(f"  … dan {len(report.issues) - _SHOWN} lagi; semuanya ada di --report")
    parts.append("  Dapat diterbitkan." if report.publishable else "  Belum dapat diterbitkan.")
    return "\n".join(parts)


def _sums(draft: Draft) -> list[str]:
    if not draft.plan.empty:
        return [f"  Rencana penarikan: {_total(draft.plan['rencana_rp'])}"]
    return [f"  {name}: {_total(draft.lines[column])}" for column, name in _AMOUNTS.items()]


def _total(amounts: pd.Series) -> str:
    if amounts.isna().all():
        return "tidak diketahui"
    total = f"Rp{int(amounts.sum()):,}".replace(",", ".")
    missing = int(amounts.isna().sum())
    return f"{total} ({missing} baris tidak diketahui)" if missing else total


def _line(issue: Issue) -> str:
    place = " ".join(part.strip() for part in (issue.sheet, issue.cell) if part)
    return f"[{_LEVELS[issue.level]}] {place + ': ' if place else ''}{issue.message} {issue.remedy}"
