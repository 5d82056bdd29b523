"""Streamlit's bundle, compressed."""

import gzip
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import anyio
import brotli
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

_TYPES: Final = {".js": b"text/javascript; charset=utf-8", ".css": b"text/css; charset=utf-8", ".svg": b"image/svg+xml"}
_LEAST_BYTES: Final = 512
_CODINGS: Final[Mapping[str, Callable[[bytes], bytes]]] = {
    # A sixth less than gzip; a higher quality takes 11 s for the largest file, for a tenth more.
    "br": lambda content: bytes(brotli.compress(content, quality=9)),
    "gzip": lambda content: gzip.compress(content, compresslevel=9, mtime=0),
}
"""What we can send, the best first."""


class CompressedAssets:
    """Serves the scripts and styles below `/static/` compressed: each is compressed once and kept (5 MB in all).

    Streamlit sends them as they are (8.9 MB for a page with a chart). It is a middleware because routes may not
    begin with `/static/`. Their names end in a hash of their content, so browsers may keep them for a year.

    Args:
        app: Answers everything else.
        folder: What holds `static/`.
    """

    def __init__(self, app: ASGIApp, folder: Path) -> None:
        self._app = app
        self._files = {
            f"/{path.relative_to(folder).as_posix()}": path
            for path in (folder / "static").rglob("*")
            if path.suffix in _TYPES and path.stat().st_size >= _LEAST_BYTES
        }
        self._compressed: dict[tuple[str, str], bytes] = {}
        # One at a time: compressing takes a core, and those who wait want the same files.
        self._compressing = anyio.Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a request for an asset, or hands it on."""
        coding = _coding(scope) if scope["type"] == "http" and scope["path"] in self._files else None
        if coding is None:
            await self._app(scope, receive, send)
            return
        body = await self._body(scope["path"], coding)
        headers = [
            (b"content-type", _TYPES[self._files[scope["path"]].suffix]),
            (b"content-encoding", coding.encode()),
            (b"content-length", str(len(body)).encode()),
            (b"cache-control", b"public, max-age=31536000, immutable"),
            (b"vary", b"Accept-Encoding"),
        ]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body})

    async def _body(self, path: str, coding: str) -> bytes:
        if (path, coding) not in self._compressed:
            async with self._compressing:
                if (path, coding) not in self._compressed:
                    self._compressed[path, coding] = await anyio.to_thread.run_sync(
                        _compress, self._files[path], coding
                    )
        return self._compressed[path, coding]


def _coding(scope: Scope) -> str | None:
    if scope["method"] not in {"GET", "HEAD"}:
        return None
    asked = Headers(scope=scope).get("accept-encoding", "").lower().replace(" ", "").split(",")
    # `gzip;q=0` means no; whoever sends it gets the plain file.
    return next((one for one in _CODINGS if {one, f"{one};q=1", f"{one};q=1.0"} & {*asked}), None)


def _compress(path: Path, coding: str) -> bytes:
    return _CODINGS[coding](path.read_bytes())
