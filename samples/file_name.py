"""The name of an invented export."""

from samples.header import Header


def file_name(header: Header, sumber_dana: str, *, koreksi: bool = False) -> str:
    """Names a file such as `contoh-fa-detail-657942-2026-09-RM.xlsx`.

    Args:
        header: Unit and period.
        sumber_dana: Source of funds.
        koreksi: Whether it replaces an earlier file; the name then ends in `-koreksi`.
    """
    end = "-koreksi" if koreksi else ""
    return f"contoh-fa-detail-{header.kode_satker}-{header.tahun}-{header.bulan:02d}-{sumber_dana}{end}.xlsx"
