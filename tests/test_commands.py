"""The command line does what the web does."""

import pytest
from typer.testing import CliRunner

from budget.reference import Reference
from commands.fill_sample import fill_sample
from manage import manage
from samples.flaws import FLAWS
from samples.sample_for import sample_for
from store.open_database import open_database
from store.read_cube import read_cube
from store.releases import all_releases, latest_release
from tests.stored import SURABAYA, fresh_database


@pytest.fixture
def here(tmp_path, monkeypatch):
    """An empty folder with its own database."""
    monkeypatch.setenv("SERAPAN_DATABASE_URL", f"sqlite:///{tmp_path}/serapan.sqlite")
    open_database.cache_clear()
    yield tmp_path
    open_database().close()
    open_database.cache_clear()


def run(*arguments):
    result = CliRunner().invoke(manage, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


def test_import_and_publish(here):
    sample = sample_for(SURABAYA, 2026, 10)
    sheet = here / "oktober.xlsx"
    sheet.write_bytes(sample.content)
    count = len(sample.tree.pagu)
    wanted = (0, f"oktober.xlsx: draf 1, {count} baris, dapat diterbitkan\n")
    assert run("import", sheet, "--sumber-dana", "RM") == wanted
    assert run("import", sheet, "--sumber-dana", "RM") == wanted
    code, text = run("publish", "--note", "Oktober")
    release = latest_release(open_database())
    assert (code, text) == (0, f"Rilis 1 terbit: sidik {release.hash}\n")
    assert release.note == "Oktober"
    assert run("publish") == (0, "Tidak ada draf yang siap diterbitkan.\n")
    assert sum(read_cube(open_database(), 1)["pagu_rp"].tolist()) == int(sample.tree.pagu.sum())


def test_import_of_what_cannot_be_read_or_published(here):
    (here / "a.xlsx").write_bytes(b"%PDF-1.7 x")
    code, text = run("import", here / "a.xlsx", here / "tidak-ada.xlsx")
    assert code == 2
    assert "a.xlsx: Isi berkas adalah PDF" in text
    assert "tidak-ada.xlsx" in text
    assert run("publish", 7) == (
        1,
        "Draf 7 tidak ada. Periksa nomor draf dengan `manage.py import`, atau unggah lagi.\n",
    )


def test_sample_data_goes_the_way_of_every_upload(tmp_path):
    database = fresh_database(tmp_path)
    said = []
    fill_sample(database, said.append, units=("35.08", "35.79"))
    releases = all_releases(database)
    assert [release.number for release in releases] == list(range(len(releases), 0, -1))
    assert said[-1].endswith(f"rilis {len(releases)}")
    cube = read_cube(database, releases[0].number)
    assert cube["sample"].all()
    assert sorted(set(cube["sumber_dana"])) == ["HLD", "RM"]
    reference = Reference.load()
    lumajang = reference.by_kode_wilayah["35.08"].kode_satker
    months = cube[cube["sumber_dana"] == "RM"].groupby("kode_satker")[["tahun", "bulan"]].value_counts()
    assert months.groupby("kode_satker").size().tolist() == [24, 24]
    assert any(flaw.kode_satker == lumajang for flaw in FLAWS)
    assert (cube["sisa_rp"] < 0).sum() == 0
    assert [release.published_at for release in releases] == sorted(
        (release.published_at for release in releases), reverse=True
    )
    database.close()
