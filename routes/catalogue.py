"""What can be had, for catalogues of open data."""

from typing import Any, Final

from budget.wording.language import LANGUAGES, in_language
from routes.data_package import LICENCE
from routes.newest_view import newest_view
from routes.table_format import TABLE_FORMATS
from views.citation import AUTHOR, Citation
from views.download_link import download_link
from views.published import Published
from views.published_table import PublishedTable

_CONTEXT: Final = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_MEDIA_TYPES: Final = "https://www.iana.org/assignments/media-types/"
_FREQUENCY: Final = "http://publications.europa.eu/resource/authority/frequency/MONTHLY"


def catalogue(shown: Published, origin: str) -> dict[str, Any]:
    """The tables of a release as a DCAT 3 catalogue in JSON-LD (https://www.w3.org/TR/vocab-dcat-3/).

    Args:
        shown: The release.
        origin: Scheme and host under which we are known.
    """
    citation = {}
    tables: dict[str, list[PublishedTable]] = {}
    for code in LANGUAGES:
        with in_language(code):
            citation[code] = Citation.of(shown.release, origin, sample=shown.sample)
            tables[code] = [table for table in PublishedTable.all() if _address(shown, table.name, "csv")]
    modified = {"@value": shown.release.published_at, "@type": "xsd:dateTime"}
    publisher = {"@type": "foaf:Agent", "foaf:name": AUTHOR, "foaf:homepage": {"@id": f"{origin}/"}}
    return {
        "@context": _CONTEXT,
        "@id": f"{origin}/data/dcat.json",
        "@type": "dcat:Catalog",
        "dct:title": _tagged({code: one.title for code, one in citation.items()}),
        "dct:description": _tagged({code: one.text for code, one in citation.items()}),
        "dct:publisher": publisher,
        "dct:license": {"@id": LICENCE},
        "dct:modified": modified,
        "foaf:homepage": {"@id": f"{origin}/"},
        "dcat:dataset": [
            {
                "@id": f"{origin}/data#{own['id'].name}",
                "@type": "dcat:Dataset",
                "dct:identifier": own["id"].name,
                "dct:title": _tagged({code: one.title for code, one in own.items()}),
                "dct:description": _tagged({code: one.description for code, one in own.items()}),
                "dct:publisher": publisher,
                "dct:license": {"@id": LICENCE},
                "dct:modified": modified,
                "dct:accrualPeriodicity": {"@id": _FREQUENCY},
                "dcat:version": str(shown.release.number),
                "dcat:landingPage": {"@id": citation["id"].address},
                "dcat:distribution": _distributions(shown, own["id"].name, origin),
            }
            for own in (dict(zip(LANGUAGES, pair, strict=True)) for pair in zip(*tables.values(), strict=True))
        ],
    }


def _tagged(words: dict[str, str]) -> list[dict[str, str]]:
    return [{"@value": text, "@language": code} for code, text in words.items()]


def _distributions(shown: Published, table: str, origin: str) -> list[dict[str, Any]]:
    return [
        {
            "@type": "dcat:Distribution",
            "dct:format": ending.upper(),
            "dcat:mediaType": {"@id": _MEDIA_TYPES + form.media_type.partition(";")[0]},
            "dcat:downloadURL": {"@id": f"{origin}{_address(shown, table, ending)}"},
            "dcat:accessURL": {"@id": f"{origin}/data"},
        }
        for ending, form in TABLE_FORMATS.items()
    ]


def _address(shown: Published, table: str, ending: str) -> str:
    """Empty where the release has no such table."""
    if table == "satker":
        view = newest_view(shown)
        return download_link(shown.release.number, f"satker.{ending}", view) if view else ""
    return f"/data/rilis/{shown.release.number}/{table}.{ending}"
