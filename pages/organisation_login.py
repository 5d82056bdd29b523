"""Signing in with an organisation account, through Streamlit's own OpenID Connect."""

import json
from http.cookies import SimpleCookie
from typing import Final
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from streamlit.auth_util import encode_provider_token, get_cookie_with_chunks, get_secrets_auth_section
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_auth_routes import create_auth_routes
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from store.vouched import Vouched

_PROVIDER: Final = "default"
_WANTED: Final = "serapan_tujuan"


class OrganisationLogin:
    """The two steps of `st.login`, answered by Streamlit's routes but not by their addresses.

    Streamlit would leave who came in a signed cookie for thirty days, beside our sessions and past their end. It is
    read from Streamlit's answer here, and no browser ever gets it, nor is believed if it sends one. Works inside of
    Streamlit's middleware, which keeps the state of the first step in a cookie until the second.
    """

    def __init__(self) -> None:
        endpoints = {route.path: route.endpoint for route in create_auth_routes("")}
        self._login = endpoints["/auth/login"]
        self._callback = endpoints["/oauth2callback"]

    async def begin(self, request: Request, wanted: str) -> Response | None:
        """Answers with the way to the provider, as `st.login()` does; None where the provider cannot be reached.

        Args:
            request: What is answered.
            wanted: Path that the person wants to get to.
        """
        query = urlencode({"provider": encode_provider_token(_PROVIDER)})
        answer: Response = await self._login(Request({**request.scope, "query_string": query.encode()}))
        if answer.status_code != 302:
            return None
        request.session[_WANTED] = wanted
        return answer

    async def finish(self, request: Request) -> tuple[Vouched | None, str | None]:
        """Has Streamlit check the provider's answer.

        Returns:
            Who came, or None where the answer is none, is forged, or was asked for by another browser; and what
            `begin` was told that they want.
        """
        wanted = request.session.pop(_WANTED, None)
        answer: Response = await self._callback(request)
        cookies: SimpleCookie = SimpleCookie()
        for header in answer.headers.getlist("set-cookie"):
            cookies.load(header)

        def signed(name: str) -> bytes | None:
            return decode_signed_value(get_cookie_secret(), name, cookies[name].value) if name in cookies else None

        text = get_cookie_with_chunks(signed, USER_COOKIE_NAME)
        return (_vouched(json.loads(text)) if text else None), wanted


def _vouched(claims: dict[str, object]) -> Vouched | None:
    audience = claims.get("aud")
    # Authlib is content where the answer is for another client and was asked for by us (`azp`).
    if get_secrets_auth_section()["client_id"] not in (audience if isinstance(audience, list) else [audience]):
        return None
    return Vouched(
        issuer=_text(claims.get("iss")),
        subject=_text(claims.get("sub")),
        email=_text(claims.get("email")).strip(),
        # Nothing but true is: a provider may say "false" in letters.
        email_verified=claims.get("email_verified") is True,
    )


def _text(claim: object) -> str:
    return claim if isinstance(claim, str) else ""
