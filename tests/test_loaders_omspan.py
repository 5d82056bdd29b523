"""Informasi Revisi DIPA: KPU's rows among other ministries'."""

import pytest

from budget.declared import Declared
from budget.draft import Draft
from budget.reference import Reference
from budget.slice import Slice
from budget.upload import Upload
from loaders.load import load
from tests import corpus

OTHER = (402268, "PENGADILAN AGAMA BATURAJA", "DIPA-005.04.2.402268/2024", 123_000_000)
OWN = (656560, "KPU  KABUPATEN OGAN KOMERING ULU TIMUR", "DIPA-076.01.2.656560/2024", 89_798_549_000)
ZERO = ("018350", "BALAI", "DIPA-018.01.2.018350/2024", 5)


def read(rows: list[tuple[object, str, str, object]], declared: Declared = Declared()) -> Draft:  # noqa: B008
    return load(Upload("x", corpus.xlsx(corpus.omspan(rows))), Reference.load(), declared)


def test_kpu_rows_are_lines_and_others_are_named() -> None:
    draft = read([OTHER, OWN, ZERO])
    assert draft.report.publishable
    assert draft.report.slices == (Slice(2024, None, "656560", "tidak dirinci"),)
    assert (draft.report.rows.lines, draft.report.rows.dropped, draft.report.rows.notes) == (1, 2, 3)
    line = draft.lines.loc[0]
    assert line[["tahun", "kode_satker", "kode_wilayah", "pagu_rp", "sumber_sel", "sumber_baris"]].tolist() == [
        *(2024, "656560", "16.08", 89_798_549_000, "F5", 5)
    ]
    assert line["uraian"] == "DIPA-076.01.2.656560/2024 revisi ke-15, diposting 17-01-2025"
    assert draft.lines[["bulan", "realisasi_rp", "sisa_rp", "lock_rp", "akun"]].isna().all(axis=None)
    named = [issue.message for issue in draft.report.issues if issue.code == "other-ministry"]
    assert named == [
        "Satker 402268 PENGADILAN AGAMA BATURAJA bukan satker KPU; barisnya dilewati.",
        "Satker 018350 BALAI bukan satker KPU; barisnya dilewati.",
    ]


@pytest.mark.parametrize(
    ("row", "code", "cell"),
    [
        ((656560, "KPU X", "DIPA-005.01.2.656560/2024", 1), "dipa-contradicts", "E4"),
        ((656560, "KPU X", "DIPA-076.01.2.656553/2024", 1), "dipa-contradicts", "E4"),
        ((656560, "KPU X", "DIPA?", 1), "dipa-not-understood", "E4"),
        ((999999, "KPU X", "DIPA-076.01.2.999999/2024", 1), "satker-unknown", "B4"),
        ((656560, "KPU X", "DIPA-076.01.2.656560/2024", None), "amount-missing", "F4"),
        ((656560, "KPU X", "DIPA-076.01.2.656560/2024", "n/a"), "not-a-number", "F4"),
        ((656560, "KPU X", "DIPA-076.01.2.656560/2024", "#N/A"), "error-cell", "F4"),
        ((None, "KPU X", "DIPA-076.01.2.656560/2024", 1), "row-not-understood", "A4"),
        (OTHER, "no-kpu-rows", None),
    ],
)
def test_what_is_wrong_blocks(row: tuple[object, str, str, object], code: str, cell: str | None) -> None:
    draft = read([row])
    assert (code, cell) in [(issue.code, issue.cell) for issue in draft.report.issues]
    assert not draft.report.publishable
    assert draft.report.rows.read == 4


def test_the_same_dipa_twice_blocks() -> None:
    draft = read([OWN, OWN])
    assert draft.report.issues[0].code == "duplicate-path"
    assert draft.report.rows.lines == 1


if corpus.SHARED.exists():

    def test_the_original() -> None:
        upload = Upload("x", (corpus.SHARED / "omspan-revisi-dipa-2024.xlsx").read_bytes())
        draft = load(upload, Reference.load())
        assert draft.report.publishable
        assert dict(zip(draft.lines["kode_satker"], draft.lines["pagu_rp"], strict=True)) == {
            "656553": 66_475_462_000,
            "656560": 89_798_549_000,
            "656574": 74_173_110_000,
        }
        assert (draft.report.rows.read, draft.report.rows.dropped) == (73, 67)
        assert sum(issue.code == "other-ministry" for issue in draft.report.issues) == 67
