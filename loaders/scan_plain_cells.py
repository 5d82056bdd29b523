"""The plain cells of a sheet part, counted without a parser."""

import re

from loaders.address import column_number

_CELL = rb'<c r="[A-Z]{1,3}+[0-9]{1,7}+"(?: s="[0-9]++")?+'
_BLANK = rb'(?: t="[A-Za-z]++")?+(?:/>|></c>)'
_NUMBER = rb'(?: t="[ns]")?+><v>[0-9.E+-]++</v></c>'
_ASCII = rb'<t(?: xml:space="preserve")?+>[ !-%\x27-;=?-~]*+</t>'
_TEXT = rb' t="inlineStr"><is>(?:' + _ASCII + rb"|<r>\s*+" + _ASCII + rb"</r>\s*+)</is></c>"
_MERGE = rb'<mergeCell ref="[A-Z0-9:]++"/>'
_RUN = rb">(?:\s*+(?:%s))++(?=\s*+<)"
_ALL = re.compile(_RUN % (_CELL + rb"(?:" + _BLANK + rb"|" + _NUMBER + rb"|" + _TEXT + rb")|" + _MERGE))
_BLANKS = re.compile(_RUN % (_CELL + _BLANK + rb"|" + _MERGE))
_VALUED = re.compile(rb'<c r="([A-Z]+)([0-9]+)"[^/>]*+><[vi]')


class PlainCells:
    """Cuts plain cells out of the XML of a sheet and counts those with a value.

    Plain are, in the very spelling that exports have: formatted blanks, numbers, shared strings, inline text of
    ASCII, and merges; they are nine tenths of an original, and a parser's callback for each is slow. A run of them
    is cut only where it stands between the `>` that ends one tag and the `<` that begins another. Each is a
    well-formed element by itself, and no token of XML has `>`, blanks and `<` inside, so what is left has the same
    tokens and the same nesting: nothing can be hidden or made up by the cut, be it in text, in a comment, in CDATA
    or in an attribute (where the `<` that is left is an error).

    Attributes:
        count: Cells with a value that were cut.
        last: Row (from 1) and column (from 0) of the farthest ones.
        row_zero: True when one says that it is in row 0.
    """

    def __init__(self, *, blanks_only: bool) -> None:
        self.count = 0
        self.last = (0, 0)
        self.row_zero = False
        self._pattern = _BLANKS if blanks_only else _ALL
        self._letters: set[bytes] = set()
        self._rows: set[bytes] = set()

    def cut(self, piece: bytes) -> bytes:
        """A piece of the XML without the plain cells in it."""
        self._letters.clear()
        self._rows.clear()
        left = self._pattern.sub(self._take, piece)
        if self._rows:
            rows = set(map(int, self._rows))
            self.row_zero = self.row_zero or 0 in rows
            columns = (column_number(letters.decode()) for letters in self._letters)
            self.last = max(self.last[0], *rows), max(self.last[1], *columns)
        return left

    def _take(self, run: "re.Match[bytes]") -> bytes:
        cells = _VALUED.findall(run[0])
        if cells:
            self.count += len(cells)
            letters, rows = zip(*cells, strict=True)
            self._letters.update(letters)
            self._rows.update(rows)
        return b">"
