"""How a release is quoted."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from budget.scope import Scope
from budget.wib_date import wib_date
from budget.wording.language import language
from budget.wording.month import day
from budget.wording.translation import gettext as _
from store.release import Release

AUTHOR: Final = "Serapan KPU"
"""Who is named as the author of data and feeds."""


@dataclass(frozen=True)
class Citation:
    """How a release is quoted.

    Attributes:
        title: What it is called, in the reader's language.
        date: When it was published (WIB).
        address: Where it will always be found.
        text: The whole for a list of sources.
        bibtex: The same for BibTeX.
    """

    title: str
    date: date
    address: str
    text: str
    bibtex: str

    @classmethod
    def of(cls, release: Release, origin: str, *, sample: bool) -> "Citation":
        """Words a release.

        Args:
            release: Which.
            origin: Scheme and host under which we are known.
            sample: Invented figures are in it; the title says so.
        """
        words = (
            _("Serapan anggaran KPU di %(region)s, rilis %(number)s (data contoh, angka rekaan)")
            if sample
            else _("Serapan anggaran KPU di %(region)s, rilis %(number)s")
        )
        title = words % {"region": Scope.current().name(language=language()), "number": release.number}
        when = wib_date(release.published_at)
        address = f"{origin}/data?rilis={release.number}"
        facts = {"author": AUTHOR, "title": title, "day": day(when), "hash": release.hash[:12], "address": address}
        text = _("%(author)s. %(title)s. Terbit %(day)s, sidik %(hash)s. CC BY 4.0. %(address)s") % facts
        bibtex = (
            f"@misc{{serapan-rilis-{release.number},\n  author = {{{{{AUTHOR}}}}},\n  title = {{{title}}},\n"
            f"  year = {{{when.year}}},\n  note = {{SHA-256 {release.hash}}},\n  url = {{{address}}}\n}}"
        )
        return cls(title, when, address, text, bibtex)
