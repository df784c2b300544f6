"""How well quick answers stand for full ones, beside the plain ways of choosing.

``python -m benchmarks.quick_set`` prints a row for each way. People: the 24 invented
ones of ``tests/mentor_cases.yaml`` and simulated ones; each answers the quick set of
every profile. The simulated are not stronger in some areas than in others, so an area
left out costs them little and the order of their specializations is mostly noise.
"""

from collections.abc import Callable, Mapping

import numpy as np
import pandas as pd

from skillgap.domain.framework import Framework, Profile
from skillgap.domain.gaps import (
    heaviest_skills,
    measure_fit,
    measure_gaps,
    set_targets,
    summarise_areas,
)
from skillgap.domain.person.quick_set import QUICK, choose_quick_set
from skillgap.domain.person.simulation import simulate_person
from skillgap.domain.person.specializations import rank_fits
from skillgap.files.framework import load_framework
from tests.mentor_cases import mentor_cases

Way = Callable[[Profile], list[str]]

SEED, SIMULATED = 20261201, 96
HALF = 0.5  # what weight is left to a skill another of the set builds on


def table_of(levels: Mapping[str, int | None]) -> pd.DataFrame:
    """Return levels by skill as ``levels_on`` does."""
    table = pd.DataFrame({"skill": list(levels), "level": list(levels.values())})
    table["level"] = table["level"].astype(float)
    return table.assign(answer=np.where(table["level"].notna(), "rated", "unrated"))


def people_of(framework: Framework) -> dict[str, list[pd.DataFrame]]:
    """Return levels of the invented people and of simulated ones."""
    invented = [table_of(case.said["levels"]) for case in mentor_cases()]
    chance = np.random.default_rng(SEED)
    simulated = [
        table_of({s: int(np.clip(np.floor(v + 0.5), 0, 5)) for s, v in truth.items()})
        for truth in (
            simulate_person(framework, 0, chance).truth for _ in range(SIMULATED)
        )
    ]
    return {"invented": invented, "simulated": simulated}


def passing_over(framework: Framework) -> Way:
    """Return the way in which what others of the set build on weighs half."""

    def choose(profile: Profile) -> list[str]:
        chosen, left = list[str](), list(profile.targets)

        def worth(skill: str) -> tuple[float, int]:
            target = profile.targets[skill]
            implied = any(skill in framework.skills[s].prerequisites for s in chosen)
            return target.weight * (HALF if implied else 1), target.level

        rounds = [list(area.skills) for area in framework.areas.values()] * 2
        for group in rounds + [left] * (QUICK - len(rounds)):
            chosen.append(max((s for s in group if s in left), key=worth))
            left.remove(chosen[-1])
        return chosen

    return choose


def ways_of(framework: Framework) -> dict[str, Way]:
    """Return the ways of choosing; a random set differs from profile to profile."""
    chance = np.random.default_rng(SEED)
    return {
        "20 heaviest": heaviest_skills,
        "20 random": lambda p: list(chance.choice(list(p.targets), 20, replace=False)),
        "24 heaviest": lambda p: heaviest_skills(p, QUICK),
        "quick set": lambda p: choose_quick_set(p, framework.area_of),
        "passing over": passing_over(framework),
    }


def measure(
    framework: Framework, people: list[pd.DataFrame], way: Way
) -> "pd.Series[float]":
    """Return how far quick answers lead from full ones, a mean over all profiles."""
    rows = []
    special = dict(framework.profiles_of("specialization"))
    orders = [rank_fits(special, full).set_index("profile") for full in people]
    for profile in framework.profiles.values():
        chosen, targets = way(profile), set_targets(profile)
        for full, order in zip(people, orders, strict=True):
            quick = full[full["skill"].isin(chosen)]
            gaps = [measure_gaps(targets, levels) for levels in (full, quick)]
            areas = [summarise_areas(each, framework.area_of) for each in gaps]
            point = areas[1]["level"].fillna(quick["level"].mean())
            ranked = rank_fits(special, quick).set_index("profile")
            both = order["excess"].corr(ranked["excess"], method="spearman")
            rows.append(
                {
                    "areas without two": (areas[1]["rated"] < 2).sum(),
                    "error of an area": (point - areas[0]["level"]).abs().mean(),
                    "error of the fit": abs(
                        measure_fit(gaps[1]).fit - measure_fit(gaps[0]).fit
                    ),
                    "same best": ranked.index[0] == order.index[0],
                    "order alike": both,
                }
            )
    found = pd.DataFrame(rows).mean()
    found["mentor's five asked"] = np.mean(
        [
            len({*case.said["gaps"]} & {*way(framework.profiles[case.said["aim"]])}) / 5
            for case in mentor_cases()
        ]
    )
    return found


def main() -> None:
    """Measure each way on each kind of people."""
    framework = load_framework()
    figures = {
        (kind, name): measure(framework, people, way)
        for kind, people in people_of(framework).items()
        for name, way in ways_of(framework).items()
    }
    print(pd.DataFrame(figures).T.round(3).to_string())


if __name__ == "__main__":
    main()
