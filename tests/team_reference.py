"""The figures of a team, worked out one person and one skill after the other.

What the domain computes must equal this bit by bit. Nothing here is clever.
"""

from datetime import date
from math import ceil, floor, isnan, nan

from skillgap.domain.fit import Demand
from skillgap.domain.team.state import TeamState


def quantile(values: list[float], share: float) -> float:
    """Return a quantile as spreadsheets do, NaN of nothing."""
    if not values:
        return nan
    ordered = sorted(values)
    place = (len(ordered) - 1) * share
    low, high = ordered[floor(place)], ordered[ceil(place)]
    return low + (high - low) * (place - floor(place))


def levels_of(state: TeamState, skill: int) -> dict[str, int]:
    """Return the known levels of a skill by person."""
    ids = state.people["person_id"].tolist()
    column = state.levels[:, skill].tolist()
    return {person: level for person, level in zip(ids, column) if level >= 0}


def figures(
    state: TeamState, demand: Demand, today: date, stale_after: int
) -> list[dict[str, object]]:
    """Return the row of each skill as ``measure_skills`` defines it."""
    return [
        figure(state, demand, place, today, stale_after)
        for place in range(len(state.skills))
    ]


def figure(state, demand, place, today, stale_after) -> dict[str, object]:
    known = levels_of(state, place)
    target, weight = int(demand.aims[place]), int(demand.weights[place])
    asked = weight > 0
    there = [p for p, level in known.items() if asked and level >= target]
    below = [p for p, level in known.items() if asked and level < target]
    days = [
        int(day)
        for day, level in zip(state.days[:, place], state.levels[:, place])
        if level >= 0
    ]
    column = state.levels[:, place].tolist()
    values = list(known.values())
    return {
        "skill": state.skills[place],
        "target": float(target) if asked else nan,
        "weight": float(weight) if asked else nan,
        "q1": quantile(values, 0.25),
        "median": quantile(values, 0.5),
        "q3": quantile(values, 0.75),
        **{f"level_{level}": values.count(level) for level in range(6)},
        "rated": len(values),
        "unsure": column.count(-2),
        "unrated": column.count(-1),
        "at_target": len(there),
        "below": len(below),
        "coverage": len(there) / len(values) if asked and values else nan,
        "single_holder": there[0] if len(there) == 1 else "",
        "nobody": asked and bool(values) and not there,
        "unknown": asked and not values,
        "mentors": len(mentors_of(state, demand, place)),
        "oldest": date.fromordinal(min(days)).isoformat() if days else "",
        "stale": sum(today.toordinal() - day > stale_after for day in days),
        "ahead": sum(day > today.toordinal() for day in days),
        **{
            basis: state.bases[:, place].tolist().count(number)
            for number, basis in enumerate(("claimed", "evidenced", "checked"))
        },
    }


def mentors_of(state: TeamState, demand: Demand, place: int) -> list[str]:
    """Return who could mentor a skill, the highest level first."""
    known = levels_of(state, place)
    if not demand.weights[place]:
        return []
    learners = [level for level in known.values() if level < demand.aims[place]]
    least = max(min(learners, default=0) + 2, int(demand.aims[place]))
    able = [p for p in known if learners and known[p] >= least]
    return sorted(able, key=lambda person: -known[person])


def fit_of(state: TeamState, demand: Demand, person: int) -> tuple[float, int, int]:
    """Return a person's fit, rated skills and priority in all."""
    met = whole = rated = 0
    for place in range(len(state.skills)):
        level = int(state.levels[person, place])
        target, weight = int(demand.aims[place]), int(demand.weights[place])
        if level >= 0 and weight:
            met += weight * min(level, target)
            whole += weight * target
            rated += 1
    return (met / whole if whole else nan), rated, whole - met


def area_levels(
    state: TeamState, demand: Demand, places: list[int]
) -> tuple[list[float], float]:
    """Return each person's level in an area, and what is asked there."""
    found = []
    for person in range(len(state.people)):
        pairs = [
            (int(state.levels[person, n]), int(demand.weights[n]))
            for n in places
            if state.levels[person, n] >= 0
        ]
        total = sum(weight for _, weight in pairs)
        if total:
            found.append(sum(level * weight for level, weight in pairs) / total)
    asked = sum(int(demand.weights[n]) for n in places)
    aims = sum(int(demand.aims[n] * demand.weights[n]) for n in places)
    return found, (aims / asked if asked else nan)


def moves_of(before: TeamState, after: TeamState, place: int) -> dict[str, int]:
    """Return how many people moved which way on a skill."""
    then, now = before.levels[:, place].tolist(), after.levels[:, place].tolist()
    known = [(a, b) for a, b in zip(then, now) if a >= 0 and b >= 0]
    return {
        "up": sum(b > a for a, b in known),
        "same": sum(b == a for a, b in known),
        "down": sum(b < a for a, b in known),
        "added": sum(a < 0 <= b for a, b in zip(then, now)),
        "lost": sum(b < 0 <= a for a, b in zip(then, now)),
    }


def stand_ins_of(
    state: TeamState, demand: Demand, who: str
) -> list[tuple[str, float, float, int]]:
    """Return everybody else with fit, rated share and skills short, best first."""
    ids = state.people["person_id"].tolist()
    own = state.levels[ids.index(who)].tolist()
    asked = {
        place: (min(level, int(demand.aims[place])), int(demand.weights[place]))
        for place, level in enumerate(own)
        if level > 0 and demand.weights[place] and demand.aims[place]
    }
    found = []
    for person, levels in zip(ids, state.levels.tolist()):
        rated = {n: v for n, v in asked.items() if levels[n] >= 0}
        met = sum(weight * min(levels[n], aim) for n, (aim, weight) in rated.items())
        whole = sum(weight * aim for aim, weight in rated.values())
        short = sum(levels[n] < aim for n, (aim, _) in rated.items())
        share = len(rated) / max(len(asked), 1)
        if person != who:
            found.append((person, met / whole if whole else nan, share, short))
    return sorted(found, key=lambda each: (isnan(each[1]), -each[1], -each[2]))
