"""How sure against how right: shares with intervals beside the diagonal."""

import pytest

from skillgap.charts.reliability import draw_reliability
from tests.charts.figures import hover, legend
from tests.tables import table

ROWS = table("""
    label stated right low high answers
    Sure  0.95   0.6   0.4 0.8  20
    Half  0.5    0.5   0.1 0.9  4
    Guess 0.25   0     0   0.3  8
""")


def shown():
    return draw_reliability(ROWS, "Said", "Right").data


def test_each_point_stands_at_what_was_said_and_what_was_right():
    points = shown()[1:]

    assert [(each.name, each.x[0], each.y[0]) for each in points] == [
        ("Sure", 0.95, 0.6), ("Half", 0.5, 0.5), ("Guess", 0.25, 0),
    ]  # fmt: skip


def test_each_point_has_its_interval():
    points = shown()[1:]

    lows = [each.y[0] - each.error_y.arrayminus[0] for each in points]
    highs = [each.y[0] + each.error_y.array[0] for each in points]
    assert (lows, highs) == (
        pytest.approx([0.4, 0.1, 0]),
        pytest.approx([0.8, 0.9, 0.3]),
    )
    assert {each.error_y.color for each in points} == {points[0].marker.color}


def test_forms_tell_the_points_apart_and_the_legend_names_them():
    figure = draw_reliability(ROWS, "Said", "Right")

    assert len({each.marker.symbol for each in figure.data[1:]}) == 3
    assert legend(figure) == ["Sure", "Half", "Guess"]


def test_who_is_as_right_as_sure_stands_on_the_diagonal():
    diagonal = shown()[0]

    assert (list(diagonal.x), list(diagonal.y)) == ([0, 1], [0, 1])
    assert diagonal.hoverinfo == "skip"
    assert diagonal.line.color != shown()[1].marker.color


def test_both_axes_are_named_and_hold_everything_from_none_to_all():
    layout = draw_reliability(ROWS, "Said", "Right").layout

    assert (layout.xaxis.title.text, layout.yaxis.title.text) == ("Said", "Right")
    for axis in (layout.xaxis, layout.yaxis):
        assert axis.range[0] < 0
        assert axis.range[1] > 1
        assert axis.tickformat == ".0%"


def test_hovering_says_the_word_and_the_share_of_right_answers():
    assert hover(shown()[1]) == "Sure: 60%"
