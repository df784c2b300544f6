"""What a profile asks of somebody junior, mid-level or senior."""

import pytest

from skillgap.domain.parameters import Seniority, Shift
from skillgap.domain.person.seniority import USUAL, set_seniority
from skillgap.domain.prerequisites import reachable_levels
from tests.frameworks import both, profile

ASKED = profile("""
    skill  target  weight
    light  1       2
    usual  3       3
    heavy  3       4
    core   4       5
    top    5       5
""")


def asked_of(**shifts):
    stand = Seniority(
        both("name"), both("why"), {int(w[1]): s for w, s in shifts.items()}
    )
    found = set_seniority(ASKED, stand).targets
    assert {s: t.weight for s, t in found.items()} == {
        s: t.weight for s, t in ASKED.targets.items()
    }
    return [target.level for target in found.values()]


def test_without_a_shift_nothing_moves():
    assert asked_of() == [1, 3, 3, 4, 5]


def test_a_target_moves_by_its_weight_up_to_the_limit():
    up = Shift(1, 4)

    assert asked_of(w4=up, w5=up) == [1, 3, 4, 4, 5]


def test_a_target_moves_down_to_the_limit_and_not_below():
    assert asked_of(**{f"w{n}": Shift(-1, 1) for n in (2, 3, 4, 5)}) == [1, 2, 2, 3, 4]


def test_the_usual_seniority_leaves_every_profile_as_it_is(framework):
    for each in framework.profiles.values():
        assert set_seniority(each, framework.seniorities[USUAL]) == each


@pytest.mark.parametrize("kind", ["specialization", "profession"])
def test_junior_asks_less_than_mid_and_senior_more_and_all_can_be_reached(
    framework, kind
):
    reachable = reachable_levels(framework)
    for _key, each in framework.profiles_of(kind):
        junior, mid, senior = (
            set_seniority(each, framework.seniorities[name]).targets
            for name in ("junior", "mid", "senior")
        )
        for skill in mid:
            assert junior[skill].level <= mid[skill].level <= senior[skill].level
            assert junior[skill].level >= 1
            assert senior[skill].level <= reachable[skill]
        sums = [sum(t.level for t in asked.values()) for asked in (junior, mid, senior)]
        assert sums[0] + 10 < sums[1] < sums[2] - 10
