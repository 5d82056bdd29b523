"""The page of what the words mean."""

import csv
import re
from collections import Counter
from fractions import Fraction
from html import unescape

import pytest

from budget.data_folder import DATA_FOLDER
from budget.draw_picture import draw_picture
from budget.reference import Reference
from budget.serapan_example import SerapanExample
from budget.view import View
from tests.cubes import cube
from tests.stored import BATU, SURABAYA, fresh_database, keep, release, sample_draft
from views.published import published
from views.screens import find_screen
from views.static_html import static_html

UNITS = Reference.load().in_province("35")
KEDIRI = "657736"


def rows(name):
    with (DATA_FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    opened = fresh_database(tmp_path_factory.mktemp("metodologi-page"))
    drafts = [sample_draft(kode, 2026, bulan) for kode in (BATU, SURABAYA) for bulan in (5, 6)]
    release(opened, *keep(opened, *drafts))
    yield opened
    opened.close()


def page(database, **query):
    screen, _ = find_screen(database, "metodologi", query, origin="")
    return static_html(screen)


@pytest.fixture(scope="module")
def html(database):
    return page(database)


def text(html):
    return re.sub(r"\s+", " ", unescape(re.sub("<.*?>", " ", html)))


def pair(*units):
    picture = draw_picture(
        cube(*((2026, 6, code, "RM", "52", pagu, realisasi) for code, pagu, realisasi in units)),
        UNITS,
        View(2026, 6),
        name="",
    )
    return SerapanExample.of(picture.units)


def test_sum_first_then_divide():
    example = pair((SURABAYA, 900, 450), (BATU, 100, 100))
    assert [unit.code for unit in example.units] == [SURABAYA, BATU]
    assert (example.pagu_rp, example.realisasi_rp) == (1000, 550)
    assert (example.percent, example.mean_of_percentages) == (55, 75)


@pytest.mark.parametrize(
    ("units", "percent", "mean"),
    [
        # Of three units, the two for which the mean errs most: not those with the largest and the smallest budget.
        ([(SURABAYA, 1000, 500), (KEDIRI, 200, 200), (BATU, 100, 50)], Fraction(700, 12), 75),
        ([(SURABAYA, 100, 50), (BATU, 100, 100)], 75, 75),
        ([(SURABAYA, 100, 120), (BATU, 50, 0)], 80, 60),
        ([(SURABAYA, 300, -30), (BATU, 100, 50)], 5, 20),
    ],
)
def test_the_example_of_absorption(units, percent, mean):
    example = pair(*units)
    assert (example.percent, example.mean_of_percentages) == (percent, mean)


@pytest.mark.parametrize(
    "units", [[], [(BATU, 100, 50)], [(BATU, 100, 50), (SURABAYA, 0, 0)], [(BATU, 1, 0), (SURABAYA, 9, None)]]
)
def test_no_example_without_two_rates(units):
    assert pair(*units) is None


def test_the_example_on_the_page_is_of_the_release(database, html):
    figures = published(database).cube
    june = figures[figures["bulan"] == 6].groupby("kode_satker")[["pagu_rp", "realisasi_rp"]].sum()
    pagu, realisasi = int(june["pagu_rp"].sum()), int(june["realisasi_rp"].sum())
    example = html.split('id="serapan"')[1].split("</table>")[0]
    assert [int(amount) for amount in re.findall('<data value="(\\d+)"', example)] == [
        *(int(june.loc[SURABAYA, name]) for name in ("realisasi_rp", "pagu_rp")),
        *(int(june.loc[BATU, name]) for name in ("realisasi_rp", "pagu_rp")),
        realisasi,
        pagu,
    ]
    assert f"{realisasi / pagu * 100:.1f}\N{NO-BREAK SPACE}%".replace(".", ",") in example.split("<tfoot>")[1]
    rates = june["realisasi_rp"] / june["pagu_rp"] * 100
    assert f"Rata-rata kedua persentase, {rates.mean():.1f}\N{NO-BREAK SPACE}%,".replace(".", ",") in html


def test_the_worked_example_of_nkpa(html):
    own = text(html.split('id="nkpa"')[1].split('class="sp-measure"')[0])
    assert "51 Belanja pegawai Rp4.000 Rp2.100 52,5 % 50,0 % 100,0 0,40 40,0" in own.replace("\N{NO-BREAK SPACE}", " ")
    assert "53 Belanja modal Rp1.000 Rp100 10,0 % 40,0 % 25,0 0,10 2,5" in own.replace("\N{NO-BREAK SPACE}", " ")
    assert "NKPA 82,5, sedangkan serapan biasa hanya 42,0 %" in own.replace("\N{NO-BREAK SPACE}", " ")


def test_other_examples_are_of_the_release(database, html):
    figures = published(database).cube
    june, may = (figures[figures["bulan"] == month] for month in (6, 5))
    total = {name: int(june[name].sum()) for name in ("pagu_rp", "realisasi_rp", "sisa_rp")}
    words = text(html)
    full = {name: f"Rp{amount:,}".replace(",", ".") for name, amount in total.items()}
    assert f"{full['pagu_rp']} − {full['realisasi_rp']} = {full['sisa_rp']}." in words
    spent = total["realisasi_rp"] - int(may["realisasi_rp"].sum())
    assert f"jadi bulan itu Rp{spent:,}.".replace(",", ".") in words
    assert "2 dari 39 satker melapor; pagu yang lain belum diketahui." in words
    assert "satker KPU di Jawa Timur, s.d. Juni 2026, pagu revisi, kas, APBN tanpa hibah, rilis 1." in words


def test_every_measure_with_its_formula_and_its_limits(html):
    for row in rows("ukuran.csv"):
        own = unescape(html.split(f'id="{row["id"]}"')[1].split('class="sp-measure"')[0])
        for name in ("nama", "rumus", "penjelasan", "yang_tidak_ditunjukkan", "sumber"):
            assert row[name] in own


def test_targets_and_stages_are_those_of_the_tables(html):
    target = html.split('id="target-triwulan"')[1].split("</table>")[0]
    found = {
        name[:2]: [int(value) for value in re.findall(r"<td>(\d+)</td>", values)]
        for name, values in re.findall('<th scope="row">(.*?)</th>(.*?)</tr>', target)
    }
    expected = {}
    for row in rows("targets.csv"):
        expected.setdefault(row["jenis"], []).append(int(row["target_persen"]))
    assert found == expected
    stages = html.split('id="tahapan"')[1].split("</table>")[0]
    assert re.findall('<th scope="row">(.*?)</th>', stages) == [row["tahapan"] for row in rows("stages.csv")]
    assert text("<" + stages).count("tidak disebut") == 1
    assert re.findall(r'rowgroup" colspan="4">(.*?) <span class="sp-muted">\((.*?)\)', stages) == [
        ("Pemilu 2024", "PKPU 3/2022"),
        ("Pilkada 2024", "PKPU 2/2024"),
    ]


def test_the_states_in_words(html):
    own = html.split('id="keadaan"')[1].split("</dl>")[0]
    assert re.findall("<dt>(.*?)</dt>", own) == ["nol", "belum melapor", "ditarik", "tidak ada pagu", "tidak berlaku"]


def anchors(html):
    return Counter(re.findall(r' id="([^"]+)"', html))


def test_anchors_are_unique_the_same_in_both_languages_and_all_links_find_theirs(database, html):
    english = page(database, bahasa="en")
    assert anchors(html) == anchors(english)
    assert set(anchors(html).values()) == {1}
    assert len([name for name in anchors(html) if name.startswith("istilah-")]) == len(rows("glosarium.csv"))
    assert {"istilah-pagu-awal", "istilah-belanja-pegawai-51", "istilah-halaman-iii-dipa"} < set(anchors(html))
    wanted = re.findall('href="#([^"]+)"', html)
    assert len(wanted) > 9
    assert set(wanted) <= set(anchors(html))
    # Other pages lead here.
    assert {"nkpa", "ketepatan_waktu"} <= set(anchors(html))


def test_the_glossary_names_each_term_in_both_languages(database, html):
    english = unescape(page(database, bahasa="en"))
    for row in rows("glosarium.csv"):
        assert row["arti"] in unescape(html)
        assert row["istilah_en"] in unescape(html)
        assert row["arti_en"] in english
        assert row["istilah"] in english
