"""A comparison out of files: what the role asks, candidates, what resumes mean."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from skillgap.domain.framework import Adjustment, Framework
from skillgap.domain.hiring.resume_words import ResumeMapping, Unmapped
from skillgap.domain.hiring.role_needs import RoleNeeds, begin_role, choose_needs
from skillgap.domain.problems import Problem, suggest_name
from skillgap.domain.scale import Language
from skillgap.files.hiring.candidates import read_candidates
from skillgap.files.hiring.results import describe_comparison
from skillgap.files.hiring.resume_mapping import read_resume_mapping
from skillgap.files.hiring.role_needs import read_role_needs
from skillgap.files.speech import Speech

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


def _report_unmapped(to_map: Sequence[Unmapped]) -> list[Problem]:
    """Return one problem per resume with the words that still have no meaning."""
    sources = dict.fromkeys(word.source for word in to_map)
    return [
        Problem(source, "resume_to_map", {"value": _list_words(source, to_map)})
        for source in sources
    ]


def _list_words(source: str, to_map: Sequence[Unmapped]) -> str:
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
