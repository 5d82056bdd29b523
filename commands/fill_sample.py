"""Filling an empty database with the sample data."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, time
from itertools import groupby
from zoneinfo import ZoneInfo

from budget.declared import Declared
from budget.draft import Draft
from budget.reference import Reference
from budget.unreadable import Unreadable
from budget.upload import Upload
from budget.wording.month import month
from loaders.load_many import load_many
from samples.generate import generate
from samples.sample import Sample
from store.database import Database
from store.publish import publish
from store.submit import submit

_BY = "data contoh"
_OFFICE_HOURS = time(9, 0, tzinfo=ZoneInfo("Asia/Jakarta"))


def fill_sample(database: Database, progress: Callable[[str], None], units: Sequence[str] = ()) -> None:
    """Loads the sample exports like any upload, one release per batch.

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
    read = _read(generate(reference, units=chosen), reference)
    files = 0
    for _, group in groupby(read, key=lambda pair: pair[0].batch):
        batch: list[Sample] = []
        ids: list[int] = []
        for day, pairs in groupby(group, key=lambda pair: pair[0].tanggal):
            ones = list(pairs)
            drafts = [(draft, _declared(one)) for one, draft in ones]
            ids += submit(database, drafts, by=_BY, now=_moment(day), sample=True)
            batch += [one for one, _ in ones]
        newest = publish(database, ids, by=_BY, now=_moment(batch[-1].tanggal), note=_note(batch))
        files += len(batch)
        progress(f"Data contoh: {files} berkas, rilis {newest.number}")


def _read(ones: Iterable[Sample], reference: Reference) -> Iterator[tuple[Sample, Draft]]:
    waiting: deque[Sample] = deque()

    def uploads() -> Iterator[tuple[Upload, Declared]]:
        for one in ones:
            waiting.append(one)
            yield Upload(one.name, one.content), _declared(one)

    for _, result in load_many(uploads(), reference):
        if isinstance(result, Unreadable):
            raise result
        yield waiting.popleft(), result


def _declared(one: Sample) -> Declared:
    return Declared(sumber_dana=one.sumber_dana)


def _moment(day: date) -> str:
    return datetime.combine(day, _OFFICE_HOURS).astimezone(ZoneInfo("UTC")).isoformat(timespec="seconds")


def _note(batch: list[Sample]) -> str:
    corrections = [one for one in batch if one.koreksi]
    if corrections:
        return "Koreksi: " + ", ".join(f"{one.tree.header.nama_satker} {_period(one)}" for one in corrections)
    return f"Laporan sampai {_period(batch[-1])}"


def _period(one: Sample) -> str:
    return f"{month(one.bulan)} {one.tahun}"
