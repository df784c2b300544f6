"""A team: what was read, where it is short, what hangs on one person, what to do."""

from collections.abc import Mapping
from typing import Any

from skillgap.files.team.report import PROOFS
from skillgap.files.wording import N_
from skillgap.terminal.asked import NAMED, Asked
from skillgap.terminal.page import Page

Answer = Mapping[str, Any]
MOST_SKILLS, MOST_MENTORS = 15, 3


def show_review(page: Page, answer: Answer, asked: Asked) -> None:
    """Say what a person who leads the team wants to know first."""
    say = asked.speech.say
    names = ("people", "rows", "accepted", "rejected")
    counts = {name: asked.number(answer[name]) for name in names}
    page.head(
        say(
            N_(
                "{people} people; {rows} rows read: {accepted} accepted, {rejected} "
                "rejected"
            ),
            **counts,
        )
    )
    _show_files(page, answer["files"], asked)
    _show_short(page, answer, asked)
    _show_fragile(page, answer["skills"], asked)
    _show_own(page, answer["own_skills"], asked)
    _show_sessions(page, answer, asked)
    left_out = sum(answer["problem_counts"].values()) - len(answer.get("problems", ()))
    if left_out > 0:
        page.say(
            say(
                N_("Problems not listed: {count}; --problems OUT.csv writes them."),
                count=asked.number(left_out),
            )
        )
    page.end(say(N_("Next: the same call with --html OUT.html writes the report.")))


def _show_files(page: Page, files: list[Answer], asked: Asked) -> None:
    if len(files) > 1:
        page.table(
            asked.columns(N_("File"), N_("Rows"), N_("Accepted"), N_("Rejected")),
            [
                (
                    file["file"],
                    *(asked.number(file[n]) for n in ("rows", "accepted", "rejected")),
                )
                for file in files
            ],
            numbers=(1, 2, 3),
        )
    for file in files:
        page.list(f"{file['file']}: {note}" for note in file["assumed"])


def _show_short(page: Page, answer: Answer, asked: Asked) -> None:
    """Say which skills the fewest are at target in, the heaviest first among equals."""
    say, number = asked.speech.say, asked.number
    short = [row for row in answer["skills"] if row["below"]]
    short.sort(key=lambda row: (row["coverage"], -row["weight"]))
    profile = asked.profile_name(answer["profile"])
    page.head(
        say(N_("Short of {profile}, the fewest at target first"), profile=profile)
    )
    page.table(
        asked.columns(
            N_("Skill"), N_("Target"), N_("Weight"), N_("Median"), N_("At target"),
            N_("Mentors"),
        ),
        [
            (
                asked.skill(row["skill"]),
                number(row["target"]),
                number(row["weight"]),
                number(row["median"]),
                f"{number(row['at_target'])} / {number(row['rated'])}",
                _mentors(row, asked),
            )
            for row in short[:MOST_SKILLS]
        ],
        numbers=range(1, 5),
    )  # fmt: skip
    if len(short) > MOST_SKILLS:
        rest = number(len(short) - MOST_SKILLS)
        words = N_("And {count} more; --skills OUT.csv writes every skill.")
        page.say(say(words, count=rest))


def _mentors(row: Answer, asked: Asked) -> str:
    named = row["mentors"][:MOST_MENTORS]
    more = row["mentor_count"] - len(named)
    return ", ".join([*named, *([f"+ {asked.number(more)}"] if more else [])])


def _show_fragile(page: Page, skills: list[Answer], asked: Asked) -> None:
    fragile = [row for row in skills if row["single_holder"]]
    if fragile:
        page.head(asked.speech.say(N_("Hangs on one person")))
    page.table(
        asked.columns(N_("Skill"), N_("Target"), N_("Who")),
        [
            (
                asked.skill(row["skill"]),
                asked.number(row["target"]),
                row["single_holder"],
            )
            for row in fragile
        ],
        numbers=(1,),
    )


def _show_own(page: Page, skills: list[Answer], asked: Asked) -> None:
    counted = ("rated", "median", "highest")
    if skills:
        page.head(asked.speech.say(N_("The team's own skills")))
    page.table(
        asked.columns(N_("Skill"), N_("Rated"), N_("Median"), N_("Highest")),
        [
            (
                row["skill"],
                *(asked.number(row[name]) for name in counted),
            )
            for row in skills
        ],
        numbers=(1, 2, 3),
    )


def _show_sessions(page: Page, answer: Answer, asked: Asked) -> None:
    say, number, proof = asked.speech.say, asked.number, answer["proof"]
    page.head(say(N_("Modules for the group")))
    page.table(
        asked.columns(N_("Module"), N_("Hours"), N_("Closes"), N_("Who")),
        [
            (
                NAMED.format(name=each["title"], id=each["module"]),
                number(each["hours"]),
                number(each["closes"]),
                ", ".join(each["people"]),
            )
            for each in answer["modules"]
        ],
        numbers=(1, 2),
    )
    closes, bound = number(proof["closes"]), number(proof["bound"])
    page.say(say(PROOFS[proof["status"]], closes=closes, bound=bound))
