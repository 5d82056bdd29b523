"""Every figure of Bandingkan is the one that the downloaded tables give."""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from statistics import median

import pandas as pd
import pytest

from budget.wording.percentage import percentage
from budget.wording.points import points
from budget.wording.rupiah import rupiah
from budget.wording.translation import gettext
from tests.browser.looking import looking
from tests.browser.said import LABEL, agree, column, full, gap, share, short, words
from tests.browser.seen import counts, rest, rows, tokens
from tests.browser.truth import Truth, half_up

pytestmark = [pytest.mark.browser, pytest.mark.thorough, pytest.mark.xdist_group("public-2")]
TPS = pd.read_csv(Path("data/wilayah_jatim.csv"), dtype="str", index_col="kode_wilayah")["tps_pilgub_2024"].astype(int)
VIEWS = [
    ("jenis_wilayah", "semua", "kode", "35.79", "id"),
    ("jenis_wilayah", "53", "kode", "", "en"),
    ("ukuran_pagu", "semua", "selisih_rp", "", "id"),
    ("pilkada", "semua", "selisih_poin", "", "en"),
]
"""Group, jenis belanja, order, marked unit, language."""
SCALE = ("100\N{NO-BREAK SPACE}%", "100 %", "100%")
"""Where the small charts end, which their note tells."""


