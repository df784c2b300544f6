"""Candidates against a target: estimates with intervals, one band a skill."""

import pytest

from skillgap.hiring.charts.candidate_dots import (
    COLOURS,
    SYMBOLS,
    CandidateDotNames,
    draw_candidate_dots,
)
from tests.charts.figures import hover, legend, named, names
from tests.tables import table

NAMES = CandidateDotNames("Target", "Unknown", "Level")
LABELS = [("A", "Ann"), ("B", "Bob")]
ROWS = table("""
    candidate label target level basis     estimate low  high
    A         Git   3      4     claimed   3.1      2.0  4.0
    B         Git   3      2     checked   2.0      1.5  3.0
    A         SQL   4      ?     .         ?        ?    ?
    B         SQL   4      3     evidenced 3.5      2.5  4.5
""")


def dots(name, rows=ROWS, labels=LABELS):
    """Return the trace of a candidate's dots."""
    return next(
        t for t in named(draw_candidate_dots(rows, labels, NAMES), name) if t.error_x
    )


def band_of(figure, y):
    """Return the label of the band a height lies in."""
    names = figure.layout.annotations
    return min(names, key=lambda each: abs(each.y - y)).text


def test_each_dot_stands_at_its_estimate_within_its_interval():
    bob = dots("Bob")

    assert list(bob.x) == [2, 3.5]
    assert list(bob.x - bob.error_x.arrayminus) == [1.5, 2.5]
    assert list(bob.x + bob.error_x.array) == [3, 4.5]


def test_a_dot_is_open_where_the_level_is_only_claimed():
    assert list(dots("Ann").marker.symbol) == ["circle-open"]
    assert list(dots("Bob").marker.symbol) == ["square", "square"]


def test_an_unknown_level_is_a_question_mark_left_of_the_scale_and_not_zero():
    figure = draw_candidate_dots(ROWS, LABELS, NAMES)
    (mark,) = named(figure, "Unknown")

    assert list(mark.text) == ["?"]
    assert [x < 0 for x in mark.x] == [True]
    assert band_of(figure, mark.y[0]) == "SQL"
    assert hover(mark) == "Ann | Unknown"
    assert list(dots("Ann").x) == [3.1]


def test_where_all_is_known_there_is_no_question_mark():
    known = ROWS[ROWS["label"] == "Git"]

    assert named(draw_candidate_dots(known, LABELS, NAMES), "Unknown") == []


def test_skills_stand_in_the_order_of_the_rows_and_candidates_in_that_of_the_files():
    figure = draw_candidate_dots(ROWS, LABELS, NAMES)
    bottom, top = figure.layout.yaxis.range

    assert bottom > top, "heights grow downwards"
    assert names(figure) == ["Git", "SQL"]
    assert [band_of(figure, y) for y in dots("Bob").y] == ["Git", "SQL"]
    assert dots("Ann").y[0] < dots("Bob").y[0]


def test_the_target_is_a_bar_across_the_band_of_its_skill():
    figure = draw_candidate_dots(ROWS, LABELS, NAMES)
    (target,) = named(figure, "Target")

    assert list(target.x) == [3, 3, None, 4, 4, None]
    low, high, _, *_ = target.y
    assert low < min(dots("Ann").y[0], dots("Bob").y[0])
    assert high > max(dots("Ann").y[0], dots("Bob").y[0])
    assert [band_of(figure, y) for y in (low, high)] == ["Git", "Git"]


def test_hovering_says_skill_estimate_interval_level_and_candidate():
    assert hover(dots("Ann")) == "Git: 3.1 (2 - 4), 4 | Ann"


def test_the_legend_has_each_candidate_once_and_filled_also_with_nothing_known():
    unknown = ROWS.assign(estimate=float("nan"), low=float("nan"), high=float("nan"))
    figure = draw_candidate_dots(unknown, LABELS, NAMES)

    assert legend(figure) == ["Target", "Ann", "Bob"]
    keys = [t for t in figure.data if t.showlegend is None and t.name in ("Ann", "Bob")]
    assert [key.marker.symbol for key in keys] == ["circle", "square"]


def test_a_candidate_has_one_colour_and_form_and_eight_have_eight():
    labels = [(letter, f"Name {letter}") for letter in "ABCDEFGH"]
    rows = ROWS[:1]
    figure = draw_candidate_dots(rows, labels, NAMES)

    dot, key = named(figure, "Name A")
    assert dot.marker.color == key.marker.color == dot.error_x.color == COLOURS[0]
    keys = [named(figure, name)[-1].marker for _, name in labels]
    assert len({each.color for each in keys}) == 8
    assert [each.symbol for each in keys] == list(SYMBOLS)
    assert len(set(SYMBOLS)) == 8


@pytest.mark.parametrize(("skills", "side"), [(2, None), (30, "top")])
def test_the_scale_stands_on_top_once_the_figure_is_higher_than_a_screen(skills, side):
    rows = table(
        "candidate label target level basis estimate low high\n"
        + "\n".join(f"A Skill{n} 3 4 claimed 3.1 2 4" for n in range(skills))
    )

    axis = draw_candidate_dots(rows, LABELS, NAMES).layout.xaxis

    assert (axis.side, axis.title.text) == (side, "Level")
