"""A zip archive, opened without trust."""

import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from itertools import pairwise
from pathlib import PurePosixPath

from budget.issue import Issue
from budget.unreadable import Unreadable
from loaders import limits
from loaders.visible import visible

_LOCAL_HEADER = 30
_PIECE = 1 << 16
_END = b"PK\x05\x06"


@dataclass(frozen=True)
class ZipParts:
    """The parts of an archive whose directory keeps the limits.

    Attributes:
        infos: The directory's entries by name.
        content: All bytes of the archive.
    """

    infos: dict[str, zipfile.ZipInfo]
    content: bytes = field(repr=False)

    def pieces(self, name: str) -> Iterator[bytes]:
        """Unpacks one part piece by piece, and stops where it yields more than the directory says: headers lie.

        Raises:
            Unreadable: The part is damaged, or not what the directory says.
        """
        info = self.infos[name]
        packed = self._packed(info)
        size = check = 0
        for piece in _inflate(packed) if info.compress_type == zipfile.ZIP_DEFLATED else (packed,):
            size += len(piece)
            if size > info.file_size:
                raise Unreadable(Issue.of("zip-bomb", raw=visible(name)))
            check = zlib.crc32(piece, check)
            yield piece
        if size != info.file_size or check != info.CRC:
            raise Unreadable(Issue.of("zip-damaged"))

    def _packed(self, info: zipfile.ZipInfo) -> bytes:
        """The packed bytes of a part, found by its local header, which must name the same part."""
        at = info.header_offset
        header = self.content[at : at + _LOCAL_HEADER]
        name_length, extra = int.from_bytes(header[26:28], "little"), int.from_bytes(header[28:30], "little")
        start = at + _LOCAL_HEADER + name_length + extra
        name = self.content[at + _LOCAL_HEADER : at + _LOCAL_HEADER + name_length]
        packed = self.content[start : start + info.compress_size]
        known = info.compress_type in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
        encoding = "utf-8" if info.flag_bits & 0x800 else "cp437"
        same = header.startswith(b"PK\x03\x04") and name == info.orig_filename.encode(encoding, "replace")
        if not (known and same and len(packed) == info.compress_size):
            raise Unreadable(Issue.of("zip-damaged"))
        return packed


def scan_zip(content: bytes) -> ZipParts:
    """Checks the directory of an archive; nothing is unpacked.

    Args:
        content: All bytes of the file.

    Raises:
        Unreadable: Too many entries, two of one name, a name that leaves the folder, encryption, overlap, or sizes
            beyond the limits.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            infos = archive.infolist()
    except (zipfile.BadZipFile, EOFError, NotImplementedError, OSError, UnicodeDecodeError, ValueError) as error:
        raise Unreadable(Issue.of("zip-damaged")) from error
    if content.count(_END, -(1 << 16)) != 1:  # of two directories, two readers may believe different ones
        raise Unreadable(Issue.of("zip-damaged"))
    if len(infos) > limits.ZIP_ENTRIES:
        raise Unreadable(Issue.of("zip-too-many-parts", count=len(infos), limit=limits.ZIP_ENTRIES))
    twice = [name for name, count in Counter(info.filename.lower() for info in infos).items() if count > 1]
    if twice:
        raise Unreadable(Issue.of("zip-duplicate-part", raw=visible(twice[0])))
    for info in infos:
        _check(info)
    if sum(info.file_size for info in infos) > limits.UNCOMPRESSED_BYTES:
        raise Unreadable(Issue.of("zip-bomb", raw="seluruh berkas"))
    for info, following in pairwise(sorted(infos, key=lambda info: info.header_offset)):
        least = info.header_offset + _LOCAL_HEADER + len(info.filename) + info.compress_size
        if following.header_offset < least:
            raise Unreadable(Issue.of("zip-overlap", raw=visible(following.filename)))
    return ZipParts({info.filename: info for info in infos}, content)


def _check(info: zipfile.ZipInfo) -> None:
    path = PurePosixPath(info.filename)
    if ".." in path.parts or path.is_absolute() or "\\" in info.orig_filename or ":" in info.filename:
        raise Unreadable(Issue.of("zip-unsafe-name", raw=visible(info.filename)))
    if info.flag_bits & 0x1:
        raise Unreadable(Issue.of("password-protected"))
    if info.file_size > max(limits.RATIO * info.compress_size, limits.RATIO_GRACE_BYTES):
        raise Unreadable(Issue.of("zip-bomb", raw=visible(info.filename)))


def _inflate(packed: bytes) -> Iterator[bytes]:
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        piece = inflater.decompress(packed, _PIECE)
        while piece:
            yield piece
            piece = inflater.decompress(inflater.unconsumed_tail, _PIECE)
    except zlib.error as error:
        raise Unreadable(Issue.of("zip-damaged")) from error
    if not inflater.eof:
        raise Unreadable(Issue.of("zip-damaged"))
