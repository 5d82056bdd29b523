"""The page that compares."""

import json
import re
from functools import cache
from html import unescape

import pytest

from budget.draw_picture import draw_picture
from budget.reference import Reference
from budget.standing import Standing
from budget.units_table import units_table
from budget.view import View
from budget.wording.language import in_language
from budget.wording.short_name import short_name
from store.release import Release
from tests.cubes import cube
from tests.stored import NOW, fresh_database
from views.asked import Asked
from views.bandingkan import bandingkan
from views.mark import Mark
from views.published import Published
from views.screen import Chart
from views.screens import SCREENS
from views.static_html import static_html

PROVINCE, BLITAR, KEDIRI, SURABAYA, MALANG, BATU = "654425", "657672", "657736", "657942", "657998", "657956"
ALL = Reference.load().in_province("35")
ROWS = cube(
    (2026, 6, PROVINCE, "RM", "52", 9_000_000_000, 4_500_000_000),
    (2026, 5, BLITAR, "RM", "52", 1_000_000_000, 300_000_000),
    (2026, 6, BLITAR, "RM", "52", 1_000_000_000, 600_000_000),
    (2026, 6, KEDIRI, "RM", "52", 3_000_000_000, 1_200_000_000),
    (2026, 5, SURABAYA, "RM", "52", 3_000_000_000, 100_000_000),
    (2026, 6, SURABAYA, "RM", "52", 3_000_000_000, 4_500_000_000),
    (2026, 6, MALANG, "RM", "53", 2_000_000_000, 0),
    (2026, 6, BATU, "RM", "52", 0, 0),
    (2026, 2, BATU, "HLD", "52", 500, 100),
)


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    opened = fresh_database(tmp_path_factory.mktemp("bandingkan"))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def page(database):
    @cache
    def usual(query):
        return made(ROWS, **dict(query))

    def drawn(rows=None, **query):
        return usual(tuple(query.items())) if rows is None else made(rows, **query)

    def made(rows, **query):
        shown = Published(database, Release(7, NOW, "penguji", "", "", "0" * 64), newest=True, cube=rows)
        asked = Asked.of("bandingkan", query, shown, origin="http://x")
        with in_language(asked.bahasa):
            return bandingkan(shown, asked)

    return drawn


def text(html, between=" "):
    return re.sub(r"\s+", " ", unescape(re.sub("<.*?>", between, html))).replace("\N{NO-BREAK SPACE}", " ")


def rows_of(html, table):
    """Cells in words of each row of the tables of a class, by the unit's short name, in their order."""
    found = {}
    for body in re.findall(f'<table class="[^"]*{table}".*?</table>', html, re.DOTALL):
        for row in re.findall(r"<tr[^>]*><th scope=\"row\">.*?</tr>", body, re.DOTALL):
            name, *cells = (text(cell, "").strip() for cell in re.findall("<t[hd].*?</t[hd]>", row, re.DOTALL))
            found.setdefault(name, cells)
    return found


def lane(html, name):
    [row] = [row for row in re.findall(r"<tr[^>]*><th scope=\"row\">.*?</tr>", html, re.DOTALL) if f">{name}<" in row][
        :1
    ]
    return re.findall(r'<i class="(sp-\S+)(?: (sp-dot-\S+))?" style="left:(\S+?)%">', row)


