"""A panel by sealed files: the chair's and the members' parts of the page."""

import re

import streamlit as st

from skillgap.files.wording import describe_problem
from skillgap.hiring.candidates import MOST
from skillgap.hiring.files.sealed_files import (
    open_scorecards,
    read_panel_record,
    seal_scorecard,
)
from skillgap.hiring.scorecards import (
    SHORTEST_CODE,
    Scorecard,
    SealedPanel,
    Stage,
    tabulate_scores,
)
from skillgap.hiring.store.panels import make_code
from skillgap.hiring.ui.chair import take_panel_files
from skillgap.hiring.ui.lineup import Lineup, line_up, offer_reveal
from skillgap.hiring.ui.member import score_candidates
from skillgap.hiring.ui.needs import ask_to_fix, current_needs, show_role_line
from skillgap.hiring.ui.panel_entry import split_names
from skillgap.hiring.ui.panel_results import offer_decision, show_revealed_panel
from skillgap.hiring.ui.panel_state import keep_refusal, name_letters
from skillgap.hiring.ui.sealed_state import (
    SealedFile,
    cards_call,
    close_panel,
    drop_sealed,
    file_book,
    fingerprints,
    keep_decision,
    keep_panel,
    keep_sealed_candidates,
    opened_panel,
    own_scores,
    sealed_candidates,
)
from skillgap.hiring.ui.seals import name_limit
from skillgap.ui.language import label, number, plain, translate_count
from skillgap.ui.language import translate as _
from skillgap.ui.names import main_kind
from skillgap.ui.session import today
from skillgap.ui.state import (
    CARDS_CODE,
    CARDS_MEMBERS,
    CARDS_MISSING,
    SEAL_CODE,
    SEAL_NAME,
    SEAL_STAGE,
    SEALED_CARDS,
    SEALED_CODE,
    SEALED_FAULTS,
    SEALED_FILE,
    SEALED_PART,
    SEALED_RECORD,
    SEALED_SAVED,
)
from skillgap.ui.uploads import take_files


def show_opened(panel: SealedPanel) -> None:
    """Show what the panel found and decided; take later scores and decisions."""
    if panel.missing:
        words = _("Opened without: {names}").format(names=", ".join(panel.missing))
        st.warning(plain(words))
    _offer_record()
    _take_later_scores(panel)
    offer_reveal()

    def ask(shown: Lineup) -> None:
        offer_decision(shown, keep_decision)

    scores = tabulate_scores([*panel.first, *panel.after])
    lineup = line_up(sealed_candidates())
    show_revealed_panel(current_needs(), lineup, scores, panel.decisions, ask)
    _offer_closing()


def _offer_record() -> None:
    with st.container(border=True):
        sign, words = (
            "warning",
            _(
                "Scores and decisions stay in this session only. Save the record: with "
                "it, the role and the candidates' files you go on later."
            ),
        )
        if st.session_state.get(SEALED_SAVED):
            sign, words = "check", _("The record is saved as it stands now.")
        st.markdown(f":material/{sign}: {words}")
        st.download_button(
            _("Save the record"),
            data=st.session_state[SEALED_RECORD],
            file_name=f"panel-record-{today()}.json",
            mime="application/json",
            key="record-download",
            icon=":material/download:",
            on_click=_note_saved,
        )


def _note_saved() -> None:
    st.session_state[SEALED_SAVED] = True


def _take_later_scores(panel: SealedPanel) -> None:
    """Offer to open scorecards given after the discussion, as they come."""
    with st.expander(_("Scores after the discussion"), icon=":material/forum:"):
        st.caption(
            _(
                "Members score again on their own page, seal, and send the file. First "
                "scores stay; a member's newer file replaces their earlier one."
            )
        )
        words = _("Sealed scorecards after the discussion")
        given = take_files("cards-after", words, ["json"], most=26)
        if given:
            code = st.session_state[SEALED_CODE]
            members = [card.member for card in panel.first]
            call = cards_call(code, members, "after")
            reading = open_scorecards(given, call, without_missing=True)
            st.session_state[SEALED_FAULTS] = reading.problems
            if reading.cards:
                keep_panel(panel.with_after(reading.cards), code)
            st.rerun()


