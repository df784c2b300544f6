"""The profession: duties, neighbours, eras, directions, and what production adds."""

from collections.abc import Iterable, Mapping

import pandas as pd
import streamlit as st

from skillgap.charts.era_bars import draw_era_bars
from skillgap.domain.framework import Adjustment
from skillgap.domain.person.profession import (
    era_strengths,
    level_range,
    measure_change,
    signature_skills,
)
from skillgap.ui.about.links import card, lead_to_skills
from skillgap.ui.choose import aimed_framework, choose_profile
from skillgap.ui.figures import show_figure
from skillgap.ui.language import label, number, plain
from skillgap.ui.language import translate as _
from skillgap.ui.names import skill_names
from skillgap.ui.pages import link_page
from skillgap.ui.person.two_profiles import show_two_profiles
from skillgap.ui.session import Visit, framework
from skillgap.ui.state import PROFESSION_PART


def show_lead(visit: Visit) -> None:
    """Say in two sentences what the job is, and how to see oneself in it."""
    st.markdown(plain(label(framework().profession.lead)))
    if visit.is_example:
        link_page("person/assess", _("Rate yourself to see yours"), "checklist")


def show_parts(levels: pd.DataFrame) -> None:
    """Show the part a reader turns to; only that part is drawn."""
    parts = {
        "work": (_("The work"), show_work),
        "compare": (_("Compared"), show_compared),
        "eras": (_("Eras"), show_eras),
        "directions": (_("Directions"), show_directions),
        "reality": (_("Reality"), show_reality),
    }
    st.session_state.setdefault(PROFESSION_PART, "work")
    chosen = st.segmented_control(
        _("Show"),
        list(parts),
        format_func={key: name for key, (name, _show) in parts.items()}.__getitem__,
        key=PROFESSION_PART,
        required=True,
        persist_state="session",
        wrap=True,
        label_visibility="collapsed",
    )
    _name, show = parts[chosen or "work"]
    show(levels)


def show_work(levels: pd.DataFrame) -> None:
    """Show the four duties with their skills, and what the job is a bridge between."""
    profession = framework().profession
    st.header(_("What an AI engineer does"), anchor=False)
    with st.grid(2, min_column_width=280) as grid:
        for key, duty in profession.duties.items():
            with grid.cell(), card():
                st.markdown(
                    f"**{plain(label(duty.name))}**  \n{plain(label(duty.what))}"
                )
                _show_range(duty.skills, levels)
                lead_to_skills(duty.skills, f"duty-{key}")
    st.header(_("The bridge from research to product"), anchor=False)
    with st.grid(3, min_column_width=240) as grid:
        for pier in profession.bridge.values():
            with grid.cell(), card():
                st.markdown(
                    f"**{plain(label(pier.name))}**  \n{plain(label(pier.what))}"
                )


def _show_range(skills: Iterable[str], levels: pd.DataFrame) -> None:
    """Show the range the person's levels lie in, unless all of them are unknown."""
    if levels["level"].notna().any():
        st.caption(_range_words(list(skills), levels))


def _range_words(skills: list[str], levels: pd.DataFrame) -> str:
    found = level_range(skills, levels)
    if found.low is None or found.high is None:
        return _("Yours: not rated yet")
    known = {"rated": number(found.rated), "asked": number(found.asked)}
    if found.low == found.high:
        words = _("Yours: level {level} ({rated} of {asked} rated)")
        return words.format(level=number(found.low), **known)
    words = _("Yours: level {low} to {high} ({rated} of {asked} rated)")
    return words.format(low=number(found.low), high=number(found.high), **known)


def show_compared(levels: pd.DataFrame) -> None:
    """Show any two specializations or professions side by side."""
    st.header(_("Two profiles side by side"), anchor=False)
    show_two_profiles(levels)


def show_eras(levels: pd.DataFrame) -> None:
    """Show what each era was, in order, beside the strengths that come from it."""
    eras = framework().eras
    st.header(_("Eras of the profession"), anchor=False)
    with st.grid(3, min_column_width=260) as grid:
        for key, era in eras.items():
            with grid.cell(), card():
                st.markdown(f"**{plain(label(era.name))}**  \n{plain(label(era.was))}")
                _show_range(era.skills, levels)
                lead_to_skills(era.skills, f"era-{key}")
    strengths = era_strengths(eras, levels)
    if strengths["rated"].any():
        _show_strengths(strengths)


