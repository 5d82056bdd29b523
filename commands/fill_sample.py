"""Filling an empty database with the sample data."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, time
from itertools import groupby
from typing import TypeVar
from zoneinfo import ZoneInfo

from budget.declared import Declared
from budget.draft import Draft
from budget.reference import Reference
from budget.unreadable import Unreadable
from budget.upload import Upload
from budget.wording.month import month
from loaders.load_many import load_many
from samples.flaw import Flaw
from samples.generate import generate
from samples.plan_sample import PlanSample
from samples.plan_samples import plan_samples
from samples.sample import Sample
from store.approve import approve
from store.change import KOREKSI
from store.database import Database
from store.hand_in import hand_in
from store.publish import publish
from store.release import Release
from store.releases import latest_release
from store.role import Role
from store.signed_in import SignedIn
from store.submit import submit

_BY = "data contoh"
_REVIEWER = SignedIn(0, "peninjau contoh", must_change=False, role=Role.ADMIN)
_OFFICE_HOURS = time(9, 0, tzinfo=ZoneInfo("Asia/Jakarta"))
_One = TypeVar("_One", Sample, PlanSample)


def fill_sample(database: Database, progress: Callable[[str], None], units: Sequence[str] = ()) -> None:
    """Loads the sample exports like any upload, one release per batch; a year's plans come with its first reports.

    Corrections are handed in and approved by two invented people, so that the ledger shows what it shows of real ones.

    Args:
        database: Empty, migrated.
        progress: Is told what was published, a line each time.
        units: Region codes; the province's by default.

    Raises:
        Unreadable: A sample could not be read.
        Refused: A sample could not be published.
    """
    reference = Reference.load()
    chosen = tuple(reference.by_kode_wilayah[kode] for kode in units) or None
    plans = list(_read(plan_samples(reference, units=chosen), reference))
    read = _read(generate(reference, units=chosen), reference)
    files = 0
    for _, group in groupby(read, key=lambda pair: pair[0].batch):
        batch: list[Sample] = []
        ids: list[int] = []
        corrections: list[tuple[Sample, Draft, Flaw]] = []
        for day, pairs in groupby(group, key=lambda pair: pair[0].tanggal):
            ones = list(pairs)
            ids += _keep(database, ones, day)
            batch += [one for one, _ in ones]
            corrections += [(one, draft, one.koreksi) for one, draft in ones if one.koreksi]
        years = {one.tahun for one in batch}
        due = [pair for pair in plans if pair[0].tahun in years]
        plans = [pair for pair in plans if pair[0].tahun not in years]
        for pair in due:
            ids += _keep(database, [pair], pair[0].tanggal)
        now, note = _moment(batch[-1].tanggal), _note(batch, len(due))
        if corrections:
            newest = _correct(database, corrections, now, note)
        else:
            newest = publish(database, ids, by=_BY, now=now, note=note)
        files += len(batch) + len(due)
        progress(f"Data contoh: {files} berkas, rilis {newest.number}")


def _keep(database: Database, pairs: Sequence[tuple[_One, Draft]], day: date) -> list[int]:
    drafts = [(draft, Declared(sumber_dana=one.sumber_dana)) for one, draft in pairs]
    return submit(database, drafts, by=_BY, now=_moment(day), sample=True)


def _correct(database: Database, corrections: Sequence[tuple[Sample, Draft, Flaw]], now: str, note: str) -> Release:
    numbers = []
    for one, draft, flaw in corrections:
        operator = SignedIn(0, "operator contoh", must_change=False, role=Role.OPERATOR, lingkup=one.kode_satker)
        number = hand_in(
            database,
            draft,
            Declared(sumber_dana=one.sumber_dana),
            operator,
            now=now,
            note=flaw.penjelasan,
            kind=KOREKSI,
            reason=flaw.alasan,
        )
        numbers.append(number)
    newest = latest_release(database)
    return approve(database, numbers, _REVIEWER, now=now, base=newest.number if newest else 0, note=note)


def _read(ones: Iterable[_One], reference: Reference) -> Iterator[tuple[_One, Draft]]:
    waiting: deque[_One] = deque()

    def uploads() -> Iterator[tuple[Upload, Declared]]:
        for one in ones:
            waiting.append(one)
            yield Upload(one.name, one.content), Declared(sumber_dana=one.sumber_dana)

    for _, result in load_many(uploads(), reference):
        if isinstance(result, Unreadable):
            raise result
        yield waiting.popleft(), result


def _moment(day: date) -> str:
    return datetime.combine(day, _OFFICE_HOURS).astimezone(ZoneInfo("UTC")).isoformat(timespec="seconds")


def _note(batch: list[Sample], plans: int) -> str:
    corrections = [one for one in batch if one.koreksi]
    if corrections:
        return "Koreksi: " + ", ".join(f"{one.tree.header.nama_satker} {_period(one)}" for one in corrections)
    more = f"; rencana penarikan (RPD) {plans} satker" if plans else ""
    return f"Laporan sampai {_period(batch[-1])}{more}"


def _period(one: Sample) -> str:
    return f"{month(one.bulan)} {one.tahun}"
