"""A database with published samples, for tests."""

from functools import cache

from budget.declared import Declared
from budget.draft import Draft
from budget.reference import Reference
from budget.upload import Upload
from loaders.load import load
from samples.sample_for import sample_for
from store.database import Database
from store.publish import publish
from store.submit import submit

NOW = "2026-10-12T02:00:00+00:00"
SURABAYA, BATU = "657942", "657956"


@cache
def sample_draft(kode_satker: str, tahun: int, bulan: int, sumber_dana: str | None = "RM") -> Draft:
    """What the loader makes of one sample export."""
    sample = sample_for(kode_satker, tahun, bulan, sumber_dana=sumber_dana or "RM")
    return load(Upload(sample.name, sample.content), Reference.load(), Declared(sumber_dana=sumber_dana))


def fresh_database(folder) -> Database:
    """An empty, migrated database in a folder."""
    database = Database(f"sqlite:///{folder}/serapan.sqlite")
    database.migrate()
    return database


def keep(database: Database, *drafts: Draft, sumber_dana: str | None = "RM", sample: bool = False) -> list[int]:
    """Submits drafts under one declaration."""
    pairs = [(draft, Declared(sumber_dana=sumber_dana)) for draft in drafts]
    return submit(database, pairs, by="penguji", now=NOW, sample=sample)


def release(database: Database, *ids: int, **more):
    """Publishes drafts."""
    return publish(database, list(ids), by="penguji", now=NOW, **more)
