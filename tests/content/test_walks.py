"""Five people walk from their ratings to a plan that must read as made for them."""

import pandas as pd
import pytest

from skillgap.domain.gaps import measure_fit, measure_gaps, set_targets
from skillgap.domain.learning import fits_step
from skillgap.domain.person.choice import Chooser
from skillgap.domain.person.learner import read_learner
from skillgap.domain.person.planning import recommend_steps
from skillgap.domain.person.schedule import levels_after

# Per area the usual level, then what differs from it.
WALKS = {
    "a new graduate": {
        "aims_at": "llm_engineer",
        "areas": "programming 2, ml 2, engineering 1, devops 1, cloud 0, "
        "problem_solving 1, communication 2, collaboration 1, ethics 1, domain 0",
        "skills": "programming.python 3, engineering.llm_integration 1",
        "begins_with": {"engineering", "ml", "programming", "problem_solving"},
    },
    "a web developer": {
        "aims_at": "ai_product_engineer",
        "areas": "programming 3, ml 0, engineering 3, devops 3, cloud 3, "
        "problem_solving 3, communication 3, collaboration 3, ethics 1, domain 2",
        "skills": "programming.javascript 4, engineering.llm_integration 1, "
        "engineering.retrieval 0, engineering.agents 0",
        "begins_with": {"engineering", "ml", "communication", "domain"},
    },
    "a data scientist": {
        "aims_at": "mlops_engineer",
        "areas": "programming 3, ml 4, engineering 1, devops 1, cloud 1, "
        "problem_solving 3, communication 3, collaboration 2, ethics 2, domain 3",
        "skills": "programming.python 4, programming.sql_data 4",
        "begins_with": {"devops", "cloud", "engineering"},
    },
    "an operations engineer": {
        "aims_at": "mlops_engineer",
        "areas": "programming 3, ml 0, engineering 3, devops 4, cloud 4, "
        "problem_solving 3, communication 2, collaboration 3, ethics 1, domain 1",
        "skills": "devops.mlops_pipeline 0, cloud.model_serving 1",
        "begins_with": {"ml", "devops", "cloud", "programming"},
    },
    "a product manager": {
        "aims_at": "ai_product_engineer",
        "areas": "programming 0, ml 0, engineering 0, devops 0, cloud 0, "
        "problem_solving 3, communication 4, collaboration 4, ethics 2, domain 4",
        "skills": "engineering.llm_integration 1",
        "begins_with": {"programming", "engineering", "cloud"},
    },
}


def walk(framework, name, language="en", weeks=None):
    """Return levels, gaps, the whole plan and the part of it that fits the weeks."""
    person = WALKS[name]
    usual = dict(part.split() for part in person["areas"].split(", "))
    own = dict(part.split() for part in person["skills"].split(", "))
    rows = [
        (key, float(own.get(key, usual[framework.area_of[key]])))
        for key in framework.skills
    ]
    levels = pd.DataFrame(rows, columns=["skill", "level"]).assign(
        answer="rated", basis="claimed", rated_on="2026-11-25", evidence=""
    )
    targets = set_targets(framework.profiles[person["aims_at"]])
    gaps = measure_gaps(targets, levels)
    chooser = Chooser(read_learner(framework, targets, levels))
    whole = recommend_steps(chooser, language)
    plan = recommend_steps(chooser, language, 6 * weeks) if weeks else whole
    return levels, gaps, whole, plan


@pytest.mark.parametrize("name", WALKS)
def test_the_first_steps_lie_where_this_person_is_short(framework, name):
    plan = walk(framework, name, weeks=26)[3]
    areas = [step.lifts[0].skill.split(".")[0] for step in plan.steps]
    assert len(areas) >= 4
    assert set(areas[:4]) <= WALKS[name]["begins_with"]


@pytest.mark.parametrize("name", WALKS)
def test_the_whole_way_closes_every_gap_and_half_a_year_raises_the_fit(framework, name):
    levels, gaps, whole, plan = walk(framework, name, weeks=26)
    targets = gaps[["skill", "target", "weight", "usual_target", "usual_weight"]]

    def fit(table):
        return measure_fit(measure_gaps(targets, table)).fit

    assert whole.left_open == ()
    assert fit(levels_after(levels, whole)) == pytest.approx(1)
    assert fit(levels_after(levels, plan)) > fit(levels)


@pytest.mark.parametrize("name", WALKS)
def test_nothing_is_learned_twice_and_nothing_already_mastered(framework, name):
    levels, _gaps, whole, _plan = walk(framework, name)
    reached = dict(zip(levels["skill"], levels["level"], strict=True))
    for step in whole.steps:
        main = step.lifts[0]
        assert reached[main.skill] == main.start < main.to
        if step.is_last:
            reached.update({lift.skill: lift.to for lift in step.lifts})


@pytest.mark.parametrize("name", WALKS)
@pytest.mark.parametrize("language", ["id", "en"])
def test_a_step_names_something_to_learn_from_unless_all_takes_longer_than_it(
    framework, name, language
):
    for step in walk(framework, name, language)[3].steps:
        offered = framework.modules[step.module].resources
        hours = [
            resource.hours
            for resource in map(framework.resources.__getitem__, offered)
            for lift in step.lifts
            if lift.skill in resource.skills
            and fits_step(resource.levels, lift.start, lift.to)
        ]
        assert step.resources or min(hours) > step.hours, step
