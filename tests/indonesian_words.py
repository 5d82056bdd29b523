"""Which words of an English page are Indonesian."""

import re
from html.parser import HTMLParser

# fmt: off
STOP_WORDS = frozenset(
    {
        "adalah", "anggaran", "angka", "atau", "baris", "belanja", "belum", "berkas", "bila", "bukan", "bulan",
        "dan", "dari", "dengan", "di", "diganti", "hanya", "hibah", "ini", "itu", "jumlah", "juta", "kas",
        "kegiatan", "ke", "laporan", "melapor", "menurut", "miliar", "oleh", "pada", "poin", "rencana", "rilis",
        "sampai", "satuan", "sebelum", "sejak", "semua", "sesudah", "sidik", "sisa", "sudah", "sumber", "tahun",
        "tanpa", "terbit", "terhadap", "tidak", "triliun", "triwulan", "untuk", "yang",
    }
)
# fmt: on
"""Words that say nothing in English."""

NAMES = (
    "Anggaran Pendapatan dan Belanja Negara",
    "Daftar Isian Pelaksanaan Anggaran",
    "Naskah Perjanjian Hibah Daerah",
    "Pejabat Pengelola Informasi dan Dokumentasi",
    "Indikator Kinerja Pelaksanaan Anggaran",
    "Nilai Kinerja Penyerapan Anggaran",
    "Petunjuk Operasional Kegiatan",
    "Rencana Penarikan Dana",
    "Satuan kerja",
    "Periode Ini",
)
"""What documents, offices and columns are called; English sentences name them too."""

_ADDRESS = re.compile(r"https?://\S+")
_WORD = re.compile(r"[^\W\d_]+")
_SAID = ("alt", "aria-label", "content", "data-done", "data-label", "placeholder", "title", "value")
_VOID = ("br", "hr", "img", "input", "link", "meta", "wbr")


class _Reader(HTMLParser):
    """Collects what a page says in its own language."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self._open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag, attrs):
        here = dict(attrs)
        foreign = bool(self._open) and self._open[-1][1]
        if here.get("lang"):
            foreign = here["lang"] != "en"
        foreign = foreign or tag in ("code", "pre", "script", "style")
        if not foreign:
            names = [name for name in _SAID if name != "value" or (tag == "input" and here.get("type") != "hidden")]
            self.said += [here[name] for name in names if here.get(name)]
        if tag not in _VOID:
            self._open.append((tag, foreign))

    def handle_endtag(self, tag):
        if tag in _VOID:
            return
        opened, _ = self._open.pop()
        if opened != tag:
            raise ValueError(f"<{opened}> is closed by </{tag}>")

    def handle_data(self, data):
        if not (self._open and self._open[-1][1]):
            self.said.append(data)


def indonesian_words(html):
    """Stop words in the texts and spoken attributes of a page.

    What people wrote in their files and notes stays Indonesian and is marked so: whatever is in an element with
    `lang="id"` is left out, and so are code, and names of documents and offices.

    Args:
        html: The page, or a text.

    Returns:
        Each text with the stop words in it.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    found = []
    for text in reader.said:
        plain = _ADDRESS.sub("", text)
        for name in NAMES:
            plain = plain.replace(name, "")
        words = [word for word in _WORD.findall(plain) if word.lower() in STOP_WORDS]
        if words:
            found.append((" ".join(text.split()), words))
    return found
