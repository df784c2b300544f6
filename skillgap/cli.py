"""The command line: ``python -m skillgap COMMAND``; ``--json`` prints one object.

Exit codes: 0 done, 1 problems found, 2 wrong call.
"""

import argparse
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from skillgap.arguments import build_parser
from skillgap.domain.framework import Adjustment, Framework
from skillgap.domain.problems import Problem, suggest_name
from skillgap.files.catalogues import load_translations
from skillgap.files.engines.engine import EngineError, EngineMissingError
from skillgap.files.framework import FrameworkError, load_framework, read_framework
from skillgap.files.json_answers import (
    describe_check,
    describe_fits,
    describe_gaps,
    describe_plan,
    describe_problems,
)
from skillgap.files.person import PersonError, read_person
from skillgap.files.schemas import write_schemas
from skillgap.files.team.file_review import ReviewCall, review_files
from skillgap.files.team.json_answers import Outputs, describe_review, save_review
from skillgap.hiring.files.compare_command import ComparisonCall, compare_files
from skillgap.sheets.files.mapping_file import MappingError, load_mapping
from skillgap.sheets.files.read_command import (
    describe_readings,
    read_files,
    write_proposal,
)

Answer = dict[str, Any]
Options = argparse.Namespace


class _WrongCall(Exception):
    """The call names something that does not exist."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    parser = build_parser(__doc__)
    options = parser.parse_args(arguments)
    try:
        answer, problems = COMMANDS[options.command](options)
    except (FrameworkError, PersonError, MappingError, EngineError) as error:
        answer, problems = {}, error.problems
    except (_WrongCall, EngineMissingError) as error:
        parser.error(str(error))
    if problems or options.command in ("check", "read"):
        translate = load_translations(options.language).gettext
        answer["problems"] = describe_problems(problems, translate)
    _print(answer, options.json)
    return 1 if problems else 0


def _print(answer: Answer, as_json: bool) -> None:
    if as_json:
        print(json.dumps(answer, ensure_ascii=False))
        return
    for key, value in answer.items():
        if isinstance(value, list):
            print(f"{key}: {len(value)}")
            for item in value:
                print("  " + (item.get("message") or _line(item)))
        else:
            print(f"{key}: {value}")


def _line(item: Mapping[str, Any]) -> str:
    return "  ".join(f"{key}={_brief(value)}" for key, value in item.items())


def _brief(item: Any) -> str:
    if isinstance(item, list):
        return ", ".join(map(_brief, item))
    if isinstance(item, dict):
        return str(item.get("title") or "/".join(map(str, item.values())))
    return str(item)


def _check(options: Options) -> tuple[Answer, Sequence[Problem]]:
    reading = read_framework(options.competencies)
    return describe_check(reading), reading.problems


def _schema(options: Options) -> tuple[Answer, Sequence[Problem]]:
    return {"files": [{"file": str(p)} for p in write_schemas(options.out)]}, ()


def _read(options: Options) -> tuple[Answer, Sequence[Problem]]:
    framework = load_framework(options.competencies)
    mapping = options.mapping and load_mapping(options.mapping, framework)
    today = date.today().isoformat()
    readings = read_files(options.files, framework, mapping, today)
    problems = [p for reading in readings for p in reading.problems]
    if options.propose:
        source = options.files[0]
        more = write_proposal(source, options.propose, framework, mapping)
        problems += [problem for problem in more if problem not in problems]
    translate = load_translations(options.language).gettext
    return describe_readings(readings, translate), problems


def _gaps(options: Options) -> tuple[Answer, Sequence[Problem]]:
    framework, levels = _person(options)
    profile, adjustments = _aim(options, framework)
    return describe_gaps(framework, levels, profile, adjustments), ()


def _fit(options: Options) -> tuple[Answer, Sequence[Problem]]:
    return describe_fits(*_person(options)), ()


def _plan(options: Options) -> tuple[Answer, Sequence[Problem]]:
    framework, levels = _person(options)
    profile, adjustments = _aim(options, framework)
    answer = describe_plan(
        framework, levels, profile, adjustments, options.hours_per_week,
        options.weeks, options.language,
    )  # fmt: skip
    return answer, ()


def _compare(options: Options) -> tuple[Answer, Sequence[Problem]]:
    framework = load_framework(options.competencies)
    if options.needs and (options.context or options.trend or options.must_have):
        raise _WrongCall("--needs says it all: no --context, --trend or --must-have")
    for skill in options.must_have:
        _known("--must-have", skill, framework.skills)
    profile, adjustments = _aim(options, framework) if options.profile else ("", [])
    call = ComparisonCall(
        options.files, options.needs, profile, adjustments, options.must_have,
        options.mapping, options.language, date.today().isoformat(),
    )  # fmt: skip
    return compare_files(framework, call)


def _review(options: Options) -> tuple[Answer, Sequence[Problem]]:
    framework = load_framework(options.competencies)
    for flag in ("profile", "aim"):
        if chosen := getattr(options, flag):
            _known(f"--{flag}", chosen, framework.profiles)
    mapping = options.mapping and load_mapping(options.mapping, framework)
    call = ReviewCall(
        options.files, options.profile, date.today(), options.hours, options.seats,
        options.engine, mapping, options.team, options.aim, options.day,
    )  # fmt: skip
    found = review_files(framework, call)
    if options.team is not None:
        _known("--team", options.team, dict.fromkeys(found.scan.history.people["team"]))
    outputs = Outputs(options.html, options.skills, options.problems)
    try:
        save_review(framework, found, options.language, outputs)
    except OSError as error:
        raise _WrongCall(f"{error.filename}: {error.strerror}") from error
    answer = describe_review(framework, found, options.language)
    return answer, found.scan.problems


COMMANDS: Mapping[str, Callable[[Options], tuple[Answer, Sequence[Problem]]]] = {
    "check": _check,
    "schema": _schema,
    "read": _read,
    "gaps": _gaps,
    "fit": _fit,
    "plan": _plan,
    "review": _review,
    "compare": _compare,
}


def _person(options: Options) -> tuple[Framework, Any]:
    framework = load_framework(options.competencies)
    return framework, read_person(options.file, framework, options.person)


def _aim(options: Options, framework: Framework) -> tuple[str, list[Adjustment]]:
    profile = _known("--profile", options.profile, framework.profiles)
    contexts, trends = framework.contexts, framework.trends
    chosen = [options.context] if options.context else []
    adjustments = [contexts[_known("--context", key, contexts)] for key in chosen]
    adjustments += [trends[_known("--trend", key, trends)] for key in options.trend]
    return profile, adjustments


def _known(flag: str, value: str, names: Mapping[str, Any]) -> str:
    if value not in names:
        near = suggest_name(value, names)
        hint = f"did you mean {near!r}?" if near else f"choose from {', '.join(names)}"
        raise _WrongCall(f"{flag}: there is no {value!r}; {hint}")
    return value
