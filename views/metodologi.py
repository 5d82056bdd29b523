"""Metodologi & glosarium: what do these words mean?"""

from decimal import Decimal
from fractions import Fraction
from itertools import groupby

from budget.draw_picture import draw_picture
from budget.glossary import Term, glossary
from budget.jenis_belanja import jenis_belanja
from budget.measure_words import measure_words
from budget.nkpa_example import nkpa_example
from budget.peer_groups import PeerGroups
from budget.picture import Picture
from budget.reference import Reference
from budget.scope import Scope
from budget.serapan_example import SerapanExample
from budget.stage import Stage
from budget.standing import NEAR_POINTS
from budget.state import State
from budget.targets import target_percent
from budget.wording.decimal import decimal
from budget.wording.language import language
from budget.wording.percentage import percentage
from budget.wording.translation import gettext as _
from views.asked import Asked
from views.basis_line import basis_line
from views.frame import frame
from views.measure_examples import measure_examples
from views.province_shown import province_shown
from views.published import Published
from views.render import render
from views.screen import Screen
from views.term_anchor import term_anchor

_STATES = (State.NOL, State.BELUM_MELAPOR, State.DITARIK, State.TIDAK_ADA_PAGU, State.TIDAK_BERLAKU)


def metodologi(shown: Published, asked: Asked) -> Screen:
    """The page of measures, rules and words, with examples from the view."""
    title = _("Metodologi dan glosarium")
    picture = _picture(shown, asked)
    top, bottom = frame(shown, asked, [], sample=picture.sample, citation=title)
    terms = glossary(language())
    facts = {"asked": asked, "basis_line": basis_line(picture)}
    parts = (
        render("method_top.html"),
        _measures(shown, asked, picture),
        render("method_rules.html", states=_states(terms), near=NEAR_POINTS, **facts),
        render("method_tables.html", targets=_targets(asked.view.tahun), year=asked.view.tahun, stages=_stages()),
        render("glossary.html", terms=[(term_anchor(term), term) for term in terms], other=_other_language()),
    )
    description = _("Arti istilah, rumus tiap ukuran dengan contoh, dan hal yang tidak ditunjukkan angka-angkanya.")
    return Screen(title=title, description=description, parts=(top, *parts, bottom))


def _picture(shown: Published, asked: Asked) -> Picture:
    units = Scope.current().units(province_shown(asked))
    return draw_picture(shown.cube, units, asked.view, name="", plans=shown.plans, withdrawn=shown.withdrawn)


def _measures(shown: Published, asked: Asked, picture: Picture) -> str:
    groups = PeerGroups.of("jenis_wilayah", picture, shown.cube, Reference.load(), language()).groups
    return render(
        "measures.html",
        asked=asked,
        measures=measure_words(language()),
        examples=measure_examples(picture, groups),
        serapan=SerapanExample.of(picture.units),
        nkpa=nkpa_example(),
        jenis=jenis_belanja(language()),
        region=Scope.current().name(province_shown(asked), language()),
        release=shown.release.number,
        basis_line=basis_line(picture),
        percentage=percentage,
        number=_number,
    )


def _number(value: Fraction, places: int = 1) -> str:
    return decimal(Decimal(value.numerator) / value.denominator, places)


def _states(terms: tuple[Term, ...]) -> list[Term]:
    by_anchor = {term_anchor(term): term for term in terms}
    return [by_anchor[f"istilah-{state.replace(' ', '-')}"] for state in _STATES]


def _targets(tahun: int) -> list[tuple[str, str, list[int | None]]]:
    """Code, name and the four targets of each jenis belanja that has one."""
    rows = [
        (code, words, [target_percent(code, tahun, triwulan) for triwulan in (1, 2, 3, 4)])
        for code, words in jenis_belanja(language()).items()
    ]
    return [row for row in rows if any(target is not None for target in row[2])]


def _stages() -> list[tuple[tuple[str, str], list[Stage]]]:
    """The stages under their election and its regulation."""
    groups = groupby(Stage.all(language()), key=lambda stage: (stage.pemilihan, stage.sumber))
    return [(key, list(own)) for key, own in groups]


def _other_language() -> str:
    return "en" if language() == "id" else "id"
