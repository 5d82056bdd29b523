"""Where a figure stands."""

import json
from dataclasses import dataclass
from typing import Any


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

    @property
    def sheet(self) -> tuple[int, str]:
        """What sets a sheet of a file apart from others."""
        return self.draft_id, self.lembar

    @classmethod
    def of(cls, place: Any, line: Any) -> "Source":  # noqa: ANN401  (rows of two frames)
        """Reads it off rows of frames.

        Args:
            place: The row that names sheet, row and cells: a line, or the heading above lines.
            line: A line of the same draft, which names file, upload and release.
        """
        return cls(
            berkas=line.sumber_berkas,
            lembar=place.sumber_lembar,
            baris=int(place.sumber_baris),
            cells={name: (address, raw) for name, (address, raw) in json.loads(place.cells).items()},
            uploaded_at=line.uploaded_at,
            draft_id=int(line.draft_id),
            release=int(line.release),
        )
