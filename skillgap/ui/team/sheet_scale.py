"""What the reader says of the marks in a spreadsheet: which level each one is."""

from collections.abc import Mapping

import streamlit as st

from skillgap.domain.scale import LEVELS
from skillgap.domain.sheets.level_marks import read_mark
from skillgap.domain.sheets.level_scale import Scale, fold_mark
from skillgap.domain.sheets.mapping import MarkLevel, ScaleMapping
from skillgap.files.sheets.draft import Survey
from skillgap.ui.language import label, number, plain
from skillgap.ui.language import translate as _
from skillgap.ui.session import framework
from skillgap.ui.team.waiting import Waiting, begin_with

MOST_MARKS = 24
NO_MARK = "no mark"
Choice = MarkLevel | str


def ask_scale(waiting: Waiting, survey: Survey) -> ScaleMapping:
    """Ask where a scale of numbers begins and ends, and what each mark means."""
    base = waiting.base.scale
    st.subheader(_("Which level each mark is"), anchor=False)
    with st.container(horizontal=True):
        low = _ask_end(waiting, "low", _("Lowest number"), base.low)
        high = _ask_end(waiting, "high", _("Highest number"), base.high)
    has_ends = low is not None and high is not None and low < high
    ends = (low, high) if has_ends else (None, None)
    is_changed = ends != (base.low, base.high)
    known = {} if is_changed else dict(base.values)
    spread = ScaleMapping(base.values if not is_changed else _words(base), *ends)
    values = _ask_marks(waiting, survey, known, spread.to_scale())
    is_refused = NO_MARK in values.values()
    kept: dict[str | int | float, MarkLevel] = {
        mark: level  # type: ignore[misc]
        for mark, level in values.items()
        if level != NO_MARK
    }
    return ScaleMapping(kept, *((None, None) if is_refused else ends))


def _ask_end(
    waiting: Waiting, end: str, words: str, value: float | None
) -> float | None:
    return st.number_input(
        words,
        value=value,
        step=1.0,
        format="%g",
        placeholder=_("No numbers"),
        key=f"sheet-{waiting.number}-{end}",
        width=160,
    )


def _words(base: ScaleMapping) -> Mapping[str | int | float, MarkLevel]:
    """Return the marks that are no numbers: new ends do not change them."""
    marks = {mark: read_mark(f"{mark}") for mark in base.values}
    return {
        mark: level
        for mark, level in base.values.items()
        if (read := marks[mark]) is None or read.kind not in ("number", "count")
    }


def _ask_marks(
    waiting: Waiting,
    survey: Survey,
    known: Mapping[str | int | float, MarkLevel],
    scale: Scale,
) -> dict[str | int | float, Choice]:
    """Ask for the level of each mark that stands in the cells, the frequent ones."""
    names = _level_names()
    found: dict[str | int | float, Choice] = dict(known)
    spelled = {fold_mark(f"{mark}"): mark for mark in known}
    common = sorted(survey.marks.most_common(MOST_MARKS))
    with st.container(horizontal=True):
        for mark, count in common:
            before = _before(mark, scale)
            ends = f"{scale.low}-{scale.high}"
            chosen: Choice = st.selectbox(
                f"{plain(mark[:40])} ({number(count)} ×)",
                list(names),
                format_func=names.__getitem__,
                key=begin_with(f"sheet-{waiting.number}-mark-{ends}-{mark}", before),
                width=220,
            )
            found[spelled.get(fold_mark(mark), mark)] = chosen
    rest = len(survey.marks) - len(common)
    if rest > 0:
        words = _("{count} rarer marks are read by the ends of the scale, or reported.")
        st.caption(words.format(count=number(rest)))
    return found


def _before(mark: str, scale: Scale) -> Choice:
    level = scale.level_of(mark)
    if level is None:
        return NO_MARK
    return "unknown" if level != level else int(level)  # type: ignore[return-value]


def _level_names() -> dict[Choice, str]:
    scale = framework().manifest.scale
    names: dict[Choice, str] = {
        level: f"{level} · {label(scale[level].name)}" for level in LEVELS
    }
    return names | {"unknown": _("Unknown"), NO_MARK: _("No level: report it")}
