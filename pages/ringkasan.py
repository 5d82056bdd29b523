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
from pages.components.empty_state import empty_state
from pages.components.filters import filters
from pages.components.footer import footer
from pages.components.html import html
from pages.components.published import Published, published
from pages.components.sample_notice import sample_notice
from pages.components.tiles import tiles


def ringkasan() -> None:
    """Draws the page."""
    shown = published()
    if shown is None:
        empty_state()
        return
    view, _ = filters(shown)
    _body(shown, shown.release.number, view.tahun, view.bulan, view.dana)


@st.cache_resource(max_entries=600, show_spinner=False)
def _body(_shown: Published, number: int, tahun: int, bulan: int, dana: str) -> None:
    view, reference = View(tahun, bulan, dana), Reference.load()
    picture = draw_picture(_shown.cube, reference.in_province(PROVINCE), view, name=PROVINCE_NAME)
    basis = basis_line(picture)
    query = {"tahun": str(tahun), "bulan": str(bulan), "dana": dana}
    sample_notice(sample=picture.sample)
    subject = f"{picture.coverage.reported} dari {picture.coverage.expected} satker KPU di Jawa Timur"
    html("headline.html", picture=picture, subject=subject, who="satker KPU di Jawa Timur", basis=basis)
    html("totals.html", picture=picture)
    left, right = st.columns(2, gap="large")
    with left:
        html("tile_map.html", picture=picture, tiles=tiles(picture.units, reference, query), basis_line=basis)
    with right:
        cumulative_chart(picture, basis)
    html("bullets.html", picture=picture, basis_line=basis, bar_width=bar_width)
    rows = [
        {
            "unit": unit,
            "href": address("wilayah", {**query, "kode": reference.by_kode_satker[unit.code].kode_wilayah}),
        }
        for unit in picture.units
    ]
    csv = address(f"data/rilis/{number}/satker.csv", query)
    html("units_table.html", rows=rows, csv=csv, basis_line=basis)
    footer(_shown.release)
