"""Whatever a writer writes in a supported layout is read back line by line."""

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from budget.declared import Declared
from budget.reference import Reference
from budget.upload import Upload
from loaders.load import load
from samples.fa_detail import write_csv, write_xlsx
from samples.header import Header
from samples.outline import Outline
from samples.tree import Tree
from tests.test_loaders_omspan_realisasi import HEAD as OMSPAN_HEAD
from tests.test_loaders_omspan_realisasi import block, total
from tests.write_tables import amounts, codes, read

SETTINGS = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
UNITS = [unit for unit in Reference.load().satker if unit.kode_wilayah.startswith("35")]
UNIT = st.sampled_from(UNITS)
AKUN = st.sampled_from(["511111", "511129", "521211", "521213", "522141", "524111", "532111"])
PAGU = st.integers(1, 9_000_000).map(lambda thousands: thousands * 1000)
SHARE = st.integers(0, 100)
NAME = st.text("abcdefghijkLMNOP é'&<>", min_size=1, max_size=20).map(str.strip).filter(lambda text: len(text) > 2)
KOMPONEN = st.sampled_from(["001", "051", "113", "ZZ1", "0A1"])


@st.composite
def trees(draw):
    """A budget tree of one unit and month."""
    paths, headings = [], {}
    for program in draw(st.lists(st.sampled_from(["WA", "CQ"]), min_size=1, max_size=2, unique=True)):
        kegiatan = (program, f"{program}.{draw(st.integers(1000, 9999))}")
        kro = (*kegiatan, draw(st.sampled_from(["EBA", "QGE", "AEC"])))
        for code in draw(st.lists(st.sampled_from(["001", "Z24", "994"]), min_size=1, max_size=2, unique=True)):
            ro = (*kro, f"{kro[-1]}.{code}")
            for part in draw(st.lists(KOMPONEN, min_size=1, max_size=2, unique=True)):
                komponen = (*ro, part)
                for letter in draw(st.lists(st.sampled_from("ABC"), min_size=1, max_size=2, unique=True)):
                    sub = (*komponen, f"{part}.0{letter}")
                    headings |= {path: draw(NAME) for path in (kegiatan[:1], kegiatan, kro, ro, komponen, sub)}
                    akun = draw(st.lists(AKUN, min_size=1, max_size=4, unique=True))
                    paths += [(*sub, code) for code in sorted(akun)]
    count = len(paths)
    pagu = np.array(draw(st.lists(PAGU, min_size=count, max_size=count)), dtype=np.int64)
    lalu = pagu * np.array(draw(st.lists(SHARE, min_size=count, max_size=count)), dtype=np.int64) // 250
    ini = pagu * np.array(draw(st.lists(SHARE, min_size=count, max_size=count)), dtype=np.int64) // 250
    outline = Outline(tuple(paths), tuple(draw(NAME) for _ in paths), headings)
    unit = draw(UNIT)
    header = Header(2026, draw(st.integers(1, 12)), unit.kode_satker, unit.nama.upper())
    return Tree(header, outline, pagu, np.zeros_like(pagu), lalu, ini)


@settings(SETTINGS, max_examples=10)
@given(trees())
def test_fa_detail_in_its_three_layouts(tree):
    wanted = {
        path: amounts
        for path, *amounts in zip(
            tree.outline.paths,
            tree.pagu.tolist(),
            tree.lalu.tolist(),
            tree.ini.tolist(),
            tree.sisa.tolist(),
            strict=True,
        )
    }
    for content in (write_xlsx(tree), write_xlsx(tree, with_item=True), write_csv(tree)):
        draft = load(Upload("x", content), Reference.load(), Declared(sumber_dana="RM"))
        # The writer splits an akun into items by halves, so that an item can be above its pagu where the akun is not.
        assert set(codes(draft)) <= {"realisasi-above-pagu", "realisasi-far-above-pagu"}
        assert all(control.printed == control.computed for control in draft.report.control)
        levels = ["program", "kegiatan", "kro", "ro", "komponen", "subkomponen", "akun"]
        fields = ["pagu_rp", "realisasi_lalu_rp", "realisasi_ini_rp", "sisa_rp"]
        sums = draft.lines.groupby(levels, sort=False)[fields].sum()
        assert {path: row for path, *row in sums.itertuples(name=None)} == wanted
        assert draft.report.slices[0].key == f"{tree.header.kode_satker}/2026-{tree.header.bulan:02d}/RM"


