"""The merged ranges of a row in XML."""

from samples.grid import Grid


def merged_ranges(number: int, spans: list[str], grid: Grid) -> str:
    """The merged ranges of a row, from spans in the plain export's letters; a span of one column is not merged."""
    ranges = [grid.span(span) for span in spans]
    letters = grid.letters
    return "".join(
        f'<mergeCell ref="{letters[first]}{number}:{letters[last]}{number}"/>\n'
        for first, last in ranges
        if first < last
    )
