"""What a spreadsheet would give, before it is taken."""

from collections.abc import Sequence

import numpy as np
import streamlit as st

from skillgap.domain.problems import Problem
from skillgap.files.sheets.reading import ForeignReading
from skillgap.files.wording import describe_note, describe_problem
from skillgap.ui.language import label, number, plain, translate_count
from skillgap.ui.language import translate as _
from skillgap.ui.session import framework

SHOWN, MOST_PEOPLE, MOST_SKILLS = 20, 6, 8


def show_result(
    reading: ForeignReading, faults: Sequence[Problem], is_open: bool
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


def _show_sums(reading: ForeignReading) -> None:
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


def _count_people(reading: ForeignReading) -> str:
    people = len(reading.people)
    return translate_count("{count} person", "{count} people", people)


def _count_skills(reading: ForeignReading) -> str:
    return translate_count("{count} skill", "{count} skills", len(reading.skills))


def _count_levels(reading: ForeignReading) -> str:
    return translate_count("{count} level", "{count} levels", len(reading.ratings))


def _show_beginning(reading: ForeignReading) -> None:
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


def _name(reading: ForeignReading, skill: str) -> str:
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
