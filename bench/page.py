"""A page to measure."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Page:
    """A page to measure, as a browser loads it; scripts and styles are left out, since browsers keep them.

    Attributes:
        name: What it is called in the tables.
        addresses: Fetched one after another, the page's own first.
        expected: Text that one of them holds.
        session: `url_path` and query of the Streamlit session that is opened then; None where there is none.
        headline: CSS selector of its sentence.
    """

    name: str
    addresses: tuple[str, ...]
    expected: str
    session: tuple[str, str] | None = None
    headline: str = "h1"
