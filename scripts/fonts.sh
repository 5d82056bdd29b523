#!/bin/sh
# fonts.sh: makes views/fonts anew from the fonts that Streamlit brings along, in a Python of its own.
# 600 kB become 40 kB: the weights that pages use, Latin letters, arrows and the signs of arithmetic. Both are renamed,
# as their licence (views/fonts/OFL.txt) asks of changed versions.
set -eu
streamlit=$(.venv/bin/python -c 'import importlib.util as u; print(u.find_spec("streamlit").submodule_search_locations[0])')
room=$(mktemp -d)
trap 'rm -r "$room"' EXIT
python3 -m venv "$room/venv"
"$room/venv/bin/python" -m pip install --quiet --disable-pip-version-check fonttools==4.66.1 brotli
"$room/venv/bin/python" - "$streamlit/static/static/media" views/fonts <<'PYTHON'
import sys
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

media, out = map(Path, sys.argv[1:])
ranges = (0x20, 0x7E), (0xA0, 0xFF), (0x2010, 0x2026), (0x202F, 0x202F), (0x20AC, 0x20AC), (0x2190, 0x2193), (0x2211, 0x2212)
signs = 0x3A3, 0x2009, 0x2248, 0x2260, 0x2264, 0x2265, 0x2713
for stem, name, axes in (
    ("SourceSerifVariable-Roman", "Serapan Serif", {"wght": 600, "opsz": 32}),
    ("SourceSansVF-Upright", "Serapan Sans", {"wght": (400, 400, 600)}),
):
    [file] = media.glob(f"{stem}.*.woff2")
    whole = BytesIO()
    instantiateVariableFont(TTFont(file, recalcTimestamp=False), axes).save(whole)
    font = TTFont(whole, recalcTimestamp=False)
    options = Options(flavor="woff2", layout_features=["kern", "liga", "mark", "mkmk", "ccmp", "locl", "lnum", "tnum", "pnum"])
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[*signs, *(code for first, last in ranges for code in range(first, last + 1))])
    subsetter.subset(font)
    for record in font["name"].names:
        if record.nameID in {1, 3, 4, 6, 16, 25}:
            record.string = name.replace(" ", "") if record.nameID in {6, 25} else name
    font["name"].names = [record for record in font["name"].names if record.nameID not in {7, 17, 21, 22}]
    font.flavor = "woff2"
    font.save(out / f"{name.lower().replace(' ', '-')}.woff2")
PYTHON
ls -l views/fonts
