"""What the reader says of the rows: whose they are, from which day, which count."""

from dataclasses import replace
from datetime import date
from typing import Literal

import streamlit as st

from skillgap.domain.sheets.day_formats import DayOrder
from skillgap.domain.sheets.mapping import SheetMapping
from skillgap.files.sheets.draft import Survey
from skillgap.ui.language import translate as _
from skillgap.ui.session import today
from skillgap.ui.team.waiting import Waiting, begin_with

Named = Literal["skill", "person"]


def ask_brackets(waiting: Waiting, mapping: SheetMapping) -> SheetMapping:
    """Ask what the brackets of a form's questions hold."""
    if mapping.layout != "form":
        return mapping
    names: dict[Named, str] = {"skill": _("Skills"), "person": _("People")}
    chosen: Named | None = st.segmented_control(
        _("The brackets name"),
        list(names),
        default=mapping.in_brackets,
        format_func=names.__getitem__,
        key=f"sheet-{waiting.number}-brackets",
        required=True,
    )
    return replace(mapping, in_brackets=chosen or mapping.in_brackets)


def ask_people(waiting: Waiting, mapping: SheetMapping) -> SheetMapping:
    """Ask whose levels these are where no column says, and what a blank name means."""
    roles = set(mapping.columns.values())
    if roles & {"person", "first_name", "id"}:
        if mapping.layout != "long":
            return mapping
        is_same = st.checkbox(
            _("A blank name means the person of the row above"),
            value=mapping.blank_people == "same as above",
            key=f"sheet-{waiting.number}-blank",
        )
        return replace(mapping, blank_people="same as above" if is_same else "faulty")
    if mapping.layout == "people_in_columns":
        return mapping
    name = st.text_input(
        _("Whose levels are these?"),
        placeholder=_("Nobody is named: each row is somebody of its own"),
        key=begin_with(f"sheet-{waiting.number}-whose", mapping.person),
    )
    return replace(mapping, person=(name or "").strip())


def ask_days(waiting: Waiting, mapping: SheetMapping) -> SheetMapping:
    """Ask for the date of the levels, or for the order of day and month."""
    if "date" in mapping.columns.values():
        orders: dict[DayOrder, str] = {
            "day first": _("Day first: 31/12/2026"),
            "month first": _("Month first: 12/31/2026"),
        }
        before = filter(None, [mapping.date_order])
        order: DayOrder | None = st.selectbox(
            _("Order of day and month"),
            list(orders),
            index=None,
            format_func=orders.__getitem__,
            placeholder=_("The dates tell it"),
            key=begin_with(f"sheet-{waiting.number}-order", *before),
        )
        return replace(mapping, date_order=order)
    now = date.fromisoformat(today())
    day = st.date_input(
        _("Rated on"),
        value=date.fromisoformat(mapping.date) if mapping.date else now,
        max_value=now,
        key=f"sheet-{waiting.number}-day",
        help=_("The file has no date. Left as it is, the day of reading counts."),
    )
    is_said = day is not None and (day != now or bool(mapping.date))
    return replace(mapping, date=day.isoformat() if day and is_said else "")


def ask_rows_out(
    waiting: Waiting, mapping: SheetMapping, survey: Survey
) -> tuple[str, ...]:
    """Ask which rows do not count, by the name they go by."""
    options = dict.fromkeys([*mapping.rows_out, *survey.labels])
    return tuple(
        st.multiselect(
            _("Rows that are no people or skills"),
            list(options),
            placeholder=_("None"),
            key=begin_with(f"sheet-{waiting.number}-rows-out", list(mapping.rows_out)),
        )
    )
