"""Where the reference files lie."""

from pathlib import Path

DATA_FOLDER = Path(__file__).resolve().parent.parent / "data"
