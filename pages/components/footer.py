"""What stands below every page."""

from pages.components.html import html
from store.release import Release


def footer(release: Release) -> None:
    """Draws the release's number, time and hash, and what the figures are not."""
    html("footer.html", release=release)
