"""Simulate people with known levels against the real checks, for the method page.

``python -m benchmarks.estimate [PEOPLE]``
"""

import sys
import time

import numpy as np
import yaml

from skillgap.domain.person.simulation import simulate_people, summarise_simulation
from skillgap.files.framework import load_framework
from skillgap.settings import COMPETENCIES

PEOPLE = 2000
BIASES = (-1.0, -0.5, 0.0, 0.5, 1.0)
SEED = 20261125


def main() -> None:
    """Run the simulation and keep its summary beside the framework."""
    people = int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE
    framework = load_framework()
    profile = framework.profiles["ai_engineer"]
    begun = time.perf_counter()
    chance = np.random.default_rng(SEED)
    rows = simulate_people(framework, profile, people, BIASES, chance)
    summary = summarise_simulation(rows).round(3)
    print(summary.to_string(index=False))
    print(f"all: coverage {rows['covered'].mean():.3f}")
    print(f"{time.perf_counter() - begun:.0f} s for {people} people")
    if people == PEOPLE:
        found = {
            "people": people,
            "seed": SEED,
            "profile": "ai_engineer",
            "rows": [
                {k: (int(v) if k == "skills" else float(v)) for k, v in row.items()}
                for row in summary.to_dict("records")
            ],
        }
        head = "# yaml-language-server: $schema=schemas/simulation.json\n"
        head += (
            "# Written by python -m benchmarks.estimate; shown on the method page.\n"
        )
        text = yaml.safe_dump(found, sort_keys=False)
        (COMPETENCIES / "simulation.yaml").write_text(head + text, encoding="utf-8")


if __name__ == "__main__":
    main()
