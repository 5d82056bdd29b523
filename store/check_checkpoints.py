"""Holding releases against what outsiders kept of them."""

from collections.abc import Iterator, Sequence

import sqlalchemy as sa

from store.checkpoint import checkpoint
from store.release import Release
from store.tables import release


def check_checkpoints(connection: sa.Connection, kept: Sequence[str]) -> Iterator[str]:
    """Names each release that is no longer what somebody kept of it: its history was rewritten.

    Args:
        connection: Any.
        kept: Lines as `store.checkpoint.checkpoint` makes them.
    """
    columns = [release.c[name] for name in Release.__dataclass_fields__]
    releases = [Release(*row) for row in connection.execute(sa.select(*columns).order_by(release.c.number))]
    known = {str(one.number): checkpoint(one) for one in releases}
    for text in kept:
        words = text.split()
        if len(words) != 5 or words[0] != "serapan":
            yield f"Titik periksa tidak terbaca: {text}"
        elif words[1] not in known:
            yield f"Rilis {words[1]}: tidak ada, padahal titik periksanya disimpan ({text})."
        elif known[words[1]].split() != words:
            both = f"Disimpan: {text}. Sekarang: {known[words[1]]}."
            yield f"Rilis {words[1]}: bukan lagi yang disimpan orang luar. {both}"
