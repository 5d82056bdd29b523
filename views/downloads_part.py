"""What can be fetched for a view."""

from dataclasses import dataclass
from typing import Final

from budget.scope import Scope
from budget.wording.translation import gettext as _
from views.asked import Asked
from views.download_link import download_link
from views.published import Published
from views.published_table import PublishedTable
from views.region import province
from views.render import render

_ENDINGS: Final = ("csv", "xlsx", "json", "parquet")


@dataclass(frozen=True)
class _Download:
    title: str
    description: str
    links: tuple[tuple[str, str], ...]


def downloads_part(shown: Published, asked: Asked, basis: str) -> str:
    """Tables of the view and of the whole release in each form, the package, and how a script gets them.

    Args:
        shown: The release.
        asked: The view.
        basis: Date and basis of the view, in words.
    """
    number = shown.release.number
    follow = download_link("terbaru", "satker.csv", asked.view, kode=_province(asked))
    fixed = download_link(number, "baris.parquet", asked.view, kode=asked.kode)
    return render(
        "data_downloads.html",
        asked=asked,
        basis_line=basis,
        downloads=_downloads(number, asked),
        package=f"/data/rilis/{number}/paket.zip",
        curl=f'curl -L -o satker.csv "{asked.origin}{follow}"',
        pandas=f'import pandas as pd\nbaris = pd.read_parquet("{asked.origin}{fixed}")',
    )


def _downloads(number: int, asked: Asked) -> list[_Download]:
    tables = {table.name: table for table in PublishedTable.all()}
    satker, baris = tables["satker"], tables["baris"]
    chosen = [(one, download_link(number, f"baris.{one}", asked.view, kode=asked.kode)) for one in _ENDINGS]
    units = [(one, download_link(number, f"satker.{one}", asked.view, kode=_province(asked))) for one in _ENDINGS]
    return [
        _Download(satker.title, satker.description, tuple(units)),
        _Download(_("Baris anggaran pilihan di atas"), baris.description, tuple(chosen)),
        _Download(
            _("Semua baris dalam rilis ini"),
            _("Semua tahun, bulan, satker, dan sumber dana. Berkas besar; Parquet yang terkecil."),
            tuple((one, f"/data/rilis/{number}/baris.{one}") for one in _ENDINGS),
        ),
        *(
            _Download(
                table.title,
                table.description,
                tuple((one, f"/data/rilis/{number}/{table.name}.{one}") for one in _ENDINGS),
            )
            for table in (tables["rencana"], tables["koreksi"])
        ),
    ]


def _province(asked: Asked) -> str:
    """What the table of units is narrowed down to."""
    return (province(asked) or "") if Scope.current().national else ""
