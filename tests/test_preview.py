"""What a draft would change line by line, and whether files can be handed in."""

import dataclasses
import re

import pandas as pd
import pytest

from budget.declared import Declared
from budget.issue import Issue
from budget.line_changes import line_changes
from budget.line_changes_table import line_changes_table
from budget.lines import LEVELS
from budget.slice import Slice
from budget.slice_change import SliceChange
from budget.slices_words import slices_words
from budget.to_csv import to_csv
from budget.totals import Totals
from budget.upload import Upload
from budget.wording.age import age
from store.approve import approve
from store.find_draft import find_draft
from store.give_back import give_back
from store.hand_in import hand_in
from store.handed_in import handed_in
from store.verify import verify
from store.withdraw import withdraw
from tests.stored import BATU, NOW, SURABAYA, fresh_database, keep, release, sample_draft
from tests.test_review import BUDI, JAKARTA, RINA, RM, SITI
from views.preview import Preview
from views.public_slices import public_slices
from views.published import published
from views.read_file import ReadFile
from views.render import render
from views.verdicts import verdicts

PIECE = Slice(2026, 9, SURABAYA, "RM")


@pytest.fixture
def database(tmp_path):
    opened = fresh_database(tmp_path)
    yield opened
    opened.close()


def frame(*rows, bulan=9):
    """Lines of the slice: path, uraian, pagu, realisasi."""
    lines = [
        {
            **dict(zip(LEVELS, [*path.split("/"), *[None] * 8], strict=False)),
            "uraian": uraian,
            "pagu_rp": pagu,
            "realisasi_rp": realisasi,
        }
        for path, uraian, pagu, realisasi in rows
    ]
    table = pd.DataFrame(lines, columns=[*LEVELS, "uraian", "pagu_rp", "realisasi_rp"])
    table = table.assign(tahun=2026, bulan=bulan, kode_satker=SURABAYA, sumber_dana="RM")
    return table.astype(dict.fromkeys(("tahun", "bulan", "pagu_rp", "realisasi_rp"), "Int64"))


def brief(changes):
    return [
        (one.path, one.kind, one.pagu_before, one.pagu_after, one.realisasi_before, one.realisasi_after)
        for one in changes
    ]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (None, [("A/521", "x", 5, 1)], [("A/521", "baru", None, 5, None, 1)]),
        ([], [], []),
        ([("A/521", "x", 5, 1)], [("A/521", "x", 5, 1)], []),
        ([("A/521", "x", 5, 1)], [("A/521", "nama baru", 5, 1)], []),
        ([("A/521", "x", 5, 1)], [("A/521", "x", 5, 2)], [("A/521", "berubah", 5, 5, 1, 2)]),
        ([("A/521", "x", 5, None)], [("A/521", "x", 5, 0)], [("A/521", "berubah", 5, 5, None, 0)]),
        ([("A/521", "x", 5, None)], [("A/521", "x", 5, None)], []),
        (
            [("A/521", "x", 5, 1), ("A/522", "y", 7, 2)],
            [("A/523", "z", 9, 3), ("A/521", "x", 5, -1)],
            [
                ("A/523", "baru", None, 9, None, 3),
                ("A/521", "berubah", 5, 5, 1, -1),
                ("A/522", "hilang", 7, None, 2, None),
            ],
        ),
        (
            [("A/521", "x", 5, 1), ("A/521", "y", 6, 1)],
            [("A/521", "x", 5, 1), ("A/521", "y", 6, 2), ("A/521", "z", 1, 1)],
            [("A/521", "berubah", 6, 6, 1, 2), ("A/521", "baru", None, 1, None, 1)],
        ),
        (
            [("A/521", "x", 10**15, 1)],
            [("A/521", "x", 10**15 + 1, 1)],
            [("A/521", "berubah", 10**15, 10**15 + 1, 1, 1)],
        ),
    ],
)
def test_lines_are_found_again_by_their_codes(before, after, expected):
    old = None if before is None else frame(*before)
    assert brief(line_changes(PIECE, old, frame(*after))) == expected


def test_lines_of_other_slices_do_not_count():
    assert line_changes(PIECE, frame(("A", "x", 1, 1), bulan=8), frame(("A", "x", 1, 1), bulan=8)) == []


