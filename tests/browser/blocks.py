"""The blocks that several pages share, held against the truth."""

import re
from collections.abc import Collection, Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pandas as pd
from playwright.sync_api import Page

from budget.wording.percentage import percentage
from budget.wording.points import points
from budget.wording.rupiah import rupiah
from budget.wording.score import score
from budget.wording.short_rupiah import short_rupiah
from budget.wording.translation import gettext
from tests.browser.said import LABEL, Said, agree, full, share, short, words
from tests.browser.seen import Cell, rows, tokens
from tests.browser.truth import LEVELS, Sums, Truth

_KINDS = pd.read_csv(Path(__file__).parents[2] / "data" / "jenis_belanja.csv", dtype="str", index_col="jenis")
_WRITTEN_BY = {"id": "nama", "en": "nama_en"}


def kind(jenis: str, language: str) -> str:
    """The name of a jenis belanja."""
    return str(_KINDS.loc[jenis, _WRITTEN_BY[language]])


def headline(page: Page, sums: Sums, away: Fraction | None, language: str) -> list[str]:
    """Checks the sentence that a page begins with.

    Returns:
        Its tokens, which are those of the sentence of the chart as well.
    """
    expected = [short_rupiah(sums.realisasi), short_rupiah(sums.pagu), percentage(sums.rate)]
    text = page.locator("h1").inner_text()
    assert tokens(text, language) == expected
    if away is not None:
        assert points(float(away)).lstrip("+−") in text.split(expected[-1])[1].split()
    return expected


def totals(page: Page, sums: Sums, language: str) -> list[Cell]:
    """Checks pagu, realisasi and sisa, each in short and in full, the last two with their share.

    Returns:
        The fourth of them, which pages have of their own.
    """
    pagu, realisasi, sisa, fourth = rows(page, ".sp-totals", ":scope > div", "dt, dd")
    agree([pagu], [[LABEL, short(sums.pagu), full(sums.pagu)]], language)
    left = Fraction(sums.sisa * 100, sums.pagu)
    for seen, amount, rate in ((realisasi, sums.realisasi, sums.rate), (sisa, sums.sisa, left)):
        agree([seen[:2]], [[LABEL, short(amount)]], language)
        assert [figure[:2] for figure in seen[2].figures] == [(str(amount), rupiah(amount))]
        assert seen[2].text == f"{rupiah(amount)} · {percentage(rate)}"
    return fourth


def bullets(page: Page, truth: Truth, units: Collection[str], language: str) -> None:
    """Checks each jenis belanja: share, realisasi of pagu, and the gap to its target."""
    seen = rows(page, ".sp-bullets", "li", ".sp-kind, .sp-figures > b, data, .sp-figures > span, .sp-figures > strong")
    kinds = truth.kinds(units)
    assert [row[0].text for row in seen] == [kind(jenis, language) for jenis in kinds]
    figures = page.locator(".sp-bullets data").evaluate_all("all => all.map(one => Number(one.value))")
    sums = [truth.sums(units, jenis) for jenis in kinds]
    assert figures == [amount for one in sums for amount in (one.realisasi, one.pagu)]
    for row, one, jenis in zip(seen, sums, kinds, strict=True):
        expected = [percentage(one.rate), short_rupiah(one.realisasi), short_rupiah(one.pagu)]
        assert [cell.text for cell in row[1:4]] == expected
        assert row[4].text.split()[0] == points(float(truth.gap(units, jenis)))
        assert [tokens(cell.text, language) for cell in row[5:]] == ([[rupiah(-one.sisa)]] if one.sisa < 0 else [])


def line(page: Page, truth: Truth, units: Collection[str], months: Sequence[int], language: str) -> None:
    """Checks the table beside the cumulative chart, and what is written in the chart."""
    planned = all(truth.plan(unit, 12) is not None for unit in units)
    steps = {month: truth.target_rp(units, bulan=month) for month in range(1, 13) if planned or month % 3 == 0}
    expected: list[list[Said]] = [[LABEL] * 6]
    for month in months:
        sums = truth.sums(units, bulan=month)
        target = words(rupiah(steps[month]) if month in steps else "–")
        amounts = words(rupiah(sums.realisasi)), words(rupiah(sums.pagu)), share(sums.rate)
        expected.append([LABEL, *amounts, target, words(str(len(units)))])
    agree(rows(page, ".sp-twin:not(.sp-block *)"), expected, language)
    written = " ".join(page.locator(".js-plotly-plot .annotation-text").all_text_contents())
    last = truth.sums(units, bulan=months[-1])
    assert short_rupiah(last.pagu) in written
    assert percentage(last.rate) in written


