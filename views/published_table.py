"""The tables that can be had."""

from dataclasses import dataclass

from budget.wording.translation import gettext as _


@dataclass(frozen=True)
class PublishedTable:
    """A table that can be had.

    Attributes:
        name: In addresses, and in the field dictionary.
        title: What it is called.
        description: What is in it, in one sentence.
    """

    name: str
    title: str
    description: str

    @classmethod
    def all(cls) -> tuple["PublishedTable", ...]:
        """Every table, in the reader's language."""
        return (
            cls(
                "satker",
                _("Tabel satker"),
                _("Satu baris per satker untuk satu bulan: pagu, realisasi, sisa, serapan, dan target."),
            ),
            cls(
                "baris",
                _("Baris anggaran"),
                _("Satu baris per baris anggaran sampai akun, dengan berkas, lembar, dan sel asalnya."),
            ),
            cls(
                "rencana",
                _("Rencana penarikan dana (RPD)"),
                _("Satu baris per satker, jenis belanja, dan bulan: rencana satker sendiri, dasar target RPD."),
            ),
            cls(
                "koreksi",
                _("Catatan koreksi"),
                _(
                    "Satu baris per penggantian atau penarikan angka yang sudah terbit: sebelum, sesudah, dan "
                    "berkasnya."
                ),
            ),
        )
