"""The limits a file must keep before a parser may see it, each with its reason."""

from typing import Final

FILE_BYTES: Final = 30 * 1024**2
"""Largest upload. The largest original export is 84 kB; 20,000 rows are about 3 MB."""

ZIP_ENTRIES: Final = 2_000
"""Parts in a workbook. An original has 11; a workbook with 100 sheets and their relations has some 400."""

SHEETS: Final = 100
"""Tabs in a workbook: a hand-kept recap has one per unit, and a province has 39."""

UNCOMPRESSED_BYTES: Final = 300 * 1024**2
"""All parts together, unpacked: 100,000 rows of 34 styled columns are some 180 MB of XML."""

RATIO: Final = 100
"""Unpacked size over packed size of one part, the figure of Apache POI's ZipSecureFile. Originals have 10."""

RATIO_GRACE_BYTES: Final = 1024**2
"""Parts below this size may have any ratio: a small sheet of blanks packs very well and harms nobody."""

VALUED_CELLS: Final = 2_000_000
"""Cells with a value in one sheet. Formatted blanks are not counted: finance staff format whole columns."""

ROWS: Final = 200_000
"""Last row with a value. A parser that pads fills every row before it."""

COLUMNS: Final = 702
"""Last column with a value (`ZZ`), for the same reason."""

AREA_CELLS: Final = 20_000_000
"""Rows times columns up to the last with a value: 200,000 rows of 100 columns. A parser that pads fills them all."""

XML_DEPTH: Final = 64
"""Nesting of elements in a part; a sheet needs 7."""

TABLES_DEPTH: Final = 8
"""Tables inside tables in a web page; exports have one or two."""

TAG_CHARACTERS: Final = 100_000
"""One tag or comment of a web page. Excel's own style comments have some 20,000."""

SCRIPT_CHARACTERS: Final = 2 * 1024**2
"""One script or style of a web page, which is stepped over: libraries written into a page have up to 1 MB."""

CELL_CHARACTERS: Final = 32_767
"""Characters in one cell, Excel's own limit."""

RUPIAH: Final = 2**53
"""Amounts from here on cannot be held exactly in a cell; the whole state budget is less than half of it."""

SECONDS: Final = 9.0
"""Wall clock and processor time for one file: an answer is promised within ten, and a process takes time to end."""

MEMORY_BYTES: Final = 3 * 1024**3
"""Address space of a reading process. Python with pandas and Arrow reserves 1 GB of it before any work."""
