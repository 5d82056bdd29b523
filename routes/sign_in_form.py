"""The form at `/masuk`."""

from starlette.requests import Request
from starlette.responses import Response

from routes.form_page import form_page


def sign_in_form(
    request: Request, after: str, *, organisation: bool, error: str = "", name: str = "", status: int = 200
) -> Response:
    """Renders the form, by which one signs in with name and password, or sets out for the organisation account.

    Args:
        request: What is answered.
        after: Path that a sign-in leads to.
        organisation: Whether there is a sign-in with organisation accounts.
        error: What went wrong before, in Indonesian.
        name: Account name, as typed before.
        status: HTTP status.
    """
    return form_page(
        request, "sign_in.html", status=status, error=error, nama=name, next=after, organisation=organisation
    )