def _show_strengths(table: pd.DataFrame) -> None:
    """Show which era the strengths come from, and what follows from it."""
    eras = framework().eras
    words = _("{level} over {rated} of {asked} rated")
    texts = [
        "?" if pd.isna(r.level) else words.format(
            level=number(r.level, 1), rated=number(r.rated), asked=number(r.asked)
        )
        for r in table.itertuples()
    ]  # fmt: skip
    names = [label(eras[key].name) for key in table["era"]]
    show_figure(
        draw_era_bars(table.assign(label=names, text=texts), _("Mean level")),
        key="bars-eras",
        alt=_("Mean level in the skills of three eras"),
    )
    known = table.dropna(subset=["level"])
    if len(known) == len(table):
        strongest = known.loc[known["level"].idxmax(), "era"]
        st.markdown(
            _("Strongest: **{era}**.").format(era=label(eras[strongest].name))
            + " "
            + plain(label(eras[strongest].reading))
        )


def show_directions(levels: pd.DataFrame) -> None:
    """Show the specializations, and what career contexts and trends change."""
    st.header(_("Specializations"), anchor=False)
    with st.grid(2, min_column_width=280) as grid:
        for _key, each in framework().profiles_of("specialization"):
            with grid.cell(), card():
                st.markdown(
                    f"**{plain(label(each.name))}**  \n{plain(label(each.focus))}"
                )
                signature = signature_skills(each)
                st.markdown(f":small[{plain(', '.join(skill_names(signature)))}]")
                _show_range(signature, levels)
    st.header(_("What the place and the times change"), anchor=False)
    profile = choose_profile(_("Changes for"))
    for name, found in (
        (_("Career contexts"), framework().contexts),
        (_("Trends"), framework().trends),
    ):
        st.subheader(name, anchor=False)
        _show_adjustments(found, profile, levels)


def _show_adjustments(
    found: Mapping[str, Adjustment], profile: str, levels: pd.DataFrame
) -> None:
    asked = aimed_framework().profiles[profile]
    with st.grid(2, min_column_width=280) as grid:
        for each in found.values():
            gaps = measure_change(asked, each, levels)
            title = f"**{plain(label(each.name))}**"
            if levels["level"].notna().any():
                title += f" :small[{plain(_readiness_words(gaps))}]"
            with grid.cell(), st.expander(title):
                st.markdown(plain(label(each.why)))
                st.markdown("\n".join(f"- {line}" for line in _change_lines(gaps)))


def _change_lines(gaps: pd.DataFrame) -> list[str]:
    """Return, per skill, what is asked now, and the level the person has."""
    lines = []
    for name, row in zip(skill_names(gaps["skill"]), gaps.itertuples()):
        target = _moved(row.usual_target, row.target)
        weight = _moved(row.usual_weight, row.weight)
        words = _("{skill}: level {target}, weight {weight}").format(
            skill=name, target=target, weight=weight
        )
        if pd.notna(row.level):
            words += " · " + _("yours: {level}").format(level=number(row.level))
        lines.append(plain(words))
    return lines


def _moved(usual: int, value: int) -> str:
    return number(value) if usual == value else f"{number(usual)} → {number(value)}"


def _readiness_words(gaps: pd.DataFrame) -> str:
    """Return how many of the rated skills are at target; unknown ones stay unknown."""
    rated, met = int(gaps["gap"].notna().sum()), int((gaps["gap"] == 0).sum())
    if not rated:
        return _("not rated")
    words = _("at target: {met} of {rated} rated").format(
        met=number(met), rated=number(rated)
    )
    unknown = len(gaps) - rated
    if not unknown:
        return words
    return words + ", " + _("not rated: {count}").format(count=number(unknown))


def show_reality(_levels: pd.DataFrame) -> None:
    """Say what production adds to a demo, and what is claimed about pay."""
    found = framework()
    st.header(_("From a demo to production"), anchor=False)
    st.markdown(plain(label(found.profession.production)))
    claims = [plain(label(gate.claim)) for gate in found.production.gates.values()]
    st.markdown("\n".join(f"- {claim}" for claim in claims))
    link_page("person/production", _("Gates and calculator"), "rocket_launch")
    market = found.production.market
    st.header(_("What is said about pay"), anchor=False)
    with st.container(border=True):
        st.markdown(f"“{plain(label(market.claim))}”")
        st.caption(f":material/info: {plain(label(market.use))}")
        source = _("Source: {source}").format(source=found.manifest.sources["SEED2"])
        st.caption(plain(source))
        lead_to_skills(market.skills, "market")
