import dataclasses
import json
import sqlite3
from hashlib import sha256

import pandas as pd
import pytest

from budget.issue import Issue
from budget.lines import AMOUNTS, LEVELS
from budget.reference import Reference
from budget.slice_change import slice_changes
from budget.totals import Totals
from store.canonical_line import canonical_line, content_hash
from store.database import Database
from store.merkle import leaf, root
from store.publish import publish
from store.read_cube import read_cube
from store.read_headings import read_headings
from store.read_lines import read_lines
from store.refused import Refused
from store.releases import all_releases, find_release, latest_release
from tests.stored import NOW, SURABAYA, fresh_database, keep, release, sample_draft


@pytest.fixture
def database(tmp_path):
    opened = fresh_database(tmp_path)
    yield opened
    opened.close()


def test_only_its_owner_reads_the_database(tmp_path):
    database = fresh_database(tmp_path)
    modes = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.iterdir() if not path.name.endswith(".lock")}
    database.close()
    assert modes == dict.fromkeys(("serapan.sqlite", "serapan.sqlite-wal", "serapan.sqlite-shm"), 0o600)


@pytest.mark.parametrize(
    "url",
    ["", "serapan.sqlite", "sqlite://", "mysql://serapan@basis/serapan", "postgresql+pg8000://serapan@basis/serapan"],
)
def test_another_kind_of_database_is_refused(url):
    with pytest.raises(ValueError, match=r"^SERAPAN_DATABASE_URL tidak menyebut basis data yang dikenal\."):
        Database(url)


SEPTEMBER = (SURABAYA, 2026, 9)
OCTOBER = (SURABAYA, 2026, 10)


def with_amount(draft, amount):
    """The same draft with other spending in its first line."""
    lines = draft.lines.copy()
    lines.loc[0, "realisasi_rp"] = amount
    return dataclasses.replace(draft, lines=lines)


def not_publishable(draft):
    return dataclasses.replace(draft, report=dataclasses.replace(draft.report, slices=()))


def test_the_same_file_twice_is_the_same_draft(database):
    [first], [second] = keep(database, sample_draft(*SEPTEMBER)), keep(database, sample_draft(*SEPTEMBER))
    assert first == second
    assert keep(database, sample_draft(*OCTOBER)) != [first]


def test_what_was_read_is_what_is_kept(database):
    draft = sample_draft(*SEPTEMBER)
    [number] = keep(database, draft)
    published = release(database, number)
    lines = read_lines(database, published.number)
    same = ["tahun", "bulan", "kode_satker", "sumber_dana", *LEVELS, "uraian", *AMOUNTS]
    same += ["sumber_berkas", "sumber_lembar", "sumber_baris", "sumber_sel", "cells"]
    pd.testing.assert_frame_equal(lines[same], draft.lines[same], check_dtype=False)
    headings = read_headings(database, [number])
    assert set(headings["path"]) == set(draft.headings["path"])


def test_the_cube_is_the_sum_of_the_lines(database):
    draft = sample_draft(*SEPTEMBER)
    published = release(database, *keep(database, draft))
    cube = read_cube(database, published.number)
    for jenis, rows in draft.lines.groupby(draft.lines["akun"].str[:2]):
        own = cube[cube["jenis"] == jenis]
        for amount in ("pagu_rp", "realisasi_rp", "realisasi_ini_rp", "sisa_rp"):
            assert own[amount].tolist() == [sum(rows[amount].tolist())]
    assert cube["lines"].sum() == len(draft.lines)


def test_an_unknown_amount_makes_its_sum_unknown(database):
    draft = sample_draft(*SEPTEMBER)
    lines = draft.lines.copy()
    lines.loc[0, "realisasi_rp"] = pd.NA
    published = release(database, *keep(database, dataclasses.replace(draft, lines=lines)))
    cube = read_cube(database, published.number).set_index("jenis")
    assert cube.loc[lines.loc[0, "akun"][:2], "realisasi_rp"] is pd.NA
    assert cube["realisasi_rp"].notna().sum() == len(cube) - 1


def test_a_release_replaces_its_slices_keeps_the_rest_and_never_changes(database):
    september, october = keep(database, sample_draft(*SEPTEMBER), sample_draft(*OCTOBER))
    first = release(database, september)
    before = read_lines(database, 1)
    second = release(database, october)
    [corrected] = keep(database, with_amount(sample_draft(*SEPTEMBER), 1))
    third = release(database, corrected)
    assert [one.number for one in all_releases(database)] == [3, 2, 1]
    assert (first, second, third) == (find_release(database, 1), find_release(database, 2), latest_release(database))
    assert sorted(set(read_lines(database, 2)["bulan"])) == [9, 10]
    assert read_lines(database, 3, bulan=9)["realisasi_rp"].iloc[0] == 1
    assert len(read_lines(database, 3, bulan=10)) == len(sample_draft(*OCTOBER).lines)
    pd.testing.assert_frame_equal(read_lines(database, 1), before)


