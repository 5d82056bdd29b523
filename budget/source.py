"""Where a figure stands."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Source:
    """Where a figure stands in the file it came from.

    Attributes:
        berkas: Name of the file.
        lembar: Name of the sheet.
        baris: Row number.
        cells: Per amount the cell's address and the raw text in it.
        uploaded_at: When the file came, ISO 8601 in UTC.
        draft_id: The draft that was read from it.
        release: The release that set it.
    """

    berkas: str
    lembar: str
    baris: int
    cells: dict[str, tuple[str, str]]
    uploaded_at: str
    draft_id: int
    release: int
