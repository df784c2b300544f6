"""Panels without a shared installation: everybody opens the same files."""

import streamlit as st

from skillgap.domain.hiring.candidates import MOST
from skillgap.ui.hiring.candidate_seals import name_limit
from skillgap.ui.hiring.panel_uploads import take_panel_files
from skillgap.ui.hiring.role_state import current_needs
from skillgap.ui.hiring.role_views import ask_to_fix, show_role_line
from skillgap.ui.hiring.sealed_chair import open_by_file
from skillgap.ui.hiring.sealed_member import score_by_file
from skillgap.ui.hiring.sealed_state import (
    drop_sealed,
    keep_sealed_candidates,
    sealed_candidates,
)
from skillgap.ui.language import translate as _
from skillgap.ui.language import translate_count


def show_sealed() -> None:
    """Offer to score by file: load the role and the candidates, then choose a part."""
    needs = current_needs()
    st.caption(
        _(
            "For panels whose members do not share an installation: everybody loads "
            "the same role and the same candidates' files in the same order, scores "
            "alone, and sends a sealed file to the chair."
        )
        + " "
        + name_limit()
    )
    show_role_line(needs)
    ask_to_fix(needs)
    if needs.fixed_on and _load_candidates():
        _choose_part()


def _load_candidates() -> bool:
    """Offer to load candidates; say whether there are some."""
    candidates = sealed_candidates()
    if candidates:
        _show_loaded(len(candidates))
        return True
    found = take_panel_files("sealed-files", MOST)
    if found:
        keep_sealed_candidates(found)
        st.rerun()
    return False


def _choose_part() -> None:
    parts = {"member": _("I score"), "chair": _("I chair")}
    st.session_state.setdefault("sealed-part", "member")
    part = st.segmented_control(
        _("My part"),
        list(parts),
        format_func=parts.__getitem__,
        key="sealed-part",
        required=True,
    )
    score_by_file() if part == "member" else open_by_file()


def _show_loaded(count: int) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        words = translate_count(
            "{count} candidate loaded.", "{count} candidates loaded.", count
        )
        st.markdown(words, width="content")
        with st.popover(_("Load others")):
            st.markdown(_("Scores and decisions on these candidates go from here."))
            st.button(
                _("Take these candidates out"), key="sealed-drop", on_click=drop_sealed
            )
