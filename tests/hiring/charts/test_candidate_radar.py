"""Outlines of at most three candidates over one target."""

import numpy as np
import pandas as pd
import pytest

from skillgap.hiring.charts.candidate_radar import CandidateLevels, draw_candidate_radar
from tests.charts.figures import hover, legend, named, names, on_axes, stands_clockwise
from tests.hiring.charts.test_candidate_dots import LABELS, dots

TARGETS = pd.Series({"Data": 4.0, "Ethics": 3.0, "Models": 2.0})
ANN = CandidateLevels("Ann", 0, {"Data": 3.0, "Ethics": 1.0, "Models": 2.5})
BOB = CandidateLevels("Bob", 1, {"Models": 5.0, "Data": 2.0})


def drawn(*outlines):
    return draw_candidate_radar(TARGETS, outlines, "Target")


def test_each_outline_closes_and_shows_its_levels_and_the_target_its_own():
    figure = drawn(ANN)
    (ann,), (target,) = named(figure, "Ann"), named(figure, "Target")

    assert on_axes(ann) == [
        ("Data", 3), ("Ethics", 1), ("Models", 2.5), ("Data", 3),
    ]  # fmt: skip
    assert [level for _, level in on_axes(target)] == [4, 3, 2, 4]


def test_an_axis_that_is_unknown_breaks_the_line_and_is_not_zero():
    (bob,) = named(drawn(BOB), "Bob")

    assert np.isnan(bob.x[1])
    assert [on_axes(bob)[n][1] for n in (0, 2)] == [2, 5]
    assert not bob.connectgaps
    assert "markers" in bob.mode, "a point between two gaps is seen"


def test_axes_stand_clockwise_from_the_top_in_the_order_of_the_targets():
    figure = drawn(BOB)

    assert all(stands_clockwise(line, 3) for line in figure.data)
    assert names(figure)[:3] == list(TARGETS.index)


def test_no_outline_is_filled_for_an_area_would_say_what_it_does_not_mean():
    assert {trace.fill for trace in drawn(ANN, BOB).data} == {"none"}


def test_a_candidate_has_the_colour_and_form_of_the_dots_in_whatever_order():
    (bob,) = named(drawn(BOB, ANN), "Bob")

    assert bob.line.color == bob.marker.color == dots("Bob").marker.color
    assert bob.marker.symbol == dots("Bob").marker.symbol[0]
    assert [name for _, name in LABELS] == ["Ann", "Bob"]


def test_outlines_differ_without_colour_too():
    three = drawn(ANN, BOB, CandidateLevels("Cid", 2, {}))

    assert len({trace.line.dash for trace in three.data}) == 4
    assert legend(three) == ["Target", "Ann", "Bob", "Cid"]


def test_a_fourth_outline_is_refused():
    with pytest.raises(ValueError, match="3"):
        drawn(ANN, BOB, ANN, BOB)


def test_hovering_says_axis_level_and_candidate():
    assert hover(named(drawn(ANN), "Ann")[0], 2) == "Models: 2.5 | Ann"
