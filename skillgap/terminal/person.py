"""One person: gaps, fits, plan."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from skillgap.files.speech import BASES
from skillgap.files.wording import N_
from skillgap.terminal.asked import NAMED, Asked
from skillgap.terminal.page import Page

Answer = Mapping[str, Any]
HOURS_A_WEEK = "5"


def show_gaps(page: Page, answer: Answer, asked: Asked) -> None:
    """Say how well a profile fits and which levels are missing, the heaviest first."""
    say, rows = asked.speech.say, answer["gaps"]
    rated = [row for row in rows if row["gap"] is not None]
    gaps = [row for row in rated if row["gap"] > 0]
    page.head(
        say(
            N_("{profile}: fit {fit}, {rated} of {count} skills rated"),
            profile=asked.profile_name(answer["profile"]),
            fit=asked.share(answer["fit"]),
            rated=asked.number(len(rated)),
            count=asked.number(len(rows)),
        )
    )
    _list_gaps(page, gaps, asked)
    page.say(
        say(
            N_("At target or above: {met}. Not rated and so unknown: {unrated}."),
            met=asked.number(len(rated) - len(gaps)),
            unrated=asked.number(len(rows) - len(rated)),
        )
    )
    plan = ("plan", *asked.source, *asked.aim, "--hours-per-week", HOURS_A_WEEK)
    page.end(asked.next(*(plan if gaps else ("fit", *asked.source))))


def _list_gaps(page: Page, gaps: Sequence[Answer], asked: Asked) -> None:
    page.table(
        asked.columns(
            N_("Skill"), N_("Level"), N_("Target"), N_("Gap"), N_("Weight"), N_("Basis")
        ),
        [
            (
                asked.skill(row["skill"]),
                *(
                    asked.number(row[name])
                    for name in ("level", "target", "gap", "weight")
                ),
                asked.speech.say(BASES[row["basis"]]),
            )
            for row in gaps
        ],
        numbers=range(1, 5),
    )


def show_fits(page: Page, answer: Answer, asked: Asked) -> None:
    """Say how well each profile fits, best first."""
    say, fits = asked.speech.say, answer["fits"]
    page.head(say(N_("Fit with every profile, best first")))
    page.table(
        asked.columns(N_("Profile"), N_("Fit"), N_("Rated")),
        [
            (
                asked.profile_name(row["profile"]),
                asked.share(row["fit"]),
                asked.share(row["rated_share"]),
            )
            for row in fits
        ],
        numbers=(1, 2),
    )
    page.say(say(N_("Fit counts rated skills alone: what is not rated is unknown.")))
    page.end(asked.next("gaps", *asked.source, "--profile", fits[0]["profile"]))


def show_plan(page: Page, answer: Answer, asked: Asked) -> None:
    """Say which modules to work through when, why, and what stays open."""
    say, steps = asked.speech.say, answer["steps"]
    page.head(
        say(
            N_("Plan for {profile}: modules: {count}, hours: {hours}, weeks: {weeks}"),
            profile=asked.profile_name(asked.profile),
            count=asked.number(len(steps)),
            hours=asked.number(answer["hours"]),
            weeks=asked.number(max((step["week_to"] for step in steps), default=0)),
        )
    )
    if answer["ask_first"]:
        names = ", ".join(map(asked.skill, answer["ask_first"]))
        page.say(say(N_("Rate these first, they weigh most: {skills}."), skills=names))
    for place, step in enumerate(steps, start=1):
        _show_step(page, place, step, asked)
    _show_not_yet(page, answer["not_yet"], asked)
    _show_open(page, answer["left_open"], asked)
    if steps and not answer["optimal"]:
        page.say(say(N_("It is not proven that no better choice fits the hours.")))
    page.end(asked.next("gaps", *asked.source, *asked.aim))


def _show_not_yet(page: Page, deferred: Sequence[Answer], asked: Asked) -> None:
    """Say which skills must wait, and for what."""
    if not deferred:
        return
    page.head(asked.speech.say(N_("Not yet: these skills come first")))
    page.list(
        f"{asked.skill(each['skill'])}: {', '.join(map(asked.skill, each['because']))}"
        for each in deferred
    )


def _show_open(page: Page, gaps: Sequence[Answer], asked: Asked) -> None:
    """Say what no step closes, gathered by the reason."""
    left_open = sorted(gaps, key=itemgetter("why"))
    if left_open:
        page.head(asked.speech.say(N_("Left open")))
    for why, same in groupby(left_open, key=itemgetter("why")):
        page.say(why)
        page.table(
            asked.columns(N_("Skill"), N_("From level"), N_("To level")),
            [
                (
                    asked.skill(gap["skill"]),
                    asked.number(gap["from"]),
                    asked.number(gap["to"]),
                )
                for gap in same
            ],
            numbers=(1, 2),
        )


def _show_step(page: Page, place: int, step: Answer, asked: Asked) -> None:
    say, number = asked.speech.say, asked.number
    page.head(f"{place}. {NAMED.format(name=step['title'], id=step['module'])}")
    lifts = [
        f"{asked.skill(each['skill'])} {each['from']} → {each['to']}"
        for each in step["skills"]
    ]
    weeks = say(
        N_("weeks {first} to {last}"),
        first=number(step["week_from"]),
        last=number(step["week_to"]),
    )
    hours = say(N_("{hours} h"), hours=number(step["hours"]))
    if step["stages"] > 1:
        stage = say(
            N_("stage {stage} of {stages}"),
            stage=number(step["stage"]),
            stages=number(step["stages"]),
        )
        hours = f"{hours} ({stage})"
    page.list([f"{weeks}, {hours}: {', '.join(lifts)}", step["why"]])
    page.list(_resource(each, asked) for each in step["resources"])


def _resource(resource: Answer, asked: Asked) -> str:
    hours = asked.speech.say(N_("{hours} h"), hours=asked.number(resource["hours"]))
    return f"{resource['title']} [{resource['language']}], {hours}: {resource['url']}"
