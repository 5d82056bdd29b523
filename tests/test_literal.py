"""What others wrote stands in a label as they wrote it."""

import pytest

from pages.components.literal import literal


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("KPU Batu September", "KPU Batu September"),
        ("fa_detail_657942.xlsx", r"fa\_detail\_657942\.xlsx"),
        ("[Masuk](https://jahat.example)", r"\[Masuk\]\(https\:\/\/jahat\.example\)"),
        (
            "![x](data:,) **a** ~b~ `c` $d$ :red[e] <b>",
            r"\!\[x\]\(data\:\,\) \*\*a\*\* \~b\~ \`c\` \$d\$ \:red\[e\] \<b\>",
        ),
        ("a\\b", r"a\\b"),
        ("Rp1.000 → naik, 5%", r"Rp1\.000 → naik\, 5\%"),
    ],
)
def test_each_sign_stands_for_itself(text, label):
    assert literal(text) == label
