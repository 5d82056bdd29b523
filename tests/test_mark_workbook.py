import io

import openpyxl
import pytest

from budget.declared import Declared
from budget.issue import Issue
from budget.reference import Reference
from budget.unreadable import Unreadable
from budget.upload import Upload
from loaders.in_child import in_child
from loaders.load import load
from loaders.mark_workbook import mark_workbook
from samples.fa_detail import write_csv, write_xlsx
from samples.sample_for import sample_for
from tests.stored import SURABAYA


def wrong_total():
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(sample_for(SURABAYA, 2026, 9).tree)))
    book.worksheets[0]["P9"].value += 1
    kept = io.BytesIO()
    book.save(kept)
    return Upload("salah.xlsx", kept.getvalue())


def issues_of(upload):
    return load(upload, Reference.load(), Declared(sumber_dana="RM")).report.issues


def test_the_cell_in_question_is_coloured_and_says_why():
    upload = wrong_total()
    issues = issues_of(upload)
    book = openpyxl.load_workbook(io.BytesIO(in_child(mark_workbook, upload, issues)))
    assert book.sheetnames == ["Serapan", "GLP039_LAPORAN REALISASI SUPER "]
    cell = book.worksheets[1]["P9"]
    [error] = [issue for issue in issues if issue.cell == "P9" and issue.code == "total-differs"]
    assert f"{error.message} {error.remedy}" in cell.comment.text
    assert cell.fill.fgColor.rgb == "FFFFB3B3"
    assert book.worksheets[1]["P10"].comment is None
    listed = [row[1] for row in book.worksheets[0].iter_rows(values_only=True)]
    assert listed == ["code", *(issue.code for issue in issues)]


def test_a_text_file_is_laid_out_anew_and_formulas_stay_text():
    upload = Upload("x.csv", write_csv(sample_for(SURABAYA, 2026, 9).tree).replace(b"Belanja Bahan", b"=1+1"))
    issue = Issue.of("not-a-number", sheet="csv", cell="A1", raw="=1+1", expected="x", field="x", row=1, kode="x")
    book = openpyxl.load_workbook(io.BytesIO(mark_workbook(upload, [issue])))
    page = book["csv"]
    assert page["A1"].comment is not None
    formulas = [cell for row in page.iter_rows() for cell in row if cell.data_type == "f"]
    texts = [cell.value for row in page.iter_rows() for cell in row if cell.value == "=1+1"]
    assert (formulas, len(texts) > 0) == ([], True)


def test_a_file_that_cannot_be_read_is_not_marked():
    with pytest.raises(Unreadable):
        in_child(mark_workbook, Upload("x.xlsx", b"%PDF-1.7"), [])
