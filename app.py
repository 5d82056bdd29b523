"""The server: Streamlit's application with our routes and middleware around it."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from pages.warm_up import warm_up
from routes.change_password import ChangePasswordRoute
from routes.compressed_assets import CompressedAssets
from routes.health import HealthRoute
from routes.lines_csv import LinesCsvRoute
from routes.page import PageRoute
from routes.page_shell import PageShell
from routes.security import Security
from routes.sign_in import SignInRoute
from routes.sign_out import SignOutRoute
from routes.staff_page import StaffPageRoute
from routes.streamlit_static import streamlit_static
from routes.units_csv import UnitsCsvRoute
from store.open_database import open_database
from views.page_style import page_style
from views.screens import SCREENS


@asynccontextmanager
async def _lifespan(_app: st.App) -> AsyncIterator[None]:
    warming = asyncio.create_task(warm_up())
    warming.add_done_callback(_log_warming)
    yield
    warming.cancel()
    open_database().close()


def _log_warming(warming: "asyncio.Task[None]") -> None:
    # Not fatal: the routes still serve, and each viewer is told of a page that fails.
    if not warming.cancelled() and warming.exception() is not None:
        logging.getLogger("serapan").error("The first page could not be warmed up", exc_info=warming.exception())


def _say_that_it_failed(_error: Exception) -> bool:
    """Tells the viewer of a page that failed, without a traceback; Streamlit has logged it by now.

    Returns:
        True: Streamlit's own notice, which speaks of Streamlit Cloud, is not needed.
    """
    st.error("Halaman ini tidak dapat ditampilkan. Kesalahannya sudah dicatat; muat ulang halaman beberapa saat lagi.")
    return True


_HERE = Path(__file__).parent
_SHELL = PageShell(
    style=page_style((_HERE / "views" / "serapan.css").read_text("utf-8")),
    script=(_HERE / "views" / "serapan.js").read_text("utf-8"),
    pages=tuple(f"/{page}" for page in SCREENS),
)

app = st.App(
    _HERE / "pages" / "main.py",
    routes=[
        SignInRoute(open_database()),
        SignOutRoute(open_database()),
        ChangePasswordRoute(open_database()),
        HealthRoute(open_database()),
        UnitsCsvRoute(open_database()),
        LinesCsvRoute(open_database()),
        *(PageRoute(open_database(), page, _SHELL) for page in SCREENS),
        StaffPageRoute("unggah", "Unggah laporan", _SHELL),
    ],
    middleware=[
        Middleware(Security, database=open_database(), scripts=_SHELL.scripts),
        Middleware(CompressedAssets, folder=streamlit_static()),
    ],
    lifespan=_lifespan,
    on_script_error=_say_that_it_failed,
)
