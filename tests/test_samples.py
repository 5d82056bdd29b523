"""The invented exports: consistent over months, plausible, and spoilt exactly where they say so."""

import time
from collections import defaultdict
from functools import cache
from hashlib import sha256

import numpy as np
import pytest

from budget.reference import Reference
from budget.targets import target_percent
from samples.flaws import FLAWS
from samples.generate import generate
from samples.sample import Sample
from samples.sample_for import sample_for
from samples.tree import Tree

CODES = {unit.kode_satker for unit in Reference.load().in_province("35")}
Key = tuple[str, int, int, str]


@cache
def samples() -> tuple[Sample, ...]:
    return tuple(generate(Reference.load()))


def key(sample: Sample) -> Key:
    return sample.kode_satker, sample.tahun, sample.bulan, sample.sumber_dana


@cache
def latest() -> dict[Key, Sample]:
    return {key(sample): sample for sample in samples()}


def by_line(tree: Tree, amounts: np.ndarray) -> dict[tuple[str, ...], int]:
    return dict(zip(tree.outline.paths, amounts.tolist(), strict=True))


def rate(tree: Tree) -> float:
    return float(tree.realisasi.sum() / tree.pagu.sum() * 100)


def target(tree: Tree, triwulan: int = 3) -> float:
    rows = zip(tree.outline.paths, tree.pagu.tolist(), strict=True)
    due = sum((target_percent(path[-1][:2], 2026, triwulan) or 0) * pagu for path, pagu in rows)
    return float(due / tree.pagu.sum())


def test_every_slice_is_there_but_for_those_that_are_missing_on_purpose() -> None:
    months = [(2024, 10), (2024, 11), (2024, 12)] + [(2025, month) for month in range(1, 13)]
    months += [(2026, month) for month in range(1, 10)]
    wanted = {(code, *month, "RM") for code in CODES for month in months}
    wanted |= {(code, *month, "HLD") for code in CODES for month in months[:6]}
    missing = {(flaw.kode_satker, flaw.tahun, flaw.bulan, flaw.sumber_dana) for flaw in FLAWS if flaw.kind == "missing"}
    assert {("657871", 2026, 9, "RM"), ("657960", 2026, 9, "RM")} <= missing
    assert set(latest()) == wanted - missing


def test_every_flaw_concerns_a_unit_of_the_province() -> None:
    assert {flaw.kode_satker for flaw in FLAWS} <= CODES


def test_releases_follow_each_other_in_time() -> None:
    order = [(sample.batch, sample.tanggal) for sample in samples()]
    assert order == sorted(order)
    assert {batch for batch, _ in order} == set(range(1, 28))
    first_of_batch = defaultdict(list)
    for sample in samples():
        first_of_batch[sample.batch].append(sample)
    assert [len(found) for found in first_of_batch.values() if any(sample.koreksi for sample in found)] == [1, 1, 1]


def test_names_carry_contoh_and_are_unique() -> None:
    names = [sample.name for sample in samples()]
    assert len(set(names)) == len(names)
    assert all(name.startswith("contoh-fa-detail-") for name in names)
    assert "contoh-fa-detail-657942-2026-09-RM.xlsx" in names


def test_each_month_goes_on_from_the_month_before() -> None:
    followed = 0
    for (code, tahun, bulan, sumber_dana), sample in latest().items():
        before = latest().get((code, tahun, bulan - 1, sumber_dana))
        if before:
            followed += 1
            spent = by_line(before.tree, before.tree.realisasi)
            lalu = by_line(sample.tree, sample.tree.lalu)
            assert set(spent) <= set(lalu)
            assert all(amount == spent.get(path, 0) for path, amount in lalu.items())
        if bulan == 1:
            assert not sample.tree.lalu.any()
    assert followed > 950


def test_amounts_are_rupiah_and_pagu_is_in_thousands() -> None:
    for sample in samples():
        tree = sample.tree
        assert {amounts.dtype for amounts in (tree.pagu, tree.lock, tree.lalu, tree.ini)} == {np.dtype(np.int64)}
        assert (tree.pagu > 0).all()
        assert not (tree.pagu % 1000).any()
        assert ((tree.lock >= 0) & (tree.lock <= tree.pagu)).all()
        assert (tree.realisasi >= 0).all()


def test_exports_have_the_size_of_real_ones() -> None:
    for sample in samples():
        low, high = (70, 140) if sample.sumber_dana == "RM" else (25, 50)
        assert low <= len(sample.tree.pagu) <= high


def test_pagu_follows_the_election_cycle() -> None:
    pagu = {
        tahun: sum(int(sample.tree.pagu.sum()) for found, sample in latest().items() if found[1:] == (tahun, 8, "RM"))
        for tahun in (2025, 2026)
    }
    of_2024 = sum(int(sample.tree.pagu.sum()) for found, sample in latest().items() if found[1:] == (2024, 12, "RM"))
    assert 0.07 <= pagu[2025] / of_2024 <= 0.10
    assert 1 < pagu[2026] / pagu[2025] < 1.06
    sizes = [int(sample.tree.pagu.sum()) for (code, *month), sample in latest().items() if month == [2026, 8, "RM"]]
    assert 55e9 < max(sizes) < 65e9
    assert all(3e9 <= size <= 20e9 for size in sorted(sizes)[:-1])


def test_absorption_at_the_end_of_september_2026_lies_around_the_targets() -> None:
    trees = [sample.tree for found, sample in latest().items() if found[1:] == (2026, 9, "RM")]
    gaps = [rate(tree) - target(tree) for tree in trees]
    assert len(gaps) == 37
    assert -21 < min(gaps) < -15
    assert 12 < max(gaps) < 19
    pagu = sum(int(tree.pagu.sum()) for tree in trees)
    due = sum(target(tree) * int(tree.pagu.sum()) for tree in trees) / pagu
    spent = sum(int(tree.realisasi.sum()) for tree in trees) / pagu * 100
    assert -9 < spent - due < -5


