"""The English catalogue is complete, and English pages are English."""

import re
import tomllib
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from budget.data_folder import DATA_FOLDER
from budget.declared import Declared
from budget.reference import Reference
from budget.upload import Upload
from budget.wording.language import in_language
from budget.wording.translation import gettext, ngettext
from loaders.load import load
from samples.generate import generate
from tests.indonesian_words import indonesian_words
from tests.stored import BATU, SURABAYA, fresh_database, keep, release, sample_draft
from tests.test_plans import plan_draft
from views.asked import Asked
from views.embedded_pages import EMBEDDED_PAGES
from views.published import published
from views.screen import Chart
from views.screens import SCREENS, find_screen
from views.sematan import sematan
from views.static_html import static_html

ROOT = Path(__file__).parent.parent
ENGLISH_TOO = {"apbn", "data", "kro", "median", "nkpa", "ro", "rupiah", "target"}
"""Words that are the same in English."""
PLACEHOLDER = re.compile(r"%\((\w+)\)s|%%")


@pytest.fixture(scope="module")
def extracted():
    """Every message in the code: a text, or a pair of texts for one and for many."""
    mappings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["babel"]["mappings"]
    methods = [(one["pattern"], one["method"]) for one in mappings]
    strict = {one["pattern"]: {"silent": "false"} for one in mappings if one["method"] == "jinja2"}
    return {message for _, _, message, _, _ in extract_from_dir(ROOT, methods, strict)}


@pytest.fixture(scope="module")
def catalogue():
    with (DATA_FOLDER / "terjemahan" / "en.po").open("rb") as file:
        return read_po(file, locale="en")


@pytest.fixture(scope="module")
def messages(catalogue):
    return [message for message in catalogue if message.id]


def texts(value):
    return [value] if isinstance(value, str) else list(value)


def test_the_catalogue_has_every_message_of_the_code_and_no_other(extracted, catalogue, messages):
    assert len(extracted) > 400
    known = {message.id for message in messages}
    assert extracted - known == set(), "run `make words`, then translate what is new in data/terjemahan/en.po"
    assert known - extracted == set()
    assert not catalogue.obsolete


def test_every_message_is_translated(messages):
    assert [message.id for message in messages if message.fuzzy or not all(texts(message.string))] == []
    assert all(isinstance(message.string, tuple) == isinstance(message.id, tuple) for message in messages)


def test_no_text_is_both_alone_and_one_of_a_pair(extracted):
    """Of a text that is in the catalogue with its plural, `gettext` finds nothing."""
    pairs = {text for message in extracted if isinstance(message, tuple) for text in message}
    assert pairs & {message for message in extracted if isinstance(message, str)} == set()


def test_translations_have_the_placeholders_of_their_message(catalogue, messages):
    assert [error for message in messages for error in message.check(catalogue)] == []
    for message in messages:
        wanted = sorted(PLACEHOLDER.findall(texts(message.id)[0]))
        for text in texts(message.string):
            assert sorted(PLACEHOLDER.findall(text)) == wanted, message.id
            assert "%" not in PLACEHOLDER.sub("", text), message.id


def test_translations_begin_and_end_as_their_message_does(messages):
    for message in messages:
        first = texts(message.id)[0]
        for text in texts(message.string):
            assert text == text.strip()
            assert text[0] == first[0] or text[0] not in ",;", message.id
            assert (text[-1] in ".:") == (first[-1] in ".:") or " " not in first, message.id


def test_nothing_stays_indonesian(messages):
    for message in messages:
        for text in texts(message.string):
            words = re.findall(r"[^\W\d_]+", PLACEHOLDER.sub("", text).lower())
            assert text not in texts(message.id) or set(words) <= ENGLISH_TOO, message.id
        assert not indonesian_words(PLACEHOLDER.sub("", " ".join(texts(message.string)))), message.id


def test_catalogues_are_of_the_readers_language():
    assert gettext("belum melapor") == "belum melapor"
    assert ngettext("%(num)s hari", "%(num)s hari", 2) == "%(num)s hari"
    with in_language("en"):
        assert gettext("belum melapor") == "not reported"
        assert ngettext("%(num)s hari", "%(num)s hari", 1) == "%(num)s day"
        assert ngettext("%(num)s hari", "%(num)s hari", 2) == "%(num)s days"
        assert gettext("kalimat yang tidak ada") == "kalimat yang tidak ada"


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>Belum ada rilis</p>", ["Belum", "rilis"]),
        ("<p>Not reported</p>", []),
        ('<a title="Buka baris-barisnya" href="/baris?bulan=9">Open</a>', ["baris"]),
        ('<input type="hidden" name="dana" value="hibah"><input value="Angka https://x.example/baris">', ["Angka"]),
        ('<p lang="id">Belum <b>ada</b><br> rilis</p> <p>dari</p>', ["dari"]),
        ('<p lang="id">rilis <b lang="en">release, bukan rilis</b></p>', ["bukan", "rilis"]),
        ("<pre>baris = 1</pre><code>tidak dirinci</code>", []),
        ("<p>Daftar Isian Pelaksanaan Anggaran: the document that anggaran is in</p>", ["anggaran"]),
    ],
)
def test_indonesian_is_found_where_it_is_not_marked(html, words):
    assert [word for _, found in indonesian_words(html) for word in found] == words


