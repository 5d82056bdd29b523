"""A page without scripts."""

from collections.abc import Iterable

from markupsafe import escape

from views.screen import Chart, Columns, Part, Screen


def static_html(screen: Screen) -> str:
    """The page as HTML that needs no script; where a chart will be, its place and its sentence."""
    return _join(screen.parts)


def _join(parts: Iterable[Part]) -> str:
    html = "".join(_one(part) for part in parts)
    return f'<div class="stHtml">{html}</div>'


def _one(part: Part) -> str:
    if isinstance(part, Chart):
        height = part.figure["layout"]["height"]
        return f'<div class="sp-chart" role="img" aria-label="{escape(part.sentence)}" style="height:{height}px"></div>'
    if isinstance(part, Columns):
        return f'<div class="sp-columns"><div>{_join(part.left)}</div><div>{_join(part.right)}</div></div>'
    return part
