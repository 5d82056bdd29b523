"""Ringkasan: how much was spent, and is that on plan?"""

import streamlit as st

from budget.draw_picture import draw_picture
from budget.province import PROVINCE, PROVINCE_NAME
from budget.reference import Reference
from budget.view import View
from pages.components.address import address
from pages.components.bar_width import bar_width
from pages.components.basis_line import basis_line
from pages.components.cumulative_chart import cumulative_chart
from pages.components.filters import filters
from pages.components.html import html
from pages.components.published import Published, published
from pages.components.tiles import tiles


def ringkasan() -> None:
    """Draws the page."""
    shown = published()
    if shown is None:
        html("empty.html")
        return
    view, _ = filters(shown)
    _body(shown, shown.release.number, view.tahun, view.bulan, view.dana)


@st.cache_resource(max_entries=600, show_spinner=False)
def _body(_shown: Published, number: int, tahun: int, bulan: int, dana: str) -> None:
    view, reference = View(tahun, bulan, dana), Reference.load()
    picture = draw_picture(_shown.cube, reference.in_province(PROVINCE), view, name=PROVINCE_NAME)
    basis = basis_line(picture)
    query = {"tahun": str(tahun), "bulan": str(bulan), "dana": dana}
    subject = f"{picture.coverage.reported} dari {picture.coverage.expected} satker KPU di Jawa Timur"
    facts = {"picture": picture, "basis_line": basis, "subject": subject, "who": "satker KPU di Jawa Timur"}
    html("sample.html", "headline.html", "totals.html", sample=picture.sample, **facts)
    left, right = st.columns(2, gap="large")
    with left:
        html("tile_map.html", tiles=tiles(picture.units, reference, query), **facts)
    with right:
        cumulative_chart(picture, basis)
    links = {unit.code: address("wilayah", {**query, "kode": _region(unit.code)}) for unit in picture.units}
    csv = address(f"data/rilis/{number}/satker.csv", query)
    below = ("bullets.html", "units_table.html", "footer.html")
    html(*below, bar_width=bar_width, links=links, csv=csv, release=_shown.release, **facts)


def _region(kode_satker: str) -> str:
    return Reference.load().by_kode_satker[kode_satker].kode_wilayah
