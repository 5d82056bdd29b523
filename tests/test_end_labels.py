"""Labels of the cumulative chart: readable, inside, and never on each other."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.end_label import EndLabel
from charts.end_labels import end_labels

# The narrowest chart: a phone of 390 px.
WIDTH, LEFT, RIGHT, PLOT = 362, 40, 54, 326
SPENT, TARGET = ("<b>1.234</b> (100,0 %)", "<b>1.234</b><br>100,0 %"), ("target 1.234", "target<br>1.234")


def ends(spent, target, month, due):
    return [
        EndLabel(month, spent, *SPENT, color="#000000", size=14),
        EndLabel(due, target, *TARGET, color="#000000", size=12),
    ]


def ems(text):
    """Width of a text in Source Sans, roughly."""
    return sum({"%": 0.83}.get(sign, 0.27 if sign in ",.() \N{NO-BREAK SPACE}" else 0.53) for sign in text)


def box(label, pixels):
    """Left, right, bottom and top of a label in pixels from the lower left corner of the plot, roughly."""
    lines = label["text"].replace("<b>", "").replace("</b>", "").split("<br>")
    wide, high = label["font"]["size"] * max(map(ems, lines)), 1.3 * label["font"]["size"] * len(lines)
    x = (label["x"] - 0.5) / 12 * (WIDTH - LEFT - RIGHT) + label["xshift"]
    y = label["y"] * pixels + label["yshift"]
    left = x if label["xanchor"] == "left" else x - wide
    bottom = y if label["yanchor"] == "bottom" else y - high
    return left, left + wide, bottom, bottom + high


@given(spent=st.floats(0, 110), target=st.floats(1, 100), month=st.integers(1, 12), due=st.sampled_from([3, 6, 9, 12]))
def test_labels_stay_apart_and_inside(spent, target, month, due):
    if due < month:
        due = month
    pixels = PLOT / (1.1 * max(100, spent))
    boxes = [box(label, pixels) for label in end_labels(ends(spent, target, month, due), 100, pixels)]
    assert len(boxes) == 2
    for left, right, bottom, top in boxes:
        assert left >= -LEFT
        assert right <= WIDTH - LEFT
        assert bottom >= -2
        assert top <= PLOT + 12
    for (left, right, bottom, top), other in combinations(boxes, 2):
        assert right <= other[0] or other[1] <= left or top <= other[2] + 2 or other[3] <= bottom + 2


@pytest.mark.parametrize(
    ("spent", "target", "month", "due", "places"),
    [
        # Behind: the target above on the left, what was spent on the right.
        (60, 70, 9, 9, [("target 1.234", "right"), (SPENT[0], "left")]),
        # Ahead: the other way round.
        (70, 60, 9, 9, [(SPENT[0], "right"), ("target 1.234", "left")]),
        # In March only two lines fit on the left.
        (30, 20, 3, 3, [(SPENT[1], "right"), ("target 1.234", "left")]),
        # Where the pagu is near, both on the right, in two lines at the end of the year.
        (98, 95, 12, 12, [(SPENT[1], "left"), (TARGET[1], "left")]),
        # January has no room on the left.
        (30, 20, 1, 3, [(SPENT[0], "left"), ("target 1.234", "left")]),
    ],
)
def test_where_labels_stand(spent, target, month, due, places):
    labels = end_labels(ends(spent, target, month, due), 100, PLOT / 110)
    assert [(label["text"], label["xanchor"]) for label in labels] == places


def test_one_line_alone_is_named_on_the_right():
    [label] = end_labels(ends(60, 70, 9, 9)[:1], 100, PLOT / 110)
    assert (label["xanchor"], label["x"], label["y"]) == ("left", 9, 60)
