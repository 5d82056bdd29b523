"""The style sheet of the pages."""

from charts.palette import DARK, LIGHT
from views.font_faces import font_faces


def page_style(sheet: str) -> str:
    """The style sheet with the fonts and the colours of both themes before it; the reader's system chooses.

    Args:
        sheet: Text of `views/serapan.css`.
    """
    return (
        f"{font_faces()}:root{{color-scheme:light dark;{LIGHT.css()}}}"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{DARK.css()}}}}}{sheet}"
        # A chart has its colours in itself: one drawn for a dark screen is turned over for paper.
        f'@media print{{.svg-container:has(>.main-svg[style*="{_rgb(DARK.paper)}"])'
        "{filter:invert(1) hue-rotate(180deg)}}"
    )


def _rgb(color: str) -> str:
    """A colour as browsers write it into a style attribute."""
    return f"rgb({', '.join(str(int(color[at : at + 2], 16)) for at in (1, 3, 5))})"
