"""The cookie that holds a session's token."""

from starlette.requests import HTTPConnection, Request
from starlette.responses import Response

from routes.client import came_by_https
from store.session_cookie import SESSION_COOKIE


def session_token(connection: HTTPConnection) -> str | None:
    """The token that a request carries, or None."""
    return connection.cookies.get(SESSION_COOKIE) or None


def set_session_token(request: Request, response: Response, token: str) -> None:
    """Hands the token to the browser, for as long as it stays open; no script can read it."""
    response.set_cookie(
        SESSION_COOKIE, token, path="/", httponly=True, samesite="strict", secure=came_by_https(request)
    )


def drop_session_token(request: Request, response: Response) -> None:
    """Takes the token from the browser."""
    response.delete_cookie(SESSION_COOKIE, path="/", httponly=True, samesite="strict", secure=came_by_https(request))
