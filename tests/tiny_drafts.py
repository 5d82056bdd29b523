"""Drafts of a few lines and people who hand them in, for tests."""

import dataclasses
from functools import cache

from budget.declared import Declared
from budget.draft import Draft
from budget.reference import Reference
from budget.upload import Upload
from loaders.load import load
from samples.plan_samples import plan_samples
from store.database import Database
from store.hand_in import hand_in
from store.role import Role
from store.signed_in import SignedIn
from tests.stored import BATU, NOW, SURABAYA, keep, sample_draft

RM = Declared(sumber_dana="RM")
SITI = SignedIn(1, "siti", must_change=False, role=Role.OPERATOR, lingkup=SURABAYA)
BUDI = SignedIn(2, "budi", must_change=False, role=Role.OPERATOR, lingkup=BATU)
RINA = SignedIn(3, "rina", must_change=False, role=Role.PENINJAU, lingkup="35")
TONO = SignedIn(4, "tono", must_change=False, role=Role.PENINJAU, lingkup="35")
ADMIN = SignedIn(5, "admin", must_change=False, role=Role.ADMIN)


def tiny_draft(kode_satker: str, bulan: int, more: int = 0) -> Draft:
    """Five lines of a sample export, `more` rupiah added to each ceiling."""
    whole = sample_draft(kode_satker, 2026, bulan)
    lines = whole.lines.head(5)
    # Its own bytes: who uploaded a file first is remembered with it.
    upload = Upload(whole.upload.name, f"{kode_satker} {bulan} {more}".encode())
    return dataclasses.replace(
        whole,
        upload=upload,
        lines=lines.assign(pagu_rp=lines["pagu_rp"] + more),
        headings=whole.headings.head(2),
    )


def handed_in(database: Database, person: SignedIn, bulan: int, more: int = 0, **named) -> int:
    """Hands in a tiny draft of the person's unit, or of Surabaya."""
    kode_satker = BATU if person is BUDI else SURABAYA
    return hand_in(database, tiny_draft(kode_satker, bulan, more), RM, person, now=NOW, **named)


@cache
def _plan() -> Draft:
    reference = Reference.load()
    sample = next(iter(plan_samples(reference, units=None)))
    return load(Upload(sample.name, sample.content), reference, Declared(sumber_dana=sample.sumber_dana))


def plan_kept(database: Database) -> int:
    """Keeps a withdrawal plan."""
    [number] = keep(database, _plan())
    return number
