"""What stands around the skills: production, pay, eras, contexts, trends, sources."""

import streamlit as st

from skillgap.domain.framework import Adjustment, Gate
from skillgap.ui.framework.links import card, link_skills
from skillgap.ui.language import label, number, plain
from skillgap.ui.language import translate as _
from skillgap.ui.session import framework


def show_background() -> None:
    """Show what production asks, the claim about pay, eras, contexts and trends."""
    _show_production()
    _show_market()
    _show_eras()
    st.header(_("Career contexts"), anchor=False)
    _show_adjustments("context")
    st.header(_("Trends"), anchor=False)
    _show_adjustments("trend")
    with st.expander(_("Sources"), icon=":material/menu_book:"):
        sources = framework().manifest.sources.items()
        st.markdown("\n".join(f"- **{plain(k)}**: {plain(v)}" for k, v in sources))


def _show_production() -> None:
    production = framework().production
    st.header(_("What production asks"), anchor=False)
    st.markdown(plain(label(production.rule)))
    with st.grid(2, min_column_width=320) as grid:
        for key, gate in production.gates.items():
            with grid.cell(), card():
                _show_gate(key, gate)


def _show_gate(key: str, gate: Gate) -> None:
    st.markdown(f"**{plain(label(gate.claim))}**  \n{plain(label(gate.meaning))}")
    st.caption(_("Level {level} in each of these:").format(level=number(gate.level)))
    link_skills(gate.skills, f"gate-{key}")


def _show_market() -> None:
    market = framework().production.market
    st.header(_("What is said about pay"), anchor=False)
    with st.container(border=True):
        st.markdown(f"“{plain(label(market.claim))}”")
        st.caption(f":material/info: {plain(label(market.use))}")
        link_skills(market.skills, "market")


def _show_eras() -> None:
    st.header(_("Eras of the profession"), anchor=False)
    with st.grid(3, min_column_width=280) as grid:
        for key, era in framework().eras.items():
            with grid.cell(), card():
                st.markdown(f"**{plain(label(era.name))}**")
                st.markdown(plain(label(era.reading)))
                link_skills(era.skills, f"era-{key}")


def _show_adjustments(kind: str) -> None:
    found = framework().contexts if kind == "context" else framework().trends
    with st.grid(2, min_column_width=320) as grid:
        for each in found.values():
            with grid.cell(), card():
                _show_adjustment(each)


def _show_adjustment(adjustment: Adjustment) -> None:
    name, why = plain(label(adjustment.name)), plain(label(adjustment.why))
    st.markdown(f"**{name}**  \n{why}")
    for heading, changes in (
        (_("Targets"), adjustment.levels),
        (_("Weights"), adjustment.weights),
    ):
        skills = framework().skills
        parts = [f"{label(skills[key].name)} {n:+d}" for key, n in changes.items()]
        if parts:
            st.caption(f"**{heading}**: {plain('; '.join(parts))}")
