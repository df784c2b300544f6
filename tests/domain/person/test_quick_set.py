"""What a quick assessment asks."""

from collections import Counter

import pytest

from skillgap.domain.person.quick_set import choose_quick_set
from skillgap.files.framework import load_framework
from tests.frameworks import profile

PROFILES = list(load_framework().profiles)
AREA_OF = {"a.one": "a", "a.two": "a", "a.low": "a", "a.least": "a", "b.one": "b"}
TARGETS = """
    skill    target  weight
    a.least  3       1
    a.low    3       2
    a.two    3       5
    a.one    4       5
    b.one    2       1
"""


def test_two_of_every_area_come_first_or_the_one_it_has_then_the_heaviest():
    chosen = choose_quick_set(profile(TARGETS), AREA_OF)

    assert chosen == ["a.one", "a.two", "b.one", "a.low", "a.least"]


@pytest.mark.parametrize("key", PROFILES)
def test_24_skills_with_at_least_two_of_every_area_asked(framework, key):
    asked = framework.profiles[key]
    chosen = choose_quick_set(asked, framework.area_of)
    counts = Counter(framework.area_of[skill] for skill in chosen)

    assert len(chosen) == len(set(chosen)) == 24
    assert set(chosen) <= asked.targets.keys()
    assert counts.keys() == {framework.area_of[skill] for skill in asked.targets}
    assert min(counts.values()) >= 2


@pytest.mark.parametrize("key", PROFILES)
def test_what_defines_a_profile_is_asked(framework, key):
    asked = framework.profiles[key]
    signature = {s for s, target in asked.targets.items() if target.weight == 5}

    assert signature <= set(choose_quick_set(asked, framework.area_of))
