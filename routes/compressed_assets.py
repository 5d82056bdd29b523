"""Streamlit's bundle, compressed."""

import gzip
from pathlib import Path
from typing import Final

import anyio
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

_TYPES: Final = {".js": b"text/javascript; charset=utf-8", ".css": b"text/css; charset=utf-8", ".svg": b"image/svg+xml"}
_LEAST_BYTES: Final = 512


class CompressedAssets:
    """Serves the scripts and styles below `/static/` compressed: each is compressed once and kept (3 MB in all).

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
        self._compressed: dict[str, bytes] = {}
        # One at a time: compressing takes a core, and those who wait want the same files.
        self._compressing = anyio.Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a request for an asset, or hands it on."""
        if scope["type"] != "http" or scope["path"] not in self._files or not _takes_gzip(scope):
            await self._app(scope, receive, send)
            return
        body = await self._body(scope["path"])
        headers = [
            (b"content-type", _TYPES[self._files[scope["path"]].suffix]),
            (b"content-encoding", b"gzip"),
            (b"content-length", str(len(body)).encode()),
            (b"cache-control", b"public, max-age=31536000, immutable"),
            (b"vary", b"Accept-Encoding"),
        ]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body})

    async def _body(self, path: str) -> bytes:
        if path not in self._compressed:
            async with self._compressing:
                if path not in self._compressed:
                    self._compressed[path] = await anyio.to_thread.run_sync(_compress, self._files[path])
        return self._compressed[path]


def _takes_gzip(scope: Scope) -> bool:
    if scope["method"] not in {"GET", "HEAD"}:
        return False
    codings = Headers(scope=scope).get("accept-encoding", "").lower().split(",")
    # `gzip;q=0` means no; whoever sends it gets the plain file.
    return any(coding.strip().replace(" ", "") in {"gzip", "gzip;q=1", "gzip;q=1.0"} for coding in codings)


def _compress(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), compresslevel=9, mtime=0)