SPENT = st.tuples(PAGU, SHARE).map(lambda pair: (pair[0], pair[0] * pair[1] // 100))


@SETTINGS
@given(
    st.lists(UNIT, min_size=1, max_size=4, unique=True),
    st.lists(st.tuples(SPENT, SPENT, SPENT), min_size=4, max_size=4),
    st.booleans(),
    st.booleans(),
)
def test_omspan_blocks(units, figures, percent, text):
    values = [
        {"pagu": tuple(p for p, _ in three), "realisasi": tuple(r for _, r in three)} for three in figures[: len(units)]
    ]
    rows = list(OMSPAN_HEAD)
    for number, (unit, own) in enumerate(zip(units, values, strict=True), 1):
        rows += block(number, f"{unit.kode_satker} | {unit.nama.upper()}", own, percent=percent, text=text)
    draft = read([*rows, *total(*values)], tahun=2026, sumber_dana="RM")
    assert draft.report.publishable, codes(draft)
    wanted = [
        (unit.kode_satker, jenis, pagu, spent)
        for unit, own in zip(units, values, strict=True)
        for jenis, pagu, spent in zip(("51", "52", "53"), own["pagu"], own["realisasi"], strict=True)
    ]
    assert amounts(draft, "kode_satker", "akun", "pagu_rp", "realisasi_rp") == wanted
    assert draft.report.rows.read == len(rows) + 4


LINE = st.tuples(UNIT, AKUN, NAME, SPENT)


@SETTINGS
@given(
    st.lists(LINE, min_size=1, max_size=12, unique_by=lambda line: line[:3]),
    st.sampled_from([1, 1000]),
    st.booleans(),
    st.booleans(),
)
def test_tidy_tables(lines, unit_rp, names, with_total):
    label = {1: "dalam rupiah", 1000: "dalam ribuan rupiah"}[unit_rp]
    rows = [[f"Realisasi s.d. Juni 2026 ({label})"], ["Satker", "Akun", "Uraian", "Pagu", "Realisasi", "Sisa"]]
    for unit, akun, name, (pagu, spent) in lines:
        shown = [pagu / unit_rp, spent / unit_rp, (pagu - spent) / unit_rp]
        rows.append([unit.nama.upper() if names else unit.kode_satker, akun, name, *shown])
    if with_total:
        summed = [sum(pagu for *_, (pagu, _) in lines), sum(spent for *_, (_, spent) in lines)]
        rows.append(["JUMLAH", None, None, *(value / unit_rp for value in (*summed, summed[0] - summed[1]))])
    draft = read(rows, sumber_dana="RM")
    assert (draft.report.format, draft.report.publishable) == ("tidy-table", True), codes(draft)
    assert amounts(draft, "kode_satker", "akun", "pagu_rp", "realisasi_rp", "sisa_rp") == [
        (unit.kode_satker, akun, pagu, spent, pagu - spent) for unit, akun, _, (pagu, spent) in lines
    ]
    assert draft.report.rows.read == len(rows)


DETAIL = st.tuples(NAME, SPENT, st.integers(0, 500))
GROUP = st.lists(DETAIL, min_size=1, max_size=4, unique_by=lambda one: one[0])


@SETTINGS
@given(st.lists(GROUP, min_size=1, max_size=3))
def test_pok_recaps(groups):
    rows = [
        ["REKAP SP DIPA- 076.01.2.657942/2026"],
        ["Keadaan s.d. 31 Oktober 2026"],
        ["NO", "UNIT", "PAGU", "REALISASI", "PENGEMBALIAN BELANJA", "SISA PAGU", "%"],
        [1, 2, 3, 4, 5, 6, 7],
    ]
    wanted = []
    for roman, group in zip(("I", "II", "III"), groups, strict=False):
        figures = [(pagu, spent, min(back, spent), pagu - spent + min(back, spent)) for _, (pagu, spent), back in group]
        rows.append([roman, "KELOMPOK", *map(sum, zip(*figures, strict=True)), None])
        for number, ((name, _, _), (pagu, spent, back, left)) in enumerate(zip(group, figures, strict=True), 1):
            rows.append([number, f"  {name} {roman}", pagu, spent, back, left, None])
            wanted.append((pagu, spent - back, left))
    draft = read(rows, sumber_dana="RM")
    assert (draft.report.format, draft.report.publishable) == ("recap-pok", True), codes(draft)
    assert amounts(draft, "pagu_rp", "realisasi_rp", "sisa_rp") == wanted


@SETTINGS
@given(st.lists(st.tuples(UNIT, SPENT, st.integers(0, 9999)), min_size=1, max_size=6, unique_by=lambda one: one[0]))
def test_grant_recaps(lines):
    rows = [
        ["Rekap hibah pilkada s.d. Maret 2025"],
        ["No", "Satker", "NPHD", "Realisasi", "Sisa", "Jasa Giro", "Total Dikembalikan"],
    ]
    for number, (unit, (pagu, spent), interest) in enumerate(lines, 1):
        rows.append([number, unit.nama, pagu, spent, pagu - spent, interest, pagu - spent + interest])
    draft = read(rows)
    assert (draft.report.format, draft.report.publishable) == ("hibah-recap", True), codes(draft)
    assert amounts(draft, "kode_satker", "pagu_rp", "realisasi_rp") == [
        (unit.kode_satker, pagu, spent) for unit, (pagu, spent), _ in lines
    ]


@SETTINGS
@given(st.lists(SPENT, min_size=3, max_size=3))
def test_lra_of_a_satker(figures):
    rows = [
        ["KPU KOTA BATU"],
        ["LAPORAN REALISASI ANGGARAN PER 30 JUNI 2026"],
        ["URAIAN", "ANGGARAN", "REALISASI", "REALISASI DI ATAS (DI BAWAH) ANGGARAN", "%"],
        *(
            [f"Belanja {name}", pagu, spent, spent - pagu, None]
            for name, (pagu, spent) in zip(("Pegawai", "Barang", "Modal"), figures, strict=True)
        ),
    ]
    pagu, spent = (sum(pair[side] for pair in figures) for side in (0, 1))
    draft = read([*rows, ["Jumlah Belanja", pagu, spent, spent - pagu, None]], sumber_dana="RM")
    assert (draft.report.format, draft.report.publishable) == ("lra-satker", True), codes(draft)
    assert amounts(draft, "akun", "pagu_rp", "realisasi_rp", "sisa_rp") == [
        (akun, own, used, own - used) for akun, (own, used) in zip(("51", "52", "53"), figures, strict=True)
    ]
