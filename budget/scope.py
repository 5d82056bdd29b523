"""Which units this installation shows."""

import os
from dataclasses import dataclass
from functools import cache, cached_property
from typing import ClassVar

from budget.provinsi import Provinsi
from budget.reference import Reference
from budget.satker import Satker


@dataclass(frozen=True)
class Scope:
    """Which units this installation shows: those of one province, or of all.

    Attributes:
        kode: Kemendagri code of the province, or `Scope.NATION`.
    """

    kode: str

    NATION: ClassVar = "ID"

    @classmethod
    def of(cls, kode: str) -> "Scope":
        """The scope that is called so.

        Raises:
            ValueError: It is neither a province of `data/provinsi.csv` nor `ID`.
        """
        if kode != cls.NATION and kode not in Provinsi.all():
            raise ValueError(f"SERAPAN_CAKUPAN must be the code of a province, such as 35, or ID, not {kode!r}")
        return cls(kode)

    @classmethod
    @cache
    def current(cls) -> "Scope":
        """The scope of this process: `SERAPAN_CAKUPAN`, read once; Jawa Timur where it is not set.

        Raises:
            ValueError: As in `of`.
        """
        return cls.of(os.environ.get("SERAPAN_CAKUPAN") or "35")

    @property
    def national(self) -> bool:
        """Whether provinces are compared, each of which has units of its own."""
        return self.kode == self.NATION

    @property
    def provinces(self) -> tuple[Provinsi, ...]:
        """The provinces shown, in the order of codes."""
        return tuple(Provinsi.all().values()) if self.national else (Provinsi.all()[self.kode],)

    @cached_property
    def regions(self) -> frozenset[str]:
        """Region codes of the units shown."""
        return frozenset(unit.kode_wilayah for unit in self.units())

    def units(self, province: str | None = None) -> tuple[Satker, ...]:
        """The units shown, by region code: of one province, or of all of them.

        Raises:
            KeyError: That province is not shown here.
        """
        if province is not None:
            return Reference.load().in_province(self._shown(province))
        return Reference.load().satker if self.national else Reference.load().in_province(self.kode)

    def name(self, province: str | None = None, language: str = "id") -> str:
        """What the whole is called, or one province of it: `Jawa Timur`, `Indonesia`.

        Raises:
            KeyError: That province is not shown here, or there is no such language.
        """
        if province is None and self.national:
            return "Indonesia"
        return Provinsi.all(language)[self._shown(province or self.kode)].nama

    def _shown(self, province: str) -> str:
        if self.national or province == self.kode:
            return province
        raise KeyError(province)
