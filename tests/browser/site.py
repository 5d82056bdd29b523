"""The published site that the tests of the public pages look at."""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import groupby
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

import pandas as pd

from budget.declared import Declared
from budget.reference import Reference
from budget.satker import Satker
from budget.upload import Upload
from loaders.load_many import load_many
from samples.generate import generate
from samples.plan_sample import PlanSample
from samples.plan_samples import plan_samples
from samples.release_day import release_day
from samples.sample import Sample
from store.database import Database
from store.publish import publish
from store.submit import submit
from tests.serving import serve
from tests.stored import fresh_database

YEAR: Final = ("35", "35.07", "35.08", "35.09", "35.27", "35.72", "35.77", "35.78", "35.79")
"""Regions with reports from October 2025 on: the province, Malang (its March 2026 is corrected), Lumajang (a line above
its ceiling), Jember (May 2026 is corrected: money came back), Sampang and Kota Blitar (without September 2026), Kota
Madiun (without 53), Surabaya, and Kota Batu (its October 2025 is late). The others have September 2026 alone. Malang,
Kota Madiun and Surabaya have a withdrawal plan for 2026, broken down by jenis belanja. December 2024 holds Surabaya and
Kota Batu with their grants.
"""
NOTES: Final = {False: "Laporan bulanan", True: "Koreksi: angka lama keliru"}
"""Of a release, and of one that corrects."""
_DAY: Final = 12
_NOON: Final = time(12, tzinfo=ZoneInfo("Asia/Jakarta"))


@dataclass(frozen=True)
class Site:
    """A running site, and the truth about what was uploaded to it.

    Attributes:
        url: Without a slash at its end.
        number: Of the newest release.
        reports: A row per report: `kode_satker, tahun, bulan, sumber_dana, tanggal` (day in WIB), `koreksi`, `rilis`.
        plans: Withdrawal plans: `kode_satker, tahun, bulan, jenis, rencana_rp, rilis`.
    """

    url: str
    number: int
    reports: pd.DataFrame
    plans: pd.DataFrame


@contextmanager
def published_site(folder: Path) -> Iterator[Site]:
    """Fills a database in a folder through the loaders and the store, and serves it."""
    reference = Reference.load()
    samples = list(_samples(reference))
    plans = list(plan_samples(reference, units=_units(reference, *YEAR)))
    with closing(fresh_database(folder)) as database:
        numbers = _fill(database, [*samples, *plans], reference)
    columns = ("kode_satker", "tahun", "bulan", "sumber_dana", "tanggal")
    reports = pd.DataFrame({name: [getattr(one, name) for one in samples] for name in columns})
    reports["koreksi"] = [one.koreksi is not None for one in samples]
    reports["rilis"] = [numbers[_released(one)] for one in samples]
    with serve(folder / "serapan.sqlite") as url:
        yield Site(
            url, max(numbers.values()), reports, pd.concat(_months(one, numbers[_released(one)]) for one in plans)
        )


def _samples(reference: Reference) -> Iterator[Sample]:
    others = [unit for unit in reference.in_province("35") if unit.kode_wilayah not in YEAR]
    yield from generate(reference, units=_units(reference, "35.78", "35.79"), first=(2024, 12), months=1)
    yield from generate(reference, units=_units(reference, *YEAR), first=(2025, 10), months=12)
    yield from generate(reference, units=tuple(others), first=(2026, 9), months=1)


def _units(reference: Reference, *codes: str) -> tuple[Satker, ...]:
    return tuple(reference.by_kode_wilayah[code] for code in codes)


def _fill(database: Database, uploads: Sequence[Sample | PlanSample], reference: Reference) -> dict[date, int]:
    """Publishes what came until the 12th of each month, and each correction on its own day: release numbers by day."""
    ordered = sorted(uploads, key=lambda one: (_released(one), one.tanggal))
    pairs = [(Upload(one.name, one.content), Declared(sumber_dana=one.sumber_dana)) for one in ordered]
    drafts = [draft for _, draft in load_many(pairs, reference)]
    read = zip(ordered, drafts, (declared for _, declared in pairs), strict=True)
    numbers: dict[date, int] = {}
    for released, group in groupby(read, key=lambda row: _released(row[0])):
        ids: list[int] = []
        for came, rows in groupby(group, key=lambda row: row[0].tanggal):
            ids += submit(database, [row[1:] for row in rows], by="penguji", now=_moment(came), sample=True)
        note = NOTES[released.day != _DAY]
        numbers[released] = publish(database, ids, by="penguji", now=_moment(released), note=note).number
    return numbers


def _released(one: Sample | PlanSample) -> date:
    return one.tanggal if getattr(one, "koreksi", None) else release_day(one.tanggal)


def _moment(day: date) -> str:
    return datetime.combine(day, _NOON).astimezone(ZoneInfo("UTC")).isoformat(timespec="seconds")


def _months(plan: PlanSample, number: int) -> pd.DataFrame:
    """The months of a plan, read again from its text without our loaders."""
    lines = [line.split(";") for line in plan.content.decode().splitlines()[3:-1]]
    months = list(dict.fromkeys(line[2] for line in lines))
    return pd.DataFrame(
        [
            (kode, int(tahun), months.index(name) + 1, jenis, int(amount.replace(".", "")), number)
            for kode, tahun, name, jenis, amount in lines
        ],
        columns=["kode_satker", "tahun", "bulan", "jenis", "rencana_rp", "rilis"],
    )
