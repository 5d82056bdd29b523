"""Every figure in the examples of Metodologi is the one that the downloaded tables give."""

from decimal import Decimal
from fractions import Fraction
from itertools import combinations
from pathlib import Path
from statistics import median

import pandas as pd
import pytest

from budget.wording.decimal import decimal
from budget.wording.language import LANGUAGES
from budget.wording.percentage import percentage
from budget.wording.points import points
from budget.wording.rupiah import rupiah
from budget.wording.score import score
from tests.browser.blocks import kind
from tests.browser.looking import looking
from tests.browser.said import LABEL, agree, full, share, words
from tests.browser.seen import counts, rest, rows, tokens
from tests.browser.truth import Truth, half_up

pytestmark = [pytest.mark.browser, pytest.mark.thorough, pytest.mark.xdist_group("public-2")]
DATA = Path(__file__).parents[2] / "data"
EXAMPLE = (("51", 4000, 2100, 50), ("52", 5000, 2000, 50), ("53", 1000, 100, 40))
"""The worked example of NKPA: jenis, pagu, realisasi, target; its value is 82.5, where plain absorption is 42.0."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_metodologi(public, tab, language):
    truth = Truth(public)
    sums, units = truth.sums(), truth.reported
    with looking(tab, f"{public.url}/metodologi?tahun=2026&bulan=9&dana=apbn", language):

        def example(measure):
            return tab.locator(f".sp-measure:has(#{measure}) .sp-example").inner_text()

        check_serapan(tab, truth, example("serapan"), language)
        check_nkpa(tab, example("nkpa"), language)
        target, away = truth.target_rp(), truth.gap()
        held = Fraction(target * 100, sums.pagu)
        expected = {
            "sisa": [rupiah(sums.pagu), rupiah(sums.realisasi), rupiah(sums.sisa)],
            "selisih_target": [
                percentage(sums.rate),
                percentage(held),
                points(float(away)),
                rupiah(sums.realisasi - target),
            ],
            "cakupan": [percentage(known_share(truth))],
            "per_tps": per_tps(truth)[0],
            "median": towns(truth),
        }
        for measure, said in expected.items():
            assert tokens(example(measure), language) == said, measure
        assert counts(example("cakupan"), language) == [len(units), 39]
        assert per_tps(truth)[1] in example("per_tps").replace("=", " ").split()
        shown = tab.locator(".sp-example").count()
        assert shown == len(expected) + 2
        rows(tab, ".sp-example", "p", "b")
        check_targets(tab, truth, language)
        rows(tab, ".sp-measure > div:first-child, .sp-terms, .sp-prose, .sp-note", "p", "b")
        assert rest(tab, language) == []


def check_serapan(tab, truth, text, language):
    """The two units for which the mean of percentages errs most."""
    found = [(truth.sums([code]), code) for code in truth.units["kode_satker"] if code in truth.reported]

    def wrong(pair):
        (one, _), (other, _) = pair
        pooled = Fraction((one.realisasi + other.realisasi) * 100, one.pagu + other.pagu)
        return abs((one.rate + other.rate) / 2 - pooled)

    pair = sorted(max(combinations(found, 2), key=wrong), key=lambda one: -one[0].pagu)
    (one, _), (other, _) = pair
    pagu, spent = one.pagu + other.pagu, one.realisasi + other.realisasi
    expected = [[LABEL] * 4, *([LABEL, full(own.realisasi), full(own.pagu), share(own.rate)] for own, _ in pair)]
    expected.append([LABEL, full(spent), full(pagu), share(Fraction(spent * 100, pagu))])
    agree(rows(tab, ".sp-measure:has(#serapan) .sp-example"), expected, language)
    names = truth.units.set_index("kode_satker")["nama"]
    assert all(names[code] in text for _, code in pair)
    assert tokens(text, language)[-1] == percentage((one.rate + other.rate) / 2)


def check_nkpa(tab, text, language):
    """82.5, with the score, the weight and the points of each jenis belanja."""
    expected = [[LABEL] * 8]
    value = Fraction(0)
    for jenis, pagu, spent, target in EXAMPLE:
        rate, weight = Fraction(spent * 100, pagu), Fraction(pagu, 10_000)
        reached = min(Fraction(100), rate / target * 100)
        value += reached * weight
        amounts = full(pagu), full(spent), share(rate), share(Fraction(target))
        portion = Decimal(weight.numerator) / weight.denominator
        scores = words(score(reached)), words(decimal(portion, 2)), words(score(reached * weight))
        expected.append([words(f"{jenis} {kind(jenis, language)}"), *amounts, *scores])
    assert (value, score(value)) == (Fraction("82.5"), {"id": "82,5", "en": "82.5"}[language])
    expected.append(
        [LABEL, words(""), words(""), share(Fraction(42)), words(""), words(""), words(""), words(score(value))]
    )
    agree(rows(tab, ".sp-measure:has(#nkpa) .sp-example"), expected, language)
    assert score(value) in text.splitlines()[-1].replace(", ", " ").split()
    assert tokens(text, language)[-1] == percentage(Fraction(42))


def check_targets(tab, truth, language):
    """The quarterly targets of each jenis belanja that has them."""
    kinds = sorted({jenis for jenis, _ in truth.targets})
    expected = [
        [
            words(f"{jenis} {kind(jenis, language)}"),
            *(words(str(truth.targets[jenis, number])) for number in (1, 2, 3, 4)),
        ]
        for jenis in kinds
    ]
    agree(rows(tab, ".sp-block:has(h2[id^=target]) table", "tbody tr"), expected, language)


def known_share(truth):
    """Percent of the ceiling that those hold who reported September."""
    newest = [truth.sums([code], bulan=truth.months(code)[-1]).pagu for code in truth.units["kode_satker"]]
    return Fraction(truth.sums().pagu * 100, sum(newest))


def per_tps(truth):
    """The first unit that has polling stations: spent, for each of them, and how many there are."""
    places = truth.units.set_index("kode_satker")["kode_wilayah"]
    stations = pd.read_csv(DATA / "wilayah_jatim.csv", dtype="str", index_col="kode_wilayah")["tps_pilgub_2024"]
    code = next(code for code in places.index if code in truth.reported and places[code] in stations.index)
    spent, number = truth.sums([code]).realisasi, int(stations[places[code]])
    return [rupiah(spent), rupiah(half_up(Fraction(spent, number)))], decimal(number)


def towns(truth):
    """The median of the cities and their absorption as one."""
    own = truth.units[truth.units["kode_wilayah"].str[3:] >= "71"]["kode_satker"]
    codes = [code for code in own if code in truth.reported]
    return [percentage(median(truth.sums([code]).rate for code in codes)), percentage(truth.sums(codes).rate)]
