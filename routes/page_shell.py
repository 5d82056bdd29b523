"""The HTML that a browser gets for a page, before Streamlit draws in it."""

from typing import Final

from routes.streamlit_static import streamlit_static

_CHANGES: Final = (
    ('<html lang="en">', '<html lang="id">'),
    ("<title>Streamlit</title>", "<title>Serapan</title>"),
    # The agent's routes are closed.
    ('<link rel="service-desc" href="./_stcore/agent/openapi.json" />', ""),
    # Else Streamlit looks for its server below every page's address first: a round trip and two 404s in the console.
    (
        '<script type="module"',
        '<script>window.__streamlit={BACKEND_BASE_URL:location.origin+"/"}</script>\n    <script type="module"',
    ),
)


def page_shell(style: str) -> str:
    """Streamlit's own index.html in Indonesian, under our name and style, and without its search for the server.

    Args:
        style: Style sheet of the pages, so that it need not be sent again with each of them.

    Raises:
        RuntimeError: Streamlit's file is not the one that this was written for (1.67).
    """
    text = (streamlit_static() / "index.html").read_text("utf-8")
    for old, new in _CHANGES:
        if text.count(old) != 1:
            raise RuntimeError(f"Streamlit's index.html does not hold {old!r} once")
        text = text.replace(old, new)
    return text.replace("</head>", f"<style>{style}</style></head>", 1)
