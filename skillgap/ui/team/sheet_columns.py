"""What the reader says of a spreadsheet: its sheet, header, layout and columns."""

from collections.abc import Mapping
from dataclasses import replace
from typing import get_args

import streamlit as st

from skillgap.domain.sheets.mapping import ColumnRole, LayoutName, SheetMapping
from skillgap.files.sheets.draft import SheetColumn, list_columns, move_header
from skillgap.ui.language import plain
from skillgap.ui.language import translate as _
from skillgap.ui.team.waiting import Waiting, begin_with, start_again, turn_to

_PARTS: tuple[ColumnRole, ...] = ("first_name", "last_name")
_WHO: tuple[ColumnRole, ...] = ("person", *_PARTS, "id", "team")
_FIELDS: Mapping[LayoutName, tuple[ColumnRole, ...]] = {
    "people_in_rows": (*_WHO, "date"),
    "people_in_columns": ("skill", "area", "date"),
    "long": (*_WHO, "skill", "area", "level", "date"),
    "form": (*_WHO, "date"),
    "packed": (*_WHO, "date"),
}
_MANY: Mapping[LayoutName, ColumnRole] = {
    "people_in_rows": "ratings",
    "people_in_columns": "ratings",
    "form": "ratings",
    "packed": "packed",
}


def layout_names() -> dict[LayoutName, str]:
    """Return what each layout looks like."""
    return {
        "people_in_rows": _("A row for each person, a column for each skill"),
        "people_in_columns": _("A row for each skill, a column for each person"),
        "long": _("A row for each level"),
        "form": _("Answers to a form, with brackets in the questions"),
        "packed": _("A row for each person, all levels in one cell"),
    }


def _role_names(layout: LayoutName) -> dict[ColumnRole, str]:
    people = _("Columns of people, with their levels")
    skills = _("Columns of skills, with the levels")
    return {
        "person": _("Name"),
        "first_name": _("First name"),
        "last_name": _("Last name"),
        "id": _("Id"),
        "team": _("Team"),
        "date": _("Date"),
        "area": _("Area"),
        "skill": _("Skill"),
        "level": _("Level"),
        "packed": _("Cells with all levels"),
        "ratings": people if layout == "people_in_columns" else skills,
        "out": "",
    }


def ask_ground(waiting: Waiting) -> None:
    """Ask for sheet, layout and header; another answer begins again from there."""
    base, number = waiting.base, waiting.number
    if len(waiting.file.sheets) > 1:
        sheets = {sheet.name: sheet for sheet in waiting.file.sheets}
        names = {name: plain(name) for name in sheets}
        chosen = st.selectbox(
            _("Sheet"),
            list(sheets),
            format_func=names.__getitem__,
            key=begin_with(f"sheet-{number}-sheet", waiting.sheet.name),
        )
        if chosen != waiting.sheet.name:
            turn_to(sheets[chosen])
            st.rerun()
    layout = st.selectbox(
        _("Layout"),
        list(get_args(LayoutName)),
        format_func=layout_names().__getitem__,
        key=begin_with(f"sheet-{number}-layout", base.layout),
    )
    if layout != base.layout:
        start_again(replace(base, layout=layout))
        st.rerun()
    _ask_header(waiting)


def _ask_header(waiting: Waiting) -> None:
    base, number, last = waiting.base, waiting.number, len(waiting.sheet.rows)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        row = st.number_input(
            _("Header in row"),
            min_value=1,
            max_value=max(last, base.header_rows[-1]),
            value=base.header_rows[-1],
            key=f"sheet-{number}-header",
            width=160,
        )
        is_double = row > 1 and st.checkbox(
            _("The row above it names groups of columns"),
            value=len(base.header_rows) > 1,
            key=f"sheet-{number}-double",
        )
    rows = (row - 1, row) if is_double else (row,)
    if rows != base.header_rows:
        start_again(move_header(waiting.sheet, base, rows))
        st.rerun()


def ask_columns(waiting: Waiting) -> dict[str, ColumnRole]:
    """Ask which columns hold what; return the role of every column."""
    base = waiting.base
    columns = list_columns(waiting.sheet, base.header_rows)
    options = {each.key: _show_column(each) for each in columns if not each.is_private}
    names = _role_names(base.layout)
    roles: dict[str, ColumnRole] = {each.key: "out" for each in columns}
    many = _MANY.get(base.layout)
    if many:
        before = [key for key in options if base.columns.get(key) == many]
        chosen = st.multiselect(
            names[many],
            list(options),
            format_func=options.__getitem__,
            placeholder=_("None"),
            key=begin_with(f"sheet-{waiting.number}-{many}", before),
        )
        roles |= dict.fromkeys(chosen, many)
    with st.container(horizontal=True):
        for role in _fields(base):
            for key in _ask_column(waiting, role, names[role], options):
                roles[key] = role
    hidden = [plain(each.key) for each in columns if each.is_private]
    if hidden:
        words = _("Never read, because it looks private: {columns}.")
        st.caption(words.format(columns=", ".join(hidden)))
    return roles


def _fields(base: SheetMapping) -> list[ColumnRole]:
    """Return the roles to ask for; parts of a name only where it stands in parts."""
    roles = set(base.columns.values())
    is_whole = "person" in roles and not roles & set(_PARTS)
    return [role for role in _FIELDS[base.layout] if not is_whole or role not in _PARTS]


def _show_column(column: SheetColumn) -> str:
    examples = ", ".join(column.examples)
    return f"{column.key}: {examples}" if examples else column.key


def _ask_column(
    waiting: Waiting, role: ColumnRole, words: str, options: Mapping[str, str]
) -> list[str]:
    """Ask for the column of a role; untouched, all that have it keep it."""
    before = [key for key in options if waiting.base.columns.get(key) == role]
    chosen = st.selectbox(
        words,
        list(options),
        index=None,
        format_func=options.__getitem__,
        placeholder=_("Not in the file"),
        key=begin_with(f"sheet-{waiting.number}-{role}", *before[:1]),
        width=220,
    )
    if chosen is None:
        return []
    return before if before and chosen == before[0] else [chosen]
