"""How long targets, gaps and fits take, beside the same as pandas tables.

``python -m benchmarks.fit`` prints, in milliseconds of the processor, the fastest of
several rounds of each way and their ratio: the fit of one person with every profile,
the table of gaps to one profile, and the fits of a team.
"""

from collections.abc import Callable
from time import process_time

import numpy as np
import pandas as pd

from skillgap.domain.fit import measure_fits, set_demand
from skillgap.domain.framework import Framework
from skillgap.domain.gaps import measure_gaps, measure_profiles, set_targets
from skillgap.files.framework import load_framework
from tests.fit_reference import slow_fit, slow_gaps, slow_targets

ROUNDS, TIMES, TEAM, SEED = 5, 20, 10_000, 20261125


def measure(work: Callable[[], object], times: int = TIMES) -> float:
    """Return how many milliseconds the fastest round takes, once through."""
    rounds = []
    for _round in range(ROUNDS):
        begin = process_time()
        for _time in range(times):
            work()
        rounds.append(1000 * (process_time() - begin) / times)
    return min(rounds)


def person(framework: Framework) -> pd.DataFrame:
    """Return the levels of somebody who left out one skill in six."""
    chance = np.random.default_rng(SEED)
    level = chance.integers(-1, 6, len(framework.skills)).astype(float)
    level[level < 0] = np.nan
    table = pd.DataFrame({"skill": list(framework.skills), "level": level})
    return table.assign(answer="rated", basis="claimed", rated_on="", evidence="")


def main() -> None:
    """Measure each way and print its times."""
    framework = load_framework()
    profiles, levels = framework.profiles, person(framework)
    chosen = [*list(framework.contexts.values())[:1], *framework.trends.values()][:3]
    asked = profiles[framework.manifest.default_profile]
    demands = {k: set_demand(p, list(framework.skills)) for k, p in profiles.items()}
    chance = np.random.default_rng(SEED)
    team = chance.integers(-2, 6, (TEAM, len(framework.skills))).astype(np.int8)

    def slow_fits() -> list[object]:
        tables = [slow_targets(each, chosen) for each in profiles.values()]
        return [slow_fit(slow_gaps(table, levels)) for table in tables]

    pairs = {
        "one person, every profile": (
            slow_fits,
            lambda: measure_profiles(profiles, levels, chosen),
        ),
        "one person, table of one profile": (
            lambda: slow_gaps(slow_targets(asked, chosen), levels),
            lambda: measure_gaps(set_targets(asked, chosen), levels),
        ),
    }
    for name, (slow, quick) in pairs.items():
        before, after = measure(slow), measure(quick)
        print(f"{name:34} {before:8.2f} ms {after:8.2f} ms {before / after:6.1f} x")
    took = measure(lambda: measure_fits(team, demands), 1)
    print(f"{f'{TEAM:,} people, every profile':34} {'':11} {took:8.2f} ms")


if __name__ == "__main__":
    main()