def test_the_headline_says_of_how_many_units_a_median_is(page):
    screen = page()
    assert screen.description.replace("\N{NO-BREAK SPACE}", " ") == (
        "Median serapan sampai 30 Juni 2026: kabupaten 50,0 % (2 dari 29 satker) dan kota 75,0 % (2 dari 9 satker); "
        "provinsi tersendiri."
    )
    assert screen.description in unescape(re.sub("<.*?>", "", static_html(screen)))
    assert screen.title == "Perbandingan serapan satker KPU di Jawa Timur s.d. Juni 2026"


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({"jenis": "53"}, "Median serapan belanja modal sampai 30 Juni 2026: kota 0,0 % (1 dari 9 satker)."),
        ({"kelompok": "pilkada"}, "Median serapan sampai 30 Juni 2026: tanpa hibah 50,0 % (5 satker)."),
        ({"bahasa": "en"}, "regencies 50.0% (2 of 29 units) and cities 75.0% (2 of 9 units)"),
        ({"bulan": "2", "dana": "hibah"}, "Belum ada serapan yang dapat dibandingkan sampai 28 Februari 2026."),
        ({"jenis": "57"}, "Belum ada serapan yang dapat dibandingkan sampai 30 Juni 2026."),
    ],
)
def test_the_headline_of_other_views(page, query, sentence):
    assert sentence in page(**query).description.replace("\N{NO-BREAK SPACE}", " ")


def test_each_unit_is_a_row_on_one_scale_with_its_target_and_its_side(page):
    html = static_html(page())
    # 60 % of a scale up to 120 is 50 %; the target of goods in June, 50 %, is 41.7 %.
    assert lane(html, "Kab. Blitar") == [("sp-goal", "", "41.7"), ("sp-dot", "sp-dot-ahead", "50.0")]
    assert lane(html, "Kab. Kediri") == [("sp-goal", "", "41.7"), ("sp-dot", "sp-dot-behind", "33.3")]
    assert lane(html, "Prov. Jawa Timur")[1] == ("sp-dot", "sp-dot-near", "41.7")
    dots = rows_of(html, "sp-dots")
    assert len(dots) == 39
    assert dots["Kab. Blitar"] == ["", "60,0 %", "Rp600,0 juta", "+10"]
    assert 'style="--median:41.7%"' in html
    assert "median 50,0 %" in text(html)
    assert "29 satker melapor. Median 50,0 %, terendah 40,0 %, tertinggi 60,0 %." in text(html)


def test_what_exceeds_the_scale_is_drawn_at_its_end_and_written(page):
    html = static_html(page())
    assert lane(html, "Kota Surabaya")[1] == ("sp-dot", "sp-dot-over", "100.0")
    assert rows_of(html, "sp-dots")["Kota Surabaya"][1:] == ["150,0 %", "Rp4,5 miliar", "+100"]
    assert "di luar skala, angkanya tertulis" in text(html)
    assert "di luar skala" not in text(static_html(page(ROWS[ROWS["kode_satker"] != SURABAYA])))


def test_a_rate_below_zero_is_drawn_at_zero():
    corrected = cube((2026, 6, BATU, "RM", "52", 100, -10))
    mark = Mark.of(Standing.of(corrected, 2026, 6, code=BATU, name="x"))
    assert (mark.percent, mark.left, mark.shape) == (-10, "0.0", "under")


def test_the_states_are_words(page):
    html = static_html(page())
    dots, table = rows_of(html, "sp-dots"), rows_of(html, "sp-compared")
    assert dots["Kota Madiun"] == ["belum melapor", "–", "", "–"]
    assert table["Kota Madiun"] == ["belum melapor"]
    assert dots["Kota Batu"][0] == "tidak ada pagu"
    assert table["Kota Batu"][2] == "tidak ada pagu"
    assert dots["Kota Malang"][1] == table["Kota Malang"][2] == "nol"
    chart = next(part for part in page().parts if isinstance(part, Chart))
    words = [text for one in chart.figure["data"] if one["mode"] == "text" for text in one["text"]]
    assert (words.count("belum melapor"), words.count("tidak ada pagu"), words.count("nol")) == (33, 1, 1)


def test_nothing_is_ranked_unless_asked(page):
    html = static_html(page())
    order = [name for name in rows_of(html, "sp-dots") if name.startswith("Kab.")]
    assert order == [short_name(unit.nama) for unit in ALL if unit.tingkat == "kabupaten"]
    assert text(html).count("Urut kode wilayah, bukan peringkat.") == 3
    assert "diurutkan" not in text(html)


