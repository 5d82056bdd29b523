"""Layouts and tables in whatever order of columns and spelling of numbers are read back line by line."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from budget.layout import Layout
from budget.reference import Reference
from loaders.fingerprint import fingerprint
from loaders.labels_of import labels_of
from loaders.propose_layout import propose_layout
from tests.write_tables import amounts, codes, read, workbook

SETTINGS = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
UNITS = [unit for unit in Reference.load().satker if unit.kode_wilayah.startswith("35")]
AKUN = ("511111", "511129", "521211", "521213", "522141", "524111", "532111")
FIELDS = ("kode_satker", "akun", "uraian", "pagu_rp", "realisasi_rp", "sisa_rp")
KNOWN = {
    "kode_satker": ("Kode Satker", "SATKER", "Kabupaten/Kota", "Satuan Kerja :"),
    "akun": ("Akun", "MAK", "  KODE  AKUN"),
    "uraian": ("Uraian", "Uraian\nBelanja"),
    "pagu_rp": ("PAGU", "Pagu (Rp)", "Alokasi Anggaran", "Ceiling"),
    "realisasi_rp": ("Realisasi", "REALISASI S.D. BULAN INI", "Serapan (Rp)"),
    "sisa_rp": ("Sisa", "SISA PAGU", "Saldo"),
}
UNKNOWN = ("kd kantor", "mata rek", "nama pos", "plafon", "terpakai", "akhir")
AMOUNT = st.integers(1, 9_000_000).map(lambda thousands: thousands * 1000)
SPENT = st.tuples(AMOUNT, st.integers(0, 100)).map(lambda pair: (pair[0], pair[0] * pair[1] // 100))
LINE = st.tuples(st.sampled_from(UNITS), st.sampled_from(AKUN), SPENT)
LINES = st.lists(LINE, min_size=1, max_size=10, unique_by=lambda line: line[:2])
LARGE = LINE.map(lambda line: (*line[:2], (line[2][0] * 1000, line[2][1] * 1000)))
ORDER = st.permutations(range(len(FIELDS)))


def spelled(number, way):
    """A number as a cell, as Indonesian text, or as text with a currency or with decimals."""
    text = f"{number:,}".replace(",", ".")
    return {"cell": number, "text": text, "rp": f"Rp {text},-", "decimals": f"{text},00"}[way]


WAY = st.sampled_from(["cell", "text", "rp", "decimals"])


def table(lines, order, head, way="cell"):
    """Heading and rows with the columns in that order, and what must be read."""
    wanted = [(unit.kode_satker, akun, pagu, spent, pagu - spent) for unit, akun, (pagu, spent) in lines]
    rows = [
        [code, akun, f"Pos {number}", *(spelled(amount, way) for amount in figures)]
        for number, (code, akun, *figures) in enumerate(wanted, 1)
    ]
    return [[row[column] for column in order] for row in [list(head), *rows]], wanted


@SETTINGS
@given(LINES, ORDER, st.tuples(*(st.sampled_from(KNOWN[field]) for field in FIELDS)), WAY)
def test_tidy_tables_in_any_order_and_spelling(lines, order, head, way):
    rows, wanted = table(lines, order, head, way)
    draft = read([["Keadaan s.d. 30 September 2026"], *rows], sumber_dana="RM")
    assert (draft.report.format, draft.report.publishable) == ("tidy-table", True), codes(draft)
    assert amounts(draft, "kode_satker", "akun", "pagu_rp", "realisasi_rp", "sisa_rp") == wanted
    assert draft.report.rows.read == len(rows) + 1


@SETTINGS
@given(LINES, ORDER, st.sampled_from([1, 1000, 10**6]), st.booleans())
def test_a_layout_explained_once(lines, order, unit_rp, numbering):
    rows, wanted = table(lines, order, UNKNOWN)
    fields = tuple(FIELDS[column] for column in order)
    labels = labels_of([rows[0]], 1)
    layout = Layout(fingerprint(labels), labels, fields, unit_rp)
    if numbering:
        rows.insert(1, list(range(1, len(order) + 1)))
    draft = read([["Daftar pos s.d. September 2026"], *rows], layouts=[layout], sumber_dana="RM")
    assert (draft.report.format, draft.report.publishable) == ("known-layout", True), codes(draft)
    assert amounts(draft, "kode_satker", "akun", "pagu_rp", "realisasi_rp", "sisa_rp") == [
        (code, akun, *(amount * unit_rp for amount in figures)) for code, akun, *figures in wanted
    ]
    assert draft.report.rows.read == len(rows) + 1


@SETTINGS
@given(st.lists(LARGE, min_size=3, max_size=10, unique_by=lambda line: line[:2]), ORDER)
def test_what_is_proposed_for_a_layout_is_what_was_written(lines, order):
    rows, wanted = table(lines, order, UNKNOWN)
    proposal = propose_layout(workbook([["Daftar pos"], *rows]), Reference.load())
    assert proposal.header_row == 2
    assert [bool(reason) for reason in proposal.reasons] == [bool(field) for field in proposal.fields]
    told = dict(zip(proposal.fields, [FIELDS[column] for column in order], strict=True))
    assert all(told[field] == field for field in ("kode_satker", "akun", "uraian"))
    if any(spent for *_, spent, _ in wanted) and any(left for *_, left in wanted):
        assert told["pagu_rp"] == "pagu_rp"
        assert {told["realisasi_rp"], told["sisa_rp"]} == {"realisasi_rp", "sisa_rp"}


DETAIL = st.tuples(st.sampled_from(AKUN), SPENT, st.integers(0, 500), st.booleans())


@SETTINGS
@given(st.lists(DETAIL, min_size=1, max_size=8, unique_by=lambda one: one[0]), st.booleans(), WAY)
def test_pok_recaps_with_codes_and_blanks(details, apart, way):
    rows = [
        ["REKAP SP DIPA- 076.01.2.657942/2026"],
        ["Keadaan s.d. 31 Oktober 2026"],
        ["NO", "UNIT", "PAGU", "REALISASI", "PENGEMBALIAN BELANJA", "SISA PAGU", "%"],
        [1, 2, 3, 4, 5, 6, 7],
    ]
    wanted = []
    for number, (akun, (pagu, paid), most, blank) in enumerate(details, 1):
        spent, back = (0, 0) if blank else (paid, min(most, paid))
        name = f"Bagian {chr(96 + number)}"
        shown = [pagu, None, None, pagu] if blank else [pagu, spent, back, pagu - spent + back]
        cells = [None if amount is None else spelled(amount, way) for amount in shown]
        rows.append([f"   {akun}" if apart else number, name if apart else f"  {akun} {name}", *cells, None])
        wanted.append((akun, name, pagu, spent - back, pagu - spent + back))
    draft = read(rows, sumber_dana="RM")
    assert (draft.report.format, draft.report.publishable) == ("recap-pok", True), codes(draft)
    assert amounts(draft, "akun", "uraian", "pagu_rp", "realisasi_rp", "sisa_rp") == wanted
    assert draft.report.rows.read == len(rows)


@SETTINGS
@given(
    st.lists(
        st.tuples(st.sampled_from(UNITS), SPENT, st.integers(0, 9_999)),
        min_size=1,
        max_size=6,
        unique_by=lambda one: one[0],
    ),
    st.booleans(),
)
def test_grants_in_thousands_with_a_total(lines, by_code):
    rows = [
        ["Rekap hibah pilkada (NPHD) s.d. Maret 2025"],
        ["(dalam ribuan rupiah)"],
        ["No", "Kabupaten/Kota", "Nomor NPHD", "Pagu NPHD", "Realisasi", "Sisa", "Jasa Giro", "Total Dikembalikan"],
    ]
    figures = [
        (pagu, spent - spent % 1000, pagu - spent + spent % 1000, interest * 1000)
        for _, (pagu, spent), interest in lines
    ]
    for number, ((unit, *_), (pagu, spent, left, interest)) in enumerate(zip(lines, figures, strict=True), 1):
        name = unit.kode_satker if by_code else unit.nama.removeprefix("KPU ")
        shown = [amount // 1000 for amount in (pagu, spent, left, interest, left + interest)]
        rows.append([number, name, f"NPHD/{number}/2024", *shown])
    summed = [sum(column) for column in zip(*figures, strict=True)]
    total = [amount // 1000 for amount in (*summed, summed[2] + summed[3])]
    rows.append([None, "JUMLAH", None, *total])
    draft = read(rows)
    assert (draft.report.format, draft.report.publishable) == ("hibah-recap", True), codes(draft)
    assert amounts(draft, "kode_satker", "sumber_dana", "pagu_rp", "realisasi_rp", "sisa_rp") == [
        (unit.kode_satker, "HLD", pagu, spent, left)
        for (unit, *_), (pagu, spent, left, _) in zip(lines, figures, strict=True)
    ]
    assert all(control.printed == control.computed for control in draft.report.control)
