"""Files handed over: read once, then let go of."""

from collections.abc import Sequence

import streamlit as st
from streamlit import runtime
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFile

from skillgap.ui.language import translate as _

Content = tuple[str, bytes]


def uploader_key(place: str) -> str:
    """Return the key of the uploader that waits at a place now."""
    return f"{place}-{st.session_state.get(f'{place}-round', 0)}"


def take_files(
    place: str,
    words: str,
    types: Sequence[str],
    most: int = 1,
    disabled: bool = False,
    until_kept: bool = False,
) -> list[Content]:
    """Offer an uploader; return name and content of new files once.

    Afterwards the server holds no copy, and the uploader stands there empty: it shows
    no file name, which could be somebody's. A click may end the run that reads them;
    with ``until_kept`` they come again until ``let_go`` says that they are read.
    """
    given = st.file_uploader(
        words,
        type=list(types),
        accept_multiple_files=True,
        key=uploader_key(place),
        disabled=disabled,
    )
    if not given:
        return list(st.session_state.get(f"{place}-taken", []))
    taken = [(file.name, file.getvalue()) for file in given][:most]
    if until_kept:
        st.session_state[f"{place}-taken"] = taken
    round_key = f"{place}-round"
    st.session_state[round_key] = st.session_state.get(round_key, 0) + 1
    for file in given:
        _release(file)
    return taken


def let_go(place: str) -> None:
    """Forget files that were taken at a place and are read by now."""
    st.session_state.pop(f"{place}-taken", None)


def tell_what_is_gone(what: str, holds: bool) -> None:
    """Say after a reload that what a page held is gone with the session's memory.

    While the session holds something of the reader's own, the address says so; an
    address that does, in a session that never held anything, is a page loaded anew.
    """
    place = f"held-{what}"
    if holds:
        st.session_state[place] = True
        st.query_params[place] = "yes"
    elif st.session_state.get(place):
        st.query_params.pop(place, None)
    elif place in st.query_params:
        st.warning(
            _(
                "What you had loaded here is gone: the memory of a session is emptied "
                "by a reload or a restart. Load it again."
            ),
            icon=":material/history:",
        )


def _release(file: UploadedFile) -> None:
    """Drop the server's copy; a changed key alone would keep it."""
    here = get_script_run_ctx()
    if runtime.exists() and here is not None:
        manager = runtime.get_instance().uploaded_file_mgr
        if isinstance(manager, MemoryUploadedFileManager):
            manager.remove_file(here.session_id, file.file_id)
    file.close()
