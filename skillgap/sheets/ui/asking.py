"""What the reader may say of a spreadsheet: sheet, columns, rows, scale and skills."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Literal, get_args

import pandas as pd
import streamlit as st

from skillgap.domain.scale import LEVELS
from skillgap.sheets.days import DayOrder
from skillgap.sheets.files.draft import SheetColumn, Survey, list_columns, move_header
from skillgap.sheets.mapping import (
    OUT,
    OWN,
    ColumnRole,
    LayoutName,
    MarkLevel,
    ScaleMapping,
    SheetMapping,
)
from skillgap.sheets.marks import read_mark
from skillgap.sheets.scale import Scale, fold_mark
from skillgap.sheets.ui.waiting import Waiting, start_again, turn_to
from skillgap.ui.fields import begin_with
from skillgap.ui.language import label, number, plain
from skillgap.ui.language import translate as _
from skillgap.ui.names import skill_names
from skillgap.ui.session import framework, today

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


MOST_MARKS = 24
NO_MARK = "no mark"
Choice = MarkLevel | str


def ask_scale(waiting: Waiting, survey: Survey) -> ScaleMapping:
    """Ask where a scale of numbers begins and ends, and what each mark means."""
    base = waiting.base.scale
    st.subheader(_("Which level each mark is"), anchor=False)
    with st.container(horizontal=True):
        low = _ask_end(waiting, "low", _("Lowest number"), base.low)
        high = _ask_end(waiting, "high", _("Highest number"), base.high)
    has_ends = low is not None and high is not None and low < high
    ends = (low, high) if has_ends else (None, None)
    is_changed = ends != (base.low, base.high)
    known = {} if is_changed else dict(base.values)
    spread = ScaleMapping(base.values if not is_changed else _words(base), *ends)
    values = _ask_marks(waiting, survey, known, spread.to_scale())
    is_refused = NO_MARK in values.values()
    kept: dict[str | int | float, MarkLevel] = {
        mark: level  # type: ignore[misc]
        for mark, level in values.items()
        if level != NO_MARK
    }
    return ScaleMapping(kept, *((None, None) if is_refused else ends))


def _ask_end(
    waiting: Waiting, end: str, words: str, value: float | None
) -> float | None:
    return st.number_input(
        words,
        value=value,
        step=1.0,
        format="%g",
        placeholder=_("No numbers"),
        key=f"sheet-{waiting.number}-{end}",
        width=160,
    )


def _words(base: ScaleMapping) -> Mapping[str | int | float, MarkLevel]:
    """Return the marks that are no numbers: new ends do not change them."""
    marks = {mark: read_mark(f"{mark}") for mark in base.values}
    return {
        mark: level
        for mark, level in base.values.items()
        if (read := marks[mark]) is None or read.kind not in ("number", "count")
    }


def _ask_marks(
    waiting: Waiting,
    survey: Survey,
    known: Mapping[str | int | float, MarkLevel],
    scale: Scale,
) -> dict[str | int | float, Choice]:
    """Ask for the level of each mark that stands in the cells, the frequent ones."""
    names = _level_names()
    found: dict[str | int | float, Choice] = dict(known)
    spelled = {fold_mark(f"{mark}"): mark for mark in known}
    common = sorted(survey.marks.most_common(MOST_MARKS))
    with st.container(horizontal=True):
        for mark, count in common:
            before = _before(mark, scale)
            ends = f"{scale.low}-{scale.high}"
            chosen: Choice = st.selectbox(
                f"{plain(mark[:40])} ({number(count)} ×)",
                list(names),
                format_func=names.__getitem__,
                key=begin_with(f"sheet-{waiting.number}-mark-{ends}-{mark}", before),
                width=220,
            )
            found[spelled.get(fold_mark(mark), mark)] = chosen
    rest = len(survey.marks) - len(common)
    if rest > 0:
        words = _("{count} rarer marks are read by the ends of the scale, or reported.")
        st.caption(words.format(count=number(rest)))
    return found


def _before(mark: str, scale: Scale) -> Choice:
    level = scale.level_of(mark)
    if level is None:
        return NO_MARK
    return "unknown" if level != level else int(level)  # type: ignore[return-value]


def _level_names() -> dict[Choice, str]:
    scale = framework().manifest.scale
    names: dict[Choice, str] = {
        level: f"{level} · {label(scale[level].name)}" for level in LEVELS
    }
    return names | {"unknown": _("Unknown"), NO_MARK: _("No level: report it")}


def ask_skills(waiting: Waiting, survey: Survey) -> dict[str, str]:
    """Show what each skill counts as, and let the reader change one after another."""
    place = f"sheet-{waiting.number}-skills"
    changes: dict[str, str] = st.session_state.setdefault(place, {})
    found = {
        name: changes.get(name)
        or waiting.base.skills.get(name)
        or (OWN if match.is_own else match.skill)
        for name, match in survey.skills.items()
    }
    if not found:
        return {}
    st.subheader(_("Which skill each name is"), anchor=False)
    _show_skills(place, survey, found)
    with st.container(horizontal=True):
        _offer_change(place, found)
    return found


def _show_skills(place: str, survey: Survey, found: dict[str, str]) -> None:
    names, matches = _choices(), survey.skills.values()
    table = pd.DataFrame(
        {
            _("In the file"): list(found),
            _("Counts as"): [names[skill] for skill in found.values()],
            _("Nearest of ours"): [names.get(each.nearest, "") for each in matches],
            _("Likeness of 100"): [
                number(each.score) if each.nearest else "" for each in matches
            ],
        }
    )
    st.dataframe(table, key=f"{place}-table", hide_index=True, alt=_("Skills"))


def _offer_change(place: str, found: dict[str, str]) -> None:
    names, shown = _choices(), {name: plain(name) for name in found}
    name = st.selectbox(
        _("Change a skill"),
        list(found),
        index=None,
        format_func=shown.__getitem__,
        placeholder=_("Choose one of the file"),
        key=f"{place}-name",
        width=300,
    )
    if name is not None:
        st.selectbox(
            _("It counts as"),
            list(names),
            format_func=names.__getitem__,
            key=begin_with(f"{place}-of-{name}", found[name]),
            on_change=_change,
            args=(place, name),
            width=300,
        )


def _change(place: str, name: str) -> None:
    chosen = st.session_state[f"{place}-of-{name}"]
    st.session_state[place] = {**st.session_state[place], name: chosen}


def _choices() -> dict[str, str]:
    skills = list(framework().skills)
    ours = dict(zip(skills, skill_names(skills)))
    return {OWN: _("The team's own skill"), OUT: _("Leave it out"), **ours}
