"""XML parts of a workbook, read without trust."""

from typing import IO
from xml.parsers import expat

from budget.issue import Issue
from budget.unreadable import Unreadable
from loaders import limits


def new_parser(part: str) -> expat.XMLParserType:
    """An expat parser that refuses any DOCTYPE, so that no entity is ever declared.

    Args:
        part: Name of the part or sheet, for the issue.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def refuse(*_: object) -> None:
        raise Unreadable(Issue.of("doctype", sheet=part))

    parser.StartDoctypeDeclHandler = refuse
    return parser


def scan_xml(part: IO[bytes], name: str) -> list[tuple[str, dict[str, str]]]:
    """All elements of a small part in order: name without prefix, and attributes.

    Args:
        part: The XML, read in pieces.
        name: Name of the part, for issues.

    Raises:
        Unreadable: A DOCTYPE, damaged XML, or nesting too deep.
    """
    found: list[tuple[str, dict[str, str]]] = []
    depth = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > limits.XML_DEPTH:
            raise Unreadable(Issue.of("xml-too-deep", sheet=name, limit=limits.XML_DEPTH))
        found.append((tag.rpartition(":")[2], attributes))

    def end(_: str) -> None:
        nonlocal depth
        depth -= 1

    parser = new_parser(name)
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    _feed(parser, part, name)
    return found


def refuse_doctype(part: IO[bytes], name: str) -> None:
    """Reads a part only to see that it is well-formed and declares no DOCTYPE.

    Raises:
        Unreadable: A DOCTYPE, or damaged XML.
    """
    _feed(new_parser(name), part, name)


def _feed(parser: expat.XMLParserType, part: IO[bytes], name: str) -> None:
    try:
        while piece := part.read(1 << 16):
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise Unreadable(Issue.of("xml-damaged", sheet=name)) from error
