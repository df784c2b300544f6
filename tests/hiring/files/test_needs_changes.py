"""What a change of a role's needs changed, skill by skill."""

from dataclasses import replace

import pytest

from skillgap.domain.framework import Target
from skillgap.files.speech import Speech
from skillgap.hiring.files.wording import describe_skill_change
from skillgap.hiring.needs import list_skill_changes
from tests.needs import role

BEFORE = role("skill target weight\na.git 3 4\na.sql 2 1")


@pytest.mark.parametrize(
    ("targets", "must", "said"),
    [
        ({"a.git": (3, 4), "a.sql": (2, 1)}, (), []),
        ({"a.git": (4, 4), "a.sql": (2, 1)}, (), ["a.git: target 3 → 4"]),
        (
            {"a.git": (4, 5), "a.sql": (2, 1)},
            ("a.git",),
            ["a.git: target 3 → 4, weight 4 → 5, now a must-have"],
        ),
        ({"a.git": (3, 4)}, (), ["a.sql: left out"]),
        (
            {"a.git": (3, 4), "a.sql": (2, 1), "a.api": (1, 2)},
            (),
            ["a.api: added, target 1, weight 2"],
        ),
    ],
    ids=["nothing", "target", "everything", "left out", "added"],
)
def test_what_a_change_did_to_each_skill_is_said(targets, must, said):
    chosen = {skill: Target(*numbers) for skill, numbers in targets.items()}
    after = replace(BEFORE, targets=chosen, must_have=must)

    changes = list_skill_changes(BEFORE, after)

    speech = Speech("en")
    assert [describe_skill_change(c, c.skill, speech) for c in changes] == said
