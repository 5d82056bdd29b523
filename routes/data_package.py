"""What is in a package, for programs."""

from collections.abc import Sequence
from typing import Any, Final

from budget.field_dictionary import field_dictionary
from budget.wording.language import in_language
from routes.packed_file import PackedFile
from store.release import Release
from views.citation import AUTHOR, Citation
from views.published_table import PublishedTable

LICENCE: Final = "https://creativecommons.org/licenses/by/4.0/"
"""Address of the licence of all data (CC BY 4.0)."""


def data_package(release: Release, files: Sequence[PackedFile], origin: str, *, sample: bool) -> dict[str, Any]:
    """The descriptor of a package: a tabular Frictionless Data Package, version 1.

    Titles and descriptions are Indonesian; what ends in `_en` is the English of it, and `unit` the unit of a column.

    Args:
        release: What is packed.
        files: The CSVs, in their order.
        origin: Scheme and host under which we are known.
        sample: Invented figures are in it.

    Returns:
        What `datapackage.json` holds (https://specs.frictionlessdata.io/tabular-data-package/).
    """
    citation, words = Citation.of(release, origin, sample=sample), {one.name: one for one in PublishedTable.all()}
    with in_language("en"):
        english, words_en = Citation.of(release, origin, sample=sample), {one.name: one for one in PublishedTable.all()}
    return {
        "profile": "tabular-data-package",
        "name": "serapan-kpu",
        "id": f"sha256:{release.hash}",
        "title": citation.title,
        "title_en": english.title,
        "description": citation.text,
        "description_en": english.text,
        "homepage": citation.address,
        "version": str(release.number),
        "created": release.published_at,
        "licenses": [{"name": "CC-BY-4.0", "title": "Creative Commons Attribution 4.0 International", "path": LICENCE}],
        "sources": [{"title": "Berkas anggaran satker KPU, satu per satu di halaman Data", "path": citation.address}],
        "contributors": [{"title": AUTHOR, "role": "publisher", "path": f"{origin}/"}],
        "resources": [
            {
                "profile": "tabular-data-resource",
                "name": file.table,
                "path": f"{file.table}.csv",
                "title": words[file.table].title,
                "title_en": words_en[file.table].title,
                "description": words[file.table].description,
                "description_en": words_en[file.table].description,
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "bytes": file.size,
                "hash": f"sha256:{file.digest}",
                "schema": {"fields": _fields(file.table), "missingValues": [""]},
            }
            for file in files
        ],
    }


def _fields(table: str) -> list[dict[str, str]]:
    """Columns as Table Schema describes them."""
    return [
        {
            "name": field.kolom,
            "type": field.tipe,
            "description": field.arti,
            "description_en": english.arti,
            **({"unit": field.satuan} if field.satuan else {}),
        }
        for field, english in zip(field_dictionary(), field_dictionary("en"), strict=True)
        if field.berkas == table
    ]
