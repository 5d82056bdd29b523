"""What stands above every page of staff."""

from typing import Final

from pages.components.html import html
from pages.components.signed_in import signed_in
from store.may import Act, may
from store.signed_in import SignedIn
from views.frame import pages

_PAGES: Final = {
    "unggah": ("Unggah", Act.SUBMIT),
    "tinjau": ("Tinjau", Act.REVIEW),
    "kelola": ("Kelola", Act.MANAGE),
    "jejak": ("Jejak audit", Act.SEE_AUDIT),
}
"""Pages of staff by path: their words, and what one must be allowed to do to use them."""


def staff_top(here: str) -> SignedIn | None:
    """Draws the navigation, and a plain refusal where nobody is signed in or the person may not use the page.

    Args:
        here: Path of the page.

    Returns:
        Who may use it; None where nothing more is to be drawn.
    """
    person = signed_in()
    usable = {} if person is None else {path: words for path, (words, act) in _PAGES.items() if may(person, act)}
    html("staff_top.html", pages=pages(), staff=usable, here=here, person=person)
    if person is None:
        html("sign_in_needed.html")
        return None
    if here not in usable:
        html("page_not_yours.html", words=_PAGES[here][0], usable=usable)
        return None
    return person
