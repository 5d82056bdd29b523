"""Merkle trees against the examples of Certificate Transparency (RFC 6962)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.merkle import leaf, root

# The inputs and roots that implementations of RFC 6962 are tested with, as hexadecimal digits.
INPUTS = ("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
ROOTS = (
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
)


@pytest.mark.parametrize(("count", "expected"), [*enumerate(ROOTS)])
def test_the_known_roots(count: int, expected: str) -> None:
    assert root(leaf(bytes.fromhex(digits).decode("latin-1")) for digits in INPUTS[:count]) == expected


@given(st.lists(st.text(max_size=5), min_size=1, max_size=20), st.data())
def test_any_change_changes_the_root(lines: list[str], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(lines) - 1))
    other = data.draw(st.text(max_size=5).filter(lambda text: text != lines[place]))
    changed = [*lines[:place], other, *lines[place + 1 :]]
    assert root(map(leaf, lines)) != root(map(leaf, changed))
    assert root(map(leaf, lines)) != root(map(leaf, [*lines, other]))
