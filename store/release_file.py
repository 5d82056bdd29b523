"""A file behind a release."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ReleaseFile:
    """A file that a release made public.

    Attributes:
        name: Its name.
        sha256: Its digest.
        uploaded_at: When it came, ISO 8601 in UTC.
        format: What it was recognised as, e.g. `sakti-fa-detail`.
        sample: Its figures are invented.
        warnings: Issues of its report that somebody should look at.
        infos: Issues that are only told.
    """

    name: str
    sha256: str
    uploaded_at: str
    format: str
    sample: bool
    warnings: int
    infos: int
