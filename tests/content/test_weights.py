"""Weights that tell a job's skills apart, and changes that leave them apart."""

import re
from collections import Counter
from itertools import product

import pytest

from skillgap.domain.framework import Framework
from skillgap.domain.gaps import set_targets
from skillgap.domain.prerequisites import required_levels
from skillgap.settings import COMPETENCIES as HERE

PROFILES = sorted(path.stem for path in (HERE / "profiles").glob("*.yaml"))
SEVERAL_TEAMS = ("three teams", "several teams")
BEGUN_WITHOUT = [
    ("ml.evaluation", "ml.math_stats"),
    ("problem_solving.experimentation", "ml.math_stats"),
    ("ml.nlp", "ml.deep_learning"),
    ("cloud.ai_services", "cloud.foundations"),
    ("cloud.cost", "cloud.foundations"),
    ("cloud.model_serving", "engineering.performance"),
    ("engineering.performance", "engineering.architecture"),
    ("engineering.retrieval", "programming.sql_data"),
    ("devops.cicd", "devops.containers"),
]


def changes_of(framework: Framework) -> dict[str, dict[str, dict[str, int]]]:
    """Return the changes of levels and of weights, by name of context or trend."""
    both = {**framework.contexts, **framework.trends}
    return {
        key: {"levels": dict(each.levels), "weights": dict(each.weights)}
        for key, each in both.items()
    }


def needs_of(framework: Framework, skill: str, level: int) -> set[str]:
    """Return every skill somebody who starts from nothing needs to reach a level."""
    found: set[str] = set()
    waiting = [(skill, level)]
    while waiting:
        lifted, to = waiting.pop()
        for module in framework.modules.values():
            if lifted != next(iter(module.lifts)) or module.lifts[lifted][1] > to:
                continue
            needs = required_levels(module, framework.skills)
            waiting += [(s, n) for s, n in needs.items() if s not in found]
            found |= needs.keys()
    return found


@pytest.mark.parametrize("profile", PROFILES)
def test_a_profile_has_about_six_signature_skills_and_a_dozen_heavy_ones(
    framework, profile
):
    weights = Counter(t.weight for t in framework.profiles[profile].targets.values())

    assert 5 <= weights[5] <= 7
    assert 9 <= weights[4] <= 14


@pytest.mark.parametrize("profile", PROFILES)
def test_no_profile_asks_for_an_act_that_takes_several_teams(framework, profile):
    asked = framework.profiles[profile].targets.items()
    anchors = {skill: framework.skills[skill].anchors[t.level].en for skill, t in asked}

    assert [s for s, a in anchors.items() if any(w in a for w in SEVERAL_TEAMS)] == []


def test_a_context_or_trend_changes_two_or_three_skills(framework):
    counted = {
        key: len(parts["levels"].keys() | parts["weights"].keys())
        for key, parts in changes_of(framework).items()
    }

    assert {key: n for key, n in counted.items() if not 2 <= n <= 3} == {}


def test_a_raise_is_cut_off_only_where_the_skill_is_a_signature_already(framework):
    """Over every profile, context and trend; no two changes pile up beyond weight 5."""
    cut, raised = set(), 0
    for name, context, trend in product(PROFILES, framework.contexts, framework.trends):
        usual = {s: t.weight for s, t in framework.profiles[name].targets.items()}
        more: Counter[str] = Counter()
        for key in (context, trend):
            more.update(changes_of(framework)[key]["weights"])
        raised += len(more)
        cut |= {(name, s) for s, n in more.items() if usual[s] + n > 5}

    assert raised > 1000
    assert all(
        framework.profiles[name].targets[skill].weight == 5 for name, skill in cut
    )
    assert len(cut) <= 7


def test_no_context_or_trend_asks_for_an_act_that_takes_several_teams(framework):
    found = [
        (name, context.name.en, trend.name.en)
        for name, context, trend in product(
            PROFILES, framework.contexts.values(), framework.trends.values()
        )
        if set_targets(framework.profiles[name], [context, trend])["target"].max() > 4
    ]

    assert found == []


@pytest.mark.parametrize(("skill", "advanced"), BEGUN_WITHOUT)
def test_a_skill_is_begun_without_what_only_its_later_steps_use(
    framework, skill, advanced
):
    assert advanced not in needs_of(framework, skill, 2)


@pytest.mark.parametrize(("skill", "advanced"), BEGUN_WITHOUT)
def test_what_a_first_step_spares_is_asked_by_a_later_one(framework, skill, advanced):
    """The cost of AI and the choice of a service ask for no cloud skill at all."""
    spared = advanced == "cloud.foundations"

    assert (advanced in needs_of(framework, skill, 4)) is not spared


def test_the_newest_version_of_the_changelog_is_the_one_the_framework_carries(
    framework,
):
    changes = (HERE / "CHANGELOG.md").read_text("utf-8")
    newest = re.search(r"^## \[(\d[^]]*)\] - (\S+)$", changes, re.MULTILINE)

    assert newest
    assert newest.groups() == (framework.version, framework.manifest.released)
