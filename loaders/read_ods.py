"""OpenDocument spreadsheets."""

from collections.abc import Iterable

from budget.issue import Issue
from budget.unreadable import Unreadable
from loaders.ods_walk import OdsWalk
from loaders.scan_xml import check_xml, new_parser, scan_xml, walk_xml
from loaders.scan_zip import ZipParts
from loaders.sheet import Sheet

_CONTENT = "content.xml"
_MANIFEST = "META-INF/manifest.xml"
_MACROS = ("Basic/", "Scripts/")


def read_ods(parts: ZipParts) -> tuple[Sheet, ...]:
    """Reads every table of an OpenDocument spreadsheet in one walk over its XML, within the limits.

    A cell or row that says it is repeated a thousand million times is refused before anything is laid out.

    Args:
        parts: The archive, its directory checked by `scan_zip`.

    Raises:
        Unreadable: The file is encrypted or damaged, holds no spreadsheet, or holds too much.
    """
    names = parts.infos
    if _MANIFEST in names and any(tag == "encryption-data" for tag, _ in scan_xml(parts.pieces(_MANIFEST), _MANIFEST)):
        raise Unreadable(Issue.of("password-protected"))
    for name in names:
        if name.endswith((".xml", ".rdf")) and name not in {_CONTENT, _MANIFEST}:
            check_xml(parts.pieces(name), name)
    macros = [name for name in names if name.startswith(_MACROS)]
    return walk_ods(parts.pieces(_CONTENT), [Issue.of("macros", raw=macros[0])] if macros else [])


def walk_ods(pieces: Iterable[bytes | str], issues: list[Issue]) -> tuple[Sheet, ...]:
    """Reads the XML of an OpenDocument spreadsheet, be it a part of an archive or a whole flat file.

    Args:
        pieces: The XML.
        issues: What a person has to know about the file; links to other files are added.

    Raises:
        Unreadable: The XML is damaged, holds no spreadsheet, or holds too much.
    """
    walk = OdsWalk()
    parser = new_parser(_CONTENT, namespaces=True)
    parser.CharacterDataHandler = walk.text
    walk_xml(parser, pieces, _CONTENT, walk.start, walk.end)
    if not walk.spreadsheet:
        raise Unreadable(Issue.of("other-kind-of-file", kind="OpenDocument yang bukan lembar kerja"))
    if not walk.tables:
        raise Unreadable(Issue.of("no-sheets"))
    if walk.linked:
        issues = [*issues, Issue.of("external-links", raw="namanya tidak disebut")]
    return tuple(table.build(issues if number == 0 else ()) for number, table in enumerate(walk.tables))
