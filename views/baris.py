"""Baris: the lines behind a figure, and their sum."""

from dataclasses import replace
from typing import Any

import pandas as pd

from budget.choose_lines import choose_lines
from budget.draw_picture import draw_picture
from budget.jenis_belanja import jenis_belanja
from budget.lines import LEVELS
from budget.picture import Picture
from budget.reference import Reference
from budget.satker import Satker
from budget.scope import Scope
from budget.source import Source
from budget.to_akun import join_path
from budget.totals import Totals
from budget.wording.language import language
from budget.wording.month import month
from budget.wording.translation import gettext as _
from views.asked import Asked
from views.basis_line import basis_line
from views.download_link import download_link
from views.frame import Choice, frame, period_choices
from views.headline import Headline
from views.published import Published
from views.region import unit_choice
from views.render import render
from views.screen import Screen
from views.unit_lines import unit_lines


def baris(shown: Published, asked: Asked) -> Screen:
    """The lines of one unit, or of every unit its sum, for a view, a jenis belanja and a path."""
    # Lines carry the ceiling that was reported with them.
    asked = replace(asked, view=replace(asked.view, dasar="revisi"))
    kinds = [
        ("semua", _("Semua")),
        *((code, name) for code, name in jenis_belanja(language()).items() if code.isdecimal()),
    ]
    choices = [
        unit_choice(asked, all_words=_("Semua satker")),
        *period_choices(shown, asked, basis=False),
        Choice("jenis", _("Jenis belanja"), kinds, asked.jenis),
    ]
    units = Scope.current().units(asked.semua or None)
    unit = Reference.load().by_kode_wilayah[asked.kode] if asked.kode else None
    asked_for = [unit] if unit else units
    picture = draw_picture(shown.cube, asked_for, asked.view, name="", withdrawn=shown.withdrawn)
    period = {
        "month": month(asked.view.bulan),
        "year": asked.view.tahun,
        "who": unit.nama if unit else _("semua satker"),
    }
    title = _("Baris di balik angka: %(who)s s.d. %(month)s %(year)s") % period
    top, bottom = frame(shown, asked, choices, sample=picture.sample, citation=title)
    facts = {"asked": asked, "title": title, "basis_line": basis_line(picture)}
    if unit:
        facts["nothing"] = _nothing(picture, unit)
    body = _of_unit(shown, asked, unit, facts) if unit else _of_all(shown, asked, units, facts)
    return Screen(title=title, description=title, parts=(top, body, bottom))


def _of_all(shown: Published, asked: Asked, units: tuple[Satker, ...], facts: dict[str, Any]) -> str:
    cube, view = shown.cube, asked.view
    rows = cube[(cube["tahun"] == view.tahun) & cube["bulan"].eq(view.bulan).fillna(value=False)]
    rows = rows[rows["sumber_dana"].map(view.covers).astype(bool)]
    if asked.jenis != "semua":
        rows = rows[rows["jenis"] == asked.jenis]
    by_unit = {str(kode): own for kode, own in rows.groupby("kode_satker")}
    sums = [
        (unit, int(own["lines"].sum()), Totals.of(own))
        for unit in units
        if (own := by_unit.get(unit.kode_satker)) is not None
    ]
    shown_rows = rows[rows["kode_satker"].isin([unit.kode_satker for unit in units])]
    csv = download_link(shown.release.number, "baris.csv", view, semua=asked.semua, jenis=_jenis(asked))
    return render(
        "lines_of_all.html",
        sums=sums,
        lines=int(shown_rows["lines"].sum()),
        totals=Totals.of(shown_rows),
        csv=csv,
        **facts,
    )


def _of_unit(shown: Published, asked: Asked, unit: Satker, facts: dict[str, Any]) -> str:
    lines = unit_lines(shown, asked, unit)[0]
    lines = choose_lines(lines, jenis=_jenis(asked), jalur=asked.jalur)
    paths = join_path(lines, [level for level in LEVELS if level != "item"])
    only = {"satker": unit.kode_satker, "jenis": _jenis(asked), "jalur": asked.jalur}
    return render(
        "lines_of_unit.html",
        lines=_rows(lines, paths),
        totals=Totals.of(lines),
        csv=download_link(shown.release.number, "baris.csv", asked.view, **only),
        **facts,
    )


def _nothing(picture: Picture, unit: Satker) -> str:
    """Why there are no lines, where there are none."""
    return (
        _("Tidak ada baris untuk pilihan ini.") if picture.coverage.reported else str(Headline.of(picture, unit.nama))
    )


def _rows(lines: pd.DataFrame, paths: "pd.Series[str]") -> list[dict[str, Any]]:
    rows: list[Any] = list(lines.itertuples())
    amounts = ("pagu_rp", "realisasi_rp", "sisa_rp")
    return [
        {
            "path": path,
            "uraian": row.uraian,
            "sumber_dana": row.sumber_dana,
            "source": Source.of(row, row),
            **{name: None if pd.isna(getattr(row, name)) else int(getattr(row, name)) for name in amounts},
        }
        for row, path in zip(rows, paths, strict=True)
    ]


def _jenis(asked: Asked) -> str:
    return "" if asked.jenis == "semua" else asked.jenis
