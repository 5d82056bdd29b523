"""What a browser gets for the address of a page."""

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route


class PageRoute(Route):
    """A page of `pages/navigation.py`: its shell, in which Streamlit draws.

    An address without a route gets Streamlit's own file, which works too.

    Args:
        path: `/` and the page's `url_path`.
        shell: As `routes.page_shell` gives it.
    """

    def __init__(self, path: str, shell: str) -> None:
        super().__init__(path, self._answer, methods=["GET"])
        self._shell = shell

    async def _answer(self, _request: Request) -> Response:
        return HTMLResponse(self._shell, headers={"cache-control": "no-cache"})
