"""Modules and resources for the gaps, each with its reason."""

import pandas as pd
import streamlit as st

from skillgap.domain.gaps import measure_fit, measure_gaps
from skillgap.domain.learning import Resource
from skillgap.domain.person.plan import OpenGap, Plan, Reason, Step
from skillgap.domain.person.schedule import levels_after
from skillgap.files.json_answers import why
from skillgap.files.wording import describe_reason
from skillgap.ui.language import (
    current_language,
    label,
    number,
    percent,
    plain,
    translate_count,
)
from skillgap.ui.language import translate as _
from skillgap.ui.resource_views import describe_resource, hours_text
from skillgap.ui.session import framework

WHOLE_WAY = 0
WEEKS = (4, 8, 12, 26, 52, WHOLE_WAY)
USUAL_WEEKS = 12


def choose_time() -> tuple[float, int | None]:
    """Offer hours a week and a horizon; no horizon means the whole way."""
    hours = st.number_input(
        _("Hours per week"), 1, 60, 5, key="hours_per_week", persist_state="session"
    )
    st.session_state.setdefault("weeks", USUAL_WEEKS)
    weeks = st.selectbox(
        _("Horizon"),
        WEEKS,
        format_func={count: _horizon(count) for count in WEEKS}.__getitem__,
        key="weeks",
        persist_state="session",
    )
    return hours, weeks or None


def _horizon(weeks: int) -> str:
    if weeks == WHOLE_WAY:
        return _("The whole way")
    return translate_count("{count} week", "{count} weeks", weeks)


def show_outlook(
    plan: Plan, whole: Plan, targets: pd.DataFrame, levels: pd.DataFrame
) -> None:
    """Say what the plan costs, what it does to the fit, and what remains."""
    before = measure_fit(measure_gaps(targets, levels))
    if not before.rated:
        st.info(_("Rate a few skills first; then the modules that fit stand here."))
        return
    if not whole.steps:
        st.success(_("No rated skill is short of its target: nothing to learn here."))
        return
    if not plan.steps:
        st.warning(
            _("The first module does not fit. Give it more weeks or more hours.")
        )
    after = measure_fit(measure_gaps(targets, levels_after(levels, plan)))
    with st.container(horizontal=True):
        st.metric(_("Modules"), number(len(plan.steps)), border=True)
        st.metric(_("Hours"), number(plan.hours, 1), border=True)
        fit = f"{percent(before.fit)} → {percent(after.fit)}"
        st.metric(_("Fit over rated skills"), fit, border=True)
    st.caption(
        _(
            "The gap that weighs most comes first, and what it needs comes before it. "
            "The whole way to every target is {modules} modules and {hours} hours."
        ).format(modules=number(len(whole.steps)), hours=number(whole.hours))
    )


def show_plan(plan: Plan) -> None:
    """Show the steps in the order to take them."""
    for place, step in enumerate(plan.steps, start=1):
        show_step(place, step)


def show_unrated(gaps: pd.DataFrame) -> None:
    """Name the skills that weigh most and are not rated: they get a question first."""
    unknown = gaps[gaps["level"].isna()].sort_values("weight", ascending=False)
    if unknown.empty:
        return
    names = ", ".join(_name(skill) for skill in unknown["skill"].head(5))
    words = _("Not in the plan because not rated yet, the heaviest first: {skills}.")
    st.caption(plain(words.format(skills=names)))


def show_step(place: int, step: Step) -> None:
    """Show one module: what it lifts, why, practice, proof and resources."""
    module = framework().modules[step.module]
    with st.container(border=True, key=f"step-{step.module}"):
        st.subheader(f"{place}. {plain(label(module.title))}", anchor=False)
        st.markdown(f"{_lifts(step)} · {hours_text(step.hours)} · {_weeks(step)}")
        st.markdown(
            f":material/lightbulb: {plain(why(framework(), step, current_language()))}"
        )
        if step.unrated:
            names = ", ".join(_name(skill) for skill in step.unrated)
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


def show_resource(resource: Resource, step: Step) -> None:
    """Show one resource: language, kind, hours, cost, and what it serves here."""
    low, high = resource.levels
    served = [_name(x.skill) for x in step.lifts if x.skill in resource.skills]
    why = _("covers levels {low} to {high} of {skills}").format(
        low=number(low), high=number(high), skills=", ".join(served)
    )
    st.markdown(describe_resource(resource, why))


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


def _weeks(step: Step) -> str:
    if step.week_from == step.week_to:
        return _("week {week}").format(week=number(step.week_from))
    return _("weeks {first} to {last}").format(
        first=number(step.week_from), last=number(step.week_to)
    )
