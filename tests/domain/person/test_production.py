"""What production asks: gates, and the arithmetic behind their figures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.domain.framework import Gate
from skillgap.domain.person.production import (
    Alerts,
    Missing,
    alerts,
    downtime_minutes,
    read_gates,
    traffic,
)
from skillgap.domain.ratings import levels_on
from tests.frameworks import both
from tests.tables import ratings

GATE = {"uptime": Gate(both("99.99%"), both("means"), ("a.sre", "a.ops"), 4)}


def state_of(text):
    """Return the state of the one gate for ratings ``skill level basis``."""
    known = ratings(text)
    (state,) = read_gates(GATE, levels_on(known, ["a.sre", "a.ops"]))
    return state


def test_one_weak_skill_keeps_a_gate_open_however_strong_the_others_are():
    state = state_of("""
        skill  level  basis
        a.sre  5      checked
        a.ops  3      checked
    """)

    assert state.state == "open"
    assert state.missing == (Missing("a.ops", "level", 3),)


def test_a_claim_is_high_enough_and_still_not_supported():
    state = state_of("""
        skill  level  basis
        a.sre  4      evidenced
        a.ops  5      claimed
    """)

    assert state.state == "open"
    assert state.missing == (Missing("a.ops", "claimed", 5),)


def test_an_unrated_skill_is_missing_and_has_no_level():
    state = state_of("skill level basis\na.sre 4 checked")

    assert state.state == "open"
    assert state.missing == (Missing("a.ops", "not_rated", None),)


def test_do_not_know_is_missing_like_unrated_and_not_level_zero():
    state = state_of("""
        skill  level  basis
        a.sre  4      checked
        a.ops  ?      claimed
    """)

    assert state.missing == (Missing("a.ops", "not_rated", None),)


@pytest.mark.parametrize(
    ("first", "second", "state"),
    [
        ("evidenced", "evidenced", "supported"),
        ("checked", "evidenced", "supported"),
        ("evidenced", "checked", "supported"),
        ("checked", "checked", "checked"),
    ],
)
def test_a_gate_is_checked_when_every_skill_is(first, second, state):
    found = state_of(f"skill level basis\na.sre 4 {first}\na.ops 4 {second}")

    assert (found.state, found.missing) == (state, ())


def test_everything_missing_is_named_in_the_order_of_the_gate():
    state = state_of("skill level basis\na.ops 4 claimed\na.sre 0 claimed")

    assert [(m.skill, m.why, m.level) for m in state.missing] == [
        ("a.sre", "level", 0),
        ("a.ops", "claimed", 4),
    ]


def test_every_gate_of_the_framework_has_a_state(framework):
    gates = framework.production.gates
    unrated = levels_on(ratings("skill level\na ?"), list(framework.skills))

    found = read_gates(gates, unrated)

    assert [state.gate for state in found] == list(gates)
    assert {state.state for state in found} == {"open"}
    assert [len(state.missing) for state in found] == [
        len(gate.skills) for gate in gates.values()
    ]


def test_four_nines_are_an_hour_a_year_less_a_bit():
    year, month = downtime_minutes(0.9999)

    assert year == pytest.approx(52.56)
    assert month == pytest.approx(4.32)


@pytest.mark.parametrize(
    ("uptime", "year", "month"),
    [(1.0, 0, 0), (0.99, 5256, 432), (0.999, 525.6, 43.2), (0.0, 525600, 43200)],
)
def test_minutes_down_follow_from_the_share_of_time(uptime, year, month):
    assert downtime_minutes(uptime) == pytest.approx((year, month), abs=1e-6)


def test_fifty_thousand_calls_an_hour_are_fourteen_a_second_and_one_in_flight():
    per_second, in_flight = traffic(50_000, 100)

    assert per_second == pytest.approx(13.9, abs=0.05)
    assert in_flight == pytest.approx(1.39, abs=0.005)


@given(st.integers(1, 10**7), st.integers(1, 10**5))
def test_twice_the_latency_is_twice_in_flight_and_no_other_rate(calls, latency):
    once, twice = traffic(calls, latency), traffic(calls, 2 * latency)

    assert twice[0] == once[0]
    assert twice[1] == pytest.approx(2 * once[1])


def test_half_precision_and_four_fifths_recall_of_a_thousand_cases():
    assert alerts(1000, 0.5, 0.8) == Alerts(
        caught=800, missed=200, alerts=1600, false=800
    )


@given(st.integers(1, 10**6), st.floats(0.01, 1), st.floats(0, 1))
def test_alerts_and_cases_add_up(cases, precision, recall):
    found = alerts(cases, precision, recall)

    assert found.caught + found.missed == pytest.approx(cases)
    assert found.caught + found.false == pytest.approx(found.alerts)
    assert min(found.caught, found.missed, found.false) >= -1e-6
