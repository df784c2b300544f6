"""The object ``review`` prints, as plain JSON values."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from skillgap.domain.framework import Framework
from skillgap.domain.scale import Language
from skillgap.domain.team.cohort import NextAction
from skillgap.files.catalogues import load_translations
from skillgap.files.scan.team_scan import FileCount
from skillgap.files.team.file_review import FileReview
from skillgap.files.team.problem_list import write_problems
from skillgap.files.team.report import write_report
from skillgap.files.team.skill_list import describe_skills, number, write_skills
from skillgap.files.wording import describe_note


@dataclass(frozen=True)
class Outputs:
    """Where a review is written: the report, its skills and its problems as CSV."""

    html: Path | None = None
    skills: Path | None = None
    problems: Path | None = None


def save_review(
    framework: Framework, found: FileReview, language: Language, outputs: Outputs
) -> None:
    """Write a review where a path is given.

    Raises:
        OSError: a file cannot be written.

    """
    if outputs.html:
        outputs.html.write_bytes(write_report(framework, found, language))
    if outputs.skills:
        outputs.skills.write_bytes(write_skills(framework, found, language))
    if outputs.problems:
        translate = load_translations(language).gettext
        listed = found.scan.problems
        left_out = sum(found.scan.counts.values()) - len(listed)
        outputs.problems.write_bytes(write_problems(listed, translate, left_out))


def describe_review(
    framework: Framework, found: FileReview, language: Language
) -> dict[str, Any]:
    """Return a review: rows are accepted plus rejected, unknown numbers are null.

    ``people`` are those under review, ``files`` and rows what was read.
    ``versions`` counts valid rows, repeated ones among them.
    ``problem_counts`` has every problem, ``problems`` beside it only the first ones.
    ``modules`` is empty where the group is too large for one room.
    """
    scan, review = found.scan, found.review
    translate = load_translations(language).gettext
    return {
        "people": len(review.state.people),
        "rows": scan.rows,
        "accepted": scan.accepted,
        "rejected": scan.rejected,
        "files": [_file(each, translate) for each in scan.files],
        "problem_counts": dict(sorted(scan.counts.items())),
        "versions": dict(sorted(scan.versions.items())),
        "profile": review.profile,
        "skills": describe_skills(review),
        "own_skills": _own_skills(found),
        "modules": _modules(framework, found.action, language),
        "proof": _proof(found.action),
    }


def _own_skills(found: FileReview) -> list[dict[str, Any]]:
    people = found.review.state.people["person_id"]
    return [
        {
            "skill": row["skill"],
            "area": row["area"],
            "rated": row["rated"],
            "median": number(row["median"]),
            "highest": number(row["highest"]),
            "holders": list(row["holders"]),
        }
        for row in found.own.measure(people, found.call.day).to_dict("records")
    ]


def _file(file: FileCount, translate: Callable[[str], str]) -> dict[str, Any]:
    return {
        "file": file.name,
        "rows": file.rows,
        "accepted": file.accepted,
        "rejected": file.rejected,
        "kept_out": list(file.kept_out),
        "assumed": [describe_note(note, translate) for note in file.assumed],
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
