"""The panel this session sits in, and what it may see of it."""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from skillgap.hiring.files.needs_file import read_role_needs
from skillgap.hiring.files.wording import describe_refusal
from skillgap.hiring.needs import RoleNeeds
from skillgap.hiring.scorecards import Score
from skillgap.hiring.store.candidates import list_candidates
from skillgap.hiring.store.panels import Panel, PanelError, leads_panel, load_needs
from skillgap.hiring.store.seats import Seat, find_seat
from skillgap.hiring.ui.comparison import speech
from skillgap.ui.language import plain
from skillgap.ui.language import translate as _
from skillgap.ui.session import engine, framework, visitor_key

PANEL, CODE, REFUSAL = "panel", "panel_code", "panel_refusal"


@dataclass(frozen=True)
class ScoreBook:
    """Where scores are kept: ``name`` tells books apart, on screen as well.

    ``load`` returns one's own scores as in ``tabulate_scores``. ``save`` says whether
    the rest of the page changes with a score.
    """

    name: str
    load: Callable[[], pd.DataFrame]
    save: Callable[[Score], bool]


@dataclass(frozen=True)
class Place:
    """What this browser is in a panel: it leads it, holds a seat, or both."""

    panel: Panel
    leads: bool
    seat: Seat | None


def current_place() -> Place | None:
    """Return the place of this browser, None if it is in no panel (any more)."""
    panel = st.session_state.get(PANEL)
    if not isinstance(panel, Panel):
        return None
    leads = leads_panel(engine(), panel, visitor_key())
    seat = find_seat(engine(), panel, visitor_key())
    return Place(panel, leads, seat) if leads or seat else None


def enter_panel(panel: Panel, code: str = "") -> None:
    """Sit down in a panel; its code is kept for the chair to read out."""
    st.session_state[PANEL] = panel
    st.session_state[CODE] = code


def leave_panel() -> None:
    """Forget the panel in this session; the seat stays with the browser."""
    for key in (PANEL, CODE, REFUSAL):
        st.session_state.pop(key, None)


def leads_now(panel: Panel) -> bool:
    """Say whether this browser leads the panel, and refuse in words if it does not."""
    if leads_panel(engine(), panel, visitor_key()):
        return True
    refuse(_("Only the chair of the panel can do this."))
    return False


def refuse(words: str | PanelError) -> None:
    """Keep why something was not done, for the next look at the page."""
    if isinstance(words, PanelError):
        words = describe_refusal(words.code, words.names, speech())
    st.session_state[REFUSAL] = words


def show_refusal() -> None:
    """Say why the last wish was not done."""
    words = st.session_state.pop(REFUSAL, "")
    if words:
        st.error(plain(words), icon=":material/block:")


def panel_needs(panel: Panel) -> RoleNeeds | None:
    """Return what the role of a panel asks, None while nothing is fixed."""
    content = load_needs(engine(), panel)
    if content is None:
        return None
    kept = st.session_state.get("panel_needs")
    if kept is None or kept[0] != content:
        reading = read_role_needs(panel.name, content.encode(), framework())
        kept = (content, reading.needs)
        st.session_state["panel_needs"] = kept
    needs: RoleNeeds | None = kept[1]
    return needs


def masked_letters(panel: Panel) -> dict[str, str]:
    """Return what each candidate is called before the reveal."""
    letters = [listed.letter for listed in list_candidates(engine(), panel)]
    return name_letters(letters)


def name_letters(letters: list[str]) -> dict[str, str]:
    """Return the masked name of each letter."""
    word = _("Candidate")
    return {letter: f"{word} {letter}" for letter in letters}
