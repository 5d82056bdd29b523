"""What somebody once said a layout means."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Layout:
    """What somebody once said a layout means: which column is what; it holds for every file of that shape.

    Attributes:
        fingerprint: SHA-256 of the heading row's normalised labels, hexadecimal; the identity of the layout.
        labels: The normalised labels of the heading row, left to right, the empty text for a blank one.
        fields: What each column means, as many as labels: a field of `budget.lines.LINES` (`pagu_rp`,
            `realisasi_rp`, `kode_satker`, `akun`, `uraian`, …), or the empty text for a column to leave out.
        unit_rp: Rupiah that a 1 in the amount columns stands for: 1, 1000, 10**6 or 10**9.
    """

    fingerprint: str
    labels: tuple[str, ...]
    fields: tuple[str, ...]
    unit_rp: int = 1
