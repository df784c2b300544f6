"""The half-hour git drill: a timer, a list to tick, and evidence at the end."""

from datetime import UTC, datetime

import streamlit as st

from skillgap.storage.ratings import Rating, save_rating
from skillgap.ui.choose import current_profile
from skillgap.ui.language import number
from skillgap.ui.language import translate as _
from skillgap.ui.names import main_kind
from skillgap.ui.session import (
    begin_visit,
    engine,
    ensure_visitor,
    framework,
    today,
)
from skillgap.ui.state import DRILL_LINK, DRILL_STARTED

MINUTES = 30
SKILL = "programming.git"
LEVEL = 3


def drill_steps() -> list[str]:
    """Return what has to be done within the half hour."""
    return [
        _("A new repository with a README that says how to run it"),
        _("A page or API of your own that runs"),
        _("One test that fails when you break the code"),
        _("A branch, a pull request, and its merge"),
        _("A link that somebody else opened and used"),
    ]


def show_drill() -> None:
    """Offer the drill; when all is ticked in time it counts as evidence."""
    st.subheader(_("The half-hour git drill"), anchor=False)
    st.markdown(
        _(
            "From an empty folder to something running that another person uses, in "
            "thirty minutes. Start the clock, do it for real, tick what is done."
        )
    )
    started = st.session_state.get(DRILL_STARTED)
    if started is None:
        st.button(_("Start the clock"), key="drill-start", on_click=_start)
        return
    _show_clock(started)
    steps = drill_steps()
    done = [st.checkbox(step, key=f"drill-step-{i}") for i, step in enumerate(steps)]
    link = st.text_input(
        _("Link to the repository or the running thing"),
        key=DRILL_LINK,
        max_chars=300,
    )
    with st.container(horizontal=True):
        st.button(
            _("Done: keep it as evidence"),
            key="drill-done",
            type=main_kind(),
            disabled=not (all(done) and link.strip()),
            on_click=_finish,
        )
        st.button(_("Stop the drill"), key="drill-stop", on_click=_stop)


@st.fragment(run_every=1)
def _show_clock(started: datetime) -> None:
    passed = (datetime.now(UTC) - started).total_seconds()
    left = max(0, MINUTES * 60 - int(passed))
    clock = f"{left // 60:02d}:{left % 60:02d}"
    st.metric(_("Time left"), clock, border=True, width=180)
    if not left:
        st.warning(_("The half hour is over. Stop, look where it went, try again."))


def _start() -> None:
    st.session_state[DRILL_STARTED] = datetime.now(UTC)


def _stop() -> None:
    st.session_state.pop(DRILL_STARTED, None)


def _finish() -> None:
    started = st.session_state[DRILL_STARTED]
    minutes = (datetime.now(UTC) - started).total_seconds() / 60
    if minutes > MINUTES:
        st.toast(_("Not kept: it took longer than half an hour."))
        return
    words = _("Half-hour git drill, {minutes} minutes: {link}").format(
        minutes=number(minutes, 1), link=st.session_state[DRILL_LINK].strip()
    )
    _keep_evidence(words)
    _stop()
    st.toast(_("Kept as evidence of Git fluency."), icon=":material/check:")


def _keep_evidence(words: str) -> None:
    visit = begin_visit()
    row = visit.levels().set_index("skill").loc[SKILL]
    own, rated = not visit.is_example, row["answer"] == "rated"
    level = max(int(row["level"]), LEVEL) if own and rated else LEVEL
    evidence = f"{row['evidence']}; {words}" if own and row["evidence"] else words
    save_rating(
        engine(),
        ensure_visitor(),
        Rating(
            skill=SKILL,
            rated_on=today(),
            level=level,
            basis=visit.basis_of(SKILL, level, evidence),
            framework=framework().version,
            evidence=evidence,
            profile=current_profile(),
        ),
    )
