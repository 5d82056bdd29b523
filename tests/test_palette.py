"""The palette, proven: contrast, colour-blindness, one source of colours, and the page of docs that tells of it."""

import re
import tomllib
from pathlib import Path

import pytest

from charts.palette import DARK, LIGHT, PALETTES, Palette
from charts.style import AREA, BAND
from tests.colours import SEEING, apart, ciede2000, contrast, over

ROOT = Path(__file__).parents[1]
SHEET = (ROOT / "views" / "serapan.css").read_text("utf-8")
TEXT, SIGN = 4.5, 3.0
"""Least contrast of text (WCAG 2.2, 1.4.3), and of signs and edges of controls (1.4.11)."""

SHADES = ("near", "behind_1", "behind_2", "ahead_1", "ahead_2")
PAIRS: list[tuple[str, tuple[str, ...], float]] = [
    ("ink", ("paper", "card", "notice", "good", "track", *SHADES), TEXT),
    ("muted", ("paper", "card", "notice", "good", "track", "near"), TEXT),
    ("accent", ("paper", "card", "notice", "good", "track"), TEXT),
    ("behind_text", ("paper", "card"), TEXT),
    ("ahead_text", ("paper", "card"), TEXT),
    ("wrong", ("paper", "card"), TEXT),
    ("on_strong", ("behind_3", "ahead_3"), TEXT),
    ("edge", ("paper", "card"), SIGN),
    ("bar", ("track",), SIGN),
    ("behind_3", ("paper", "track"), SIGN),
    ("ahead_3", ("paper", "track"), SIGN),
    ("band", ("paper",), SIGN),
    ("notice_rule", ("paper", "notice"), SIGN),
    ("good_rule", ("paper", "good"), SIGN),
]
"""What stands on what, and the least contrast that it needs: everything that the pages, the charts and the style
sheet put together."""

THEMES = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
# CIEDE2000; 1 is just noticeable for patches that touch, tiles are apart.
SIDES_APART, STEPS_APART = 20, 10


@pytest.mark.parametrize(
    ("one", "other", "difference"),
    [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, -1.3802, -84.2814), (50, 0, -82.7485), 1.0000),
        ((50, 2.4900, -0.0010), (50, -2.4900, 0.0009), 7.1792),
        ((50, 2.4900, -0.0010), (50, -2.4900, 0.0011), 7.2195),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((50, 2.5, 0), (56, -27, -3), 31.9030),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((50, 0, 0), (50, 0, 0), 0),
    ],
)
def test_differences_are_those_of_the_paper(one, other, difference):
    """Rows of table 1 of Sharma, Wu and Dalal (2005)."""
    assert ciede2000(one, other) == pytest.approx(difference, abs=5e-5)
    assert ciede2000(other, one) == pytest.approx(difference, abs=5e-5)


@pytest.mark.parametrize(
    ("one", "other", "ratio"), [("#FFFFFF", "#000000", 21), ("#777777", "#FFFFFF", 4.48), ("#FF0000", "#FF0000", 1)]
)
def test_contrasts_are_those_that_are_known(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=5e-3)


def test_red_and_green_are_alike_without_green_or_red_cones():
    assert apart("#B85C00", "#808000") > 25
    assert apart("#B85C00", "#808000", "deuteranopia") < 2
    assert apart("#B85C00", "#808000", "protanopia") < 10
    assert apart("#B85C00", "#808000", "tritanopia") > 20


@THEMES
@pytest.mark.parametrize(("front", "ground", "least"), [(f, g, least) for f, grounds, least in PAIRS for g in grounds])
def test_contrast(palette, front, ground, least):
    assert contrast(getattr(palette, front), getattr(palette, ground)) >= least


@THEMES
def test_contrast_in_charts(palette):
    band = over(palette.band, palette.paper, BAND)
    area = over(palette.accent, palette.paper, AREA)
    for text in (palette.muted, palette.ink):
        assert contrast(text, band) >= TEXT
    for ground in (area, over(palette.band, area, BAND)):
        assert contrast(palette.accent, ground) >= TEXT
        assert contrast(palette.muted, ground) >= TEXT


