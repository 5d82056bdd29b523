"""Which pages other sites may show a part of."""

from typing import Final

EMBEDDED_PAGES: Final = {"": 440, "wilayah": 800}
"""Paths of the pages whose view can be embedded, with the height in pixels of the frame that is offered."""
