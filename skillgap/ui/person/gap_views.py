"""Gaps as figures, with the numbers behind them as tables."""

import pandas as pd
import streamlit as st

from skillgap.charts.gap_dots import draw_gap_dots
from skillgap.charts.radar import draw_radar
from skillgap.domain.fit import Fit
from skillgap.domain.gaps import (
    drawn_areas,
    earlier_area_levels,
    measure_fit,
    summarise_areas,
)
from skillgap.domain.ratings import basis_shares
from skillgap.ui.figures import show_figure
from skillgap.ui.language import label, number, percent, plain
from skillgap.ui.language import translate as _
from skillgap.ui.names import basis_names, dot_names, radar_names, skill_names
from skillgap.ui.session import Visit, framework
from skillgap.ui.state import AREA_DETAIL


def show_area_table(areas: pd.DataFrame) -> None:
    """Show the numbers of the radar."""
    columns = {
        "label": _("Area"),
        "level": _("My level"),
        "target": _("Target"),
        "previous": _("Earlier"),
        "rated": _("Rated"),
        "asked": _("Asked"),
        "below": _("Short of target"),
    }
    table = areas[[name for name in columns if name in areas]]
    for name in table.columns.intersection(["level", "target", "previous"]):
        table = table.assign(**{name: [_level_text(v) for v in table[name]]})
    st.table(table.rename(columns=columns), hide_index=True)


def _level_text(value: float) -> str:
    return "?" if pd.isna(value) else number(value, 1)


def show_gap_table(gaps: pd.DataFrame, key: str) -> None:
    """Show every row behind the charts, in their order."""
    bases = basis_names()
    answers = {"unsure": _("cannot say"), "unrated": _("not rated")}
    table = pd.DataFrame(
        {
            _("Skill"): skill_names(gaps["skill"]),
            _("My level"): [
                answers.get(row.answer) or number(row.level)
                for row in gaps.itertuples()
            ],
            _("Target"): [
                _changed(r.target, r.usual_target) for r in gaps.itertuples()
            ],
            _("Weight"): [
                _changed(r.weight, r.usual_weight) for r in gaps.itertuples()
            ],
            _("Gap"): [_level_text(value) for value in gaps["gap"]],
            _("Worth"): [_level_text(value) for value in gaps["worth"]],
            _("Basis"): [bases.get(basis, "") for basis in gaps["basis"].fillna("")],
        }
    )
    st.dataframe(table, key=key, hide_index=True, alt=_("All skills of the profile"))


def _changed(value: int, usual: int) -> str:
    if value == usual:
        return number(value)
    return _("{value} (usually {usual})").format(
        value=number(value), usual=number(usual)
    )


TOP = 10


def show_summary(name: str, gaps: pd.DataFrame, levels: pd.DataFrame) -> None:
    """Say in words how the person stands, with fit, rated share and basis."""
    fit = measure_fit(gaps)
    st.markdown(sentence(name, fit, gaps))
    if fit.rated:
        show_basis(levels)


def show_basis(levels: pd.DataFrame) -> None:
    """Say which share of the rated levels is claimed, evidenced and checked."""
    shares = basis_shares(levels)
    words = [f"{basis_names()[basis]} {percent(shares[basis])}" for basis in shares]
    st.caption(_("Basis of the rated levels:") + " " + ", ".join(words))


def sentence(name: str, fit: Fit, gaps: pd.DataFrame) -> str:
    """Return one sentence on fit, rated share and the largest gap."""
    if not fit.rated:
        return _("Nothing rated yet that {profile} asks for.").format(profile=name)
    words = _(
        "On the {rated} of {asked} skills you rated, you meet **{fit}** of what "
        "{profile} asks."
    ).format(
        rated=number(fit.rated),
        asked=number(fit.asked),
        fit=percent(fit.fit),
        profile=name,
    )
    open_gaps = gaps[gaps["gap"] > 0]
    if open_gaps.empty:
        return words + " " + _("No rated skill is short of its target.")
    first = open_gaps.iloc[0]
    skill = plain(label(framework().skills[first["skill"]].name))
    largest = _(
        "The gap to close first: **{skill}**, level {level} against {target}."
    ).format(skill=skill, level=number(first["level"]), target=number(first["target"]))
    return f"{words} {largest}"


