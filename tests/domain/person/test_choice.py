"""The best choice of modules within some hours, against every other choice there is."""

from itertools import combinations
from math import inf

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap.domain.person import cover
from skillgap.domain.person.choice import TOLERANCE, Chooser
from skillgap.domain.person.cover import Cover
from tests.frameworks import small_framework
from tests.plans import learner_of, level_table, situations
from tests.tables import levels

# A module for both git and sql is cheaper than one for each, dearer than one alone.
SKILLS = "skill builds_on\na.git .\nb.sql ."
MODULES = """
    module  lifts                needs  hours
    git     a.git:0-2            .      10
    sql     b.sql:0-2            .      8
    both    a.git:0-2,b.sql:0-2  .      14
"""
TARGETS = "skill target weight\na.git 2 5\nb.sql 2 3"
KNOWN = levels("skill level\na.git 0\nb.sql 0")


def choose(hours):
    learner = learner_of(small_framework(SKILLS, MODULES, TARGETS), KNOWN)
    return Chooser(learner).choose(hours)


@pytest.mark.parametrize(
    ("hours", "modules"),
    [
        (7, set()),
        (9, {"sql"}),
        (13, {"git"}),
        (14, {"both"}),
        (inf, {"both"}),
    ],
)
def test_of_the_sets_that_grant_most_the_cheapest_is_taken(hours, modules):
    choice = choose(hours)

    assert choice.modules == modules
    assert choice.is_optimal


def test_a_search_that_is_cut_short_says_what_is_not_proven(monkeypatch):
    class Nothing:
        x, status = None, 1

    monkeypatch.setattr(cover, "milp", lambda *_args, **_more: Nothing())

    choice = choose(14)

    assert not choice.is_optimal
    assert choice.unproven == ["b.sql"]


def every_set(chooser):
    """Yield all sets of useful modules that can be done in some order, with hours."""
    found = chooser.cover
    for count in range(len(found.candidates) + 1):
        for modules in combinations(found.candidates, count):
            if not found.find_stuck(modules):
                reached = dict(chooser.learner.levels)
                chooser.learner.lift(reached, modules)
                yield found.hours(modules), reached


def grants(reached, wishes):
    return all(reached[wish.skill] >= wish.level for wish in wishes)


@settings(max_examples=300, deadline=None)
@given(situations(), st.integers(0, 120))
def test_no_other_choice_is_better(case, hours):
    """Each wish left out fits with those granted before it in no set at all."""
    framework, table = case
    chooser = Chooser(learner_of(framework, table))
    choice, sets = chooser.choose(hours), list(every_set(chooser))
    needed = [each for each, reached in sets if grants(reached, choice.granted)]

    assert choice.is_optimal
    assert grants(choice.levels, choice.granted)
    assert chooser.cover.hours(choice.modules) == pytest.approx(min(needed))
    assert min(needed) <= hours + TOLERANCE
    granted = []
    for wish in chooser.wishes:
        if wish in choice.granted:
            granted.append(wish)
        elif wish not in choice.early:
            fits = [h for h, reached in sets if grants(reached, [*granted, wish])]
            assert min(fits, default=inf) > hours + TOLERANCE, wish


@settings(max_examples=100, deadline=None)
@given(situations())
def test_the_program_finds_what_every_set_in_turn_finds(case):
    """The same without the short way that needs no program."""
    framework, table = case
    chooser = Chooser(learner_of(framework, table))
    needs = [wish.need for wish in chooser.choose().granted]
    needs = [need for need in needs if chooser.cover.is_open(need)]
    if not needs:
        return

    solved = chooser.cover._solve(needs)

    least = min(h for h, reached in every_set(chooser) if grants(reached, needs))
    assert solved.proven
    assert chooser.cover.hours(solved.modules) == pytest.approx(least)


def test_on_real_profiles_the_short_way_and_the_program_agree(framework):
    chance = np.random.default_rng(7)
    for profile in list(framework.profiles)[:5]:
        known = chance.choice([0.0, 1.0, 2.0, 3.0, np.nan], len(framework.skills))
        table = level_table(framework, list(known))
        chooser = Chooser(learner_of(framework, table, profile))
        for hours in (60, 200):
            choice = chooser.choose(hours)
            needs = [wish.need for wish in choice.granted]
            needs = [need for need in needs if chooser.cover.is_open(need)]
            solved = chooser.cover._solve(needs)
            spent = chooser.cover.hours(choice.modules)
            assert spent <= hours + TOLERANCE
            assert chooser.cover.hours(solved.modules) == pytest.approx(spent)


@given(situations())
def test_more_hours_never_take_away_the_first_wish_that_differs(case):
    framework, table = case
    chooser = Chooser(learner_of(framework, table))
    few, more = chooser.choose(20), chooser.choose(40)
    place = {wish: number for number, wish in enumerate(chooser.wishes)}

    lost = [place[w] for w in few.granted if w not in more.granted]
    won = [place[w] for w in more.granted if w not in few.granted]

    assert min(lost, default=inf) > min(won, default=-1) or not lost


def test_modules_that_wait_for_each_other_are_no_choice():
    """git and sql each need the other at 2, and nobody can begin."""
    modules = """
        module  lifts      needs    hours
        git     a.git:0-2  b.sql:2  10
        sql     b.sql:0-2  a.git:2  8
    """
    learner = learner_of(small_framework(SKILLS, modules, TARGETS), KNOWN)

    assert Chooser(learner).choose().modules == set()
    assert Cover(learner).put_in_order(["git", "sql"], learner.levels) == []


def test_a_search_that_is_given_up_says_what_it_did_not_prove(monkeypatch):
    """Two modules meet one need, so that a program would have to choose."""
    modules = """
        module  lifts      needs  hours
        long    b.sql:0-2  .      10
        short   b.sql:0-2  .      8
    """
    learner = learner_of(small_framework(SKILLS, modules, TARGETS), KNOWN)
    assert Chooser(learner).choose().modules == {"short"}

    monkeypatch.setattr(cover, "MOST_PROGRAMS", 0)

    assert not Chooser(learner).choose(9).is_optimal
