"""The YAML of a role's needs."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.domain.scale import Text
from skillgap.files.wording import describe_problem
from skillgap.hiring.files.needs_file import read_role_needs, write_role_needs
from skillgap.hiring.needs import (
    begin_role,
    change_needs,
    choose_needs,
    fix_needs,
    list_versions,
)
from skillgap.settings import ROOT

EXAMPLE = ROOT / "examples" / "example-role.yaml"
SOUND = """\
name: {en: Role, id: Peran}
kind: profession
focus: {en: Focus, id: Fokus}
targets:
  programming.git: {level: 3, weight: 4}
  ml.evaluation: {level: 4, weight: 5}
must_have: [ml.evaluation]
fixed_on: "2026-11-16"
changes:
  - day: "2026-11-20"
    reason: fewer skills
    targets:
      ml.nlp: {level: 2, weight: 1}
"""


def read(framework, text):
    return read_role_needs("role.yaml", text.encode(), framework)


def changed_needs(framework):
    needs = begin_role(
        framework.profiles["llm_engineer"], [*framework.contexts.values()]
    )
    skills = list(needs.targets)
    needs = fix_needs(choose_needs(needs, needs.targets, skills[:3]), "2026-11-16")
    fewer = {skill: needs.targets[skill] for skill in skills[:5]}
    return change_needs(needs, fewer, skills[:1], "2026-11-20", "no: it's “yes”")


def test_needs_are_read_with_their_versions(framework):
    reading = read(framework, SOUND)

    assert reading.problems == ()
    first, second = list_versions(reading.needs)
    assert (list(first.needs.targets), first.day) == (["ml.nlp"], "2026-11-16")
    assert (second.needs.must_have, second.reason) == (
        ("ml.evaluation",),
        "fewer skills",
    )


def test_a_profile_of_the_framework_is_a_role_without_must_haves(framework):
    text = (ROOT / "competencies" / "profiles" / "ai_engineer.yaml").read_bytes()

    reading = read_role_needs("ai_engineer.yaml", text, framework)

    assert reading.problems == ()
    assert reading.needs.targets == framework.profiles["ai_engineer"].targets
    assert (reading.needs.must_have, reading.needs.fixed_on) == ((), "")


def test_writing_and_reading_gives_the_same_needs(framework):
    needs = changed_needs(framework)

    assert read_role_needs("r", write_role_needs(needs), framework).needs == needs


@given(*[st.text(st.characters(codec="utf-8"), max_size=30)] * 2)
def test_any_name_and_text_survives_writing_and_reading(framework, one, two):
    needs = replace(
        changed_needs(framework), name=Text(one, two), reading=Text(two, one)
    )

    assert read_role_needs("r", write_role_needs(needs), framework).needs == needs


FAULTY = {
    "an unknown skill": ("programming.git:", "programming.gti:", "skill_unknown", 5),
    "a level off the scale": ("level: 3", "level: 6", "value_not_allowed", 5),
    "a weight of none": ("weight: 4", "weight: 0", "value_not_allowed", 5),
    "an unknown key": ("fixed_on", "fixed_at", "key_unknown", 8),
    "a foreign must-have": ("[ml.eval", "[ml.eva", "must_have_not_asked", 7),
    "a must-have twice": (
        "[ml.evaluation]", "[ml.evaluation, ml.evaluation]", "must_have_repeated", 7,
    ),
    "a day that is none": ("2026-11-16", "2026-11-31", "day_not_iso", 8),
    "an open role with changes": ('fixed_on: "2026-11-16"\n', "", "day_not_iso", 1),
    "a change before the day": ("2026-11-20", "2026-11-01", "needs_change_early", 10),
    "a change without reason": ("fewer skills", '" "', "needs_reason_missing", 11),
    "an unknown skill before": ("ml.nlp", "ml.npl", "skill_unknown", 13),
    "no focus": ("focus: {en: Focus, id: Fokus}\n", "", "key_missing", 1),
}  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after", "code", "line"), FAULTY.values(), ids=list(FAULTY)
)
def test_what_is_wrong_is_named_with_its_line(framework, before, after, code, line):
    reading = read(framework, SOUND.replace(before, after))

    assert reading.needs is None
    assert (code, f"role.yaml:{line}") in [(p.code, p.where) for p in reading.problems]
    assert all(describe_problem(problem) for problem in reading.problems)


def test_several_problems_come_at_once(framework):
    text = SOUND.replace("programming.git", "x").replace("fewer skills", '""')

    assert {p.code for p in read(framework, text).problems} == {
        "skill_unknown", "needs_reason_missing",
    }  # fmt: skip


def test_an_empty_file_says_what_to_do(framework):
    (problem,) = read(framework, "").problems

    assert problem.code == "needs_empty"


def test_needs_without_a_skill_are_refused(framework):
    text = SOUND.split("targets:")[0] + "targets: {}\n"

    assert [p.code for p in read(framework, text).problems] == ["needs_without_skills"]


def test_the_example_is_fixed_and_has_three_must_haves(framework):
    reading = read_role_needs(EXAMPLE.name, EXAMPLE.read_bytes(), framework)

    assert reading.problems == ()
    assert len(reading.needs.must_have) == 3
    assert reading.needs.fixed_on
