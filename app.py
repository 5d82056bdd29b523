"""The server: Streamlit's application with our routes and middleware around it."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from streamlit.web.server.starlette.starlette_server_config import SESSION_COOKIE_NAME

from budget.server_role import ServerRole
from pages.keep_file_answers import keep_file_answers
from pages.keep_theme import keep_theme
from pages.organisation_login import OrganisationLogin
from pages.organisation_login_configured import organisation_login_configured
from pages.turns import Turns
from pages.upload_door import UploadDoor
from pages.warm_up import warm_up
from routes.audit_csv_route import AuditCsvRoute
from routes.calendar_route import CalendarRoute
from routes.catalogue_route import CatalogueRoute
from routes.change_password import ChangePasswordRoute
from routes.changes_csv_route import ChangesCsvRoute
from routes.checkpoints_route import CheckpointsRoute
from routes.closed_doors import ClosedDoors
from routes.compressed_assets import CompressedAssets
from routes.corrections_feed_route import CorrectionsFeedRoute
from routes.embed_route import EmbedRoute
from routes.failures import Failures
from routes.find_changes import find_changes
from routes.find_lines import LINES_QUERY, find_lines
from routes.find_plans import find_plans
from routes.find_units import UNITS_QUERY, find_units
from routes.first_routes import FirstRoutes
from routes.font_route import FontRoute
from routes.health import HealthRoute
from routes.host_cookies import HostCookies
from routes.latest_route import LatestRoute
from routes.organisation_answer import OrganisationAnswerRoute
from routes.organisation_sign_in import OrganisationSignInRoute
from routes.package_route import PackageRoute
from routes.page import PageRoute
from routes.page_shell import PageShell
from routes.second_factor import SecondFactorRoute
from routes.security import Security
from routes.sign_in import SignInRoute
from routes.sign_out import SignOutRoute
from routes.staff_page import StaffPageRoute
from routes.streamlit_static import streamlit_static
from routes.table_route import TableRoute
from routes.unknown_data_route import UnknownDataRoute
from store.open_database import open_database
from views.font import Font
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


def _configuration() -> tuple[ServerRole, bool]:
    """What this server is for, and whether staff sign in with organisation accounts too."""
    try:
        role = ServerRole.current()
        return role, role.serves_staff and organisation_login_configured()
    except ValueError as error:
        raise SystemExit(str(error)) from error


_HERE = Path(__file__).parent
_ROLE, _ORGANISATION = _configuration()
_STYLE = page_style((_HERE / "views" / "serapan.css").read_text("utf-8"))
_SHELL = PageShell(
    style=_STYLE,
    script=(_HERE / "views" / "serapan.js").read_text("utf-8"),
    pages=tuple(f"/{page}" for page in SCREENS),
)

_LOGIN = OrganisationLogin()
_ORGANISATION_ROUTES = [
    OrganisationSignInRoute(_LOGIN.begin),
    OrganisationAnswerRoute(open_database(), _LOGIN.finish),
]
_STAFF = [
    SignInRoute(open_database(), organisation=_ORGANISATION),
    *_ORGANISATION_ROUTES,
    SignOutRoute(open_database()),
    ChangePasswordRoute(open_database()),
    SecondFactorRoute(open_database()),
    StaffPageRoute("unggah", "Unggah laporan", _SHELL),
    StaffPageRoute("tinjau", "Tinjau pengajuan", _SHELL),
    StaffPageRoute("kelola", "Kelola akun", _SHELL),
    StaffPageRoute("jejak", "Jejak audit", _SHELL),
    AuditCsvRoute(open_database()),
]
"""Where this server is for readers only, these addresses are closed."""

keep_theme()
keep_file_answers()
app = st.App(
    _HERE / "pages" / "main.py",
    routes=[
        *_STAFF,
        HealthRoute(open_database()),
        *map(FontRoute, Font.all()),
        TableRoute(open_database(), "satker", find_units, UNITS_QUERY),
        TableRoute(open_database(), "baris", find_lines, LINES_QUERY),
        TableRoute(open_database(), "rencana", find_plans),
        TableRoute(open_database(), "koreksi", find_changes),
        PackageRoute(open_database()),
        CheckpointsRoute(open_database()),
        LatestRoute(open_database()),
        CatalogueRoute(open_database()),
        ChangesCsvRoute(open_database()),
        CorrectionsFeedRoute(open_database()),
        CalendarRoute(open_database()),
        EmbedRoute(open_database(), _STYLE),
        UnknownDataRoute(),
    ],
    middleware=[
        Middleware(Security, role=_ROLE, scripts=_SHELL.scripts),
        Middleware(Failures),
        Middleware(
            ClosedDoors,
            role=_ROLE,
            staff=[route.path for route in _STAFF],
            unused=[] if _ORGANISATION else [route.path for route in _ORGANISATION_ROUTES],
        ),
        # In Streamlit's session is what a browser asked the provider of organisation accounts.
        Middleware(HostCookies, others=[SESSION_COOKIE_NAME]),
        Middleware(UploadDoor, database=open_database()),
        Middleware(Turns),
        Middleware(FirstRoutes, routes=[PageRoute(open_database(), page, _SHELL) for page in SCREENS]),
        Middleware(CompressedAssets, folder=streamlit_static()),
    ],
    lifespan=_lifespan,
    on_script_error=_say_that_it_failed,
)
