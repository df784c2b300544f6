"""The candidates of this session: their files, and what they are called."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st

from skillgap.domain.problems import Problem
from skillgap.domain.ratings import RATING_COLUMNS
from skillgap.files.wording import describe_problem
from skillgap.hiring.candidates import MOST, Candidate
from skillgap.hiring.files.candidates import CandidatesReading, read_candidates
from skillgap.hiring.masking import HIDDEN, NameMask, build_mask, reveal_names
from skillgap.hiring.resume_words import ResumeMapping
from skillgap.settings import ROOT
from skillgap.ui.language import plain, translate_count
from skillgap.ui.language import translate as _
from skillgap.ui.session import framework, today
from skillgap.ui.state import (
    CANDIDATE_FILES,
    CANDIDATE_MAPPING,
    CANDIDATE_READING,
    REVEAL_NAMES,
)
from skillgap.ui.uploads import Content, take_files, tell_what_is_gone

EXAMPLES = ("candidate-bima.csv", "candidate-citra.csv", "candidate-wulan.csv")
NAMING = (
    "candidate-pair", "candidate-evidence", "radar-candidates", "panel-candidate",
    "decision-candidate", "score-candidate-after",
)  # fmt: skip
KIND = "expected"


@dataclass(frozen=True, eq=False)
class Lineup:
    """Candidates as they are shown now.

    ``names`` say what each letter is called; ``mask`` is None once names are shown.
    """

    candidates: tuple[Candidate, ...]
    names: Mapping[str, str]
    mask: NameMask | None

    def own(self, text: object) -> str:
        """Return somebody's own words, masked while names are."""
        return self.mask.text(str(text)) if self.mask else str(text)

    @property
    def chart_labels(self) -> list[tuple[str, str]]:
        """Letter and name of each candidate as a chart takes them: no markup."""
        return [(c.letter, escape(self.names[c.letter])) for c in self.candidates]


def line_up(candidates: Sequence[Candidate]) -> Lineup:
    """Return the candidates under the names the reader may see now."""
    mask = build_mask(candidates, _("Candidate"))
    if st.session_state.get(REVEAL_NAMES):
        return Lineup(tuple(candidates), reveal_names(candidates), None)
    return Lineup(tuple(candidates), mask.labels, mask)


def offer_reveal() -> None:
    """Offer to show the names; they are masked until somebody asks."""
    st.toggle(
        _("Show names"),
        key=REVEAL_NAMES,
        persist_state="session",
        help=_("Masked names keep the look on the work. Exports follow this switch."),
        on_change=_relabel,
    )


def _relabel() -> None:
    """Give boxes that name candidates their value anew: else they keep the old name."""
    for key, value in list(st.session_state.items()):
        if str(key).startswith(NAMING) and value:
            st.session_state[key] = value


def is_example_lineup() -> bool:
    """Say whether the candidates are those of the example."""
    return not st.session_state.get(CANDIDATE_FILES)


def candidate_files() -> list[Content]:
    """Return name and content of each file this session holds."""
    return list(st.session_state.get(CANDIDATE_FILES, []))


def current_reading() -> CandidatesReading:
    """Return the candidates of this session, the example's before any file is given."""
    if is_example_lineup():
        return _example_reading()
    reading = st.session_state.get(CANDIDATE_READING)
    if not isinstance(reading, CandidatesReading):
        reading = read_candidates(
            candidate_files(), framework(), current_mapping(), today()
        )
        st.session_state[CANDIDATE_READING] = reading
    return reading


@st.cache_resource(show_spinner=False)
def _example_reading() -> CandidatesReading:
    folder = ROOT / "examples"
    files = [(name, (folder / name).read_bytes()) for name in EXAMPLES]
    return read_candidates(files, framework())


def keep_candidate_files(files: Sequence[Content]) -> None:
    """Keep files in this session's memory; the same file twice is kept once."""
    st.session_state[CANDIDATE_FILES] = list(dict.fromkeys(files))
    st.session_state.pop(CANDIDATE_READING, None)


def drop_candidate_files() -> None:
    """Forget the files and what their words mean."""
    for key in (CANDIDATE_FILES, CANDIDATE_MAPPING, CANDIDATE_READING):
        st.session_state.pop(key, None)


def current_mapping() -> ResumeMapping:
    """Return what the reader said the words of resumes mean."""
    kept = st.session_state.get(CANDIDATE_MAPPING)
    return kept if isinstance(kept, ResumeMapping) else ResumeMapping()


def keep_mapping(mapping: ResumeMapping) -> None:
    """Keep what words mean and read the files again."""
    st.session_state[CANDIDATE_MAPPING] = mapping
    st.session_state.pop(CANDIDATE_READING, None)


def file_labels() -> dict[str, str]:
    """Return what each file is called while names are masked: "File 1"."""
    return label_files(name for name, _content in candidate_files())


def label_files(names: Iterable[str]) -> dict[str, str]:
    """Return a number for each file name, in the order given."""
    return {
        name: _("File {number}").format(number=place)
        for place, name in enumerate(dict.fromkeys(names), start=1)
    }


def describe_fault(problem: Problem, lineup: Lineup, labels: Mapping[str, str]) -> str:
    """Return a problem in words; while names are masked it quotes nobody.

    A file that cannot be read has no candidate, and its name and its cells could still
    be somebody's name: both are hidden.
    """
    if lineup.mask is None:
        return describe_problem(problem, _)
    where = problem.where
    for name in sorted(labels, key=len, reverse=True):
        where = where.replace(name, labels[name])
    values = {
        key: value if key == KIND or _is_harmless(value) else HIDDEN
        for key, value in problem.values.items()
    }
    return describe_problem(Problem(where, problem.code, values), _)


def _is_harmless(value: object) -> bool:
    """Say whether a value is made of numbers and our own words alone."""
    known = {*RATING_COLUMNS, *framework().skills, *framework().profiles}
    words = str(value).replace(",", " ").split()
    return all(word.isdigit() or word in known for word in words)


def take_candidate_files(disabled: bool) -> None:
    """Offer to hand in files; those given before stay."""
    words = _("Files of 2 to 8 candidates: CSV exports or JSON Resume")
    given = take_files(
        "candidate-files", words, ["csv", "json"], most=2 * MOST, disabled=disabled
    )
    if given:
        keep_candidate_files([*candidate_files(), *given])
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
            on_click=drop_candidate_files,
        )
        with st.popover(_("Take one file out")):
            hidden = not st.session_state.get(REVEAL_NAMES)
            for place, (name, words) in enumerate(file_labels().items(), start=1):
                st.button(
                    words if hidden else plain(name),
                    key=f"candidates-drop-{place}",
                    on_click=_drop,
                    args=(name,),
                )


def _drop(name: str) -> None:
    left = [(known, content) for known, content in candidate_files() if known != name]
    keep_candidate_files(left) if left else drop_candidate_files()


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


def show_file_faults(reading: CandidatesReading, lineup: Lineup) -> None:
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
