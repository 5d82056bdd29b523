"""The cumulative chart: what is drawn, and that a saved picture says where it comes from."""

from dataclasses import replace

import pytest

from budget.draw_picture import draw_picture
from budget.reference import Reference
from budget.stage import Stage
from budget.view import View
from charts.cumulative import cumulative
from charts.palette import DARK, LIGHT
from tests.cubes import cube

SURABAYA = "657942"
SOURCE = "s.d. Juni 2026, pagu revisi, kas, sumber dana tidak dirinci, dapat memuat hibah · Serapan KPU, rilis 27"


def picture(*, tahun=2026):
    rows = [(2026, bulan, SURABAYA, "RM", "52", 10**10, bulan * 8 * 10**8) for bulan in range(1, 7)]
    unit = Reference.load().by_kode_satker[SURABAYA]
    drawn = draw_picture(cube(*rows), [unit], View(2026, 6, "apbn"), name="x")
    return replace(drawn, view=replace(drawn.view, tahun=tahun))


def drawn(palette=LIGHT, **more):
    return cumulative(picture(**more), Stage.all(), palette, SOURCE)


def words(figure):
    return [note["text"] for note in figure["layout"]["annotations"]]


def test_amounts_are_on_the_scale_of_the_axis_and_lines_are_named():
    figure = drawn()
    pagu, target, spent = figure["data"]
    assert pagu["y"] == [10.0] * 7
    assert spent["y"] == pytest.approx([0.8, 1.6, 2.4, 3.2, 4.0, 4.8])
    assert target["x"] == [3, 6, 9, 12]
    assert words(figure)[:3] == ["pagu Rp10,0 miliar", "target 5,0", "<b>4,8</b> (48,0\N{NO-BREAK SPACE}%)"]


def test_the_source_is_wrapped_for_a_phone_and_no_dot_dangles():
    source = words(drawn())[-1].split("<br>")
    assert source == [
        "s.d. Juni 2026, pagu revisi, kas, sumber dana tidak",
        "dirinci, dapat memuat hibah · Serapan KPU, rilis 27",
    ]
    short = words(
        cumulative(picture(), (), LIGHT, "s.d. Juni 2026, pagu revisi, kas, APBN tanpa hibah · Serapan KPU, rilis 27")
    )
    assert short[-1] == "s.d. Juni 2026, pagu revisi, kas, APBN tanpa hibah<br>Serapan KPU, rilis 27"


def test_there_is_room_below_for_each_line_of_the_source():
    one, three = (cumulative(picture(), (), LIGHT, text)["layout"]["margin"]["b"] for text in ("x", "x " * 80))
    assert three - one == 28


def test_stages_are_bands_and_days_are_lines_with_names_where_lines_are_not():
    layout = drawn(tahun=2024)["layout"]
    assert [(shape["type"], round(shape["x0"], 2), round(shape["x1"], 2)) for shape in layout["shapes"]] == [
        ("rect", 0.5, 1.82),
        ("line", 1.94, 1.94),
        ("rect", 9.27, 11.24),
        ("line", 11.35, 11.35),
    ]
    names = [(note["text"], note["yanchor"]) for note in layout["annotations"] if note.get("textangle")]
    assert names == [
        ("kampanye", "top"),
        ("pemungutan suara", "top"),
        ("kampanye", "bottom"),
        ("pemungutan suara", "bottom"),
    ]
    assert drawn()["layout"]["shapes"] == []


def test_a_monthly_plan_is_a_plain_line():
    steps = tuple((bulan, bulan * 8 * 10**8) for bulan in range(1, 13))
    figure = cumulative(replace(picture(), targets=steps), (), LIGHT, SOURCE)
    assert (figure["data"][1]["mode"], drawn()["data"][1]["mode"]) == ("lines", "lines+markers")


def test_without_a_target_nothing_is_called_so():
    figure = cumulative(replace(picture(), targets=()), (), LIGHT, SOURCE)
    assert len(figure["data"]) == 2
    assert not any("target" in text for text in words(figure))


def test_colours_are_those_of_the_theme():
    dark = repr(drawn(DARK, tahun=2024))
    others = {getattr(LIGHT, name) for name in vars(LIGHT)} - set(vars(DARK).values())
    assert not [color for color in others if color in dark]
