"""From a template to HTML."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from budget.field_words import FIELD_WORDS
from budget.serapan_percent import serapan_percent
from budget.server_role import ServerRole
from budget.slices_words import slices_words
from budget.wording.miliar import miliar
from budget.wording.month import ROMAN, day, last_day, month
from budget.wording.percent import percent
from budget.wording.percentage import percentage
from budget.wording.points import points
from budget.wording.rupiah import rupiah
from budget.wording.score import score
from budget.wording.short_rupiah import short_rupiah
from budget.wording.translation import gettext, ngettext, pgettext
from budget.wording.whole_points import whole_points
from budget.wording.wib import wib
from views.level_words import level_words
from views.state_words import state_words
from views.sumber_dana_words import sumber_dana_words


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_gettext_callables(  # type: ignore[attr-defined]
        gettext, ngettext, newstyle=True, pgettext=pgettext
    )
    environment.filters.update(
        rupiah=rupiah,
        short_rupiah=short_rupiah,
        miliar=miliar,
        points=points,
        wib=wib,
        month=month,
        day=day,
        percentage=percentage,
        score=score,
        state=state_words,
        level=level_words,
        sumber_dana=sumber_dana_words,
        whole_points=whole_points,
    )
    environment.globals.update(percent=percent, last_day=last_day, roman=ROMAN, pairs=zip, field_words=FIELD_WORDS)
    environment.globals.update(serapan_percent=serapan_percent, slices_words=slices_words)
    environment.globals.update(serves_staff=ServerRole.current().serves_staff)
    return environment


def render(template: str, **facts: object) -> str:
    """HTML of a template in `views/templates/`, in the reader's language; every fact is escaped.

    Raises:
        jinja2.UndefinedError: The template names a fact that is not given.
    """
    return _environment().get_template(template).render(**facts)
