"""What releases replaced, and what they came from."""

import dataclasses
from hashlib import sha256

import pandas as pd
import pytest

from budget.changes_table import CHANGES_COLUMNS, changes_table
from budget.declared import Declared
from budget.draft import Draft
from budget.issue import Issue
from budget.reference import Reference
from budget.slice import RPD, Slice
from budget.to_csv import to_csv
from budget.totals import Totals
from budget.upload import Upload
from loaders.load import load
from samples.generate import generate
from store.publish import publish
from store.read_changes import read_changes
from store.read_cube import read_cube
from store.read_history import read_history
from store.release_changes import release_changes
from store.release_file import ReleaseFile
from store.submit import submit
from tests.stored import BATU, SURABAYA, fresh_database, keep, release, sample_draft

TULUNGAGUNG = "657935"
AUGUST = Slice(2025, 8, TULUNGAGUNG, "RM")
PLANNED = Slice(2026, None, SURABAYA, "RM", RPD)
RM = Declared(sumber_dana="RM")
FIRST, LATER, LAST = "2025-09-04T02:00:00+00:00", "2025-09-25T02:00:00+00:00", "2025-09-30T02:00:00+00:00"
WRONG = Totals(8_457_024_000, 4_643_192_554, 3_813_831_446, 315_174_288)
RIGHT = Totals(8_457_024_000, 4_874_400_654, 3_582_623_346, 546_382_388)


def plan_draft(name, *amounts):
    """A withdrawal plan of Surabaya for 2026: one amount for each month from January on."""
    months = range(1, len(amounts) + 1)
    plan = pd.DataFrame({"bulan": months, "rencana_rp": amounts, "sumber_baris": months}).astype("Int64")
    plan = plan.assign(kode_satker=SURABAYA, tahun=2026, sumber_dana="RM", jenis="52", sumber_lembar="RPD")
    plan = plan.assign(sumber_sel="C2", cells="{}")
    figures = sample_draft(SURABAYA, 2026, 9)
    report = dataclasses.replace(figures.report, slices=(PLANNED,))
    nothing = {"lines": figures.lines.iloc[:0], "headings": figures.headings.iloc[:0]}
    return Draft(Upload(name, name.encode()), **nothing, report=report, plan=plan)


@pytest.fixture
def database(tmp_path):
    opened = fresh_database(tmp_path)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def drafts():
    """Tulungagung's August 2025 as it was sent first and as it was corrected."""
    reference = Reference.load()
    units = (reference.by_kode_satker[TULUNGAGUNG],)
    files = [Upload(one.name, one.content) for one in generate(reference, units=units, first=(2025, 8), months=1)]
    return [load(file, reference, RM) for file in files]


@pytest.fixture
def corrected(database, drafts):
    """Both files published, the correction with its note."""
    for draft, now, note in zip(drafts, (FIRST, LATER), ("Laporan", "Koreksi: belanja yang terlewat"), strict=True):
        ids = submit(database, [(draft, RM)], by="operator", now=now)
        publish(database, ids, by="peninjau", now=now, note=note)
    return database


def test_a_replaced_file_stands_in_the_ledger_with_before_and_after(corrected, drafts):
    [change] = read_changes(corrected, 2)
    assert (change.release, change.published_at, change.published_by) == (2, LATER, "peninjau")
    assert change.note == "Koreksi: belanja yang terlewat"
    assert change.slice == AUGUST
    assert (change.before.totals, change.after.totals) == (WRONG, RIGHT)
    assert change.change == Totals(0, 231_208_100, -231_208_100, 231_208_100)
    assert (change.before.rencana_rp, change.after.rencana_rp, change.plan_change_rp) == (None, None, None)
    assert (change.before.berkas, change.after.berkas) == (
        "contoh-fa-detail-657935-2025-08-RM.xlsx",
        "contoh-fa-detail-657935-2025-08-RM-koreksi.xlsx",
    )
    assert [change.before.sha256, change.after.sha256] == [draft.upload.sha256 for draft in drafts]
    assert (change.before.uploaded_at, change.after.uploaded_at) == (FIRST, LATER)
    assert (change.before.release, change.after.release) == (1, 2)


def test_the_old_release_still_says_the_old_figures(corrected):
    assert Totals.of(read_cube(corrected, 1)) == WRONG
    assert Totals.of(read_cube(corrected, 2)) == RIGHT
    assert read_changes(corrected, 1) == []


def test_going_back_to_the_old_file_is_one_more_row(corrected):
    publish(corrected, [1], by="peninjau", now=LAST, note="Kembali")
    back, first = read_changes(corrected, 3)
    assert (back.release, back.before.totals, back.after.totals) == (3, RIGHT, WRONG)
    assert (back.before.release, back.after.release) == (2, 1)
    assert first == read_changes(corrected, 2)[0]
    assert Totals.of(read_cube(corrected, 3)) == WRONG
    [history] = read_history(corrected, 3).to_dict("records")
    assert (history["first_uploaded_at"], history["uploaded_at"]) == (FIRST, FIRST)
    assert (history["first_release"], history["release"], history["replaced"]) == (1, 3, 2)


def test_what_is_new_is_not_in_the_ledger(database):
    release(database, *keep(database, sample_draft(SURABAYA, 2026, 9)))
    release(database, *keep(database, sample_draft(SURABAYA, 2026, 10)))
    assert read_changes(database, 2) == []


