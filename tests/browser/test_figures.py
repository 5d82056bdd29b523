"""Every figure of Ringkasan, Wilayah and Baris is the one that the downloaded tables give."""

from fractions import Fraction

import pytest

from budget.wording.language import LANGUAGES
from budget.wording.percentage import percentage
from budget.wording.points import points
from budget.wording.rupiah import rupiah
from budget.wording.translation import gettext
from tests.browser import blocks
from tests.browser.looking import looking
from tests.browser.said import LABEL, agree, column, full, gap, share, short, words
from tests.browser.seen import rest, rows, tokens
from tests.browser.truth import LEVELS, Truth

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("public-2")]
BOTH = pytest.mark.parametrize(
    "language", [LANGUAGES[0], *(pytest.param(one, marks=pytest.mark.thorough) for one in LANGUAGES[1:])]
)


@BOTH
def test_ringkasan(public, tab, language):
    truth = Truth(public)
    units, sums = truth.reported, truth.sums()
    with looking(tab, f"{public.url}/?tahun=2026&bulan=9&dana=apbn", language):
        said = blocks.headline(tab, sums, truth.gap(), language)
        _, counted, more = blocks.totals(tab, sums, language)
        assert [word for word in counted.text.split() if word.isdecimal()] == ["37", "39"]
        known = sums.pagu + sum(truth.sums([code], bulan=8).pagu for code in map(truth.code, ("35.27", "35.72")))
        assert tokens(more.text, language) == [percentage(Fraction(sums.pagu * 100, known))]
        blocks.bullets(tab, truth, units, language)
        blocks.line(tab, truth, units, [9], language)

        tiles = rows(tab, ".sp-map", "li", "a")
        assert len(tiles) == 38
        for [tile] in tiles:
            code = truth.code(tile.href.split("kode=")[1].split("&")[0])
            name, mark = (part.inner_text() for part in tab.locator(f'.sp-tile[href="{tile.href}"] > *').all())
            if code not in units:
                assert (mark, tokens(tile.title, language)) == (gettext("belum"), [])
                continue
            away = points(float(truth.gap([code])))
            assert (name.isupper(), mark) == (True, away)
            assert tokens(tile.title, language) == [
                percentage(truth.sums([code]).rate),
                *([away] if away != "0" else []),
            ]

        expected = []
        for code in truth.units["kode_satker"]:
            own = truth.sums([code])
            amounts = [column(own.pagu), column(own.realisasi), share(own.rate), gap(truth.gap([code]))]
            expected.append([LABEL, *(amounts if code in units else [words(gettext("belum melapor"))])])
        last = [LABEL, column(sums.pagu), column(sums.realisasi), share(sums.rate), gap(truth.gap())]
        agree(rows(tab, ".sp-block:has(#semua-satker) table"), [[LABEL] * 5, *expected, last], language)
        assert rest(tab, language) == said * 2


VIEWS = [
    ("35.09", 2026, 9, "apbn", "revisi", "id"),
    pytest.param(*("35.09", 2026, 9, "apbn", "revisi", "en"), marks=pytest.mark.thorough),
    pytest.param(*("35.07", 2026, 6, "apbn", "revisi", "id"), marks=pytest.mark.thorough),
    ("35.08", 2026, 9, "apbn", "awal", "id"),
    pytest.param(*("35.77", 2026, 3, "apbn", "revisi", "en"), marks=pytest.mark.thorough),
    pytest.param(*("35.79", 2025, 12, "apbn", "revisi", "id"), marks=pytest.mark.thorough),
    ("35.79", 2024, 12, "hibah", "revisi", "id"),
]
"""A unit judged by the quarterly target, one by its plan, against the first ceiling with a line above it, without 53, a
year that begins in October, and a grant."""


