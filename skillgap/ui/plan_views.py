"""Modules and resources for the gaps, each with its reason."""

import streamlit as st

from skillgap.domain.framework import Resource
from skillgap.domain.plan import OpenGap, Plan, Reason, Step
from skillgap.files.wording import describe_reason
from skillgap.ui.language import label, number, plain
from skillgap.ui.language import translate as _
from skillgap.ui.session import framework

FIRST = 8


def show_plan(plan: Plan) -> None:
    """Show the steps in order, the first ones at once, the rest on demand."""
    for place, step in enumerate(plan.steps[:FIRST], start=1):
        show_step(place, step)
    rest = list(enumerate(plan.steps, start=1))[FIRST:]
    if rest:
        with st.expander(
            _("{count} further steps").format(count=number(len(rest))),
            icon=":material/expand_more:",
        ):
            for place, step in rest:
                show_step(place, step)


def show_step(place: int, step: Step) -> None:
    """Show one module: what it lifts, why, practice, proof and resources."""
    module = framework().modules[step.module]
    with st.container(border=True, key=f"step-{step.module}"):
        st.subheader(f"{place}. {plain(label(module.title))}", anchor=False)
        st.markdown(f"{_lifts(step)} · {_hours(step.hours)} · {_weeks(step)}")
        st.markdown(f":material/lightbulb: {plain(reason_words(step))}")
        if step.unrated:
            names = ", ".join(_name(skill) for skill in step.unrated)
            words = _("Takes for granted what you have not rated yet: {skills}")
            st.caption(plain(words.format(skills=names)))
        st.markdown(f"**{_('Afterwards you can')}**: {plain(label(module.outcome))}")
        st.markdown(f"**{_('Practice')}**: {plain(label(module.practice))}")
        st.markdown(f"**{_('Proof')}**: {plain(label(module.proof))}")
        for key in step.resources:
            show_resource(framework().resources[key])


def show_resource(resource: Resource) -> None:
    """Show one resource with language, kind, hours, cost and how it was confirmed."""
    kinds = {
        "course": _("course"),
        "doc": _("documentation"),
        "tutorial": _("tutorial"),
        "book": _("book"),
        "standard": _("standard"),
        "video": _("video"),
        "exercise": _("exercise"),
    }
    costs = {
        "free": _("free"),
        "freemium": _("partly free"),
        "paid": _("paid"),
    }
    languages = {"id": _("in Indonesian"), "en": _("in English")}
    notes = {
        "machine": _("machine translated"),
        "partial": _("partly translated"),
    }
    facts = [
        plain(resource.provider),
        kinds[resource.type],
        languages[resource.language],
        _hours(resource.hours),
        costs[resource.cost],
    ]
    if resource.translation in notes:
        facts.append(notes[resource.translation])
    if resource.confirmed.status == "unconfirmed":
        facts.append(f":orange[{_('address not confirmed')}]")
    title = plain(resource.title)
    st.markdown(f":material/link: [{title}](<{resource.url}>) · {' · '.join(facts)}")


def reason_words(step: Step) -> str:
    """Return the one sentence that says why a step is there."""
    first = step.lifts[0]
    blanks = {"skill": _name(first.skill), "start": first.start, **step.reason.values}
    if "needed_for" in blanks:
        blanks["needed_for"] = _name(str(blanks["needed_for"]))
    return describe_reason(Reason(step.reason.code, blanks), _)


def show_open_gaps(open_gaps: tuple[OpenGap, ...]) -> None:
    """Name the gaps the plan leaves, each with the reason."""
    if not open_gaps:
        return
    with st.expander(_("Left open"), icon=":material/pending:"):
        for gap in open_gaps:
            blanks = {"start": gap.start, "to": gap.to}
            words = describe_reason(Reason(gap.code, blanks), _)
            st.markdown(f"- **{plain(_name(gap.skill))}**: {plain(words)}")


def _name(skill: str) -> str:
    return label(framework().skills[skill].name)


def _lifts(step: Step) -> str:
    parts = [
        f"**{plain(_name(lift.skill))}** {number(lift.start)} → {number(lift.to)}"
        for lift in step.lifts
    ]
    return ", ".join(parts)


def _hours(hours: float) -> str:
    return _("{hours} h").format(hours=number(hours, 1))


def _weeks(step: Step) -> str:
    if step.week_from == step.week_to:
        return _("week {week}").format(week=number(step.week_from))
    return _("weeks {first} to {last}").format(
        first=number(step.week_from), last=number(step.week_to)
    )