@pytest.mark.parametrize(
    ("urut", "words", "gap"),
    [("selisih_rp", "menurut selisih target dalam rupiah", "−0,30"), ("selisih_poin", "dalam poin", "−10")],
)
def test_a_page_that_is_sorted_says_so_and_by_what(page, urut, words, gap):
    html = static_html(page(urut=urut))
    for table in ("sp-dots", "sp-compared"):
        order = [name for name in rows_of(html, table) if name.startswith("Kab.")]
        assert order[:2] == ["Kab. Kediri", "Kab. Blitar"]
    assert rows_of(html, "sp-dots")["Kab. Kediri"][3] == gap
    assert text(html).count(words) == 3
    assert "mulai dari yang paling jauh di belakang target. Urutan ini bukan penilaian mutu." in text(html)
    assert "bukan peringkat" not in text(html)


def test_without_any_target_there_is_nothing_to_sort_by(page):
    html = text(static_html(page(cube((2026, 2, BLITAR, "RM", "52", 100, 5)), urut="selisih_rp")))
    assert "Belum ada selisih target, jadi urut kode wilayah." in html
    assert "Tanpa garis target" in html


def test_the_table_has_every_figure_exactly(page):
    html = static_html(page())
    table = rows_of(html, "sp-compared")
    assert table["Kab. Blitar"][:6] == ["1,00", "0,60", "60,0 %", "50,0 %", "+10", "+0,10"]
    # 600,000,000 rupiah over the polling stations of Kabupaten Blitar.
    tps = next(region.tps for region in Reference.load().wilayah if region.nama == "Kabupaten Blitar")
    assert f'<data value="{(600_000_000 * 2 + tps) // (2 * tps)}">' in html
    assert table["Prov. Jawa Timur"][6] == "tidak berlaku"
    assert "Rupiah per pemilih (DPT): belum ada acuan jumlah pemilih per wilayah." in text(html)
    [sums] = [cells for name, cells in table.items() if name.startswith("Jumlah 2 dari 29")]
    assert sums[:6] == ["4,00", "1,80", "45,0 %", "50,0 %", "−5", "−0,20"]
    for amount in (4_000_000_000, 1_800_000_000, -200_000_000):
        assert f'<data value="{amount}"' in html


def test_the_table_and_the_csv_have_the_same_figures(page):
    html = static_html(page())
    rows = re.findall(r"<tr[^>]*><th scope=\"row\">.*?</tr>", html[html.index("sp-compared") :], re.DOTALL)
    shown = {
        text(row[: row.index("</th>")]).strip(): [int(value) for value in re.findall('<data value="(.*?)"', row)][:2]
        for row in rows
        if "<data" in row
    }
    table = units_table(draw_picture(ROWS, ALL, View(2026, 6), name=""), Reference.load())
    expected = {
        short_name(row.nama): [row.pagu_rp, row.realisasi_rp]
        for row in table.itertuples()
        if row.keadaan != "belum melapor"
    }
    assert {name: amounts for name, amounts in shown.items() if not name.startswith("Jumlah")} == expected


def test_a_unit_links_to_its_page_and_its_money_to_its_lines(page):
    html = unescape(static_html(page(jenis="52", urut="selisih_poin")))
    view = "tahun=2026&bulan=6&dana=apbn&kode=35.05"
    assert f'href="/wilayah?{view}"' in html
    assert f'href="/baris?{view}&jenis=52"' in html
    assert 'href="/data/rilis/7/baris.csv?tahun=2026&bulan=6&dana=apbn&jenis=52"' in html
    assert 'href="/data/rilis/7/satker.csv?tahun=2026&bulan=6&dana=apbn"' in unescape(static_html(page()))


