"""Every figure and count of Keterbukaan, Koreksi and Data is the one that the uploads and the tables give."""

from collections import Counter
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pandas as pd
import pytest
import requests

from budget.wording.language import LANGUAGES
from budget.wording.month import day
from budget.wording.translation import gettext
from budget.wording.wib import wib
from tests.browser.looking import looking
from tests.browser.said import LABEL, agree, full, words
from tests.browser.seen import counts, rest, rows
from tests.browser.truth import Truth

pytestmark = [pytest.mark.browser, pytest.mark.thorough, pytest.mark.xdist_group("public-2")]
BOTH = pytest.mark.parametrize("language", LANGUAGES)
DATA = Path(__file__).parents[2] / "data"
GRANTS = ("HLD",)


def today():
    return datetime.now(ZoneInfo("Asia/Jakarta")).date()


def due(tahun):
    """The last day on time of each month of a year."""
    rows = pd.read_csv(DATA / "kalender.csv")
    own = rows[rows["tahun"] == tahun]
    return {bulan: date.fromisoformat(text) for bulan, text in zip(own["bulan"], own["jatuh_tempo"], strict=True)}


def judge(reports, tahun, grants):
    """How a month was reported (a key of `SIGNS`), days late, whether corrected, and the day that is named."""
    own = reports[(reports["tahun"] == tahun) & (reports["sumber_dana"].isin(GRANTS) == grants)]
    first = own[~own["koreksi"]].set_index(["kode_satker", "bulan"])["tanggal"]
    again = set(own[own["koreksi"]].set_index(["kode_satker", "bulan"]).index)
    asked = range(own["bulan"].min(), own["bulan"].max() + 1) if grants else range(1, 13)

    def one(kode, bulan, last):
        if (kode, bulan) in first:
            late = (first[kode, bulan] - last).days
            return ("late" if late > 0 else "on time"), max(late, 0), (kode, bulan) in again, first[kode, bulan]
        late = (today() - last).days
        if late <= 0:
            return "not due", 0, False, last
        return ("missing", late, False, None) if bulan in asked else ("not asked", 0, False, None)

    return one


SIGNS = {"on time": "✓", "late": "T %(number)s", "missing": "belum %(number)s", "not due": "", "not asked": "t.b."}


def sign(state, days, corrected):
    words = gettext(SIGNS[state]) % {"number": days} if SIGNS[state] else ""
    return words + (gettext("K") if corrected else "")


@pytest.mark.parametrize(
    ("tahun", "bulan", "dana", "language"),
    [(2026, 9, "apbn", "id"), (2026, 6, "apbn", "en"), (2025, 10, "apbn", "id"), (2024, 12, "hibah", "en")],
)
def test_keterbukaan(public, tab, tahun, bulan, dana, language):
    truth = Truth(public, tahun, bulan, dana)
    one, last = judge(public.reports, tahun, dana == "hibah"), due(tahun)
    units = truth.units["kode_satker"].tolist()
    cells = {code: {month: one(code, month, last[month]) for month in last} for code in units}
    unasked = {month: ("not asked", 0, False, None) for month in range(1, 13) if month not in last}
    cells = {code: unasked | own for code, own in cells.items()}
    with looking(tab, f"{public.url}/keterbukaan?tahun={tahun}&bulan={bulan}&dana={dana}", language):
        seen = rows(tab, ".sp-matrix", "tbody tr")
        assert len(seen) == len(units)
        for row, code in zip(seen, units, strict=True):
            for month, cell in enumerate(row[1:13], 1):
                state, days, corrected, when = cells[code][month]
                assert cell.text.startswith(sign(state, days, corrected)), (code, month, cell)
                spoken = [days, days] if days else []
                assert counts(cell.text, language) == [*spoken, *([when.day, when.year] if when else [])]
                assert not when or day(when) in cell.text
                assert cell.title in cell.text
            states = Counter(state for state, *_ in cells[code].values())
            assert [int(cell.text) for cell in row[13:]] == [states[name] for name in ("on time", "late", "missing")]
        month_states = {month: Counter(own[month][0] for own in cells.values()) for month in range(1, 13)}
        [foot] = rows(tab, ".sp-matrix", "tfoot tr")
        for month, cell in enumerate(foot[1:13], 1):
            states = month_states[month]
            reported = states["on time"] + states["late"]
            expected = reported + states["missing"] + states["not due"]
            shown = [] if not expected or states["not due"] == expected else [reported, expected]
            assert counts(cell.text, language) == shown, month
        every = sum(month_states.values(), Counter())
        assert [int(cell.text) for cell in foot[13:]] == [every[name] for name in ("on time", "late", "missing")]

        states = month_states[bulan]
        reported = states["on time"] + states["late"]
        sentence = counts(tab.locator("h1").inner_text(), language)
        late = [states["missing"], (today() - last[bulan]).days] if states["missing"] else []
        assert sentence == [tahun, reported, len(units), states["on time"], *late]
        check_months(tab, cells, month_states, last, tahun, language)
        assert rest(tab, language) == []


