"""What is public."""

import time
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final
from weakref import WeakKeyDictionary

import pandas as pd

from budget.remark import Remark
from budget.slice import Slice
from store.database import Database
from store.read_cube import read_cube
from store.read_history import read_history
from store.read_plans import read_plans
from store.read_remarks import read_remarks
from store.release import Release
from store.releases import find_release, latest_release

_FRESH_SECONDS: Final = 0.5
_kept: WeakKeyDictionary[Database, tuple[tuple[int, float], Release | None]] = WeakKeyDictionary()


@dataclass(frozen=True, eq=False)
class Published:
    """A release with its cube; read-only, since every viewer gets the same object.

    Attributes:
        database: Where its lines are.
        release: Which it is.
        newest: Whether no later one was known when it was read.
        cube: As `store.read_cube` gives it.
    """

    database: Database
    release: Release
    newest: bool
    cube: pd.DataFrame

    @property
    def sample(self) -> bool:
        """Whether invented figures are in it."""
        return bool(self.cube["sample"].any())

    @cached_property
    def plans(self) -> pd.DataFrame:
        """Withdrawal plans, as `store.read_plans` gives them."""
        return read_plans(self.database, self.release.number)

    @cached_property
    def remarks(self) -> dict[str, list[Remark]]:
        """What units say about the figures, and what was withdrawn, by satker code."""
        found: dict[str, list[Remark]] = {}
        for one in read_remarks(self.database, self.release.number):
            found.setdefault(one.slice.kode_satker, []).append(one)
        return found

    @cached_property
    def withdrawn(self) -> frozenset[Slice]:
        """Slices that were public and are not any more."""
        return frozenset(one.slice for own in self.remarks.values() for one in own if one.withdrawn)

    @cached_property
    def history(self) -> pd.DataFrame:
        """How its figures came to be public, as `store.read_history` gives it."""
        return read_history(self.database, self.release.number)

    @cached_property
    def periods(self) -> dict[int, list[int]]:
        """Months for which there are figures, or were until they were withdrawn, by budget year, both ascending."""
        years: dict[int, list[int]] = {}
        for tahun, bulan in sorted(self._months | self._withdrawn_months):
            years.setdefault(tahun, []).append(bulan)
        return years

    @property
    def newest_period(self) -> tuple[int, int] | None:
        """Year and month of the newest figures, or of the newest that were withdrawn where there are no others."""
        return max(self._months or self._withdrawn_months, default=None)

    @cached_property
    def _months(self) -> set[tuple[int, int]]:
        found = self.cube.loc[self.cube["bulan"].notna(), ["tahun", "bulan"]].drop_duplicates()
        return set(zip(found["tahun"].tolist(), found["bulan"].tolist(), strict=True))

    @property
    def _withdrawn_months(self) -> set[tuple[int, int]]:
        return {(one.tahun, one.bulan) for one in self.withdrawn if one.bulan is not None}


def published(database: Database, number: int | None = None) -> Published | None:
    """A release, the newest where no number is given; its cube is read once.

    Returns:
        None while nothing was published, or where there is no release of that number.
    """
    newest = _newest(database)
    if newest is None:
        return None
    if number in {None, newest.number}:
        return _published(database, newest, newest=True)
    found = find_release(database, number) if number else None
    return _published(database, found, newest=False) if found else None


def moment(database: Database) -> tuple[int, float]:
    """Something that stays the same while what was read last still holds.

    What another process publishes is seen within half a second, what this one does at once.
    """
    return database.writes, time.monotonic() // _FRESH_SECONDS


def _newest(database: Database) -> Release | None:
    asked = moment(database)
    kept = _kept.get(database)
    if kept is None or kept[0] != asked:
        kept = _kept[database] = (asked, latest_release(database))
    return kept[1]


@lru_cache(maxsize=4)
def _published(database: Database, release: Release, *, newest: bool) -> Published:
    return Published(database, release, newest, read_cube(database, release.number))
