"""Addresses of our own pages."""

from urllib.parse import urlencode


def address(page: str, query: dict[str, str]) -> str:
    """The address of a page with its query, e.g. `/wilayah?tahun=2026&kode=35.78`."""
    return f"/{page}?{urlencode(query)}" if query else f"/{page}"
