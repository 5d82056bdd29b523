"""Files from templates."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=select_autoescape(),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def render_file(template: str, **facts: object) -> str:
    """A plain-text template in `routes/templates/`; `|tojson` quotes a fact where a format needs it.

    Raises:
        jinja2.UndefinedError: The template names a fact that is not given.
    """
    return _environment().get_template(template).render(**facts)
