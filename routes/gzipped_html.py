"""HTML that is kept compressed."""

import gzip

from starlette.requests import Request
from starlette.responses import Response


def gzipped_html(request: Request, body: bytes, **headers: str) -> Response:
    """Answers with a page that caches have to ask about again.

    Args:
        request: What is answered; who does not take gzip gets the page unpacked.
        body: The page, compressed by gzip.
        **headers: Further headers, with `_` for `-`.
    """
    sent = {"cache-control": "no-cache", "vary": "Accept-Encoding"}
    sent |= {name.replace("_", "-"): value for name, value in headers.items()}
    if "gzip" in request.headers.get("accept-encoding", ""):
        sent["content-encoding"] = "gzip"
    else:
        body = gzip.decompress(body)
    return Response(body, media_type="text/html", headers=sent)