def test_hashes_chain_and_can_be_recomputed_from_the_rows(database, tmp_path):
    september, october = keep(database, sample_draft(*SEPTEMBER), sample_draft(*OCTOBER))
    first, second = release(database, september), release(database, october, note="Oktober")
    assert (first.previous_hash, second.previous_hash) == ("", first.hash)
    with sqlite3.connect(f"{tmp_path}/serapan.sqlite") as raw:
        fields = "slice,program,kegiatan,kro,ro,komponen,subkomponen,akun,item,uraian,"
        fields += "pagu_rp,lock_rp,realisasi_lalu_rp,realisasi_ini_rp,realisasi_rp,sisa_rp,"
        fields += "sumber_lembar,sumber_baris,sumber_sel,cells"
        rows = raw.execute(f"SELECT {fields} FROM line WHERE draft_id = ? ORDER BY no", (october,)).fetchall()
        query = "SELECT upload_sha256, declared, content_hash, leaves FROM draft WHERE id = ?"
        [file, declared, kept, leaves] = raw.execute(query, (october,)).fetchone()
        acts = raw.execute("SELECT act, subject, previous_hash FROM audit").fetchall()
    assert kept == content_hash(rows)
    assert leaves == b"".join(leaf(canonical_line(row)) for row in rows)
    assert second.root == root(leaf(canonical_line(row)) for row in rows)
    content = {
        "number": 2,
        "published_at": NOW,
        "published_by": "penguji",
        "note": "Oktober",
        "previous_hash": first.hash,
        "slices": [[f"{SURABAYA}/2026-10/RM", file, declared, kept, "baru", None]],
        "root": second.root,
        "previous_root": first.root,
        "audit": next(previous for act, subject, previous in acts if (act, subject) == ("terbit", "rilis 2")),
    }
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert second.hash == sha256(text.encode()).hexdigest()


def test_publishing_what_is_public_already_makes_no_release(database):
    [number] = keep(database, sample_draft(*SEPTEMBER))
    assert release(database, number) == release(database, number)
    assert len(all_releases(database)) == 1


def test_what_has_to_be_explained_is_not_published_without_a_note(database):
    issue = Issue.of("cumulative-falls", raw="Rp1", expected="Rp2", satker=SURABAYA, difference="Rp1", month=8)
    draft = sample_draft(*SEPTEMBER)
    draft = dataclasses.replace(draft, report=dataclasses.replace(draft.report, issues=(issue,)))
    ids = keep(database, draft)
    with pytest.raises(Refused) as refusal:
        release(database, *ids, note="  ")
    assert refusal.value.issue.code == "note-missing"
    assert release(database, *ids, note="Pengembalian belanja").note == "Pengembalian belanja"


def refusals(database):
    september, october = keep(database, sample_draft(*SEPTEMBER), sample_draft(*OCTOBER))
    [wrong] = keep(database, with_amount(not_publishable(sample_draft(*SEPTEMBER)), 5))
    [again] = keep(database, with_amount(sample_draft(*SEPTEMBER), 7))
    release(database, september)
    moved = (
        "Sementara Anda memeriksa, rilis 1 sudah terbit (Anda memeriksa rilis 0). "
        f"Yang berubah: {SURABAYA}/2026-09/RM (rilis 1, penguji)."
    )
    return [
        ([october], {"base": 0}, moved),
        ([99], {}, "Draf 99 tidak ada."),
        ([wrong], {}, f"Draf {wrong} masih punya kesalahan, jadi tidak dapat diterbitkan."),
        ([september, again], {}, f"Dua berkas mengisi bagian yang sama: {SURABAYA}/2026-09/RM."),
    ]


def test_what_is_refused_changes_nothing(database):
    for ids, more, message in refusals(database):
        with pytest.raises(Refused) as refusal:
            release(database, *ids, **more)
        assert refusal.value.issue.message == message
        assert refusal.value.issue.remedy
    assert [one.number for one in all_releases(database)] == [1]


def test_money_of_unknown_source_beside_money_of_a_known_one_would_count_twice(database):
    release(database, *keep(database, sample_draft(*SEPTEMBER)))
    ids = keep(database, sample_draft(*SEPTEMBER, None), sumber_dana=None)
    with pytest.raises(Refused) as refusal:
        release(database, *ids)
    assert refusal.value.issue.message == (
        f"Satker {SURABAYA} periode 2026-09 akan terhitung dua kali: ada angka RM, tidak dirinci."
    )


def test_a_failed_publication_leaves_no_trace(database, monkeypatch):
    [number] = keep(database, sample_draft(*SEPTEMBER))

    def fail(*_):
        raise OSError("disk penuh")

    monkeypatch.setattr("store.make_release._release", fail)
    with pytest.raises(OSError, match="disk penuh"):
        publish(database, [number], by="x", now=NOW)
    assert latest_release(database) is None
    with database.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM cube").scalar() == 0


def test_invented_figures_stay_marked(database):
    release(database, *keep(database, sample_draft(*SEPTEMBER), sample=True))
    release(database, *keep(database, sample_draft(*OCTOBER)))
    cube = read_cube(database, 2)
    assert {bulan: rows["sample"].all() for bulan, rows in cube.groupby("bulan")} == {9: True, 10: False}


def test_a_preview_sets_before_beside_after(database):
    published = release(database, *keep(database, sample_draft(*SEPTEMBER)))
    draft = with_amount(sample_draft(*SEPTEMBER), 1)
    [change] = slice_changes(draft, read_cube(database, published.number))
    assert change.before == Totals.of(sample_draft(*SEPTEMBER).lines)
    assert change.after.realisasi_rp == sum(draft.lines["realisasi_rp"].tolist())
    assert slice_changes(draft, None)[0].before is None
    assert Reference.load().by_kode_satker[change.slice.kode_satker].nama == "KPU Kota Surabaya"
