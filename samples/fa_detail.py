"""SAKTI's "Laporan Ketersediaan Dana Detail" as files."""

import csv
import io
from xml.sax.saxutils import escape

from samples.grid import Grid
from samples.head_template import HeadTemplate
from samples.item_tree import item_tree
from samples.java_number import java_number
from samples.pack import pack
from samples.paginate import paginate
from samples.row_kinds import ROW_KINDS
from samples.subtotals import subtotals
from samples.table_template import TableTemplate
from samples.tree import Tree

_PLAIN = Grid(0)
_WITH_ITEM = Grid(1)
_WIDTHS = (
    *(0.17, 1.67, 0.67, 0.5, 1.33, 0.67, 0.17, 1.33, 0.17, 1.33, 2.33, 1.5, 2.83, 6.67, 32.0),
    *(
        0.17,
        12.5,
        0.17,
        12.0,
        0.17,
        0.17,
        12.33,
        12.5,
        0.17,
        0.17,
        12.17,
        0.17,
        5.5,
        0.17,
        6.67,
        5.17,
        0.17,
        0.17,
        0.17,
    ),
)
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def write_xlsx(tree: Tree, *, with_item: bool = False) -> bytes:
    """Writes a budget as SAKTI's xlsx export, in the layout of `formats.md` section 1.

    Args:
        tree: A unit's budget down to akun, amounts in rupiah.
        with_item: Write the variant that goes on to items (invented by `item_tree`), whose amounts stand one column
            further right.

    Returns:
        The bytes of the workbook; the same tree gives the same bytes.
    """
    grid = _WITH_ITEM if with_item else _PLAIN
    if with_item:
        tree = item_tree(tree)
    head = HeadTemplate.of(grid)
    table = TableTemplate.of(tree.outline, grid)
    header = tree.header
    totals, *amounts = _texts(tree)
    figures: list[str] = []
    for row in table.printed:
        if row.row >= 0:
            own = amounts[row.row]
            figures += (own[0], own[1], *own[4:]) if row.repeated else own
    rows = head.rows % (
        *(header.tahun, header.periode, header.kode_satker, escape(header.nama_satker), table.pages, header.tahun),
        *totals,
    )
    return pack(
        f"{_start(grid)}{rows}{table.rows % tuple(figures)}</sheetData>\n<mergeCells>\n{head.merges}{table.merges}"
        '</mergeCells>\n<pageMargins left="0.0" right="0.0" top="0.0" bottom="0.00" header="0.0" footer="0.0"/>\n'
        '<pageSetup orientation="landscape" paperSize="9"/>\n</worksheet>'
    )


def write_csv(tree: Tree) -> bytes:
    """Writes a budget as SAKTI's CSV export: `;` between cells, UTF-8, Indonesian number text.

    The cells stand in the columns of the xlsx; rows 1–6 are titles, 7–9 the header, then the grand total.

    Args:
        tree: A unit's budget down to akun, amounts in rupiah.

    Returns:
        The bytes of the file.
    """
    header = tree.header
    totals = subtotals(tree).tolist()
    lines: list[dict[str, object]] = [
        {"A": f"LAPORAN KETERSEDIAAN DANA DETAIL TA {header.tahun}"},
        {"A": "Per Program; Kegiatan; Output; SubOutput; Komponen; SubKomponen; Akun;"},
        {"A": f"Periode {header.periode}"},
        {"A": "Kementerian\t:", "N": "076", "O": "KOMISI PEMILIHAN UMUM"},
        {"A": "Unit Organisasi\t", "N": "01", "O": "KOMISI PEMILIHAN UMUM"},
        {"A": "Satuan Kerja   \t:", "N": header.kode_satker, "O": header.nama_satker},
        {
            "A": "Uraian",
            "Q": "Pagu Revisi",
            "S": "Lock Pagu",
            "U": f"Realisasi TA {header.tahun}",
            "AD": "SISA ANGGARAN",
        },
        {"U": "Periode Lalu", "W": "Periode Ini", "X": "s.d. Periode ", "AA": "%"},
        {},
        {"A": "JUMLAH SELURUHNYA"} | _csv_amounts(totals[0], "X", "AC"),
    ]
    for row in paginate(tree.outline):
        if row.row < 0:
            lines.append({"B": row.text})
            continue
        heading = tree.outline.rows[row.row]
        kind = ROW_KINDS[heading.level]
        code, _, _ = (kind.code or kind.text).partition(":")
        text, _, _ = kind.text.partition(":")
        amounts = _csv_amounts(totals[row.row + 1], "Y", "AD")
        if row.repeated:
            del amounts["V"], amounts["W"]
        lines.append({code: heading.code, text: row.text} | amounts)
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";")
    for line in lines:
        writer.writerow([line.get(letter, "") for letter in _PLAIN.letters])
    return file.getvalue().encode()


def _start(grid: Grid) -> str:
    widths = (*_WIDTHS[:15], *[0.17] * grid.shift, *_WIDTHS[15:])
    columns = "".join(
        f'<col min="{index}" max="{index}" customWidth="1" width="{width}"/>\n' for index, width in enumerate(widths, 1)
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<worksheet\n xmlns="{_MAIN}"\n xmlns:r="{_RELATIONS}">\n'
        '<sheetPr>\n<outlinePr summaryBelow="0"/>\n</sheetPr><dimension ref="A1"/>'
        '<sheetViews><sheetView workbookViewId="0"/></sheetViews>\n<sheetFormatPr defaultRowHeight="15"/>\n'
        f"<cols>\n{columns}</cols>\n<sheetData>\n"
    )


def _texts(tree: Tree) -> list[tuple[str, ...]]:
    return [
        (
            *(java_number(pagu), java_number(lock), java_number(lalu), java_number(ini), java_number(sd)),
            *(java_number(sd / pagu) if pagu else "0.0", java_number(sisa)),
        )
        for pagu, lock, lalu, ini, sd, sisa in subtotals(tree).tolist()
    ]


def _csv_amounts(amounts: list[int], sd_column: str, sisa_column: str) -> dict[str, object]:
    pagu, lock, lalu, ini, sd, sisa = (f"{amount:,}".replace(",", ".") for amount in amounts)
    percent = f"{amounts[4] / amounts[0] * 100 if amounts[0] else 0:.2f} %".replace(".", ",")
    return {"P": pagu, "R": lock, "V": lalu, "W": ini, sd_column: sd, "AB": percent, sisa_column: sisa}
