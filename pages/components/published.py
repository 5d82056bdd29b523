"""What is public now."""

from dataclasses import dataclass
from functools import cached_property

import pandas as pd
import streamlit as st

from store.open_database import open_database
from store.read_cube import read_cube
from store.release import Release
from store.releases import latest_release


@dataclass(frozen=True)
class Published:
    """A release with its cube; read-only, since every viewer gets the same object."""

    release: Release
    cube: pd.DataFrame

    @property
    def sample(self) -> bool:
        """Whether invented figures are in it."""
        return bool(self.cube["sample"].any())

    @cached_property
    def periods(self) -> dict[int, list[int]]:
        """Months for which there are figures, by budget year, both ascending."""
        found = self.cube.loc[self.cube["bulan"].notna(), ["tahun", "bulan"]].drop_duplicates()
        years: dict[int, list[int]] = {}
        for tahun, bulan in sorted(zip(found["tahun"].tolist(), found["bulan"].tolist(), strict=True)):
            years.setdefault(tahun, []).append(bulan)
        return years


@st.cache_resource(max_entries=3, show_spinner=False)
def _published(_release: Release, number: int) -> Published:
    return Published(_release, read_cube(open_database(), number))


def published() -> Published | None:
    """The newest release, or None while nothing was published; the cube is read once per release."""
    release = latest_release(open_database())
    return None if release is None else _published(release, release.number)
