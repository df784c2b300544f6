"""The one wiring: framework, database, who is here, and what they rated."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import uuid4

import pandas as pd
import streamlit as st
from sqlalchemy import Engine

from skillgap.domain.estimate import Estimate, ItemAnswer
from skillgap.domain.framework import Framework
from skillgap.domain.person.reality import (
    decide_basis,
    estimate_levels,
    read_answers,
    supported_levels,
)
from skillgap.domain.ratings import empty_ratings, levels_on, rating_days
from skillgap.files.framework import load_framework
from skillgap.files.ratings import read_ratings
from skillgap.settings import ROOT, VISITOR_COOKIE, read_settings
from skillgap.storage.checks import load_checks, load_no_checks
from skillgap.storage.database import open_database
from skillgap.storage.people import Person, add_person, find_person
from skillgap.storage.ratings import load_ratings
from skillgap.ui.state import (
    FRAME,
    LANGUAGE,
    VISITOR_KEY,
)

EXAMPLE = ROOT / "examples" / "example-profile.csv"


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
    return kept or str(st.session_state.setdefault(VISITOR_KEY, uuid4().hex))


def find_visitor() -> Person | None:
    """Return who is here, None before their first answer or choice."""
    return find_person(engine(), visitor_key())


def ensure_visitor() -> Person:
    """Return who is here, known from now on."""
    found = find_visitor()
    if found:
        return found
    language = str(st.session_state.get(LANGUAGE, ""))
    return add_person(engine(), visitor_key(), today(), language)


@dataclass(frozen=True)
class Visit:
    """One run of a page: who is here and what stands in their name.

    ``person`` is None for a newcomer. ``ratings`` are their dated ratings, or those
    of the example if they have none (``is_example``). ``checks`` are the checks shown
    to them, as ``load_checks`` gives them.
    """

    person: Person | None
    ratings: pd.DataFrame
    is_example: bool
    checks: pd.DataFrame

    def levels(self, day: str | None = None) -> pd.DataFrame:
        """Return the latest level of every skill, as in ``levels_on``."""
        return levels_on(self.ratings, list(framework().skills), day)

    def own_levels(self) -> pd.DataFrame:
        """Return the levels; those of the example are nobody's and so unknown."""
        own = empty_ratings() if self.is_example else self.ratings
        return levels_on(own, list(framework().skills))

    @cached_property
    def answers(self) -> dict[str, list[ItemAnswer]]:
        """The answered checks of each skill."""
        return read_answers(framework(), self.checks)

    @cached_property
    def estimates(self) -> dict[str, Estimate]:
        """The estimate of every rated skill."""
        return estimate_levels(framework(), self.levels(), self.answers)

    def supported(self) -> pd.DataFrame:
        """Return the levels that count when only what is supported counts."""
        return supported_levels(self.levels(), self.estimates, self.answers)

    def basis_of(self, skill: str, level: int | None, evidence: str) -> str:
        """Return what a level would rest on: its checks, its evidence, or a claim."""
        answers = self.answers.get(skill, [])
        return decide_basis(framework().estimate, level, evidence, answers)

    def days(self) -> list[str]:
        """Return the days with ratings, oldest first."""
        return rating_days(self.ratings)


def begin_visit() -> Visit:
    """Return who is here; a page opened without its frame shows nothing."""
    if not st.session_state.get(FRAME):
        st.stop()
    person = find_visitor()
    if person is None:
        return Visit(None, _example_ratings().copy(), True, load_no_checks())
    own, checks = load_ratings(engine(), person), load_checks(engine(), person)
    if own.empty:
        return Visit(person, _example_ratings().copy(), True, checks)
    return Visit(person, own, False, checks)


@st.cache_resource(show_spinner=False)
def _example_ratings() -> pd.DataFrame:
    return read_ratings(EXAMPLE.name, EXAMPLE.read_bytes(), framework()).ratings
