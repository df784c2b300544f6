"""People in tests: who has rated nothing, something, or everything."""

from collections.abc import Mapping

import pandas as pd
from sqlalchemy import Engine

from skillgap.domain.framework import Framework
from skillgap.files.framework import load_framework
from skillgap.storage.people import add_person
from skillgap.storage.ratings import save_ratings

FIRST_DAY = "2026-03-02"


def rate(
    engine: Engine,
    key: str,
    levels: Mapping[str, int | None],
    day: str = FIRST_DAY,
    evidence: str = "",
    version: str = "1.0.0",
) -> None:
    """Store answers of a person, None is "cannot say"."""
    table = pd.DataFrame({"skill": list(levels), "level": list(levels.values())})
    basis = "evidenced" if evidence else "claimed"
    same = {"rated_on": day, "basis": basis, "evidence": evidence, "note": ""}
    whose = {"person_id": "", "name": "", "team": "", "profile": "llm_engineer"}
    person = add_person(engine, key, day)
    answers = table.assign(**same, **whose, framework=version)
    save_ratings(engine, person, answers.astype({"level": float}))


def rate_partly(engine: Engine, key: str) -> None:
    """Store a beginning: rated, evidenced, level 0, and "cannot say"."""
    skills = list(load_framework().skills)
    rate(engine, key, dict.fromkeys(skills[:8], 2))
    rate(engine, key, dict.fromkeys(skills[8:10], 4), evidence="run book, May")
    rate(engine, key, {skills[10]: 0, skills[11]: None})


def rate_fully(engine: Engine, key: str) -> None:
    """Store levels of all skills, from 0 to 5, on two days."""
    skills = list(load_framework().skills)
    rate(engine, key, {skill: place % 5 for place, skill in enumerate(skills)})
    later = {skill: place % 5 + 1 for place, skill in enumerate(skills[:30])}
    rate(engine, key, later, day="2026-09-14", evidence="release notes, August")


def targets_of(framework: Framework, profile: str) -> dict[str, int]:
    """Return the level a profile asks of each skill."""
    return {k: int(t.level) for k, t in framework.profiles[profile].targets.items()}