def _offer_closing() -> None:
    sure = st.checkbox(
        _("Yes, forget scores and decisions here; I have saved the record"),
        key="record-close-sure",
    )
    st.button(
        _("Close this panel"),
        key="record-close",
        icon=":material/close:",
        disabled=not sure,
        on_click=close_panel,
    )


def open_by_file() -> None:
    """Collect sealed scorecards and open them together; then show the results."""
    panel = opened_panel()
    if panel is not None:
        show_card_faults()
        show_opened(panel)
        return
    st.button(_("Make a new code"), key="cards-code-new", on_click=_make_code)
    st.text_input(_("Code of the panel"), key=CARDS_CODE, max_chars=60)
    st.text_area(
        _("Members who score, one name a line"), key=CARDS_MEMBERS, max_chars=2000
    )
    given = take_files("cards", _("Sealed scorecards"), ["json"], most=26)
    if given:
        kept = [*st.session_state.get(SEALED_CARDS, []), *given]
        once = {content: name for name, content in reversed(kept)}
        st.session_state[SEALED_CARDS] = [
            (name, content) for content, name in once.items()
        ]
        st.rerun()
    _offer_opening()
    _take_record()


def _offer_opening() -> None:
    count = len(st.session_state.get(SEALED_CARDS, []))
    st.markdown(_("Sealed scorecards here: {count}").format(count=number(count)))
    st.caption(
        _("Take each scorecard from the member it names: whoever has the code could "
          "seal one under another's name.")
    )  # fmt: skip
    st.checkbox(
        _("Open although a member is missing; the page says who"),
        key=CARDS_MISSING,
    )
    with st.container(horizontal=True):
        st.button(
            _("Open all at once"),
            key="cards-open",
            type=main_kind(),
            icon=":material/lock_open:",
            on_click=_open,
        )
        st.button(_("Take the scorecards out"), key="cards-clear", on_click=close_panel)
    show_card_faults()


def show_card_faults() -> None:
    """List what was wrong with the last files, numbered."""
    for place, problem in enumerate(st.session_state.get(SEALED_FAULTS, ()), start=1):
        st.warning(f"{place}. {plain(describe_problem(problem, _))}")


def _make_code() -> None:
    st.session_state[CARDS_CODE] = make_code()


def _open() -> None:
    members = split_names(str(st.session_state.get(CARDS_MEMBERS, "")))
    if len(members) < 2:
        keep_refusal(
            _("A panel has at least two members, each with a name of their own.")
        )
        return
    code = str(st.session_state.get(CARDS_CODE, ""))
    try:
        reading = open_scorecards(
            st.session_state.get(SEALED_CARDS, []),
            cards_call(code, members),
            bool(st.session_state.get(CARDS_MISSING)),
        )
    except ValueError:
        _refuse_code()
        return
    st.session_state[SEALED_FAULTS] = reading.problems
    if reading.cards:
        keep_panel(SealedPanel(reading.cards, reading.missing), code)


def _refuse_code() -> None:
    words = _("A code has at least {count} letters and digits.")
    keep_refusal(words.format(count=SHORTEST_CODE))


def _take_record() -> None:
    """Offer to go on with a panel opened before, out of the chair's record."""
    with st.expander(_("Go on from a record"), icon=":material/folder:"):
        st.caption(_("Enter the code of the panel above, then load the record."))
        words = _("Record of a panel (JSON)")
        for name, content in take_files("record", words, ["json"]):
            _read_record(name, content)
            st.rerun()


def _read_record(name: str, content: bytes) -> None:
    code = str(st.session_state.get(CARDS_CODE, ""))
    try:
        reading = read_panel_record(name, content, cards_call(code, []))
    except ValueError:
        _refuse_code()
        return
    st.session_state[SEALED_FAULTS] = reading.problems
    if reading.panel is not None:
        keep_panel(reading.panel, code)