def test_rules_of_the_groups_are_written_with_their_boundaries(page):
    html = static_html(page(kelompok="ukuran_pagu"))
    words = text(html)
    assert "Sepertiga satker dengan pagu terkecil" in words
    # Ceilings of 1, 2, 3, 3 and 9 miliar: the boundaries are the second and the fourth.
    assert "Pagu sampai Rp2.000.000.000 ." in words
    assert "Pagu di atas Rp2.000.000.000 sampai Rp3.000.000.000 ." in words
    assert "Ukuran pagunya tidak diketahui: belum melapor, ditarik, atau tanpa pagu, pada bulan ini." in words
    assert "Ukuran menurut seluruh pagu" not in words
    assert "Ukuran menurut seluruh pagu" in text(static_html(page(kelompok="ukuran_pagu", jenis="52")))
    assert "Kelompok “Dengan hibah” kosong." in text(
        static_html(page(ROWS[ROWS["sumber_dana"] != "HLD"], kelompok="pilkada"))
    )


@pytest.mark.parametrize(
    ("kode", "query", "sentence"),
    [
        ("35.05", {}, "KPU Kabupaten Blitar: serapan 60,0 %, 10 poin di atas median kabupaten (50,0 %)."),
        ("35.06", {}, "KPU Kabupaten Kediri: serapan 40,0 %, 10 poin di bawah median kabupaten (50,0 %)."),
        ("35.77", {}, "KPU Kota Madiun: belum melapor."),
        ("35.79", {}, "KPU Kota Batu: tidak ada pagu."),
        ("35", {}, "KPU Provinsi Jawa Timur: serapan 50,0 %; tidak ada satker lain dalam kelompok ini"),
        ("35", {"kelompok": "pilkada"}, "serapan 50,0 %, setara dengan median tanpa hibah (50,0 %)."),
    ],
)
def test_a_unit_that_is_marked_is_compared_in_words(page, kode, query, sentence):
    html = static_html(page(kode=kode, **query))
    assert sentence in text(html)
    assert html.count('<tr class="sp-mine">') == 2
    assert f'<option value="{kode}" selected>' in html


def test_no_unit_is_marked_by_default(page):
    html = static_html(page())
    assert "sp-mine" not in html
    assert "sp-lead" not in html


def test_the_chart_is_followed_by_its_table(page):
    parts = page().parts
    [place] = [place for place, part in enumerate(parts) if isinstance(part, Chart)]
    twin = rows_of(parts[place + 1], "sp-table")
    assert len(twin) == 39 + 2
    assert twin["Kabupaten Blitar"] == ["–", "–", "–", "–", "30,0 %", "60,0 %"]
    assert twin["Median: Kabupaten"] == ["–", "–", "–", "–", "30,0 %", "50,0 %"]
    assert (
        parts[place].sentence
        == "Serapan sejak Januari, bulan demi bulan, dari 39 satker dalam petak-petak berskala sama."
    )
    assert "kota 0 sampai" not in text(parts[place - 1])
    assert "0 sampai 120 % pagu" in text(parts[place - 1])
    json.dumps(parts[place].figure)


def test_grants_that_nobody_has(page):
    screen = page(ROWS[ROWS["sumber_dana"] == "RM"], dana="hibah")
    assert "tidak ada satker dengan hibah" in text(static_html(screen))
    assert not any(isinstance(part, Chart) for part in screen.parts)


def test_the_page_is_small_enough_for_a_phone(page):
    rows = cube(
        *(
            (2026, bulan, unit.kode_satker, "RM", jenis, 61_234_567_891, 4_567_891_234 * bulan)
            for unit in ALL
            for bulan in range(1, 13)
            for jenis in ("51", "52")
        )
    )
    for kelompok in ("jenis_wilayah", "ukuran_pagu", "pilkada"):
        assert len(static_html(page(rows, kelompok=kelompok, kode="35.05", urut="selisih_rp")).encode()) < 80_000


def test_it_is_a_page(page):
    assert SCREENS["bandingkan"] is bandingkan
    html = static_html(page())
    for name in ("tahun", "bulan", "dana", "dasar", "kelompok", "jenis", "urut", "kode"):
        assert html.count(f'<select name="{name}">') == 1
    assert html.index('class="sp-nav"') < html.index("<h1") < html.index('class="sp-footer"')
