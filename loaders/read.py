"""From bytes to raw grids."""

from budget.issue import Issue
from budget.unreadable import Unreadable
from budget.upload import Upload
from loaders import limits
from loaders.read_csv import read_csv
from loaders.read_xlsx import read_xlsx
from loaders.sheet import Sheet

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
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
}


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
        return read_xlsx(content)
    if content.startswith(_OLE):
        protected = "EncryptedPackage".encode("utf-16-le") in content
        raise Unreadable(
            Issue.of("password-protected")
            if protected
            else Issue.of("other-kind-of-file", kind="Office 97–2003 (.xls)")
        )
    for start, kind in _OTHER_KINDS.items():
        if content.startswith(start):
            raise Unreadable(Issue.of("other-kind-of-file", kind=kind))
    return read_csv(content)