def test_an_unknown_amount_stays_unknown_and_the_same_sums_are_still_a_replacement(database):
    draft = sample_draft(SURABAYA, 2026, 9)
    lines = draft.lines.copy()
    lines.loc[0, "pagu_rp"] = None
    same = draft.lines.assign(uraian="lain")
    release(database, *keep(database, draft))
    release(database, *keep(database, dataclasses.replace(draft, lines=lines)))
    release(database, *keep(database, draft))
    release(database, *keep(database, dataclasses.replace(draft, lines=same)))
    newest, back, unknown = read_changes(database, 4)
    assert newest.change == Totals(0, 0, 0, 0)
    assert unknown.before.totals == Totals.of(draft.lines)
    assert unknown.after.totals == dataclasses.replace(Totals.of(draft.lines), pagu_rp=None)
    assert unknown.change == back.change == Totals(None, 0, 0, 0)
    table = changes_table([unknown], Reference.load())
    assert to_csv(table).splitlines()[1].split(",")[11:13] == [str(Totals.of(draft.lines).pagu_rp), ""]


def test_a_replaced_withdrawal_plan_is_listed_with_its_sums_and_is_no_figure(database):
    release(database, *keep(database, sample_draft(SURABAYA, 2026, 9)))
    release(database, *keep(database, plan_draft("rpd.xlsx", 100, 200)))
    release(database, *keep(database, plan_draft("rpd-2.xlsx", 100, 250, 70)), note="Revisi Halaman III")
    [change] = read_changes(database, 3)
    assert (change.slice, change.note) == (PLANNED, "Revisi Halaman III")
    assert (change.before.berkas, change.before.rencana_rp) == ("rpd.xlsx", 300)
    assert (change.after.berkas, change.after.rencana_rp) == ("rpd-2.xlsx", 420)
    assert change.plan_change_rp == 120
    assert change.change == change.after.totals == Totals(None, None, None, None)
    assert ",2026,,657942,35.78,KPU Kota Surabaya,RM,rpd,,,,,,,300,420,rpd.xlsx,rpd-2.xlsx," in to_csv(
        changes_table([change], Reference.load())
    )
    assert release_changes(database, 3).replaced == (PLANNED,)
    assert release_changes(database, 2).added == (PLANNED,)
    assert read_history(database, 3)["bulan"].tolist() == [9]


def test_newest_first_then_by_unit(database):
    for kode in (SURABAYA, BATU):
        release(database, *keep(database, sample_draft(kode, 2026, 9)))
    again = [
        dataclasses.replace(draft, lines=draft.lines.assign(uraian="lain"))
        for draft in (sample_draft(kode, 2026, 9) for kode in (BATU, SURABAYA))
    ]
    release(database, *keep(database, *again))
    assert [change.slice.kode_satker for change in read_changes(database, 3)] == sorted([SURABAYA, BATU])


def test_the_ledger_as_csv(corrected):
    table = changes_table(read_changes(corrected, 2), Reference.load())
    assert to_csv(table) == (
        "rilis,terbit,penerbit,catatan,tahun,bulan,kode_satker,kode_wilayah,nama,sumber_dana,"
        "isi,pagu_lama_rp,pagu_baru_rp,realisasi_lama_rp,realisasi_baru_rp,sisa_lama_rp,sisa_baru_rp,"
        "rencana_lama_rp,rencana_baru_rp,"
        "berkas_lama,berkas_baru,diunggah_lama,diunggah_baru,rilis_lama,jenis,alasan,penjelasan,pengajuan\n"
        "2,2025-09-25T02:00:00+00:00,peninjau,Koreksi: belanja yang terlewat,2025,8,657935,35.04,"
        "KPU Kabupaten Tulungagung,RM,realisasi,8457024000,8457024000,4643192554,4874400654,3813831446,3582623346,,,"
        "contoh-fa-detail-657935-2025-08-RM.xlsx,contoh-fa-detail-657935-2025-08-RM-koreksi.xlsx,"
        "2025-09-04T02:00:00+00:00,2025-09-25T02:00:00+00:00,1,revisi,,,\n"
    )


def test_the_ledger_before_any_correction_is_a_header():
    assert to_csv(changes_table([], Reference.load())) == ",".join(CHANGES_COLUMNS) + "\n"


def test_a_release_tells_what_it_added_and_replaced_and_from_which_files(corrected, drafts):
    first, second = release_changes(corrected, 1), release_changes(corrected, 2)
    assert (first.added, first.replaced) == ((AUGUST,), ())
    assert (second.added, second.replaced) == ((), (AUGUST,))
    [upload] = [draft.upload for draft in drafts[1:]]
    [file] = second.files
    assert file == ReleaseFile(upload.name, upload.sha256, LATER, "sakti-fa-detail", False, 0, 0)
    assert file.sha256 == sha256(upload.content).hexdigest()
    nothing = release_changes(corrected, 99)
    assert (nothing.added, nothing.replaced, nothing.files, nothing.warnings) == ((), (), (), 0)


def test_issues_are_counted_by_level(database):
    issues = (
        Issue.of("cumulative-falls", raw="Rp1", expected="Rp2", satker=SURABAYA, difference="Rp1", month=8),
        Issue.of("macros", sheet='"issues": []'),
        Issue.of("macros"),
    )
    assert [issue.level for issue in issues] == ["warning", "info", "info"]
    draft = sample_draft(SURABAYA, 2026, 9)
    flagged = dataclasses.replace(draft, report=dataclasses.replace(draft.report, issues=issues))
    release(database, *keep(database, flagged, sample_draft(BATU, 2026, 9)), note="Pengembalian belanja")
    changes = release_changes(database, 1)
    assert {file.name: (file.warnings, file.infos) for file in changes.files} == {
        "contoh-fa-detail-657956-2026-09-RM.xlsx": (0, 0),
        "contoh-fa-detail-657942-2026-09-RM.xlsx": (1, 2),
    }
    assert (changes.warnings, changes.infos) == (1, 2)
    assert [piece.kode_satker for piece in changes.added] == [SURABAYA, BATU]
