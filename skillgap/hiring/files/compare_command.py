"""The command ``compare``: candidates out of files, as plain JSON values."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from skillgap.domain.framework import Adjustment, Framework
from skillgap.domain.problems import Problem, suggest_name
from skillgap.domain.scale import Language
from skillgap.files.speech import Speech
from skillgap.files.wording import describe_problem
from skillgap.hiring.candidates import Candidate
from skillgap.hiring.comparison import Comparison, compare_versions
from skillgap.hiring.files.candidates import read_candidates
from skillgap.hiring.files.needs_file import read_role_needs
from skillgap.hiring.files.resumes import read_resume_mapping
from skillgap.hiring.files.wording import (
    CANDIDATE,
    NEEDS_OPEN,
    NO_RANKING,
    describe_versions,
)
from skillgap.hiring.masking import mask_names
from skillgap.hiring.needs import RoleNeeds, begin_role, choose_needs, warn_must_haves
from skillgap.hiring.resume_words import ResumeMapping, UnmappedTerm


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


MOST_LISTED = 20


@dataclass(frozen=True)
class ComparisonCall:
    """What a call of ``compare`` asks: either ``needs`` (a file) or ``profile``."""

    files: Sequence[Path]
    needs: Path | None
    profile: str
    adjustments: Sequence[Adjustment]
    must_have: Sequence[str]
    mapping: Path | None
    language: Language
    today: str


def compare_files(
    framework: Framework, call: ComparisonCall
) -> tuple[dict[str, Any], list[Problem]]:
    """Return what ``compare`` prints, and every problem.

    A faulty file of a candidate does not stop the others; without readable needs
    nothing is compared.
    """
    needs, problems = _ask(framework, call)
    mapping, faults = _map(framework, call.mapping)
    contents, unreadable = _read_all(call.files)
    reading = read_candidates(contents, framework, mapping, call.today)
    problems += [*faults, *unreadable, *reading.problems]
    problems += _report_unmapped(reading.to_map)
    if needs is None or not reading.candidates:
        return {"candidates": []}, problems
    speech = Speech(call.language)
    answer = describe_comparison(framework, needs, reading.candidates, speech)
    return answer, problems


def _ask(
    framework: Framework, call: ComparisonCall
) -> tuple[RoleNeeds | None, list[Problem]]:
    """Return what the role asks, of a file or of a profile."""
    if call.needs:
        contents, problems = _read_all([call.needs])
        readings = [read_role_needs(*content, framework) for content in contents]
        faults = [problem for reading in readings for problem in reading.problems]
        return readings[0].needs if readings else None, [*problems, *faults]
    needs = begin_role(framework.profiles[call.profile], call.adjustments)
    strangers = [skill for skill in call.must_have if skill not in needs.targets]
    problems = [
        Problem(
            call.profile,
            "must_have_not_asked",
            {"value": skill, "suggestion": suggest_name(skill, needs.targets)},
        )
        for skill in strangers
    ]
    if strangers:
        return None, problems
    return choose_needs(needs, needs.targets, call.must_have), []


def _map(
    framework: Framework, path: Path | None
) -> tuple[ResumeMapping, list[Problem]]:
    contents, problems = _read_all([path] if path else [])
    for name, content in contents:
        mapping, faults = read_resume_mapping(name, content, framework)
        return mapping, list(faults)
    return ResumeMapping(), problems


def _report_unmapped(to_map: Sequence[UnmappedTerm]) -> list[Problem]:
    """Return one problem per resume with the words that still have no meaning."""
    sources = dict.fromkeys(word.source for word in to_map)
    return [
        Problem(source, "resume_to_map", {"value": _list_words(source, to_map)})
        for source in sources
    ]


def _list_words(source: str, to_map: Sequence[UnmappedTerm]) -> str:
    words = [
        f"{word.term or '“”'} ({', '.join(word.suggestions) or '?'})"
        for word in to_map
        if word.source == source
    ]
    return ", ".join(words[:MOST_LISTED]) + (" …" if len(words) > MOST_LISTED else "")


def _read_all(
    paths: Sequence[Path],
) -> tuple[list[tuple[str, bytes]], list[Problem]]:
    """Return name and content of each file that can be opened."""
    contents, problems = [], []
    for path in paths:
        try:
            contents.append((path.name, path.read_bytes()))
        except OSError as error:
            blanks = {"value": error.strerror or str(error)}
            problems.append(Problem(str(path), "file_unreadable", blanks))
    return contents, problems
