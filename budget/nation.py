"""What a page shows of all provinces."""

from collections.abc import Mapping
from dataclasses import dataclass

from budget.coverage import Coverage
from budget.picture import Picture
from budget.standing import Standing


@dataclass(frozen=True)
class Nation:
    """What a page shows of all provinces, for one view of one release.

    Attributes:
        picture: As of one province, but with provinces in place of units: the `code` of each is the province's, its
            sums are over those of its units that reported. `coverage` and `planned` count units, not provinces.
        coverage: The same for each province, by its code.
        satker: Each expected unit of all provinces, in the order of the region codes.
    """

    picture: Picture
    coverage: Mapping[str, Coverage]
    satker: tuple[Standing, ...]
