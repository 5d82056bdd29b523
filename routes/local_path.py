"""Where to go after a form."""

from urllib.parse import urlsplit


def local_path(text: str | None, otherwise: str) -> str:
    """`text` where it is a path on this server, else `otherwise`: a link must not lead through us to a stranger."""
    if not text or not text.isascii() or not text.isprintable() or "\\" in text:
        return otherwise
    if not text.startswith("/") or text.startswith("//"):
        return otherwise
    try:
        parts = urlsplit(text)
    except ValueError:
        return otherwise
    return otherwise if parts.scheme or parts.netloc else text
