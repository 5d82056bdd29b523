"""Following the chain of releases."""

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256

import sqlalchemy as sa

from store.change import BARU, KOREKSI, PENARIKAN, REVISI, Change
from store.make_release import release_hash, slice_root, slices_content
from store.recorded_acts import RecordedAct, recorded_acts
from store.release import Release
from store.tables import publication, release

_RELEASE = [release.c[name] for name in Release.__dataclass_fields__]
_CHANGE = [publication.c[name] for name in ("slice", *Change.__dataclass_fields__)]
_KINDS = {True: {BARU}, False: {REVISI, KOREKSI, PENARIKAN}}


def check_releases(connection: sa.Connection) -> Iterator[str]:
    """Names each release and publication that is not what was published, and each that is missing."""
    acts = {one.subject: one for one in recorded_acts(connection, "terbit")}
    standing: dict[str, int] = {}
    before: Release | None = None
    for row in connection.execute(sa.select(*_RELEASE).order_by(release.c.number)).all():
        one = Release(*row)
        wanted = before.number + 1 if before else 1
        if one.number != wanted:
            yield f"Rilis {wanted}: hilang (yang berikutnya {one.number})."
        elif one.previous_hash != (before.hash if before else ""):
            yield f"Rilis {one.number}: tidak bersambung dengan rilis sebelumnya."
        changes = _changes(connection, one.number)
        yield from _check_publications(one, changes, standing)
        yield from _check_content(connection, one, before, changes, acts.pop(f"rilis {one.number}", None))
        before = one
    for act in acts.values():
        yield f"{act.subject.capitalize()}: hilang, padahal penerbitannya tercatat (tindakan {act.number})."
    without = sa.select(publication.c.release, publication.c.slice).where(
        publication.c.release.not_in(sa.select(release.c.number))
    )
    for number, key in connection.execute(without.order_by(publication.c.release, publication.c.slice)):
        yield f"Publikasi {key} dalam rilis {number}: rilisnya tidak ada."


def _changes(connection: sa.Connection, number: int) -> dict[str, Change]:
    query = sa.select(*_CHANGE).where(publication.c.release == number).order_by(publication.c.slice)
    return {key: Change(*parts) for key, *parts in connection.execute(query)}


def _check_publications(one: Release, changes: dict[str, Change], standing: dict[str, int]) -> Iterator[str]:
    for key, change in changes.items():
        where = f"Publikasi {key} dalam rilis {one.number}"
        if change.replaces != standing.get(key):
            yield f"{where}: yang digantikannya bukan draf yang terbit sebelumnya."
        kinds = _KINDS[key not in standing] if one.root is not None else {None}
        if change.kind not in kinds:
            yield f"{where}: jenisnya ({change.kind}) tidak cocok dengan riwayatnya."
        if change.kind == PENARIKAN:
            standing.pop(key, None)
        else:
            standing[key] = change.draft_id


def _check_content(
    connection: sa.Connection,
    one: Release,
    before: Release | None,
    changes: dict[str, Change],
    act: RecordedAct | None,
) -> Iterator[str]:
    where = f"Rilis {one.number}"
    if not all(isinstance(key, str) and isinstance(change.draft_id, int) for key, change in changes.items()):
        yield f"{where}: bagian atau drafnya bukan sesuatu yang dapat terbit."
        return
    try:
        slices = slices_content(connection, changes)
    except KeyError as missing:
        yield f"{where}: draf {missing.args[0]} tidak ada."
        return
    if one.root is None:
        fits = _old_hash(one, slices) == one.hash
    else:
        if act is None:
            yield f"{where}: penerbitannya tidak ada dalam jejak audit; jejaknya terpotong atau diubah."
        elif act.detail.get("slices") != sorted(changes):
            yield f"{where}: bagian yang diterbitkannya bukan yang tercatat (tindakan {act.number})."
        if _root(connection, changes) != one.root:
            yield f"{where}: akar Merkle tidak cocok dengan baris bagian-bagiannya."
        previous_root = before.root if before else None
        content = {"audit": act.previous_hash if act else "", "slices": slices, "previous_root": previous_root}
        fits = _fits(one, content)
    if not fits:
        yield f"{where}: waktu, penerbit, catatan, atau bagiannya tidak cocok dengan sidiknya."


def _root(connection: sa.Connection, changes: dict[str, Change]) -> str | None:
    try:
        return slice_root(connection, {key: one.draft_id for key, one in changes.items() if one.kind != PENARIKAN})
    except (TypeError, UnicodeEncodeError):
        # A value of a kind that no line holds; the line is named too (`store.check_lines`).
        return None


def _fits(one: Release, content: Mapping[str, object]) -> bool:
    try:
        return release_hash(one, content) == one.hash
    except (TypeError, UnicodeEncodeError):
        return False


def _old_hash(one: Release, slices: list[list[str | int | None]]) -> str:
    """The hash of releases from before there were roots: without kinds, roots and acts."""
    head = {name: value for name, value in vars(one).items() if name not in {"hash", "root"}}
    content = {**head, "slices": [[row[0], row[3]] for row in slices]}
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()
