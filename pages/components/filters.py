"""The view that the address names, and the controls that change it."""

import streamlit as st

from budget.province import PROVINCE
from budget.view import View
from budget.wording.month import month
from pages.components.choice import choice
from pages.components.published import Published

_DANA = {"apbn": "APBN", "hibah": "Hibah"}


def filters(shown: Published, kode: dict[str, str] | None = None) -> tuple[View, str | None]:
    """Draws year, month and source of funds (and region) and gives the view; the address follows the choice.

    Args:
        shown: What is public; its years and months are on offer.
        kode: Names by region code, where the page is of one region.

    Returns:
        The view, and the region chosen.
    """
    years = shown.periods
    region = None
    with st.container(horizontal=True, gap="small"):
        if kode:
            region = choice("Wilayah", kode, key="kode", default=PROVINCE, width=300)
        newest_first = {str(tahun): str(tahun) for tahun in sorted(years, reverse=True)}
        tahun = int(choice("Tahun", newest_first, key="tahun", default=next(iter(newest_first)), width=96))
        months = {str(bulan): month(bulan) for bulan in years[tahun]}
        bulan = int(choice("Sampai bulan", months, key="bulan", default=str(years[tahun][-1]), width=128))
        dana = choice("Sumber dana", _DANA, key="dana", default="apbn", width=112)
    return View(tahun, bulan, dana), region
