"""A member without a shared installation: score, seal, export."""

import streamlit as st

from skillgap.domain.hiring.scorecards import Scorecard
from skillgap.files.hiring.scorecards import seal_scorecard
from skillgap.ui.hiring.panel_scoring import score_candidates
from skillgap.ui.hiring.panel_state import name_letters, refuse
from skillgap.ui.hiring.role_state import current_needs
from skillgap.ui.hiring.sealed_state import (
    SEALED,
    file_book,
    fingerprints,
    own_scores,
    sealed_candidates,
)
from skillgap.ui.language import label
from skillgap.ui.language import translate as _
from skillgap.ui.names import main_kind


def score_by_file() -> None:
    """Let a member score the loaded candidates and export a sealed scorecard."""
    letters = name_letters([c.letter for c in sealed_candidates()])
    score_candidates(file_book(), current_needs(), letters)
    st.text_input(_("Your name"), key="seal-name", max_chars=120)
    st.text_input(
        _("Code of the panel"), key="seal-code", type="password", max_chars=60
    )
    st.button(
        _("Seal my scorecard"),
        key="seal",
        icon=":material/lock:",
        type=main_kind(),
        on_click=_seal,
    )
    sealed = st.session_state.get(SEALED)
    if sealed:
        st.download_button(
            _("Download the sealed scorecard"),
            data=sealed,
            file_name="scorecard.json",
            mime="application/json",
            key="seal-download",
            icon=":material/download:",
            on_click="ignore",
        )
        st.caption(
            _("Send this file to the chair only. Nobody opens it before the last.")
        )


def _seal() -> None:
    name = " ".join(str(st.session_state.get("seal-name", "")).split())
    scores = own_scores()
    if not name or not scores:
        refuse(_("A scorecard has your name and at least one score."))
        return
    role = current_needs().name
    card = Scorecard(label(role), name, scores, fingerprints())
    try:
        code = str(st.session_state.get("seal-code", ""))
        st.session_state[SEALED] = seal_scorecard(card, code)
    except ValueError:
        refuse(
            _("The code has at least 12 letters and digits. Check it with the chair.")
        )
