"""The report a person hands on: what they claim, what is evidenced, what comes next."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from skillgap import __version__
from skillgap.domain.fit import Fit
from skillgap.domain.framework import Adjustment, Framework
from skillgap.domain.gaps import (
    measure_fit,
    measure_gaps,
    set_targets,
    summarise_areas,
)
from skillgap.domain.person.progress import Progress, measure_progress
from skillgap.domain.person.schedule import first_day
from skillgap.domain.person.specializations import rank_fits
from skillgap.domain.person.weeks import last_day
from skillgap.domain.person.worth import order_by_worth
from skillgap.domain.ratings import BASES, rating_days
from skillgap.files.html_report import Figure, Section, say_section, write_html
from skillgap.files.method import METHOD, explain_numbers
from skillgap.files.plan_paper import PROOF, PlanPaper
from skillgap.files.speech import BASES as BASIS_WORDS
from skillgap.files.speech import Speech
from skillgap.files.svg import (
    LEVEL_LOOK,
    TARGET_LOOK,
    Gap,
    Line,
    Radar,
    draw_gaps,
    draw_radar,
    draw_small_radar,
)
from skillgap.files.wording import N_

FIRST_GAPS, FIRST_WEEKS = 10, 4
ANSWERS = {"unsure": N_("cannot say"), "unrated": N_("not rated")}
MOVES = {
    "rose": N_("rose"),
    "fell": N_("fell"),
    "new": N_("newly rated"),
    "lost": N_("no longer rated"),
}


@dataclass(frozen=True)
class PersonReport:
    """What is said of one person on a day.

    ``framework`` is as it asks of the ``seniority``. ``ratings`` are the person's,
    ``levels`` those that count: claims, or what is supported (``is_supported``).
    ``paper`` is the plan, in the language of the report. ``name`` is empty where the
    person does not give it; the evidence lines go along only if they are shared.
    """

    framework: Framework
    seniority: str
    profile: str
    adjustments: Sequence[Adjustment]
    ratings: pd.DataFrame
    levels: pd.DataFrame
    paper: PlanPaper
    today: str
    name: str = ""
    is_supported: bool = False
    shares_evidence: bool = False

    @cached_property
    def speech(self) -> Speech:
        """How the language says sentences and numbers."""
        return self.paper.speech

    @cached_property
    def gaps(self) -> pd.DataFrame:
        """The gaps, those worth most first, as in ``order_by_worth``."""
        return order_by_worth(self.framework, self.measure(self.profile))

    @cached_property
    def fit(self) -> Fit:
        """The fit with the profile."""
        return measure_fit(self.gaps)

    @cached_property
    def title(self) -> str:
        """Whose report it is, and of which day."""
        day = self.speech.day(self.today)
        if self.name:
            return self.speech.say(
                N_("Skills of {name}, {day}"), name=self.name, day=day
            )
        return self.speech.say(N_("Skills of one person, {day}"), day=day)

    def measure(self, profile: str) -> pd.DataFrame:
        """Return the gaps to a profile, as ``measure_gaps`` does."""
        return measure_gaps(self.targets(profile), self.levels)

    def targets(self, profile: str) -> pd.DataFrame:
        """Return what a profile asks."""
        return set_targets(self.framework.profiles[profile], self.adjustments)

    def areas(self, gaps: pd.DataFrame) -> pd.DataFrame:
        """Return level and target of each area, with the area's name."""
        areas = summarise_areas(gaps, self.framework.area_of)
        named = [self.framework.areas[key].name for key in areas["area"]]
        language = self.speech.language
        return areas.assign(label=[name.in_language(language) for name in named])

    def radar(self, profile: str, gaps: pd.DataFrame) -> Radar:
        """Return the radar of the areas against a profile."""
        say, areas = self.speech.say, self.areas(gaps)
        return Radar(
            say(
                N_("Radar of ten areas, level against {profile}"),
                profile=self.profile_name(profile),
            ),
            list(areas["label"]),
            [
                Line(say(N_("Target")), list(areas["target"]), TARGET_LOOK),
                Line(say(N_("Level")), list(areas["level"]), LEVEL_LOOK),
            ],
            say(N_("Not rated")),
        )

    def profile_name(self, key: str) -> str:
        """Return the name of a profile."""
        return self.framework.profiles[key].name.in_language(self.speech.language)

    def skill(self, key: str) -> str:
        """Return the name of a skill."""
        return self.framework.skills[key].name.in_language(self.speech.language)

    def say_fit(self) -> str:
        """Say the fit and the rated share, which mean nothing alone."""
        fit, speech = self.fit, self.speech
        if not fit.rated:
            return speech.say(
                N_("Nothing rated yet that {profile} asks for."),
                profile=self.profile_name(self.profile),
            )
        return speech.say(
            N_(
                "On the {rated} of {asked} skills that are rated ({share}), {fit} of "
                "what {profile} asks is met."
            ),
            rated=speech.number(fit.rated),
            asked=speech.number(fit.asked),
            share=speech.percent(fit.rated_share),
            fit=speech.percent(fit.fit),
            profile=self.profile_name(self.profile),
        )

    def say_basis(self) -> str:
        """Say how many of the levels are claimed, evidenced and checked."""
        rated = self.gaps[self.gaps["level"].notna()]
        counts = rated["basis"].value_counts()
        said = ", ".join(
            f"{self.speech.say(BASIS_WORDS[basis])} "
            f"{self.speech.number(counts.get(basis, 0))}"
            for basis in BASES
        )
        return self.speech.say(N_("What these levels rest on: {bases}."), bases=said)


