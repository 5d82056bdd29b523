"""Builds the database of a whole country for the benches: 548 units, 24 months.

The figures are the sample's, taken from the simulation without writing and reading files; they pass `store.submit` and
`store.publish` like any upload. Units of the province that the sample is of have all their lines, the others one per
akun, of the same sums. Built once and kept. Use: `.venv/bin/python bench/national.py [--fresh]`.
"""

import argparse
import sys
import time
from collections.abc import Iterable
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.tree_draft import tree_draft
from budget.declared import Declared
from budget.reference import Reference
from budget.upload import Upload
from loaders.load import load
from samples.generate import generate
from samples.plan_samples import plan_samples
from samples.sample import Sample
from store.database import Database
from store.publish import publish
from store.submit import submit

NATIONAL: Final = Path(__file__).parents[1] / "var" / "nasional.sqlite"
_BY = "data contoh"
_WHOLE = "35"


def build(path: Path, months: int = 24) -> None:
    """Makes the database; under another name until it is complete."""
    reference = Reference.load()
    part = path.with_suffix(".part")
    for left in part.parent.glob(f"{part.name}*"):
        left.unlink()
    database = Database(f"sqlite:///{part}")
    database.migrate()
    whole = {unit.kode_satker for unit in reference.in_province(_WHOLE)}
    began, files = time.monotonic(), 0
    samples = generate(reference, units=reference.satker, months=months)
    for _, batch in groupby(samples, key=lambda sample: sample.batch):
        ids, newest = _submit(database, batch, whole)
        release = publish(database, ids, by=_BY, now=_moment(newest), note=f"Data contoh nasional, {newest}")
        files += len(ids)
        print(f"{files} files, release {release.number}, {time.monotonic() - began:.0f} s", flush=True)
    plans = _submit_plans(database, reference, newest)
    publish(database, plans, by=_BY, now=_moment(newest), note="Rencana penarikan (RPD)")
    database.close()
    part.rename(path)
    Path(f"{part}.lock").unlink()


def _submit(database: Database, batch: Iterable[Sample], whole: set[str]) -> tuple[list[int], date]:
    ids: list[int] = []
    newest = date.min
    for day, samples in groupby(batch, key=lambda sample: sample.tanggal):
        drafts = (tree_draft(sample, whole=sample.kode_satker in whole) for sample in samples)
        ids += submit(database, drafts, by=_BY, now=_moment(day), sample=True)
        newest = max(newest, day)
    return ids, newest


def _submit_plans(database: Database, reference: Reference, day: date) -> list[int]:
    plans = [(Upload(one.name, one.content), Declared(one.sumber_dana)) for one in plan_samples(reference)]
    drafts = [(load(upload, reference, declared), declared) for upload, declared in plans]
    return submit(database, drafts, by=_BY, now=_moment(day), sample=True)


def _moment(day: date) -> str:
    return f"{day}T02:00:00+00:00"


def main() -> None:
    """Builds it, unless it is there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fresh", action="store_true", help="build it anew")
    parser.add_argument("--out", type=Path, default=NATIONAL)
    parser.add_argument("--months", type=int, default=24, choices=range(1, 25), metavar="1..24")
    options = parser.parse_args()
    if options.fresh or not options.out.exists():
        build(options.out.resolve(), options.months)
    print(f"{options.out}: {options.out.stat().st_size / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