@pytest.mark.parametrize(("kode", "tahun", "bulan", "dana", "dasar", "language"), VIEWS)
def test_wilayah(public, tab, kode, tahun, bulan, dana, dasar, language):
    truth = Truth(public, tahun, bulan, dana, awal=dasar == "awal")
    unit = truth.code(kode)
    units, months, sums = [unit], truth.months(unit), truth.sums([unit])
    query = f"kode={kode}&tahun={tahun}&bulan={bulan}&dana={dana}&dasar={dasar}&tingkat=akun"
    with looking(tab, f"{public.url}/wilayah?{query}", language):
        said = blocks.headline(tab, sums, truth.gap(units), language)
        agree([blocks.totals(tab, sums, language)], [[LABEL, short(sums.ini), full(sums.ini)]], language)
        blocks.bullets(tab, truth, units, language)
        blocks.line(tab, truth, units, months, language)
        if dana == "apbn" and months[0] == 1:
            # The score is defined against the newest revision, whatever the page's basis is.
            blocks.nkpa(tab, Truth(public, tahun, bulan, dana), unit, language)
        assert tokens(tab.locator(".sp-block:has(#nkpa) > p").last.inner_text(), language) == rush(truth, unit)
        blocks.months(tab, truth, unit, language)
        blocks.ceilings(tab, truth, unit, language)
        blocks.tree(tab, truth, unit, language)
        assert rest(tab, language) == [*said * 2, *rush(truth, unit)]
        for revised in (".sp-block:has(#nkpa) > .sp-note", ".sp-block:has(#rincian) > .sp-note"):
            note = tab.locator(revised).first.inner_text()
            assert dana == "hibah" or gettext("pagu revisi") in note, revised


def rush(truth, unit):
    """The tokens about the last month alone: rupiah, and in December its share of the year."""
    months = truth.months(unit)
    if len(months) < 2:
        return []
    alone = truth.alone(unit, months[-1])
    year = truth.sums([unit]).realisasi
    return [rupiah(alone), *([percentage(Fraction(alone * 100, year))] if months[-1] == 12 else [])]


def test_wilayah_without_a_report(public, tab):
    truth = Truth(public)
    unit = truth.code("35.27")
    with looking(tab, f"{public.url}/wilayah?kode=35.27&tahun=2026&bulan=9&dana=apbn", "id"):
        assert tokens(tab.locator("h1").inner_text(), "id") == []
        blocks.months(tab, truth, unit, "id")
        blocks.ceilings(tab, truth, unit, "id")
        assert rest(tab, "id") == []


@BOTH
def test_baris_of_all(public, tab, language):
    truth = Truth(public)
    for jenis in (None, "53"):
        query = "tahun=2026&bulan=9&dana=apbn" + (f"&jenis={jenis}" if jenis else "")
        with looking(tab, f"{public.url}/baris?{query}", language):
            lines = truth.lines[(truth.lines["bulan"] == 9) & ((truth.lines["jenis"] == jenis) | (jenis is None))]
            codes = [code for code in truth.units["kode_satker"] if code in set(lines["kode_satker"])]
            expected = [[LABEL] * 5]
            for code in (*codes, None):
                own = lines if code is None else lines[lines["kode_satker"] == code]
                expected.append([LABEL, words(str(len(own))), *amounts(own)])
            agree(rows(tab, ".sp-scroll table"), expected, language)
            assert rest(tab, language) == []


@BOTH
@pytest.mark.parametrize("only", ["", "&jenis=52", "&jalur=WA", "&jenis=51&jalur=WA"])
def test_baris_of_a_unit(public, tab, only, language):
    truth = Truth(public)
    chosen = dict(part.split("=") for part in only.split("&") if part)
    lines = truth.lines[(truth.lines["bulan"] == 9) & (truth.lines["kode_wilayah"] == "35.09")]
    lines = lines[lines["akun"].str.startswith(chosen.get("jenis", ""))]
    lines = lines[lines["program"].str.startswith(chosen.get("jalur", ""))]
    with looking(tab, f"{public.url}/baris?kode=35.09&tahun=2026&bulan=9&dana=apbn{only}", language):
        seen = rows(tab, ".sp-lines", "tr", ":scope > th, :scope > td")
        each = [amounts(own) for _, own in lines.groupby(level=0)]
        agree([row[1:] for row in seen], [[LABEL] * 3, *each, amounts(lines)], language)
        for row, line in zip(seen[1:-1], lines.itertuples(), strict=True):
            assert "/".join(getattr(line, level) for level in LEVELS) in row[0].text
            assert line.sumber_sel in row[0].text
            assert line.sumber_berkas in row[0].text
        assert rest(tab, language) == []


def amounts(lines):
    return [full(int(lines[name].sum())) for name in ("pagu_rp", "realisasi_rp", "sisa_rp")]


@pytest.mark.parametrize("kode", ["", "35.08"])
def test_lines_say_that_their_ceiling_is_the_revised_one(public, tab, kode):
    with looking(tab, f"{public.url}/baris?kode={kode}&tahun=2026&bulan=9&dana=apbn&dasar=awal", "id"):
        truth = Truth(public)
        pagu = truth.sums([truth.code(kode)] if kode else None).pagu
        assert rows(tab, ".sp-scroll > table", "tfoot tr")[-1][-3].figures[0][0] == str(pagu)
        assert "pagu revisi" in tab.locator(".sp-note").first.inner_text()
