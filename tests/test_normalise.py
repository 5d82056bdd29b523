"""`manage.py normalise`: exit status, files written, and what a person reads."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from budget.lines import CSV_COLUMNS
from manage import manage
from tests import corpus

ROOT = Path(__file__).parents[1]


def run(*arguments: object) -> tuple[int, str, str]:
    result = CliRunner().invoke(manage, ["normalise", *map(str, arguments)])
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "baik.xlsx"
    path.write_bytes(corpus.xlsx(corpus.grid()))
    return path


def test_lines_and_report(good: Path, tmp_path: Path) -> None:
    out, report = tmp_path / "lines.csv", tmp_path / "report.json"
    assert run(good, "--out", out, "--report", report, "--sumber-dana", "RM") == (0, "", "")
    with out.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == list(CSV_COLUMNS)
    assert [row["pagu_rp"] for row in rows] == ["246078000", "1000", "33900000", "2000000000"]
    assert rows[2]["uraian"] == "'=Honor Output"
    assert (rows[0]["item"], rows[0]["sumber_sel"], rows[0]["sumber_dana"]) == ("", "Y16", "RM")
    found = json.loads(report.read_text(encoding="utf-8"))
    assert found["format"] == "sakti-fa-detail"
    assert found["rows"] == {"read": 28, "lines": 4, "totals": 15, "notes": 9, "dropped": 0}
    assert found["publishable"] is True


def test_several_files(good: Path, tmp_path: Path) -> None:
    dipa = tmp_path / "dipa.xlsx"
    dipa.write_bytes(corpus.xlsx(corpus.omspan([(656560, "KPU", "DIPA-076.01.2.656560/2024", 5)])))
    out, report = tmp_path / "lines.csv", tmp_path / "report.json"
    assert run(good, dipa, "--out", out, "--report", report)[0] == 0
    rows = list(csv.DictReader(out.read_text(encoding="utf-8").splitlines()))
    assert [row["sumber_berkas"] for row in rows] == ["baik.xlsx"] * 4 + ["dipa.xlsx"]
    assert (rows[4]["bulan"], rows[4]["realisasi_rp"], rows[4]["pagu_rp"]) == ("", "", "5")
    found = json.loads(report.read_text(encoding="utf-8"))
    assert [file["file"] for file in found["files"]] == ["baik.xlsx", "dipa.xlsx"]


def test_summary(good: Path) -> None:
    status, shown, _ = run(good)
    assert status == 0
    assert shown.splitlines() == [
        "baik.xlsx: sakti-fa-detail",
        "  Mengisi 656560/2026-03/tidak dirinci",
        "  28 baris dibaca = 4 baris anggaran + 15 jumlah + 9 keterangan + 0 dilewati",
        "  Pagu: Rp2.279.979.000",
        "  Periode lalu: Rp459.349.585",
        "  Periode ini: Rp240.209.813",
        "  Realisasi: Rp699.559.398",
        "  Sisa: Rp1.580.419.602",
        "  84 jumlah tercetak diperiksa, 0 berbeda",
        "  [keterangan] GLP039_LAPORAN: Lembar ini tidak menyebut sumber dana; angka hibah mungkin ikut terhitung."
        " Nyatakan sumber dana saat mengunggah bila Anda mengetahuinya.",
        "  Dapat diterbitkan.",
    ]


def test_a_satker_outside_kpu(tmp_path: Path) -> None:
    path = tmp_path / "lain.xlsx"
    path.write_bytes(corpus.xlsx(corpus.grid(satker="637372")))
    status, shown, _ = run(path)
    assert status == 1
    assert "Satker 637372 KPU KABUPATEN OGAN KOMERING ULU TIMUR tidak ada dalam daftar satker KPU." in shown
    assert shown.splitlines()[-1] == "  Belum dapat diterbitkan."
    assert run(path, "--any-satker")[0] == 0


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"", "Berkas kosong (0 bita). Unduh ulang dari aplikasi asal, lalu unggah lagi."),
        (bytes(range(256)), None),
        (b"%PDF-1.7", None),
        (corpus.xlsx(corpus.grid())[:3000], None),
        (corpus.protected(), None),
        (None, None),
    ],
)
def test_a_file_that_cannot_be_read(content: bytes | None, line: str | None, tmp_path: Path) -> None:
    path, out, report = tmp_path / "x.xlsx", tmp_path / "lines.csv", tmp_path / "report.json"
    if content is not None:
        path.write_bytes(content)
    status, shown, complaint = run(path, "--out", out, "--report", report)
    assert (status, shown) == (2, "")
    assert complaint.count("\n") == 1
    assert complaint.startswith("x.xlsx: ")
    assert line is None or complaint == f"x.xlsx: {line}\n"
    assert not out.exists()
    assert not report.exists()


def test_an_unknown_source_of_funds_is_refused(good: Path) -> None:
    assert run(good, "--sumber-dana", "APBD")[0] == 2


def test_the_process_ends_by_itself(good: Path) -> None:
    command = [sys.executable, "manage.py", "normalise", str(good)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("Dapat diterbitkan.\n")
