"""Claim, estimate with its interval, and target of each skill."""

import numpy as np

from skillgap.charts.intervals import IntervalNames, draw_intervals
from tests.charts.figures import goes_down, hover, legend, named, names
from tests.tables import table

NAMES = IntervalNames("Claim", "Estimate", "Target", "Level")
ROWS = table("""
    label claim level low high target
    Git   4     2.5   1   3.5  3
    SQL   0     1     0   2    ?
""")


def shown(name):
    (trace,) = named(draw_intervals(ROWS, NAMES), name)
    return trace


def test_the_estimate_stands_between_the_ends_of_its_interval():
    estimate = shown("Estimate")

    assert list(zip(estimate.y, estimate.x)) == [("Git", 2.5), ("SQL", 1)]
    assert list(estimate.x - estimate.error_x.arrayminus) == [1, 0]
    assert list(estimate.x + estimate.error_x.array) == [3.5, 2]


def test_the_claim_is_drawn_beside_it_and_a_claim_of_zero_too():
    assert list(zip(shown("Claim").y, shown("Claim").x)) == [("Git", 4), ("SQL", 0)]


def test_a_skill_without_a_target_has_none_and_not_one_of_zero():
    assert shown("Target").x[0] == 3
    assert np.isnan(shown("Target").x[1])


def test_claim_estimate_and_target_differ_in_colour_and_in_form():
    figure = draw_intervals(ROWS, NAMES)

    assert legend(figure) == ["Estimate", "Claim", "Target"]
    assert len({trace.marker.color for trace in figure.data}) == 3
    assert len({trace.marker.symbol for trace in figure.data}) == 3
    assert shown("Estimate").error_x.color == shown("Estimate").marker.color


def test_hovering_says_the_interval_with_the_estimate():
    assert hover(shown("Estimate")) == "Git: 2.5 (1 - 3.5) | Estimate"
    assert hover(shown("Claim"), 1) == "SQL: 0 | Claim"


def test_the_first_row_is_on_top_and_a_long_name_is_broken():
    name = "LLM integration: prompts, structured output, orchestration"
    rows = ROWS.assign(label=[name, "SQL"])

    figure = draw_intervals(rows, NAMES)

    assert goes_down(figure.layout.yaxis)
    assert names(figure) == [name, "SQL"]
    assert "<br>" in figure.layout.annotations[0].text