def show_areas(name: str, gaps: pd.DataFrame, earlier: pd.DataFrame | None) -> None:
    """Show the ten areas as a radar, and the gaps worth most as dots."""
    area_of = framework().area_of
    areas = summarise_areas(gaps, area_of)
    areas["label"] = [label(framework().areas[a].name) for a in areas["area"]]
    if earlier is not None:
        before = earlier_area_levels(gaps, earlier, area_of)
        areas["previous"] = areas["area"].map(before)
    left, right = st.columns([5, 6], gap="large")
    with left:
        st.subheader(_("Areas"), anchor=False)
        show_figure(
            draw_radar(drawn_areas(areas), radar_names()),
            key="radar-areas",
            alt=_("Radar of ten areas, my level against {profile}").format(
                profile=name
            ),
        )
        st.caption(
            _(
                "Weighted means over the skills you rated; an earlier level shows "
                "where the same skills were rated then."
            )
        )
        show_unsure_areas(areas)
    with right:
        st.subheader(_("Gaps to close first"), anchor=False)
        show_ranked(gaps, "dots-profile")
    with st.expander(_("Areas as a table"), icon=":material/table:"):
        show_area_table(areas)


def show_unsure_areas(areas: pd.DataFrame) -> None:
    """Say on how few skills points of a radar rest, and what a question mark is.

    Args:
        areas: from ``summarise_areas``, with ``label``.

    """
    drawn = drawn_areas(areas)["level"].notna()
    few = areas[drawn & (areas["rated"] * 2 < areas["asked"])]
    known = [
        _("{area} {rated} of {asked}").format(
            area=plain(row.label), rated=number(row.rated), asked=number(row.asked)
        )
        for row in few.itertuples()
    ]
    words = [_("Less than half of the skills rated: {areas}.")] if known else []
    if not drawn.all():
        words.append(_("A question mark: fewer than two skills of the area rated."))
    if words:
        st.caption(" ".join(words).format(areas=", ".join(known)))


def show_ranked(gaps: pd.DataFrame, key: str, count: int = TOP) -> None:
    """Show gaps as dots, those worth most on top."""
    ranked = gaps[gaps["gap"] > 0].head(count)
    if ranked.empty:
        st.info(_("No gap among the rated skills."), icon=":material/check_circle:")
        return
    show_dots(ranked, key)


def show_dots(rows: pd.DataFrame, key: str) -> None:
    """Show rows of gaps as dots in the order given."""
    named = rows.assign(label=skill_names(rows["skill"]))
    show_figure(
        draw_gap_dots(named, dot_names()),
        key=key,
        alt=_("Level and target of {count} skills").format(count=len(rows)),
    )


def show_changes(gaps: pd.DataFrame) -> None:
    """Say which targets the chosen context and trends changed."""
    changed = gaps[gaps["target"] != gaps["usual_target"]].sort_values("skill")
    if changed.empty:
        return
    names = skill_names(changed["skill"])
    parts = [
        f"{plain(name)} {number(row.usual_target)} → {number(row.target)}"
        for name, row in zip(names, changed.itertuples())
    ]
    heading = _("Targets changed by your context and trends:")
    st.markdown(f":material/tune: {heading} " + "; ".join(parts))


def show_area_detail(gaps: pd.DataFrame, visit: Visit) -> None:
    """Show one area's skills: a radar if there are three or more, dots, a table."""
    areas = framework().areas
    st.subheader(_("One area, skill by skill"), anchor=False)
    area = st.selectbox(
        _("Area to look into"),
        list(areas),
        format_func={k: label(a.name) for k, a in areas.items()}.__getitem__,
        key=AREA_DETAIL,
        persist_state="session",
    )
    order = list(areas[area].skills)
    rows = gaps[gaps["skill"].isin(order)]
    rows = rows.sort_values("skill", key=lambda column: column.map(order.index))
    axes = rows.assign(label=skill_names(rows["skill"]))
    left, right = st.columns([5, 6], gap="large")
    with left:
        if len(rows) >= 3:
            known = axes["target"].where(axes["level"].notna())
            show_figure(
                draw_radar(axes.assign(target=known), radar_names()),
                key="radar-area",
                alt=_("Radar of the skills of one area"),
            )
    with right:
        show_dots(rows, "dots-area")
    show_gap_table(rows, "table-area")