@dataclass(frozen=True)
class Compared:
    """The units of a view in groups, worked out anew."""

    truth: Truth
    jenis: str | None
    order: str

    def __post_init__(self) -> None:
        units = self.truth.units.set_index("kode_satker")
        object.__setattr__(self, "place", units["kode_wilayah"].to_dict())

    def reported(self, code):
        return code in self.truth.reported

    def sums(self, codes):
        return self.truth.sums([code for code in codes if self.reported(code)], self.jenis)

    def away(self, codes):
        return self.truth.gap([code for code in codes if self.reported(code)], self.jenis)

    def target(self, codes):
        return self.truth.target_rp([code for code in codes if self.reported(code)], self.jenis)

    def rates(self, codes, bulan=None):
        sums = [self.truth.sums([code], self.jenis, bulan) for code in codes]
        return [one.rate for one in sums if one.rate is not None]

    def per_tps(self, codes):
        places = [self.place[code] for code in codes if self.reported(code)]
        if not places or "35" in places:
            return None
        return half_up(Fraction(self.sums(codes).realisasi, int(TPS[places].sum())))

    def ordered(self, codes):
        """As asked for: the furthest behind its target first; those without a gap last."""
        if self.order == "kode":
            return codes

        def behind(code):
            away = self.away([code]) if self.reported(code) else None
            if away is None:
                return (1, 0)
            return (0, away if self.order == "selisih_poin" else self.sums([code]).realisasi - self.target([code]))

        return sorted(codes, key=behind)

    def groups(self, by):
        """Members of each group, and those of which it is not known."""
        codes = list(self.place)
        if by == "jenis_wilayah":
            kinds = [
                "provinsi" if "." not in at else "kota" if at[3:] >= "71" else "kabupaten" for at in self.place.values()
            ]
            found = {
                name: [code for code, kind in zip(codes, kinds, strict=True) if kind == name]
                for name in ("provinsi", "kabupaten", "kota")
            }
        elif by == "ukuran_pagu":
            size = {code: self.truth.sums([code]).pagu for code in self.truth.reported}
            ordered = sorted(size.values())
            small, medium = ordered[-(-len(ordered) // 3) - 1], ordered[-(-2 * len(ordered) // 3) - 1]
            found = {
                "kecil": [code for code in codes if code in size and size[code] <= small],
                "sedang": [code for code in codes if code in size and small < size[code] <= medium],
                "besar": [code for code in codes if code in size and size[code] > medium],
            }
        else:
            year = set(self.truth.cube["kode_satker"])
            found = {"dengan": [], "tanpa": [code for code in codes if code in year]}
        members = {name: self.ordered(own) for name, own in found.items() if own}
        outside = self.ordered([code for code in codes if not any(code in own for own in found.values())])
        return members, outside


@pytest.mark.parametrize(("by", "jenis", "order", "marked", "language"), VIEWS)
def test_bandingkan(public, tab, by, jenis, order, marked, language):
    truth = Truth(public)
    compared = Compared(truth, None if jenis == "semua" else jenis, order)
    members, outside = compared.groups(by)
    many = {name: codes for name, codes in members.items() if len(compared.rates(codes)) > 1}
    medians = {name: median(compared.rates(codes)) for name, codes in many.items()}
    query = f"tahun=2026&bulan=9&dana=apbn&kelompok={by}&jenis={jenis}&urut={order}&kode={marked}"
    with looking(tab, f"{public.url}/bandingkan?{query}", language):
        said = tokens(tab.locator("h1").inner_text(), language)
        assert said == [percentage(one) for one in medians.values()]
        if marked:
            rate, middle = compared.rates([truth.code(marked)])[0], medians["kota"]
            sentence = tab.locator(
                f'p:has-text("{percentage(rate)}"):has-text("{percentage(middle)}")'
            ).first.inner_text()
            assert tokens(sentence, language) == [percentage(rate), percentage(middle)]
            assert points(float(rate - middle)).lstrip("+−") in sentence.split()
            said += tokens(sentence, language)
        check_dots(tab, compared, members, outside, medians, by, language)
        check_panels(tab, compared, members, outside, language)
        check_table(tab, compared, members, outside, medians, language)
        assert [one for one in rest(tab, language) if one not in SCALE] == said


def check_dots(tab, compared, members, outside, medians, by, language):
    """Each group's rule, boundaries and spread, and each unit's rate, realisasi and gap."""
    truth = compared.truth
    expected = []
    for name, codes in [*members.items(), *([("", outside)] if outside else [])]:
        if name in medians:
            expected.append(
                [
                    words(""),
                    words(gettext("median %(median)s") % {"median": percentage(medians[name])}),
                    *[words("")] * 3,
                ]
            )
        for code in codes:
            sums = compared.sums([code])
            if code not in truth.reported:
                expected.append([LABEL, words(gettext("belum melapor")), words("–"), words(""), words("–")])
            elif sums.rate is None:
                expected.append(
                    [LABEL, words(gettext("tidak ada pagu")), words("–"), short(sums.realisasi), words("–")]
                )
            else:
                away = gap(compared.away([code]))
                if compared.order == "selisih_rp":
                    away = column(sums.realisasi - compared.target([code]))
                expected.append([LABEL, words(""), share(sums.rate), short(sums.realisasi), away])
    agree(rows(tab, ".sp-dots", "tbody tr"), expected, language)
    notes = tab.locator(".sp-block:has(#titik) .sp-h3 + .sp-note").all_inner_texts()
    bounds = {name: [] for name in members}
    if by == "ukuran_pagu":
        small, medium = (max(truth.sums([code]).pagu for code in members[name]) for name in ("kecil", "sedang"))
        bounds = {"kecil": [small], "sedang": [small, medium], "besar": [medium]}
    figures = [list(map(full, own)) for own in bounds.values()] + ([[]] if outside else [])
    agree(rows(tab, ".sp-block:has(#titik)", ".sp-h3 + .sp-note", "data"), figures, language)
    for (name, codes), note in zip(members.items(), notes, strict=False):
        spread = compared.rates(codes)
        known = [medians[name], min(spread), max(spread)] if name in medians else []
        assert tokens(note, language) == [*map(rupiah, bounds[name]), *map(percentage, known)]
        assert counts(note, language) == [sum(code in truth.reported for code in codes), len(codes)]


def check_panels(tab, compared, members, outside, language):
    """The months of each unit and the medians of each group, in the table beside the small charts."""
    expected = [[LABEL] * 10]
    for codes in [*members.values(), *([outside] if outside else [])]:
        for code in codes:
            months = [compared.truth.sums([code], compared.jenis, month).rate for month in range(1, 10)]
            expected.append([LABEL, *map(share, months)])
        if codes is not outside and len(codes) > 1:
            rates = [compared.rates(codes, month) for month in range(1, 10)]
            expected.append([LABEL, *(share(median(known) if known else None) for known in rates)])
    agree(rows(tab, ".sp-twin:not(.sp-block *)"), expected, language)


def check_table(tab, compared, members, outside, medians, language):
    """Every unit, and the sum and the median of each group."""
    truth = compared.truth

    def cells(codes):
        sums, away = compared.sums(codes), compared.away(codes)
        state = share(sums.rate) if sums.rate is not None else words(gettext("tidak ada pagu"))
        judged = [words("–"), words(gettext("tidak berlaku"))]
        if away is not None:
            target = compared.target(codes)
            judged = [share(Fraction(target * 100, sums.pagu)), gap(away), column(sums.realisasi - target)]
        each = compared.per_tps(codes)
        last = words(gettext("tidak berlaku")) if each is None else full(each)
        return [column(sums.pagu), column(sums.realisasi), state, *judged, last]

    expected, labels = [], []
    for name, codes in [*members.items(), *([("", outside)] if outside else [])]:
        expected.append([LABEL])
        for code in codes:
            expected.append([LABEL, *(cells([code]) if code in truth.reported else [words(gettext("belum melapor"))])])
        if name and len(codes) > 1:
            labels.append((len(expected), codes))
            expected.append([LABEL, *cells(codes)])
        if name in medians:
            known = [code for code in codes if code in truth.reported and compared.away([code]) is not None]
            middle = median(compared.away([code]) for code in known)
            expected.append(
                [LABEL, words(""), words(""), share(medians[name]), words(""), gap(middle), words(""), words("")]
            )
    seen = rows(tab, ".sp-compared", "tbody tr")
    for at, codes in labels:
        label = seen[at].pop(0)
        expected[at].pop(0)
        assert counts(label.text, language) == [
            sum(code in truth.reported for code in codes),
            len(codes),
        ]
        assert tokens(label.text, language) == [percentage(known_share(truth, codes))]
    agree(seen, expected, language)
    links = {row[0].href.split("kode=")[1].split("&")[0]: row for row in seen if row and "kode=" in row[0].href}
    assert set(links) == set(compared.place.values())


def known_share(truth, codes):
    """Percent of the ceiling that those hold who reported; for the others the newest that is known."""
    newest = {code: truth.sums([code], bulan=truth.months(code)[-1]).pagu for code in codes}
    return Fraction(sum(newest[code] for code in codes if code in truth.reported) * 100, sum(newest.values()))
