"""Holding the stored sums against the lines."""

from collections import defaultdict
from collections.abc import Iterator

import sqlalchemy as sa

from store.tables import cube, line, publication

_AMOUNTS = ("pagu_rp", "realisasi_ini_rp", "realisasi_rp", "sisa_rp")
_Sums = dict[tuple[str, str], tuple[object, ...]]


def check_cube(connection: sa.Connection) -> Iterator[str]:
    """Names, for each draft that was ever public, the first sum that is not that of its lines."""
    public = set(connection.execute(sa.select(publication.c.draft_id).distinct()).scalars())
    summed = set(connection.execute(sa.select(cube.c.draft_id).distinct()).scalars())
    for number in sorted(public | summed, key=str):
        wanted = _wanted(connection, number) if number in public else {}
        kept = _kept(connection, number)
        # By its text: a tampered key may be of any kind.
        for key in sorted(wanted.keys() | kept.keys(), key=str):
            if wanted.get(key) != kept.get(key):
                words = "hilang" if key not in kept else "berlebih" if key not in wanted else "tidak sama dengan"
                end = " jumlah barisnya" if key in kept and key in wanted else ""
                yield f"Jumlah draf {number}, {key[0]}, jenis belanja {key[1]}: {words}{end}."
                break


def _wanted(connection: sa.Connection, number: int) -> _Sums:
    # Added up here and not in the database, which gives up at sums beyond 64 bits.
    found: dict[tuple[str, str], list[tuple[object, ...]]] = defaultdict(list)
    query = sa.select(line.c.slice, line.c.akun, *(line.c[name] for name in _AMOUNTS)).where(line.c.draft_id == number)
    for key, akun, *amounts in connection.execute(query):
        found[key, "??" if akun is None else akun[:2]].append(tuple(amounts))
    return {key: (*map(_total, zip(*rows, strict=True)), len(rows)) for key, rows in found.items()}


def _total(values: tuple[object, ...]) -> object:
    if None in values:
        return None
    # A value that is no amount is named with its line; the sum is then not that of amounts.
    return sum(value for value in values if isinstance(value, int))


def _kept(connection: sa.Connection, number: int) -> _Sums:
    columns = (cube.c[name] for name in ("slice", "jenis", *_AMOUNTS, "lines"))
    return {
        (key, jenis): tuple(amounts)
        for key, jenis, *amounts in connection.execute(sa.select(*columns).where(cube.c.draft_id == number))
    }
