"""The numbers behind the charts, as tables."""

import pandas as pd
import streamlit as st

from skillgap.ui.language import number
from skillgap.ui.language import translate as _
from skillgap.ui.names import basis_names, skill_names


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
    """Show every row behind the charts, in priority order, unknown ones last."""
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
            _("Priority"): [_level_text(value) for value in gaps["priority"]],
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
