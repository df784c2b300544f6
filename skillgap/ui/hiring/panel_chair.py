"""What only the chair does; each action asks again whether this browser leads."""

from collections.abc import Sequence

import streamlit as st

from skillgap.domain.hiring.candidates import Candidate
from skillgap.storage.panel_candidates import add_candidates, list_candidates
from skillgap.storage.panel_seats import excuse_member, free_seat, list_members
from skillgap.storage.panels import Panel, PanelError, erase_panel
from skillgap.ui.hiring.candidate_state import current_reading, is_example_lineup
from skillgap.ui.hiring.panel_state import CODE, leads_now, leave_panel, refuse
from skillgap.ui.hiring.panel_tables import show_table
from skillgap.ui.hiring.panel_uploads import take_panel_files
from skillgap.ui.language import plain, translate_count
from skillgap.ui.language import translate as _
from skillgap.ui.session import engine


def show_members(panel: Panel) -> None:
    """Show who scores and how far they are; no score is among it."""
    members = list_members(engine(), panel)
    rows = [
        (str(row["member"]), str(_state(row))) for row in members.to_dict("records")
    ]
    show_table((_("Member"), _("State")), rows, _("Members of the panel"))
    st.button(_("Look again"), key="panel-refresh", icon=":material/refresh:")


def _state(row: dict[object, object]) -> str:
    if row["excused_at"]:
        return _("excused: {reason}").format(reason=row["excused_for"])
    if row["submitted_at"]:
        return _("submitted and sealed")
    return _("is scoring") if row["seated"] else _("not here yet")


def show_code() -> None:
    """Show the code of a panel opened in this session; it is kept nowhere else."""
    code = st.session_state.get(CODE)
    if code:
        st.success(_("Give this code to the members. Note it: it is not shown again."))
        st.code(code, language=None)


def take_candidates(panel: Panel) -> None:
    """Offer to put candidates into the panel; nobody sees their ratings yet."""
    count = len(list_candidates(engine(), panel))
    st.markdown(
        translate_count(
            "{count} candidate so far.", "{count} candidates so far.", count
        )
    )
    found = take_panel_files("panel-files")
    if found and leads_now(panel):
        _add(panel, found)
        st.rerun()
    if not count:
        _offer_take_over(panel)
    st.caption(
        _(
            "The panel keeps their ratings in the database of this installation until "
            "the chair erases the panel."
        )
    )


def _offer_take_over(panel: Panel) -> None:
    reading = current_reading()
    words = _("Take over the {count} from Compare candidates")
    if is_example_lineup():
        words = _("Take over the {count} example candidates")
    st.button(
        words.format(count=len(reading.candidates)),
        key="panel-take-over",
        on_click=_take_over,
        args=(panel,),
    )


def _take_over(panel: Panel) -> None:
    if leads_now(panel):
        _add(panel, current_reading().candidates)


def _add(panel: Panel, candidates: Sequence[Candidate]) -> None:
    try:
        add_candidates(engine(), panel, candidates)
    except PanelError as error:
        refuse(error)


def manage_members(panel: Panel) -> None:
    """Offer to go on without a member, and to free a seat."""
    members = list_members(engine(), panel)
    waiting = members[(members["submitted_at"] == "") & (members["excused_at"] == "")]
    if waiting.empty:
        return
    st.selectbox(_("Member"), list(waiting["member"]), key="chair-member")
    st.text_input(_("Reason to go on without them"), key="chair-reason", max_chars=300)
    with st.container(horizontal=True):
        st.button(
            _("Go on without them"),
            key="chair-excuse",
            on_click=_excuse,
            args=(panel,),
        )
        st.button(
            _("Free the seat"),
            key="chair-free",
            on_click=_free,
            args=(panel,),
            help=_("For a member who changed browsers. Scores not submitted go."),
        )


def _excuse(panel: Panel) -> None:
    reason = str(st.session_state.get("chair-reason", "")).strip()
    if not leads_now(panel):
        return
    if not reason:
        refuse(_("Going on without a member has a reason. Write one."))
        return
    try:
        excuse_member(engine(), panel, st.session_state["chair-member"], reason)
    except PanelError as error:
        refuse(error)


def _free(panel: Panel) -> None:
    if leads_now(panel):
        try:
            free_seat(engine(), panel, st.session_state["chair-member"])
        except PanelError as error:
            refuse(error)


def offer_erasing(panel: Panel) -> None:
    """Offer to erase the panel with all it holds, after a second look."""
    sure = st.checkbox(
        _("Yes, erase candidates, scores and decisions of {panel} for good").format(
            panel=plain(panel.name)
        ),
        key="panel-erase-sure",
    )
    st.button(
        _("Erase the panel"),
        key="panel-erase",
        icon=":material/delete_forever:",
        disabled=not sure,
        on_click=_erase,
        args=(panel,),
    )


def _erase(panel: Panel) -> None:
    if st.session_state.get("panel-erase-sure") and leads_now(panel):
        erase_panel(engine(), panel)
        leave_panel()
