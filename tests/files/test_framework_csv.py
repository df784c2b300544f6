"""The framework as CSV."""

import csv
import io
from dataclasses import replace

from skillgap.domain.scale import Text
from skillgap.files.framework_csv import COLUMNS, write_framework
from skillgap.files.safe_cells import restore_cell
from tests.frameworks import small_framework


def rows_of(framework):
    text = write_framework(framework).decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_there_is_one_row_for_each_skill_and_level(framework):
    rows = rows_of(framework)
    wanted = [(key, str(level)) for key in framework.skills for level in range(6)]
    assert [(row["skill"], row["level"]) for row in rows] == wanted
    assert tuple(rows[0]) == COLUMNS


def test_a_row_holds_both_languages_side_by_side(framework):
    skill = framework.skills["programming.git"]
    row = next(
        r
        for r in rows_of(framework)
        if (r["skill"], r["level"]) == ("programming.git", "3")
    )
    assert row == {
        "area": "programming",
        "skill": "programming.git",
        "name_en": skill.name.en,
        "name_id": skill.name.id,
        "definition_en": skill.definition.en,
        "definition_id": skill.definition.id,
        "level": "3",
        "anchor_en": skill.anchors[3].en,
        "anchor_id": skill.anchors[3].id,
    }


def test_level_0_carries_the_sentence_all_skills_share(framework):
    shared = framework.manifest.scale[0].anchor
    zeros = [row for row in rows_of(framework) if row["level"] == "0"]
    assert {(row["anchor_en"], row["anchor_id"]) for row in zeros} == {
        (shared.en, shared.id)
    }


def test_a_cell_a_spreadsheet_would_run_is_made_harmless():
    small = small_framework("skill builds_on\na.git .")
    area = small.areas["a"]
    skill = replace(area.skills["a.git"], name=Text("=1+1", "+SUM(A1)"))
    areas = {"a": replace(area, skills={"a.git": skill})}
    row = rows_of(replace(small, areas=areas))[0]
    assert (row["name_en"], row["name_id"]) == ("'=1+1", "'+SUM(A1)")
    assert restore_cell(row["name_en"]) == "=1+1"
