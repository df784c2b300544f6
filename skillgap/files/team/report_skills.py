"""What a report on a team says skill by skill and area by area."""

from typing import Any

from skillgap.files.html_report import Section
from skillgap.files.team.report_words import ReportWords, records
from skillgap.files.team.review import FileReview
from skillgap.files.wording import N_

_MENTORS = 5


def list_fragile(found: FileReview, words: ReportWords) -> Section:
    """Return the skills that hang on one person, that nobody has, or are unknown."""
    say, number = words.speech.say, words.speech.number
    skills = found.review.skills
    rows = []
    fragile = skills["nobody"] | skills["unknown"] | (skills["single_holder"] != "")
    for row in records(skills[fragile]):
        person = row["single_holder"]
        missing = N_("unknown") if row["unknown"] else N_("nobody")
        holder = words.person(person) if person else say(missing)
        rows.append((words.skill(row["skill"]), number(row["target"]), holder))
    about = say(
        N_(
            "Skills in which one person, or nobody, is known to have the level that "
            "{profile} asks."
        ),
        profile=words.profile(found.review.profile),
    )
    columns = [N_("Skill"), N_("Target"), N_("Who")]
    return words.table(N_("Hangs on one person"), [about], columns, rows)


def list_skills(found: FileReview, words: ReportWords) -> Section:
    """Return the figures of each skill; the reader sees on how many they rest."""
    mentors = found.review.mentors(_MENTORS)
    rows = [
        _describe_skill(row, mentors[row["skill"]], words)
        for row in records(found.review.skills)
    ]
    columns = [
        N_("Skill"), N_("Median"), N_("Middle half"), N_("Target"), N_("Rated"),
        N_("Unknown"), N_("At target"), N_("Coverage"), N_("Mentors"),
        N_("Oldest rating"), N_("Stale"), N_("Evidenced"), N_("Checked"),
    ]  # fmt: skip
    about = words.speech.say(
        N_(
            "Coverage is the share of those rated who are at target. Mentors are two "
            "levels or more above somebody who is short of it. Stale ratings are older "
            "than a year."
        )
    )
    return words.table(N_("Skill by skill"), [about], columns, rows)


def _describe_skill(
    row: dict[str, Any], mentors: list[str], words: ReportWords
) -> tuple[str, ...]:
    number = words.speech.number
    people = [words.person(each) for each in mentors]
    if row["mentors"] > len(mentors):
        people.append(f"+ {number(row['mentors'] - len(mentors))}")
    return (
        words.skill(row["skill"]),
        number(row["median"], 1),
        words.half(row),
        number(row["target"]),
        number(row["rated"]),
        number(row["unsure"] + row["unrated"]),
        number(row["at_target"]),
        words.speech.percent(row["coverage"]),
        ", ".join(people),
        row["oldest"],
        number(row["stale"]),
        number(row["evidenced"]),
        number(row["checked"]),
    )


def list_areas(found: FileReview, words: ReportWords) -> Section:
    """Return where the team stands in each area."""
    number = words.speech.number
    rows = [
        (
            words.area(row["area"]),
            number(row["median"], 1),
            words.half(row),
            number(row["target"], 1),
            number(row["people"]),
        )
        for row in records(found.review.areas)
    ]
    columns = [
        N_("Area"), N_("Median"), N_("Middle half"), N_("Target"), N_("People"),
    ]  # fmt: skip
    return words.table(N_("Areas"), [], columns, rows)


def list_moves(found: FileReview, words: ReportWords) -> Section:
    """Return what moved since an earlier day, the skills that moved most first."""
    say, number = words.speech.say, words.speech.number
    trend = found.review.trend
    moved = trend.skills[trend.skills[["up", "down", "added", "lost"]].any(axis=1)]
    moved = moved.sort_values(["up", "added"], ascending=False, kind="stable")
    rows = [
        (
            words.skill(row["skill"]),
            number(row["median_before"], 1),
            number(row["median_after"], 1),
            *(number(row[name]) for name in ("up", "same", "down", "added", "lost")),
        )
        for row in records(moved)
    ]
    columns = [
        N_("Skill"), N_("Median before"), N_("Median after"), N_("Up"), N_("Same"),
        N_("Down"), N_("Newly rated"), N_("No longer rated"),
    ]  # fmt: skip
    about = say(
        N_(
            "Compared with {day}. New people: {new}. People with no rating since: "
            "{left}."
        ),
        day=found.review.since.isoformat(),
        new=number(len(trend.new)),
        left=number(len(trend.left)),
    )
    return words.table(N_("What moved"), [about], columns, rows)


def list_own(found: FileReview, words: ReportWords) -> Section:
    """Return the team's own skills, of which nothing is asked."""
    say, number = words.speech.say, words.speech.number
    people = found.review.state.people["person_id"]
    rows = [
        (
            row["skill"],
            row["area"],
            number(row["rated"]),
            number(row["median"], 1),
            number(row["highest"]),
            ", ".join(words.person(each) for each in row["holders"]),
        )
        for row in records(found.own.measure(people, found.call.day))
    ]
    about = say(
        N_("These have no counterpart here, so no target is set and no gap is counted.")
    )
    columns = [
        N_("Skill"), N_("Area"), N_("Rated"), N_("Median"), N_("Highest"), N_("Who"),
    ]  # fmt: skip
    return words.table(N_("The team's own skills"), [about], columns, rows)
