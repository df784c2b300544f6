"""Which check comes next, and what the answers support."""

from collections import Counter

import pandas as pd
import pytest

from skillgap.domain.estimate import ItemAnswer, estimate_level
from skillgap.domain.learning import Number
from skillgap.domain.person.reality import (
    ROUND,
    SKILLS_A_ROUND,
    chance_to_guess,
    choose_check,
    decide_basis,
    estimate_levels,
    read_answers,
    supported_levels,
)
from tests.answers import given_right
from tests.checks import claims, four_options, small_bank, take_all
from tests.tables import levels

TWO = "skill target weight\na.git 4 5\na.sql 4 1"
TEN = "skill target weight\n" + "\n".join(f"a.s{n} 3 {1 + n % 5}" for n in range(10))
HEAVIEST = {"a.s4", "a.s9", "a.s3", "a.s8", "a.s2", "a.s7"}


@pytest.fixture(scope="module")
def parameters(framework):
    """Return the numbers of ``estimate.yaml``."""
    return framework.estimate


@pytest.fixture(scope="module")
def two(parameters):
    """Return a bank of two skills, with a check at every level of each."""
    return small_bank(parameters, TWO, levels_asked=(1, 2, 3, 4, 5))


@pytest.fixture(scope="module")
def ten(parameters):
    """Return a bank of ten skills, three checks each."""
    return small_bank(parameters, TEN)


def asked(framework, keys):
    """Return how many checks of each skill there are."""
    return Counter(framework.checks[key].skill for key in keys)


@pytest.mark.parametrize(
    ("claim", "around"),
    [(0, {1, 2}), (1, {1, 2}), (2, {1, 2, 3}), (3, {2, 3, 4}), (5, {4, 5})],
)
def test_checks_lie_at_the_claim_or_one_level_beside_it(two, claim, around):
    shown = take_all(two, claims({"a.git": claim}), 99)

    assert {two.checks[key].level for key in shown} == around


def test_no_check_is_shown_a_second_time(ten):
    shown = take_all(ten, claims(dict.fromkeys(ten.skills, 3)), 99)

    assert len(shown) == len(set(shown)) == 30


def test_without_a_claim_there_is_no_check(two):
    assert take_all(two, levels("skill level\na.git ?"), 1) == []


def test_a_claimed_skill_the_profile_does_not_ask_gets_no_check(two):
    assert take_all(two, claims({"z.other": 3}), 1) == []


def test_a_round_is_about_the_heaviest_skills(ten):
    shown = take_all(ten, claims(dict.fromkeys(ten.skills, 3)), ROUND)

    assert set(asked(ten, shown)) == HEAVIEST
    assert len(HEAVIEST) == SKILLS_A_ROUND


def test_of_two_skills_known_alike_the_heavier_one_is_first(two):
    assert take_all(two, claims({"a.sql": 3, "a.git": 3}), 1)[0].startswith("a.git")


def test_a_second_round_goes_on_to_further_skills(ten):
    shown = take_all(ten, claims(dict.fromkeys(ten.skills, 3)), 2 * ROUND)

    assert set(asked(ten, shown)) > HEAVIEST


@pytest.mark.parametrize("claim", [0, 1])
def test_a_round_is_full_though_low_claims_have_few_checks_each(parameters, claim):
    """One check a skill lies near a claim of 1; twelve skills make a round."""
    many = "\n".join(f"a.s{n} 3 3" for n in range(20))
    bank = small_bank(parameters, f"skill target weight\n{many}")

    shown = take_all(bank, claims(dict.fromkeys(bank.skills, claim)), ROUND)

    assert len(shown) == ROUND


def test_when_every_check_was_shown_there_is_none_left(two):
    everything = claims(dict.fromkeys(two.skills, 3))

    found = choose_check(two, two.profiles["p"], everything, list(two.checks), {})

    assert found is None


def test_a_check_shown_but_not_answered_is_not_chosen_again(two):
    known = claims({"a.git": 3})
    first = choose_check(two, two.profiles["p"], known, [], {})

    assert choose_check(two, two.profiles["p"], known, [first], {}) != first


