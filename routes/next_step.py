"""What is due after a sign-in."""

from urllib.parse import quote

from store.signed_in import SignedIn


def next_step(signed_in: SignedIn, after: str) -> str:
    """Where a session leads: to the form that is due first, else to `after`."""
    if signed_in.must_change:
        return "/sandi"
    return after if signed_in.confirmed else f"/kode?next={quote(after)}"
