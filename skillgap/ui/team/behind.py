"""The ratings behind a team's figures, one click away from each of them."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import pandas as pd
import streamlit as st

from skillgap.domain.team.figures import STALE_AFTER
from skillgap.domain.team.mentors import list_mentors
from skillgap.domain.team.state import label_people, rows_behind
from skillgap.ui.language import long_date, number, plain
from skillgap.ui.language import translate as _
from skillgap.ui.names import basis_names, skill_names
from skillgap.ui.session import today
from skillgap.ui.team.choices import TeamChoice

NAMED = 12
WIDE_ENOUGH = st.column_config.Column(width=132)
NARROW_ENOUGH = st.column_config.TextColumn(width="medium")  # others fit a phone beside
"""A column of levels in which "Tidak bisa menilai" can be read on a telephone."""


def show_behind(
    choice: TeamChoice,
    skills: Sequence[str],
    key: str,
    people: Iterable[str] | None = None,
) -> None:
    """Show the ratings of people on skills: level, basis, day, and whether it is old.

    Args:
        choice: the part of the team under review.
        skills: at least one; of one alone the highest level comes first.
        key: of the table.
        people: ids; None takes everybody.

    """
    state = choice.state
    if people is not None:
        state = state.select(state.people["person_id"].isin(list(people)).to_numpy())
    rows = rows_behind(state, skills)
    if len(skills) == 1:
        rows = rows.sort_values("level", ascending=False, kind="stable")
    shown = _table(rows, label_people(choice.state.people))
    if len(skills) == 1:
        shown = shown.drop(columns=_("Skill"))
    st.dataframe(
        shown,
        key=key,
        hide_index=True,
        column_config={_("Level"): WIDE_ENOUGH},
        alt=_("Ratings behind the figures"),
    )


def _table(rows: pd.DataFrame, labels: dict[str, str]) -> pd.DataFrame:
    bases = {"": "", **basis_names()}
    until = (date.fromisoformat(today()) - timedelta(STALE_AFTER)).isoformat()
    is_ahead = rows["rated_on"] > today()
    is_stale = (rows["answer"] == "rated") & (rows["rated_on"] < until)
    table = pd.DataFrame(
        {
            _("Person"): [labels[person] for person in rows["person_id"]],
            _("Skill"): skill_names(rows["skill"]),
            _("Level"): level_words(rows),
            _("Basis"): [bases[basis] for basis in rows["basis"]],
            _("Rated on"): [long_date(day) for day in rows["rated_on"]],
            _("Older than a year"): [_("yes") if old else "" for old in is_stale],
            _("Dated after today"): [_("yes") if odd else "" for odd in is_ahead],
        }
    )
    return table if is_ahead.any() else table.drop(columns=_("Dated after today"))


def level_words(rows: pd.DataFrame) -> list[str]:
    """Return levels of ``rows_behind`` in words: unknown is not 0, nor unrated."""
    answers = {"unsure": _("Cannot say"), "unrated": _("Not rated")}
    return [answers.get(r.answer) or number(r.level) for r in rows.itertuples()]


def level_text(value: float) -> str:
    """Return a figure in levels, a question mark if it is unknown."""
    return "?" if pd.isna(value) else number(value, 1)


def name_first(names: Sequence[str], most: int = NAMED) -> str:
    """Return the first of some names and how many more there are."""
    shown = ", ".join(plain(name) for name in names[:most])
    if len(names) <= most:
        return shown
    more = _("and {count} more").format(count=number(len(names) - most))
    return f"{shown} {more}"


def choose_row(table: pd.DataFrame, key: str, alt: str) -> int | None:
    """Show a table of which one row can be chosen; return its place, None if none."""
    picked = st.dataframe(
        table,
        key=key,
        hide_index=True,
        column_config={_("Skill"): NARROW_ENOUGH},
        on_select="rerun",
        selection_mode="single-row",
        alt=alt,
    )
    rows = [row for row in picked.selection.rows if row < len(table)]
    if not rows:
        st.caption(_("Choose a row to see the ratings behind it."))
        return None
    return int(rows[0])


def show_skills(choice: TeamChoice, rows: pd.DataFrame, key: str, alt: str) -> None:
    """Show figures of skills; a click on one shows its mentors and its ratings.

    Args:
        choice: the part of the team under review.
        rows: some rows of ``measure_skills``, in the order to show.
        key: of the table of figures.
        alt: what it shows, in one line.

    """
    place = choose_row(_figure_table(choice, rows), key, alt)
    if place is None:
        return
    skill = str(rows["skill"].iloc[place])
    st.markdown(f"**{plain(skill_names([skill])[0])}**")
    _show_mentors_of(choice, skill)
    show_behind(choice, [skill], f"{key}-behind")


def _show_mentors_of(choice: TeamChoice, skill: str) -> None:
    labels = label_people(choice.state.people)
    mentors = [
        labels[p] for p in list_mentors(choice.state, choice.demand.goals)[skill]
    ]
    if mentors:
        st.markdown(_("Could mentor: {people}").format(people=name_first(mentors)))
    else:
        st.caption(_("Nobody is at target and two levels above somebody short of it."))


def _figure_table(choice: TeamChoice, rows: pd.DataFrame) -> pd.DataFrame:
    holders = {"": "", **label_people(choice.state.people)}
    return pd.DataFrame(
        {
            _("Skill"): skill_names(rows["skill"]),
            _("Target"): rows["target"].astype("Int64").astype(str).replace("<NA>", ""),
            _("Median"): [level_text(value) for value in rows["median"]],
            _("Middle half"): [
                f"{number(r.q1, 1)} - {number(r.q3, 1)}" if r.q1 == r.q1 else "?"
                for r in rows.itertuples()
            ],
            _("At target"): rows["at_target"],
            _("Below"): rows["below"],
            _("Unknown"): rows["unsure"] + rows["unrated"],
            _("Hangs on"): [holders[holder] for holder in rows["single_holder"]],
            _("Mentors"): rows["mentors"],
            _("Stale"): rows["stale"],
            _("Oldest rating"): [long_date(day) for day in rows["oldest"]],
        }
    )
