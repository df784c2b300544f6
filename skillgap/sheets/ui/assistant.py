"""The reading assistant: it proposes how a spreadsheet is read, the reader confirms."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd
import streamlit as st

from skillgap.domain.problems import Note, Problem
from skillgap.domain.sheet import column_letter
from skillgap.domain.team.sheet_reading import SheetReading
from skillgap.files.wording import describe_note, describe_problem
from skillgap.sheets.files.draft import preview_rows, survey_table
from skillgap.sheets.files.mapping_file import read_mapping, write_mapping
from skillgap.sheets.files.reading import read_mapped
from skillgap.sheets.mapping import SheetMapping
from skillgap.sheets.ui.asking import (
    ask_brackets,
    ask_columns,
    ask_days,
    ask_ground,
    ask_people,
    ask_rows_out,
    ask_scale,
    ask_skills,
)
from skillgap.sheets.ui.waiting import (
    Waiting,
    confirm,
    leave_out,
    start_again,
    waiting_sheets,
)
from skillgap.ui.language import label, number, plain, translate_count
from skillgap.ui.language import translate as _
from skillgap.ui.names import main_kind
from skillgap.ui.session import framework, today
from skillgap.ui.state import SHEET_MAP_FAULTS
from skillgap.ui.uploads import take_files

SHOWN, MOST_PEOPLE, MOST_SKILLS = 20, 6, 8


def show_result(
    reading: SheetReading, faults: Sequence[Problem], is_open: bool
) -> None:
    """Say what would be read, show the beginning of it, and list what is wrong.

    Args:
        reading: what comes out.
        faults: of the mapping itself.
        is_open: whether a question still waits for its answer.

    """
    st.subheader(_("What comes out"), anchor=False)
    if not reading.ratings.empty:
        _show_sums(reading)
        _show_beginning(reading)
    if is_open and reading.ratings.empty:
        st.info(_("Answer the question above; until then nothing is read."))
        return
    wrong = [each for each in faults if each.code != "mapping_role_missing"]
    if reading.ratings.empty and not wrong and not reading.problems:
        st.info(_("No level would be read. Say which columns hold the levels."))
    _list_problems([*wrong, *reading.problems])


def _show_sums(reading: SheetReading) -> None:
    """Say how much was read, of whom nothing, and what was assumed."""
    words = _(
        "{people}, {skills}, {levels}. {rows} rows = {accepted} accepted + "
        "{rejected} rejected; {cells} marks = {ratings} levels + {faulty} rejected."
    )
    st.markdown(
        words.format(
            people=_count_people(reading),
            skills=_count_skills(reading),
            levels=_count_levels(reading),
            rows=number(reading.rows),
            accepted=number(reading.accepted),
            rejected=number(reading.rejected),
            cells=number(reading.cells),
            ratings=number(len(reading.ratings)),
            faulty=number(reading.cells_rejected),
        )
    )
    unrated = len(reading.people) - reading.ratings["person_id"].nunique()
    if unrated > 0:
        said = _("People named here of whom no level was read: {count}.")
        st.caption(said.format(count=number(unrated)))
    for note in reading.assumed:
        st.caption(plain(describe_note(note, _)))


def _count_people(reading: SheetReading) -> str:
    people = len(reading.people)
    return translate_count("{count} person", "{count} people", people)


def _count_skills(reading: SheetReading) -> str:
    return translate_count("{count} skill", "{count} skills", len(reading.skills))


def _count_levels(reading: SheetReading) -> str:
    return translate_count("{count} level", "{count} levels", len(reading.ratings))


def _show_beginning(reading: SheetReading) -> None:
    names = {who.id: who.name for who in reading.people[:MOST_PEOPLE]}
    skills = list(reading.skills[:MOST_SKILLS])
    ratings = reading.ratings
    latest = ratings.drop_duplicates(["person_id", "skill"], keep="last")
    table = latest.pivot(index="person_id", columns="skill", values="level")
    table = table.reindex(index=list(names), columns=skills)
    table = table.rename(columns={skill: _name(reading, skill) for skill in skills})
    shown = table.map(lambda level: "" if np.isnan(level) else number(level))
    shown.insert(0, _("Person"), [names[key] for key in shown.index])
    st.dataframe(shown, key="sheet-result", hide_index=True, alt=_("What comes out"))


def _name(reading: SheetReading, skill: str) -> str:
    known = framework().skills.get(skill)
    return label(known.name) if known else reading.own_skills.get(skill, skill)


def _list_problems(problems: Sequence[Problem]) -> None:
    if not problems:
        return
    words = translate_count("{count} problem", "{count} problems", len(problems))
    with st.expander(words, icon=":material/error:", expanded=True):
        lines = [
            f"{place}. {plain(describe_problem(problem, _))}"
            for place, problem in enumerate(problems[:SHOWN], start=1)
        ]
        st.markdown("\n".join(lines))
        rest = len(problems) - SHOWN
        if rest > 0:
            st.caption(_("and {count} more").format(count=number(rest)))


MAPPING = "mapping.yaml"
MOST_ASSUMED = 12


def show_assistant() -> bool:
    """Show how the first spreadsheet that waits would be read; False if none waits."""
    waiting = waiting_sheets()
    if not waiting:
        return False
    first = waiting[0]
    st.subheader(_("How to read {file}").format(file=plain(first.name)), anchor=False)
    if len(waiting) > 1:
        words = _("{count} spreadsheets wait. After this one: {names}.")
        names = ", ".join(plain(each.name) for each in waiting[1:])
        st.caption(words.format(count=number(len(waiting)), names=names))
    _show_findings(first)
    _show_sheet(first)
    mapping = _ask(first)
    reading, faults = _read(first, mapping)
    is_open = bool(first.proposal.questions) and mapping == first.proposal.mapping
    show_result(reading, faults, is_open)
    is_same = len(waiting) > 1 and st.checkbox(
        _("Read the other spreadsheets in the same way where it fits"),
        key=f"sheet-{first.number}-same",
    )
    with st.container(horizontal=True):
        _offer_confirmation(reading, mapping if is_same else None, is_open)
        if not faults:
            _offer_mapping(first, mapping)
    _take_mapping()
    return True


def _offer_confirmation(
    reading: SheetReading, mapping: SheetMapping | None, is_open: bool
) -> None:
    """Offer to take the spreadsheet or to leave it; what is asked is answered first."""
    st.button(
        _("Read it like this"),
        key="sheet-confirm",
        type=main_kind(),
        icon=":material/check:",
        disabled=is_open or reading.ratings.empty,
        on_click=confirm,
        args=(reading, mapping),
    )
    st.button(_("Leave this file out"), key="sheet-leave", on_click=leave_out)


def _show_findings(waiting: Waiting) -> None:
    """Say what has to be answered, and what was assumed."""
    proposal = waiting.proposal
    for question in proposal.questions:
        problem = Problem(proposal.name, question.code, question.values)
        st.warning(plain(describe_problem(problem, _)), icon=":material/help:")
    if proposal.questions:
        st.caption(_("Answer it below; what comes out is shown at once."))
    if proposal.assumed:
        notes = [*proposal.assumed]
        if proposal.table is not None and not proposal.questions:
            notes.append(proposal.levels_note())
        said = [plain(_describe(note)) for note in notes]
        with st.expander(
            _("What was assumed"),
            expanded=len(said) <= MOST_ASSUMED,
            icon=":material/lightbulb:",
        ):
            st.markdown("\n".join(f"- {words}" for words in said))


def _describe(note: Note) -> str:
    """Return the sentence of an assumption; skills of ours go by their names."""
    known = framework().skills.get(str(note.values.get("skill")))
    named = {"skill": label(known.name)} if known else {}
    return describe_note(replace(note, values={**note.values, **named}), _)


def _show_sheet(waiting: Waiting) -> None:
    rows = preview_rows(waiting.sheet, waiting.base.header_rows)
    letters = [column_letter(column) for column in range(waiting.sheet.width)]
    st.dataframe(
        pd.DataFrame.from_dict(rows, orient="index", columns=letters),
        key=f"sheet-{waiting.number}-preview",
        alt=_("The first rows of the spreadsheet"),
    )


def _ask(waiting: Waiting) -> SheetMapping:
    """Ask for everything a mapping says; return the mapping."""
    with st.expander(
        _("How it is read"),
        expanded=bool(waiting.proposal.questions) or waiting.proposal.table is None,
        icon=":material/tune:",
        key=f"sheet-how-{waiting.number}",
    ):
        return _ask_all(waiting)


def _ask_all(waiting: Waiting) -> SheetMapping:
    ask_ground(waiting)
    mapping = replace(waiting.base, columns=ask_columns(waiting))
    mapping = ask_brackets(waiting, mapping)
    mapping = ask_people(waiting, mapping)
    mapping = ask_days(waiting, mapping)
    survey = survey_table(waiting.sheet, mapping, framework())
    mapping = replace(mapping, rows_out=ask_rows_out(waiting, mapping, survey))
    mapping = replace(mapping, scale=ask_scale(waiting, survey))
    return replace(mapping, skills=ask_skills(waiting, survey))


def _read(
    waiting: Waiting, mapping: SheetMapping
) -> tuple[SheetReading, tuple[Problem, ...]]:
    """Return what a mapping gives, or what is wrong with the mapping itself."""
    written = write_mapping(mapping, waiting.name)
    checked, faults = read_mapping(MAPPING, written, framework())
    if checked is None:
        return SheetReading(), faults
    return read_mapped(waiting.name, waiting.file, framework(), checked, today()), ()


def _offer_mapping(waiting: Waiting, mapping: SheetMapping) -> None:
    st.download_button(
        _("Download the mapping"),
        data=write_mapping(mapping, waiting.name),
        file_name=MAPPING,
        mime="application/yaml",
        key="sheet-mapping",
        icon=":material/download:",
        on_click="ignore",
    )


def _take_mapping() -> None:
    """Offer to begin from a mapping kept earlier; a faulty one is reported."""
    with st.expander(_("Use a mapping kept earlier"), icon=":material/upload:"):
        for name, content in take_files(
            "sheet-map", _("Mapping (YAML)"), ["yaml", "yml"]
        ):
            base, faults = read_mapping(name, content, framework())
            st.session_state[SHEET_MAP_FAULTS] = faults
            if base is not None:
                start_again(base)
            st.rerun()
        for problem in st.session_state.get(SHEET_MAP_FAULTS, ()):
            st.error(plain(describe_problem(problem, _)), icon=":material/error:")
