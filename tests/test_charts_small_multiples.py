from fractions import Fraction

import pytest

from budget.small_multiple import SmallMultiple
from budget.wording.language import in_language
from charts.palette import DARK, LIGHT
from charts.panel import PLOT
from charts.panel_grid import COLUMNS, PanelGrid
from charts.panel_group import PanelGroup
from charts.small_multiples import small_multiples

BLITAR = SmallMultiple("657672", "KPU Kabupaten Blitar", (Fraction(10), None, Fraction(40)))
KEDIRI = SmallMultiple("657736", "KPU Kabupaten Kediri", (Fraction(-5), Fraction(130), Fraction(250)))
BATU = SmallMultiple("657956", "KPU Kota Batu", (None, None, None))
GROUPS = (
    PanelGroup("Kabupaten", (BLITAR, KEDIRI), (Fraction(5, 2), Fraction(130), Fraction(145))),
    PanelGroup("Kota", (BATU,), ()),
)
LABELS = {"657672": "40,0 %", "657736": "250,0 %", "657956": "belum melapor"}


def drawn(groups=GROUPS, scale=(-5.0, 120.0), palette=LIGHT, **more):
    return small_multiples(groups, scale, LABELS, palette, "s.d. Maret 2026", **more)


def trace(figure, mode, **having):
    [found] = [
        one for one in figure["data"] if one["mode"] == mode and all(having[name] in one[name] for name in having)
    ]
    return found


@pytest.mark.parametrize("sizes", [[1, 29, 9], [39], [13, 13, 13, 2], []])
def test_panels_do_not_overlap_and_lie_within_the_figure(sizes):
    grid = PanelGrid.of(sizes, 0, 100)
    assert [len(panels) for panels in grid.panels] == sizes
    assert list(grid.heads) == sorted(grid.heads)
    panels = [panel for group in grid.panels for panel in group]
    for panel in panels:
        assert panel.x(1) == panel.column < panel.x(12) < panel.column + 1 <= COLUMNS
        assert panel.top < panel.y(100) < panel.y(0) == panel.floor < grid.height
        below = [one for one in panels if one.column == panel.column and one.top > panel.top]
        assert all(one.top > panel.floor for one in below)
    for group in grid.panels:
        assert sum(panel.last_of_column for panel in group) == min(len(group), COLUMNS)


def test_all_panels_have_one_scale_in_pixels():
    figure = drawn()
    layout = figure["layout"]
    margin, (height, top) = layout["margin"], layout["yaxis"]["range"]
    assert (top, layout["height"]) == (0, height + margin["t"] + margin["b"])
    rules = next(one for one in figure["data"] if one["mode"] == "lines" and "dash" not in one["line"])
    # Three rules a panel: 0, 50 and 100 %; the lower end of the scale is −5.
    ys = rules["y"][::3]
    assert len(ys) == 9
    for zero, half, full in zip(ys[::3], ys[1::3], ys[2::3], strict=True):
        assert (zero - half, half - full) == pytest.approx((PLOT * 50 / 125,) * 2, abs=0.11)


def test_a_month_without_a_rate_is_a_gap_and_units_are_not_joined():
    lines = trace(drawn(), "lines+markers")
    assert [value is None for value in lines["y"]] == [False, True, False, True] + [False] * 3 + [True] * 5
    assert lines["x"][3] is None
    assert lines["marker"]["size"] == [3, 3, 6, 0, 3, 3, 6, 0, 3, 3, 3, 0]


def test_what_exceeds_the_scale_is_marked_and_its_value_is_written():
    figure = drawn()
    lines = trace(figure, "lines+markers")
    marks = trace(figure, "markers")
    assert marks["marker"]["symbol"] == "triangle-up"
    # Drawn at 120, 125 above the floor of the scale.
    assert marks["y"] == lines["y"][5:7]
    assert lines["y"][4] - lines["y"][5] == pytest.approx(PLOT)
    words = lines["text"][5].replace("\N{NO-BREAK SPACE}", " ")
    assert words == "Kab. Kediri, Feb: 130,0 %; median kelompok 130,0 %"
    assert "250,0 %" in trace(figure, "text", text="250,0 %")["text"]
    calm = drawn((PanelGroup("Kabupaten", (BLITAR,), ()),), (0.0, 100.0))
    assert [one for one in calm["data"] if one["mode"] == "markers"] == []
    assert trace(calm, "lines+markers")["text"][0] == "Kab. Blitar, Jan: 10,0\N{NO-BREAK SPACE}%"


def test_the_median_is_a_faint_line_in_each_panel_of_its_group():
    median = next(one for one in drawn()["data"] if one["mode"] == "lines" and "dash" in one["line"])
    assert median["line"]["color"] == LIGHT.muted
    assert median["y"][:4] == median["y"][4:8]
    assert median["y"][8:] == [None]


def test_words_of_the_panels():
    figure = drawn(marked="657736")
    names = trace(figure, "text", text="<b>Kab. Blitar</b>")
    assert names["text"] == ["<b>Kab. Blitar</b>", "<b>Kab. Kediri</b>", "<b>Kota Batu</b>"]
    assert names["textfont"]["color"] == [LIGHT.ink, LIGHT.accent, LIGHT.ink]
    assert trace(figure, "text", text="<b>Kota</b>")["text"] == ["<b>Kabupaten</b>", "<b>Kota</b>"]
    assert trace(figure, "text", text="belum melapor")["text"] == ["40,0 %", "250,0 %", "belum melapor"]
    assert trace(figure, "text", text="Des")["text"] == ["Jan", "Des"] * 3
    assert "s.d. Maret 2026" in figure["layout"]["annotations"][-1]["text"]
    with in_language("en"):
        assert trace(drawn(), "text", text="Dec")["text"] == ["Jan", "Dec"] * 3


def test_the_colours_are_those_of_the_theme():
    dark = drawn(palette=DARK)
    assert dark["layout"]["paper_bgcolor"] == DARK.paper
    assert trace(dark, "lines+markers")["line"]["color"] == DARK.accent
