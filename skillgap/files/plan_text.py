"""A plan as Markdown that reads well as it is and in any viewer."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from skillgap.domain.learning import Resource
from skillgap.domain.person.plan import Deferred, OpenGap, Reason, Step
from skillgap.domain.person.weeks import Part
from skillgap.files.plan_answer import why
from skillgap.files.plan_paper import PRACTICE, PROOF, PlanPaper
from skillgap.files.wording import N_, describe_reason

_SIGNS = re.compile(r"[\\`*_\[\]<>&#~$]")
_NO_ADDRESS = re.compile(r"[\s<>\\]")


def write_plan_text(paper: PlanPaper) -> bytes:
    """Return a plan as Markdown (CommonMark) in UTF-8.

    Texts are shown as written, none becomes a heading, a link or HTML.

    Raises:
        OverflowError: the plan ends after the last day a calendar has.

    """
    text = _Text(paper)
    lines = [*text.head(), *text.weeks(), *text.rechecks(), *text.rest()]
    return ("\n".join(lines).strip() + "\n").encode()


class _Text:
    """The lines of a plan; an empty one parts blocks."""

    def __init__(self, paper: PlanPaper) -> None:
        self.paper = paper
        self.say = paper.speech.say

    def head(self) -> Iterator[str]:
        title = self.say(N_("Learning plan: {aim}"), aim=_plain(self.paper.aim))
        yield from (f"# {title}", "")
        if not self.paper.plan.steps:
            yield self.say(N_("The plan has no step."))
            return
        words = N_(
            "{hours} in {modules} modules, {weekly} a week, {span}. Each week stands "
            "below with what to do, what to show for it, and what to read."
        )
        weeks, number = self.paper.weeks(), self.paper.speech.number
        yield self.say(
            words,
            hours=self.paper.hours(self.paper.plan.hours),
            modules=number(len({step.module for step in self.paper.plan.steps})),
            weekly=self.paper.hours(self.paper.hours_per_week),
            span=self.paper.span(weeks[0].first, weeks[-1].last),
        )

    def weeks(self) -> Iterator[str]:
        for week in self.paper.weeks():
            span = self.paper.span(week.first, week.last)
            words = N_("Week {number}, {span}")
            yield from ("", f"## {self.say(words, number=week.number, span=span)}")
            for part in week.parts:
                yield from self._part(part)

    def _part(self, part: Part) -> Iterator[str]:
        """Yield a step in full where it begins, by name alone where it goes on."""
        step = part.step
        title = f"**{_plain(self.paper.title(step.module))}**"
        hours = self.paper.hours(part.hours)
        if not part.is_first:
            words = N_("{module} goes on: {hours}")
            yield from ("", self.say(words, module=title, hours=hours))
            return
        yield from ("", f"### {_plain(self.paper.title(step.module))}", "")
        if goal := self.paper.goal(step):
            yield f"- {_plain(goal)}"
        yield "- " + self.say(N_("This week: {hours}"), hours=hours)
        yield from self._explain(step)
        for resource in self.paper.resources(step):
            yield f"- {self._resource(resource)}"

    def _explain(self, step: Step) -> Iterator[str]:
        language = self.paper.language
        module = self.paper.module(step.module)
        for heading, text in (
            (N_("Why"), why(self.paper.framework, step, language)),
            (N_("Afterwards you can"), module.outcome.in_language(language)),
            (PRACTICE, module.practice.in_language(language)),
            (PROOF, module.proof.in_language(language)),
        ):
            yield f"- **{self.say(heading)}**: {_plain(text)}"
        if step.unrated:
            words = N_("Takes for granted what you have not rated yet: {skills}")
            yield f"- {self.say(words, skills=self._skills(step.unrated))}"

    def _resource(self, resource: Resource) -> str:
        address = _NO_ADDRESS.sub(lambda sign: quote(sign[0]), resource.url)
        facts = _plain(self.paper.facts(resource))
        return f"[{_plain(resource.title)}](<{address}>) ({facts})"

    def rechecks(self) -> Iterator[str]:
        lines = [
            f"{self.paper.span(each.day, each.day)}: "
            f"{_plain(self.paper.title(each.module))}"
            for each in self.paper.rechecks()
        ]
        words = N_(
            "Ten minutes each, without notes: write down how you would do it today, "
            "then compare with what you kept as proof."
        )
        return self._list(N_("Do you still know it?"), lines, words)

    def rest(self) -> Iterator[str]:
        """Yield what the plan leaves, what waits, and what is not known."""
        plan = self.paper.plan
        yield from self._list(N_("Left open"), self._open(plan.left_open))
        yield from self._list(N_("Not yet, because"), map(self._wait, plan.not_yet))
        questions = ([key] for key in plan.ask_first)
        yield from self._list(N_("Rate these first"), map(self._skills, questions))

    def _open(self, gaps: Iterable[OpenGap]) -> Iterator[str]:
        """Yield each reason with the skills it keeps open."""
        skills: dict[str, list[str]] = {}
        for gap in gaps:
            reason = Reason(gap.code, {"start": gap.start, "to": gap.to})
            words = describe_reason(reason, self.say)
            skills.setdefault(words, []).append(gap.skill)
        for words, keys in skills.items():
            yield f"{_plain(words)} {self._skills(keys)}"

    def _wait(self, skill: Deferred) -> str:
        return self.say(
            N_("{skill} waits for {before}"),
            skill=self._skills([skill.skill]),
            before=self._skills(skill.because),
        )

    def _skills(self, keys: Iterable[str]) -> str:
        return "; ".join(_plain(self.paper.skill(key)) for key in keys)

    def _list(self, title: str, lines: Iterable[str], words: str = "") -> Iterator[str]:
        """Yield a section with a list; nothing if the list is empty."""
        found = list(lines)
        if found:
            yield from ("", f"## {self.say(title)}", "")
            yield from (self.say(words), "") if words else ()
            yield from (f"- {line}" for line in found)


def _plain(text: str) -> str:
    """Return a text in one line whose Markdown signs are shown, not obeyed."""
    return _SIGNS.sub(r"\\\g<0>", " ".join(text.split()))
