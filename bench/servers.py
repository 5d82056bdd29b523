"""The servers that the benches compare."""

import sys
from pathlib import Path

from bench.page import Page
from bench.server import Server

_ROOT = Path(__file__).parents[1]
_PEERS = _ROOT / ".venv-bench" / "bin"
# Streamlit's script asks for these before it opens its session; our pages bring the answers along.
_STREAMLIT = ("/_stcore/health", "/_stcore/host-config")
_OURS = (
    Page("Ringkasan", ("/",), "sp-headline", ("", ""), "h1.sp-headline"),
    Page("Wilayah", ("/wilayah?kode=35.78",), "sp-headline", ("wilayah", "kode=35.78"), "h1.sp-headline"),
)


def servers(sample: Path, national: Path, units: Path) -> dict[str, Server]:
    """Every server by name.

    Args:
        sample: Our database of one province.
        national: Our database of the whole country.
        units: What `export_units` made of the first.
    """
    ours, healthy = (sys.executable, str(_ROOT / "bench" / "serve_ours.py"), "{port}"), "/_stcore/health"
    at = ("--server.address", "127.0.0.1", "--server.port", "{port}", "--server.headless", "true")
    gunicorn = ("--no-control-socket", "--workers", "1", "--threads", "4", "--bind", "127.0.0.1:{port}")
    datasette = (str(_PEERS / "datasette"), "serve", "--port", "{port}")
    table = ("/-/versions.json", (Page("table", ("/units/satker",), "KPU Kota Surabaya"),))
    layout = ("/", "/_dash-layout", "/_dash-dependencies")
    return {
        "ours": Server(ours, healthy, _OURS, {"SERAPAN_DATABASE_URL": f"sqlite:///{sample}"}),
        "national": Server(
            ours, healthy, _OURS, {"SERAPAN_DATABASE_URL": f"sqlite:///{national}", "SERAPAN_CAKUPAN": "ID"}
        ),
        # As its manual advises for data that do not change, and without looking for facets to suggest.
        "datasette": Server((*datasette, "-i", str(units), "--setting", "suggest_facets", "off"), *table),
        "datasette-plain": Server((*datasette, str(units)), *table),
        "dash": Server(
            (str(_PEERS / "gunicorn"), *gunicorn, "bench.dash_page:server"),
            "/_dash-dependencies",
            (Page("page", layout, "isi.children"),),
            {"BENCH_UNITS": str(units)},
        ),
        # Headless only keeps it from opening a browser and asking for an address.
        "naive": Server(
            (sys.executable, "-m", "streamlit", "run", str(_ROOT / "bench" / "naive.py"), *at),
            healthy,
            (Page("Ringkasan", ("/", *_STREAMLIT), "<title>", ("", "")),),
            {"SERAPAN_DATABASE_URL": f"sqlite:///{sample}"},
            apart=True,
        ),
    }
