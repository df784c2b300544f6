"""What a role asks: chosen, fixed on a day, every change kept."""

from dataclasses import replace

import pytest

from skillgap.domain.framework import Target
from skillgap.domain.gaps import set_targets
from skillgap.hiring.needs import (
    FixedNeedsError,
    begin_role,
    chance_to_pass,
    change_needs,
    choose_needs,
    fix_needs,
    last_day,
    list_versions,
    warn_must_haves,
)
from tests.frameworks import both, profile
from tests.gaps import adjustment
from tests.needs import role

PROFILE = profile("skill target weight\na.sql 3 3\na.git 2 1")
LOWER = {"a.sql": Target(2, 3)}


def fixed():
    return fix_needs(begin_role(PROFILE), "2026-11-16")


def test_a_role_begins_as_a_profile_in_its_context():
    needs = begin_role(PROFILE, [adjustment({"a.sql": 1}, {"a.sql": -1})], both("Job"))

    assert needs.targets == {"a.sql": Target(4, 2), "a.git": Target(2, 1)}
    assert (needs.name, needs.focus) == (both("Job"), PROFILE.focus)


def test_needs_are_a_profile_that_targets_are_set_from():
    table = set_targets(begin_role(PROFILE))

    assert list(table["target"]) == [3, 2]


def test_skills_and_must_haves_are_chosen_while_the_needs_are_open():
    needs = choose_needs(begin_role(PROFILE), LOWER, ["a.sql", "a.sql"])

    assert (needs.targets, needs.must_have) == (LOWER, ("a.sql",))


@pytest.mark.parametrize(("targets", "must_have"), [({}, []), (LOWER, ["a.git"])])
def test_needs_without_a_skill_or_with_a_foreign_must_have_are_refused(
    targets, must_have
):
    with pytest.raises(ValueError, match="role"):
        choose_needs(begin_role(PROFILE), targets, must_have)


def test_fixed_needs_are_not_altered_in_passing():
    with pytest.raises(FixedNeedsError):
        choose_needs(fixed(), LOWER)
    with pytest.raises(FixedNeedsError):
        fix_needs(fixed(), "2026-11-20")


def test_a_change_keeps_what_held_before_with_its_reason():
    changed = change_needs(fixed(), LOWER, ["a.sql"], "2026-11-20", "no SQL team")

    first, second = list_versions(changed)
    assert (first.day, first.reason) == ("2026-11-16", "")
    assert first.needs.targets == PROFILE.targets
    assert (second.day, second.reason) == ("2026-11-20", "no SQL team")
    assert (second.needs.targets, second.needs.must_have) == (LOWER, ("a.sql",))
    assert last_day(changed) == "2026-11-20"


def test_every_version_is_kept_however_many_changes_there_are():
    once = change_needs(fixed(), LOWER, [], "2026-11-20", "one")
    twice = change_needs(once, PROFILE.targets, [], "2026-11-21", "two")

    kept = [dict(version.needs.targets) for version in list_versions(twice)]

    assert kept == [PROFILE.targets, LOWER, PROFILE.targets]


@pytest.mark.parametrize(
    ("day", "reason"), [("2026-11-20", " "), ("2026-11-15", "why"), ("2026-11-20", "")]
)
def test_a_change_without_reason_or_before_the_last_day_is_refused(day, reason):
    with pytest.raises(ValueError, match="fixed"):
        change_needs(fixed(), LOWER, [], day, reason)


def test_open_needs_are_not_changed_with_a_reason():
    with pytest.raises(ValueError, match="must be fixed"):
        change_needs(begin_role(PROFILE), LOWER, [], "2026-11-20", "why")


@pytest.mark.parametrize(("cuts", "chance"), [(0, 1), (3, 0.60), (5, 0.42), (8, 0.25)])
def test_each_further_cut_makes_it_less_likely_to_pass_them_all(cuts, chance):
    assert chance_to_pass(cuts) == pytest.approx(chance, abs=0.005)


def test_a_fourth_must_have_gives_a_warning_with_the_reason():
    needs = role("skill target weight\n" + "\n".join(f"a.s{n} 3 1" for n in range(5)))
    three, five = (
        warn_must_haves(replace(needs, must_have=tuple(needs.targets)[:n]), "role")
        for n in (3, 5)
    )

    assert three == ()
    (warning,) = five
    assert (warning.values["value"], warning.values["limit"]) == (5, 3)
    assert (warning.values["chance"], warning.values["usual"]) == (42, 60)
