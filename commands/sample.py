"""`manage.py sample`: the sample exports."""

from pathlib import Path
from typing import Annotated

import typer

from budget.reference import Reference
from samples.generate import generate
from samples.plan_samples import plan_samples


def sample(
    out: Annotated[Path, typer.Option(help="Folder untuk berkas contoh.")] = Path("var/contoh"),
    months: Annotated[int, typer.Option(min=1, max=24, help="Berapa bulan sejak Oktober 2024.")] = 24,
) -> None:
    """Menulis berkas contoh (rekaan) dalam tata letak SAKTI, satu per satker, bulan, dan sumber dana, dan RPD-nya."""
    out.mkdir(parents=True, exist_ok=True)
    count, years = 0, set()
    for one in generate(Reference.load(), months=months):
        (out / one.name).write_bytes(one.content)
        years.add(one.tahun)
        count += 1
    for plan in plan_samples(Reference.load()):
        if plan.tahun in years:
            (out / plan.name).write_bytes(plan.content)
            count += 1
    typer.echo(f"{count} berkas contoh di {out}. Data contoh, bukan data resmi.")
