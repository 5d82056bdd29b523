"""The forms in which a table can be had."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import pandas as pd

from routes.write_csv import write_csv
from routes.write_json import write_json
from routes.write_parquet import write_parquet
from routes.write_xlsx import write_xlsx


@dataclass(frozen=True)
class TableFormat:
    """A form in which a table can be had.

    Attributes:
        media_type: For `content-type`.
        write: From the table in parts to the file in parts; an empty part means that it is being made.
    """

    media_type: str
    write: Callable[[Iterable[pd.DataFrame]], Iterator[bytes]]


TABLE_FORMATS: Final[Mapping[str, TableFormat]] = {
    "csv": TableFormat("text/csv; charset=utf-8", write_csv),
    "json": TableFormat("application/json", write_json),
    "xlsx": TableFormat("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", write_xlsx),
    "parquet": TableFormat("application/vnd.apache.parquet", write_parquet),
}
"""Forms by the ending of their files."""
