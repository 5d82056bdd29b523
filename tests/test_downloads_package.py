import csv
import dataclasses
import io
import json
import re
from datetime import datetime
from hashlib import sha256
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
import requests
import yaml
from frictionless import validate

from budget.field_dictionary import field_dictionary
from store.releases import all_releases
from tests.serving import serve
from tests.stored import BATU, NOW, SURABAYA, fresh_database, keep, release, sample_draft

ATOM = "{http://www.w3.org/2005/Atom}"
REPLACED = 104
NOTE = 'Koreksi <b> & "kutip" \x0b'


@pytest.fixture(scope="module")
def releases(tmp_path_factory):
    """A database in whose last 104 releases two readings of Batu's August replace each other."""
    folder = tmp_path_factory.mktemp("package")
    database = fresh_database(folder)
    draft = sample_draft(BATU, 2026, 8)
    other = dataclasses.replace(draft, lines=draft.lines.iloc[1:])
    first, second = (keep(database, one, sample=True) for one in (draft, other))
    release(database, *keep(database, sample_draft(SURABAYA, 2026, 9), sample=True))
    release(database, *first)
    for number in range(REPLACED):
        release(database, *(first if number % 2 else second), note=NOTE)
    found = {one.number: one for one in all_releases(database)}
    database.close()
    return folder / "serapan.sqlite", found


@pytest.fixture(scope="module")
def site(releases):
    with serve(releases[0]) as url:
        yield url


@pytest.fixture(scope="module")
def package(site):
    return requests.get(f"{site}/data/rilis/2/paket.zip", timeout=20)


@pytest.fixture
def folder(package, tmp_path):
    with ZipFile(io.BytesIO(package.content)) as files:
        assert files.testzip() is None
        files.extractall(tmp_path)
    return tmp_path


def test_a_package_is_sent_as_a_file_for_ever(site, package):
    assert package.status_code == 200
    assert package.headers["content-type"] == "application/zip"
    assert package.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert package.headers["content-disposition"] == 'attachment; filename="serapan-rilis-2.zip"'
    assert requests.get(f"{site}/data/rilis/2/paket.zip", timeout=20).content == package.content


def test_the_times_in_a_package_are_those_of_the_release(package):
    with ZipFile(io.BytesIO(package.content)) as files:
        assert {one.date_time for one in files.infolist()} == {datetime.fromisoformat(NOW).timetuple()[:6]}
        assert files.namelist() == [
            *("satker.csv", "baris.csv", "rencana.csv", "koreksi.csv"),
            *("README.txt", "datapackage.json", "CITATION.cff", "LICENSE-DATA.md"),
        ]


def test_a_package_is_a_valid_data_package(folder):
    report = validate(folder / "datapackage.json")
    assert report.flatten(["type", "message"]) == []
    rows = {task.name: task.stats.get("rows", 0) for task in report.tasks}
    lines = sum(len(sample_draft(*key).lines) for key in ((SURABAYA, 2026, 9), (BATU, 2026, 8)))
    assert rows == {"satker": 39, "baris": lines, "rencana": 0, "koreksi": 0}


def test_a_package_with_a_ledger_is_valid_too(site, tmp_path):
    content = requests.get(f"{site}/data/rilis/5/paket.zip", timeout=20).content
    with ZipFile(io.BytesIO(content)) as files:
        files.extractall(tmp_path)
    report = validate(tmp_path / "datapackage.json")
    assert report.flatten(["type", "message"]) == []
    assert [task.stats["rows"] for task in report.tasks if task.name == "koreksi"] == [3]


def test_its_tables_are_the_ones_at_their_addresses(site, folder):
    for name, address in (
        ("satker", "satker.csv?tahun=2026&bulan=9&dana=apbn"),
        ("baris", "baris.csv"),
        ("rencana", "rencana.csv"),
        ("koreksi", "koreksi.csv"),
    ):
        assert (folder / f"{name}.csv").read_bytes() == requests.get(f"{site}/data/rilis/2/{address}").content


def test_what_the_descriptor_says(releases, site, folder):
    package = json.loads((folder / "datapackage.json").read_text())
    assert package["profile"] == "tabular-data-package"
    assert (package["version"], package["created"]) == ("2", NOW)
    assert package["id"] == f"sha256:{releases[1][2].hash}"
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    assert package["homepage"] == package["sources"][0]["path"] == f"{site}/data?rilis=2"
    assert "data contoh, angka rekaan" in package["title"]
    for resource in package["resources"]:
        content = (folder / resource["path"]).read_bytes()
        assert (resource["bytes"], resource["hash"]) == (len(content), f"sha256:{sha256(content).hexdigest()}")
        fields = [field for field in field_dictionary() if field.berkas == resource["name"]]
        assert [(one["name"], one["type"]) for one in resource["schema"]["fields"]] == [
            (field.kolom, field.tipe) for field in fields
        ]
        assert [one["name"] for one in resource["schema"]["fields"]] == content.decode().split("\n")[0].split(",")
        assert {one.get("unit") for one in resource["schema"]["fields"] if one["name"].endswith("_rp")} == {"rupiah"}


