"""``compare``: the same numbers as page and export, out of files."""

import csv
import io
import json

import pytest

from skillgap.cli import main
from skillgap.hiring.comparison import compare_candidates
from skillgap.hiring.files.candidates import read_candidates
from skillgap.hiring.files.needs_file import read_role_needs, write_role_needs
from skillgap.hiring.files.report import write_comparison_csv
from skillgap.hiring.needs import begin_role, change_needs, choose_needs
from skillgap.settings import ROOT
from tests.files.broken import break_at

FILES = sorted((ROOT / "examples").glob("candidate-*.csv"))
ROLE = ROOT / "examples" / "example-role.yaml"
MUST_HAVES = ["ml.evaluation", "programming.python"]


def run(capsys, *arguments, code=0):
    assert main(["compare", *map(str, arguments), "--json"]) == code
    return json.loads(capsys.readouterr().out)


def needs_of(framework):
    return read_role_needs("r", ROLE.read_bytes(), framework).needs


def test_the_answer_has_the_shape_of_the_contract(capsys):
    answer = run(capsys, *FILES, "--profile", "llm_engineer")

    assert set(answer) == {"candidates", "note"}
    for candidate in answer["candidates"]:
        assert {"person_id", "fit", "rated_share", "must_haves"} <= set(candidate)
        assert candidate["must_haves"] == []
    assert "No ranking" in answer["note"]


def test_candidates_stand_in_the_order_of_the_files_and_not_of_the_fit(capsys):
    for order in (FILES, FILES[::-1]):
        answer = run(capsys, *order, "--profile", "llm_engineer")
        people = [c["person_id"] for c in answer["candidates"]]
        assert people == [f"example-{p.stem.removeprefix('candidate-')}" for p in order]


def test_must_haves_are_asked_by_option(capsys):
    chosen = [part for skill in MUST_HAVES for part in ("--must-have", skill)]

    answer = run(capsys, *FILES, "--profile", "llm_engineer", *chosen)

    for candidate in answer["candidates"]:
        assert {m["skill"] for m in candidate["must_haves"]} == set(MUST_HAVES)
        assert {m["state"] for m in candidate["must_haves"]} <= {
            "met", "not_met", "cannot_tell",
        }  # fmt: skip


def test_command_line_export_and_page_show_the_same_numbers(capsys, framework):
    answer = run(capsys, *FILES, "--needs", ROLE)
    files = [(path.name, path.read_bytes()) for path in FILES]
    candidates = read_candidates(files, framework).candidates
    comparison = compare_candidates(framework, needs_of(framework), candidates)
    names = {letter: letter for letter in comparison.letters}
    content = write_comparison_csv(comparison, names).decode()
    exported = {
        (row["candidate"], row["skill"]): row
        for row in csv.DictReader(io.StringIO(content))
    }

    for said, total in zip(answer["candidates"], comparison.totals.itertuples()):
        assert said["fit"] == pytest.approx(total.fit, abs=1e-6)
        for asked in said["must_haves"]:
            row = exported[said["candidate"], asked["skill"]]
            assert float(row["fit"]) == said["fit"]
            assert float(row["rated_share"]) == said["rated_share"]
            assert row["state"] == asked["state"]
            assert row["level"] == (
                "" if asked["level"] is None else str(asked["level"])
            )
            if asked["chance"] is not None:
                assert float(row["chance"]) == asked["chance"]


def test_a_faulty_file_is_a_problem_and_the_others_go_on(capsys, tmp_path):
    faulty = tmp_path / "faulty.csv"
    faulty.write_text("x\n1\n")

    answer = run(capsys, *FILES, faulty, tmp_path / "no.csv", "--needs", ROLE, code=1)

    assert len(answer["candidates"]) == 3
    assert {p["code"] for p in answer["problems"]} == {
        "columns_missing", "file_unreadable",
    }  # fmt: skip


def test_faulty_needs_compare_nobody(capsys, tmp_path):
    needs = tmp_path / "role.yaml"
    needs.write_text("name: x\n")

    answer = run(capsys, *FILES, "--needs", needs, code=1)

    assert answer["candidates"] == []
    assert answer["problems"][0]["where"] == "role.yaml:1"


