"""Units of money that contradict each other."""

from budget.issue import Issue
from loaders.header import Header
from loaders.label import label, tidy
from loaders.sheet import Sheet
from loaders.units_of_money import units_of_money


def unit_questions(sheet: Sheet, header: Header) -> list[Issue]:
    """Asks where a table names two units, e.g. `dalam rupiah` above and `(juta)` in the heading.

    `(Rp)` alone names the currency and contradicts nothing.
    """
    named: dict[int, tuple[tuple[int, int], str]] = {}
    for size, (row, column) in units_of_money(sheet, header):
        text = str(sheet.rows[row][column])
        if size > 1 or "rupiah" in label(text):
            named.setdefault(size, ((row, column), tidy(text)))
    if len(named) < 2:
        return []
    place, _ = list(named.values())[1]
    raw = " dan ".join(text for _, text in named.values())
    return [Issue.of("unit-contradicts", sheet=sheet.name, cell=sheet.address(*place), raw=raw)]
