"""The panel this session sits in, and how it stands for this browser."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from skillgap.hiring.files.needs_file import read_role_needs
from skillgap.hiring.files.wording import describe_refusal
from skillgap.hiring.needs import RoleNeeds
from skillgap.hiring.scorecards import Score
from skillgap.hiring.store.panels import Panel, PanelError
from skillgap.hiring.store.standing import (
    PanelAccess,
    PanelStanding,
    find_access,
    load_standing,
)
from skillgap.ui.language import plain, speech
from skillgap.ui.language import translate as _
from skillgap.ui.session import engine, framework, visitor_key
from skillgap.ui.state import (
    PANEL,
    PANEL_CODE,
    PANEL_OWN_SCORES,
    PANEL_REFUSAL,
    PANEL_ROLE,
)


@dataclass(frozen=True)
class ScoreBook:
    """Where scores are kept: ``name`` tells books apart, on screen as well.

    ``load`` returns one's own scores as in ``tabulate_scores``. ``save`` says whether
    the rest of the page changes with a score.
    """

    name: str
    load: Callable[[], pd.DataFrame]
    save: Callable[[Score], bool]


def current_standing() -> PanelStanding | None:
    """Return how the panel stands now, None if this browser is in none (any more)."""
    panel = st.session_state.get(PANEL)
    if not isinstance(panel, Panel):
        return None
    return load_standing(engine(), panel, visitor_key())


def current_access() -> PanelAccess | None:
    """Return what this browser is in its panel, None if it is in none (any more)."""
    panel = st.session_state.get(PANEL)
    if not isinstance(panel, Panel):
        return None
    return find_access(engine(), panel, visitor_key())


def enter_panel(panel: Panel, code: str = "") -> None:
    """Sit down in a panel; its code is kept for the chair to read out."""
    st.session_state[PANEL] = panel
    st.session_state[PANEL_CODE] = code


def leave_panel() -> None:
    """Forget the panel in this session; the seat stays with the browser."""
    for key in (PANEL, PANEL_CODE, PANEL_REFUSAL, PANEL_OWN_SCORES):
        st.session_state.pop(key, None)


def leads_now(panel: Panel) -> bool:
    """Say whether this browser leads the panel, and keep in words why not."""
    access = find_access(engine(), panel, visitor_key())
    if access and access.leads:
        return True
    keep_refusal(_("Only the chair of the panel can do this."))
    return False


def keep_refusal(words: str | PanelError) -> None:
    """Keep why something was not done, for the next look at the page."""
    if isinstance(words, PanelError):
        words = describe_refusal(words.code, words.names, speech())
    st.session_state[PANEL_REFUSAL] = words


def show_refusal() -> None:
    """Say why the last wish was not done."""
    words = st.session_state.pop(PANEL_REFUSAL, "")
    if words:
        st.error(plain(words), icon=":material/block:")


def parse_needs(panel: Panel, content: str | None) -> RoleNeeds | None:
    """Return what the role of a panel asks, None while nothing is fixed."""
    if content is None:
        return None
    kept = st.session_state.get(PANEL_ROLE)
    if kept is None or kept[0] != content:
        reading = read_role_needs(panel.name, content.encode(), framework())
        kept = (content, reading.needs)
        st.session_state[PANEL_ROLE] = kept
    needs: RoleNeeds | None = kept[1]
    return needs


def name_letters(letters: Iterable[str]) -> dict[str, str]:
    """Return the masked name of each letter."""
    word = _("Candidate")
    return {letter: f"{word} {letter}" for letter in letters}
