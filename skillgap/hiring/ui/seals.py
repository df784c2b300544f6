"""Candidates whom this browser scores: their self-ratings stay shut meanwhile."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from skillgap.hiring.candidates import Candidate
from skillgap.hiring.files.candidates import CandidatesReading
from skillgap.hiring.scorecards import fold_name
from skillgap.hiring.store.scores import SealedPerson, list_sealed_people
from skillgap.hiring.ui.lineup import Lineup
from skillgap.hiring.ui.sealed_state import opened_panel, sealed_candidates
from skillgap.ui.language import plain
from skillgap.ui.language import translate as _
from skillgap.ui.pages import link_page
from skillgap.ui.session import engine, visitor_key

Shut = dict[str, str]


def leave_out_scored(
    reading: CandidatesReading, lineup: Lineup
) -> tuple[CandidatesReading, Lineup]:
    """Return reading and lineup without whom this browser scores now; say so.

    Their words leave as well: those of a resume are what somebody says of themselves.
    """
    shut = _find_shut(reading.candidates)
    if not shut:
        return reading, lineup
    _show_shut(lineup, shut)
    sources = {c.source for c in reading.candidates if c.letter in shut}
    rest = tuple(c for c in reading.candidates if c.letter not in shut)
    words = tuple(word for word in reading.to_map if word.source not in sources)
    return replace(reading, to_map=words), replace(lineup, candidates=rest)


def _find_shut(candidates: Sequence[Candidate]) -> Shut:
    """Return the letters of candidates this browser scores now, and in which panel.

    The same person id or the same name counts as the same candidate.
    """
    people = list_sealed_people(engine(), visitor_key())
    if opened_panel() is None:
        by_file = _("scores by file")
        people += [
            SealedPerson(by_file, c.person_id, c.name) for c in sealed_candidates()
        ]
    panels = {
        sign: person.panel
        for person in people
        for sign in _signs(person.person_id, person.name)
    }
    return {
        candidate.letter: panels[sign]
        for candidate in candidates
        for sign in _signs(candidate.person_id, candidate.name)
        if sign in panels
    }


def _signs(person_id: str, name: str) -> list[tuple[str, str]]:
    signs = [("id", fold_name(person_id)), ("name", fold_name(name))]
    return [sign for sign in signs if sign[1]]


def _show_shut(lineup: Lineup, shut: Shut) -> None:
    """Say who stays shut, why, and how that ends."""
    for panel in dict.fromkeys(shut.values()):
        letters = [letter for letter, known in shut.items() if known == panel]
        words = _(
            "Shut here while you have a part in scoring them ({panel}): {names}. What "
            "they say of themselves would lean on your scores; it opens once everybody "
            "has submitted, or once you no longer score them."
        ).format(panel=panel, names=", ".join(lineup.names[n] for n in letters))
        st.info(plain(words), icon=":material/lock:")
    st.caption(name_limit())
    link_page("hiring/panel", _("Panel"), "groups")


def name_limit() -> str:
    """Return what no program prevents: files opened elsewhere."""
    return _(
        "Nothing here can stop somebody who has the files from reading them elsewhere: "
        "let somebody who does not score collect them."
    )
