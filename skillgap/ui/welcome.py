"""What a newcomer reads, and where a returning person stands."""

import streamlit as st

from skillgap.domain.gaps import measure_fit, measure_gaps, set_targets
from skillgap.ui.language import label, long_date, number, percent
from skillgap.ui.language import translate as _
from skillgap.ui.session import Visit, framework


def show_standing(visit: Visit, profile: str) -> None:
    """Show fit, rated share and last day of a person who has rated before."""
    if visit.is_example:
        return
    chosen = framework().profiles[profile]
    fit = measure_fit(measure_gaps(set_targets(chosen), visit.levels()))
    st.subheader(_("Where you stand"), anchor=False)
    with st.container(horizontal=True):
        fitted = percent(fit.fit) if fit.rated else _("not yet known")
        name = label(chosen.name)
        st.metric(_("Fit with {profile}").format(profile=name), fitted, border=True)
        rated = f"{number(fit.rated)} / {number(fit.asked)}"
        st.metric(_("Skills rated"), rated, border=True)
        days = visit.days()
        last = long_date(days[-1]) if days else "-"
        st.metric(_("Last answer"), last, border=True)


def show_convictions() -> None:
    """Show what sets an honest assessment apart, in three short paragraphs."""
    columns = st.columns(3)
    points = [
        (
            ":material/fact_check:",
            _("A claim is not a fact"),
            _("You choose acts you have done, not numbers. From level 3 on we ask what "
              "shows it, and every chart tells claimed from evidenced."),
        ),
        (
            ":material/help:",
            _("Unknown is not zero"),
            _("What you have not rated, cannot say, or have never done stay three "
              "different things, in every figure."),
        ),
        (
            ":material/lock:",
            _("Your answers are yours"),
            _("They are kept under a key in this browser. Nobody else sees them unless "
              "you export the file and hand it over."),
        ),
    ]  # fmt: skip
    for column, (icon, heading, words) in zip(columns, points):
        with column.container(border=True, height="stretch"):
            st.markdown(f"{icon} **{heading}**")
            st.caption(words)
