"""The releases."""

from dataclasses import dataclass
from typing import Final

from store.checkpoint import checkpoint
from store.release import Release
from store.release_changes import ReleaseChanges
from store.releases import all_releases
from views.asked import Asked
from views.known_changes import known_changes
from views.published import Published
from views.render import render

_AT_ONCE: Final = 30


@dataclass(frozen=True)
class _Row:
    release: Release
    changes: ReleaseChanges
    href: str


def releases_part(shown: Published, asked: Asked) -> str:
    """The 30 releases up to the one shown, newest first: when, why, what they changed, and their hashes."""
    number = shown.release.number
    known = [release for release in all_releases(shown.database) if number - _AT_ONCE < release.number <= number]
    rows = [_Row(one, known_changes(shown.database, one.number), _link(asked, one.number)) for one in known]
    older = _link(asked, number - _AT_ONCE) if number > _AT_ONCE else ""
    return render("data_releases.html", rows=rows, older=older, number=number, checkpoint=checkpoint(shown.release))


def _link(asked: Asked, number: int) -> str:
    """A release with its own newest figures: it may not have those of the view."""
    return asked.link(rilis=number, tahun=None, bulan=None, kode="")
