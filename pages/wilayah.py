"""Wilayah: what about my region?"""

import streamlit as st

from budget.budget_tree import budget_tree
from budget.draw_picture import draw_picture
from budget.pagu_change import pagu_changes
from budget.province import PROVINCE
from budget.reference import Reference
from budget.satker import Satker
from budget.to_akun import to_akun
from budget.unit_months import unit_months
from budget.view import View
from pages.components.address import address
from pages.components.bar_width import bar_width
from pages.components.basis_line import basis_line
from pages.components.cumulative_chart import cumulative_chart
from pages.components.filters import filters
from pages.components.html import html
from pages.components.published import Published, published
from store.open_database import open_database
from store.read_headings import read_headings
from store.read_lines import read_lines


def wilayah() -> None:
    """Draws the page."""
    shown = published()
    if shown is None:
        html("empty.html")
        return
    units = {unit.kode_wilayah: unit.nama for unit in Reference.load().in_province(PROVINCE)}
    view, region = filters(shown, units)
    _body(shown, shown.release.number, region or PROVINCE, view.tahun, view.bulan, view.dana)


@st.cache_resource(max_entries=2000, show_spinner=False)
def _body(_shown: Published, number: int, kode: str, tahun: int, bulan: int, dana: str) -> None:
    view = View(tahun, bulan, dana)
    unit = Reference.load().by_kode_wilayah[kode]
    picture = draw_picture(_shown.cube, [unit], view, name=unit.nama)
    basis = basis_line(picture)
    facts = {"picture": picture, "basis_line": basis, "subject": unit.nama, "who": unit.nama, "sample": picture.sample}
    if not picture.coverage.reported:
        html("sample.html", "headline.html", **facts)
    else:
        html("sample.html", "headline.html", "totals.html", **facts)
        left, right = st.columns(2, gap="large")
        with left:
            html("bullets.html", bar_width=bar_width, **facts)
        with right:
            cumulative_chart(picture, basis)
    months = unit_months(_shown.cube, unit.kode_satker, view)
    changes = pagu_changes(_shown.cube, unit.kode_satker, view)
    html("months.html", "pagu_history.html", months=months, changes=changes, **facts)
    if picture.coverage.reported:
        _tree(number, unit, view, basis)
    html("footer.html", release=_shown.release)


def _tree(number: int, unit: Satker, view: View, basis: str) -> None:
    database = open_database()
    lines = read_lines(database, number, kode_satker=unit.kode_satker, tahun=view.tahun, bulan=view.bulan)
    lines = lines[lines["sumber_dana"].map(view.covers).astype(bool)]
    headings = read_headings(database, lines["draft_id"].unique().tolist())
    tree = budget_tree(to_akun(lines, headings), headings)
    query = {"tahun": str(view.tahun), "bulan": str(view.bulan), "dana": view.dana, "satker": unit.kode_satker}
    html("tree.html", tree=tree, csv=address(f"data/rilis/{number}/baris.csv", query), basis_line=basis)
