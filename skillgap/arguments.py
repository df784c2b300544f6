"""What the command line accepts."""

import argparse
import sys
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import available_timezones

from skillgap import __version__
from skillgap.domain.person.seniority import USUAL
from skillgap.domain.scale import LANGUAGES
from skillgap.files.engines.choice import ENGINES
from skillgap.files.plan_files import PlanOutputs
from skillgap.files.team.file_review import HOURS, SEATS
from skillgap.settings import read_settings

ENGINE_HELP = (
    "where files are read: on this machine, or on the cluster that Dask's or Spark's "
    "own settings name, whose workers must all reach the files under the same paths"
)

COMMANDS = {
    "check": "report every problem of the framework",
    "schema": "write JSON Schemas for editors",
    "read": "read ratings files and report every problem",
    "gaps": "a person's gaps against a profile, best first",
    "fit": "a person's fit with every profile, best first",
    "plan": "modules that close a person's gaps, in order",
    "review": "a team out of ratings files of any size",
    "compare": "candidates against what a role asks, without an order",
}


def build_parser(description: str | None) -> argparse.ArgumentParser:
    """Return the parser of all commands; the chosen one is in ``command``."""
    parser = argparse.ArgumentParser(prog=_program(), description=description)
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND", dest="command")
    parts = {
        name: commands.add_parser(name, help=words, parents=[_shared()])
        for name, words in COMMANDS.items()
    }
    parts["schema"].add_argument("--out", type=Path, metavar="DIR")
    parts["read"].add_argument("files", nargs="+", type=Path, metavar="FILE")
    parts["read"].add_argument("--mapping", type=Path, metavar="YAML")
    parts["read"].add_argument(
        "--propose", type=Path, metavar="YAML", help="write a mapping to be confirmed"
    )
    for name in ("gaps", "fit", "plan"):
        _ask_person(parts[name])
    for name in ("gaps", "fit", "plan", "review", "compare"):
        _ask_seniority(parts[name])
    for name in ("gaps", "plan"):
        _ask_aim(parts[name])
    _ask_report(parts["gaps"])
    parts["plan"].add_argument("--hours-per-week", type=_hours, required=True)
    parts["plan"].add_argument("--weeks", type=_whole)
    parts["plan"].add_argument("--start", type=_day, help="the first day; else today")
    _ask_outputs(parts["plan"])
    _ask_team(parts["review"])
    _ask_candidates(parts["compare"])
    _ask_server(commands.add_parser("serve", help="the app for browsers"))
    return parser


def _program() -> str:
    """Return what one types to call this."""
    is_module = Path(sys.argv[0]).name == "__main__.py"
    return "python -m skillgap" if is_module else "skillgap"


def _shared() -> argparse.ArgumentParser:
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--json", action="store_true", help="print one JSON object")
    shared.add_argument("--language", choices=LANGUAGES, default="en")
    shared.add_argument(
        "--competencies", type=Path, default=read_settings().competencies, metavar="DIR"
    )
    return shared


def _ask_person(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", type=Path, metavar="FILE")
    command.add_argument("--person", help="whose ratings, if there are several")


def _ask_aim(command: argparse.ArgumentParser) -> None:
    command.add_argument("--profile", required=True)
    command.add_argument("--context")
    command.add_argument("--trend", action="append", default=[])


def _ask_seniority(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--seniority",
        default=USUAL,
        metavar="NAME",
        help="where one wants to stand: junior, mid or senior; else mid",
    )


def _ask_report(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--html", type=Path, metavar="OUT.html", help="a report to hand on"
    )
    command.add_argument(
        "--with-name", action="store_true", help="say in the report whose it is"
    )
    command.add_argument(
        "--with-evidence", action="store_true", help="put the evidence lines into it"
    )


def _ask_outputs(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--calendar", type=Path, metavar="OUT.ics", help="a week is an event there"
    )
    command.add_argument(
        "--hour", type=_hour, help="also hours to learn in, from this one, like 19:00"
    )
    command.add_argument(
        "--zone", type=_zone, help="where it is that hour, like Asia/Jakarta"
    )
    command.add_argument("--markdown", type=Path, metavar="OUT.md")
    command.add_argument("--csv", type=Path, metavar="OUT.csv")


def read_outputs(options: argparse.Namespace) -> PlanOutputs:
    """Return where ``plan`` is to be written."""
    return PlanOutputs(
        options.calendar, options.markdown, options.csv, options.hour, options.zone
    )


def _ask_team(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", nargs="+", type=Path, metavar="FILE")
    command.add_argument("--profile", help="what the team needs; else the usual one")
    command.add_argument(
        "--mapping", type=Path, metavar="YAML", help="how other spreadsheets are read"
    )
    command.add_argument("--engine", choices=ENGINES, default="local", help=ENGINE_HELP)
    command.add_argument(
        "--hours", type=_budget, default=HOURS, help="of a person, for modules"
    )
    command.add_argument("--seats", type=_whole, default=SEATS, help="in a module")
    command.add_argument("--team", help="review this team only")
    command.add_argument("--aim", help="review those working towards this profile only")
    command.add_argument("--day", type=_day, help="as it stood then")
    command.add_argument("--html", type=Path, metavar="OUT.html")
    command.add_argument("--skills", type=Path, metavar="OUT.csv")
    command.add_argument("--problems", type=Path, metavar="OUT.csv")


def _ask_candidates(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", nargs="+", type=Path, metavar="FILE")
    asked = command.add_mutually_exclusive_group(required=True)
    asked.add_argument("--profile")
    asked.add_argument("--needs", type=Path, metavar="ROLE.yaml")
    command.add_argument("--context")
    command.add_argument("--trend", action="append", default=[])
    command.add_argument(
        "--must-have", action="append", default=[], metavar="SKILL", dest="must_have"
    )
    command.add_argument(
        "--mapping", type=Path, help="what the words of JSON Resume files mean"
    )


def _ask_server(command: argparse.ArgumentParser) -> None:
    command.add_argument("--port", type=_whole, help="else 8501")
    command.add_argument("--address", help="else 127.0.0.1: this machine only")
    command.add_argument(
        "more", nargs="*", metavar="-- OPTION", help="other options of streamlit run"
    )


def _hours(text: str) -> float:
    hours = float(text)
    if not 0 < hours <= 168:
        raise argparse.ArgumentTypeError("must be above 0 and at most 168")
    return hours


def _budget(text: str) -> float:
    hours = float(text)
    if not 0 < hours < float("inf"):
        raise argparse.ArgumentTypeError("must be above 0")
    return hours


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("must be a day like 2026-11-25") from None


def _hour(text: str) -> time:
    try:
        return datetime.strptime(text, "%H:%M").time()
    except ValueError:
        raise argparse.ArgumentTypeError("must be an hour like 19:00") from None


def _zone(text: str) -> str:
    if text not in available_timezones():
        raise argparse.ArgumentTypeError("must be a time zone like Asia/Jakarta")
    return text


def _whole(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number
