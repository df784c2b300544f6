"""The review out of files, as the command line tells it."""

import json
from datetime import date

import pytest

from skillgap.cli import main
from skillgap.domain.team.review import review_team, usual_profile
from skillgap.files.team.file_review import ReviewCall, review_files
from skillgap.sheets.files.reading import read_foreign
from tests.teams import people

TODAY = date(2026, 11, 25)


def call(*arguments: object, capsys) -> tuple[int, dict]:
    code = main([*map(str, arguments), "--json"])
    return code, json.loads(capsys.readouterr().out)


def test_rows_add_up_and_figures_are_of_the_latest_ratings(file, capsys):
    code, answer = call("review", file, "--profile", "llm_engineer", capsys=capsys)

    assert code == 1
    assert (answer["people"], answer["rows"]) == (3, 7)
    assert (answer["accepted"], answer["rejected"]) == (6, 1)
    git = next(s for s in answer["skills"] if s["skill"] == "programming.git")
    assert (git["median"], git["target"], git["at_target"]) == (2, 4, 1)
    assert git["single_holder"] == "ani"
    assert git["mentors"] == ["ani"]
    assert answer["problems"][0]["row"] == 8
    assert "programming.git" in answer["problems"][0]["message"]


def test_dont_know_and_unrated_are_told_apart(file, capsys):
    _, answer = call("review", file, capsys=capsys)

    nlp = next(s for s in answer["skills"] if s["skill"] == "ml.nlp")
    assert (nlp["rated"], nlp["unsure"], nlp["unrated"]) == (1, 1, 1)


def test_without_a_profile_the_usual_one_is_taken(file, capsys, framework):
    _, answer = call("review", file, capsys=capsys)

    assert answer["profile"] == "llm_engineer"
    unknown = people(["ani"], profile="")
    default = framework.manifest.default_profile
    assert usual_profile(framework, unknown) == default


def test_modules_stay_within_hours_and_seats(file, capsys):
    arguments = ("review", file, "--hours", 20, "--seats", 1)

    _, answer = call(*arguments, capsys=capsys)

    assert answer["proof"]["status"] == "optimal"
    assert sum(module["hours"] for module in answer["modules"]) <= 20
    assert all(len(module["people"]) == 1 for module in answer["modules"])


def test_a_profile_that_does_not_exist_is_a_wrong_call(file, capsys):
    with pytest.raises(SystemExit) as wrong:
        main(["review", str(file), "--profile", "llm_enginer"])

    assert wrong.value.code == 2
    assert "llm_engineer" in capsys.readouterr().err


def test_a_report_that_cannot_be_written_is_a_wrong_call(file, capsys):
    with pytest.raises(SystemExit) as wrong:
        main(["review", str(file), "--html", str(file / "no" / "report.html")])

    assert wrong.value.code == 2
    assert "report.html" in capsys.readouterr().err


def test_nothing_readable_gives_a_review_of_nobody(tmp_path, capsys):
    code, answer = call("review", tmp_path / "gone.csv", capsys=capsys)

    assert (code, answer["people"], answer["rows"]) == (1, 0, 0)
    assert answer["modules"] == []
    assert answer["problems"][0]["code"] == "file_unreadable"


def test_a_team_can_be_reviewed_in_part_and_as_of_a_day(framework, file):
    found = review_files(framework, ReviewCall([file], None, TODAY), read_foreign)
    history = found.scan.history
    one = history.state_on().filter(team="One")

    part = review_team(
        framework, history, "llm_engineer", TODAY, chosen=one, day=date(2026, 6, 1)
    )

    git = part.skills.set_index("skill").loc["programming.git"]
    assert (git["rated"], git["median"], git["stale"]) == (2, 2.5, 1)
    assert part.state.people["person_id"].tolist() == ["ani", "budi"]


def test_a_part_of_the_team_is_reviewed_and_all_rows_are_counted(file, capsys):
    part = ("--team", "One", "--aim", "llm_engineer", "--day", "2026-06-01")

    _, answer = call("review", file, *part, capsys=capsys)

    git = next(s for s in answer["skills"] if s["skill"] == "programming.git")
    assert (answer["people"], answer["rows"]) == (2, 7)
    assert (git["rated"], git["median"]) == (2, 2.5)
    assert all(set(m["people"]) <= {"ani", "budi"} for m in answer["modules"])


@pytest.mark.parametrize(
    ("flag", "value", "near"),
    [
        ("--team", "Oen", "One"),
        ("--aim", "llm_enginer", "llm_engineer"),
        ("--day", "25/11/2026", "2026-11-25"),
    ],
)
def test_a_part_that_does_not_exist_is_a_wrong_call(file, capsys, flag, value, near):
    with pytest.raises(SystemExit) as wrong:
        main(["review", str(file), flag, value])

    assert wrong.value.code == 2
    assert near in capsys.readouterr().err
