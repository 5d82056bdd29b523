"""The cumulative chart with its title and its words."""

import streamlit as st

from budget.picture import Picture
from budget.stage import Stage
from charts.cumulative import cumulative
from charts.cumulative_scale import cumulative_scale
from charts.cumulative_sentence import cumulative_sentence
from pages.components.html import html


def cumulative_chart(picture: Picture, basis: str) -> None:
    """Draws the chart, or says why there is none."""
    if not picture.months:
        html(
            "chart_title.html", picture=picture, scale="", basis_line=basis, sentence="Belum ada angka untuk digambar."
        )
        return
    sentence = cumulative_sentence(picture)
    html("chart_title.html", picture=picture, scale=cumulative_scale(picture)[1], basis_line=basis, sentence=sentence)
    figure = cumulative(picture, Stage.all())
    st.plotly_chart(figure, theme=None, config={"displayModeBar": False, "scrollZoom": False}, alt=sentence)
