"""Nobody is found in an anonymous summary, whatever is added and subtracted."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from itertools import combinations, product
from math import comb
from typing import NamedTuple

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap.domain.team.anonymity import (
    SMALLEST,
    Disclosure,
    Ledger,
    choose_groups,
    open_ledger,
    summarise_anonymously,
)
from skillgap.domain.team.history import PERSON_AT, History, sort_history
from skillgap.domain.team.order_statistics import QUARTILES
from skillgap.domain.team.state import TeamState
from tests.team_reference import quantile
from tests.teams import pack_answer, people


def test_a_group_of_four_is_not_shown():
    assert Disclosure().show(range(4)) is None
    assert Disclosure().show([]) is None
    assert Disclosure().show(range(5))


def test_a_filter_that_differs_by_four_people_from_one_shown_is_refused():
    shown = Disclosure().show(range(12))

    assert shown.show(range(8)) is None
    assert shown.show(range(16)) is None
    assert shown.show(range(7))
    assert shown.show(range(17))
    assert shown.show(range(12))


def test_filters_that_overlap_are_refused_as_well():
    shown = Disclosure().show(range(10))

    assert shown.show(range(6, 16)) is None
    assert shown.show(range(5, 15))


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


DAYS = (date(2026, 5, 18), date(2026, 11, 25))


class Member(NamedTuple):
    """Somebody in a small team, with a level of one skill on each of ``DAYS``.

    A level of -1 is no answer on that day.
    """

    team: str
    profile: str
    levels: tuple[int, int]


members = st.builds(
    Member,
    st.sampled_from("AB"),
    st.sampled_from("xy"),
    st.tuples(st.integers(-1, 3), st.sampled_from([-1, -1, 0, 1, 2, 3])),
)
small_teams = st.lists(members, min_size=5, max_size=12)


def history(team: dict[str, Member]) -> History:
    """Return what people answered; ids stand in their order, as files give them."""
    ids = sorted(team)
    table = people(ids).assign(
        team=[team[each].team for each in ids],
        profile=[team[each].profile for each in ids],
    )
    keys = [
        place << PERSON_AT | pack_answer(0, day.toordinal(), level, 0)
        for place, each in enumerate(ids)
        for day, level in zip(DAYS, team[each].levels)
        if level >= 0
    ]
    return sort_history(table, ("git",), np.array(keys, np.int64))[0]


View = tuple[TeamState, np.ndarray]


def views(found: History) -> list[View]:
    """Return the states and the people that filters by team, profile, day leave.

    Two filters that leave the same people of the same state are one view.
    """
    teams, profiles = ((None, *sorted(set(found.people[c]))) for c in FILTERS)
    return [
        (state, np.array(chosen))
        for state in (found.state_on(DAYS[0]), found.state_on())
        for chosen in {
            tuple(state.filter(team, profile).tolist()): None
            for team, profile in product(teams, profiles)
        }
    ]


FILTERS = ("team", "profile")


class Shown(NamedTuple):
    """What a reader has: whom each summary is about, and the answers behind figures.

    An answer is a person, a day and a level.
    """

    ledger: Ledger
    groups: frozenset[frozenset] = frozenset()
    answers: frozenset[frozenset] = frozenset()

    def ask(self, view: View) -> "Shown":
        """Ask for one summary more in the same session."""
        state, chosen = view
        table, ledger = summarise_anonymously(state, chosen, self.ledger)
        if table is None:
            return self
        ids = state.people["person_id"].to_numpy()
        groups, answers = self.groups | {frozenset(ids[chosen])}, self.answers
        rated = chosen & state.known[:, 0]
        if not np.isnan(table["median"][0]):
            cells = zip(ids[rated], state.days[rated, 0], state.levels[rated, 0])
            answers = answers | {frozenset(cells)}
            assert table["rated"][0] == rated.sum()
        return Shown(ledger, groups, answers)


def shown_nothing(found: History) -> Shown:
    return Shown(open_ledger(found.state_on()))


@cache
def can_single_out(groups: frozenset[frozenset]) -> bool:
    """Say whether sums and differences of groups, of any depth, give one to four.

    What is added and subtracted spans a space; whoever is not in it cannot be had.
    """
    everybody = sorted(frozenset().union(*groups))
    if not everybody:
        return False
    rows = np.array([[each in group for each in everybody] for group in groups], float)
    _, sizes, space = np.linalg.svd(rows, full_matrices=False)
    space = space[sizes > 1e-9]
    for size in range(1, SMALLEST):
        few = np.zeros((comb(len(everybody), size), len(everybody)))
        for row, places in zip(few, combinations(range(len(everybody)), size)):
            row[list(places)] = 1
        left = few - few @ space.T @ space
        if (np.abs(left).max(axis=1) < 1e-9).any():
            return True
    return False


def figures(group: Iterable, levels: dict) -> tuple:
    """Return what a summary says of a group if people's levels were these."""
    known = [levels[answer] for answer in group]
    return len(known), *(quantile(known, share) for _, share in QUARTILES)


