"""Where a request comes from, past the proxy."""

import ipaddress
import os

from starlette.requests import HTTPConnection, Request


def client_address(request: Request) -> str:
    """Address of the client, for counting attempts.

    `X-Forwarded-For` is believed only behind a proxy (`SERAPAN_BEHIND_PROXY`), and of it only the last entry, which
    our own proxy wrote. Of an IPv6 address the first 64 bits count: one household has all of them.
    """
    address = request.client.host if request.client else ""
    if _behind_proxy():
        address = request.headers.get("x-forwarded-for", address).rpartition(",")[2].strip()
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address
    if parsed.version == 6:
        return str(ipaddress.ip_network((int(parsed), 64), strict=False))
    return str(parsed)


def came_by_https(connection: HTTPConnection) -> bool:
    """Whether the browser speaks https, to us or to the proxy before us (`SERAPAN_BEHIND_PROXY`)."""
    if connection.scope["scheme"] in {"https", "wss"}:
        return True
    return _behind_proxy() and connection.headers.get("x-forwarded-proto", "").strip().lower() == "https"


def _behind_proxy() -> bool:
    return os.environ.get("SERAPAN_BEHIND_PROXY", "") not in {"", "0"}
