"""The radar of one person: levels against targets on axes of fixed order."""

import numpy as np
import pytest

from skillgap.charts.radar import RadarNames, draw_radar, draw_small_radar
from skillgap.charts.style import MINE, PREVIOUS, TARGET
from tests.charts.figures import (
    hover,
    legend,
    named,
    names,
    on_axes,
    stands_clockwise,
)
from tests.tables import table

NAMES = RadarNames("Level", "Target", "Before", "Unknown")
AXES = table("""
    label  level target
    Data   3.5   4
    Ethics ?     3
    Models 0     2
""")
BEFORE = AXES.assign(previous=[1.0, 2.0, float("nan")])


def line(name, axes=AXES, draw=draw_radar):
    (trace,) = [t for t in named(draw(axes, NAMES), name) if "lines" in t.mode]
    return trace


def test_each_line_closes_and_shows_its_numbers():
    assert on_axes(line("Target")) == [
        ("Data", 4), ("Ethics", 3), ("Models", 2), ("Data", 4),
    ]  # fmt: skip
    assert [on_axes(line("Level"))[n][1] for n in (0, 2, 3)] == [3.5, 0, 3.5]


@pytest.mark.parametrize("draw", [draw_radar, draw_small_radar])
def test_an_unknown_axis_is_a_gap_with_a_question_mark_and_not_zero(draw):
    (mark,) = named(draw(AXES, NAMES), "Unknown")

    assert np.isnan(line("Level", draw=draw).x[1])
    assert list(mark.text) == ["?"]
    assert hover(mark) == "Ethics | Unknown"


def test_where_all_is_known_there_is_no_question_mark():
    known = AXES[AXES["level"].notna()]

    assert named(draw_radar(known, NAMES), "Unknown") == []


def test_an_earlier_assessment_is_a_line_of_its_own_if_there_was_one():
    assert on_axes(line("Before", BEFORE))[:2] == [("Data", 1), ("Ethics", 2)]
    assert np.isnan(line("Before", BEFORE).x[2])
    none = BEFORE.assign(previous=float("nan"))
    assert named(draw_radar(AXES, NAMES), "Before") == []
    assert named(draw_radar(none, NAMES), "Before") == []


def test_level_target_and_before_keep_their_colours_and_differ_without_them():
    lines = [line(name, BEFORE).line for name in ("Level", "Target", "Before")]

    assert [each.color for each in lines] == [MINE, TARGET, PREVIOUS]
    assert len({each.dash for each in lines}) == 3


def test_the_legend_names_the_lines_and_no_question_mark():
    assert legend(draw_radar(BEFORE, NAMES)) == ["Target", "Before", "Level"]


def test_axes_stand_clockwise_from_the_top_in_the_order_of_the_rows():
    assert all(stands_clockwise(line(name), 3) for name in ("Level", "Target"))
    written = names(draw_radar(AXES, NAMES))
    assert written[:3] == list(AXES["label"])


def test_the_scale_is_that_of_levels_on_a_small_one_too():
    for draw in (draw_radar, draw_small_radar):
        figure = draw(AXES, NAMES)
        rings = [s.x1 for s in figure.layout.shapes if s.type == "circle"]
        assert rings == [1, 2, 3, 4, 5]
        assert figure.layout.xaxis.range == figure.layout.yaxis.range
        assert figure.layout.yaxis.scaleanchor == "x", "a ring is round"
        assert figure.layout.xaxis.range[1] > 5
    assert names(draw_radar(AXES, NAMES))[3:] == ["1", "3", "5"]


def test_hovering_says_axis_level_and_line():
    assert hover(line("Level")) == "Data: 3.5 | Level"


def test_a_small_one_shows_the_same_lines_without_labels_and_legend():
    small = draw_small_radar(AXES, NAMES)

    for name in ("Level", "Target"):
        large = line(name)
        assert np.array_equal(line(name, draw=draw_small_radar).x, large.x, True)
    assert small.layout.showlegend is False
    assert names(small) == []
    assert small.layout.height < draw_radar(AXES, NAMES).layout.height
