"""Around the steps of a plan: this week, what to rate first, what waits, more hours."""

import pandas as pd
import streamlit as st

from skillgap.charts.plan_timeline import draw_plan_timeline
from skillgap.domain.gaps import measure_fit, measure_gaps
from skillgap.domain.person.first_action import choose_first_action
from skillgap.domain.person.more_time import measure_outcome
from skillgap.domain.person.plan import Deferred, OpenGap, Plan, Reason
from skillgap.domain.person.plan_choices import PlanChoices, find_left_out
from skillgap.files.wording import describe_reason
from skillgap.ui.figures import show_figure
from skillgap.ui.language import label, number, percent, plain, translate_count
from skillgap.ui.language import translate as _
from skillgap.ui.names import skill_names
from skillgap.ui.pages import open_assessment
from skillgap.ui.person.plan_making import MadePlan, outcomes_of
from skillgap.ui.person.plan_views import dates_text
from skillgap.ui.resource_views import hours_text
from skillgap.ui.session import framework

LONGEST_TIMELINE = 20  # steps; more is a wall


def show_this_week(made: MadePlan) -> None:
    """Say in one sentence what fits into an evening of this week."""
    action = choose_first_action(framework(), made.plan)
    if action is None:
        return
    module = framework().modules[action.step.module]
    title = plain(label(module.title))
    if action.resource:
        resource = framework().resources[action.resource]
        words = _(
            "Take an evening, {hours}, for {resource}: it begins step 1, {module}."
        ).format(
            hours=hours_text(resource.hours),
            resource=f"[{plain(resource.title)}](<{resource.url}>)",
            module=title,
        )
    else:
        words = _("Begin the practice of step 1, {module}: {practice}").format(
            module=title, practice=plain(label(module.practice))
        )
    with st.container(border=True, key="this-week"):
        st.subheader(_("This week"), anchor=False)
        st.markdown(words)


def ask_first(plan: Plan) -> None:
    """Ask for the unknown skills that could change the plan most."""
    skills = plan.ask_first
    if not skills:
        return
    with st.container(border=True, key="ask-first"):
        words = translate_count(
            "Rate this one first, it could change the plan:",
            "Rate these {count} first, they could change the plan:",
            len(skills),
        )
        names = ", ".join(f"**{plain(name)}**" for name in skill_names(skills))
        st.markdown(f":material/help: {words} {names}")
        if st.button(_("Rate them"), key="rate-first", icon=":material/checklist:"):
            open_assessment(skills[0])


def show_outlook(made: MadePlan) -> None:
    """Say what the plan costs, what it does to the fit, and what remains."""
    before = measure_fit(measure_gaps(made.targets, made.levels))
    if not before.rated:
        st.info(_("Rate a few skills first; then the modules that fit stand here."))
        return
    if not made.whole.steps:
        st.success(_("No rated skill is short of its target: nothing to learn here."))
        return
    if not made.plan.steps:
        st.warning(
            _("The first module does not fit. Give it more weeks or more hours.")
        )
    hours = made.choices.hours
    after = measure_outcome(made.targets, made.levels, made.plan, hours)
    with st.container(horizontal=True):
        st.metric(_("Modules"), number(_count_modules(made.plan)), border=True)
        st.metric(_("Hours"), number(made.plan.hours, 1), border=True)
        fit = f"{percent(before.fit)} → {percent(after.fit)}"
        st.metric(_("Fit over rated skills"), fit, border=True)
    st.caption(
        _(
            "Fit counts the {rated} rated of {asked} skills. The whole way to every "
            "target is {modules} modules and {hours} hours."
        ).format(
            rated=number(before.rated),
            asked=number(before.asked),
            modules=number(_count_modules(made.whole)),
            hours=number(made.whole.hours),
        )
    )


def show_timeline(made: MadePlan) -> None:
    """Show the steps over the calendar."""
    steps = made.plan.steps[:LONGEST_TIMELINE]
    if not steps:
        return
    rows = pd.DataFrame(
        {
            "label": [
                f"{place}. {label(framework().modules[step.module].title)}"
                + (f" ({step.stage}/{step.stages})" if step.stages > 1 else "")
                for place, step in enumerate(steps, start=1)
            ],
            "begin": [made.days_of(step)[0].isoformat() for step in steps],
            "end": [made.end_of(step).isoformat() for step in steps],
            "text": [dates_text(made.days_of(step)) for step in steps],
        }
    )
    show_figure(
        draw_plan_timeline(rows, "%d/%m/%y"),
        key="plan-timeline",
        alt=_("When each step of the plan begins and ends"),
    )
    if len(steps) < len(made.plan.steps):
        words = _("The first {count} of {all} steps.")
        st.caption(
            words.format(count=number(len(steps)), all=number(len(made.plan.steps)))
        )


def show_waiting(made: MadePlan) -> None:
    """Name what waits for something else, and the gaps the plan leaves."""
    plan = made.plan
    if plan.not_yet:
        with st.expander(_("Not yet"), icon=":material/hourglass_empty:"):
            for each in plan.not_yet:
                st.markdown(f"- {_not_yet(each)}")
    if plan.left_open:
        with st.expander(_("Left open"), icon=":material/pending:"):
            for gap in plan.left_open:
                st.markdown(f"- {_left_open(gap, made.choices)}")


def _not_yet(each: Deferred) -> str:
    names = zip(skill_names(each.because), each.because.values())
    needs = ", ".join(
        _("{skill} at level {level}").format(skill=name, level=number(level))
        for name, level in names
    )
    words = _("not yet, because it needs first: {needs}").format(needs=needs)
    return f"**{plain(skill_names([each.skill])[0])}**: {plain(words)}"


def _left_open(gap: OpenGap, choices: PlanChoices) -> str:
    words = describe_reason(Reason(gap.code, {"start": gap.start, "to": gap.to}), _)
    modules = find_left_out(framework(), choices, gap.skill)
    if gap.code == "no_module" and modules:
        names = ", ".join(label(framework().modules[key].title) for key in modules)
        words = _("You left out what leads on: {modules}.").format(modules=names)
    return f"**{plain(skill_names([gap.skill])[0])}**: {plain(words)}"


def show_more_hours(made: MadePlan) -> None:
    """Show what half the hours a week, half more, or twice as many would lead to."""
    outcomes = outcomes_of(made) if made.whole.steps else []
    if not outcomes:
        return
    st.subheader(_("What more hours would buy"), anchor=False)
    st.table(
        pd.DataFrame(
            {
                _("Hours per week"): [number(each.hours, 1) for each in outcomes],
                _("Levels closed"): [number(each.closed) for each in outcomes],
                _("Levels left"): [number(each.open) for each in outcomes],
                _("Fit reached"): [percent(each.fit) for each in outcomes],
            }
        ),
        hide_index=True,
    )
    st.caption(
        _(
            "With more hours a longer step that is worth more may take the place of "
            "two short ones: then fewer levels close, but weightier ones."
        )
    )


def _count_modules(plan: Plan) -> int:
    return len({step.module for step in plan.steps})
