"""What is shown before the first release."""

from views.render import render
from views.screen import Screen


def nothing() -> Screen:
    """A page that says that nothing is published yet."""
    return Screen(title="Serapan", description="Belum ada rilis.", parts=(render("empty.html"),))
