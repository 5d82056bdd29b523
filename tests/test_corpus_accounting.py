"""Every row of every format is a line, a total, a note or named as dropped."""

from dataclasses import replace

import pytest

from budget.reference import Reference
from budget.unreadable import Unreadable
from budget.upload import Upload
from loaders.context import Context
from loaders.detect import detect
from loaders.formats.registry import FORMATS
from loaders.load import load
from loaders.read import read
from tests import corpus
from tests.examples import EXAMPLES

CHANGES = {
    "without": lambda row: [],
    "twice": lambda row: [row, row],
    "blank": lambda row: [[], row],
    "words": lambda row: [row, ["catatan tanpa arti"]],
    "numbers": lambda row: [row, [7] * 12],
    "total": lambda row: [row, [None, "Jumlah", *[12345] * 10]],
    "nothing but text": lambda row: [["x" if cell is not None else None for cell in row]],
}


def test_there_is_an_example_of_every_format():
    assert sorted(EXAMPLES) == sorted(form.name for form in FORMATS)


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_row_is_accounted_for(name):
    example = EXAMPLES[name]
    reference = replace(Reference.load(), layouts=example.layouts)
    report = load(example.upload, reference, example.declared).report
    assert (report.format, report.publishable) == (name, True), report.issues
    assert report.rows == example.counts
    _, sheets, _ = detect(read(example.upload), reference)
    assert report.rows.read == sum(len(sheet.rows) for sheet in sheets) == len(example.rows)


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("change", CHANGES)
def test_no_row_is_lost_whatever_stands_there(name, change):
    example = EXAMPLES[name]
    reference = replace(Reference.load(), layouts=example.layouts)
    recognised = 0
    for at, row in enumerate(example.rows):
        rows = [*example.rows[:at], *CHANGES[change](row), *example.rows[at + 1 :]]
        try:
            form, sheets, _ = detect(read(Upload("contoh.xlsx", corpus.xlsx(rows))), reference)
        except Unreadable:
            continue
        for sheet in sheets:
            recognised += 1
            reading = form.read(sheet, Context(file="contoh.xlsx", reference=reference, declared=example.declared))
            assert reading.rows.read == len(sheet.rows), (at, reading.rows, reading.issues)
            assert min(vars(reading.rows).values()) >= 0, (at, reading.rows)
            assert reading.issues or not reading.rows.dropped, (at, reading.rows)
    assert recognised
