"""A team at a glance: sentences, radar, heat map, and a row for every skill."""

from datetime import date

import numpy as np
import pandas as pd
import streamlit as st

from skillgap.charts.heat_map import HeatNames, draw_heat_map
from skillgap.charts.team_radar import TeamRadarNames, draw_team_radar
from skillgap.domain.team.figures import measure_skills
from skillgap.domain.team.fits import measure_team_fits, summarise_team_areas
from skillgap.domain.team.state import TeamState, label_people, rows_behind
from skillgap.ui.figures import show_figure
from skillgap.ui.language import label, long_date, number, percent, plain
from skillgap.ui.language import translate as _
from skillgap.ui.names import basis_names, skill_names
from skillgap.ui.session import framework, today
from skillgap.ui.team.choices import TeamChoice

NAMED = 6


def skill_figures(choice: TeamChoice) -> pd.DataFrame:
    """Return the figures of every skill of the part under review."""
    return measure_skills(choice.state, choice.targets, date.fromisoformat(today()))


def show_glance(choice: TeamChoice, figures: pd.DataFrame) -> None:
    """Say where the team stands: people, fit, what hangs on one, what nobody holds."""
    fits = measure_team_fits(choice.state, {choice.profile: choice.targets}).fit[:, 0]
    known = fits[~np.isnan(fits)]
    rated = figures[["claimed", "evidenced", "checked"]].sum()
    with st.container(horizontal=True):
        st.metric(_("People"), number(len(choice.state.people)), border=True)
        middle = percent(float(np.median(known))) if len(known) else "?"
        st.metric(_("Median fit"), middle, border=True)
        one = figures[figures["single_holder"] != ""]
        st.metric(_("Hangs on one person"), number(len(one)), border=True)
        nobody = figures[figures["nobody"]]
        st.metric(_("Nobody holds it"), number(len(nobody)), border=True)
    total = max(int(rated.sum()), 1)
    shares = [f"{basis_names()[b]} {percent(rated[b] / total)}" for b in rated.index]
    oldest = min((day for day in figures["oldest"] if day), default="")
    st.caption(
        _("Basis of the levels: {shares}. Oldest rating: {day}. Older than a year: "
          "{stale}.").format(
            shares=", ".join(shares),
            day=long_date(oldest) or "?",
            stale=number(figures["stale"].sum()),
        )
    )  # fmt: skip
    _show_skills_of(
        _("Hangs on one person"), one.sort_values("weight", ascending=False)
    )
    _show_skills_of(
        _("Nobody is there yet"), nobody.sort_values("weight", ascending=False)
    )


def _show_skills_of(heading: str, rows: pd.DataFrame) -> None:
    if rows.empty:
        return
    heaviest = rows.sort_values("weight", ascending=False)["skill"].head(NAMED)
    named = [plain(name) for name in skill_names(heaviest)]
    more = len(rows) - len(named)
    tail = " " + _("and {count} more").format(count=number(more)) if more > 0 else ""
    st.markdown(f"**{heading}**: {', '.join(named)}{tail}")


def show_radar(choice: TeamChoice) -> None:
    """Show median, middle half and target of each area."""
    areas = summarise_team_areas(choice.state, choice.targets, framework().area_of)
    names = [label(framework().areas[area].name) for area in areas["area"]]
    show_figure(
        draw_team_radar(
            areas.assign(label=names),
            TeamRadarNames(_("Median"), _("Middle half"), _("Target")),
        ),
        key="team-radar",
        alt=_("Team on ten areas: median, middle half and target"),
    )
    st.caption(
        _(
            "The median of the people, not a mean: one strong person does not lift "
            "four weak ones. The dotted lines hold the middle half."
        )
    )


def show_heat_map(choice: TeamChoice) -> None:
    """Show people x skills, of one area or all, in an order the reader chooses."""
    areas = framework().areas
    area = st.selectbox(
        _("Area"),
        list(areas),
        index=None,
        format_func={k: label(a.name) for k, a in areas.items()}.__getitem__,
        placeholder=_("All areas"),
        key="heat-area",
        persist_state="session",
    )
    orders = {"name": _("By name"), "fit": _("By fit, lowest first")}
    order = st.segmented_control(
        _("Order of people"),
        list(orders),
        default="name",
        format_func=orders.__getitem__,
        key="heat-order",
        required=True,
    )
    skills = list(areas[area].skills) if area else list(choice.state.skills)
    table = _level_table(choice.state, skills)
    table = table.iloc[_person_order(choice, order or "name")]
    show_figure(
        draw_heat_map(table, HeatNames(_("Level"))),
        key="heat-map",
        alt=_("Levels of {people} people on {skills} skills").format(
            people=len(table), skills=len(skills)
        ),
    )


def _level_table(state: TeamState, skills: list[str]) -> pd.DataFrame:
    columns = [state.skills.index(skill) for skill in skills]
    levels = np.where(state.known, state.levels, np.nan)[:, columns]
    return pd.DataFrame(
        levels, list(label_people(state.people).values()), skill_names(skills)
    )


def _person_order(choice: TeamChoice, order: str) -> list[int]:
    if order == "name":
        names = pd.Series(list(label_people(choice.state.people).values())).str.lower()
        return list(names.sort_values(kind="stable").index)
    fits = measure_team_fits(choice.state, {choice.profile: choice.targets}).fit[:, 0]
    return list(np.argsort(fits, kind="stable"))


def show_coverage(choice: TeamChoice, figures: pd.DataFrame) -> None:
    """Show a row for each asked skill; a click shows the ratings behind it."""
    asked = figures[figures["target"].notna()]
    asked = asked.sort_values(["coverage", "weight"], ascending=[True, False])
    table = _coverage_table(choice, asked)
    picked = st.dataframe(
        table,
        key="coverage",
        hide_index=True,
        on_select="rerun",
        selection_mode="single-row",
        alt=_("Coverage of every skill the profile asks"),
    )
    rows = picked.selection.rows
    if not rows:
        st.caption(_("Choose a row to see the ratings behind it."))
        return
    skill = asked["skill"].iloc[rows[0]]
    st.markdown(f"**{plain(skill_names([skill])[0])}**")
    behind = rows_behind(choice.state, [skill]).drop(columns="skill")
    st.dataframe(behind, key="behind", hide_index=True, alt=_("Ratings behind the row"))


def _coverage_table(choice: TeamChoice, asked: pd.DataFrame) -> pd.DataFrame:
    holders = {"": "", **label_people(choice.state.people)}
    return pd.DataFrame(
        {
            _("Skill"): skill_names(asked["skill"]),
            _("Target"): asked["target"].astype(int),
            _("Median"): [number(v, 1) if v == v else "?" for v in asked["median"]],
            _("Middle half"): [
                f"{number(r.q1, 1)} - {number(r.q3, 1)}" if r.q1 == r.q1 else "?"
                for r in asked.itertuples()
            ],
            _("At target"): asked["at_target"],
            _("Below"): asked["below"],
            _("Unknown"): asked["unsure"] + asked["unrated"],
            _("Hangs on"): [holders[h] for h in asked["single_holder"]],
            _("Mentors"): asked["mentors"],
            _("Oldest rating"): asked["oldest"],
        }
    )
