"""Tables that a release of the samples does not have: very long, very wide, empty."""

import io
from zipfile import ZipFile

import anyio
import pandas as pd
import pyarrow.parquet
import pytest
import python_calamine
from starlette.applications import Starlette

from budget.cast_table import cast_table
from budget.choose_lines import choose_lines
from routes.table import Table
from routes.table_format import TABLE_FORMATS
from routes.table_route import TableRoute
from routes.too_many_rows import TooManyRows
from routes.write_json import write_json
from routes.write_parquet import write_parquet
from routes.write_xlsx import write_xlsx
from store.database import Database

SHEET = 1_048_576


def unknown(rows):
    return pd.DataFrame({"pagu_rp": pd.array([None] * rows, dtype="Int64")})


def test_a_sheet_takes_as_many_rows_as_excel_and_not_one_more():
    content = b"".join(write_xlsx([unknown(SHEET - 2), unknown(1)]))
    with ZipFile(io.BytesIO(content)) as parts, parts.open("xl/worksheets/sheet1.xml") as sheet:
        assert sheet.read().endswith(f'<row r="{SHEET}"></row></sheetData></worksheet>'.encode())
    with pytest.raises(TooManyRows):
        list(write_xlsx([unknown(SHEET - 2), unknown(2)]))


def test_a_table_that_excel_cannot_hold_is_refused_in_words():
    def find(_database, _number, _query):
        return Table("panjang", iter([unknown(SHEET)]))

    database = Database("sqlite:///:memory:")
    sent = anyio.run(ask, Starlette(routes=[TableRoute(database, "baris", find)]), "/data/rilis/1/baris.xlsx")
    assert sent[0]["status"] == 400
    assert sent[1]["body"].decode() == (
        "Excel memuat paling banyak 1048575 baris. Pilih satu tahun, atau ambil sebagai parquet.\n"
    )


async def ask(app, path):
    """What an application answers to a GET."""
    sent = []

    async def receive():
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message):
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": path, "raw_path": path.encode(), "query_string": b""}
    await app({**scope, "headers": [], "root_path": "", "scheme": "http", "server": ("127.0.0.1", 80)}, receive, send)
    return sent


def test_a_file_is_made_chunk_by_chunk():
    taken = []

    def chunks():
        for number in range(3):
            taken.append(number)
            yield unknown(number)

    for name, form in TABLE_FORMATS.items():
        taken.clear()
        parts = form.write(chunks())
        next(parts)
        assert taken == [0], name
        assert b"".join(parts), name
        assert taken == [0, 1, 2], name


def test_a_row_group_of_parquet_is_a_chunk():
    content = b"".join(write_parquet([unknown(0), unknown(3), unknown(2)]))
    file = pyarrow.parquet.ParquetFile(io.BytesIO(content))
    assert [file.metadata.row_group(no).num_rows for no in range(file.num_row_groups)] == [3, 2]


def test_columns_beyond_z():
    wide = pd.DataFrame({f"k{no}": pd.array([no], dtype="Int64") for no in range(60)})
    content = b"".join(write_xlsx([wide]))
    with ZipFile(io.BytesIO(content)) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
    for place, value in (("Z2", 25), ("AA2", 26), ("AZ2", 51), ("BA2", 52), ("BH2", 59)):
        assert f'<c r="{place}" s="0"><v>{value}</v></c>' in sheet
    [_, row] = python_calamine.load_workbook(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    assert row == list(range(60))


@pytest.mark.parametrize(
    ("sizes", "text"),
    [
        ([0], "[]\n"),
        ([1], '[\n{"pagu_rp":null}\n]\n'),
        ([0, 1, 0, 2], '[\n{"pagu_rp":null},\n{"pagu_rp":null},\n{"pagu_rp":null}\n]\n'),
    ],
)
def test_json_is_one_array_however_it_is_cut(sizes, text):
    assert b"".join(write_json(map(unknown, sizes))).decode() == text


def test_types_do_not_depend_on_what_is_known():
    table = pd.DataFrame({"kode_satker": [None], "pagu_rp": [None], "serapan_persen": [None], "keadaan": ["nol"]})
    assert list(map(str, cast_table(table, "satker").dtypes)) == ["str", "Int64", "float64", "str"]
    assert list(map(str, cast_table(table.iloc[:0], "satker").dtypes)) == ["str", "Int64", "float64", "str"]


LINES = pd.DataFrame(
    {
        "program": ["AA", "AA", "AAB", None],
        "kegiatan": ["AA.1", "AA.1", None, None],
        "kro": [None, "QA", None, None],
        "ro": [None, "QA.1", None, None],
        "komponen": None,
        "subkomponen": None,
        "akun": ["51", "521211", None, "511111"],
    },
    dtype="str",
)


@pytest.mark.parametrize(
    ("chosen", "rows"),
    [
        ({}, [0, 1, 2, 3]),
        ({"jenis": "51"}, [0, 3]),
        ({"jenis": "52", "jalur": "AA"}, [1]),
        ({"jalur": "AA"}, [0, 1]),
        ({"jalur": "AA/AA.1/QA"}, [1]),
        ({"jalur": "AA/AA.1/QA/QA.1/521211"}, [1]),
        ({"jalur": "51"}, []),
        ({"jalur": "511111"}, [3]),
        ({"jalur": "AA/AA.1/Q"}, []),
    ],
)
def test_the_lines_behind_a_figure(chosen, rows):
    assert choose_lines(LINES, **chosen).index.tolist() == rows


def test_no_lines_behind_a_figure():
    assert choose_lines(LINES.iloc[:0], jenis="51", jalur="AA").empty
