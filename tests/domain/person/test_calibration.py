"""How sure a person was against how right they were."""

import numpy as np
import pandas as pd
import pytest

from skillgap.domain.person.calibration import ENOUGH, STATED, measure_calibration
from skillgap.domain.person.calibration import wilson_interval as wilson


def given_answers(**of):
    """Return answers from ``sure=(9, 12)``: nine right of twelve given so."""
    rows = [
        {"confidence": confidence, "right": int(place < right)}
        for confidence, (right, count) in of.items()
        for place in range(count)
    ]
    return pd.DataFrame(rows, columns=["confidence", "right"])


def test_nineteen_answers_are_not_enough_and_twenty_are():
    assert measure_calibration(given_answers(sure=(10, 19))) is None
    assert measure_calibration(given_answers(sure=(10, 20))) is not None


@pytest.mark.parametrize(
    "other", [{"confidence": "", "right": 0}, {"confidence": "sure"}]
)
def test_without_a_confidence_or_an_answer_a_check_does_not_count(other):
    nearly = given_answers(sure=(10, ENOUGH - 1))

    table = pd.concat([nearly, pd.DataFrame([other])], ignore_index=True)

    assert measure_calibration(table) is None


def test_a_person_who_is_sure_and_wrong_is_too_sure():
    found = measure_calibration(given_answers(sure=(8, 20), fairly=(4, 10)))

    assert found.verdict == "too_sure"
    assert found.low > 0


def test_a_person_who_guesses_and_is_right_is_not_sure_enough():
    found = measure_calibration(given_answers(guess=(19, 20)))

    assert found.verdict == "not_sure_enough"
    assert found.high < 0


def test_perfect_calibration_has_an_interval_that_holds_zero():
    found = measure_calibration(given_answers(sure=(19, 20), fairly=(15, 20)))

    assert found.low <= 0 <= found.high
    assert found.over == pytest.approx(0, abs=1e-9)
    assert found.verdict == "fits"


def test_the_brier_score_is_the_mean_squared_distance():
    """Of 20 sure ones 10 are right: (.05 squared + .95 squared) / 2."""
    found = measure_calibration(given_answers(sure=(10, 20)))

    assert found.brier == pytest.approx((0.05**2 + 0.95**2) / 2)
    assert found.over == pytest.approx(0.95 - 0.5)
    assert found.answers == 20


def test_each_confidence_shows_what_was_stated_and_how_often_it_was_right():
    found = measure_calibration(given_answers(sure=(9, 12), guess=(2, 8)))

    rows = found.by_confidence.set_index("confidence")
    assert list(rows.index) == ["sure", "guess"]
    assert rows.loc["sure", ["stated", "answers", "right"]].tolist() == [0.95, 12, 0.75]
    assert rows.loc["guess", ["stated", "answers", "right"]].tolist() == [0.35, 8, 0.25]


@pytest.mark.parametrize(
    ("right", "answers", "low", "high"),
    [
        (0, 10, 0.0, 0.2130),
        (5, 10, 0.2693, 0.7307),
        (10, 10, 0.7870, 1.0),
        (15, 20, 0.5680, 0.8724),
    ],
)
def test_wilsons_interval_of_a_share(right, answers, low, high):
    assert wilson(right, answers) == pytest.approx((low, high), abs=5e-4)


@pytest.mark.parametrize("truth", [0.35, 0.75, 0.95])
def test_wilsons_interval_holds_the_true_share_about_nine_times_in_ten(truth):
    right = np.random.default_rng(1).binomial(200, truth, 4000)

    low, high = np.array([wilson(int(r), 200) for r in right]).T

    held = (low <= truth) & (truth <= high)
    assert 0.87 <= held.mean() <= 0.94


def test_a_run_of_right_answers_is_no_proof_of_too_little_confidence():
    """All alike, they have no spread of their own; chance still has one."""
    found = measure_calibration(given_answers(sure=(20, 20)))

    assert found.low < found.over < found.high
    assert found.verdict == "fits"


def test_nobody_is_told_off_by_chance_more_often_than_one_time_in_ten_or_so():
    """Of calibrated people with 40 answers nine in ten read that it fits."""
    chance, verdicts = np.random.default_rng(1), []
    for _ in range(300):
        confidence = chance.choice(list(STATED), 40)
        right = chance.random(40) < pd.Series(confidence).map(STATED)
        table = pd.DataFrame({"confidence": confidence, "right": right.astype(int)})
        verdicts.append(measure_calibration(table).verdict)

    assert verdicts.count("fits") / 300 > 0.85


def test_measuring_leaves_the_answers_as_they_are():
    table = given_answers(sure=(10, 20))
    before = table.copy()

    measure_calibration(table)

    pd.testing.assert_frame_equal(table, before)
