"""Panel: independent scores, sealed until all have submitted, and what was decided."""

import streamlit as st

from skillgap.hiring.ui.panel_entry import offer_joining, offer_opening
from skillgap.hiring.ui.panel_room import show_room
from skillgap.hiring.ui.panel_state import current_standing, show_refusal
from skillgap.hiring.ui.sealed_panel import show_sealed
from skillgap.hiring.ui.sealed_state import sealed_candidates
from skillgap.ui.language import translate as _
from skillgap.ui.session import begin_visit
from skillgap.ui.state import PANEL_WAY
from skillgap.ui.uploads import tell_what_is_gone

begin_visit()

st.title(_("Hiring panel"), anchor=False)
show_refusal()
standing = current_standing()
if standing:
    show_room(standing)
    st.stop()

st.markdown(
    _(
        "Each member scores each candidate alone, on what was seen and heard. Scores "
        "stay sealed until everybody has submitted; then the panel sees where it "
        "disagrees, talks, and decides with a reason. Nothing is proposed here."
    )
)
tell_what_is_gone("panel", bool(sealed_candidates()))
ways = {
    "join": _("Join a panel"),
    "open": _("Open a panel"),
    "file": _("Score by file"),
}
st.session_state.setdefault(PANEL_WAY, "join")
way = st.segmented_control(
    _("What do you want to do?"),
    list(ways),
    format_func=ways.__getitem__,
    key=PANEL_WAY,
    required=True,
    persist_state="session",
)
if way == "join":
    offer_joining()
elif way == "open":
    offer_opening()
else:
    show_sealed()
