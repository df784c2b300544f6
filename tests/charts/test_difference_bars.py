"""Bars to either side of nothing."""

from skillgap.charts.difference_bars import draw_difference_bars
from skillgap.charts.style import MINE, TARGET
from tests.charts.figures import hover
from tests.tables import table

ROWS = table("""
    label   points text detail
    Git     1.5    a    git:4·5
    SQL     -2.0   b    sql:2·1
""")

SIDES = ("left", "right")


def test_what_speaks_for_the_one_goes_right_in_its_colour_and_the_rest_left():
    (bars,) = draw_difference_bars(ROWS, SIDES).data

    assert list(bars.x) == [1.5, -2]
    assert list(bars.marker.color) == [MINE, TARGET]
    assert list(bars.text) == ["a", "b"]
    assert hover(bars, 1) == "sql:2·1"


def test_nothing_stands_in_the_middle_and_the_first_row_on_top():
    figure = draw_difference_bars(ROWS, SIDES)

    low, high = figure.layout.xaxis.range
    assert low == -high
    assert high > 2
    assert figure.layout.xaxis.title.text == "← left<br>right →"
    assert figure.layout.yaxis.autorange == "reversed"


def test_equal_profiles_draw_bars_of_no_length():
    figure = draw_difference_bars(ROWS.assign(points=0.0), SIDES)

    assert list(figure.data[0].x) == [0, 0]
    assert figure.layout.xaxis.range[1] > 0
