"""The formats that can be read."""

from loaders.formats.format import Format
from loaders.formats.omspan_revisi_dipa import OmspanRevisiDipa
from loaders.formats.sakti_fa_detail import SaktiFaDetail

FORMATS: tuple[Format, ...] = (SaktiFaDetail(), OmspanRevisiDipa())
"""In the order in which they are tried."""