def check_months(tab, cells, month_states, last, tahun, language):
    """The list of months, newest first: how many reported, who is missing since when, and who was late by how much."""
    listed = [
        month for month in range(12, 0, -1) if any(month_states[month][name] for name in ("on time", "late", "missing"))
    ]
    seen = rows(tab, ".sp-months", ":scope > div", "dt, dd")
    for (term, said), month in zip(seen, listed, strict=True):
        states = month_states[month]
        reported = states["on time"] + states["late"]
        asked = reported + states["missing"] + states["not due"]
        assert counts(term.text, language) == [tahun, last[month].day, last[month].year]
        late = [own[month][1] for own in cells.values() if own[month][0] == "late"]
        missing = [(today() - last[month]).days] if states["missing"] else []
        assert counts(said.text, language) == [reported, asked, states["on time"], *missing, *late]


@BOTH
def test_koreksi(public, tab, language):
    table = Truth(public).table("koreksi.csv")
    assert table["rilis"].tolist() == sorted(table["rilis"], reverse=True)
    with looking(tab, f"{public.url}/koreksi?anggaran=", language):
        assert len(table) in counts(tab.locator("h1").inner_text(), language)
        expected = []
        for row in table.itertuples():
            expected.append([LABEL] * 4)
            for name in ("pagu", "realisasi", "sisa"):
                before, after = (int(getattr(row, f"{name}_{word}_rp")) for word in ("lama", "baru"))
                change = full(after - before) if after != before else (gettext("tetap"), 0)
                expected.append([LABEL, full(before), full(after), change])
        agree(rows(tab, ".sp-change table"), expected, language)
        for said, row in zip(tab.locator(".sp-change").all_inner_texts(), table.itertuples(), strict=True):
            for fact in (
                row.nama,
                str(row.tahun),
                str(row.rilis),
                wib(row.terbit),
                row.catatan,
                row.berkas_lama,
                row.berkas_baru,
            ):
                assert fact in said
            assert wib(row.diunggah_lama) in said
            assert wib(row.diunggah_baru) in said
        assert rest(tab, language) == []


@BOTH
def test_data(public, tab, language):
    reports, plans = public.reports, public.plans.drop_duplicates("kode_satker")
    published = pd.concat(
        pd.read_csv(DATA / name, dtype="str") for name in ("apbn-published.csv", "hibah-pilkada-published.csv")
    )
    with looking(tab, f"{public.url}/data?tahun=2026&bulan=9&dana=apbn", language):
        seen = rows(tab, ".sp-releases", "tbody tr")
        numbers = range(public.number, 0, -1)
        assert [int(row[0].text) for row in seen] == list(numbers)
        for row, number in zip(seen, numbers, strict=True):
            own = reports[reports["rilis"] == number]
            planned = int((plans["rilis"] == number).sum())
            new, again = int((~own["koreksi"]).sum()) + planned, int(own["koreksi"].sum())
            assert [int(cell.text) for cell in row[2:5]] == [new, again, len(own) + planned]
        expected = []
        for row in published.itertuples():
            cells = [getattr(row, f"{name}_rp", None) for name in ("pagu", "realisasi", "dikembalikan")]
            expected.append([words("") if pd.isna(one) else full(int(one)) for one in cells])
        seen = rows(tab, ".sp-block:has(#pembanding)", "tbody tr")
        agree([row[1:4] for row in seen], expected, language)
        checkpoints = requests.get(f"{public.url}/data/rilis/{public.number}/titik-periksa.txt", timeout=20).text
        assert tab.locator(".sp-checkpoint .sp-hash").inner_text() == checkpoints.splitlines()[-1]
        assert rest(tab, language) == []
