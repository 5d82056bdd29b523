"""From bytes to raw grids."""

import re

from budget.issue import Issue
from budget.unreadable import Unreadable
from budget.upload import Upload
from loaders import limits
from loaders.read_csv import read_csv
from loaders.read_html import read_html
from loaders.read_ods import read_ods, walk_ods
from loaders.read_spreadsheetml import read_spreadsheetml
from loaders.read_text import read_text
from loaders.read_xls import OLE, read_xls
from loaders.read_xlsx import read_xlsx
from loaders.scan_zip import scan_zip
from loaders.sheet import Sheet
from loaders.text_pieces import text_pieces

_OTHER_KINDS = {
    b"%PDF": "PDF",
    b"MZ": "program Windows",
    b"\x7fELF": "program Linux",
    b"{\\rtf": "RTF",
    b"\x89PNG": "gambar PNG",
    b"\xff\xd8\xff": "gambar JPEG",
    b"Rar!": "arsip RAR",
    b"7z\xbc\xaf": "arsip 7z",
    b"\x1f\x8b": "arsip gzip",
    b"MIME-Version:": "halaman web tunggal (.mht)",
}
_OTHER_ZIPS = {
    "word/document.xml": "Word",
    "ppt/presentation.xml": "PowerPoint",
    "xl/workbook.bin": "Excel biner (.xlsb)",
}
_BIFF = (b"\x09\x08\x10\x00\x00\x06", b"\x09\x08\x08\x00\x00\x05", b"\x09\x04\x06\x00", b"\x09\x02\x06\x00")
_LOCK_LENGTHS = {162, 165}
_LOCK_OF_LIBREOFFICE = re.compile(rb"[^\r\n;]{0,300},[^\r\n;]{0,300},[^\r\n;]{0,300};")
_WEB = re.compile(
    r"<(?:!doctype\s+html|html|head|body|meta|table|style|div|span|p|h[1-6]|center|font|title|script)\b", re.IGNORECASE
)
_PROBE = 8192


def read(upload: Upload) -> tuple[Sheet, ...]:
    """Reads all tabs of an upload; the kind of file is told by its first bytes, never by its name.

    Raises:
        Unreadable: The file is empty, too large, damaged, protected, or of a kind that holds no table.
    """
    content = upload.content
    if not content.strip():
        raise Unreadable(Issue.of("empty-file"))
    if len(content) > limits.FILE_BYTES:
        raise Unreadable(Issue.of("file-too-large", limit=limits.FILE_BYTES // 1024**2))
    if content.startswith(b"PK"):
        return _read_zip(content)
    if content.startswith((OLE, *_BIFF)):
        return read_xls(content)
    for start, kind in _OTHER_KINDS.items():
        if content.startswith(start):
            raise Unreadable(Issue.of("other-kind-of-file", kind=kind))
    if _is_lock(content):
        raise Unreadable(Issue.of("lock-file"))
    return _read_text(read_text(content))


def _read_zip(content: bytes) -> tuple[Sheet, ...]:
    parts = scan_zip(content)
    names = {name.lower() for name in parts.infos}
    for name, kind in _OTHER_ZIPS.items():
        if name in names:
            raise Unreadable(Issue.of("other-kind-of-file", kind=kind))
    if "content.xml" in parts.infos:
        return read_ods(parts)
    if "[content_types].xml" not in names:
        raise Unreadable(Issue.of("zip-not-workbook"))
    return read_xlsx(parts)


def _read_text(text: str) -> tuple[Sheet, ...]:
    begin = text[:_PROBE].lstrip("\ufeff \t\r\n")
    if not begin.startswith("<"):
        return read_csv(text)
    if re.search(r"<!doctype(?!\s+html\b)", begin, re.IGNORECASE):
        raise Unreadable(Issue.of("doctype", sheet="XML"))
    if not re.search(r"<html\b", begin, re.IGNORECASE):
        if "urn:schemas-microsoft-com:office:spreadsheet" in begin:
            return read_spreadsheetml(text.lstrip("\ufeff \t\r\n"))
        if "urn:oasis:names:tc:opendocument:xmlns:office:1.0" in begin:
            return walk_ods(text_pieces(text.lstrip("\ufeff \t\r\n")), [])
    if _WEB.search(begin):
        return read_html(text)
    if begin.startswith("<?xml"):
        raise Unreadable(Issue.of("other-kind-of-file", kind="XML"))
    return read_csv(text)


def _is_lock(content: bytes) -> bool:
    """A lock file, which Excel (`~$…`) and LibreOffice (`.~lock…#`) put beside an open workbook: a user's name."""
    if len(content) in _LOCK_LENGTHS and 0 < content[0] < 55:
        return not content[1 + content[0] : 54].strip(b" \0") and content[55] == content[0]
    return _LOCK_OF_LIBREOFFICE.fullmatch(content.strip()) is not None and content.count(b",") >= 4
