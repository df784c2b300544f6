"""What only the chair does: candidates, needs, members, the code, erasing."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from skillgap.hiring.candidates import LETTERS, Candidate
from skillgap.hiring.files.candidates import read_candidates
from skillgap.hiring.files.needs_file import write_role_needs
from skillgap.hiring.needs import RoleNeeds, continues
from skillgap.hiring.store.candidates import add_candidates, remove_candidate
from skillgap.hiring.store.panels import (
    Panel,
    PanelError,
    erase_panel,
    load_needs,
    save_needs,
)
from skillgap.hiring.store.seats import excuse_member, free_seat
from skillgap.hiring.store.standing import PanelStanding
from skillgap.hiring.ui.lineup import (
    current_mapping,
    current_reading,
    describe_fault,
    is_example_lineup,
    label_files,
    line_up,
)
from skillgap.hiring.ui.needs import current_needs, keep_needs
from skillgap.hiring.ui.panel_state import (
    keep_refusal,
    leads_now,
    leave_panel,
    name_letters,
    parse_needs,
)
from skillgap.ui.language import number, plain, translate_count
from skillgap.ui.language import translate as _
from skillgap.ui.pages import link_page
from skillgap.ui.session import engine, framework, today
from skillgap.ui.state import (
    CHAIR_MEMBER,
    CHAIR_REASON,
    PANEL_CODE,
    PANEL_ERASE_SURE,
    PANEL_REMOVE_LETTER,
)
from skillgap.ui.tables import show_table
from skillgap.ui.uploads import take_files


def take_panel_files(
    place: str, most: int, for_good: bool = False
) -> tuple[Candidate, ...]:
    """Offer to hand in candidates; return new ones once, and say what is wrong.

    Where they are kept ``for_good``, a resume with words that mean nothing yet waits:
    nobody could map them later.
    """
    words = _("Files of candidates: CSV exports or JSON Resume")
    faults = f"{place}-faults"
    given = take_files(place, words, ["csv", "json"], most=2 * most)
    if not given:
        for line in st.session_state.get(faults, ()):
            st.warning(line)
        return ()
    reading = read_candidates(given, framework(), current_mapping(), today(), most)
    lineup = line_up(reading.candidates)
    labels = label_files(name for name, _content in given)
    problems = [p for p in reading.problems if p.code != "candidates_few"]
    lines = [
        f"{place}. {plain(describe_fault(problem, lineup, labels))}"
        for place, problem in enumerate(problems, start=1)
    ]
    unclear = {word.source for word in reading.to_map}
    if unclear:
        lines.append(_say_unclear(len(unclear), for_good))
    st.session_state[faults] = lines
    waiting = unclear if for_good else set()
    found = tuple(c for c in reading.candidates if c.source not in waiting)
    if not found:
        st.rerun()
    return found


def _say_unclear(count: int, for_good: bool) -> str:
    files = translate_count("{count} resume", "{count} resumes", count)
    words = _(
        "Words without a meaning here count as unknown: {files}. Say on Compare "
        "candidates what they mean, and load the files again."
    )
    if for_good:
        words = _(
            "Not taken yet: {files} with words that have no meaning here. Give them "
            "to Compare candidates, say what the words mean, and take them over from "
            "there."
        )
    return words.format(files=files)


def manage_candidates(standing: PanelStanding) -> None:
    """Offer to put candidates into the panel; nobody sees their ratings yet."""
    panel, count = standing.access.panel, len(standing.letters)
    st.markdown(
        translate_count(
            "{count} candidate so far.", "{count} candidates so far.", count
        )
    )
    found = take_panel_files("panel-files", len(LETTERS), for_good=True)
    if found and leads_now(panel):
        _add(panel, found)
        st.rerun()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if not (count and is_example_lineup()):
            _offer_take_over(panel)
        if count:
            _offer_removal(standing)
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


def _offer_removal(standing: PanelStanding) -> None:
    letters = name_letters(standing.letters)
    with st.popover(_("Take a candidate out")):
        st.caption(_("Scores on this candidate go as well."))
        st.selectbox(
            _("Candidate"),
            list(letters),
            format_func=letters.__getitem__,
            key=PANEL_REMOVE_LETTER,
        )
        st.button(
            _("Take out"),
            key="panel-remove",
            on_click=_remove,
            args=(standing.access.panel,),
        )


def _remove(panel: Panel) -> None:
    if leads_now(panel):
        try:
            letter = str(st.session_state[PANEL_REMOVE_LETTER])
            remove_candidate(engine(), panel, letter)
        except PanelError as error:
            keep_refusal(error)


def _take_over(panel: Panel) -> None:
    if leads_now(panel):
        _add(panel, current_reading().candidates)


def _add(panel: Panel, candidates: Sequence[Candidate]) -> None:
    try:
        added = add_candidates(engine(), panel, candidates)
    except PanelError as error:
        keep_refusal(error)
        return
    if known := len(candidates) - len(added):
        words = _("In the panel already, so not taken again: {count}.")
        keep_refusal(words.format(count=number(known)))


def offer_needs(panel: Panel, before: RoleNeeds) -> None:
    """Offer to change the needs on their page, and to take the change over."""
    needs = current_needs()
    if needs == before:
        words = _("Change what the role asks, with a reason")
        link_page("hiring/needs", words, "target")
    elif continues(needs, before):
        st.button(
            _("Score against the needs as changed"),
            key="panel-needs",
            on_click=_take_needs,
            args=(panel,),
        )
    else:
        st.caption(
            _(
                "The page Role needs holds another role. To change what this panel "
                "asks, put its needs there (save yours first) and change them with a "
                "reason."
            )
        )
        st.button(
            _("Put this panel's needs on the page Role needs"),
            key="panel-needs-out",
            on_click=keep_needs,
            args=(before,),
        )


def _take_needs(panel: Panel) -> None:
    """Take over a change of the panel's needs; another role would hide what held."""
    before, needs = parse_needs(panel, load_needs(engine(), panel)), current_needs()
    if leads_now(panel) and before is not None and continues(needs, before):
        save_needs(engine(), panel, write_role_needs(needs).decode())


