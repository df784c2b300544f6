"""Fields of answers that are kept: what a person gave is seen again."""

from collections.abc import Iterable

import streamlit as st

from skillgap.ui.language import current_language


def refill(screen: str, keys: Iterable[str]) -> None:
    """Let fields that come to a screen, or change their words, begin anew.

    The browser forgets what a field held that was away or whose options are in
    another language; the session does not, and so would show it empty. Fields that
    stay are left alone: a click may be on its way.

    Args:
        screen: name of the screen.
        keys: of the fields to be drawn on it now.

    """
    now = (current_language(), frozenset(keys))
    language, stayed = st.session_state.get(f"fields-{screen}", ("", frozenset()))
    st.session_state[f"fields-{screen}"] = now
    for key in now[1] - stayed if language == now[0] else now[1]:
        st.session_state.pop(key, None)


def begin_with(key: str, *value: object) -> str:
    """Return the key of a box that begins with a value; without one it is empty.

    The box itself is given no default: it could not be given its value anew then.
    """
    for each in value:
        st.session_state.setdefault(key, each)
    return key
