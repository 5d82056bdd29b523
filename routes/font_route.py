"""A font of the pages."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from views.font import Font


class FontRoute(Route):
    """A font under an address that names its content.

    Args:
        font: Which.
    """

    def __init__(self, font: Font) -> None:
        super().__init__(font.address, self._answer, methods=["GET"])
        self._font = font

    async def _answer(self, _request: Request) -> Response:
        headers = {"cache-control": "public, max-age=31536000, immutable"}
        return Response(self._font.content, media_type="font/woff2", headers=headers)