def test_the_next_check_depends_on_the_answers(two):
    """After right ones a harder check tells more, after wrong ones an easier one."""
    known = claims({"a.git": 3})
    told = {"right": given_right("+++", 3), "wrong": given_right("---", 3)}
    shown = ["a.git-3"]

    def level_after(answers):
        key = choose_check(two, two.profiles["p"], known, shown, {"a.git": answers})
        return two.checks[key].level

    assert (level_after(told["right"]), level_after(told["wrong"])) == (4, 2)


def test_the_chance_to_guess_is_one_in_the_number_of_options():
    choice = four_options("a.git", 3)
    number = type(choice)("a.git", 3, choice.question, choice.explanation,
                          number=Number(1, 0, "1"))  # fmt: skip

    assert (chance_to_guess(choice), chance_to_guess(number)) == (0.25, 0)


def answered(*rows):
    """Return checks shown, as the storage gives them: (check, right or None)."""
    return pd.DataFrame(rows, columns=["check", "right"])


def test_answers_are_read_by_skill_and_open_or_removed_checks_left_out(two):
    found = read_answers(
        two,
        answered(("a.git-3", 1), ("a.git-4", 0), ("a.sql-2", None), ("gone", 1)),
    )

    assert found == {
        "a.git": [ItemAnswer(3, 0.25, True), ItemAnswer(4, 0.25, False)],
    }


@pytest.mark.parametrize("claim", range(6))
@pytest.mark.parametrize("evidenced", [False, True])
def test_dont_know_counts_exactly_like_a_wrong_answer(two, claim, evidenced):
    """Both are kept as not right; nothing else of the response reaches the estimate."""
    unknown = read_answers(two, answered(("a.git-3", 0)).assign(response="dont_know"))
    wrong = read_answers(two, answered(("a.git-3", 0)).assign(response="2"))

    one, other = (
        estimate_level(two.estimate, claim, evidenced, found["a.git"])
        for found in (unknown, wrong)
    )

    assert (one.posterior == other.posterior).all()


def test_only_rated_skills_have_an_estimate(two):
    found = estimate_levels(two, levels("skill level\na.git 3\na.sql ?"), {})

    assert set(found) == {"a.git"}


def test_what_is_supported_is_never_above_the_claim_without_answers(framework):
    for claim in range(6):
        known = claims(dict.fromkeys(framework.skills, claim))
        counted = supported_levels(known, estimate_levels(framework, known, {}), {})

        assert (counted["level"] <= claim).all()


def test_what_is_unknown_stays_unknown_when_the_supported_counts(two):
    known = levels("skill level\na.git 3\na.sql ?")

    counted = supported_levels(known, estimate_levels(two, known, {}), {})

    assert list(counted["level"].isna()) == [False, True]
    assert list(counted.columns) == list(known.columns)
    assert list(counted["answer"]) == ["rated", "unrated"]


def test_counting_the_supported_changes_no_claim(two):
    known = claims({"a.git": 5})
    before = known.copy()

    supported_levels(known, estimate_levels(two, known, {}), {})

    pd.testing.assert_frame_equal(known, before)


BASES = """
    answers  level  evidence  basis
    .        3      .         claimed
    .        3      link      evidenced
    +        3      .         claimed
    +        3      link      evidenced
    ++       3      .         checked
    +++      3      link      checked
    ++       5      .         claimed
    +-       3      .         claimed
    +++-     3      .         checked
    --       3      .         claimed
    ---      3      link      evidenced
    +++      ?      .         claimed
    +++      ?      link      claimed
"""


@pytest.mark.parametrize("line", [x.strip() for x in BASES.strip().splitlines()[1:]])
def test_a_level_is_checked_when_two_answers_make_it_likelier_than_not(
    parameters, line
):
    """Answers to checks of level 3, right or wrong; ``?`` is a level not known."""
    signs, claim, evidence, basis = [cell.strip(".") for cell in line.split()]
    level = None if claim == "?" else int(claim)

    assert decide_basis(parameters, level, evidence, given_right(signs, 3)) == basis
