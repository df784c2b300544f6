"""Fields of answers that are kept are filled from what is kept, not left empty."""

from contextlib import suppress

import pytest
import streamlit as st

from skillgap.ui.fields import refilled
from skillgap.ui.state import LANGUAGE


@pytest.fixture(autouse=True)
def empty_session():
    st.session_state.clear()
    yield
    st.session_state.clear()


class HaltedError(Exception):
    """What stops a drawing half-way."""


def draw(keys, *, language="en", interrupted=False):
    """Draw fields; return which of them began anew."""
    st.session_state[LANGUAGE] = language
    with suppress(HaltedError), refilled("screen", keys):
        empty = [key for key in keys if key not in st.session_state]
        for key in keys:
            st.session_state[key] = 3
        if interrupted:
            raise HaltedError
    return empty


def test_fields_that_stay_are_left_alone_and_new_ones_begin_anew():
    assert draw(["a", "b"]) == ["a", "b"]
    assert draw(["a", "b"]) == []
    assert draw(["b", "c"]) == ["c"]
    assert draw(["a", "b"]) == ["a"]


def test_in_another_language_all_begin_anew():
    draw(["a", "b"])
    assert draw(["a", "b"], language="id") == ["a", "b"]
    assert draw(["a", "b"], language="id") == []


def test_an_interrupted_drawing_does_not_count():
    draw(["a", "b"])
    draw(["a", "b"], language="id", interrupted=True)
    assert draw(["a", "b"], language="id") == ["a", "b"]
