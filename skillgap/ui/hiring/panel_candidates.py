"""The chair puts candidates into a panel and takes them out, before it scores."""

from collections.abc import Sequence

import streamlit as st

from skillgap.domain.hiring.candidates import LETTERS, Candidate
from skillgap.storage.panel_candidates import (
    add_candidates,
    list_candidates,
    remove_candidate,
)
from skillgap.storage.panels import Panel, PanelError
from skillgap.ui.hiring.candidate_state import current_reading, is_example_lineup
from skillgap.ui.hiring.panel_state import leads_now, masked_letters, refuse
from skillgap.ui.hiring.panel_uploads import take_panel_files
from skillgap.ui.language import number, translate_count
from skillgap.ui.language import translate as _
from skillgap.ui.session import engine


def take_candidates(panel: Panel) -> None:
    """Offer to put candidates into the panel; nobody sees their ratings yet."""
    count = len(list_candidates(engine(), panel))
    st.markdown(
        translate_count(
            "{count} candidate so far.", "{count} candidates so far.", count
        )
    )
    found = take_panel_files("panel-files", len(LETTERS), for_good=True)
    if found and leads_now(panel):
        _add(panel, found)
        st.rerun()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if not (count and is_example_lineup()):
            _offer_take_over(panel)
        if count:
            _offer_removal(panel)
    st.caption(
        _(
            "The panel keeps their ratings in the database of this installation until "
            "the chair erases the panel."
        )
    )


def _offer_take_over(panel: Panel) -> None:
    reading = current_reading()
    words = _("Take over the {count} from Compare candidates")
    if is_example_lineup():
        words = _("Take over the {count} example candidates")
    st.button(
        words.format(count=len(reading.candidates)),
        key="panel-take-over",
        on_click=_take_over,
        args=(panel,),
    )


def _offer_removal(panel: Panel) -> None:
    letters = masked_letters(panel)
    with st.popover(_("Take a candidate out")):
        st.caption(_("Scores on this candidate go as well."))
        st.selectbox(
            _("Candidate"),
            list(letters),
            format_func=letters.__getitem__,
            key="panel-remove-letter",
        )
        st.button(_("Take out"), key="panel-remove", on_click=_remove, args=(panel,))


def _remove(panel: Panel) -> None:
    if leads_now(panel):
        try:
            letter = str(st.session_state["panel-remove-letter"])
            remove_candidate(engine(), panel, letter)
        except PanelError as error:
            refuse(error)


def _take_over(panel: Panel) -> None:
    if leads_now(panel):
        _add(panel, current_reading().candidates)


def _add(panel: Panel, candidates: Sequence[Candidate]) -> None:
    try:
        added = add_candidates(engine(), panel, candidates)
    except PanelError as error:
        refuse(error)
        return
    if known := len(candidates) - len(added):
        words = _("In the panel already, so not taken again: {count}.")
        refuse(words.format(count=number(known)))
