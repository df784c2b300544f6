"""The heat map of a team reads at eight people and at two hundred."""

import numpy as np
import pandas as pd
import pytest

from skillgap.charts.heat_map import LEVEL_COLOURS, HeatNames, draw_heat_map

NAMES = HeatNames("Level")


def people(count: int, skills: int = 61) -> pd.DataFrame:
    levels = np.arange(count * skills).reshape(count, skills) % 6
    return pd.DataFrame(
        levels.astype(float),
        [f"Person {n}" for n in range(count)],
        [f"Skill {n}" for n in range(skills)],
    )


@pytest.mark.parametrize("count", [1, 8, 60, 200])
def test_everybody_stands_beside_a_row_high_enough_for_a_name(count):
    figure = draw_heat_map(people(count), NAMES)

    axis, margin = figure.layout.yaxis, figure.layout.margin
    row = (figure.layout.height - margin.t - margin.b) / count
    assert axis.showticklabels
    assert axis.dtick == 1, "no name is left out"
    assert row >= axis.tickfont.size * 1.3
    assert list(figure.data[0].y) == list(people(count).index)


def test_the_level_stands_in_the_cell_where_there_is_room():
    assert draw_heat_map(people(8), NAMES).data[0].texttemplate
    assert not draw_heat_map(people(200), NAMES).data[0].texttemplate


def test_each_cell_is_the_level_of_its_person_and_skill_in_the_order_of_the_table():
    levels = pd.DataFrame([[0, 5, 1], [3, 2, 4]], ["Budi", "Ani"], ["SQL", "Git", "C"])

    figure = draw_heat_map(levels, NAMES)

    cells = figure.data[0]
    assert cells.z.tolist() == levels.to_numpy().tolist()
    assert (list(cells.y), list(cells.x)) == (["Budi", "Ani"], ["SQL", "Git", "C"])
    assert figure.layout.yaxis.autorange == "reversed", "the first person is on top"
    assert figure.layout.xaxis.side == "top"


def test_a_colour_is_one_level_and_a_level_one_colour():
    cells = draw_heat_map(people(2, 3), NAMES).data[0]

    span = cells.zmax - cells.zmin
    shown = [
        {
            colour
            for (low, colour), (high, _) in zip(cells.colorscale, cells.colorscale[1:])
            if low < (level + part - cells.zmin) / span < high
        }
        for level in range(6)
        for part in (-0.4, 0, 0.4)
    ]
    assert shown == [{colour} for colour in LEVEL_COLOURS for _ in range(3)]
    assert len(set(LEVEL_COLOURS)) == 6
    assert list(cells.colorbar.tickvals) == [0, 1, 2, 3, 4, 5]


def test_hovering_says_who_what_and_the_level():
    levels = pd.DataFrame([[4.0, np.nan]], ["Ani"], ["Git", "SQL"])
    cells = draw_heat_map(levels, NAMES).data[0]

    said = [
        cells.hovertemplate.replace("%{y}", cells.y[0])
        .replace("%{x}", cells.x[place])
        .replace("%{text}", cells.text[0][place])
        .removesuffix("<extra></extra>")
        for place in (0, 1)
    ]
    assert said == ["Ani<br>Git: 4", "Ani<br>SQL: ?"]
    assert cells.hoverongaps


def test_what_is_unknown_is_empty_and_says_so():
    levels = pd.DataFrame([[0.0, np.nan]], ["Ani"], ["Git", "SQL"])

    cells = draw_heat_map(levels, NAMES).data[0]

    assert cells.text.tolist() == [["0", "?"]]
    assert cells.z[0][0] == 0
    assert np.isnan(cells.z[0][1])


@pytest.mark.parametrize("count", [200, 5_000])
def test_the_scale_stays_in_sight_beside_the_first_rows(count):
    scale = draw_heat_map(people(count, 3), NAMES).data[0].colorbar

    assert (scale.lenmode, scale.yanchor, scale.y) == ("pixels", "top", 1)
    assert scale.len < 300


def test_a_crowd_does_not_grow_without_end():
    tall = draw_heat_map(people(400, 3), NAMES).layout.height

    assert draw_heat_map(people(20_000, 3), NAMES).layout.height < 2 * tall


def test_nobody_is_an_empty_map():
    assert draw_heat_map(people(0), NAMES).data[0].z.shape == (0, 61)


def test_names_that_begin_alike_keep_columns_of_their_own():
    skills = [f"Presenting what a model does, {n}" for n in range(20)]
    levels = pd.DataFrame(np.zeros((1, 20)), ["Ani"], skills)

    assert len(set(draw_heat_map(levels, NAMES).data[0].x)) == 20


def test_a_name_takes_two_lines_at_most_so_that_columns_of_a_telephone_hold_it():
    names = [
        "Fasih Git: dari nol sampai terkirim",
        "LLM integration: prompts, structured output, orchestration",
        "SQL",
    ]
    levels = pd.DataFrame(np.zeros((1, 3)), ["Ani"], names)

    assert list(draw_heat_map(levels, NAMES).data[0].x) == [
        "Fasih Git: dari nol sampai<br>terkirim",
        "LLM integration: prompts,<br>structured output, …",
        "SQL",
    ]
