"""Withdrawal plans for scripts: what a target came from can be reckoned again."""

import io
from decimal import ROUND_HALF_UP, Decimal

import pandas as pd
import pytest
import requests

from budget.plans_table import PLANS_COLUMNS
from tests.serving import serve
from tests.stored import BATU, SURABAYA, fresh_database, keep, release, sample_draft
from tests.test_plans import jenis_draft, plan_draft


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("plans")
    database = fresh_database(folder)
    release(database, *keep(database, sample_draft(SURABAYA, 2026, 9), sample_draft(BATU, 2026, 9)))
    release(database, *keep(database, plan_draft(10_000_000), jenis_draft(BATU, j51=100, j52=7)))
    database.close()
    with serve(folder / "serapan.sqlite") as url:
        yield url


def plans(site, number=2):
    answer = requests.get(f"{site}/data/rilis/{number}/rencana.csv", timeout=20)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/csv; charset=utf-8")
    return pd.read_csv(io.BytesIO(answer.content), dtype={"kode_satker": str, "kode_wilayah": str, "jenis": str})


def test_each_month_of_each_plan_with_its_cell(site):
    table = plans(site)
    assert list(table.columns) == list(PLANS_COLUMNS)
    surabaya, batu = (table[table["kode_satker"] == kode] for kode in (SURABAYA, BATU))
    assert surabaya["rencana_rp"].tolist() == [10_000_000 * month for month in range(1, 13)]
    assert surabaya["bulan"].tolist() == list(range(1, 13))
    assert surabaya["jenis"].isna().all()
    assert set(surabaya["nama"]) == {"KPU Kota Surabaya"}
    assert set(surabaya["kode_wilayah"]) == {"35.78"}
    assert batu.groupby("jenis")["rencana_rp"].sum().to_dict() == {"51": 78 * 100, "52": 78 * 7}
    assert set(table["rilis"]) == {2}
    assert table["sumber_sel"].str.fullmatch("[A-Z]+[0-9]+").all()
    assert not table.duplicated(["kode_satker", "sumber_berkas", "sumber_sel"]).any()


def test_the_target_in_the_table_of_units_follows_from_it(site):
    address = f"{site}/data/rilis/2/satker.csv?tahun=2026&bulan=9&dana=apbn"
    units = pd.read_csv(io.BytesIO(requests.get(address, timeout=20).content), dtype={"kode_satker": str})
    [unit] = units[units["kode_satker"] == SURABAYA].to_dict("records")
    own = plans(site)[lambda table: table["kode_satker"] == SURABAYA]
    planned = int(own.loc[own["bulan"] <= 9, "rencana_rp"].sum())
    share = Decimal(100 * planned) / Decimal(int(unit["pagu_rp"]))
    assert unit["dasar_target"] == "rpd"
    assert Decimal(str(unit["target_persen"])) == share.quantize(Decimal("0.01"), ROUND_HALF_UP)


def test_a_release_without_plans_has_the_columns(site):
    table = plans(site, 1)
    assert (len(table), list(table.columns)) == (0, list(PLANS_COLUMNS))