@THEMES
@pytest.mark.parametrize("seeing", SEEING)
def test_shades_stay_apart_for_those_who_see_fewer_colours(palette, seeing):
    for step in (1, 2, 3):
        behind, ahead = getattr(palette, f"behind_{step}"), getattr(palette, f"ahead_{step}")
        assert apart(behind, ahead, seeing) >= SIDES_APART
        assert apart(behind, palette.near, seeing) >= STEPS_APART
        assert apart(ahead, palette.near, seeing) >= STEPS_APART
    for side in ("behind", "ahead"):
        weak, middle, strong = (getattr(palette, f"{side}_{step}") for step in (1, 2, 3))
        assert apart(weak, middle, seeing) >= STEPS_APART
        assert apart(middle, strong, seeing) >= STEPS_APART
    assert apart(palette.behind_text, palette.ahead_text, seeing) >= SIDES_APART
    assert apart(palette.behind_3, palette.bar, seeing) >= STEPS_APART
    assert apart(palette.ahead_3, palette.bar, seeing) >= STEPS_APART


@THEMES
def test_the_strongest_shade_is_the_one_that_stands_out_most(palette):
    for side in ("behind", "ahead"):
        out = [contrast(getattr(palette, f"{side}_{step}"), palette.paper) for step in (1, 2, 3)]
        assert out == sorted(out)


def test_streamlit_has_the_same_colours():
    theme = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]
    for name, palette in PALETTES.items():
        assert theme[name] == {
            "primaryColor": palette.accent,
            "backgroundColor": palette.paper,
            "secondaryBackgroundColor": palette.card,
            "textColor": palette.ink,
            "linkColor": palette.accent,
            "borderColor": palette.edge,
        }
    # With a base or colours of its own, Streamlit would not follow the reader's system.
    assert not {"base", *theme["light"]} & set(theme)


def test_the_style_sheet_has_no_colours_of_its_own():
    assert re.findall(r"#[0-9A-Fa-f]{3,8}\b|\b(?:rgb|hsl)a?\(", SHEET) == []


def test_the_style_sheet_names_only_what_there_is():
    known = {f"--sp-{name.replace('_', '-')}" for name in vars(LIGHT)} | set(re.findall(r"(--sp-[\w-]+)\s*:", SHEET))
    assert set(re.findall(r"var\((--sp-[\w-]+)", SHEET)) <= known


def test_every_colour_is_used():
    charts = "".join(path.read_text("utf-8") for path in (ROOT / "charts").glob("*.py"))
    for name in vars(LIGHT):
        assert f"var(--sp-{name.replace('_', '-')})" in SHEET or f"palette.{name}" in charts, name


def test_the_page_of_docs_has_the_colours_and_contrasts_of_today():
    """Paste what this prints where it differs."""
    text = (ROOT / "docs" / "design.md").read_text("utf-8")
    for table in (_colours(), _contrasts(), _differences()):
        assert table in text, f"docs/design.md must hold:\n{table}"


def _colours() -> str:
    uses = dict(re.findall(r"^        (\w+): (.+)$", Palette.__doc__ or "", re.MULTILINE))
    rows = []
    for name, use in uses.items():
        names = [name.replace("_1", f"_{step}") for step in (1, 2, 3)] if name.endswith("_1") else [name]
        cells = [" ".join(f"`{getattr(palette, one)}`" for one in names) for palette in (LIGHT, DARK)]
        rows.append(f"| `{name}` | {use.rstrip('.')} | {' | '.join(cells)} |")
    assert sum(row.count("`#") for row in rows) == 2 * len(vars(LIGHT))
    return "\n".join(["| colour | for | light | dark |", "| --- | --- | --- | --- |", *rows])


def _contrasts() -> str:
    rows = []
    for front, grounds, least in PAIRS:
        worst = [min((contrast(getattr(p, front), getattr(p, g)), g) for g in grounds) for p in (LIGHT, DARK)]
        cells = " | ".join(f"{ratio:.1f} ({ground})" for ratio, ground in worst)
        rows.append(f"| `{front}` | {', '.join(grounds)} | {least:.1f} | {cells} |")
    head = "| colour | on | needs | least, light | least, dark |"
    return "\n".join([head, "| --- | --- | --- | --- | --- |", *rows])


def _differences() -> str:
    rows = []
    for seeing in SEEING:
        cells = []
        for p in (LIGHT, DARK):
            sides = min(apart(getattr(p, f"behind_{k}"), getattr(p, f"ahead_{k}"), seeing) for k in (1, 2, 3))
            near = min(apart(getattr(p, f"{side}_1"), p.near, seeing) for side in ("behind", "ahead"))
            steps = min(
                apart(getattr(p, f"{side}_{k}"), getattr(p, f"{side}_{k + 1}"), seeing)
                for side in ("behind", "ahead")
                for k in (1, 2)
            )
            cells.append(f"{sides:.0f} · {near:.0f} · {steps:.0f}")
        rows.append(f"| {seeing} | {cells[0]} | {cells[1]} |")
    return "\n".join(["| seeing | light | dark |", "| --- | --- | --- |", *rows])
