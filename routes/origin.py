"""Under which address we are known."""

import os

from starlette.requests import Request

from routes.client import came_by_https


def origin(request: Request) -> str:
    """Scheme and host for links that leave the site: `SERAPAN_ALAMAT` where set, else what the request names."""
    fixed = os.environ.get("SERAPAN_ALAMAT", "").rstrip("/")
    return fixed or f"{'https' if came_by_https(request) else 'http'}://{request.url.netloc}"
