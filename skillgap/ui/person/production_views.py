"""Gates of production, a calculator for their figures."""

import streamlit as st

from skillgap.domain.person.production import (
    GateState,
    Missing,
    alerts,
    downtime_minutes,
    read_gates,
    traffic,
)
from skillgap.ui.language import label, number, plain
from skillgap.ui.language import translate as _
from skillgap.ui.session import Visit, framework

BADGES = {
    "open": ("orange", ":material/radio_button_unchecked:"),
    "supported": ("blue", ":material/verified:"),
    "checked": ("green", ":material/check_circle:"),
}


def show_gates(visit: Visit) -> None:
    """Show every gate with its state and what is missing, never averaged."""
    production = framework().production
    names = {"open": _("open"), "supported": _("supported"), "checked": _("checked")}
    st.markdown(plain(label(production.rule)))
    for state in read_gates(production.gates, visit.levels()):
        gate = production.gates[state.gate]
        colour, icon = BADGES[state.state]
        with st.container(border=True, key=f"gate-{state.gate}"):
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(f"**{plain(label(gate.claim))}**", width="content")
                st.badge(names[state.state], icon=icon, color=colour)  # type: ignore[arg-type]
            st.caption(plain(label(gate.meaning)))
            _show_missing(state, int(gate.level))


def _show_missing(state: GateState, needed: int) -> None:
    lines = [f"- {_missing_words(missing, needed)}" for missing in state.missing]
    if lines:
        st.markdown("\n".join(lines))


def _missing_words(missing: Missing, needed: int) -> str:
    words = {
        "not_rated": _("{skill}: not rated yet, level {needed} is asked"),
        "level": _("{skill}: at level {level}, level {needed} is asked"),
        "claimed": _("{skill}: level {level} is claimed only; evidence or a check"),
    }
    return plain(
        words[missing.why].format(
            skill=label(framework().skills[missing.skill].name),
            level="" if missing.level is None else number(missing.level),
            needed=number(needed),
        )
    )


@st.fragment
def show_calculator() -> None:
    """Explain the figures of production with the reader's own numbers."""
    st.subheader(_("What the figures mean"), anchor=False)
    first, second, third = st.columns(3)
    with first.container(border=True, height="stretch"):
        uptime = st.number_input(
            _("Uptime in percent"), 90.0, 100.0, 99.99, 0.01, "%.3f", key="calc-uptime"
        )
        year, month = downtime_minutes(uptime / 100)
        st.markdown(
            _("**{year}** minutes down a year, **{month}** in 30 days").format(
                year=number(year, 2), month=number(month, 2)
            )
        )
    with second.container(border=True, height="stretch"):
        calls = st.number_input(
            _("Calls per hour"), 1, 10_000_000, 50_000, 1000, key="calc-calls"
        )
        latency = st.number_input(
            _("Latency in milliseconds"), 1, 600_000, 100, 10, key="calc-latency"
        )
        per_second, in_flight = traffic(calls, latency)
        st.markdown(
            _("**{rate}** calls a second on average, **{flight}** in flight").format(
                rate=number(per_second, 1), flight=number(in_flight, 1)
            )
        )
    with third.container(border=True, height="stretch"):
        _calculate_alerts()


def _calculate_alerts() -> None:
    cases = st.number_input(_("True cases"), 1, 10_000_000, 1000, 100, key="calc-cases")
    precision = st.number_input(
        _("Precision in percent"), 1, 100, 50, 1, key="calc-precision"
    )
    recall = st.number_input(_("Recall in percent"), 0, 100, 80, 1, key="calc-recall")
    found = alerts(cases, precision / 100, recall / 100)
    st.markdown(
        _(
            "**{caught}** caught, **{missed}** missed, **{alerts}** alerts of which "
            "**{false}** are false"
        ).format(
            caught=number(found.caught),
            missed=number(found.missed),
            alerts=number(found.alerts),
            false=number(found.false),
        )
    )
