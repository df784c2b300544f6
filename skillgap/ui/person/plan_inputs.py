"""What a plan is made for: time, resources, and modules for sure or not at all."""

from datetime import date, timedelta

import streamlit as st

from skillgap.domain.person.plan_choices import (
    ANY,
    BOTH,
    FREE,
    MOST_HOURS,
    UNTIL_DATE,
    WHOLE_WAY,
    PlanChoices,
    check_choices,
)
from skillgap.domain.scale import LANGUAGES
from skillgap.ui.choose import choose_seniority
from skillgap.ui.language import NAMES, label, number, translate_count
from skillgap.ui.language import translate as _
from skillgap.ui.person.kept_choices import (
    KEYS,
    current_choices,
    fill_choices,
    keep_choices,
)
from skillgap.ui.session import framework, today

WEEKS = (4, 8, 12, 26, 52, WHOLE_WAY, UNTIL_DATE)
DAYS = "DD/MM/YYYY"


def choose_plan() -> tuple[PlanChoices, bool]:
    """Offer the choices; return them and whether a plan can be made for them."""
    fill_choices()
    hours, weeks, start = st.columns(3)
    with hours:
        st.number_input(
            _("Hours per week"),
            min_value=1,
            step=1,
            key=KEYS["hours"],
            persist_state="session",
            on_change=keep_choices,
        )
    with weeks:
        _choose_horizon()
    with start:
        st.date_input(
            _("First day"),
            format=DAYS,
            key=KEYS["start"],
            persist_state="session",
            on_change=keep_choices,
        )
    with st.expander(_("Level, resources and modules"), icon=":material/tune:"):
        choose_seniority()
        _choose_resources()
        _choose_modules()
    choices = current_choices()
    places = {"hours": hours, "until": weeks}
    obstacles = check_choices(choices, today())
    for obstacle in obstacles:
        places[obstacle.field].error(_sentences()[obstacle.code])
    if choices.hours > MOST_HOURS and not obstacles:
        words = _("Above {hours} hours nobody learns for long beside anything else.")
        hours.warning(words.format(hours=number(MOST_HOURS)))
    return choices, not obstacles


def _sentences() -> dict[str, str]:
    return {
        "hours_impossible": _("A week has only 168 hours."),
        "until_before_start": _("The target date lies before the first day."),
        "until_within_week": _(
            "Less than a week lies between the first day and the target date."
        ),
    }


def _choose_horizon() -> None:
    st.selectbox(
        _("Horizon"),
        WEEKS,
        format_func={count: _horizon(count) for count in WEEKS}.__getitem__,
        key=KEYS["weeks"],
        persist_state="session",
        on_change=keep_choices,
    )
    if st.session_state[KEYS["weeks"]] != UNTIL_DATE:
        return
    if st.session_state[KEYS["until"]] is None:
        later = date.fromisoformat(today()) + timedelta(weeks=12)
        st.session_state[KEYS["until"]] = later
    st.date_input(
        _("Target date"),
        format=DAYS,
        key=KEYS["until"],
        persist_state="session",
        on_change=keep_choices,
    )


def _horizon(weeks: int) -> str:
    if weeks == WHOLE_WAY:
        return _("The whole way")
    if weeks == UNTIL_DATE:
        return _("Until a date")
    return translate_count("{count} week", "{count} weeks", weeks)


def _choose_resources() -> None:
    mediums = {BOTH: _("In both languages")} | {key: NAMES[key] for key in LANGUAGES}
    costs = {ANY: _("Free and paid"), FREE: _("Free only")}
    for words, options, field in (
        (_("Language of the resources"), mediums, "medium"),
        (_("Cost of the resources"), costs, "cost"),
    ):
        st.segmented_control(
            words,
            list(options),
            format_func=options.__getitem__,
            key=KEYS[field],
            required=True,
            persist_state="session",
            wrap=True,
            on_change=keep_choices,
        )


def _choose_modules() -> None:
    titles = {key: label(each.title) for key, each in framework().modules.items()}
    for words, field in (
        (_("These for sure"), "pinned"),
        (_("Not these"), "excluded"),
    ):
        st.multiselect(
            words,
            list(titles),
            format_func=titles.__getitem__,
            placeholder=_("None"),
            key=KEYS[field],
            persist_state="session",
            on_change=keep_choices,
        )