def score_by_file() -> None:
    """Let a member score the loaded candidates and export a sealed scorecard."""
    stage = _choose_stage()
    if stage == "after":
        st.caption(_("Score only what you see differently now. First scores stay."))
    letters = name_letters([c.letter for c in sealed_candidates()])
    book = file_book(stage)
    score_candidates(book, book.load(), current_needs(), letters)
    st.text_input(_("Your name"), key=SEAL_NAME, max_chars=120)
    # A hidden code would be lost by whoever leaves it with the tab key.
    st.text_input(_("Code of the panel"), key=SEAL_CODE, max_chars=60)
    st.caption(_("Your scores stay in this session only: seal them before you leave."))
    st.button(
        _("Seal my scorecard"),
        key="seal",
        icon=":material/lock:",
        type=main_kind(),
        on_click=_seal,
        args=(stage,),
    )
    _offer_sealed(stage)


def _choose_stage() -> Stage:
    stages: dict[Stage, str] = {
        "first": _("Alone, before the panel talks"),
        "after": _("After the discussion"),
    }
    st.session_state.setdefault(SEAL_STAGE, "first")
    found: Stage | None = st.segmented_control(
        _("When I score"),
        list(stages),
        format_func=stages.__getitem__,
        key=SEAL_STAGE,
        required=True,
    )
    return found or "first"


def _offer_sealed(stage: Stage) -> None:
    sealed: SealedFile | None = st.session_state.get(SEALED_FILE)
    if not sealed or sealed.stage != stage:
        return
    if sealed.is_stale:
        st.warning(_("A score has changed since you sealed. Seal again."))
        return
    st.download_button(
        _("Download the sealed scorecard"),
        data=sealed.content,
        file_name=sealed.name,
        mime="application/json",
        key="seal-download",
        icon=":material/download:",
        on_click="ignore",
    )
    st.caption(_("Send this file to the chair only. Nobody opens it before the last."))


def _file_name(name: str, stage: Stage) -> str:
    """Return a file name that tells the cards of a panel apart."""
    slug = "-".join(re.findall(r"\w+", name.casefold()))
    return f"scorecard-{slug}{'-after' if stage == 'after' else ''}.json"


def _seal(stage: Stage) -> None:
    name = " ".join(str(st.session_state.get(SEAL_NAME, "")).split())
    scores = own_scores(stage)
    if not name or not scores:
        keep_refusal(_("A scorecard has your name and at least one score."))
        return
    role = label(current_needs().name)
    card = Scorecard(role, name, scores, fingerprints(), stage)
    try:
        code = str(st.session_state.get(SEAL_CODE, ""))
        sealed = SealedFile(stage, _file_name(name, stage), seal_scorecard(card, code))
        st.session_state[SEALED_FILE] = sealed
    except ValueError:
        keep_refusal(
            _("The code has at least 12 letters and digits. Check it with the chair.")
        )


def show_sealed() -> None:
    """Offer to score by file: load the role and the candidates, then choose a part."""
    needs = current_needs()
    st.caption(
        _(
            "For panels whose members do not share an installation: everybody loads "
            "the same role and the same candidates' files in the same order, scores "
            "alone, and sends a sealed file to the chair."
        )
        + " "
        + name_limit()
    )
    show_role_line(needs)
    ask_to_fix(needs)
    if needs.fixed_on and _load_candidates():
        _choose_part()


def _load_candidates() -> bool:
    """Offer to load candidates; say whether there are some."""
    candidates = sealed_candidates()
    if candidates:
        _show_loaded(len(candidates))
        return True
    found = take_panel_files("sealed-files", MOST)
    if found:
        keep_sealed_candidates(found)
        st.rerun()
    return False


def _choose_part() -> None:
    parts = {"member": _("I score"), "chair": _("I chair")}
    st.session_state.setdefault(SEALED_PART, "member")
    part = st.segmented_control(
        _("My part"),
        list(parts),
        format_func=parts.__getitem__,
        key=SEALED_PART,
        required=True,
    )
    score_by_file() if part == "member" else open_by_file()


def _show_loaded(count: int) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        words = translate_count(
            "{count} candidate loaded.", "{count} candidates loaded.", count
        )
        st.markdown(words, width="content")
        with st.popover(_("Load others")):
            st.markdown(_("Scores and decisions on these candidates go from here."))
            st.button(
                _("Take these candidates out"), key="sealed-drop", on_click=drop_sealed
            )
