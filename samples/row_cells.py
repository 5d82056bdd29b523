"""All cells of a row in XML."""

from collections.abc import Mapping

from samples.grid import Grid


def row_cells(number: int, styles: list[int], filled: Mapping[int, str], grid: Grid) -> str:
    """All cells of a row: those in `filled` hold XML that begins with `<is>` or `<v>`, the rest are empty strings."""
    parts = []
    for index, (letter, style) in enumerate(zip(grid.letters, styles, strict=True)):
        content = filled.get(index, "")
        kind = "n" if content.startswith("<v>") else "inlineStr"
        parts.append(f'  <c r="{letter}{number}" s="{style}" t="{kind}">{content}</c>')
    return "\n" + "".join(parts)
