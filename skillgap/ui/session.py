"""The one wiring: framework, database, who is here, and what they rated."""

from dataclasses import dataclass
from datetime import date
from uuid import uuid4

import pandas as pd
import streamlit as st
from sqlalchemy import Engine

from skillgap.domain.framework import Framework
from skillgap.domain.ratings import levels_on, rating_days
from skillgap.files.framework import load_framework
from skillgap.files.ratings import read_ratings
from skillgap.settings import ROOT, VISITOR_COOKIE, read_settings
from skillgap.storage.database import open_database
from skillgap.storage.people import Person, add_person, find_person
from skillgap.storage.ratings import load_ratings

EXAMPLE = ROOT / "examples" / "example-profile.csv"
FRAME = "frame_shown"


@st.cache_resource(show_spinner=False)
def framework() -> Framework:
    """Return the framework of this installation; a faulty one does not start."""
    return load_framework(read_settings().competencies)


@st.cache_resource(show_spinner=False)
def engine() -> Engine:
    """Return the database engine of this installation."""
    return open_database(read_settings().database)


def today() -> str:
    """Return the current date as ISO text."""
    return date.today().isoformat()


def has_cookie() -> bool:
    """Say whether the browser keeps the visitor's key; without it a reload forgets."""
    return VISITOR_COOKIE in st.context.cookies


def visitor_key() -> str:
    """Return the secret key of this browser, or of this session without a cookie."""
    kept = st.context.cookies.get(VISITOR_COOKIE)
    return kept or str(st.session_state.setdefault("visitor_key", uuid4().hex))


def find_visitor() -> Person | None:
    """Return who is here, None before their first answer or choice."""
    return find_person(engine(), visitor_key())


def ensure_visitor() -> Person:
    """Return who is here, known from now on."""
    return find_visitor() or add_person(engine(), visitor_key(), today())


@dataclass(frozen=True)
class Visit:
    """One run of a page: who is here and what stands in their name.

    ``person`` is None for a newcomer. ``ratings`` are their dated ratings, or those
    of the example if they have none (``is_example``).
    """

    person: Person | None
    ratings: pd.DataFrame
    is_example: bool

    def levels(self, day: str | None = None) -> pd.DataFrame:
        """Return the latest level of every skill, as in ``levels_on``."""
        return levels_on(self.ratings, list(framework().skills), day)

    def days(self) -> list[str]:
        """Return the days with ratings, oldest first."""
        return rating_days(self.ratings)


def begin_visit() -> Visit:
    """Return who is here; a page opened without its frame shows nothing."""
    if not st.session_state.get(FRAME):
        st.stop()
    person = find_visitor()
    own = load_ratings(engine(), person) if person else None
    if own is None or own.empty:
        return Visit(person, _example_ratings().copy(), is_example=True)
    return Visit(person, own, is_example=False)


@st.cache_resource(show_spinner=False)
def _example_ratings() -> pd.DataFrame:
    return read_ratings(EXAMPLE.name, EXAMPLE.read_bytes(), framework()).ratings
