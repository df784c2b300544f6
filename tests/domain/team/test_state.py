"""People of a team: what they are called, and who may be one person twice."""

import pandas as pd

from skillgap.domain.team.state import PEOPLE_COLUMNS, find_namesakes, label_people

PEOPLE = pd.DataFrame(
    [
        ("1", "Ayu Lestari"),
        ("2", "Budi"),
        ("3", ""),
        ("4", ""),
        ("ayu lestari", "ayu  lestari"),
        ("5", "Budi"),
    ],
    columns=["person_id", "name"],
).reindex(columns=list(PEOPLE_COLUMNS), fill_value="")


def test_who_has_the_name_of_another_is_shown_with_the_id():
    shown = label_people(PEOPLE)

    assert (shown["2"], shown["1"], shown["3"]) == ("Budi (2)", "Ayu Lestari", "3")


def test_one_name_under_several_ids_is_found_whatever_its_case_and_blanks():
    assert find_namesakes(PEOPLE) == {
        "Ayu Lestari": ["1", "ayu lestari"],
        "Budi": ["2", "5"],
    }


def test_without_names_nobody_is_a_namesake():
    assert find_namesakes(PEOPLE[PEOPLE["name"] == ""]) == {}
    assert find_namesakes(PEOPLE[:0]) == {}
