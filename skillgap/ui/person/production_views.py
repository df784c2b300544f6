"""Gates of production, a calculator for their figures."""

from collections.abc import Sequence

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

UPTIMES = (90.0, 95.0, 98.0, 99.0, 99.5, 99.8, 99.9, 99.95, 99.99, 99.999, 100.0)
COUNTS = tuple(n * 10**power for power in range(1, 7) for n in (1, 2, 5))
LATENCIES = tuple(n * 10**power for power in range(5) for n in (1, 2, 5))


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


def _slide(words: str, numbers: Sequence[float], usual: float, key: str) -> float:
    """Offer numbers as the reader writes them; a field shows them as code does."""
    written = {each: number(each, 3) for each in numbers}
    return st.select_slider(
        words, numbers, usual, format_func=written.__getitem__, key=key
    )


@st.fragment
def show_calculator() -> None:
    """Explain the figures of production with the reader's own numbers."""
    st.subheader(_("What the figures mean"), anchor=False)
    first, second, third = st.columns(3)
    with first.container(border=True, height="stretch"):
        uptime = _slide(_("Uptime in percent"), UPTIMES, 99.99, "calc-uptime")
        year, month = downtime_minutes(uptime / 100)
        st.markdown(
            _("**{year}** minutes down a year, **{month}** in 30 days").format(
                year=number(year, 2), month=number(month, 2)
            )
        )
    with second.container(border=True, height="stretch"):
        calls = _slide(_("Calls per hour"), COUNTS, 50_000, "calc-calls")
        latency = _slide(_("Latency in milliseconds"), LATENCIES, 100, "calc-latency")
        per_second, in_flight = traffic(calls, latency)
        st.markdown(
            _("**{rate}** calls a second on average, **{flight}** in flight").format(
                rate=number(per_second, 1), flight=number(in_flight, 1)
            )
        )
    with third.container(border=True, height="stretch"):
        _calculate_alerts()


def _calculate_alerts() -> None:
    cases = _slide(_("True cases"), COUNTS, 1000, "calc-cases")
    precision = st.slider(_("Precision in percent"), 1, 100, 50, key="calc-precision")
    recall = st.slider(_("Recall in percent"), 0, 100, 80, key="calc-recall")
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
