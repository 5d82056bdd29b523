"""A view as a page that other sites may frame."""

import base64
import gzip
import re
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from routes.render_file import render_file
from views.screen import Screen
from views.static_html import static_html

_STYLED: Final = re.compile(' style="([^"]*)"')


@dataclass(frozen=True)
class Embedded:
    """A view as a page that other sites may frame.

    Attributes:
        body: The page, compressed by gzip.
        policy: Content security policy under which it works: no script, nothing from elsewhere, and of styles only
            its own style sheet.
    """

    body: bytes
    policy: str

    @classmethod
    def of(cls, screen: Screen, language: str, style: str) -> "Embedded":
        """Makes the page.

        The policy names the style sheet by its hash, which styles within elements do not have: they are moved there.

        Args:
            screen: Its title and parts.
            language: Of the page, for `lang`.
            style: Style sheet of the pages.
        """
        html = static_html(screen)
        styles = list(dict.fromkeys(_STYLED.findall(html)))
        html = _STYLED.sub(lambda found: f' data-style="{styles.index(found[1])}"', html)
        style += "".join(f'[data-style="{no}"]{{{text}}}' for no, text in enumerate(styles))
        page = render_file("embed.html", language=language, title=screen.title, style=style, body=html)
        digest = base64.b64encode(sha256(style.encode()).digest()).decode()
        policy = (
            f"default-src 'none'; style-src 'sha256-{digest}'; font-src 'self'; img-src 'self'; base-uri 'none'; "
            "form-action 'none'; frame-ancestors *"
        )
        return cls(gzip.compress(page.encode(), compresslevel=6, mtime=0), policy)
