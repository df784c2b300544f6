"""What the words of resumes mean: said by the reader, saved and loaded as YAML."""

from hashlib import sha256

import pandas as pd
import streamlit as st

from skillgap.domain.scale import LEVELS
from skillgap.hiring.files.candidates import CandidatesReading
from skillgap.hiring.files.resumes import (
    read_resume_mapping,
    write_resume_mapping,
)
from skillgap.hiring.resume_words import ResumeMapping, UnmappedTerm, fold_term
from skillgap.hiring.ui.lineup import Lineup, current_mapping, keep_mapping
from skillgap.hiring.ui.needs import show_numbered
from skillgap.ui.language import label, number, plain
from skillgap.ui.language import translate as _
from skillgap.ui.names import skill_names
from skillgap.ui.session import framework, today
from skillgap.ui.state import WORDS_FAULTS
from skillgap.ui.uploads import take_files

MOST_WORDS = 20
NONE_OF_OURS = ""
Meaning = str | int


def offer_meanings(reading: CandidatesReading, lineup: Lineup) -> None:
    """Ask what words of resumes mean, and offer the answers as a file."""
    ask_terms(reading, lineup)
    known = current_mapping()
    if not (reading.to_map or known.skills or known.levels):
        return
    with st.expander(_("Meanings of words: save and load"), icon=":material/folder:"):
        st.caption(
            _(
                "The meanings stay in this session only. The file is the one the "
                "command line takes; words that hold a name are left out of it while "
                "names are masked."
            )
        )
        st.download_button(
            _("Save the meanings as YAML"),
            data=write_resume_mapping(_without_names(known, lineup)),
            file_name=f"meanings-{today()}.yaml",
            mime="application/yaml",
            key="words-download",
            icon=":material/download:",
            on_click="ignore",
        )
        _show_meanings(known, lineup)
        _take_meanings()


def _show_meanings(known: ResumeMapping, lineup: Lineup) -> None:
    """Show what words were said to mean, and let the reader be asked again."""
    skills, levels = _skill_names(), _level_names()
    rows = [(term, skills[skill]) for term, skill in known.skills.items()]
    rows += [
        (word or _("without a level"), levels[level])
        for word, level in known.levels.items()
    ]
    if not rows:
        return
    table = pd.DataFrame(
        [(lineup.own(term), meaning) for term, meaning in rows],
        columns=[_("In the resume"), _("Means here")],
    )
    st.dataframe(table, key="words-known", hide_index=True, alt=_("Meanings of words"))
    st.button(
        _("Forget these meanings and ask again"),
        key="words-forget",
        on_click=keep_mapping,
        args=(ResumeMapping(),),
    )


def _without_names(mapping: ResumeMapping, lineup: Lineup) -> ResumeMapping:
    return ResumeMapping(
        {w: s for w, s in mapping.skills.items() if lineup.own(w) == w},
        {w: n for w, n in mapping.levels.items() if lineup.own(w) == w},
    )


def _take_meanings() -> None:
    """Offer to load meanings saved before; they are added to those of the session."""
    words = _("Load meanings saved before (YAML)")
    for name, content in take_files("words-file", words, ["yaml", "yml"]):
        loaded, problems = read_resume_mapping(name, content, framework())
        st.session_state[WORDS_FAULTS] = problems
        if not problems:
            known = current_mapping()
            skills, levels = dict(loaded.skills), dict(loaded.levels)
            keep_mapping(
                ResumeMapping({**known.skills, **skills}, {**known.levels, **levels})
            )
        st.rerun()
    show_numbered(st.session_state.get(WORDS_FAULTS, ()))


def ask_terms(reading: CandidatesReading, lineup: Lineup) -> None:
    """Ask what the words of resumes mean; likeness suggests, the reader decides."""
    waiting = {(word.kind, fold_term(word.term)): word for word in reading.to_map}
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


def _ask(place: int, word: UnmappedTerm, lineup: Lineup) -> Meaning | None:
    names = _level_names() if word.kind == "level" else _skill_names()
    likely = [_typed(word, text) for text in word.suggestions]
    options = [*likely, *(key for key in names if key not in likely)]
    near = ", ".join(names[key] for key in likely)
    term = plain(lineup.own(word.term)) or _("without a level")
    kinds = {"skill": _("skill “{term}”"), "level": _("level “{term}”")}
    found: Meaning | None = st.selectbox(
        kinds[word.kind].format(term=term),
        options,
        index=None,
        format_func=names.__getitem__,
        placeholder=_("Looks like: {names}").format(names=near)
        if near
        else _("Not said yet"),
        key=f"word-{place}-{word.kind}-{_digest(word.term)}",
    )
    return found


def _digest(term: str) -> str:
    """Return what tells a word from others and does not show it to the browser."""
    return sha256(fold_term(term).encode("utf-8")).hexdigest()[:12]


def _typed(word: UnmappedTerm, text: str) -> Meaning:
    return int(text) if word.kind == "level" else text


def _level_names() -> dict[Meaning, str]:
    scale = framework().manifest.scale
    return {level: f"{level} · {label(scale[level].name)}" for level in LEVELS}


def _skill_names() -> dict[Meaning, str]:
    skills = list(framework().skills)
    names: dict[Meaning, str] = {NONE_OF_OURS: _("None of these skills")}
    return names | dict(zip(skills, skill_names(skills)))


def _keep(words: list[UnmappedTerm], chosen: list[Meaning | None]) -> None:
    known = current_mapping()
    skills, levels = dict(known.skills), dict(known.levels)
    for word, choice in zip(words, chosen):
        if word.kind == "skill" and isinstance(choice, str):
            skills[word.term] = choice
        elif word.kind == "level" and choice in LEVELS:
            levels[word.term] = choice
    keep_mapping(ResumeMapping(skills, levels))
