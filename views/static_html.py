"""A page without scripts."""

from markupsafe import escape

from views.screen import Part, Screen


def static_html(screen: Screen) -> str:
    """The page as HTML that needs no script; where a chart will be, its place and its sentence."""
    return f'<div class="stHtml">{"".join(map(_one, screen.parts))}</div>'


def _one(part: Part) -> str:
    if isinstance(part, str):
        return part
    height = part.figure["layout"]["height"]
    return f'<div class="sp-chart" role="img" aria-label="{escape(part.sentence)}" style="height:{height}px"></div>'
