"""What a posted form says, once it is sure that our own page posted it."""

import secrets
from typing import Final
from urllib.parse import parse_qsl, urlsplit

from starlette.requests import Request

FORM_COOKIE: Final = "serapan_formulir"
_FIELD: Final = "formulir"
_MOST_BYTES: Final = 8_192


class FormRefused(Exception):  # noqa: N818  (named by what happened)
    """A posted form that is not taken.

    Attributes:
        status: HTTP status.
        message: Why, in Indonesian.
    """

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.message = message


def form_token(request: Request) -> str:
    """The token that a form has to carry; the browser holds the same in a cookie that no other site can read."""
    return request.cookies.get(FORM_COOKIE) or secrets.token_urlsafe(32)


async def read_form(request: Request) -> dict[str, str]:
    """The fields of a posted form.

    Raises:
        FormRefused: It is too long, no form, or was not posted by a page of ours.
    """
    _check_origin(request)
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/x-www-form-urlencoded":
        raise FormRefused(415, "Isian formulir tidak dapat dibaca.")
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > _MOST_BYTES:
            raise FormRefused(413, "Isian formulir terlalu panjang.")
    try:
        fields = dict(parse_qsl(body.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=20))
    except ValueError as error:
        raise FormRefused(400, "Isian formulir tidak dapat dibaca.") from error
    if any("\0" in value for value in fields.values()):
        # No browser sends it, and PostgreSQL takes no such text.
        raise FormRefused(400, "Isian formulir tidak dapat dibaca.")
    expected = request.cookies.get(FORM_COOKIE, "")
    if not expected or not secrets.compare_digest(fields.get(_FIELD, "").encode(), expected.encode()):
        raise FormRefused(403, "Formulir ini sudah kedaluwarsa. Isi sekali lagi.")
    return fields


def _check_origin(request: Request) -> None:
    site = request.headers.get("sec-fetch-site")
    origin = request.headers.get("origin")
    foreign = site not in {None, "same-origin"}
    if origin is not None:
        foreign = foreign or urlsplit(origin).netloc != request.headers.get("host")
    if foreign or (site is None and origin is None):
        raise FormRefused(403, "Formulir ini tidak dikirim dari halaman Serapan.")
