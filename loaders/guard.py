"""What a workbook must pass before a parser sees it."""

import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from pathlib import PurePosixPath
from typing import IO

from budget.issue import Issue
from budget.unreadable import Unreadable
from loaders import limits
from loaders.scan_sheet import SheetScan, scan_sheet
from loaders.scan_xml import refuse_doctype, scan_xml

_LOCAL_HEADER = 30
_PADDED = re.compile(r"(?<![.,#0])0{2,}(?![.,#0])")
_OTHER_KINDS = {
    "word/document.xml": "Word",
    "ppt/presentation.xml": "PowerPoint",
    "xl/workbook.bin": "Excel biner (.xlsb)",
    "content.xml": "OpenDocument",
}


@dataclass(frozen=True)
class Tab:
    """One worksheet of a workbook, as the guard saw it.

    Attributes:
        name: The tab's name.
        hidden: True when a person does not see it.
        scan: What its part holds.
    """

    name: str
    hidden: bool
    scan: SheetScan


def guard(content: bytes) -> tuple[Tab, ...]:
    """Checks a zip-packed workbook: its directory, then every XML part, then every sheet cell by cell.

    Args:
        content: All bytes of the file.

    Returns:
        The worksheets, in the workbook's order.

    Raises:
        Unreadable: Whatever a parser would choke on, or be lied to by.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            _check_directory(archive)
            return _check_parts(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, UnicodeDecodeError) as error:
        raise Unreadable(Issue.of("zip-damaged")) from error


def _check_directory(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    if len(parts) > limits.ZIP_ENTRIES:
        raise Unreadable(Issue.of("zip-too-many-parts", count=len(parts), limit=limits.ZIP_ENTRIES))
    names = Counter(part.filename.lower() for part in parts)
    twice = [name for name, count in names.items() if count > 1]
    if twice:
        raise Unreadable(Issue.of("zip-duplicate-part", raw=twice[0]))
    for part in parts:
        path = PurePosixPath(part.filename)
        if ".." in path.parts or path.is_absolute() or "\\" in part.filename or ":" in part.filename:
            raise Unreadable(Issue.of("zip-unsafe-name", raw=part.filename))
        if part.flag_bits & 0x1:
            raise Unreadable(Issue.of("password-protected"))
        if part.file_size > max(limits.RATIO * part.compress_size, limits.RATIO_GRACE_BYTES):
            raise Unreadable(Issue.of("zip-bomb", raw=part.filename))
    if sum(part.file_size for part in parts) > limits.UNCOMPRESSED_BYTES:
        raise Unreadable(Issue.of("zip-bomb", raw="seluruh berkas"))
    _check_overlap(parts)
    for name, kind in _OTHER_KINDS.items():
        if name in names:
            raise Unreadable(Issue.of("other-kind-of-file", kind=kind))
    if "[content_types].xml" not in names:
        raise Unreadable(Issue.of("zip-not-workbook"))
    if any(name.endswith("vbaproject.bin") for name in names):
        raise Unreadable(Issue.of("macros"))


def _check_overlap(parts: list[zipfile.ZipInfo]) -> None:
    ordered = sorted(parts, key=lambda part: part.header_offset)
    for part, following in pairwise(ordered):
        least = part.header_offset + _LOCAL_HEADER + len(part.filename) + part.compress_size
        if following.header_offset < least:
            raise Unreadable(Issue.of("zip-overlap", raw=following.filename))


class _Capped:
    """A part that may not yield more bytes than the directory says: headers lie."""

    def __init__(self, stream: IO[bytes], part: zipfile.ZipInfo) -> None:
        self._stream = stream
        self._left = part.file_size
        self._name = part.filename

    def read(self, size: int) -> bytes:
        piece = self._stream.read(size)
        self._left -= len(piece)
        if self._left < 0:
            raise Unreadable(Issue.of("zip-bomb", raw=self._name))
        return piece


@contextmanager
def _open(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[IO[bytes]]:
    with archive.open(part) as stream:
        yield _Capped(stream, part)  # type: ignore[misc]


def _elements(archive: zipfile.ZipFile, name: str) -> list[tuple[str, dict[str, str]]]:
    with _open(archive, archive.getinfo(name)) as part:
        return scan_xml(part, name)


def _check_parts(archive: zipfile.ZipFile) -> tuple[Tab, ...]:
    names = {part.filename: part for part in archive.infolist()}
    book = _target(archive, names, "_rels/.rels", "officeDocument", "")
    if book is None:
        raise Unreadable(Issue.of("zip-not-workbook"))
    folder, _, leaf = book.rpartition("/")
    relations = f"{folder}/_rels/{leaf}.rels"
    if book not in names or relations not in names:
        raise Unreadable(Issue.of("zip-not-workbook"))
    sheets = [attributes for tag, attributes in _elements(archive, book) if tag == "sheet"]
    if not sheets:
        raise Unreadable(Issue.of("no-sheets"))
    if len(sheets) > limits.SHEETS:
        raise Unreadable(Issue.of("too-many-sheets", count=len(sheets), limit=limits.SHEETS))
    targets = {
        attributes.get("Id", ""): (attributes.get("Type", ""), _join(folder, attributes.get("Target", "")))
        for tag, attributes in _elements(archive, relations)
        if tag == "Relationship" and attributes.get("TargetMode") != "External"
    }
    styles = [target for kind, target in targets.values() if kind.endswith("/styles")]
    padded = _padded_styles(archive, styles[0]) if styles and styles[0] in names else frozenset()
    seen = {"_rels/.rels", book, relations}
    tabs = []
    for sheet in sheets:
        identity = next((value for key, value in sheet.items() if key.rpartition(":")[2] == "id"), "")
        kind, target = targets.get(identity, ("", ""))
        name = sheet.get("name", "")
        if not kind.endswith("/worksheet"):
            if not kind:
                raise Unreadable(Issue.of("sheet-part-missing", sheet=name))
            continue
        if target not in names:
            raise Unreadable(Issue.of("sheet-part-missing", sheet=name))
        if target in seen:
            raise Unreadable(Issue.of("zip-duplicate-part", raw=target))
        seen.add(target)
        with _open(archive, names[target]) as part:
            scan = scan_sheet(part, name, padded)
        tabs.append(Tab(name=name, hidden=sheet.get("state", "visible") != "visible", scan=scan))
    for name, info in names.items():
        if name not in seen and name.lower().endswith((".xml", ".rels", ".vml")):
            with _open(archive, info) as part:
                refuse_doctype(part, name)
    if not tabs:
        raise Unreadable(Issue.of("no-sheets"))
    return tuple(tabs)


def _target(
    archive: zipfile.ZipFile, names: dict[str, zipfile.ZipInfo], relations: str, kind: str, folder: str
) -> str | None:
    if relations not in names:
        return None
    for tag, attributes in _elements(archive, relations):
        if tag == "Relationship" and attributes.get("Type", "").endswith(f"/{kind}"):
            return _join(folder, attributes.get("Target", ""))
    return None


def _join(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target.lstrip("/")
    return f"{folder}/{target}" if folder else target


def _padded_styles(archive: zipfile.ZipFile, name: str) -> frozenset[str]:
    formats: set[str] = set()
    padded: set[str] = set()
    inside = False
    index = 0
    for tag, attributes in _elements(archive, name):
        if tag == "numFmt" and _PADDED.search(attributes.get("formatCode", "")):
            formats.add(attributes.get("numFmtId", ""))
        elif tag in {"cellXfs", "cellStyleXfs", "cellStyles", "dxfs"}:
            inside = tag == "cellXfs"
        elif tag == "xf" and inside:
            if attributes.get("numFmtId") in formats:
                padded.add(str(index))
            index += 1
    return frozenset(padded)
