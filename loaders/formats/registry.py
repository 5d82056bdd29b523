"""The formats that can be read."""

from loaders.formats.format import Format
from loaders.formats.hibah_recap import HibahRecap
from loaders.formats.known_layout import KnownLayout
from loaders.formats.lra_satker import LraSatker
from loaders.formats.omspan_realisasi import OmspanRealisasi
from loaders.formats.omspan_revisi_dipa import OmspanRevisiDipa
from loaders.formats.recap_pok import RecapPok
from loaders.formats.rpd import Rpd
from loaders.formats.sakti_fa_detail import SaktiFaDetail
from loaders.formats.sipd_lra import SipdLra
from loaders.formats.tidy_table import TidyTable

FORMATS: tuple[Format, ...] = (
    SaktiFaDetail(),
    OmspanRevisiDipa(),
    OmspanRealisasi(),
    SipdLra(),
    HibahRecap(),
    LraSatker(),
    RecapPok(),
    Rpd(),
    KnownLayout(),
    TidyTable(),
)
"""In the order in which they are tried; `detect` puts the layouts that were explained once before them."""