def test_changed_lines_as_csv_are_harmless_and_unknown_is_empty():
    changes = line_changes(PIECE, None, frame(("A/521", "=HYPERLINK(1)", 5, None)))
    assert to_csv(line_changes_table(changes)).splitlines() == [
        "kode_satker,tahun,bulan,sumber_dana,kode,uraian,perubahan,pagu_before,pagu_after,realisasi_before,realisasi_after",
        f"{SURABAYA},2026,9,RM,A/521,'=HYPERLINK(1),baru,,5,,",
    ]


@pytest.mark.parametrize(
    ("slices", "words"),
    [
        ([], ""),
        ([PIECE], "KPU Kota Surabaya, September 2026, RM"),
        ([Slice(2026, None, SURABAYA, "RM", "rpd")], "KPU Kota Surabaya, RPD 2026, RM"),
        ([Slice(2026, None, SURABAYA, "tidak dirinci")], "KPU Kota Surabaya, 2026, tidak dirinci"),
        ([PIECE, Slice(2026, 9, BATU, "HLD")], "2 satker, September 2026, RM dan HLD"),
        ([PIECE, Slice(2026, 10, SURABAYA, "RM")], "KPU Kota Surabaya, 2 periode, RM"),
        ([Slice(2026, 9, "000000", "RM")], "000000, September 2026, RM"),
    ],
)
def test_slices_in_words(slices, words):
    assert slices_words(slices) == words
    assert [Slice.of_key(piece.key) for piece in slices] == slices


@pytest.mark.parametrize(
    ("time", "words"),
    [
        ("2026-10-12T01:30:00+00:00", "kurang dari 1 jam"),
        ("2026-10-11T21:00:00+00:00", "5 jam"),
        ("2026-10-11T02:00:00+00:00", "1 hari"),
        ("2026-10-09T03:00:00+00:00", "2 hari"),
    ],
)
def test_ages(time, words):
    from datetime import datetime  # noqa: PLC0415

    assert age(time, datetime.fromisoformat(NOW)) == words


def test_a_draft_is_held_against_what_is_public(database):
    draft = sample_draft(SURABAYA, 2026, 9)
    first = Preview.of(draft, None)
    assert (first.replaces, {line.kind for line in first.lines}, len(first.lines)) == (
        False,
        {"baru"},
        len(draft.lines),
    )
    release(database, *keep(database, draft, sample_draft(BATU, 2026, 9)))
    shown = published(database)
    same = Preview.of(draft, shown)
    assert (same.replaces, same.lines) == (True, ())
    lines = draft.lines.copy()
    lines.loc[0, "realisasi_rp"] += 1000
    [changed] = Preview.of(dataclasses.replace(draft, lines=lines), shown).lines
    assert changed.kind == "berubah"
    assert changed.realisasi_after - changed.realisasi_before == 1000
    assert [piece.key for piece in public_slices(shown)] == [f"{SURABAYA}/2026-09/RM", f"{BATU}/2026-09/RM"]


def test_what_was_handed_in_is_read_again_as_it_was(database):
    draft = sample_draft(SURABAYA, 2026, 9)
    number = hand_in(database, draft, RM, SITI, now=NOW)
    kept = find_draft(database, number, RINA)
    assert (kept.upload, kept.report) == (draft.upload, draft.report)
    assert line_changes(PIECE, draft.lines, kept.lines) == []
    assert Preview.of(kept, None) == Preview.of(draft, None)
    assert find_draft(database, number, BUDI) is None
    assert find_draft(database, number, JAKARTA) is None
    assert find_draft(database, number + 1, RINA) is None


def test_a_file_that_was_handed_in_is_known_until_it_is_returned(database):
    draft = sample_draft(SURABAYA, 2026, 9)
    asked = [draft.upload.sha256, "0" * 64]
    assert handed_in(database, asked, SITI) == {}
    first = hand_in(database, draft, RM, SITI, now=NOW)
    assert {key: one.number for key, one in handed_in(database, asked, RINA).items()} == {asked[0]: first}
    assert handed_in(database, asked, BUDI) == {}
    give_back(database, first, RINA, now=NOW, reason="Periksa")
    assert handed_in(database, asked, SITI) == {}
    second = hand_in(database, draft, RM, SITI, now=NOW)
    approve(database, [second], RINA, now=NOW, base=0)
    assert handed_in(database, asked, SITI)[asked[0]].state == "disetujui"


