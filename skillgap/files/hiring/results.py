"""What the command line prints of a comparison, as plain JSON values."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from skillgap.domain.framework import Framework
from skillgap.domain.hiring.candidates import Candidate
from skillgap.domain.hiring.comparison import Comparison, compare_versions
from skillgap.domain.hiring.masking import mask_names
from skillgap.domain.hiring.role_needs import RoleNeeds, warn_must_haves
from skillgap.files.hiring.words import (
    CANDIDATE,
    NEEDS_OPEN,
    NO_RANKING,
    describe_versions,
)
from skillgap.files.speech import Speech
from skillgap.files.wording import describe_problem


def describe_comparison(
    framework: Framework,
    needs: RoleNeeds,
    candidates: Sequence[Candidate],
    speech: Speech,
) -> dict[str, Any]:
    """Return each candidate's fit, must-haves and skills, in the order of the files.

    Unknown numbers are null. If the needs were changed after they were fixed,
    ``earlier`` holds the results under each version before.
    """
    *earlier, (_, present) = compare_versions(framework, needs, candidates)
    answer: dict[str, Any] = {
        "candidates": _describe(present),
        "note": " ".join(_notes(framework, needs, candidates, speech)),
    }
    if earlier:
        answer["earlier"] = [
            {"from": v.day, "reason": v.reason, "candidates": _describe(comparison)}
            for v, comparison in earlier
        ]
    return answer


def _describe(comparison: Comparison) -> list[dict[str, Any]]:
    must_haves = comparison.must_haves
    return [
        {
            "person_id": row.person_id,
            "candidate": row.candidate,
            "fit": _known(row.fit),
            "rated_share": _known(row.rated_share),
            "must_haves": [
                {
                    "skill": asked.skill,
                    "target": int(asked.target),
                    "level": _known(asked.level),
                    "basis": asked.basis,
                    "chance": _known(asked.chance),
                    "state": asked.state,
                }
                for asked in must_haves.itertuples()
                if asked.candidate == row.candidate
            ],
            "skills": _describe_skills(comparison, row.candidate),
        }
        for row in comparison.totals.itertuples()
    ]


def _describe_skills(comparison: Comparison, letter: str) -> list[dict[str, Any]]:
    """Return every number of one candidate, skills in the order of the needs."""
    rows = comparison.rows[comparison.rows["candidate"] == letter]
    numbers = ("level", "gap", "estimate", "low", "high", "chance")
    return [
        {
            "skill": row["skill"],
            "target": int(row["target"]),
            "weight": int(row["weight"]),
            **{name: _known(row[name]) for name in numbers},
            "basis": row["basis"],
            "state": row["state"],
        }
        for row in rows.to_dict("records")
    ]


def _notes(
    framework: Framework,
    needs: RoleNeeds,
    candidates: Sequence[Candidate],
    speech: Speech,
) -> list[str]:
    role = needs.name.in_language(speech.language)
    warned = [describe_problem(w, speech.say) for w in warn_must_haves(needs, role)]
    names = mask_names(candidates, speech.say(CANDIDATE))
    older = describe_versions(candidates, framework.version, names, speech)
    still_open = [] if needs.fixed_on else [speech.say(NEEDS_OPEN)]
    return [speech.say(NO_RANKING), *still_open, *warned, *older]


def _known(value: float) -> float | int | None:
    """Return a number as JSON has it: unknown as null, whole ones as integers."""
    if pd.isna(value):
        return None
    return int(value) if float(value).is_integer() else round(float(value), 6)
