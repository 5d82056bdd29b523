"""The invented exports through the product's own loader: both sides have to agree to the rupiah."""

from functools import cache

import pytest

from budget.declared import Declared
from budget.reference import Reference
from budget.slice import Slice
from budget.upload import Upload
from loaders.load import load
from samples.fa_detail import write_csv, write_xlsx
from samples.generate import generate
from samples.paginate import paginate
from samples.sample import Sample

LAYOUTS = {
    "plain": lambda sample: sample.content,
    "with item": lambda sample: write_xlsx(sample.tree, with_item=True),
    "csv": lambda sample: write_csv(sample.tree),
}


@cache
def chosen() -> list[Sample]:
    samples = list(generate(Reference.load()))
    special = {("657757", 2026, 9), ("657715", 2026, 5), ("657693", 2025, 1), ("657981", 2026, 9)}
    spoilt = [sample for sample in samples if (sample.kode_satker, sample.tahun, sample.bulan) in special]
    cut = [sample for sample in samples if any(row.repeated for row in paginate(sample.tree.outline))]
    return [*samples[:: len(samples) // 10], *spoilt, *cut[:2], *cut[-2:]]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_samples_read_to_exactly_what_was_written(layout: str) -> None:
    assert len(chosen()) > 17
    for sample in chosen():
        tree = sample.tree
        upload = Upload(sample.name, LAYOUTS[layout](sample))
        draft = load(upload, Reference.load(), Declared(sumber_dana=sample.sumber_dana))
        assert draft.report.publishable, draft.report.issues
        assert draft.report.slices == (Slice(sample.tahun, sample.bulan, sample.kode_satker, sample.sumber_dana),)
        assert draft.report.rows.dropped == 0
        lines = draft.lines
        path = ["program", "kegiatan", "kro", "ro", "komponen", "subkomponen", "akun"]
        fields = ("pagu_rp", "lock_rp", "realisasi_lalu_rp", "realisasi_ini_rp", "realisasi_rp", "sisa_rp")
        read = lines.groupby(path, sort=False)[list(fields)].sum()
        assert list(read.index) == list(tree.outline.paths)
        written = (tree.pagu, tree.lock, tree.lalu, tree.ini, tree.realisasi, tree.sisa)
        for field, amounts in zip(fields, written, strict=True):
            assert read[field].tolist() == amounts.tolist(), (sample.name, field)
        if layout != "with item":
            assert lines["uraian"].tolist() == list(tree.outline.uraian)