def is_certain(answer, shown: frozenset[frozenset]) -> bool:
    """Say whether figures would change if the level were that of anybody else."""
    levels = {each: each[2] for each in frozenset().union(*shown)}
    seen = [figures(group, levels) for group in shown]
    for other in levels:
        if other[0] != answer[0] and levels[other] != levels[answer]:
            swapped = {**levels, answer: levels[other], other: levels[answer]}
            if [figures(group, swapped) for group in shown] == seen:
                return False
    return True


def check_nobody_is_found(shown: Shown) -> None:
    assert not can_single_out(shown.groups)
    assert not can_single_out(shown.answers)
    assert not certain_answers(shown.answers)


@cache
def certain_answers(shown: frozenset[frozenset]) -> list:
    return [each for each in frozenset().union(*shown) if is_certain(each, shown)]


def check_all_pairs(before: History, after: History) -> None:
    """Ask for every view of one history, and after each for every one of another."""
    seconds = views(after)
    for shown in dict.fromkeys(map(shown_nothing(before).ask, views(before))):
        for second in seconds:
            check_nobody_is_found(shown.ask(second))


def name_all(team: Sequence[Member]) -> dict[str, Member]:
    return {f"p{number:02}": member for number, member in enumerate(team)}


@settings(max_examples=15)
@given(small_teams)
def test_no_pair_of_filters_gives_anybody_away(team):
    found = history(name_all(team))

    check_all_pairs(found, found)


@settings(max_examples=40)
@given(small_teams, st.randoms())
def test_no_sequence_of_filters_gives_anybody_away(team, chance):
    found = history(name_all(team))
    shown, order = shown_nothing(found), views(found)
    chance.shuffle(order)

    for view in order:
        shown = shown.ask(view)

    check_nobody_is_found(shown)


@settings(max_examples=15)
@given(small_teams, members, st.sampled_from(["a", "p05x", "z"]))
def test_somebody_added_between_two_summaries_is_not_found(team, newcomer, name):
    known = name_all(team)

    check_all_pairs(history(known), history({**known, name: newcomer}))


def test_a_summary_of_one_person_more_is_refused_wherever_the_person_stands():
    known = name_all([Member("A", "x", (level % 4, -1)) for level in range(8)])
    newcomer = {"a": Member("A", "x", (3, -1))}
    first, second = history(known).state_on(), history(known | newcomer).state_on()

    _, ledger = summarise_anonymously(first, first.filter(), open_ledger(first))
    table, _ = summarise_anonymously(second, second.filter(), ledger)

    assert table is None


def test_what_was_shown_may_be_shown_again_from_the_same_files_read_anew():
    known = name_all([Member("A", "x", (level % 4, -1)) for level in range(8)])
    first, again = history(known).state_on(), history(known).state_on()

    table, ledger = summarise_anonymously(first, first.filter(), open_ledger(first))
    same, _ = summarise_anonymously(again, again.filter(), ledger)

    assert table is not None
    assert same is not None
    assert table.equals(same)


sizes_by_name = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 12))


@given(sizes_by_name)
def test_what_a_breakdown_leaves_out_is_nobody_or_five_at_least(sizes):
    shown = choose_groups(sizes)

    assert all(sizes[name] >= SMALLEST for name in shown)
    hidden = [size for name, size in sizes.items() if name not in shown and size]
    assert not hidden or not shown or sum(hidden) >= SMALLEST
    assert len(hidden) != 1 or not shown


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
