"""A CSV as an answer."""

from collections.abc import Iterator

from starlette.responses import StreamingResponse


def csv_answer(parts: Iterator[str], name: str) -> StreamingResponse:
    """A CSV download of a release: it never changes, so that caches may keep it for a year.

    Args:
        parts: The text, in parts; made in a worker thread while the answer runs.
        name: File name for those who save it.
    """
    headers = {
        "content-disposition": f'attachment; filename="{name}"',
        "cache-control": "public, max-age=31536000, immutable",
    }
    return StreamingResponse(parts, media_type="text/csv; charset=utf-8", headers=headers)