# --- pages -----------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    """Figures of some units and a plan; a report that was corrected; a grant; money whose source is not named."""
    opened = fresh_database(tmp_path_factory.mktemp("translation"))
    reference = Reference.load()
    corrected = generate(reference, units=(reference.by_kode_satker["657935"],), first=(2025, 8), months=1)
    for file in corrected:
        draft = load(Upload(file.name, file.content), reference, Declared(sumber_dana="RM"))
        release(opened, *keep(opened, draft, sample=True), note="Laporan sampai Agustus 2025")
    figures = [sample_draft(kode, 2026, bulan) for kode in (SURABAYA, BATU) for bulan in (8, 9)]
    figures.append(sample_draft("657668", 2026, 9))
    release(opened, *keep(opened, *figures, plan_draft(), sample=True))
    release(opened, *keep(opened, sample_draft("657867", 2026, 9, None), sumber_dana=None))
    release(opened, *keep(opened, sample_draft(SURABAYA, 2024, 11, "HLD"), sumber_dana="HLD"))
    yield opened
    opened.close()


VIEWS = [
    ("", {}),
    ("", {"tahun": "2025"}),
    ("", {"bulan": "8", "dasar": "awal", "rilis": "3"}),
    ("", {"tahun": "2024", "dana": "hibah"}),
    ("", {"tahun": "2024", "bulan": "12"}),
    ("wilayah", {"kode": "35.78", "tingkat": "akun"}),
    ("wilayah", {"kode": "35.79"}),
    ("wilayah", {"kode": "35.01"}),
    ("wilayah", {"tahun": "2024", "kode": "35.78", "dana": "hibah"}),
    ("bandingkan", {"kode": "35.79"}),
    ("bandingkan", {"kode": "35.01", "kelompok": "ukuran_pagu", "urut": "selisih_rp", "jenis": "52"}),
    ("bandingkan", {"kelompok": "pilkada", "urut": "selisih_poin"}),
    ("bandingkan", {"kelompok": "pilkada", "dana": "hibah", "tahun": "2024"}),
    ("bandingkan", {"tahun": "2025", "urut": "selisih_rp"}),
    ("keterbukaan", {}),
    ("keterbukaan", {"tahun": "2025", "klasifikasi": "dikecualikan"}),
    ("keterbukaan", {"tahun": "2024", "dana": "hibah", "klasifikasi": "serta-merta"}),
    ("data", {}),
    ("data", {"rilis": "2", "kode": "35.04"}),
    ("data", {"rilis": "3"}),
    ("data", {"rilis": "4", "kode": "35.78"}),
    ("koreksi", {}),
    ("koreksi", {"kode": "35.78"}),
    ("koreksi", {"kode": "35.04", "anggaran": "2025"}),
    ("metodologi", {}),
    ("metodologi", {"tahun": "2024", "dana": "hibah"}),
    ("baris", {}),
    ("baris", {"kode": "35.79", "jalur": "CQ"}),
    ("baris", {"kode": "35.79", "jenis": "57"}),
    *[("baris", {"kode": kode}) for kode in ("35.10", "35.13", "35.78")],
]


def charts(parts):
    for part in parts:
        if isinstance(part, Chart):
            yield part


def written(value):
    """Every text in a figure."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from written(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from written(one)


@pytest.mark.parametrize(("page", "query"), VIEWS, ids=str)
def test_english_pages_are_english(database, page, query):
    screen, asked = find_screen(database, page, {**query, "bahasa": "en"}, origin="https://serapan.example")
    assert asked.bahasa == "en"
    found = indonesian_words(static_html(screen))
    for text in (screen.title, screen.description):
        found += indonesian_words(text)
    for chart in charts(screen.parts):
        found += [one for text in (chart.sentence, *written(chart.figure)) for one in indonesian_words(text)]
    assert found == []


@pytest.mark.parametrize("query", [{}, {"kode": "35.79"}, {"kode": "35.01"}], ids=str)
@pytest.mark.parametrize("page", EMBEDDED_PAGES)
def test_embedded_views_are_english(database, page, query):
    shown = published(database)
    asked = Asked.of(page, {**query, "bahasa": "en"}, shown, origin="https://serapan.example")
    with in_language(asked.bahasa):
        screen = sematan(shown, asked)
    assert indonesian_words(static_html(screen) + screen.title + screen.description) == []


def test_every_page_is_among_them():
    assert {page for page, _ in VIEWS} == set(SCREENS)