def show_members(standing: PanelStanding) -> None:
    """Show who scores and how far they are; no score is among it.

    Why somebody was excused is the chair's to know.
    """
    rows = [
        (str(row["member"]), _state(row, standing.access.leads))
        for row in standing.members.to_dict("records")
    ]
    show_table((_("Member"), _("State")), rows, _("Members of the panel"))
    st.button(_("Look again"), key="panel-refresh", icon=":material/refresh:")


def _state(row: Mapping[Any, Any], leads: bool) -> str:
    if row["excused_at"] and not leads:
        return _("excused")
    if row["excused_at"]:
        return _("excused: {reason}").format(reason=row["excused_for"])
    if row["submitted_at"]:
        return _("submitted and sealed")
    return _("is scoring") if row["seated"] else _("not here yet")


def show_code() -> None:
    """Show the code of a panel opened in this session; it is kept nowhere else."""
    code = st.session_state.get(PANEL_CODE)
    if code:
        st.success(_("Give this code to the members. Note it: it is not shown again."))
        st.code(code, language=None)


def manage_members(standing: PanelStanding) -> None:
    """Offer to go on without a member, and to free a seat."""
    panel, members = standing.access.panel, standing.members
    waiting = members[(members["submitted_at"] == "") & (members["excused_at"] == "")]
    if waiting.empty:
        return
    st.selectbox(_("Member"), list(waiting["member"]), key=CHAIR_MEMBER)
    st.text_input(_("Reason to go on without them"), key=CHAIR_REASON, max_chars=300)
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
    reason = str(st.session_state.get(CHAIR_REASON, "")).strip()
    if not leads_now(panel):
        return
    if not reason:
        keep_refusal(_("Going on without a member has a reason. Write one."))
        return
    try:
        excuse_member(engine(), panel, st.session_state[CHAIR_MEMBER], reason)
    except PanelError as error:
        keep_refusal(error)


def _free(panel: Panel) -> None:
    if leads_now(panel):
        try:
            free_seat(engine(), panel, st.session_state[CHAIR_MEMBER])
        except PanelError as error:
            keep_refusal(error)


def offer_erasing(panel: Panel) -> None:
    """Offer to erase the panel with all it holds, after a second look."""
    sure = st.checkbox(
        _("Yes, erase candidates, scores and decisions of {panel} for good").format(
            panel=plain(panel.name)
        ),
        key=PANEL_ERASE_SURE,
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
    if st.session_state.get(PANEL_ERASE_SURE) and leads_now(panel):
        erase_panel(engine(), panel)
        leave_panel()
