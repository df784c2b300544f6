"""The command line: ``skillgap COMMAND``; ``--json`` prints one object.

Exit codes: 0 done, 1 problems found, 2 wrong call.
"""

import argparse
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import partial
from shutil import get_terminal_size
from typing import Any

from skillgap.arguments import build_parser, read_outputs
from skillgap.domain.framework import Adjustment, Framework
from skillgap.domain.person.plan_choices import PlanChoices
from skillgap.domain.person.seniority import USUAL, aim_framework
from skillgap.domain.problems import Problem, suggest_name
from skillgap.features import join_features
from skillgap.files.catalogues import load_translations
from skillgap.files.engines.engine import EngineError, EngineMissingError
from skillgap.files.framework import FrameworkError, load_framework, read_framework
from skillgap.files.json_answers import (
    describe_check,
    describe_fits,
    describe_gaps,
    describe_problems,
)
from skillgap.files.person import Person, PersonError, read_person
from skillgap.files.person_report import PersonReport, write_person_report
from skillgap.files.plan_answer import describe_plan
from skillgap.files.plan_calendar import Stamp
from skillgap.files.plan_files import PlanFileError, save_plan
from skillgap.files.plan_paper import PlanCall, make_paper
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
from skillgap.sheets.files.reading import read_foreign
from skillgap.terminal.asked import hear
from skillgap.terminal.text import write_text

Answer = dict[str, Any]
Options = argparse.Namespace
Outcome = tuple[Answer, Sequence[Problem], Framework | None]
WIDTH = 100


class _WrongCall(Exception):
    """The call names something that does not exist."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    join_features()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    parser = build_parser(__doc__)
    options = parser.parse_args(arguments)
    if options.command == "serve":
        from skillgap.server import serve_app  # Streamlit takes a while to import

        serve_app(options.port, options.address, options.more)
    framework = None
    try:
        answer, problems, framework = COMMANDS[options.command](options)
    except (FrameworkError, PersonError, MappingError, EngineError) as error:
        answer, problems = {}, error.problems
    except (_WrongCall, EngineMissingError, PlanFileError) as error:
        parser.error(str(error))
    except OSError as error:
        parser.error(": ".join(str(p) for p in (error.filename, error.strerror) if p))
    if problems or options.command in ("check", "read"):
        translate = load_translations(options.language).gettext
        answer["problems"] = describe_problems(problems, translate)
    if options.json:
        print(json.dumps(answer, ensure_ascii=False))
    else:
        asked = hear(options, parser.prog, framework)
        width = get_terminal_size((WIDTH, 0)).columns
        is_terminal = sys.stdout.isatty()
        print(
            write_text(options.command, answer, asked, width, is_terminal=is_terminal)
        )
    return 1 if problems else 0


def _check(options: Options) -> Outcome:
    reading = read_framework(options.competencies)
    return describe_check(reading), reading.problems, reading.framework


def _schema(options: Options) -> Outcome:
    out = options.out or options.competencies / "schemas"
    try:
        written = write_schemas(out)
    except OSError as error:
        raise _WrongCall(f"{error.filename}: {error.strerror}") from error
    return {"files": [{"file": str(path)} for path in written]}, (), None


def _read(options: Options) -> Outcome:
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
    return describe_readings(readings, translate), problems, framework


def _gaps(options: Options) -> Outcome:
    framework, person = _person(options)
    aim = _aim(options, framework)
    if options.html:
        options.html.write_bytes(_personal_report(options, framework, person, *aim))
    return describe_gaps(framework, person.levels, *aim), (), framework


def _personal_report(
    options: Options,
    framework: Framework,
    person: Person,
    profile: str,
    adjustments: list[Adjustment],
) -> bytes:
    """Return the report of a person, with the plan of the usual hours and weeks."""
    usual, today = PlanChoices(), date.today()
    call = PlanCall(
        profile, adjustments, usual.hours, usual.weeks, today, options.language
    )
    report = PersonReport(
        framework,
        options.seniority,
        profile,
        adjustments,
        person.ratings,
        person.levels,
        make_paper(framework, person.levels, call),
        today.isoformat(),
        name=person.name if options.with_name else "",
        shares_evidence=options.with_evidence,
    )
    return write_person_report(report)


def _fit(options: Options) -> Outcome:
    framework, person = _person(options)
    return describe_fits(framework, person.levels, person.aim), (), framework


def _plan(options: Options) -> Outcome:
    framework, person = _person(options)
    call = PlanCall(
        *_aim(options, framework), options.hours_per_week, options.weeks,
        options.start or date.today(), options.language,
    )  # fmt: skip
    paper = make_paper(framework, person.levels, call)
    stamp = Stamp(f"{person.id} {call.profile}", datetime.now(UTC))
    save_plan(paper, read_outputs(options), stamp)
    return describe_plan(paper), (), framework


def _compare(options: Options) -> Outcome:
    framework = _aimed_framework(options)
    more = options.context or options.trend or options.must_have
    if options.needs and (more or options.seniority != USUAL):
        raise _WrongCall(
            "--needs says it all: no --context, --trend, --must-have or --seniority"
        )
    for skill in options.must_have:
        _known("--must-have", skill, framework.skills)
    profile, adjustments = _aim(options, framework) if options.profile else ("", [])
    call = ComparisonCall(
        options.files, options.needs, profile, adjustments, options.must_have,
        options.mapping, options.language, date.today().isoformat(),
    )  # fmt: skip
    return *compare_files(framework, call), framework


def _review(options: Options) -> Outcome:
    framework = _aimed_framework(options)
    for flag in ("profile", "aim"):
        if chosen := getattr(options, flag):
            _known(f"--{flag}", chosen, framework.profiles)
    mapping = options.mapping and load_mapping(options.mapping, framework)
    call = ReviewCall(
        options.files, options.profile, date.today(), options.hours, options.seats,
        options.engine, options.team, options.aim, options.day,
    )  # fmt: skip
    found = review_files(framework, call, partial(read_foreign, mapping=mapping))
    if options.team is not None:
        _known("--team", options.team, dict.fromkeys(found.scan.history.people["team"]))
    outputs = Outputs(options.html, options.skills, options.problems)
    save_review(framework, found, options.language, outputs)
    answer = describe_review(framework, found, options.language)
    return answer, found.scan.problems, framework


COMMANDS: Mapping[str, Callable[[Options], Outcome]] = {
    "check": _check,
    "schema": _schema,
    "read": _read,
    "gaps": _gaps,
    "fit": _fit,
    "plan": _plan,
    "review": _review,
    "compare": _compare,
}


def _person(options: Options) -> tuple[Framework, Person]:
    framework = _aimed_framework(options)
    return framework, read_person(options.file, framework, options.person)


def _aimed_framework(options: Options) -> Framework:
    framework = load_framework(options.competencies)
    return aim_framework(
        framework, _known("--seniority", options.seniority, framework.seniorities)
    )


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
