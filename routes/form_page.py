"""Small pages with a form, rendered on the server."""

import base64
import functools
from hashlib import sha256
from pathlib import Path

import jinja2
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from routes.client import came_by_https
from routes.form import FORM_COOKIE, form_token
from views.page_style import page_style

_templates = jinja2.Environment(
    loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def form_page(request: Request, template: str, *, status: int = 200, **facts: object) -> Response:
    """Renders a page with a form.

    Args:
        request: What is answered.
        template: File name in `routes/templates/`.
        status: HTTP status.
        **facts: What the template names beside `formulir` (the form's token) and `style`.
    """
    token = form_token(request)
    style = _style()
    response = HTMLResponse(
        _templates.get_template(template).render(formulir=token, style=style, **facts),
        status_code=status,
        headers={
            "cache-control": "no-store",
            "content-security-policy": _policy(style),
            "x-robots-tag": "noindex",
        },
    )
    response.set_cookie(FORM_COOKIE, token, path="/", httponly=True, samesite="strict", secure=came_by_https(request))
    return response


@functools.cache
def _style() -> str:
    return page_style((Path(__file__).parent / "templates" / "form.css").read_text("utf-8"))


@functools.cache
def _policy(style: str) -> str:
    digest = base64.b64encode(sha256(style.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; font-src 'self'; img-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    )
