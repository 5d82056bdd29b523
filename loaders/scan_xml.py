"""XML read without trust."""

from collections.abc import Callable, Iterable
from xml.parsers import expat

from budget.issue import Issue
from budget.unreadable import Unreadable
from loaders import limits

_UTF_16 = {b"\xff\xfe", b"\xfe\xff"}
_ENCODINGS = {"", "utf-8", "utf8", "us-ascii", "ascii"}
Start = Callable[[str, dict[str, str]], object]
End = Callable[[str], object]


def new_parser(part: str, *, namespaces: bool = False) -> expat.XMLParserType:
    """An expat parser that refuses any DOCTYPE, so that no entity is ever declared, and any encoding but UTF-8.

    Two readers that decode one part differently would see different cells.

    Args:
        part: Name of the part or sheet, for the issue.
        namespaces: Give names as namespace, space, local name.
    """
    parser = expat.ParserCreate(namespace_separator=" ") if namespaces else expat.ParserCreate()
    parser.buffer_text = True

    def refuse(*_: object) -> None:
        raise Unreadable(Issue.of("doctype", sheet=part))

    def declared(_: str, encoding: str | None, __: int) -> None:
        if (encoding or "").lower() not in _ENCODINGS:
            raise Unreadable(Issue.of("xml-damaged", sheet=part))

    parser.StartDoctypeDeclHandler = refuse
    parser.XmlDeclHandler = declared
    return parser


def too_deep(part: str) -> Unreadable:
    """The refusal of a part whose elements are nested beyond the limit."""
    return Unreadable(Issue.of("xml-too-deep", sheet=part, limit=limits.XML_DEPTH))


def walk_xml(parser: expat.XMLParserType, pieces: Iterable[bytes | str], name: str, start: Start, end: End) -> None:
    """Feeds a parser and calls `start` and `end` for each element, within the limit of depth.

    Args:
        parser: From `new_parser`; character data goes to its own handler.
        pieces: The XML.
        name: Name of the part, for issues.
        start: Called with an element's name and attributes.
        end: Called with an element's name.

    Raises:
        Unreadable: A DOCTYPE, damaged XML, or nesting too deep.
    """
    depth = 0

    def down(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > limits.XML_DEPTH:
            raise too_deep(name)
        start(tag, attributes)

    def up(tag: str) -> None:
        nonlocal depth
        depth -= 1
        end(tag)

    parser.StartElementHandler = down
    parser.EndElementHandler = up
    feed(parser, pieces, name)


def scan_xml(pieces: Iterable[bytes], name: str) -> list[tuple[str, dict[str, str]]]:
    """All elements of a small part in order: name without prefix, and attributes.

    Raises:
        Unreadable: A DOCTYPE, damaged XML, or nesting too deep.
    """
    found: list[tuple[str, dict[str, str]]] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        found.append((tag.rpartition(":")[2], attributes))

    walk_xml(new_parser(name), pieces, name, start, _nothing)
    return found


def check_xml(pieces: Iterable[bytes], name: str) -> None:
    """Reads a part only to see that it is well-formed, not too deep, and declares no DOCTYPE.

    Raises:
        Unreadable: It is not.
    """
    walk_xml(new_parser(name), pieces, name, _nothing, _nothing)


def feed(parser: expat.XMLParserType, pieces: Iterable[bytes | str], name: str) -> None:
    """Feeds a parser to the end.

    Raises:
        Unreadable: Damaged XML, or what its handlers refuse.
    """
    begins = True
    try:
        for piece in pieces:
            if begins and isinstance(piece, bytes) and (piece[:2] in _UTF_16 or 0 in piece[:2]):
                raise Unreadable(Issue.of("xml-damaged", sheet=name))
            begins = False
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, UnicodeError) as error:
        raise Unreadable(Issue.of("xml-damaged", sheet=name)) from error


def _nothing(*_: object) -> None:
    pass
