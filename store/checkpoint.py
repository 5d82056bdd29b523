"""What outsiders keep of a release."""

from store.release import Release


def checkpoint(release: Release) -> str:
    """A release in one line: number, Merkle root (`-` from before there were roots), hash and time.

    Whoever keeps it can show later that the history up to that release was rewritten.
    """
    return f"serapan {release.number} {release.root or '-'} {release.hash} {release.published_at}"
