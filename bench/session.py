"""A Streamlit session, as a browser opens it, without the browser."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

_WITHIN: Final = 180


@asynccontextmanager
async def session(port: int, page: str, query: str) -> AsyncIterator[int]:
    """Opens a new session over Streamlit's own protocol and reads the page to its end; it stays until the block ends.

    Args:
        port: Of a server on 127.0.0.1.
        page: The page's `url_path`; empty for the first page.
        query: Query string without `?`.

    Yields:
        Bytes of all messages, once the script has finished and every element is here.

    Raises:
        RuntimeError: The script failed, or an element shows an exception.
        TimeoutError: The page was not there after 180 s.
    """
    ask = BackMsg()
    ask.rerun_script.query_string = query
    ask.rerun_script.page_name = page
    ask.rerun_script.context_info.timezone = "Asia/Jakarta"
    async with connect(
        f"ws://127.0.0.1:{port}/_stcore/stream",
        subprotocols=["streamlit", "bench"],  # type: ignore[list-item]
        # Offered, as browsers do; a server may decline.
        compression="deflate",
        max_size=None,
        open_timeout=_WITHIN,
        close_timeout=1,
        ping_interval=None,
        proxy=None,
    ) as socket:
        async with asyncio.timeout(_WITHIN):
            await socket.send(ask.SerializeToString())
            size = await _to_the_end(socket)
        yield size


async def _to_the_end(socket: ClientConnection) -> int:
    size = 0
    async for message in socket:
        answer = ForwardMsg.FromString(message)
        size += len(message)
        kind = answer.WhichOneof("type")
        if kind == "delta":
            element = answer.delta.new_element
            if element.WhichOneof("type") == "exception" or element.alert.format == Alert.ERROR:
                raise RuntimeError(f"The page failed: {element.exception.message or element.alert.body}")
        elif kind == "script_finished":
            if answer.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY:
                raise RuntimeError(f"The script ended with status {answer.script_finished}")
            return size
    raise RuntimeError("The server closed the session before the page was there")
