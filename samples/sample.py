"""One invented export, as somebody would upload it."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from samples.fa_detail import write_xlsx
from samples.flaw import Flaw
from samples.tree import Tree


@dataclass(frozen=True, eq=False)
class Sample:
    """One invented export, as somebody would upload it.

    Attributes:
        name: File name; it carries `contoh`.
        tree: What the file shows.
        sumber_dana: What the person declares at upload.
        batch: Number of the release that the file belongs to, from 1 in order of time; 0 for a file outside the
            sequence.
        tanggal: Day of the upload.
        koreksi: What is wrong with the earlier file of the same slice that it replaces; None where there is none.
    """

    name: str
    tree: Tree
    sumber_dana: str
    batch: int
    tanggal: date
    koreksi: Flaw | None = None

    @property
    def tahun(self) -> int:
        """Budget year."""
        return self.tree.header.tahun

    @property
    def bulan(self) -> int:
        """Month, 1–12."""
        return self.tree.header.bulan

    @property
    def kode_satker(self) -> str:
        """Six-digit satker code."""
        return self.tree.header.kode_satker

    @cached_property
    def content(self) -> bytes:
        """Bytes of the xlsx file, written when first asked for."""
        return write_xlsx(self.tree)
