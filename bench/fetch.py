"""A few addresses over one connection, at little cost to the viewers' core."""

import asyncio
import gzip
from collections.abc import AsyncIterator

_REQUEST = (
    "GET {} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nAccept: text/html,application/json\r\nAccept-Encoding: gzip\r\n"
    "Accept-Language: id\r\nUser-Agent: bench\r\n\r\n"
)


async def fetch(port: int, *addresses: str) -> AsyncIterator[tuple[int, str]]:
    """Fetches addresses one after another over a new connection, as a browser that has none yet.

    Args:
        port: Of a server on 127.0.0.1.
        *addresses: Path and query of each.

    Yields:
        Of each answer the bytes of its body as they came, and its text.

    Raises:
        RuntimeError: An answer is not 200, or neither its length nor chunks are given.
    """
    if not addresses:
        return
    headers: dict[str, str] = {}
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        for address in addresses:
            if headers.get("connection") == "close":
                writer.close()
                reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(_REQUEST.format(address, port).encode())
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            status, *lines = head.rstrip().split("\r\n")
            headers = {
                name.lower(): value.strip().lower() for name, _, value in (line.partition(":") for line in lines)
            }
            if status.split()[1] != "200":
                raise RuntimeError(f"{address}: {status}")
            body = await _body(reader, headers)
            plain = gzip.decompress(body) if headers.get("content-encoding") == "gzip" else body
            yield len(body), plain.decode()
    finally:
        writer.close()


async def _body(reader: asyncio.StreamReader, headers: dict[str, str]) -> bytes:
    if "content-length" in headers:
        return await reader.readexactly(int(headers["content-length"]))
    if headers.get("transfer-encoding") != "chunked":
        raise RuntimeError(f"an answer without a length: {headers}")
    parts = []
    while length := int((await reader.readuntil(b"\r\n")).partition(b";")[0], 16):
        parts.append(await reader.readexactly(length))
        await reader.readexactly(2)
    await reader.readuntil(b"\r\n")
    return b"".join(parts)
