"""The object ``review`` prints, as plain JSON values."""

import math
from pathlib import Path
from typing import Any

import pandas as pd

from skillgap.domain.framework import Framework
from skillgap.domain.scale import Language
from skillgap.domain.team.cohort import NextAction
from skillgap.files.catalogues import load_translations
from skillgap.files.team.problem_list import write_problems
from skillgap.files.team.report import write_report
from skillgap.files.team.review import FileReview

MOST_MENTORS = 100


def save_review(
    framework: Framework,
    found: FileReview,
    language: Language,
    html: Path | None,
    problems: Path | None,
) -> None:
    """Write the report, and the problems as CSV, where a path is given.

    Raises:
        OSError: a file cannot be written.

    """
    if html:
        html.write_bytes(write_report(framework, found, language))
    if problems:
        translate = load_translations(language).gettext
        problems.write_bytes(write_problems(found.scan.problems, translate))


def describe_review(
    framework: Framework, found: FileReview, language: Language
) -> dict[str, Any]:
    """Return a review: rows are accepted plus rejected, unknown numbers are null.

    ``problem_counts`` has every problem, ``problems`` beside it only the first ones.
    ``single_holder`` is the id of the only person at target. ``mentors`` are ids, the
    highest level first, at most ``MOST_MENTORS``; ``mentor_count`` is their number.
    ``modules`` is empty where the group is too large for one room.
    """
    scan, review = found.scan, found.review
    mentors = review.mentors(MOST_MENTORS)
    return {
        "people": len(scan.history.people),
        "rows": scan.rows,
        "accepted": scan.accepted,
        "rejected": scan.rejected,
        "problem_counts": dict(sorted(scan.counts.items())),
        "versions": dict(sorted(scan.versions.items())),
        "profile": review.profile,
        "skills": [
            _skill(row, mentors[row["skill"]])
            for row in review.skills.to_dict("records")
        ],
        "modules": _modules(framework, found.action, language),
        "proof": _proof(found.action),
    }


def _skill(row: dict[Any, Any], mentors: list[str]) -> dict[str, Any]:
    is_asked = not pd.isna(row["target"])
    numbers = ("median", "q1", "q3", "target", "rated", "unsure", "unrated", "stale")
    asked = ("at_target", "below", "coverage")
    return {
        "skill": row["skill"],
        **{name: number(row[name]) for name in numbers},
        **{name: number(row[name]) if is_asked else None for name in asked},
        "single_holder": row["single_holder"] or None,
        "nobody": bool(row["nobody"]),
        "mentors": mentors,
        "mentor_count": int(row["mentors"]),
        "oldest": row["oldest"] or None,
    }


def _modules(
    framework: Framework, action: NextAction | None, language: Language
) -> list[dict[str, Any]]:
    return [
        {
            "module": session.module,
            "title": framework.modules[session.module].title.in_language(language),
            "hours": number(session.hours),
            "closes": session.closes,
            "people": list(session.people),
        }
        for session in (action.sessions if action else ())
    ]


def _proof(action: NextAction | None) -> dict[str, Any]:
    """Return how good the choice of modules is known to be."""
    if action is None:
        return {"status": "too_many_people", "closes": None, "bound": None, "gap": None}
    proof = action.proof
    numbers = {"closes": proof.closes, "bound": proof.bound, "gap": proof.gap}
    return {"status": proof.status, **{k: number(v) for k, v in numbers.items()}}


def number(value: float) -> float | int | None:
    """Return a number as JSON knows it: null if unknown, whole ones as integers."""
    if pd.isna(value):
        return None
    found = float(value)
    return int(found) if found == math.floor(found) else round(found, 6)