def test_needs_changed_after_they_were_fixed_show_both_results(
    capsys, tmp_path, framework
):
    needs = needs_of(framework)
    fewer = {"ml.evaluation": needs.targets["ml.evaluation"]}
    changed = change_needs(needs, fewer, [], "2026-11-20", "only this matters")
    path = tmp_path / "role.yaml"
    path.write_bytes(write_role_needs(changed))

    answer = run(capsys, *FILES, "--needs", path)

    (earlier,) = answer["earlier"]
    assert earlier["from"] == "2026-11-16"
    assert earlier["candidates"] != answer["candidates"]
    assert earlier["candidates"] == run(capsys, *FILES, "--needs", ROLE)["candidates"]


def test_a_resume_is_mapped_by_a_file_and_waits_without_one(capsys, tmp_path):
    resume = tmp_path / "budi.json"
    skills = [{"name": "Python", "level": "Master"}]
    resume.write_text(json.dumps({"basics": {"name": "Budi"}, "skills": skills}))
    mapping = tmp_path / "words.yaml"
    mapping.write_text("skills: {Python: programming.python}\nlevels: {Master: 4}\n")
    call = [FILES[0], resume, "--profile", "llm_engineer"]

    waiting = run(capsys, *call, code=1)
    mapped = run(capsys, *call, "--mapping", mapping)

    assert [p["code"] for p in waiting["problems"]] == ["resume_to_map"]
    assert waiting["candidates"][1]["fit"] is None
    assert mapped["candidates"][1]["fit"] == 1


def test_more_than_three_must_haves_are_warned_of_in_the_note(capsys, framework):
    skills = list(framework.profiles["llm_engineer"].targets)[:5]
    chosen = [part for skill in skills for part in ("--must-have", skill)]

    answer = run(capsys, *FILES, "--profile", "llm_engineer", *chosen)

    assert "chance of 42 %" in answer["note"]


def test_open_needs_and_an_older_framework_are_said_in_the_note(capsys, tmp_path):
    old = tmp_path / "old.csv"
    old.write_bytes(FILES[0].read_bytes().replace(b",1.0.0,", b",0.9.0,"))

    note = run(capsys, old, *FILES, "--profile", "llm_engineer")["note"]

    assert "not fixed" in note
    assert "Candidate A rated on framework 0.9.0" in note


@pytest.mark.parametrize(
    "wrong",
    [
        ["--profile", "llm_enginer"],
        ["--profile", "llm_engineer", "--must-have", "ml.evaluatoin"],
        ["--profile", "llm_engineer", "--needs", str(ROLE)],
        ["--needs", str(ROLE), "--must-have", "ml.evaluation"],
        ["--needs", str(ROLE), "--context", "ai_startup"],
        [],
    ],
)
def test_a_wrong_call_is_refused_with_code_two(capsys, wrong):
    with pytest.raises(SystemExit) as stopped:
        main(["compare", *map(str, FILES), *wrong])

    assert stopped.value.code == 2


def test_a_must_have_the_profile_does_not_ask_is_a_problem(capsys, competencies_copy):
    entry = r"^  ml\.nlp:\n(    .*\n)+"
    break_at(competencies_copy, "profiles/llm_engineer.yaml", entry, "")
    call = ["--profile", "llm_engineer", "--must-have", "ml.nlp"]

    answer = run(capsys, *FILES, *call, "--competencies", competencies_copy, code=1)

    assert [p["code"] for p in answer["problems"]] == ["must_have_not_asked"]


def test_the_command_line_begins_a_role_like_the_page(capsys, framework):
    context = framework.contexts["ai_startup"]
    needs = begin_role(framework.profiles["llm_engineer"], [context])
    files = [(path.name, path.read_bytes()) for path in FILES]
    candidates = read_candidates(files, framework).candidates
    chosen = choose_needs(needs, needs.targets, MUST_HAVES)

    comparison = compare_candidates(framework, chosen, candidates)
    answer = run(capsys, *FILES, "--profile", "llm_engineer", "--context", "ai_startup")

    said = [candidate["fit"] for candidate in answer["candidates"]]
    assert said == pytest.approx(list(comparison.totals["fit"]), abs=1e-6)
