"""A team at a glance: numbers, radar, and a row for every skill."""

from datetime import date

import pandas as pd
import streamlit as st

from skillgap.charts.team_radar import TeamRadarNames, draw_team_radar
from skillgap.domain.fit import measure_fits
from skillgap.domain.team.figures import measure_skills
from skillgap.domain.team.fits import summarise_team_areas
from skillgap.domain.team.state import find_namesakes, label_people
from skillgap.files.team.report import NAMESAKES
from skillgap.ui.figures import show_figure
from skillgap.ui.language import label, long_date, number, percent, plain
from skillgap.ui.language import translate as _
from skillgap.ui.names import basis_names, skill_names
from skillgap.ui.session import framework, today
from skillgap.ui.team.behind import (
    choose_row,
    level_text,
    name_first,
    show_behind,
    show_skills,
)
from skillgap.ui.team.choices import TeamChoice

NAMED = 6


def skill_figures(choice: TeamChoice) -> pd.DataFrame:
    """Return the figures of every skill of the part under review."""
    return measure_skills(choice.state, choice.demand, date.fromisoformat(today()))


def show_glance(choice: TeamChoice, figures: pd.DataFrame) -> None:
    """Say where the team stands: people, fit, what hangs on one, what nobody holds."""
    fits = _fit_table(choice)
    known = fits["fit"].dropna()
    heaviest = figures.sort_values("weight", ascending=False, kind="stable")
    one = heaviest[heaviest["single_holder"] != ""]
    two = heaviest[heaviest["at_target"] == 2]
    nobody, unknown = heaviest[heaviest["nobody"]], heaviest[heaviest["unknown"]]
    with st.container(horizontal=True):
        st.metric(_("People"), number(len(choice.state.people)), border=True)
        middle = percent(float(known.median())) if len(known) else "?"
        st.metric(_("Median fit"), middle, border=True)
        st.metric(
            _("Hangs on one person"),
            number(len(one)),
            _("{count} on two").format(count=number(len(two))),
            delta_color="off",
            delta_arrow="off",
            border=True,
        )
        st.metric(_("Nobody holds it"), number(len(nobody)), border=True)
    share = percent(float(fits["rated_share"].median())) if len(fits) else "?"
    words = _("Fit counts only skills that are rated; median share rated: {share}.")
    st.caption(words.format(share=share))
    _show_bases(figures)
    _show_namesakes(choice)
    _offer_fits(choice, fits)
    _offer_skills(choice, one, _("Hangs on one person"), "one-holder")
    _offer_skills(choice, two, _("Hangs on two people"), "two-holders")
    _offer_skills(choice, nobody, _("Nobody is there yet"), "no-holder")
    _offer_skills(choice, unknown, _("Not known of anybody"), "no-rating")


def _show_bases(figures: pd.DataFrame) -> None:
    rated = figures[["claimed", "evidenced", "checked"]].sum()
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
    if ahead := int(figures["ahead"].sum()):
        words = _("Ratings dated after today, counted as the newest: {count}. Check "
                  "their dates.").format(count=number(ahead))  # fmt: skip
        st.warning(words, icon=":material/event_busy:")


def _show_namesakes(choice: TeamChoice) -> None:
    """Say who may be one person under several ids."""
    alike = find_namesakes(choice.state.people)
    told = [f"{name} ({', '.join(ids)})" for name, ids in alike.items()]
    if told:
        words = _(NAMESAKES).format(people=name_first(told, NAMED))
        st.info(words, icon=":material/group:")


def _fit_table(choice: TeamChoice) -> pd.DataFrame:
    """Return everybody's id, label, fit and rated share, the lowest fit first."""
    fits = measure_fits(choice.state.levels, {choice.profile: choice.demand})
    people = label_people(choice.state.people)
    table = pd.DataFrame(
        {
            "person_id": pd.Series(list(people), dtype=str),
            "label": pd.Series(list(people.values()), dtype=str),
            "fit": fits.fit[:, 0],
            "rated_share": fits.rated_share[:, 0],
        }
    )
    return table.sort_values("fit", kind="stable", ignore_index=True)


def _offer_fits(choice: TeamChoice, fits: pd.DataFrame) -> None:
    words = _("Fit of everybody with what the team needs")
    part = st.expander(words, key="fits-open", on_change="rerun")
    if not part.open:
        return
    with part:
        table = pd.DataFrame(
            {
                _("Person"): fits["label"],
                _("Fit"): [percent(v) if v == v else "?" for v in fits["fit"]],
                _("Rated share"): [percent(share) for share in fits["rated_share"]],
            }
        )
        place = choose_row(table, "fits", words)
        if place is not None:
            st.markdown(f"**{plain(fits['label'].iloc[place])}**")
            skills, person = list(choice.targets), fits["person_id"]
            show_behind(choice, skills, "fits-behind", [person.iloc[place]])


def _offer_skills(
    choice: TeamChoice, rows: pd.DataFrame, heading: str, key: str
) -> None:
    """Name the heaviest of some skills; all of them wait behind a click."""
    if rows.empty:
        return
    first = name_first(skill_names(rows["skill"]), NAMED)
    part = st.expander(f"**{heading}**: {first}", key=f"{key}-open", on_change="rerun")
    if part.open:
        with part:
            show_skills(choice, rows, key, heading)


def show_radar(choice: TeamChoice, figures: pd.DataFrame) -> None:
    """Show median, middle half and target of each area; a row opens its skills."""
    areas = summarise_team_areas(choice.state, choice.demand, framework().area_of)
    names = [label(framework().areas[area].name) for area in areas["area"]]
    alt = _("Team on ten areas: median, middle half and target")
    show_figure(
        draw_team_radar(
            areas.assign(label=names),
            TeamRadarNames(_("Median"), _("Middle half"), _("Target"), _("Unknown")),
        ),
        key="team-radar",
        alt=alt,
    )
    st.caption(
        _(
            "The median of the people, not a mean: one strong person does not lift "
            "four weak ones. The dotted lines hold the middle half."
        )
    )
    place = choose_row(_area_table(areas, names), "areas", alt)
    if place is not None:
        st.markdown(f"**{plain(names[place])}**")
        skills = framework().areas[areas["area"].iloc[place]].skills
        rows = figures[figures["skill"].isin(list(skills))]
        show_skills(choice, rows, "area-skills", names[place])


def _area_table(areas: pd.DataFrame, names: list[str]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            _("Area"): names,
            _("Median"): [level_text(value) for value in areas["median"]],
            _("Middle half"): [
                f"{number(r.q1, 1)} - {number(r.q3, 1)}" if r.q1 == r.q1 else "?"
                for r in areas.itertuples()
            ],
            _("Target"): [level_text(value) for value in areas["target"]],
            _("People"): areas["people"],
        }
    )


def show_coverage(choice: TeamChoice, figures: pd.DataFrame) -> None:
    """Show a row for each asked skill; a click shows the ratings behind it."""
    asked = figures[figures["target"].notna()]
    asked = asked.sort_values(["coverage", "weight"], ascending=[True, False])
    show_skills(
        choice, asked, "coverage", _("Coverage of every skill the profile asks")
    )
