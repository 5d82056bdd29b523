"""Whatever the writers write in the three layouts of Fa Detail is read back line by line."""

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
from tests.write_tables import codes

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


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
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
