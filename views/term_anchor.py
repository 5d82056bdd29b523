"""Anchors of the glossary."""

import re

from budget.glossary import Term
from budget.wording.language import language


def term_anchor(term: Term) -> str:
    """The anchor of a term, the same in every language: `istilah-pagu-awal`.

    Args:
        term: In the reader's language.
    """
    indonesian = term.istilah if language() == "id" else term.padanan
    return f"istilah-{re.sub('[^a-z0-9]+', '-', indonesian.lower()).strip('-')}"