def test_how_to_cite_is_valid_and_names_the_release(releases, site, folder):
    cited = yaml.safe_load((folder / "CITATION.cff").read_text())
    assert {
        name: str(cited[name]) for name in ("cff-version", "type", "version", "date-released", "license", "url")
    } == {
        "cff-version": "1.2.0",
        "type": "dataset",
        "version": "2",
        "date-released": "2026-10-12",
        "license": "CC-BY-4.0",
        "url": f"{site}/data?rilis=2",
    }
    assert cited["title"] == "Serapan anggaran KPU di Jawa Timur, rilis 2 (data contoh, angka rekaan)"
    assert cited["authors"] == [{"name": "Serapan KPU"}]
    assert cited["identifiers"][0]["value"] == f"sha256:{releases[1][2].hash}"


def test_the_readme_is_in_both_languages(site, folder):
    text = (folder / "README.txt").read_text()
    assert f"{site}/data/rilis/2/satker.csv?tahun=2026&bulan=9&dana=apbn" in text
    for words in ("PERHATIAN: data contoh.", "MIND: sample data.", "s.d. 30 September 2026", "up to 30 September 2026"):
        assert words in text
    assert "{" not in text


@pytest.fixture(scope="module")
def feed(site):
    answer = requests.get(f"{site}/koreksi.atom", timeout=20)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/atom+xml")
    assert answer.headers["cache-control"] == "no-cache"
    return ElementTree.fromstring(answer.content)


def text(element, name):
    return element.findtext(f"{ATOM}{name}")


def test_the_feed_has_what_atom_asks_for(site, feed):
    assert feed.tag == f"{ATOM}feed"
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "id"
    links = {one.get("rel"): one.get("href") for one in feed.findall(f"{ATOM}link")}
    assert links["self"] == f"{site}/koreksi.atom"
    assert requests.get(links["alternate"], timeout=20).status_code == 200
    assert text(feed, "title") == "Catatan koreksi Serapan"
    assert feed.find(f"{ATOM}author/{ATOM}name").text == "Serapan KPU"
    for element in (feed, *feed.findall(f"{ATOM}entry")):
        assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", text(element, "id"))
        assert datetime.fromisoformat(text(element, "updated")).isoformat() == NOW
        assert text(element, "title")


def test_the_feed_holds_the_newest_hundred_with_ids_of_their_own(feed):
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == 100
    assert len({text(entry, "id") for entry in entries} | {text(feed, "id")}) == 101
    numbers = [int(re.search(r"oleh rilis (\d+),", text(entry, "summary"))[1]) for entry in entries]
    assert numbers == list(range(REPLACED + 2, REPLACED + 2 - 100, -1))


def test_an_entry_says_what_was_replaced(site, feed):
    entry = feed.find(f"{ATOM}entry")
    old, new = sample_draft(BATU, 2026, 8).lines.iloc[1:], sample_draft(BATU, 2026, 8).lines
    words = text(entry, "summary")
    assert text(entry, "title") == "Revisi: KPU Kota Batu, Agustus 2026, RM"
    for amount in (*(sum(lines[name]) for lines in (old, new) for name in ("pagu_rp", "realisasi_rp")),):
        assert f"Rp{amount:,}".replace(",", ".") in words
    # XML cannot hold the control character, in any form.
    assert words.endswith('Catatan rilis: “Koreksi <b> & "kutip" \N{REPLACEMENT CHARACTER}”.')
    [link] = entry.findall(f"{ATOM}link")
    assert link.get("href") == f"{site}/koreksi?tahun=2026&bulan=8&dana=apbn&kode=35.79&anggaran=2026"


def test_ids_stay_when_the_address_or_the_language_changes(site, feed):
    other = requests.get(f"{site}/koreksi.atom?bahasa=en", headers={"host": "lain.example"}, timeout=20)
    english = ElementTree.fromstring(other.content)
    assert english.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    assert english.find(f"{ATOM}link").get("href") == "http://lain.example/koreksi.atom?bahasa=en"
    assert [one.text for one in english.iter(f"{ATOM}id")] == [one.text for one in feed.iter(f"{ATOM}id")]


def test_the_ledger_as_csv_holds_all_of_it(site):
    answer = requests.get(f"{site}/koreksi.csv", timeout=20)
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-cache")
    found = list(csv.DictReader(io.StringIO(answer.content.decode())))
    assert [int(row["rilis"]) for row in found] == list(range(REPLACED + 2, 2, -1))
    assert {row["catatan"] for row in found} == {NOTE}
    assert answer.content == requests.get(f"{site}/data/rilis/{REPLACED + 2}/koreksi.csv", timeout=20).content


def test_the_catalogue_names_addresses_that_work(site):
    answer = requests.get(f"{site}/data/dcat.json", timeout=20)
    assert (answer.headers["content-type"], answer.headers["cache-control"]) == ("application/ld+json", "no-cache")
    found = answer.json()
    assert found["@type"] == "dcat:Catalog"
    assert found["@context"]["dcat"] == "http://www.w3.org/ns/dcat#"
    sets = {one["dct:identifier"]: one for one in found["dcat:dataset"]}
    assert list(sets) == ["satker", "baris", "rencana", "koreksi"]
    for one in sets.values():
        assert {words["@language"] for words in one["dct:title"]} == {"id", "en"}
        assert len(one["dcat:distribution"]) == 4
        for form in one["dcat:distribution"]:
            got = requests.get(form["dcat:downloadURL"]["@id"], timeout=20)
            assert got.status_code == 200
            kind = got.headers["content-type"].partition(";")[0]
            assert form["dcat:mediaType"]["@id"] == f"https://www.iana.org/assignments/media-types/{kind}"
