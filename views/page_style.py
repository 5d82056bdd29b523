"""The style sheet of the pages."""

from charts.palette import DARK, LIGHT


def page_style(sheet: str) -> str:
    """The style sheet with the colours of both themes before it; the reader's system chooses.

    Args:
        sheet: Text of `views/serapan.css`.
    """
    return (
        f":root{{color-scheme:light dark;{LIGHT.css()}}}"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{DARK.css()}}}}}{sheet}"
    )
