"""The radar of one person: levels against targets on axes of fixed order."""

import numpy as np
import pytest

from skillgap.charts.radar import RadarNames, draw_radar, draw_small_radar
from skillgap.charts.style import MINE, PREVIOUS, TARGET
from tests.charts.figures import hover, legend, named
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
    assert list(zip(line("Target").theta, line("Target").r)) == [
        ("Data", 4), ("Ethics", 3), ("Models", 2), ("Data", 4),
    ]  # fmt: skip
    assert [line("Level").r[n] for n in (0, 2, 3)] == [3.5, 0, 3.5]


@pytest.mark.parametrize("draw", [draw_radar, draw_small_radar])
def test_an_unknown_axis_is_a_gap_with_a_question_mark_and_not_zero(draw):
    (mark,) = named(draw(AXES, NAMES), "Unknown")

    assert np.isnan(line("Level", draw=draw).r[1])
    assert (list(mark.theta), list(mark.text)) == (["Ethics"], ["?"])
    assert hover(mark) == "Ethics | Unknown"


def test_where_all_is_known_there_is_no_question_mark():
    known = AXES[AXES["level"].notna()]

    assert named(draw_radar(known, NAMES), "Unknown") == []


def test_an_earlier_assessment_is_a_line_of_its_own_if_there_was_one():
    assert list(line("Before", BEFORE).r[:2]) == [1, 2]
    assert np.isnan(line("Before", BEFORE).r[2])
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
    axis = draw_radar(AXES, NAMES).layout.polar.angularaxis

    assert (axis.direction, axis.rotation) == ("clockwise", 90)
    assert list(axis.categoryarray) == list(AXES["label"])


def test_the_scale_is_that_of_levels_on_a_small_one_too():
    for draw in (draw_radar, draw_small_radar):
        scale = draw(AXES, NAMES).layout.polar.radialaxis
        assert scale.range[0] == 0
        assert scale.range[1] >= 5


def test_hovering_says_axis_level_and_line():
    assert hover(line("Level")) == "Data: 3.5 | Level"


def test_a_small_one_shows_the_same_lines_without_labels_and_legend():
    small = draw_small_radar(AXES, NAMES)

    for name in ("Level", "Target"):
        large = line(name)
        assert np.array_equal(line(name, draw=draw_small_radar).r, large.r, True)
    assert small.layout.showlegend is False
    assert small.layout.polar.angularaxis.showticklabels is False
    assert small.layout.height < draw_radar(AXES, NAMES).layout.height
