"""Whatever a writer writes as a recap, grant recap, LRA or tidy table is read back line by line."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from budget.declared import Declared
from budget.layout import Layout
from budget.reference import Reference
from budget.sumber_dana import SUMBER_DANA
from loaders.context import Context
from loaders.detect import detect
from loaders.fingerprint import fingerprint
from loaders.labels_of import labels_of
from loaders.sheet import Sheet
from tests.write_tables import read

SETTINGS = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
UNITS = [unit for unit in Reference.load().satker if unit.kode_wilayah.startswith("35")]
AKUN = ["511111", "511129", "521211", "521213", "522141", "524111", "532111"]
JENIS = {"51": "Belanja Pegawai", "52": "Belanja Barang", "53": "Belanja Modal", "57": "Belanja Bantuan Sosial"}
WORDS = st.text("abcdefghij ", min_size=3, max_size=12).map(str.strip).filter(lambda text: len(text) > 2)
PAGU = st.integers(1, 9_000_000).map(lambda thousands: thousands * 1000)
PAIR = st.tuples(PAGU, st.integers(0, 100)).map(lambda pair: (pair[0], pair[0] // 100 * pair[1]))
MONTHS = ("JANUARI", "PEBRUARI", "Maret", "Apr", "MEI", "Juni", "JULI", "AGUS", "Sept", "OKT", "NOPEMBER", "DES")
WRITERS = (
    lambda amount: amount,
    lambda amount: f"{amount:,}".replace(",", "."),
    lambda amount: f"Rp {amount:,},00".replace(",", ".", f"{amount:,}".count(",")),
    lambda amount: f"({-amount:,})".replace(",", ".") if amount < 0 else f"{amount:,}".replace(",", "."),
)
WRITER = st.sampled_from(WRITERS)


def kept(draft, *names):
    """Amounts of the lines as plain values."""
    return list(zip(*(draft.lines[name].tolist() for name in names), strict=True))


def agrees(draft, rows):
    """Nothing is wrong, every row is accounted for and every control holds."""
    wrong = [issue.message for issue in draft.report.issues if issue.level == "error"]
    assert not wrong
    assert draft.report.rows.read == len(rows)
    assert all(control.printed == control.computed for control in draft.report.control)


@SETTINGS
@given(st.lists(st.lists(st.tuples(PAIR, WORDS), min_size=1, max_size=4), min_size=1, max_size=4), WRITER, st.data())
def test_recaps_of_a_pok(groups, write, data):
    rows = [["KPU KOTA BATU"], ["s.d. Oktober 2026"]]
    rows += [["NO", "UNIT", "PAGU", "REALISASI", "PENGEMBALIAN BELANJA", "SISA PAGU", "%"], [1, 2, 3, 4, 5, 6, 7]]
    wanted, numbers = [], ["I", "II", "III", "IV"]
    for number, group in zip(numbers, groups, strict=False):
        body = []
        for index, ((pagu, spent), name) in enumerate(group, 1):
            back = data.draw(st.integers(0, spent // 1000)) * 1000
            blank = spent == 0
            sisa = pagu - spent + back
            body.append([index, f"  {name} {index}", pagu, None if blank else spent, back, sisa, (spent - back) / pagu])
            wanted.append((f"{name} {index}", pagu, spent - back, sisa))
        sums = [sum(row[column] or 0 for row in body) for column in (2, 3, 4, 5)]
        for row in [[number, f"BAGIAN {number}", *sums, None], *body]:
            rows.append([*row[:2], *(None if value is None else write(value) for value in row[2:6]), row[6]])
    draft = read(rows, sumber_dana="RM")
    assert draft.report.format == "recap-pok"
    agrees(draft, rows)
    assert kept(draft, "uraian", "pagu_rp", "realisasi_rp", "sisa_rp") == [
        (" ".join(name.split()), *amounts) for name, *amounts in wanted
    ]


@SETTINGS
@given(
    st.dictionaries(st.sampled_from(UNITS), st.tuples(PAIR, st.integers(0, 99_999)), min_size=1, max_size=8),
    st.booleans(),
)
def test_recaps_of_grants(units, thousands):
    unit_rp = 1000 if thousands else 1
    rows = [["HIBAH PILKADA s.d. Desember 2025"], ["(dalam ribuan rupiah)" if thousands else "(dalam rupiah)"]]
    rows.append(["No", "Kabupaten/Kota", "Pagu NPHD", "Realisasi", "Sisa", "Jasa Giro", "Total Dikembalikan"])
    wanted = []
    for index, (unit, ((pagu, spent), interest)) in enumerate(units.items(), 1):
        amounts = [pagu, spent, pagu - spent, interest, pagu - spent + interest]
        rows.append([index, unit.nama.upper().replace("KABUPATEN", "KAB."), *(amount / unit_rp for amount in amounts)])
        wanted.append((unit.kode_satker, pagu, spent, pagu - spent))
    rows.append(
        [None, "JUMLAH", *(sum(round(row[column] * unit_rp) for row in rows[3:]) / unit_rp for column in range(2, 7))]
    )
    draft = read(rows)
    assert draft.report.format == "hibah-recap"
    agrees(draft, rows)
    assert kept(draft, "kode_satker", "pagu_rp", "realisasi_rp", "sisa_rp") == wanted
    assert {piece.sumber_dana for piece in draft.report.slices} == {"HLD"}


@SETTINGS
@given(st.dictionaries(st.sampled_from(sorted(JENIS)), PAIR, min_size=1), WRITER, st.booleans())
def test_realisation_reports_of_a_unit(kinds, write, numbered):
    head = ["URAIAN", "ANGGARAN", "REALISASI", "REALISASI DI ATAS (DI BAWAH) ANGGARAN", "%"]
    rows = [["KPU KOTA BATU"], ["PERIODE YANG BERAKHIR 30 JUNI 2026"], head, ["PENDAPATAN", 0, 5, 5, None]]
    for index, (jenis, (pagu, spent)) in enumerate(kinds.items(), 1):
        name = f"{index}. {JENIS[jenis]}" if numbered else JENIS[jenis]
        rows.append([name, write(pagu), write(spent), write(spent - pagu), f"{spent / pagu:.2%}".replace(".", ",")])
    pagu, spent = (sum(pair[index] for pair in kinds.values()) for index in (0, 1))
    rows.append(["JUMLAH BELANJA", write(pagu), write(spent), write(spent - pagu), None])
    draft = read(rows, sumber_dana="RM")
    assert draft.report.format == "lra-satker"
    agrees(draft, rows)
    assert kept(draft, "akun", "pagu_rp", "realisasi_rp", "sisa_rp") == [
        (jenis, pagu, spent, pagu - spent) for jenis, (pagu, spent) in kinds.items()
    ]


LINE = st.tuples(st.sampled_from(UNITS), st.integers(1, 12), st.sampled_from(AKUN), st.sampled_from(SUMBER_DANA), PAIR)


def unique(line):
    """What makes a line one of its own."""
    return line[:4]


@SETTINGS
@given(st.lists(LINE, min_size=1, max_size=12, unique_by=unique), WRITER, st.permutations(range(7)), st.booleans())
def test_tidy_tables_in_any_order_of_columns_and_as_a_known_layout(lines, write, order, explained):
    known = ["Satker", "Bulan", "MAK", "Sumber Dana", "Pagu (Rp)", "Realisasi", "Sisa Anggaran"]
    strange = ["Tempat", "Kapan", "Rek", "Dari", "Plafon", "Terpakai", "Tinggal"]
    rows = [["TA 2026"], [(strange if explained else known)[column] for column in order]]
    for unit, month, akun, source, (pagu, spent) in lines:
        cells = [unit.kode_satker, MONTHS[month - 1], akun, source, write(pagu), write(spent), write(pagu - spent)]
        rows.append([cells[column] for column in order])
    labels = labels_of((tuple(rows[1]),), 1)
    fields = ("kode_satker", "bulan", "akun", "sumber_dana", "pagu_rp", "realisasi_rp", "sisa_rp")
    layout = Layout(fingerprint(labels), labels, tuple(fields[column] for column in order))
    draft = read(rows, layouts=[layout] if explained else [])
    assert draft.report.format == ("known-layout" if explained else "tidy-table")
    agrees(draft, rows)
    assert kept(draft, "kode_satker", "bulan", "akun", "sumber_dana", "pagu_rp", "realisasi_rp", "sisa_rp") == [
        (unit.kode_satker, month, akun, source, pagu, spent, pagu - spent)
        for unit, month, akun, source, (pagu, spent) in lines
    ]


CELL = st.one_of(
    st.none(),
    st.sampled_from(
        ["Pagu", "Realisasi", "Sisa", "Uraian", "Akun", "Satker", "Jumlah", "No", "I", "1", "-", "%", "Bulan"]
    ),
    st.sampled_from(["657942", "KPU MALANG", "521211", "51", "Juni 2026", "NIP. 1", "1.000", "1,000", "(5)", "#REF!"]),
    st.integers(-(10**17), 10**17),
    st.floats(allow_nan=True),
    st.text(max_size=6),
    st.booleans(),
)
HEADS = [
    ["Satker", "Akun", "Pagu", "Realisasi", "Sisa", "%"],
    ["NO", "UNIT", "PAGU", "REALISASI", "PENGEMBALIAN", "SISA"],
    ["KPU", "NPHD", "Realisasi", "Sisa", "Jasa Giro", "Dikembalikan"],
    ["URAIAN", "ANGGARAN", "REALISASI", "REALISASI DI ATAS (DI BAWAH) ANGGARAN", "%", None],
]


@settings(SETTINGS, max_examples=150)
@given(st.sampled_from(HEADS), st.lists(st.lists(CELL, min_size=6, max_size=6), max_size=12))
def test_no_table_is_too_strange_to_account_for_its_rows(head, body):
    rows = [["KPU KOTA BATU s.d. Juni 2026", *[None] * 5], head, *body]
    while all(cell in (None, "") for cell in rows[-1]):
        rows.pop()
    faults = {
        (row, column): "#REF!" for row, cells in enumerate(rows) for column, cell in enumerate(cells) if cell == "#REF!"
    }
    sheet = Sheet("s", tuple(map(tuple, rows)), faults)
    reference = replace(Reference.load(), layouts=())
    form, _, _ = detect((sheet,), reference)
    reading = form.read(sheet, Context("f", reference, Declared(sumber_dana="RM")))
    assert reading.rows.read == len(rows)
    assert reading.rows.lines == len(reading.lines)
    assert reading.rows.dropped == 0 or reading.issues
