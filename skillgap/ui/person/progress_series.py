"""The fit on each day between two days, as a figure and as a table."""

import pandas as pd
import streamlit as st

from skillgap.charts.fit_over_time import draw_fit_over_time
from skillgap.ui.figures import show_figure
from skillgap.ui.language import long_date, number, speech
from skillgap.ui.language import translate as _


def show_series(series: pd.DataFrame) -> None:
    """Show the fit on each day between, over the same skills throughout."""
    st.subheader(_("Fit over time"), anchor=False)
    if series["fit"].isna().all():
        st.info(_("No skill is rated on both days, so there is no fit to follow."))
        return
    named = series.assign(
        label=[long_date(day) for day in series["day"]],
        text=_say_days(series),
    )
    show_figure(
        draw_fit_over_time(named, _("Fit, same skills")),
        key="progress-fit",
        alt=_("Fit over the same skills, day by day, from {then} to {now}").format(
            then=named["label"].iloc[0], now=named["label"].iloc[-1]
        ),
    )
    with st.expander(_("Each day as a table"), icon=":material/table:"):
        st.table(_name_days(named), hide_index=True)


def _say_days(series: pd.DataFrame) -> list[str]:
    """Return what is said at the dot of each day, in two short lines."""
    line, same, whole = (
        _("{part}: {fit} ({rated} of {asked} skills)"),
        _("Same skills"),
        _("All rated"),
    )
    said = speech()
    return [
        "<br>".join(
            line.format(
                part=part,
                fit=said.percent(fit),
                rated=number(rated),
                asked=number(row.asked),
            )
            for part, fit, rated in (
                (same, row.fit, row.rated),
                (whole, row.whole_fit, row.whole_rated),
            )
        )
        for row in series.itertuples()
    ]


def _name_days(series: pd.DataFrame) -> pd.DataFrame:
    """Return the numbers of the line: few columns, for a phone shows no more."""
    cell, said = _("{fit} ({rated} of {asked})"), speech()
    columns = {
        heading: [
            cell.format(fit=said.percent(fit), rated=number(rated), asked=number(asked))
            for fit, rated, asked in zip(
                series[f"{part}fit"],
                series[f"{part}rated"],
                series["asked"],
                strict=True,
            )
        ]
        for heading, part in ((_("Same skills"), ""), (_("All rated"), "whole_"))
    }
    return pd.DataFrame({_("Day"): series["label"], **columns})
