"""The steps of a plan as cards: dates, practice, proof, resources, and why."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from skillgap.domain.learning import Resource
from skillgap.domain.person.first_action import find_grounds
from skillgap.domain.person.plan import Step
from skillgap.files.plan_answer import why
from skillgap.ui.language import (
    current_language,
    label,
    long_date,
    number,
    plain,
)
from skillgap.ui.language import translate as _
from skillgap.ui.names import skill_names
from skillgap.ui.person.plan_doing import offer_actions, step_key
from skillgap.ui.person.plan_making import MadePlan
from skillgap.ui.resource_views import describe_resource, hours_text
from skillgap.ui.session import framework


def show_plan(made: MadePlan, *, is_example: bool) -> None:
    """Show the steps in the order to take them, each with what can be done with it."""
    grounds = find_grounds(made.plan.steps)
    for place, step in enumerate(made.plan.steps, start=1):
        with st.container(border=True, key=f"step-{step_key(step)}"):
            _show_head(place, step, made)
            words = why(framework(), step, current_language())
            now = _why_now(place, step, grounds[place - 1])
            st.markdown(f":material/lightbulb: {plain(words)} {plain(now)}")
            _show_work(step)
            offer_actions(step, made.choices, is_example=is_example)


def dates_text(days: tuple[date, date]) -> str:
    """Return the first day and the last as the reader writes them."""
    first, last = (long_date(day.isoformat()) for day in days)
    return _("{first} to {last}").format(first=first, last=last)


def _show_head(place: int, step: Step, made: MadePlan) -> None:
    """Show when a step is taken, its module, and what it lifts."""
    module = framework().modules[step.module]
    st.caption(f"{dates_text(made.days_of(step))} · {_weeks(step)}")
    st.subheader(f"{place}. {plain(label(module.title))}", anchor=False)
    if step.stages > 1:
        words = _("Part {stage} of {stages}: {goal}").format(
            stage=number(step.stage),
            stages=number(step.stages),
            goal=label(module.stages[step.stage - 1].goal),
        )
        st.markdown(plain(words))
    st.markdown(f"{lifts_text(step)} · {hours_text(step.hours)}")


def _why_now(place: int, step: Step, grounds: Sequence[int]) -> str:
    """Return why a step stands where it does, in one sentence."""
    if step.stage > 1:
        before = number(step.stage - 1)
        return _("Now, because it goes on where part {part} ends.").format(part=before)
    if step.reason.code == "pinned":
        return _("What you want for sure comes first.")
    if grounds:
        words = (
            _("Now, because step {places} brings what it builds on.")
            if len(grounds) == 1
            else _("Now, because steps {places} bring what it builds on.")
        )
        return words.format(places=", ".join(map(number, grounds)))
    if step.reason.code == "needed_before":
        return _("Now, because what comes after builds on it.")
    if place == 1:
        return _("Now, because of all you can begin it is worth most.")
    return _("Now, because you can begin it and only worthier steps come before.")


def _show_work(step: Step) -> None:
    """Show what is taken for granted, practice, proof and resources."""
    module = framework().modules[step.module]
    if step.unrated:
        names = ", ".join(skill_names(step.unrated))
        words = _("Takes for granted what you have not rated yet: {skills}")
        st.caption(plain(words.format(skills=names)))
    for heading, text in (
        (_("Afterwards you can"), module.outcome),
        (_("Practice"), module.practice),
        (_("Proof"), module.proof),
    ):
        st.markdown(f"**{heading}**: {plain(label(text))}")
    for key in step.resources:
        show_resource(framework().resources[key], step)
    if not step.resources:
        st.caption(_("No resource fits your choices: begin with the practice."))


def show_resource(resource: Resource, step: Step) -> None:
    """Show one resource: language, kind, hours, cost, and what it serves here."""
    low, high = resource.levels
    lifted = [lift.skill for lift in step.lifts if lift.skill in resource.skills]
    why = _("covers levels {low} to {high} of {skills}").format(
        low=number(low), high=number(high), skills=", ".join(skill_names(lifted))
    )
    st.markdown(describe_resource(resource, why))


def lifts_text(step: Step) -> str:
    """Return what a module lifts, from which level to which, as markdown."""
    names = skill_names(lift.skill for lift in step.lifts)
    parts = [
        f"**{plain(name)}** {number(lift.start)} → {number(lift.to)}"
        for name, lift in zip(names, step.lifts)
    ]
    return ", ".join(parts)


def _weeks(step: Step) -> str:
    if step.week_from == step.week_to:
        return _("week {week}").format(week=number(step.week_from))
    return _("weeks {first} to {last}").format(
        first=number(step.week_from), last=number(step.week_to)
    )
