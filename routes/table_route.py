"""Tables for scripts: `/data/rilis/N/satker.csv` and its like."""

from collections.abc import Callable, Mapping

import anyio
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from routes.download import download
from routes.table import Table
from routes.table_format import TABLE_FORMATS
from routes.too_many_rows import TooManyRows
from store.database import Database

FindTable = Callable[[Database, int, Mapping[str, str]], Table | None]
"""From the number of a release and a query to its table; None where there is no such release, and a ValueError, in
Indonesian, where the query asks for what cannot be."""


class TableRoute(Route):
    """A table of one release in each of `TABLE_FORMATS`; the same address gives the same figures for ever.

    Args:
        database: Where releases are.
        table: Name of the table in its address.
        find: What gives it.
        query: What its query may name.
    """

    def __init__(self, database: Database, table: str, find: FindTable, query: tuple[str, ...] = ()) -> None:
        super().__init__(f"/data/rilis/{{number:int}}/{table}.{{ending}}", self._answer, methods=["GET"])
        self._database = database
        self._find = find
        self._names = query

    async def _answer(self, request: Request) -> Response:
        number: int = request.path_params["number"]
        ending: str = request.path_params["ending"]
        if ending not in TABLE_FORMATS:
            return PlainTextResponse(f"Tabel ini ada sebagai {', '.join(TABLE_FORMATS)}.\n", status_code=404)
        try:
            query = self._query(request.query_params)
            table = await anyio.to_thread.run_sync(self._find, self._database, number, query)
        except ValueError as error:
            return PlainTextResponse(f"{error}\n", status_code=400)
        if table is None:
            return PlainTextResponse(f"Rilis {number} tidak ada.\n", status_code=404)
        form = TABLE_FORMATS[ending]
        try:
            return await download(
                request, form.write(table.chunks), name=f"{table.name}.{ending}", media_type=form.media_type
            )
        except TooManyRows as error:
            words = f"Excel memuat paling banyak {error.most} baris. Pilih satu tahun, atau ambil sebagai parquet.\n"
            return PlainTextResponse(words, status_code=400)

    def _query(self, asked: QueryParams) -> dict[str, str]:
        for name in asked:
            if name not in self._names:
                known = f"yang dikenal: {', '.join(self._names)}" if self._names else "tanpa pilihan apa pun"
                raise ValueError(f"Alamat ini tidak mengenal {name!r}; {known}.")
            if len(asked.getlist(name)) > 1:
                raise ValueError(f"Alamat ini menyebut {name} lebih dari sekali.")
        return dict(asked)
