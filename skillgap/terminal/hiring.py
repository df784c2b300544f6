"""Candidates beside each other: must-haves, counts, and where they differ."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from skillgap.files.speech import BASES
from skillgap.files.wording import N_
from skillgap.hiring.files.wording import STATES
from skillgap.terminal.asked import Asked
from skillgap.terminal.page import Page

Answer = Mapping[str, Any]
MOST_SKILLS = 15


def show_comparison(page: Page, answer: Answer, asked: Asked) -> None:
    """Say what each candidate has of what the role asks, in the order of the files."""
    say = asked.speech.say
    for candidate in answer["candidates"]:
        _show_candidate(page, candidate, asked)
    if len(answer["candidates"]) > 1:
        _show_differences(page, answer["candidates"], asked)
    for version in answer.get("earlier", ()):
        day, reason = asked.speech.day(version["from"]), version["reason"]
        words = N_("Under the needs of {day} ({reason})")
        page.head(say(words, day=day, reason=reason or "-"))
        _show_totals(page, version["candidates"], asked)
    if answer["candidates"]:
        page.say(answer["note"])
        words = N_("Who cannot be told apart and what to ask: {command}")
        page.end(say(words, command=f"{asked.program} serve"))


def _show_candidate(page: Page, candidate: Answer, asked: Asked) -> None:
    say, number = asked.speech.say, asked.number
    page.head(
        say(
            N_("Candidate {letter} ({person}): fit {fit}, rated {rated}"),
            letter=candidate["candidate"],
            person=candidate["person_id"],
            fit=asked.share(candidate["fit"]),
            rated=asked.share(candidate["rated_share"]),
        )
    )
    _list_must_haves(page, candidate["must_haves"], asked)
    states = Counter(row["state"] for row in candidate["skills"])
    counts = {name: number(states[name]) for name in STATES}
    words = N_("Skills asked: {met} met, {not_met} not met, {cannot_tell} to be asked")
    page.say(say(words, **counts))


def _list_must_haves(page: Page, rows: Sequence[Answer], asked: Asked) -> None:
    say, number = asked.speech.say, asked.number
    page.table(
        asked.columns(
            N_("Must-have"), N_("Target"), N_("Level"), N_("Basis"),
            N_("Chance"), N_("What can be said"),
        ),
        [
            (
                asked.skill(row["skill"]),
                number(row["target"]),
                number(row["level"]),
                _basis(row, asked),
                "?" if row["chance"] is None else asked.speech.chance(row["chance"]),
                say(STATES[row["state"]]),
            )
            for row in rows
        ],
        numbers=(1, 2, 4),
    )  # fmt: skip


def _basis(row: Answer, asked: Asked) -> str:
    return "" if row["level"] is None else asked.speech.say(BASES[row["basis"]])


def _show_differences(page: Page, candidates: list[Answer], asked: Asked) -> None:
    """Say the levels of the skills that do not stand alike, the heaviest first."""
    say, number = asked.speech.say, asked.number
    sides = list(zip(*(each["skills"] for each in candidates), strict=True))
    differ = [rows for rows in sides if len({row["state"] for row in rows}) > 1]
    differ.sort(key=lambda rows: -rows[0]["weight"])
    if differ:
        page.head(say(N_("Levels where the candidates differ")))
    page.table(
        [
            *asked.columns(N_("Skill"), N_("Target"), N_("Weight")),
            *(each["candidate"] for each in candidates),
        ],
        [
            (
                asked.skill(rows[0]["skill"]),
                number(rows[0]["target"]),
                number(rows[0]["weight"]),
                *(f"{number(row['level'])} {_basis(row, asked)}" for row in rows),
            )
            for rows in differ[:MOST_SKILLS]
        ],
        numbers=(1, 2),
    )
    if len(differ) > MOST_SKILLS:
        words = N_("And {count} more; --json prints every skill.")
        page.say(say(words, count=number(len(differ) - MOST_SKILLS)))


def _show_totals(page: Page, candidates: list[Answer], asked: Asked) -> None:
    page.table(
        asked.columns(N_("Candidate"), N_("Fit"), N_("Rated")),
        [
            (
                each["candidate"],
                asked.share(each["fit"]),
                asked.share(each["rated_share"]),
            )
            for each in candidates
        ],
        numbers=(1, 2),
    )
