"""The report on a team as HTML, section by section, in a language."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil
from types import MappingProxyType
from typing import Any

import pandas as pd

from skillgap.domain.framework import Framework
from skillgap.domain.ratings import BASES
from skillgap.domain.scale import LEVELS, Language
from skillgap.domain.team.cohort import NextAction
from skillgap.domain.team.mentors import pair_up
from skillgap.domain.team.state import find_namesakes, label_people
from skillgap.files.catalogues import load_translations
from skillgap.files.html_report import STRONGEST, Figure, Section, write_html
from skillgap.files.method import METHOD, explain_numbers
from skillgap.files.speech import BASES as BASIS_WORDS
from skillgap.files.speech import Speech
from skillgap.files.svg import (
    HALF_LOOK,
    LEVEL_LOOK,
    TARGET_LOOK,
    Line,
    Radar,
    draw_radar,
)
from skillgap.files.team.file_review import FileReview
from skillgap.files.wording import N_, describe_note, describe_problem

NONE = N_("There is none.")
MOST_PEOPLE, MOST_PROBLEMS = 200, 200


@dataclass(frozen=True)
class ReportWords:
    """A framework's names in a language, and tables with translated headings.

    ``people`` has what each person is shown as, as in ``label_people``.
    """

    framework: Framework
    speech: Speech
    people: Mapping[str, str]

    def person(self, key: str) -> str:
        """Return what a person is shown as."""
        return self.people[key]

    def skill(self, key: str) -> str:
        """Return the name of a skill."""
        return self.framework.skills[key].name.in_language(self.speech.language)

    def area(self, key: str) -> str:
        """Return the name of an area."""
        return self.framework.areas[key].name.in_language(self.speech.language)

    def profile(self, key: str) -> str:
        """Return the name of a profile."""
        return self.framework.profiles[key].name.in_language(self.speech.language)

    def module(self, key: str) -> str:
        """Return the title of a module."""
        return self.framework.modules[key].title.in_language(self.speech.language)

    def half(self, row: Mapping[str, Any]) -> str:
        """Return the middle half of the people, ``?`` if unknown."""
        if pd.isna(row["q1"]):
            return "?"
        number = self.speech.number
        return f"{number(row['q1'], 2)}–{number(row['q3'], 2)}"

    def table(
        self,
        title: str,
        paragraphs: Iterable[str],
        columns: Sequence[str],
        rows: Iterable[Sequence[str]],
    ) -> Section:
        """Return a section; title and headings are sentences to be translated.

        A table without a row says so.
        """
        say = self.speech.say
        cells = tuple(tuple(row) for row in rows)
        headings = tuple(say(column) for column in columns)
        none = [say(NONE)] if headings and not cells else []
        return Section(say(title), (*paragraphs, *none), headings, cells)


def records(table: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """Yield the rows of a table by column."""
    yield from ({str(k): v for k, v in row.items()} for row in table.to_dict("records"))


OTHER_VERSIONS = N_(
    "Ratings were made on other versions of the framework: {versions}; this is "
    "{version}. The acts that earn a level may have changed."
)
NAMESAKES = N_(
    "Several ids have the same name and count as several people: {people}. If they are "
    "one person, give the same id in every file."
)


def list_files(found: FileReview, words: ReportWords) -> Section:
    """Return how many rows of which file became answers, and what was kept out."""
    say, number, scan = words.speech.say, words.speech.number, found.scan
    sums = say(
        N_(
            "{rows} rows read = {accepted} accepted + {rejected} rejected, of {people} "
            "people."
        ),
        rows=number(scan.rows),
        accepted=number(scan.accepted),
        rejected=number(scan.rejected),
        people=number(len(scan.history.people)),
    )
    meaning = say(
        N_(
            "The latest rating of each person and skill counts. What is not rated is "
            "unknown and not zero."
        )
    )
    rows = [
        (
            *(file.name, *map(number, (file.rows, file.accepted, file.rejected))),
            ", ".join(filter(None, file.kept_out)),
        )
        for file in scan.files
    ]
    columns = [
        N_("File"), N_("Rows"), N_("Accepted"), N_("Rejected"), N_("Columns left out"),
    ]  # fmt: skip
    about = [sums, *_other_versions(found, words), meaning]
    return words.table(N_("What was read"), about, columns, rows)


def list_assumed(found: FileReview, words: ReportWords) -> Section:
    """Return what was assumed of spreadsheets, for the reader to check."""
    translate = load_translations(words.speech.language).gettext
    rows = [
        (file.name, describe_note(note, translate))
        for file in found.scan.files
        for note in file.assumed
    ]
    return words.table(N_("What was assumed"), [], [N_("File"), N_("Assumed")], rows)


def _other_versions(found: FileReview, words: ReportWords) -> list[str]:
    """Return which other framework versions were rated on, if any were."""
    here = words.framework.version
    others = ", ".join(sorted(set(found.scan.versions) - {here}))
    say = words.speech.say
    return [say(OTHER_VERSIONS, versions=others, version=here)] if others else []


def describe_part(found: FileReview, words: ReportWords) -> Section:
    """Return whom the report is about, and how sure and how old their levels are."""
    say, call, review = words.speech.say, found.call, found.review
    rows = [
        (say(N_("What the team needs")), words.profile(review.profile)),
        (say(N_("Team")), call.team or say(N_("Everybody"))),
        (
            say(N_("People working towards")),
            words.profile(call.aim) if call.aim else say(N_("Everybody")),
        ),
        (say(N_("As it stood on")), (call.day or call.today).isoformat()),
        (say(N_("People")), words.speech.number(len(review.state.people))),
        *_who(found, words),
        (say(N_("Framework")), words.framework.version),
        (say(N_("Made on")), call.today.isoformat()),
    ]
    columns = [N_("About"), N_("Chosen")]
    about = [*_certainty(found, words), *_namesakes(found, words)]
    if call.team or call.aim:
        about.append(
            say(
                N_(
                    "Team and aim are those of each person's newest rating, on earlier "
                    "days as well."
                )
            )
        )
    return words.table(N_("Whom this is about"), about, columns, rows)


def _who(found: FileReview, words: ReportWords) -> Iterator[tuple[str, str]]:
    """Yield who is in, of a team small enough to list."""
    people = found.review.state.people["person_id"]
    if 0 < len(people) <= MOST_PEOPLE:
        yield words.speech.say(N_("Who is in")), ", ".join(map(words.person, people))


def _namesakes(found: FileReview, words: ReportWords) -> list[str]:
    """Return who may be one person under several ids."""
    alike = find_namesakes(found.review.state.people)
    told = ", ".join(f"{name} ({', '.join(ids)})" for name, ids in alike.items())
    return [words.speech.say(NAMESAKES, people=told)] if told else []


def _certainty(found: FileReview, words: ReportWords) -> list[str]:
    """Return the shares of what levels rest on, the oldest day, what is odd."""
    say, speech, skills = words.speech.say, words.speech, found.review.skills
    counts = {basis: int(skills[basis].sum()) for basis in BASES}
    total = max(sum(counts.values()), 1)
    shares = [
        f"{say(BASIS_WORDS[basis])} {speech.percent(count / total)}"
        for basis, count in counts.items()
    ]
    told = say(
        N_(
            "Basis of the levels: {shares}. Oldest rating: {day}. Older than a year: "
            "{stale}."
        ),
        shares=", ".join(shares),
        day=min((day for day in skills["oldest"] if day), default="?"),
        stale=speech.number(int(skills["stale"].sum())),
    )
    if not (ahead := int(skills["ahead"].sum())):
        return [told]
    odd = N_(
        "Ratings dated after today, counted as the newest: {count}. Check their dates."
    )
    return [told, say(odd, count=speech.number(ahead))]


NEXT = N_("Next action")
PROOFS = MappingProxyType(
    {
        "optimal": N_("No other choice closes more than {closes}: this one is proven."),
        "infeasible": N_("No choice is possible within these hours."),
        "time_limit": N_(
            "Time ran out: this choice closes {closes}, and none closes more than "
            "{bound}."
        ),
        "too_many_people": N_("The group is too large for one room. Choose a team."),
    }
)


def list_sessions(found: FileReview, words: ReportWords) -> Section:
    """Return the modules that close most for the group, and the proof."""
    number, action = words.speech.number, found.action
    if action is None:
        about = words.speech.say(PROOFS["too_many_people"])
        return words.table(NEXT, [about], [], [])
    rows = [
        (
            words.module(each.module),
            number(each.hours),
            number(each.closes),
            number(each.closes / each.hours, 1),
            number(len(each.people)),
            ", ".join(words.person(person) for person in each.people),
        )
        for each in action.sessions
    ]
    columns = [
        N_("Module"), N_("Hours"), N_("Closes"), N_("Closes an hour"), N_("People"),
        N_("Who"),
    ]  # fmt: skip
    return words.table(NEXT, _explain(found, action, words), columns, rows)


def _explain(found: FileReview, action: NextAction, words: ReportWords) -> list[str]:
    """Return what was chosen from, and how good the choice is known to be."""
    say, number, proof = words.speech.say, words.speech.number, action.proof
    bounds = say(
        N_(
            "Modules for one group, each held once: at most {hours} hours a person and "
            "{seats} seats. What they close is counted in levels times weight."
        ),
        hours=number(found.call.hours),
        seats=number(found.call.seats),
    )
    blanks = {"closes": number(proof.closes), "bound": number(proof.bound)}
    return [bounds, say(PROOFS[proof.status], **blanks)]


def list_pairs(found: FileReview, words: ReportWords) -> Section:
    """Return who could mentor whom so that most is closed together."""
    rows = [
        (
            words.person(row["mentor"]),
            words.person(row["learner"]),
            words.skill(row["skill"]),
            words.speech.number(row["mentor_level"]),
            words.speech.number(row["learner_level"]),
            words.speech.number(row["priority"]),
        )
        for row in records(pair_up(found.review.state, found.review.demand))
    ]
    columns = [
        N_("Mentor"), N_("Learner"), N_("Skill"), N_("Mentor's level"),
        N_("Learner's level"), N_("Priority"),
    ]  # fmt: skip
    about = words.speech.say(
        N_(
            "Together these pairs close most priority; each person mentors one "
            "colleague at most and learns from one at most."
        )
    )
    return words.table(N_("Pairs"), [about], columns, rows)


def list_people(found: FileReview, words: ReportWords) -> Section:
    """Return everybody's fit with the profile, in the order of their ids.

    A fit stands beside the rated share: one without the other means nothing.
    """
    review, speech = found.review, words.speech
    place = review.fits.profiles.index(review.profile)
    fit, share = review.fits.fit[:, place], review.fits.rated_share[:, place]
    people = review.state.people
    rows = [
        (words.person(who), team, speech.percent(fit[n]), speech.percent(share[n]))
        for n, (who, team) in enumerate(zip(people["person_id"], people["team"]))
    ]
    about = speech.say(
        N_("Fit with {profile} over the skills each person rated; not a ranking."),
        profile=words.profile(review.profile),
    )
    columns = [N_("Person"), N_("Team"), N_("Fit"), N_("Rated share")]
    return words.table(N_("People"), [about], columns, rows)


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
            "Coverage is the share of those rated who are at target. Mentors stand at "
            "target or above, and two levels or more above somebody short of it. Stale "
            "ratings are older than a year."
        )
    )
    section = words.table(N_("Skill by skill"), [about], columns, rows)
    place = columns.index("Coverage")
    shades = ({place: _shade(share)} for share in found.review.skills["coverage"])
    return replace(section, shades=tuple(shades))


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
    """Return where the team stands in each area, as a radar and as a table."""
    number, say = words.speech.number, words.speech.say
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
    about = say(
        N_(
            "The level of an area is the median of its people's, each over the skills "
            "they rated. An area with a question mark is rated by nobody."
        )
    )
    section = words.table(N_("Areas"), [about], columns, rows)
    radar = draw_radar(_radar(found, words), words.speech)
    return replace(section, figures=(Figure(radar),))


def _radar(found: FileReview, words: ReportWords) -> Radar:
    """Return the radar of the team: target, middle half and median."""
    say, areas = words.speech.say, found.review.areas
    lines = (
        ("target", N_("Target"), TARGET_LOOK),
        ("q1", N_("Middle half, lower end"), HALF_LOOK),
        ("q3", N_("Middle half, upper end"), HALF_LOOK),
        ("median", N_("Median"), LEVEL_LOOK),
    )
    return Radar(
        say(
            N_("Radar of ten areas, the team against {profile}"),
            profile=words.profile(found.review.profile),
        ),
        list(map(words.area, areas["area"])),
        [Line(say(name), list(areas[key]), look) for key, name, look in lines],
        say(N_("Not rated")),
    )


def list_levels(found: FileReview, words: ReportWords) -> Section:
    """Return how many people have which level of each skill, as a heat map."""
    number, people = words.speech.number, max(len(found.review.state.people), 1)
    rows, shades = [], []
    for row in records(found.review.skills):
        counts = [row[f"level_{level}"] for level in LEVELS]
        unknown = row["unsure"] + row["unrated"]
        cells = (row["target"], *counts, unknown)
        rows.append((words.skill(row["skill"]), *map(number, cells)))
        shades.append({n: _shade(c / people) for n, c in enumerate(counts, start=2)})
    about = words.speech.say(
        N_(
            "People at each level; the darker, the larger the share of everybody under "
            "review. Unknown is not rated or “cannot say”, and not level 0."
        )
    )
    columns = [N_("Skill"), N_("Target"), *map(str, LEVELS), N_("Unknown")]
    section = words.table(N_("How many have which level"), [about], columns, rows)
    return replace(section, shades=tuple(shades))


def _shade(share: float) -> int:
    """Return the strength of a share of 0 to 1: 1 to 5, or 0 for nothing."""
    return 0 if pd.isna(share) else ceil(share * STRONGEST)


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


def compose_review(found: FileReview, words: ReportWords) -> Iterator[Section]:
    """Yield the sections of a report, what is most urgent first.

    Tables of people are left out above ``MOST_PEOPLE``.
    """
    yield list_files(found, words)
    if any(file.assumed for file in found.scan.files):
        yield list_assumed(found, words)
    yield describe_part(found, words)
    yield list_fragile(found, words)
    yield list_sessions(found, words)
    yield list_areas(found, words)
    yield list_levels(found, words)
    yield list_skills(found, words)
    if found.own.names:
        yield list_own(found, words)
    if len(found.review.state.people) <= MOST_PEOPLE:
        yield list_pairs(found, words)
        yield list_people(found, words)
    yield list_moves(found, words)
    if found.scan.counts:
        yield _problems(found, words)
    yield explain_method(words)


def _problems(found: FileReview, words: ReportWords) -> Section:
    """Return the first problems, and how many there are."""
    say, number, scan = words.speech.say, words.speech.number, found.scan
    translate = load_translations(words.speech.language).gettext
    shown = scan.problems[:MOST_PROBLEMS]
    rows = [(describe_problem(problem, translate),) for problem in shown]
    about = say(
        N_("{count} problems; the first {shown} are shown."),
        count=number(sum(scan.counts.values())),
        shown=number(len(shown)),
    )
    return words.table(N_("Problems"), [about], [N_("What to do")], rows)


def explain_method(words: ReportWords) -> Section:
    """Return how to read the numbers, and who may be told from them."""
    named = N_(
        "This report names people and what they say of themselves. Whoever hands it on "
        "hands that on; the anonymous summary of the team page does not."
    )
    numbers = explain_numbers(words.framework, words.speech)
    return words.table(METHOD, [*numbers, words.speech.say(named)], [], [])


def write_report(framework: Framework, found: FileReview, language: Language) -> bytes:
    """Return the review of a team as one HTML file in a language."""
    speech = Speech(language)
    day = found.call.today.isoformat()
    title = speech.say(N_("Skills of the team, {day}"), day=day)
    words = ReportWords(framework, speech, label_people(found.review.state.people))
    return write_html(title, compose_review(found, words), language)
