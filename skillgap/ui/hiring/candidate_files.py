"""Files of candidates: handed in, faults reported, words of resumes mapped."""

import streamlit as st

from skillgap.domain.hiring.candidates import MOST
from skillgap.domain.hiring.resume_words import ResumeMapping, Unmapped, fold
from skillgap.domain.scale import LEVELS
from skillgap.files.hiring.candidates import CandidatesReading
from skillgap.ui.hiring.candidate_state import (
    Lineup,
    candidate_files,
    current_mapping,
    describe_fault,
    drop_files,
    file_labels,
    is_example_lineup,
    keep_files,
    keep_mapping,
)
from skillgap.ui.language import label, number, plain, translate_count
from skillgap.ui.language import translate as _
from skillgap.ui.names import skill_names
from skillgap.ui.session import framework
from skillgap.ui.uploads import take_files

MOST_WORDS = 20
NONE_OF_OURS = ""
Choice = str | int


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
    """Say that the candidates are made up."""
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


def ask_words(reading: CandidatesReading, lineup: Lineup) -> None:
    """Ask what the words of resumes mean; likeness suggests, the reader decides."""
    waiting = {(word.kind, fold(word.term)): word for word in reading.to_map}
    if not waiting:
        return
    shown = list(waiting.values())[:MOST_WORDS]
    with st.form("words", border=True):
        st.subheader(_("What these words mean"), anchor=False)
        st.caption(
            _(
                "Resumes use words of their own. Say what they mean here; what you "
                "leave open stays unknown. Left to ask: {count}."
            ).format(count=number(len(waiting)))
        )
        chosen = [_ask(place, word, lineup) for place, word in enumerate(shown)]
        if st.form_submit_button(_("Use these meanings"), key="words-keep"):
            _keep(shown, chosen)
            st.rerun()


def _ask(place: int, word: Unmapped, lineup: Lineup) -> Choice | None:
    names = _level_names() if word.kind == "level" else _skill_names()
    likely = [_typed(word, text) for text in word.suggestions]
    options = [*likely, *(key for key in names if key not in likely)]
    near = ", ".join(names[key] for key in likely)
    term = plain(lineup.own(word.term)) or _("without a level")
    kinds = {"skill": _("skill “{term}”"), "level": _("level “{term}”")}
    found: Choice | None = st.selectbox(
        kinds[word.kind].format(term=term),
        options,
        index=None,
        format_func=names.__getitem__,
        placeholder=_("Looks like: {names}").format(names=near)
        if near
        else _("Not said yet"),
        key=f"word-{place}-{word.kind}-{fold(word.term)}",
    )
    return found


def _typed(word: Unmapped, text: str) -> Choice:
    return int(text) if word.kind == "level" else text


def _level_names() -> dict[Choice, str]:
    scale = framework().manifest.scale
    return {level: f"{level} · {label(scale[level].name)}" for level in LEVELS}


def _skill_names() -> dict[Choice, str]:
    skills = list(framework().skills)
    names: dict[Choice, str] = {NONE_OF_OURS: _("None of these skills")}
    return names | dict(zip(skills, skill_names(skills)))


def _keep(words: list[Unmapped], chosen: list[Choice | None]) -> None:
    known = current_mapping()
    skills, levels = dict(known.skills), dict(known.levels)
    for word, choice in zip(words, chosen):
        if word.kind == "skill" and isinstance(choice, str):
            skills[word.term] = choice
        elif word.kind == "level" and choice in LEVELS:
            levels[word.term] = choice
    keep_mapping(ResumeMapping(skills, levels))
