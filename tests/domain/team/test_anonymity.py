"""Nobody is found in an anonymous summary, whatever is added and subtracted."""

from itertools import combinations, permutations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap.domain.team.anonymity import (
    SMALLEST,
    Disclosure,
    choose_groups,
    open_ledger,
    summarise_anonymously,
)
from skillgap.domain.team.state import TeamState
from tests.teams import people


def test_a_group_of_four_is_not_shown():
    assert not Disclosure().allows(range(4))
    assert Disclosure().allows(range(5))


def test_a_filter_that_differs_by_four_people_from_one_shown_is_refused():
    shown = Disclosure().show(range(12))

    assert not shown.allows(range(8))
    assert not shown.allows(range(16))
    assert shown.allows(range(7))
    assert shown.allows(range(17))
    assert shown.allows(range(12))


def test_filters_that_overlap_are_refused_as_well():
    shown = Disclosure().show(range(10))

    assert not shown.allows(range(6, 16))
    assert shown.allows(range(5, 15))


def test_what_is_refused_cannot_be_shown():
    with pytest.raises(ValueError, match="fewer than five"):
        Disclosure().show(range(4))


def test_a_small_group_hides_the_next_smallest_too():
    assert choose_groups({"a": 9, "b": 3, "c": 6, "d": 7}) == ["a", "d"]
    assert choose_groups({"a": 9, "b": 5, "c": 6}) == ["a", "b", "c"]
    assert choose_groups({"a": 9, "b": 3, "c": 6, "d": 6}) == ["a", "c"]
    assert choose_groups({"a": 2, "b": 3}) == []


def small_team(levels: np.ndarray, teams: list[str], profiles: list[str]) -> TeamState:
    table = people([f"p{n}" for n in range(len(levels))])
    table = table.assign(team=teams, profile=profiles)
    days = np.where(levels >= 0, 739_000, 0).astype(np.int32)
    skills = tuple(f"s{n}" for n in range(levels.shape[1]))
    return TeamState(table, skills, levels, days, np.full(levels.shape, -1, np.int8))


def filters(state: TeamState) -> list[np.ndarray]:
    """Return whom each filter by team and profile leaves, alone and joined."""
    teams = [None, *sorted(set(state.people["team"]))]
    profiles = [None, *sorted(set(state.people["profile"]))]
    return [state.filter(team, profile) for team, profile in product(teams, profiles)]


def can_single_out(shown: list[np.ndarray], count: int) -> bool:
    """Say whether sums and differences of what was shown give one to four people."""
    if not shown:
        return False
    rows = np.array(shown, float)
    rank = np.linalg.matrix_rank(rows)
    for size in range(1, SMALLEST):
        for few in combinations(range(count), size):
            one = np.zeros(count)
            one[list(few)] = 1
            if np.linalg.matrix_rank(np.vstack([rows, one])) == rank:
                return True
    return False


random_small_teams = st.integers(5, 11).flatmap(
    lambda count: st.tuples(
        st.lists(st.sampled_from("AB"), min_size=count, max_size=count),
        st.lists(st.sampled_from("xy"), min_size=count, max_size=count),
        st.lists(st.integers(-1, 5), min_size=count, max_size=count),
    )
)


@settings(max_examples=25)
@given(random_small_teams)
def test_no_pair_of_filters_gives_anybody_away(case):
    teams, profiles, levels = case
    state = small_team(np.array(levels, np.int8)[:, None], teams, profiles)

    for pair in permutations(filters(state), 2):
        check_nobody_is_found(state, pair)


@settings(max_examples=25)
@given(random_small_teams, st.randoms())
def test_no_sequence_of_filters_gives_anybody_away(case, chance):
    teams, profiles, levels = case
    state = small_team(np.array(levels, np.int8)[:, None], teams, profiles)
    order = filters(state)
    chance.shuffle(order)

    check_nobody_is_found(state, order)


def check_nobody_is_found(state: TeamState, order) -> None:
    """Show one filter after the other, then try to find somebody."""
    ledger, groups, answers = open_ledger(state), [], []
    for chosen in order:
        table, ledger = summarise_anonymously(state, chosen, ledger)
        if table is not None:
            groups.append(chosen)
            if not np.isnan(table["median"][0]):
                answers.append(chosen & state.known[:, 0])
    assert not can_single_out(groups, len(state.people))
    assert not can_single_out(answers, len(state.people))
    for rows in (answers, [a & ~b for a in answers for b in answers]):
        for row in rows:
            assert not row.any() or len(set(state.levels[row, 0])) > 1


def test_a_skill_one_person_rated_is_not_shown_though_the_group_is():
    levels = np.array([[3, 2], [-1, 1], [-1, 3], [-1, 0], [-1, 2], [-1, 2]], np.int8)
    state = small_team(levels, ["A"] * 6, ["x"] * 6)

    table, _ = summarise_anonymously(state, state.filter(), open_ledger(state))

    assert table["rated"].isna().tolist() == [True, False]
    assert table["median"].tolist()[1] == 2


def test_a_level_everybody_has_is_not_shown():
    levels = np.full((6, 1), 3, np.int8)
    state = small_team(levels, ["A"] * 6, ["x"] * 6)

    table, _ = summarise_anonymously(state, state.filter(), open_ledger(state))

    assert table["median"].isna().all()


def test_a_rating_that_changed_since_does_not_show_by_comparison():
    levels = np.array([[0], [1], [2], [3], [4], [5]], np.int8)
    before = small_team(levels, ["A"] * 6, ["x"] * 6)
    moved = levels.copy()
    moved[0] = 5
    after = small_team(moved, ["A"] * 6, ["x"] * 6)

    _, ledger = summarise_anonymously(before, before.filter(), open_ledger(before))
    table, _ = summarise_anonymously(after, after.filter(), ledger)

    assert table["median"].isna().all()
