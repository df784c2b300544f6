"""A member without a shared installation: score, seal, export."""

import re

import streamlit as st

from skillgap.domain.hiring.scorecards import Scorecard, Stage
from skillgap.files.hiring.scorecards import seal_scorecard
from skillgap.ui.hiring.panel_scoring import score_candidates
from skillgap.ui.hiring.panel_state import name_letters, refuse
from skillgap.ui.hiring.role_state import current_needs
from skillgap.ui.hiring.sealed_state import (
    SEALED,
    SealedFile,
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
    stage = _choose_stage()
    if stage == "after":
        st.caption(_("Score only what you see differently now. First scores stay."))
    letters = name_letters([c.letter for c in sealed_candidates()])
    score_candidates(file_book(stage), current_needs(), letters)
    st.text_input(_("Your name"), key="seal-name", max_chars=120)
    # A hidden code would be lost by whoever leaves it with the tab key.
    st.text_input(_("Code of the panel"), key="seal-code", max_chars=60)
    st.caption(_("Your scores stay in this session only: seal them before you leave."))
    st.button(
        _("Seal my scorecard"),
        key="seal",
        icon=":material/lock:",
        type=main_kind(),
        on_click=_seal,
        args=(stage,),
    )
    _offer_sealed(stage)


def _choose_stage() -> Stage:
    stages: dict[Stage, str] = {
        "first": _("Alone, before the panel talks"),
        "after": _("After the discussion"),
    }
    st.session_state.setdefault("seal-stage", "first")
    found: Stage | None = st.segmented_control(
        _("When I score"),
        list(stages),
        format_func=stages.__getitem__,
        key="seal-stage",
        required=True,
    )
    return found or "first"


def _offer_sealed(stage: Stage) -> None:
    sealed: SealedFile | None = st.session_state.get(SEALED)
    if not sealed or sealed.stage != stage:
        return
    if sealed.is_stale:
        st.warning(_("A score has changed since you sealed. Seal again."))
        return
    st.download_button(
        _("Download the sealed scorecard"),
        data=sealed.content,
        file_name=sealed.name,
        mime="application/json",
        key="seal-download",
        icon=":material/download:",
        on_click="ignore",
    )
    st.caption(_("Send this file to the chair only. Nobody opens it before the last."))


def _file_name(name: str, stage: Stage) -> str:
    """Return a file name that tells the cards of a panel apart."""
    slug = "-".join(re.findall(r"\w+", name.casefold()))
    return f"scorecard-{slug}{'-after' if stage == 'after' else ''}.json"


def _seal(stage: Stage) -> None:
    name = " ".join(str(st.session_state.get("seal-name", "")).split())
    scores = own_scores(stage)
    if not name or not scores:
        refuse(_("A scorecard has your name and at least one score."))
        return
    role = label(current_needs().name)
    card = Scorecard(role, name, scores, fingerprints(), stage)
    try:
        code = str(st.session_state.get("seal-code", ""))
        sealed = SealedFile(stage, _file_name(name, stage), seal_scorecard(card, code))
        st.session_state[SEALED] = sealed
    except ValueError:
        refuse(
            _("The code has at least 12 letters and digits. Check it with the chair.")
        )
