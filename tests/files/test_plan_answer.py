"""Gaps, fits and plans as the command line tells them."""

import json
from datetime import date

import pytest

from skillgap.cli import main

SMALL = """person_id,name,team,profile,skill,level,basis,rated_on,framework
p1,,,{aim},programming.python,2,claimed,2026-11-25,1.0.0
p1,,,{aim},ml.evaluation,0,claimed,2026-11-25,1.0.0
p1,,,{aim},ml.math_stats,2,claimed,2026-11-25,1.0.0
p1,,,{aim},engineering.llm_integration,1,claimed,2026-11-25,1.0.0
p1,,,{aim},engineering.api_design,2,claimed,2026-11-25,1.0.0
p1,,,{aim},programming.git,2,claimed,2026-11-25,1.0.0
p1,,,{aim},cloud.security,,,,1.0.0
"""
KEYS = {
    "module", "title", "stage", "stages", "skills", "hours", "week_from", "week_to",
    "why", "resources",
}  # fmt: skip


@pytest.fixture
def tell(tmp_path, capsys):
    """Return a function that runs a command for a small file and reads its answer."""

    def run(command, *more, aim="llm_engineer"):
        path = tmp_path / "me.csv"
        path.write_text(SMALL.format(aim=aim), "utf-8")
        code = main([command, str(path), "--json", *more])
        return code, json.loads(capsys.readouterr().out)

    return run


PLAN = ("--profile", "llm_engineer", "--hours-per-week", "5")


def test_a_plan_says_what_it_is_made_of(tell):
    code, plan = tell("plan", *PLAN, "--weeks", "12", "--start", "2026-12-07")

    assert code == 0
    assert set(plan) == {
        "optimal", "hours", "start", "ask_first", "not_yet", "steps", "left_open",
    }  # fmt: skip
    assert plan["optimal"] is True
    assert plan["start"] == "2026-12-07"
    assert plan["hours"] == sum(step["hours"] for step in plan["steps"]) <= 60
    assert len(plan["ask_first"]) == 4
    assert all(set(step) == KEYS for step in plan["steps"])
    assert all(1 <= s["week_from"] <= s["week_to"] <= 12 for s in plan["steps"])
    assert {skill["skill"] for step in plan["steps"] for skill in step["skills"]} >= {
        "ml.evaluation",
        "engineering.llm_integration",
    }


def test_a_plan_starts_today_if_no_day_is_given(tell):
    before = date.today().isoformat()
    _, plan = tell("plan", *PLAN, "--weeks", "4")

    assert before <= plan["start"] <= date.today().isoformat()


def test_a_plan_without_weeks_leaves_nothing_for_want_of_time(tell):
    _, plan = tell("plan", *PLAN)

    assert plan["left_open"] == plan["not_yet"] == []
    stages = [(s["module"], s["stage"], s["stages"]) for s in plan["steps"]]
    for module, stage, count in stages:
        assert {(module, each, count) for each in range(1, stage)} <= set(stages)
    assert max(step["hours"] for step in plan["steps"]) <= 24


def test_a_plan_speaks_the_language_asked_for(tell):
    reasons = {
        language: [
            s["why"] for s in tell("plan", *PLAN, "--language", language)[1]["steps"]
        ]
        for language in ("id", "en")
    }

    assert len(reasons["id"]) == len(reasons["en"])
    assert not set(reasons["id"]) & set(reasons["en"])


@pytest.mark.parametrize("command", ["gaps", "plan"])
def test_junior_asks_less_and_mid_is_the_usual(tell, command):
    aim = ("--profile", "llm_engineer") if command == "gaps" else PLAN
    answers = {
        name: tell(command, *aim, "--seniority", name)[1]
        for name in ("junior", "mid", "senior")
    }

    assert answers["mid"] == tell(command, *aim)[1]
    if command == "gaps":
        assert (
            answers["junior"]["fit"] > answers["mid"]["fit"] > answers["senior"]["fit"]
        )
    else:
        hours = [answers[name]["hours"] for name in ("junior", "mid", "senior")]
        assert hours == sorted(set(hours))


def test_a_seniority_that_is_none_is_a_wrong_call(tell, capsys):
    with pytest.raises(SystemExit) as stop:
        tell("gaps", "--profile", "llm_engineer", "--seniority", "seniour")

    assert stop.value.code == 2
    assert "did you mean 'senior'" in capsys.readouterr().err


def test_gaps_come_by_worth_and_unknown_ones_last(tell):
    _, answer = tell("gaps", "--profile", "llm_engineer")
    worth = [gap["worth"] for gap in answer["gaps"]]
    known = [each for each in worth if each is not None]

    assert known == sorted(known, reverse=True)
    assert worth[len(known) :] == [None] * (61 - 6)
    assert all(g["priority"] == g["gap"] * g["weight"] for g in answer["gaps"][:6])
    assert all((g["worth"] == 0) == (g["gap"] == 0) for g in answer["gaps"][:6])


def test_fits_come_best_first_and_the_aim_of_the_file_wins_a_tie(tell):
    firsts = {}
    for aim in ("llm_engineer", "nlp_engineer"):
        _, answer = tell("fit", aim=aim)
        assert {"profile", "fit", "rated_share"} <= set(answer["fits"][0])
        special = [f for f in answer["fits"] if f["profile"] in SPECIAL]
        firsts[aim] = special[0]["profile"]
        rest = [f["excess"] for f in special if f["profile"] != aim]
        assert rest == sorted(rest, reverse=True)

    assert firsts == {"llm_engineer": "llm_engineer", "nlp_engineer": "nlp_engineer"}


SPECIAL = {
    "llm_engineer", "cv_engineer", "nlp_engineer", "mlops_engineer",
    "ai_product_engineer",
}  # fmt: skip


def test_without_json_a_plan_says_what_to_rate_first(tell, tmp_path, capsys):
    tell("fit")
    main(["plan", str(tmp_path / "me.csv"), *PLAN, "--weeks", "2"])

    assert "Rate these first, they weigh most: " in capsys.readouterr().out