def describe_person(report: PersonReport) -> Section:
    """Return whom and what the report is about, and how the person stands."""
    speech, framework = report.speech, report.framework
    say, language = speech.say, speech.language
    changes = ", ".join(each.name.in_language(language) for each in report.adjustments)
    stand = framework.seniorities[report.seniority].name.in_language(language)
    counted = N_("what is supported") if report.is_supported else N_("what is claimed")
    released = speech.day(framework.manifest.released)
    rows = [
        (say(N_("Compared with")), report.profile_name(report.profile)),
        (say(N_("Seniority asked")), stand),
        *([(say(N_("Context and trends")), changes)] if changes else []),
        (say(N_("Levels that count")), say(counted)),
        (say(N_("Framework")), f"{framework.version}, {released}"),
    ]
    words = say(
        N_(
            "A claimed level is the person's own word and no fact. An evidenced one "
            "names something that can be looked at. A checked one rests on answered "
            "questions."
        )
    )
    return say_section(
        N_("In brief"),
        (report.say_fit(), report.say_basis(), words),
        (N_("About"), N_("Chosen")),
        rows,
        speech,
    )


def show_areas(report: PersonReport) -> Section:
    """Return the ten areas as a radar and as a table."""
    speech = report.speech
    rows = [
        (
            row.label,
            speech.number(row.level, 1),
            speech.number(row.target, 1),
            f"{speech.number(row.rated)}/{speech.number(row.asked)}",
            speech.number(row.below) if row.rated else "?",
        )
        for row in report.areas(report.gaps).itertuples()
    ]
    words = speech.say(
        N_(
            "Weighted means over the rated skills, of level and target alike. An area "
            "with a question mark is not rated: it is unknown and not zero."
        )
    )
    radar = draw_radar(report.radar(report.profile, report.gaps), speech)
    columns = (
        N_("Area"), N_("Level"), N_("Target"), N_("Rated"), N_("Short of target"),
    )  # fmt: skip
    return Section(
        speech.say(N_("Areas")),
        (words,),
        tuple(map(speech.say, columns)),
        tuple(rows),
        (Figure(radar),),
    )


def show_first_gaps(report: PersonReport) -> Section:
    """Return the gaps worth most, the first to close on top."""
    speech = report.speech
    title = speech.say(N_("Gaps to close first"))
    first = report.gaps[report.gaps["gap"] > 0].head(FIRST_GAPS)
    if first.empty:
        return Section(title, (speech.say(N_("No gap among the rated skills.")),))
    gaps = [
        Gap(report.skill(row.skill), row.level, row.target, row.basis)
        for row in first.itertuples()
    ]
    bases = {basis: speech.say(words) for basis, words in BASIS_WORDS.items()}
    picture = draw_gaps(title, gaps, bases, speech.say(N_("Target")), speech)
    words = speech.say(
        N_(
            "In the order of their worth: what weighs most in the profile, and what "
            "other skills wait for. The form of a dot says what a level rests on."
        )
    )
    return Section(title, (words,), figures=(Figure(picture),))


def list_skills(report: PersonReport) -> Section:
    """Return every skill that is asked; unknown ones last and never as zero."""
    speech = report.speech
    say = speech.say
    columns = [
        N_("Skill"), N_("Level"), N_("Target"), N_("Gap"), N_("Basis"), N_("Rated on"),
    ]  # fmt: skip
    rows = []
    for row in report.gaps.itertuples():
        known = row.answer == "rated"
        cells = [
            report.skill(row.skill),
            speech.number(row.level) if known else say(ANSWERS[row.answer]),
            speech.number(row.target),
            speech.number(row.gap),
            say(BASIS_WORDS[row.basis]) if known else "",
            row.rated_on,
        ]
        rows.append((*cells, row.evidence) if report.shares_evidence else tuple(cells))
    if report.shares_evidence:
        columns.append(N_("Evidence"))
    return say_section(N_("All skills asked"), (), tuple(columns), rows, speech)


def show_specializations(report: PersonReport) -> Section:
    """Return a small radar and the fit of every specialization, best fitting first."""
    speech = report.speech
    fits = rank_fits(
        report.framework.profiles, report.levels, report.adjustments, report.profile
    )
    kind = dict(report.framework.profiles_of("specialization"))
    figures = []
    for row in fits[fits["profile"].isin(kind)].itertuples():
        gaps = report.measure(row.profile)
        caption = speech.say(
            N_("{profile}: {fit}, {rated} of {asked} rated"),
            profile=report.profile_name(row.profile),
            fit=speech.percent(row.fit),
            rated=speech.number(row.rated),
            asked=speech.number(row.asked),
        )
        picture = draw_small_radar(report.radar(row.profile, gaps), speech)
        figures.append(Figure(picture, caption))
    words = speech.say(
        N_(
            "Best fitting first: what counts is how far a fit exceeds that of somebody "
            "evenly skilled, for a profile that asks less fits everybody better."
        )
    )
    return Section(
        speech.say(N_("All specializations")), (words,), figures=tuple(figures)
    )


