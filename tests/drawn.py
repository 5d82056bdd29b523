"""What a public page shows."""

import re
from html import unescape

from store.database import Database
from views.screens import find_screen
from views.static_html import static_html


def drawn(database: Database, path: str, language: str = "id", **query: str) -> str:
    """The HTML of a public page, by its path and the rest of its address."""
    screen, _ = find_screen(database, path, {**query, "bahasa": language}, origin="")
    return static_html(screen)


def text(html: str) -> str:
    """The words of HTML, each blank once."""
    return re.sub(r"\s+", " ", unescape(re.sub("<.*?>", " ", re.sub('</?span( lang="id")?>', "", html))))
