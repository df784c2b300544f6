"""What a module takes for granted, and what can be reached from nothing."""

from dataclasses import replace

import pytest

from skillgap.domain.prerequisites import (
    reachable_levels,
    required_levels,
    skill_cycle,
)
from tests.frameworks import small_framework

SKILLS = """
    skill   builds_on
    a.shell .
    a.git   a.shell
    a.ci    a.git
"""


@pytest.mark.parametrize(
    ("step", "level"), [("0-2", 2), ("2-3", 2), ("3-4", 3), ("4-5", 3)]
)
def test_a_prerequisite_is_met_at_two_and_for_production_at_three(step, level):
    modules = f"module lifts needs hours\nm a.git:{step} . 8"
    framework = small_framework(SKILLS, modules)

    needs = required_levels(framework.modules["m"], framework.skills)

    assert needs == {"a.shell": level}


def test_what_a_module_asks_itself_comes_on_top():
    framework = small_framework(
        SKILLS,
        """
        module  lifts      needs            hours
        m       a.git:0-2  a.shell:4,a.ci:1  8
        n       a.git:0-2  a.shell:1         8
        """,
    )
    needs = [required_levels(m, framework.skills) for m in framework.modules.values()]

    assert needs == [{"a.shell": 4, "a.ci": 1}, {"a.shell": 2}]


def test_a_skill_the_module_lifts_itself_is_no_prerequisite():
    modules = "module lifts needs hours\nm a.git:0-2,a.shell:0-2 a.shell:1 8"
    framework = small_framework(SKILLS, modules)

    assert required_levels(framework.modules["m"], framework.skills) == {}


def test_a_chain_of_modules_is_reached_to_its_end():
    framework = small_framework(
        SKILLS,
        """
        module  lifts        needs  hours
        late    a.git:2-3    .      8
        first   a.shell:0-2  .      8
        early   a.git:0-2    .      8
        """,
    )

    assert reachable_levels(framework) == {"a.shell": 2, "a.git": 3, "a.ci": 0}


def test_a_module_with_an_unreachable_prerequisite_leads_nowhere():
    modules = "module lifts needs hours\nm a.git:0-2 . 8"

    assert set(reachable_levels(small_framework(SKILLS, modules)).values()) == {0}


def test_a_module_that_starts_above_what_is_reached_leads_nowhere():
    modules = "module lifts needs hours\nm a.shell:2-3 . 8"

    assert reachable_levels(small_framework(SKILLS, modules))["a.shell"] == 0


def test_modules_that_wait_for_each_other_lead_nowhere():
    framework = small_framework(
        "skill builds_on\na.x .\na.y .",
        """
        module  lifts    needs  hours
        m       a.x:0-2  a.y:2  8
        n       a.y:0-2  a.x:2  8
        """,
    )

    assert reachable_levels(framework) == {"a.x": 0, "a.y": 0}


def test_taking_a_module_away_lets_nothing_reach_higher(cases):
    lowered = 0
    for framework in (case.framework for case in cases):
        full = reachable_levels(framework)
        for gone in framework.modules:
            rest = {key: m for key, m in framework.modules.items() if key != gone}
            less = reachable_levels(replace(framework, modules=rest))
            assert all(less[skill] <= full[skill] for skill in full), gone
            lowered += less != full
    assert lowered > 50, "the cases have what the law is about"


def test_a_cycle_of_prerequisites_is_named_in_order():
    skills = small_framework("skill builds_on\na.x a.y\na.y a.z\na.z a.x").skills

    cycle = list(skill_cycle(skills))

    assert cycle[0] == cycle[-1]
    assert set(cycle) == {"a.x", "a.y", "a.z"}


def test_without_a_cycle_there_is_nothing_to_name():
    assert list(skill_cycle(small_framework(SKILLS).skills)) == []


def test_an_unknown_prerequisite_is_no_cycle():
    assert (
        list(skill_cycle(small_framework("skill builds_on\na.x a.gone").skills)) == []
    )
