"""Fields of a budget line in words."""

from typing import Final

FIELD_WORDS: Final = {
    "kode_satker": "Kode atau nama satker",
    "tahun": "Tahun anggaran",
    "bulan": "Bulan",
    "sumber_dana": "Sumber dana",
    "program": "Program",
    "kegiatan": "Kegiatan",
    "kro": "KRO",
    "ro": "RO",
    "komponen": "Komponen",
    "subkomponen": "Subkomponen",
    "akun": "Akun atau jenis belanja",
    "item": "Item",
    "uraian": "Uraian",
    "pagu_rp": "Pagu",
    "lock_rp": "Lock pagu",
    "realisasi_lalu_rp": "Realisasi periode lalu",
    "realisasi_ini_rp": "Realisasi periode ini",
    "realisasi_rp": "Realisasi s.d. periode",
    "sisa_rp": "Sisa",
}
"""What a column of an unknown layout can be; everything else is left out."""
