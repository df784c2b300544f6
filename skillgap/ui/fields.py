"""Fields of answers that are kept: what a person gave is seen again."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import streamlit as st

from skillgap.ui.language import current_language


@contextmanager
def refilled(screen: str, keys: Iterable[str]) -> Iterator[None]:
    """Draw fields so that those new on a screen, or in other words, begin anew.

    The browser forgets what a field held that was away or whose options are in
    another language; the session does not, and so would show it empty. Fields that
    stay are left alone: a click may be on its way. A drawing that is interrupted does
    not count, for the browser may have seen nothing of it.

    Args:
        screen: name of the screen.
        keys: of the fields to be drawn on it now.

    """
    now = (current_language(), frozenset(keys))
    language, stayed = st.session_state.get(f"fields-{screen}", ("", frozenset()))
    for key in now[1] - stayed if language == now[0] else now[1]:
        st.session_state.pop(key, None)
    yield
    st.session_state[f"fields-{screen}"] = now


def begin_with(key: str, *value: object) -> str:
    """Return the key of a box that begins with a value; without one it is empty.

    The box itself is given no default: it could not be given its value anew then.
    """
    for each in value:
        st.session_state.setdefault(key, each)
    return key
