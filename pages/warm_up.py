"""Showing the first page to nobody, before anyone asks for it."""

import asyncio
import gc
import importlib
from typing import Final

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import Runtime
from streamlit.runtime.session_manager import SessionClient

from store.open_database import open_database
from views.screens import SCREENS, find_screen

_WITHIN: Final = 60


class _Nobody(SessionClient):
    def __init__(self) -> None:
        self.served = asyncio.Event()

    def write_forward_msg(self, msg: ForwardMsg) -> None:
        if msg.WhichOneof("type") == "script_finished":
            self.served.set()


async def warm_up() -> None:
    """Runs the first page and makes all of them, so that no first viewer waits for pandas, figures or templates.

    Runs beside the server, which answers meanwhile.

    Raises:
        ImportError: A page cannot be loaded.
        TimeoutError: The first page is not there after 60 s.
    """
    await asyncio.to_thread(importlib.import_module, "pages.navigation")
    nobody = _Nobody()
    runtime = Runtime.instance()
    session = runtime.connect_session(client=nobody, user_info={})
    ask = BackMsg()
    ask.rerun_script.query_string = ""
    runtime.handle_backmsg(session, ask)
    try:
        await asyncio.wait_for(nobody.served.wait(), _WITHIN)
    finally:
        runtime.close_session(session)
    await asyncio.to_thread(_make_pages)
    # What is loaded by now stays for good: the collector need not look at it at every turn.
    gc.collect()
    gc.freeze()


def _make_pages() -> None:
    for page in SCREENS:
        find_screen(open_database(), page, {}, origin="")
