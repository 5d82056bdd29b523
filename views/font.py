"""A font of the pages."""

from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from pathlib import Path


@dataclass(frozen=True)
class Font:
    """A font in `views/fonts`; `scripts/fonts.sh` makes them.

    Attributes:
        family: What style sheets call it.
        content: The file, WOFF2.
    """

    family: str
    content: bytes

    @cached_property
    def address(self) -> str:
        """Path under which the server has it; it names the content, so that browsers may keep it for good."""
        name = self.family.lower().replace(" ", "-")
        return f"/huruf/{name}.{sha256(self.content).hexdigest()[:12]}.woff2"

    @classmethod
    @cache
    def all(cls) -> tuple["Font", "Font"]:
        """The font of headings, and that of text."""
        folder = Path(__file__).parent / "fonts"
        return (
            cls("Serapan Serif", (folder / "serapan-serif.woff2").read_bytes()),
            cls("Serapan Sans", (folder / "serapan-sans.woff2").read_bytes()),
        )
