"""What a browser gets for the address of a page of staff."""

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from routes.page_shell import PageShell


class StaffPageRoute(Route):
    """A page that Streamlit draws alone: only it knows who is signed in.

    Args:
        page: The page's `url_path`.
        title: For the browser's tab.
        shell: Of all pages.
    """

    def __init__(self, page: str, title: str, shell: PageShell) -> None:
        super().__init__(f"/{page}", self._answer, methods=["GET"])
        self._text = shell.page(title=title, description=title)

    async def _answer(self, _request: Request) -> Response:
        return HTMLResponse(self._text, headers={"cache-control": "no-store", "x-robots-tag": "noindex"})
