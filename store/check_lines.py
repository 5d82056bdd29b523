"""Holding every stored line against the hashes of its draft."""

from collections.abc import Iterator
from hashlib import sha256

import sqlalchemy as sa

from store.canonical_line import LINE_FIELDS, PLAN_FIELDS, canonical_line
from store.tables import draft, line, plan_line, upload

_LEAF = 32
_TABLES = ((line, LINE_FIELDS, "Baris"), (plan_line, PLAN_FIELDS, "Baris rencana"))


def check_lines(connection: sa.Connection) -> Iterator[str]:
    """Names, for each draft whose lines are not those that were read from its file, the first bad line."""
    query = sa.select(draft.c.id, draft.c.content_hash, draft.c.leaves, upload.c.name)
    query = query.outerjoin(upload, upload.c.sha256 == draft.c.upload_sha256).order_by(draft.c.id)
    for number, content_hash, leaves, name in connection.execute(query).all():
        if name is None:
            yield f"Draf {number}: berkas asalnya tidak ada."
        yield from _check_draft(connection, number, content_hash, leaves, name)
    for table, _, word in _TABLES:
        homeless = sa.select(table.c.draft_id, table.c.no).where(table.c.draft_id.not_in(sa.select(draft.c.id)))
        first = connection.execute(homeless.order_by(table.c.draft_id, table.c.no).limit(1)).first()
        if first is not None:
            yield f"{word} {first.no} draf {first.draft_id}: drafnya tidak ada."


def _check_draft(
    connection: sa.Connection, number: int, content_hash: str, leaves: bytes | None, name: str | None
) -> Iterator[str]:
    text, gap, bad, count = sha256(), "", "", 0
    known = leaves if isinstance(leaves, bytes) else b""
    for table, fields, word in _TABLES:
        query = sa.select(table.c.no, *(table.c[field] for field in fields)).where(table.c.draft_id == number)
        for no, row in enumerate(connection.execute(query.order_by(table.c.no)), 1):
            canonical = _canonical(tuple(row)[1:])
            text.update((b"\n" if count else b"") + canonical)
            wanted = known[count * _LEAF : (count + 1) * _LEAF]
            count += 1
            if row.no != no and not gap:
                gap = f"{word} {no} draf {number} ({name}): hilang, atau nomornya diubah."
            if sha256(b"\0" + canonical).digest() != wanted and not bad:
                place = f"{name}, lembar {row.sumber_lembar}, {row.sumber_sel or f'baris {row.sumber_baris}'}"
                bad = f"{word} {no} draf {number} ({place}): isinya tidak cocok dengan sidiknya."
    same = text.hexdigest() == content_hash
    if count * _LEAF < len(known) and not bad:
        bad = f"Baris terakhir draf {number} ({name}): hilang."
    if gap:
        yield gap
    elif bad and not same:
        yield bad
    elif bad or not isinstance(leaves, bytes):
        yield f"Draf {number} ({name}): daftar sidik barisnya diubah; barisnya sendiri cocok."
    elif not same:
        yield f"Draf {number} ({name}): sidik isinya diubah; barisnya cocok satu per satu."


def _canonical(row: tuple[object, ...]) -> bytes:
    """The text that is hashed; something else where a value is of a kind that no line holds."""
    try:
        return canonical_line(row).encode()
    except (TypeError, UnicodeEncodeError):
        return repr(row).encode()
