"""One page load, as a browser does it, without the browser."""

import asyncio
import time
from dataclasses import dataclass
from typing import Final

from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect

_WITHIN: Final = 180


@dataclass(frozen=True)
class PageLoad:
    """What one load brought.

    Attributes:
        seconds: From the handshake until the script has finished and every delta is here.
        deltas: Number of elements and blocks.
        size: Bytes of all messages.
    """

    seconds: float
    deltas: int
    size: int


async def page_load(port: int, page: str = "", query: str = "") -> PageLoad:
    """Opens a new session over Streamlit's own protocol and reads the page to its end.

    Args:
        port: Of a server on 127.0.0.1.
        page: The page's `url_path`; empty for the first page.
        query: Query string without `?`.

    Raises:
        RuntimeError: The script failed, or an element shows an exception.
        TimeoutError: The page was not there after 180 s.
    """
    began = time.perf_counter()
    ask = BackMsg()
    ask.rerun_script.query_string = query
    ask.rerun_script.page_name = page
    ask.rerun_script.context_info.timezone = "Asia/Jakarta"
    deltas = size = 0
    async with (
        asyncio.timeout(_WITHIN),
        connect(
            f"ws://127.0.0.1:{port}/_stcore/stream",
            subprotocols=["streamlit", "bench"],  # type: ignore[list-item]
            # Offered, as browsers do; a server may decline.
            compression="deflate",
            max_size=None,
            open_timeout=_WITHIN,
            close_timeout=1,
            ping_interval=None,
            proxy=None,
        ) as socket,
    ):
        await socket.send(ask.SerializeToString())
        async for message in socket:
            answer = ForwardMsg.FromString(message)
            size += len(message)
            kind = answer.WhichOneof("type")
            if kind == "delta":
                deltas += 1
                element = answer.delta.new_element
                if element.WhichOneof("type") == "exception" or element.alert.format == Alert.ERROR:
                    raise RuntimeError(f"The page failed: {element.exception.message or element.alert.body}")
            elif kind == "script_finished":
                if answer.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY:
                    raise RuntimeError(f"The script ended with status {answer.script_finished}")
                break
        seconds = time.perf_counter() - began
    return PageLoad(seconds, deltas, size)
