"""Ranked dots: the level, the target, and the distance between."""

from skillgap.charts.gap_dots import DotNames, draw_gap_dots
from skillgap.charts.style import MINE, TARGET
from tests.charts.figures import goes_down, hover, legend, named
from tests.tables import table

NAMES = DotNames(
    "Target", "Unknown", "Level",
    {"claimed": "Claimed", "evidenced": "Evidenced", "checked": "Checked"},
)  # fmt: skip
ROWS = table("""
    label  level target basis
    SQL    1     4      claimed
    Git    5     3      checked
    NLP    ?     3      claimed
    Ethics 2     2      evidenced
    Cloud  0     2      claimed
""")


def points(name, rows=ROWS):
    """Return label and level of every point of a name."""
    return [
        (y, x)
        for trace in named(draw_gap_dots(rows, NAMES), name)
        for x, y in zip(trace.x, trace.y)
    ]


def test_each_level_is_a_dot_of_its_basis_and_level_zero_is_one_too():
    assert points("Claimed") == [("SQL", 1), ("Cloud", 0)]
    assert points("Checked") == [("Git", 5)]
    assert points("Evidenced") == [("Ethics", 2)]


def test_every_row_shows_its_target_also_where_the_level_is_unknown():
    assert points("Target") == [
        ("SQL", 4), ("Git", 3), ("NLP", 3), ("Ethics", 2), ("Cloud", 2),
    ]  # fmt: skip


def test_an_unknown_level_is_a_question_mark_and_no_dot():
    (mark,) = named(draw_gap_dots(ROWS, NAMES), "Unknown")

    assert (list(mark.y), list(mark.text), mark.mode) == (["NLP"], ["?"], "text")
    assert hover(mark) == "NLP | Unknown"
    dots = [row for basis in NAMES.bases.values() for row in points(basis)]
    assert "NLP" not in dict(dots)


def test_a_line_joins_level_and_target_only_where_the_level_is_known_to_be_short():
    (line,) = [t for t in draw_gap_dots(ROWS, NAMES).data if t.mode == "lines"]

    assert list(zip(line.y, line.x)) == [
        ("SQL", 1), ("SQL", 4), (None, None), ("Cloud", 0), ("Cloud", 2), (None, None),
    ]  # fmt: skip


def test_the_first_row_is_on_top_and_the_order_is_that_of_the_rows():
    axis = draw_gap_dots(ROWS, NAMES).layout.yaxis

    assert goes_down(axis)
    assert list(axis.categoryarray) == list(ROWS["label"])


def test_the_basis_is_told_by_form_and_the_target_has_a_colour_of_its_own():
    figure = draw_gap_dots(ROWS, NAMES)
    forms = {name: named(figure, name)[0].marker for name in legend(figure)[:-1]}

    assert len({marker.symbol for marker in forms.values()}) == 4
    assert {name: marker.color for name, marker in forms.items()} == {
        "Target": TARGET, "Claimed": MINE, "Evidenced": MINE, "Checked": MINE,
    }  # fmt: skip


def test_the_legend_names_only_what_is_there():
    known = ROWS[ROWS["basis"] == "checked"]

    assert legend(draw_gap_dots(ROWS, NAMES)) == [
        "Target", "Claimed", "Evidenced", "Checked", "Unknown",
    ]  # fmt: skip
    assert legend(draw_gap_dots(known, NAMES)) == ["Target", "Checked"]


def test_hovering_says_skill_level_and_what_it_is():
    figure = draw_gap_dots(ROWS, NAMES)

    assert hover(named(figure, "Claimed")[0], 1) == "Cloud: 0 | Claimed"
    assert hover(named(figure, "Target")[0]) == "SQL: 4 | Target"


def test_every_level_lies_within_the_scale():
    low, high = draw_gap_dots(ROWS, NAMES).layout.xaxis.range

    assert low < 0
    assert high > 5


def test_more_rows_make_the_figure_higher_and_none_breaks_nothing():
    heights = [draw_gap_dots(ROWS[:n], NAMES).layout.height for n in (0, 2, 5)]

    assert heights == sorted(set(heights))
