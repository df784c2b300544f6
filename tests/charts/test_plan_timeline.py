"""The timeline of a plan: when each step begins and ends."""

import pytest

from skillgap.charts.plan_timeline import draw_plan_timeline
from tests.charts.figures import goes_down, hover
from tests.tables import table

ROWS = table("""
    label         begin       end         text
    1._Learn_git  2026-12-01  2026-12-15  December_1_to_14
    2._Test_code  2026-12-08  2026-12-22  December_8_to_21
""").replace("_", " ", regex=True)
DAY = 24 * 3600 * 1000


def test_each_bar_reaches_from_the_first_day_of_a_step_to_its_last():
    (bars,) = draw_plan_timeline(ROWS, "%d/%m").data

    assert list(bars.base) == ["2026-12-01", "2026-12-08"]
    assert list(bars.x) == [14 * DAY, 14 * DAY]
    assert hover(bars) == "1. Learn git: December 1 to 14"


def test_names_stand_above_their_bars_from_the_left_edge_in_order():
    figure = draw_plan_timeline(ROWS, "%d/%m")
    names = figure.layout.annotations

    assert [each.text for each in names] == ["1. Learn git", "2. Test code"]
    assert {(each.x, each.xref, each.xanchor) for each in names} == {
        (0, "paper", "left")
    }
    assert [each.y for each in names] == [0, 1]
    assert {(each.yanchor, each.yshift > 0) for each in names} == {("bottom", True)}
    assert list(figure.data[0].y) == list(figure.layout.yaxis.categoryarray)
    assert goes_down(figure.layout.yaxis)


def test_a_name_is_broken_so_that_a_narrow_phone_shows_all_of_it():
    long = "3. Retrieval that a team can measure and repair in production"

    figure = draw_plan_timeline(ROWS[:1].assign(label=long), "%d/%m")

    lines = figure.layout.annotations[0].text.split("<br>")
    assert " ".join(lines) == long
    assert max(map(len, lines)) <= 38


@pytest.mark.parametrize("rows", [0, 1])
def test_few_rows_make_a_chart(rows):
    figure = draw_plan_timeline(ROWS[:rows], "%d/%m")

    assert len(figure.layout.annotations) == rows
