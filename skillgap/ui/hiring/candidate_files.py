"""Files of candidates: handed in, taken out, faults reported."""

import streamlit as st

from skillgap.domain.hiring.candidates import MOST
from skillgap.files.hiring.candidates import CandidatesReading
from skillgap.ui.hiring.candidate_state import (
    Lineup,
    candidate_files,
    describe_fault,
    drop_files,
    file_labels,
    is_example_lineup,
    keep_files,
)
from skillgap.ui.language import plain, translate_count
from skillgap.ui.language import translate as _
from skillgap.ui.uploads import take_files, tell_what_is_gone


def take_candidates(disabled: bool) -> None:
    """Offer to hand in files; those given before stay."""
    words = _("Files of 2 to 8 candidates: CSV exports or JSON Resume")
    given = take_files(
        "candidate-files", words, ["csv", "json"], most=2 * MOST, disabled=disabled
    )
    if given:
        keep_files([*candidate_files(), *given])
        st.rerun()
    st.caption(
        _(
            "The files stay in the memory of this session and nowhere else. They are "
            "gone when you close the page or take them out here."
        )
    )
    if not is_example_lineup():
        _offer_removal()


def _offer_removal() -> None:
    with st.container(horizontal=True):
        st.button(
            _("Take all files out"),
            key="candidates-clear",
            icon=":material/delete:",
            on_click=drop_files,
        )
        with st.popover(_("Take one file out")):
            hidden = not st.session_state.get("reveal-names")
            for name, words in file_labels().items():
                st.button(
                    words if hidden else plain(name),
                    key=f"candidates-drop-{words.split()[-1]}",
                    on_click=_drop,
                    args=(name,),
                )


def _drop(name: str) -> None:
    left = [(known, content) for known, content in candidate_files() if known != name]
    keep_files(left) if left else drop_files()


def show_example_notice() -> None:
    """Say that the candidates are made up, and if a reload has brought them back."""
    tell_what_is_gone("candidates", not is_example_lineup())
    if is_example_lineup():
        with st.container(border=True):
            heading = _("These are example candidates.")
            st.markdown(
                f":material/visibility: **{heading}** "
                + _("Three people who do not exist. Your own files replace them.")
            )


def show_faults(reading: CandidatesReading, lineup: Lineup) -> None:
    """List the problems of all files, numbered; sound files go on."""
    if not reading.problems:
        return
    words = translate_count(
        "{count} problem", "{count} problems", len(reading.problems)
    )
    people = translate_count(
        "{count} candidate is compared",
        "{count} candidates are compared",
        len(reading.candidates),
    )
    st.warning(f"{words}; {people}.", icon=":material/error:")
    labels = file_labels()
    lines = [
        f"{place}. {plain(describe_fault(problem, lineup, labels))}"
        for place, problem in enumerate(reading.problems, start=1)
    ]
    with st.expander(_("What is wrong, and what to do"), expanded=len(lines) < 10):
        st.markdown("\n".join(lines))
