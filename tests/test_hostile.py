"""Hostile cases 1 to 31 and 40: files that are refused, through `load_safely` as the server calls it.

For every file: the code and message, an answer within ten seconds, less than 50 MB more in the process that serves,
nothing written to disk, and the next good file is read. What is read all the same: `tests/test_hostile_readings.py`.
"""

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from budget.issue import Issue
from loaders import limits
from tests import hostile_files, test_hostile_readings
from tests.hostile_files import REFUSALS, Refusal
from tests.measured_load import MEMORY, measured_load, memory, new_peak, next_is_read, nothing_stored

MESSAGES = {
    "cell-too-long": "berisi lebih dari 32767 huruf.",
    "cell-twice": "mengisi sel H16 dua kali.",
    "doctype": "Berkas berisi deklarasi DOCTYPE, yang tidak pernah ada pada ekspor asli.",
    "empty-file": "Berkas kosong (0 bita).",
    "far-cell": "terlalu jauh dari tabel.",
    "file-too-large": "Berkas lebih besar dari 30 MB.",
    "no-sheets": "Buku kerja tidak berisi lembar.",
    "not-a-spreadsheet": "Isi berkas bukan lembar kerja dan bukan teks tabel.",
    "other-kind-of-file": "bukan lembar kerja, apa pun namanya.",
    "password-protected": "Berkas dilindungi kata sandi.",
    "sheet-part-missing": " disebut dalam buku kerja, tetapi isinya tidak ada.",
    "too-many-cells": "berisi terlalu banyak sel (batasnya 2000000 sel berisi).",
    "too-many-sheets": "lembar; batasnya 100.",
    "workbook-damaged": "Buku kerja tidak dapat dibaca sampai selesai.",
    "xls-damaged": "Berkas .xls terpotong atau rusak.",
    "xml-damaged": "Isi berkas rusak di bagian ",
    "xml-too-deep": "Isi berkas bersarang lebih dari ",
    "zip-bomb": "Isi berkas mengembang jauh melampaui batas setelah dibuka (",
    "zip-damaged": "Berkas terpotong atau rusak.",
    "zip-duplicate-part": "Berkas berisi bagian ganda: ",
    "zip-not-workbook": "Berkas adalah arsip zip, tetapi bukan buku kerja Excel.",
    "zip-overlap": "Bagian di dalam berkas saling tumpang tindih: xl/media/",
    "zip-too-many-parts": "bagian; batasnya 2000.",
    "zip-unsafe-name": "Berkas berisi bagian dengan nama tidak aman: ",
}
"""What each message says, whole or its part without the place."""


@pytest.fixture(autouse=True)
def _nothing_stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with nothing_stored(tmp_path, monkeypatch):
        yield


def _name(refusal: Refusal) -> str:
    return f"case-{refusal.case:02d} {refusal.name}".strip()


@pytest.mark.parametrize("refusal", REFUSALS, ids=_name)
def test_refused(refusal: Refusal) -> None:
    """Cases 4 and 5 are enforced by the web server for the body (`tests/test_server.py`); here for the bytes."""
    issue = measured_load(refusal.make())
    assert isinstance(issue, Issue)
    assert issue.code == refusal.code
    assert MESSAGES[issue.code] in issue.message
    assert issue.level == "error"
    assert issue.remedy
    next_is_read()


@pytest.mark.parametrize("part", hostile_files.with_doctype(b""))
def test_case_22_an_external_dtd_is_not_even_asked_for(part: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        doctype = hostile_files.external(listener.getsockname()[1])
        issue = measured_load(hostile_files.with_doctype(doctype, b"")[part])
        with pytest.raises(BlockingIOError):
            listener.accept()
    assert isinstance(issue, Issue)
    assert issue.code == "doctype"


def test_the_largest_upload_fits() -> None:
    line = b"a;b;c;d;e;f;g;h\r\n"
    issue = measured_load(line * (limits.FILE_BYTES // len(line)))
    assert isinstance(issue, Issue)
    assert issue.code == "too-many-cells"


def test_the_peak_of_memory_is_measured() -> None:
    before = new_peak()
    eaten = os.urandom(MEMORY)
    assert len(eaten) <= memory("VmHWM") - before + 1024**2
    del eaten


def test_every_case_has_a_test() -> None:
    readings = {int(name[5:7]) for name in test_hostile_readings.READINGS}
    assert {refusal.case for refusal in REFUSALS} | {22} | readings == set(range(1, 41))
