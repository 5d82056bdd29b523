"""The sample data for the benches."""

from pathlib import Path

from commands.fill_sample import fill_sample
from store.database import Database


def sample_database() -> Path:
    """A database of one province and 24 months, made once and kept; nothing else is ever in it."""
    path = Path(__file__).parents[1] / "var" / "bench.sqlite"
    if not path.exists():
        part = path.with_suffix(".part")
        for left in part.parent.glob(f"{part.name}*"):
            left.unlink()
        database = Database(f"sqlite:///{part}")
        database.migrate()
        fill_sample(database, print)
        database.close()
        part.rename(path)
        Path(f"{part}.lock").unlink()
    kept = Database(f"sqlite:///{path}")
    kept.migrate()
    kept.close()
    return path
