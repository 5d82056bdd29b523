"""A table as Parquet."""

import tempfile
from collections.abc import Iterable, Iterator

import pandas as pd
import pyarrow as pa
from pyarrow.parquet import ParquetWriter

from routes.file_parts import file_parts


def write_parquet(chunks: Iterable[pd.DataFrame]) -> Iterator[bytes]:
    """One row group per chunk that has rows; integers are int64, unknown is null.

    It grows in a temporary file: its index stands at its end, but is wanted in one piece with the rest.

    Args:
        chunks: The table in parts of the same types; the first is there even where the table has no rows.

    Yields:
        Nothing at all (`b""`) after each chunk, then the file in parts.
    """
    writer: ParquetWriter | None = None
    with tempfile.TemporaryFile() as file:
        try:
            for chunk in chunks:
                table = pa.Table.from_pandas(chunk, preserve_index=False)
                writer = writer or ParquetWriter(file, table.schema)
                if len(chunk):
                    writer.write_table(table)
                yield b""
        finally:
            if writer:
                writer.close()
        yield from file_parts(file)
