"""What an OM-SPAN sheet says of its period, above and below its blocks."""

import re
from collections.abc import Sequence
from dataclasses import replace

from loaders.context import Context
from loaders.header import Header
from loaders.omspan_block import OmspanBlock
from loaders.sheet import Cell, Sheet
from loaders.title_facts import TitleFacts, title_facts

_PERIOD = re.compile(r"\s*(periode|s\.?\s?d\b|s/d|sampai dengan|keadaan|bulan|triwulan|tw)\b", re.IGNORECASE)


def omspan_facts(sheet: Sheet, header: Header, blocks: Sequence[OmspanBlock], context: Context) -> TitleFacts:
    """Reads the period above the heading and in footers that begin with a word for it (`s.d. Maret 2026`).

    The time of download and the date above a signature are no periods. The unit of such a sheet stands in its
    blocks, so questions about a unit in the title are left out.

    Args:
        sheet: Where the table is.
        header: Its heading.
        blocks: All blocks; footers are the rows below the last one.
        context: What was declared counts where the sheet says nothing.
    """
    last = max((row for block in blocks for row in block.all), default=len(sheet.rows))
    around = tuple(
        row if number < header.row else _footer(row) if number > last else (None,) * len(row)
        for number, row in enumerate(sheet.rows)
    )
    facts = title_facts(replace(sheet, rows=around), replace(header, row=len(around)), context)
    return replace(facts, issues=tuple(issue for issue in facts.issues if not issue.code.startswith("satker")))


def _footer(row: Sequence[Cell]) -> tuple[Cell, ...]:
    return tuple(cell if isinstance(cell, str) and _PERIOD.match(cell) else None for cell in row)
