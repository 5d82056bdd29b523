import csv
import io

import pandas as pd
import pytest

from budget.budget_tree import budget_tree
from budget.declared import Declared
from budget.lines_table import lines_table
from budget.reference import Reference
from budget.to_akun import to_akun
from budget.to_csv import to_csv
from budget.upload import Upload
from loaders.load import load
from samples.fa_detail import write_xlsx
from samples.sample_for import sample_for
from store.publish import publish
from store.read_headings import read_headings
from store.read_lines import read_lines
from tests.stored import NOW, SURABAYA, fresh_database, keep, release, sample_draft


@pytest.fixture
def database(tmp_path):
    opened = fresh_database(tmp_path)
    yield opened
    opened.close()


def read(database):
    lines = read_lines(database, 1)
    return lines, read_headings(database, lines["draft_id"].unique().tolist())


def test_each_level_is_the_sum_of_what_lies_below_and_says_where_it_stands(database):
    draft = sample_draft(SURABAYA, 2026, 9)
    release(database, *keep(database, draft))
    lines, headings = read(database)
    root = budget_tree(to_akun(lines, headings), headings)
    assert (root.pagu_rp, root.lines) == (sum(draft.lines["pagu_rp"].tolist()), len(draft.lines))
    seen = []

    def walk(node):
        seen.append(node.level)
        for amount in ("pagu_rp", "realisasi_rp", "sisa_rp"):
            if node.children:
                assert getattr(node, amount) == sum(getattr(child, amount) for child in node.children)
        if node.level:
            address, raw = node.source.cells["pagu_rp"]
            assert (int(raw), address[-len(str(node.source.baris)) :]) == (node.pagu_rp, str(node.source.baris))
        for child in node.children:
            walk(child)

    walk(root)
    assert seen[:8] == ["", "program", "kegiatan", "kro", "ro", "komponen", "subkomponen", "akun"]
    assert seen.count("akun") == len(draft.lines)


def test_items_are_not_public_their_akun_is_with_its_own_cell(database):
    sample = sample_for(SURABAYA, 2026, 9)
    items = Upload("item.xlsx", write_xlsx(sample.tree, with_item=True))
    draft = load(items, Reference.load(), Declared(sumber_dana="RM"))
    assert draft.lines["item"].notna().all()
    ids = keep(database, draft)
    publish(database, ids, by="x", now=NOW)
    lines, headings = read(database)
    public = to_akun(lines, headings)
    assert public["item"].isna().all()
    plain = sample_draft(SURABAYA, 2026, 9).lines
    codes = ["program", "kegiatan", "kro", "ro", "komponen", "subkomponen", "akun"]
    for amount in ("pagu_rp", "realisasi_rp", "sisa_rp"):
        expected = dict(zip(plain[codes].itertuples(index=False, name=None), plain[amount], strict=True))
        assert dict(zip(public[codes].itertuples(index=False, name=None), public[amount], strict=True)) == expected
    text = to_csv(lines_table(lines, headings, Reference.load()))
    assert not any(uraian in text for uraian in draft.lines["uraian"])
    tree = budget_tree(public, headings)
    first = tree
    while first.children:
        first = first.children[0]
    assert first.level == "akun"
    assert first.source.cells["pagu_rp"][1] == str(first.pagu_rp)


def test_two_sources_of_funds_open_each_their_own_line(database):
    release(
        database,
        *keep(database, sample_draft(SURABAYA, 2026, 9)),
        *keep(database, sample_draft(SURABAYA, 2026, 9, "RM"), sumber_dana="RM"),
    )
    lines, headings = read(database)
    other = lines.assign(sumber_dana="PNBP")
    double = budget_tree(pd.concat([lines.iloc[:1], other.iloc[:1]]), headings)
    leaf = double
    while leaf.level != "akun":
        leaf = leaf.children[0]
    assert leaf.source is None
    assert [child.source.baris for child in leaf.children] == [lines["sumber_baris"].iloc[0]] * 2


def test_every_sheet_that_a_tree_comes_from_is_named_once(database):
    release(database, *keep(database, sample_draft(SURABAYA, 2026, 8), sample_draft(SURABAYA, 2026, 9)))
    lines, headings = read(database)
    files = budget_tree(to_akun(lines, headings), headings).files()
    assert sorted(file.berkas for file in files) == sorted(set(lines["sumber_berkas"]))
    assert len({file.sheet for file in files}) == len(files) == 2


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("=1+1", "'=1+1"),
        ("+62", "'+62"),
        ("-5", "'-5"),
        ("@x", "'@x"),
        ("\tx", "'\tx"),
        ("  =cmd|' /C calc'!A0", "'  =cmd|' /C calc'!A0"),
        ("Belanja Bahan", "Belanja Bahan"),
    ],
)
def test_csv_text_is_harmless_and_negative_numbers_stay(text, safe):
    table = pd.DataFrame({"uraian": [text], "sisa_rp": pd.array([-5], dtype="Int64")})
    assert list(csv.reader(io.StringIO(to_csv(table))))[1] == [safe, "-5"]
