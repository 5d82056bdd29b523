"""The HTML that a browser gets for a page, before Streamlit draws in it."""

import json
import re
from typing import Final

from markupsafe import escape

from routes.pings import PINGS
from routes.streamlit_static import streamlit_static
from views.font import Font

_CHANGES: Final = (
    ('<html lang="en">', '<html lang="[[language]]">'),
    # Fonts first: a browser has six requests under way at a time, and sixty scripts follow.
    ("<title>Streamlit</title>", "[[fonts]]<title>[[title]]</title>"),
    # The agent's routes are closed.
    ('<link rel="service-desc" href="./_stcore/agent/openapi.json" />', ""),
    # Else Streamlit looks for its server below every page's address first (a round trip and two 404s in the console),
    # and fetches its icons (0.4 MB) where none is shown.
    (
        '<div id="root"></div>',
        '[[early]]<div id="root"></div><template id="program" data-answers="[[answers]]">[[program]]</template>'
        "<script>[[script]]</script>",
    ),
    (
        "</head>",
        """<script>window.__streamlit={BACKEND_BASE_URL:location.origin+"/"};document.fonts.load=async()=>[]</script>
<meta name="serapan-halaman" content="[[pages]]">
<meta name="description" content="[[description]]"><meta name="color-scheme" content="light dark">
<meta property="og:type" content="website"><meta property="og:site_name" content="Serapan">
<meta property="og:title" content="[[title]]"><meta property="og:description" content="[[description]]">
<style>[[style]]</style></head>""",
    ),
)
_PROGRAM: Final = re.compile(r'<script type="module".*?</script>|<link rel="(?:modulepreload|stylesheet)"[^>]*>\s*')


class PageShell:
    """Streamlit's own index.html under our name and style, with room for what the server has rendered.

    Args:
        style: Style sheet of the pages, so that it need not be sent again with each of them.
        script: Their script.
        pages: Paths between which it moves without loading anew.

    Attributes:
        scripts: The texts of its inline scripts.

    Raises:
        RuntimeError: Streamlit's file is not the one that this was written for (1.67).
    """

    def __init__(self, style: str, script: str, pages: tuple[str, ...]) -> None:
        text = (streamlit_static() / "index.html").read_text("utf-8")
        # One tells readers without scripts that there is nothing to see, the other fetches a font that is not used.
        text = re.sub(r'<noscript>.*?</noscript>|<link\s+rel="preload"[^>]*>', "", text, flags=re.DOTALL)
        # Sixty files that would be fetched and read before the first paint: views/serapan.js lets them in after it.
        self._program = "".join(_PROGRAM.findall(text)).replace("<script ", '<script fetchpriority="high" ')
        text = _PROGRAM.sub("", text)
        for old, new in _CHANGES:
            if text.count(old) != 1:
                raise RuntimeError(f"Streamlit's index.html does not hold {old!r} once")
            text = text.replace(old, new)
        fonts = "".join(
            f'<link rel="preload" href="{font.address}" as="font" type="font/woff2" crossorigin>' for font in Font.all()
        )
        answers = escape(json.dumps(PINGS, separators=(",", ":")))
        self._text = _fill(text, style=style, script=script, pages=" ".join(pages), fonts=fonts, answers=answers)
        self.scripts: tuple[str, ...] = tuple(re.findall(r"<script>(.*?)</script>", self._text, re.DOTALL))
        charts = sorted(streamlit_static().glob("static/js/PlotlyChart.*.js"))
        self._chart_program = "".join(
            f'<link rel="modulepreload" fetchpriority="low" crossorigin href="/static/js/{path.name}">'
            for path in charts
        )

    def page(self, *, title: str, description: str, language: str = "id", body: str = "", charts: bool = False) -> str:
        """The HTML of one page.

        Args:
            title: For the browser's tab and link previews.
            description: One sentence for link previews.
            language: Of the page, for `lang`.
            body: What is shown until Streamlit has drawn the page: HTML that needs no script.
            charts: Whether the page has charts, so that their program is fetched early.
        """
        return _fill(
            self._text,
            language=language,
            title=escape(title),
            description=escape(description),
            program=self._program + (self._chart_program if charts else ""),
            early=f'<div id="awal"><main>{body}</main></div>' if body else "",
        )


def _fill(text: str, **values: str) -> str:
    for name, value in values.items():
        text = text.replace(f"[[{name}]]", value)
    return text
