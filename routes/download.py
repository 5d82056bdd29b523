"""A file that is made while it is sent."""

from collections.abc import AsyncIterator, Iterator
from typing import Final

import anyio
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

FOR_EVER: Final = "public, max-age=31536000, immutable"
"""`cache-control` of what belongs to one release."""

_turns: Final = anyio.CapacityLimiter(2)
"""Two parts are made at a time, in turns, so that downloads leave room for pages."""


async def download(
    request: Request, parts: Iterator[bytes], *, name: str, media_type: str, cache: str = FOR_EVER
) -> Response:
    """Answers with a file; what goes wrong before its first part is raised, instead of sending half a file.

    Args:
        request: What is answered.
        parts: The file; an empty part means that it is being made.
        name: File name for those who save it.
        media_type: For `content-type`.
        cache: For `cache-control`.
    """
    headers = {
        "content-disposition": f'attachment; filename="{name}"',
        "content-type": media_type,
        "cache-control": cache,
        # Public figures, asked without cookies: notebooks that run in a browser may read them too.
        "access-control-allow-origin": "*",
    }
    if request.method == "HEAD":
        return Response(headers=headers)
    first = await _next(parts)
    return StreamingResponse(_all(first, parts), headers=headers)


async def _all(part: bytes | None, parts: Iterator[bytes]) -> AsyncIterator[bytes]:
    while part is not None:
        yield part
        part = await _next(parts)


async def _next(parts: Iterator[bytes]) -> bytes | None:
    part: bytes | None = b""
    while part == b"":
        part = await anyio.to_thread.run_sync(next, parts, None, limiter=_turns)
    return part