def list_moves(report: PersonReport) -> Iterator[Section]:
    """Yield what moved since the first day with ratings, if there is a later one."""
    days = rating_days(report.ratings)
    if len(days) < 2:
        return
    speech = report.speech
    progress = _measure(report, days[0], days[-1])
    moved = progress.moved(*MOVES)
    rows = [
        (
            report.skill(row.skill),
            speech.number(row.then),
            speech.number(row.now),
            speech.say(MOVES[row.move]),
            speech.number(row.target),
        )
        for row in moved.itertuples()
        if row.move in ("rose", "fell")
    ]
    counts = ", ".join(
        f"{speech.say(words)} {speech.number(len(progress.moved(move)))}"
        for move, words in MOVES.items()
    )
    same = progress.same
    words = speech.say(
        N_(
            "From {then} to {now}, as rated: {counts}. Fit over the {rated} skills "
            "rated on both days: {before}, then {after}."
        ),
        then=speech.day(days[0]),
        now=speech.day(days[-1]),
        counts=counts,
        rated=speech.number(same.now.rated),
        before=speech.percent(same.then.fit),
        after=speech.percent(same.now.fit),
    )
    columns = (N_("Skill"), N_("Then"), N_("Now"), N_("Move"), N_("Target"))
    title = N_("Progress since the first day")
    yield say_section(title, (words,), columns, rows, speech)


def _measure(report: PersonReport, then: str, now: str) -> Progress:
    targets = report.targets(report.profile)
    version = report.framework.version
    return measure_progress(report.ratings, targets, (then, now), version)


def list_weeks(report: PersonReport) -> Section:
    """Return what begins in the first weeks of the plan."""
    paper, speech = report.paper, report.speech
    plan, title = paper.plan, N_("First weeks of the plan")
    if not plan.steps:
        none = speech.say(N_("The plan has no step."))
        return say_section(title, (none,), (), (), speech)
    rows = []
    for step in plan.steps:
        if step.week_from > FIRST_WEEKS:
            break
        module = paper.module(step.module)
        goal = paper.goal(step)
        begin = first_day(paper.start, step.week_from)
        rows.append(
            (
                paper.span(begin, last_day(paper.start, step.week_to)),
                " · ".join(filter(None, (paper.title(step.module), goal))),
                paper.hours(step.hours),
                module.proof.in_language(paper.language),
            )
        )
    words = speech.say(
        N_(
            "For {aim}, at {weekly} a week. Here stands what begins in the first "
            "{weeks} weeks; the whole plan takes {hours}. A module counts when its "
            "proof is there."
        ),
        aim=paper.aim,
        weekly=paper.hours(paper.hours_per_week),
        weeks=speech.number(FIRST_WEEKS),
        hours=paper.hours(plan.hours),
    )
    columns = (N_("When"), N_("Module"), N_("Hours"), PROOF)
    return say_section(title, (words,), columns, rows, speech)


def explain_method(report: PersonReport) -> Section:
    """Return how to read the numbers, what they cannot tell, dates and versions."""
    words = (*explain_numbers(report.framework, report.speech), *_date(report))
    return say_section(METHOD, words, (), (), report.speech)


def _date(report: PersonReport) -> Iterator[str]:
    """Yield how old the levels are, and on which versions they were rated."""
    speech = report.speech
    rated = report.gaps.loc[report.gaps["level"].notna(), "rated_on"]
    if rated.empty:
        return
    first, last = speech.day(min(rated)), speech.day(max(rated))
    days = speech.say(N_("{first} to {last}"), first=first, last=last)
    yield speech.say(
        N_(
            "Levels rated: {days}. Made on {day} with version {version} of the "
            "framework and {program} of the program."
        ),
        days=first if first == last else days,
        day=speech.day(report.today),
        version=report.framework.version,
        program=__version__,
    )
    newest = rating_days(report.ratings)[-1]
    versions = _measure(report, newest, newest).versions
    if versions:
        yield speech.say(
            N_(
                "Levels rated on other versions of the framework, whose acts may "
                "differ: {versions}."
            ),
            versions=", ".join(
                f"{speech.number(count)} ({version})"
                for version, count in sorted(versions.items())
            ),
        )


def compose_report(report: PersonReport) -> Iterator[Section]:
    """Yield the sections, what a reader wants first."""
    yield describe_person(report)
    yield show_areas(report)
    yield show_first_gaps(report)
    yield list_weeks(report)
    yield from list_moves(report)
    yield show_specializations(report)
    yield list_skills(report)
    yield explain_method(report)


def write_person_report(report: PersonReport) -> bytes:
    """Return the report as one HTML file that needs no other."""
    return write_html(report.title, compose_report(report), report.speech.language)
