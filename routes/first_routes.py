"""Routes that are asked for most, before everything else."""

from collections.abc import Sequence

from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send


class FirstRoutes:
    """Answers some addresses at once: neither forty other routes nor Streamlit's middlewares are gone through.

    Args:
        app: Answers everything else.
        routes: Without parameters in their paths.
    """

    def __init__(self, app: ASGIApp, routes: Sequence[Route]) -> None:
        self._app = app
        self._routes = {route.path: route for route in routes}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers, or hands the request on: so too what no route takes, which has to be refused with the others."""
        route = self._routes.get(scope["path"]) if scope["type"] == "http" else None
        # Outside of Starlette's handlers a method that a route does not take would be an error of ours.
        if route is None or scope["method"] not in (route.methods or ()):
            await self._app(scope, receive, send)
        else:
            await route.handle(scope, receive, send)