def nkpa(page: Page, truth: Truth, unit: str, language: str) -> None:
    """Checks the score of a unit over the quarters that have ended, its calculation, and the last month beside it."""
    quarters = [truth.nkpa(unit, number) for number in range(1, truth.bulan // 3 + 1)]
    values = [sum((term.weight * term.score for term in terms), Fraction(0)) for terms in quarters]
    block = page.locator(".sp-block:has(#nkpa)")
    assert score(sum(values, Fraction(0)) / len(values)) in block.locator("p b").first.inner_text().split()
    captions = block.locator(".sp-caption").all_text_contents()
    for caption, terms, value in zip(captions, quarters, values, strict=True):
        spent, pagu = (sum(getattr(term.sums, name) for term in terms) for name in ("realisasi", "pagu"))
        assert tokens(caption, language) == [percentage(Fraction(spent * 100, pagu))]
        assert score(value) in caption.replace(";", "").split()
    expected: list[list[Said]] = []
    for terms in quarters:
        expected.append([LABEL] * 7)
        for term in terms:
            amounts = full(term.sums.pagu), full(term.sums.realisasi), share(term.sums.rate)
            weights = share(Fraction(term.target)), words(score(term.score)), share(term.weight * 100)
            expected.append([words(kind(term.jenis, language)), *amounts, *weights])
    agree(rows(page, "#nkpa ~ .sp-twin"), expected, language)
    *before, last = truth.months(unit)
    mean = Fraction(truth.sums([unit], bulan=before[-1]).realisasi, last - 1)
    assert score(truth.alone(unit, last) / mean) in block.locator(":scope > p").last.inner_text().split()


def months(page: Page, truth: Truth, unit: str, language: str) -> None:
    """Checks the months of a unit; one that it did not report is worded."""
    reported = truth.months(unit)
    first = min(truth.cube["bulan"])
    expected: list[list[Said]] = [[LABEL] * 5]
    for month in range(first, truth.bulan + 1):
        if month not in reported:
            expected.append([LABEL, words(gettext("belum melapor"))])
            continue
        sums = truth.sums([unit], bulan=month)
        amounts = full(truth.alone(unit, month)), full(sums.realisasi), full(sums.pagu)
        expected.append([LABEL, *amounts, share(sums.rate)])
    agree(rows(page, ".sp-block:has(#bulan) table"), expected, language)


def ceilings(page: Page, truth: Truth, unit: str, language: str) -> None:
    """Checks the first ceiling of the year and each that differs from the one before, up to the view's month."""
    lines = truth.lines[(truth.lines["kode_satker"] == unit) & (truth.lines["bulan"] <= truth.bulan)]
    own = lines.groupby("bulan")["pagu_rp"].sum()
    steps = [(int(pagu), int(pagu - before)) for before, pagu in pairwise(own) if pagu != before]
    seen = rows(page, ".sp-list:has(data)", "li", "data")
    expected = [[full(int(own.iloc[0]))], *([full(pagu), full(abs(change))] for pagu, change in steps)]
    agree(seen, expected, language)
    said = page.locator(".sp-list:has(data) li").all_inner_texts()[1:]
    up, down = gettext("naik"), gettext("turun")
    assert [up in text for text in said] == [change > 0 for _, change in steps]
    assert [down in text for text in said] == [change < 0 for _, change in steps]


def tree(page: Page, truth: Truth, unit: str, language: str) -> None:
    """Checks every level from program to akun, its code and its sums, and below each akun where its figure stands."""
    lines = truth.lines[(truth.lines["kode_satker"] == unit) & (truth.lines["bulan"] == truth.bulan)]
    nodes = list(_nodes(lines))
    seen = rows(page, ".sp-tree", ".sp-row", ".sp-code, .sp-amount, .sp-share-of")
    assert len(seen) == len(nodes)
    for (code, spent, ceiling, rate), (depth, own) in zip(seen, nodes, strict=True):
        pagu, realisasi = int(own["pagu_rp"].sum()), int(own["realisasi_rp"].sum())
        part = share(Fraction(realisasi * 100, pagu) if pagu else None)
        agree([[code, spent, rate]], [[words(own[LEVELS[depth]].iloc[0]), full(realisasi), part]], language)
        assert (ceiling.text, ceiling.figures[0][0]) == (f"{gettext('dari')} {rupiah(pagu)}", str(pagu))
    sums = rows(page, ".sp-tree", "details > .sp-sum", "a")
    for [said], own in zip(sums, [own for depth, own in nodes if depth + 1 < len(LEVELS)], strict=True):
        assert str(len(own)) in said.text.split()
    files = page.locator(".sp-block:has(.sp-tree) > .sp-list > li").all_text_contents()
    sources = page.locator(".sp-leaf .sp-source p").all_text_contents()
    for source, line in zip(sources, (own for depth, own in nodes if depth + 1 == len(LEVELS)), strict=True):
        [one] = line.itertuples()
        assert one.sumber_berkas in files[int(re.search(r"\d+", source)[0]) - 1]
        for fact in (one.sumber_sel, str(one.realisasi_rp), str(one.pagu_rp)):
            assert fact in source
    whole = [[full(int(lines[name].sum())) for name in ("realisasi_rp", "pagu_rp", "sisa_rp")]]
    agree(rows(page, ".sp-block:has(.sp-tree)", ":scope > .sp-sum", "data"), whole, language)
    [said] = page.locator(".sp-block:has(.sp-tree) > .sp-sum").all_inner_texts()
    assert str(len(lines)) in said.split(":")[0].split()


def _nodes(lines: pd.DataFrame, depth: int = 0) -> Iterator[tuple[int, pd.DataFrame]]:
    for _, own in lines.groupby(LEVELS[depth], sort=False):
        yield depth, own
        if depth + 1 < len(LEVELS):
            yield from _nodes(own, depth + 1)
