"""Dot against dot: levels on an earlier day and on a later one."""

from skillgap.charts.progress_dots import ProgressNames, draw_progress_dots
from skillgap.charts.style import MINE, PREVIOUS
from tests.charts.figures import goes_down
from tests.tables import table

NAMES = ProgressNames("18 May 2026", "16 November 2026", "Level")
ROWS = table("""
    label     then  now
    Git       1     4
    SQL       3     2
""")


def drawn():
    return draw_progress_dots(ROWS, NAMES)


def trace(name: str):
    return next(each for each in drawn().data if each.name == name)


def test_the_earlier_level_is_hollow_and_the_later_one_full_dated_in_the_legend():
    then, now = trace("18 May 2026"), trace("16 November 2026")

    assert (then.marker.symbol, now.marker.symbol) == ("circle-open", "circle")
    assert (then.marker.color, now.marker.color) == (PREVIOUS, MINE)
    assert (list(then.x), list(now.x)) == ([1, 3], [4, 2])
    assert list(then.y) == list(now.y) == ["Git", "SQL"]


def test_a_line_leads_from_each_dot_to_the_other_and_nowhere_else():
    line = drawn().data[0]

    assert list(line.x) == [1, 4, None, 3, 2, None]
    assert list(line.y) == ["Git", "Git", None, "SQL", "SQL", None]
    assert line.showlegend is False


def test_the_first_row_is_on_top_and_more_rows_make_it_higher():
    more = draw_progress_dots(ROWS.assign(label=["Docker", "SQL"]).head(1), NAMES)

    assert goes_down(drawn().layout.yaxis)
    assert more.layout.height < drawn().layout.height


def test_a_long_name_is_broken_into_lines():
    figure = draw_progress_dots(
        ROWS.assign(label=["Retrieval-augmented generation measured", "SQL"]), NAMES
    )

    assert figure.layout.annotations[0].text == (
        "Retrieval-augmented generation<br>measured"
    )
