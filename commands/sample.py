"""`manage.py sample`: the sample exports."""

from pathlib import Path
from typing import Annotated

import typer

from budget.reference import Reference
from samples.generate import generate


def sample(
    out: Annotated[Path, typer.Option(help="Folder untuk berkas contoh.")] = Path("var/contoh"),
    months: Annotated[int, typer.Option(min=1, max=24, help="Berapa bulan sejak Oktober 2024.")] = 24,
) -> None:
    """Menulis berkas contoh (rekaan) dalam tata letak SAKTI, satu per satker, bulan, dan sumber dana."""
    out.mkdir(parents=True, exist_ok=True)
    count = 0
    for one in generate(Reference.load(), months=months):
        (out / one.name).write_bytes(one.content)
        count += 1
    typer.echo(f"{count} berkas contoh di {out}. Data contoh, bukan data resmi.")