def test_a_file_that_was_replaced_or_withdrawn_can_be_handed_in_again(database):
    draft = sample_draft(SURABAYA, 2026, 9)
    other = dataclasses.replace(draft, upload=dataclasses.replace(draft.upload, content=b"other"))
    other = dataclasses.replace(other, lines=draft.lines.assign(uraian="lain"))
    asked = [draft.upload.sha256]
    for base, one in enumerate((draft, other, draft)):
        assert handed_in(database, [one.upload.sha256], SITI) == {}
        approve(database, [hand_in(database, one, RM, SITI, now=NOW)], RINA, now=NOW, base=base)
    assert handed_in(database, asked, SITI)[asked[0]].number == 3
    assert handed_in(database, [other.upload.sha256], SITI) == {}
    withdraw(database, Slice(2026, 9, SURABAYA, "RM").key, RINA, now=NOW, base=3, reason="Salah")
    assert handed_in(database, asked, SITI) == {}
    approve(database, [hand_in(database, draft, RM, SITI, now=NOW)], RINA, now=NOW, base=4)
    assert handed_in(database, asked, SITI)[asked[0]].number == 4
    assert verify(database).findings == ()


def totals(pagu, realisasi):
    return Totals(pagu, realisasi, None, None)


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (None, totals(100, 50), "belum ada|50,0 %"),
        (totals(100, 50), totals(100, 50), "50,0 %|50,0 %"),
        (totals(100, 50), totals(100, 53), "50,0 %|53,0 % (+3 poin)"),
        (totals(100, 50), totals(300, 50), "50,0 %|16,7 % (−33 poin)"),
        (totals(10**12, 50), totals(10**12, 51), "0,0 %|0,0 % (kurang dari 1 poin)"),
        (totals(0, 0), totals(100, 53), "–|53,0 %"),
        (totals(100, 53), totals(100, None), "53,0 %|–"),
    ],
)
def test_the_rate_before_and_after_is_told_with_its_difference(before, after, words):
    shown = Preview((SliceChange(PIECE, before, after),), (), ())
    text = render("changes.html", preview=shown, counts={})
    cells = re.search(r"<td>Serapan</td><td>(.*?)</td>\s*<td[^>]*>(.*?)</td>", text)
    assert "|".join(cells.groups()).replace("\N{NO-BREAK SPACE}", " ") == words


def read(draft, name=None, content=None):
    upload = dataclasses.replace(draft.upload, name=name or draft.upload.name, content=content or draft.upload.content)
    return ReadFile(upload, RM, dataclasses.replace(draft, upload=upload), None, None)


def test_verdicts_on_files_chosen_together(database):
    mine, other = sample_draft(SURABAYA, 2026, 9), sample_draft(BATU, 2026, 9)
    error = Issue.of("slice-in-two-files", raw="a", expected="b")
    wrong = dataclasses.replace(other, report=dataclasses.replace(other.report, issues=(error,)))
    number = hand_in(database, sample_draft(SURABAYA, 2026, 8), RM, SITI, now=NOW)
    known = handed_in(database, [sample_draft(SURABAYA, 2026, 8).upload.sha256], RINA)
    files = [
        ReadFile(Upload("x.pdf", b"%PDF"), Declared(), None, error, None),
        read(wrong, content=b"spoilt"),
        read(sample_draft(SURABAYA, 2026, 8)),
        read(mine, "a.xlsx"),
        read(mine, "b.xlsx"),
        read(other, "mended.xlsx"),
        read(sample_draft(SURABAYA, 2026, 7), "c.xlsx"),
        read(sample_draft(SURABAYA, 2026, 7), "d.xlsx", b"another"),
    ]
    assert [(one.can, one.wrong, one.words) for one in verdicts(files, RINA, known)] == [
        (False, True, "Tidak terbaca"),
        (False, True, "Perbaiki, lalu unggah lagi"),
        (False, False, f"Sudah diajukan: pengajuan {number}, menunggu peninjau"),
        (True, False, "Dapat diajukan"),
        (False, False, "Isinya sama dengan a.xlsx"),
        (True, False, "Dapat diajukan"),
        (False, True, "Satker dan periodenya sama dengan d.xlsx"),
        (False, True, "Satker dan periodenya sama dengan c.xlsx"),
    ]
    [not_mine] = verdicts([read(mine)], BUDI, {})
    assert (not_mine.can, not_mine.words, not_mine.issue.raw) == (False, "Bukan satker Anda", SURABAYA)
