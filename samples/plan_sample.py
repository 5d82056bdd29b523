"""One invented withdrawal plan, as somebody would upload it."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class PlanSample:
    """One invented withdrawal plan, as somebody would upload it.

    Attributes:
        name: File name; it carries `contoh`.
        kode_satker: Six-digit satker code.
        tahun: Budget year.
        sumber_dana: What the person declares at upload.
        tanggal: Day of the upload.
        content: Bytes of a semicolon-separated table.
    """

    name: str
    kode_satker: str
    tahun: int
    sumber_dana: str
    tanggal: date
    content: bytes = field(repr=False)
