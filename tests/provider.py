"""A provider of organisation accounts for tests: OpenID Connect with authorization codes and PKCE."""

import base64
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from html import escape
from pathlib import Path
from urllib.parse import urlencode

import uvicorn
from joserfc import jwt
from joserfc.jwk import RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from tests.serving import free_port

CLIENT_ID, CLIENT_SECRET = "serapan", "rahasia-klien"


@dataclass
class Provider:
    """A running provider; whoever comes to it is the person that `claims` name.

    Attributes:
        port: Where it listens.
        claims: What it says of the person, over what a true answer says; None takes a claim away. Whose key (`sub`)
            is not said has one by their address.
        key: What it signs with; `published` is what it says that it signs with.
    """

    port: int
    claims: dict[str, object] = field(default_factory=dict)
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "satu"}))
    _asked: dict[str, dict[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.published = self.key

    @property
    def url(self) -> str:
        """Of another site than 127.0.0.1, as real providers are."""
        return f"http://localhost:{self.port}"

    def write_secrets(self, home: Path, site: str, **changes: str | None) -> None:
        """Writes the file with which a server whose home folder this is asks this provider; None leaves a value out."""
        values = {
            "redirect_uri": f"{site}/oauth2callback",
            "cookie_secret": "c" * 32,
            "client_id": CLIENT_ID,
            "client_secret": CLIENT_SECRET,
            "server_metadata_url": f"{self.url}/.well-known/openid-configuration",
            **changes,
        }
        folder = home / ".streamlit"
        folder.mkdir(exist_ok=True)
        lines = [f'{name} = "{value}"\n' for name, value in values.items() if value is not None]
        (folder / "secrets.toml").write_text("[auth]\n" + "".join(lines))

    def routes(self) -> list[Route]:
        return [
            Route("/.well-known/openid-configuration", self._metadata),
            Route("/kunci", self._keys),
            Route("/izin", self._authorize),
            Route("/token", self._token, methods=["POST"]),
        ]

    async def _metadata(self, _request: Request) -> Response:
        return JSONResponse(
            {
                "issuer": self.url,
                "authorization_endpoint": f"{self.url}/izin",
                "token_endpoint": f"{self.url}/token",
                "jwks_uri": f"{self.url}/kunci",
                "id_token_signing_alg_values_supported": ["RS256"],
                "code_challenge_methods_supported": ["S256"],
            }
        )

    async def _keys(self, _request: Request) -> Response:
        return JSONResponse({"keys": [self.published.as_dict(private=False)]})

    async def _authorize(self, request: Request) -> Response:
        asked = dict(request.query_params)
        assert (asked["client_id"], asked["response_type"], asked["code_challenge_method"]) == (
            CLIENT_ID,
            "code",
            "S256",
        )
        assert {"openid", "email"} <= {*asked["scope"].split()}
        code = secrets.token_urlsafe()
        self._asked[code] = asked
        back = f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}"
        return HTMLResponse(f'<a href="{escape(back)}">Setuju</a>')

    async def _token(self, request: Request) -> Response:
        async with request.form() as form:
            given = {name: str(value) for name, value in form.items()}
        asked = self._asked.pop(given["code"], None)
        client = base64.b64encode(f"{CLIENT_ID}:{CLIENT_SECRET}".encode()).decode()
        challenge = base64.urlsafe_b64encode(sha256(given.get("code_verifier", "").encode()).digest()).decode()
        if (
            asked is None
            or request.headers["authorization"] != f"Basic {client}"
            or asked["redirect_uri"] != given["redirect_uri"]
            or asked["code_challenge"] != challenge.rstrip("=")
        ):
            return JSONResponse({"error": "invalid_grant"}, status_code=400)
        now = int(time.time())
        claims = {
            "iss": self.url,
            "aud": CLIENT_ID,
            "sub": f"kunci {self.claims.get('email')}",
            "iat": now,
            "exp": now + 300,
            "nonce": asked["nonce"],
            "email_verified": True,
            **self.claims,
        }
        kept = {name: value for name, value in claims.items() if value is not None}
        signed = jwt.encode({"alg": "RS256", "kid": "satu"}, kept, self.key)
        return JSONResponse({"access_token": "a", "token_type": "Bearer", "expires_in": 300, "id_token": signed})


@contextmanager
def provider() -> Iterator[Provider]:
    """Runs a provider until the block ends."""
    running = Provider(free_port())
    application = Starlette(routes=running.routes())
    server = uvicorn.Server(uvicorn.Config(application, host="127.0.0.1", port=running.port, log_level="warning"))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started:
            thread.join(0.01)
            if not thread.is_alive():
                raise RuntimeError("The provider did not start")
        yield running
    finally:
        server.should_exit = True
        thread.join()
