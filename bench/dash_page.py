"""The first page as a Dash developer would write it: a peer of `bench/pages.py` and `bench/first_view.py`.

Run by gunicorn (`bench.dash_page:server`) in the peers' own environment; needs Dash and pandas only. The cube stays in
memory; the layout is a function, so that each load shows what is there now: headline, totals, a cumulative line under
the pagu, a bar per unit and per jenis belanja (graph_objects) and the units' table. The filters work by a callback.
"""

import os
import sqlite3
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import plotly.io as pio
from dash import Dash, Input, Output, dash_table, dcc, html

# The default template would add 7 kB to each figure.
pio.templates.default = "none"

_JENIS = {"51": "Belanja pegawai", "52": "Belanja barang", "53": "Belanja modal"}
_DANA = {"apbn": "APBN", "hibah": "Hibah"}
_COLUMNS = {
    "satker": "Satker",
    "pagu_rp": "Pagu",
    "realisasi_rp": "Realisasi",
    "sisa_rp": "Sisa",
    "serapan": "Serapan (%)",
}

with sqlite3.connect(os.environ["BENCH_UNITS"]) as _file:
    CUBE = pd.read_sql("SELECT * FROM kubus WHERE bulan IS NOT NULL", _file)
_file.close()
CUBE["dana"] = CUBE["sumber_dana"].isin(["HLN", "HDN", "HLD"]).map({True: "hibah", False: "apbn"})
YEARS = sorted(CUBE["tahun"].unique().tolist(), reverse=True)


def _months(tahun: int) -> list[int]:
    return sorted(CUBE.loc[CUBE["tahun"] == tahun, "bulan"].astype(int).unique().tolist())


def _line(year: pd.DataFrame) -> go.Figure:
    months = year.groupby("bulan")[["pagu_rp", "realisasi_rp"]].sum() / 1e9
    return go.Figure(
        [
            go.Scatter(x=months.index, y=months["pagu_rp"], name="Pagu", line={"color": "#1D1C1A", "shape": "hv"}),
            go.Scatter(
                x=months.index, y=months["realisasi_rp"], name="Realisasi", fill="tozeroy", mode="lines+markers"
            ),
        ],
        go.Layout(title="Realisasi kumulatif, miliar rupiah", xaxis={"range": [0.5, 12.5]}, separators=",."),
    )


def _bars(rates: "pd.Series[float]", names: list[str], title: str, height: int) -> go.Figure:
    bars = go.Bar(x=rates.round(2), y=names, orientation="h", marker={"color": rates, "colorscale": "Blues"})
    return go.Figure([bars], go.Layout(title=title, height=height, margin={"l": 220}, separators=",."))


def content(tahun: int, bulan: int, dana: str) -> list[Any]:
    """What stands below the filters."""
    year = CUBE[(CUBE["tahun"] == tahun) & (CUBE["dana"] == dana)]
    now = year[year["bulan"] == bulan]
    amounts = ["pagu_rp", "realisasi_rp", "sisa_rp"]
    units, jenis = (now.groupby(by, as_index=False)[amounts].sum() for by in ("satker", "jenis"))
    for table in (units, jenis):
        table["serapan"] = (table["realisasi_rp"] / table["pagu_rp"] * 100).round(2)
    pagu, realisasi, sisa = (int(now[name].sum()) for name in amounts)
    rate = realisasi / pagu * 100 if pagu else 0
    return [
        html.H1(f"Sampai bulan {bulan} {tahun}, {len(units)} satker membelanjakan {rate:.1f} % dari pagu"),
        html.Ul(
            [html.Li(f"{name}: Rp{value:,}") for name, value in zip(amounts, (pagu, realisasi, sisa), strict=True)]
        ),
        html.Div(
            [
                dcc.Graph(figure=_bars(units["serapan"], units["satker"].tolist(), "Serapan per satker, %", 900)),
                dcc.Graph(figure=_line(year[year["bulan"] <= bulan])),
                dcc.Graph(
                    figure=_bars(
                        jenis["serapan"], [_JENIS.get(code, code) for code in jenis["jenis"]], "Per jenis", 300
                    )
                ),
            ],
        ),
        dash_table.DataTable(
            units.to_dict("records"),
            [{"id": name, "name": words} for name, words in _COLUMNS.items()],
            sort_action="native",
        ),
    ]


def layout() -> html.Div:
    """The page, built per load."""
    tahun = YEARS[0]
    months = _months(tahun)
    return html.Div(
        [
            dcc.Dropdown(YEARS, tahun, id="tahun", clearable=False),
            dcc.Dropdown(months, months[-1], id="bulan", clearable=False),
            dcc.Dropdown(_DANA, "apbn", id="dana", clearable=False),
            html.Div(content(tahun, months[-1], "apbn"), id="isi"),
        ]
    )


app = Dash(
    __name__,
    title="Serapan anggaran KPU Jawa Timur",
    update_title="",
    use_pages=False,
    # asgiref, which Datasette brings, would turn this on, and it costs.
    use_async=False,
    # Else the first answer holds the layout, too, to check the callbacks by.
    suppress_callback_exceptions=True,
)
app.layout = layout
app.callback(
    Output("isi", "children"),
    Input("tahun", "value"),
    Input("bulan", "value"),
    Input("dana", "value"),
    prevent_initial_call=True,
)(content)
server = app.server
