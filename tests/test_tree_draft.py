"""What the national bench stores is what the loader would have made of the same exports."""

from bench.tree_draft import tree_draft
from budget.declared import Declared
from budget.lines import AMOUNTS, HEADINGS, LEVELS, LINES
from loaders.conform import conform
from samples.sample_for import sample_for
from tests.stored import SURABAYA, fresh_database, keep, release, sample_draft


def same(ours, theirs, names):
    return ours[list(names)].astype("object").fillna("").equals(theirs[list(names)].astype("object").fillna(""))


def test_a_whole_draft_is_the_loader_s():
    draft, declared = tree_draft(sample_for(SURABAYA, 2026, 9), whole=True)
    loaded = sample_draft(SURABAYA, 2026, 9)
    conform(draft.lines, LINES)
    conform(draft.headings, HEADINGS)
    keys = ("tahun", "bulan", "kode_satker", "kode_wilayah", "sumber_dana", "uraian", "sumber_lembar", "sumber_berkas")
    assert same(draft.lines, loaded.lines, (*keys, *LEVELS, *AMOUNTS))
    assert (draft.report.slices, draft.report.format) == (loaded.report.slices, loaded.report.format)
    titles = loaded.headings[loaded.headings["level"] != "jumlah"].sort_values("path", ignore_index=True)
    assert same(
        draft.headings.sort_values("path", ignore_index=True), titles, ("level", "path", "uraian", "kode_satker")
    )
    assert declared == Declared(sumber_dana="RM")


def test_a_thin_draft_has_a_line_per_akun_of_the_same_sums(tmp_path):
    thin, _ = tree_draft(sample_for(SURABAYA, 2026, 9), whole=False)
    conform(thin.lines, LINES)
    sums = sample_draft(SURABAYA, 2026, 9).lines.groupby("akun")[list(AMOUNTS)].sum()
    assert thin.lines["akun"].tolist() == sums.index.tolist()
    for name in AMOUNTS:
        assert thin.lines[name].tolist() == sums[name].tolist()
    assert len({akun[:2] for akun in thin.lines["akun"]}) == 3
    database = fresh_database(tmp_path)
    assert release(database, *keep(database, thin)).number == 1
