"""The places of the tile map."""

from budget.reference import Reference
from budget.scope import Scope
from budget.wording.language import language
from views.asked import Asked
from views.place import Place


def unit_places(asked: Asked, province: str) -> list[Place]:
    """The regions of a province that have a place on its map; empty where it has no map.

    Args:
        asked: The view, carried on to the region's page.
        province: Code of the province.
    """
    reference = Reference.load()
    return [
        Place(
            code=reference.by_kode_wilayah[region.kode_wilayah].kode_satker,
            nama=region.nama,
            singkatan=region.singkatan,
            baris=region.baris,
            kolom=region.kolom,
            kota=region.nama.startswith("Kota "),
            href=asked.link("wilayah", kode=region.kode_wilayah),
        )
        for region in reference.wilayah
        if region.kode_wilayah.startswith(f"{province}.")
    ]


def province_places(asked: Asked) -> list[Place]:
    """The provinces of the country."""
    scope = Scope.current()
    return [
        Place(
            code=one.kode,
            nama=scope.name(one.kode, language()),
            singkatan=one.singkatan,
            baris=one.baris,
            kolom=one.kolom,
            kota=False,
            href=asked.link("", kode=one.kode),
        )
        for one in scope.provinces
    ]