def test_pegawai_has_a_14th_pay_in_march_and_a_13th_in_june() -> None:
    by_month = defaultdict(int)
    for (_, tahun, bulan, sumber_dana), sample in latest().items():
        if (tahun, sumber_dana) == (2026, "RM"):
            pegawai = [path[-1].startswith("51") for path in sample.tree.outline.paths]
            by_month[bulan] += int(sample.tree.ini[pegawai].sum())
    ordinary = np.median([by_month[month] for month in (1, 2, 4, 5, 7, 8)])
    assert 1.6 < by_month[3] / ordinary < 2.1
    assert 1.6 < by_month[6] / ordinary < 2.1


def test_december_is_a_rush() -> None:
    spent = defaultdict(int)
    for (_, tahun, bulan, sumber_dana), sample in latest().items():
        if (tahun, sumber_dana) == (2025, "RM"):
            spent[bulan] += int(sample.tree.ini.sum())
    assert spent[12] > 1.3 * np.mean([spent[month] for month in range(1, 12)])


def test_pagu_is_revised_between_lines_and_in_total() -> None:
    between = total = added = 0
    for (code, tahun, bulan, sumber_dana), sample in latest().items():
        after = latest().get((code, tahun, bulan + 1, sumber_dana))
        if after is None:
            continue
        old, new = by_line(sample.tree, sample.tree.pagu), by_line(after.tree, after.tree.pagu)
        added += len(new) > len(old)
        if old != new and len(new) == len(old):
            same = sum(old.values()) == sum(new.values())
            between, total = between + same, total + (not same)
    assert min(between, total, added) > 30


def test_the_listed_flaws_are_the_only_ones() -> None:
    over = {key(sample) for sample in samples() if (sample.tree.sisa < 0).any()}
    assert over <= {("657757", 2026, month, "RM") for month in (7, 8, 9)}
    assert ("657757", 2026, 9, "RM") in over
    worst = latest()["657757", 2026, 9, "RM"].tree
    assert 1 < (worst.realisasi / worst.pagu).max() <= 1.10
    assert {key(sample) for sample in samples() if (sample.tree.ini < 0).any()} == {("657715", 2026, 5, "RM")}
    assert {key(sample) for sample in samples() if not sample.tree.realisasi.any()} == {("657693", 2025, 1, "RM")}
    no_modal = {
        (sample.kode_satker, sample.tahun)
        for sample in samples()
        if sample.sumber_dana == "RM" and not any(path[-1].startswith("53") for path in sample.tree.outline.paths)
    }
    assert no_modal == {(flaw.kode_satker, flaw.tahun) for flaw in FLAWS if flaw.kind == "no_modal"}


def test_late_files_come_in_a_later_release() -> None:
    late = {
        (flaw.kode_satker, flaw.tahun, flaw.bulan, flaw.sumber_dana): flaw.tanggal
        for flaw in FLAWS
        if flaw.kind == "late"
    }
    released = defaultdict(set)
    for sample in samples():
        if key(sample) not in late and not sample.koreksi:
            released[sample.tahun, sample.bulan].add(sample.batch)
    assert {len(batches) for batches in released.values()} == {1}
    for found, tanggal in late.items():
        assert latest()[found].tanggal == tanggal
        assert latest()[found].batch > max(released[found[1], found[2]])


def test_corrections_replace_a_slice_with_other_figures() -> None:
    corrections = {sample for sample in samples() if sample.koreksi}
    listed = {(flaw.kode_satker, flaw.tahun, flaw.bulan, flaw.sumber_dana) for flaw in FLAWS if flaw.is_correction}
    assert {key(sample) for sample in corrections} == listed
    for after in corrections:
        before = next(sample for sample in samples() if key(sample) == key(after) and not sample.koreksi)
        assert before.batch < after.batch
        assert before.content != after.content
    fallen = latest()["657715", 2026, 5, "RM"].tree
    first = next(sample.tree for sample in samples() if key(sample) == ("657715", 2026, 5, "RM"))
    assert fallen.realisasi.sum() < first.realisasi.sum()
    assert (fallen.realisasi < fallen.lalu).sum() == 1


def test_the_month_after_the_last_can_be_made_for_a_trial_upload() -> None:
    september, october = latest()["657942", 2026, 9, "RM"], sample_for("657942", 2026, 10)
    assert october.name == "contoh-fa-detail-657942-2026-10-RM.xlsx"
    assert by_line(october.tree, october.tree.lalu) == by_line(september.tree, september.tree.realisasi)
    assert sample_for("657942", 2026, 9).content == september.content


def test_there_are_no_samples_for_other_years() -> None:
    with pytest.raises(ValueError, match="no samples for HLD 2026"):
        sample_for("657942", 2026, 1, sumber_dana="HLD")
    with pytest.raises(KeyError):
        sample_for("000000", 2026, 1)


def test_generating_and_writing_is_repeatable_and_fast() -> None:
    start = time.process_time()
    again = [sha256(sample.content).digest() for sample in generate(Reference.load())]
    assert time.process_time() - start < 24
    assert again == [sha256(sample.content).digest() for sample in samples()]


def test_other_units_can_be_made_and_do_not_change_with_their_company() -> None:
    units = Reference.load().in_province("33")
    few = list(generate(Reference.load(), units=units[:3], first=(2026, 8), months=2))
    many = {sample.name: sample for sample in generate(Reference.load(), units=units, first=(2026, 8), months=2)}
    assert len(few) == 6
    assert all(sample.content == many[sample.name].content for sample in few)
