"""The *Ringkasan* page as most people would write it: an optional peer (`naive`) of `bench/pages.py`.

Honest, plain Streamlit: the public tutorial's way, with pandas and plotly.express, without a cache, run by
`streamlit run bench/naive.py` under Streamlit's default settings. It reads the same database through the same
functions of `store` as our page and shows the same blocks: filters (year, month, source of funds), the totals, a
cumulative line against the year before, a coloured bar per satker in place of the tile map, and a table with a row per
satker. It does not do what ours does beside: no correction history, no wording, no targets.
"""

import sys
from pathlib import Path

import pandas as pd
import plotly.express as px
import streamlit as st

sys.path.insert(0, str(Path(__file__).parents[1]))

from budget.reference import Reference
from budget.sumber_dana import HIBAH
from store.database import Database
from store.read_cube import read_cube
from store.releases import latest_release

st.set_page_config(page_title="Serapan", layout="wide")
st.title("Serapan anggaran KPU Jawa Timur")

database = Database.from_environment()
release = latest_release(database)
if release is None:
    st.info("Belum ada data.")
    st.stop()
cube = read_cube(database, release.number)
database.close()
names = {satker.kode_satker: satker.nama for satker in Reference.load().satker}
cube["satker"] = cube["kode_satker"].map(names).fillna(cube["kode_satker"])

left, middle, right = st.columns(3)
year = left.selectbox("Tahun anggaran", sorted(cube["tahun"].dropna().unique(), reverse=True))
months = sorted(cube.loc[(cube["tahun"] == year) & cube["bulan"].notna(), "bulan"].unique())
month = middle.selectbox("Sampai bulan", months, index=len(months) - 1)
source = right.selectbox("Sumber dana", ["APBN (tanpa hibah)", "Hibah pilkada"])
is_grant = cube["sumber_dana"].isin(HIBAH)
chosen = cube[is_grant if source == "Hibah pilkada" else ~is_grant]

now = chosen[(chosen["tahun"] == year) & (chosen["bulan"] == month)]
pagu, realisasi = now["pagu_rp"].sum(), now["realisasi_rp"].sum()
for column, label, value in zip(
    st.columns(4),
    ("Pagu", "Realisasi", "Sisa", "Serapan"),
    (
        f"Rp {pagu / 1e9:,.1f} miliar",
        f"Rp {realisasi / 1e9:,.1f} miliar",
        f"Rp {(pagu - realisasi) / 1e9:,.1f} miliar",
        f"{realisasi / pagu:.1%}" if pagu else "–",
    ),
    strict=True,
):
    column.metric(label, value)

monthly = (
    chosen[chosen["tahun"].isin([year, year - 1]) & chosen["bulan"].notna()]
    .groupby(["tahun", "bulan"], as_index=False)[["realisasi_rp"]]
    .sum()
    .astype({"tahun": str, "bulan": int, "realisasi_rp": float})
)
units = (
    now.groupby("satker", as_index=False)[["pagu_rp", "realisasi_rp", "sisa_rp"]]
    .sum()
    .astype({"pagu_rp": float, "realisasi_rp": float, "sisa_rp": float})
)
units["serapan"] = units["realisasi_rp"] / units["pagu_rp"].where(units["pagu_rp"] != 0, pd.NA).astype(float) * 100

left, right = st.columns(2)
with left:
    st.subheader("Serapan per satker")
    figure = px.bar(units.sort_values("serapan"), x="serapan", y="satker", color="serapan", orientation="h", height=900)
    st.plotly_chart(figure)
with right:
    st.subheader("Realisasi kumulatif")
    st.plotly_chart(px.line(monthly, x="bulan", y="realisasi_rp", color="tahun", markers=True))

st.subheader("Semua satker")
st.dataframe(units, hide_index=True)
st.caption(f"Rilis {release.number}, {release.published_at}")
